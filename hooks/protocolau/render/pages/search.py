"""/search/: the page of results, which without scripts lists topics, councils and terms; its index beside it."""

from collections.abc import Iterator

from protocolau.render.page import Asset, Page, Studio
from protocolau.render.pages.home import FEW
from protocolau.render.search_data import FOLDER, FOLDERS, files

ADDRESSES = (FOLDER, *FOLDERS)
"""The address of the page and of the folders of files that belong to it."""


def pages(studio: Studio) -> Iterator[Page | Asset]:
    """The page and every file of the search in the studio's language."""
    t, language = studio.words, studio.language
    councils = sorted(studio.library.councils.values(), key=lambda council: council.name[language].casefold())
    terms = sorted(studio.library.vocabulary.terms.values(), key=lambda term: term.name[language].casefold())
    yield Page(
        language=language,
        address=FOLDER,
        section="search",
        title=t("search.title"),
        description=t("search.description"),
        content=studio.render(
            "pages/search.html",
            councils=councils[:FEW],
            total=len(councils),
            terms=terms,
            parties=_parties(studio),
        ),
    )
    yield from files(studio)


def _parties(studio: Studio) -> list[tuple[str, str]]:
    return [(slug, party.name[studio.language]) for slug, party in studio.library.vocabulary.parties.items()]

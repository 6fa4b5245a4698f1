"""/search/: the page of results, which without scripts lists topics, councils and terms, and the files beside it."""

from collections.abc import Iterator

from protocolau.model.vocabulary import BOTH, MEMBERS, OFFICERS
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset, Page
from protocolau.render.pages.home import FEW
from protocolau.render.pages.topics import spoken_groups
from protocolau.search.files import FOLDERS, search_files
from protocolau.search.hint import hint
from protocolau.search.packing import FOLDER

ADDRESSES = (FOLDER, *FOLDERS)
"""The address of the page and of the folders of files that belong to it."""


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The page and every file of the search in the language of the pages."""
    t, language = rendering.messages, rendering.language
    councils = rendering.in_order(rendering.library.councils.values())
    terms = rendering.in_order(rendering.library.vocabulary.terms.values())
    yield Page(
        language=language,
        address=FOLDER,
        section="search",
        title=t("searching.title"),
        description=t("searching.description"),
        content=rendering.render(
            "pages/search.html",
            hint=hint(rendering),
            councils=councils[:FEW],
            total=len(councils),
            groups=spoken_groups(rendering),
            terms=terms,
            parties=_parties(rendering),
        ),
    )
    yield from search_files(rendering)


def _parties(rendering: RenderContext) -> list[tuple[str, str]]:
    return [
        (side, rendering.library.vocabulary.parties[side].name[rendering.language])
        for side in (MEMBERS, OFFICERS, BOTH)
    ]

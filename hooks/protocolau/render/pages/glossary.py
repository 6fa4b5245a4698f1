"""/glossary/: the words of council business in both languages, with what they mean."""

from collections.abc import Iterator

from protocolau.render.page import Page, Studio


def pages(studio: Studio) -> Iterator[Page]:
    """The glossary, in the alphabetical order of the page's language."""
    t = studio.words
    terms = sorted(studio.library.vocabulary.terms.values(), key=lambda term: term.name[studio.language].casefold())
    yield Page(
        language=studio.language,
        address="glossary/",
        section="glossary",
        title=t("glossary.title"),
        description=t("glossary.description"),
        content=studio.render("pages/glossary.html", terms=terms),
    )

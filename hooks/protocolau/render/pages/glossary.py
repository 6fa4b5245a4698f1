"""/glossary/: the words of council business in both languages, with what they mean."""

from collections.abc import Iterator

from protocolau.render.context import RenderContext
from protocolau.render.page import Page


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The glossary, in the alphabetical order of the page's language."""
    t = rendering.messages
    terms = sorted(
        rendering.library.vocabulary.terms.values(), key=lambda term: term.name[rendering.language].casefold()
    )
    yield Page(
        language=rendering.language,
        address="glossary/",
        section="glossary",
        title=t("glossary.title"),
        description=t("glossary.description"),
        content=rendering.render("pages/glossary.html", terms=terms),
    )

"""/compare/: the choice of councils to compare, whose answer the browser works out."""

from collections.abc import Iterator

from protocolau.render.comparison_data import of_councils, of_page
from protocolau.render.context import RenderContext
from protocolau.render.frame import script_safe
from protocolau.render.page import Asset, Page

ADDRESS = "compare/"
FEW = 12
"""Councils that are all offered to be chosen at once."""


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The page of the choice, and the list of councils to choose from."""
    relations, t = rendering.library.relations, rendering.messages
    if not relations.is_comparable:
        yield nothing_to_compare(rendering, ADDRESS, t("compare.title"))
    else:
        quick = rendering.by_short_name(rendering.library.councils[slug] for slug in relations.by_council)
        yield Page(
            language=rendering.language,
            address=ADDRESS,
            section="compare",
            title=t("compare.title"),
            description=t("compare.description"),
            content=rendering.render(
                "pages/compare.html",
                groups=rendering.library.spoken_groups,
                quick=quick if len(quick) <= FEW else [],
                data=script_safe(of_page(rendering)),
            ),
        )
    yield Asset("compare/councils.json", of_councils(rendering))


def nothing_to_compare(rendering: RenderContext, address: str, title: str) -> Page:
    """What stands at an address of comparisons where there is none to be made."""
    councils = rendering.in_order(rendering.library.councils[slug] for slug in rendering.library.relations.by_council)
    return Page(
        language=rendering.language,
        address=address,
        section="compare",
        title=title,
        description=rendering.messages("one.compare"),
        content=rendering.render("pages/nothing_to_compare.html", title=title, councils=councils),
        indexed=False,
    )

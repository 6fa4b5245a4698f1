"""The home page's three ways in: a council, a topic, a clause. Its prose is `docs/index.md`."""

from protocolau.library.library import RELATIONS
from protocolau.model.divisions import DIVISIONS
from protocolau.render.context import RenderContext
from protocolau.render.pages.councils import councils_by_name, facts_of_council
from protocolau.render.pages.topics import spoken_groups

FEW = 40
"""Councils that the home page names one by one; where there are more, it leads to the list."""


def ways_in(rendering: RenderContext) -> str:
    """The part of the home page that is made from the library."""
    councils = councils_by_name(rendering)
    return rendering.render(
        "pages/home.html",
        documents=[one for council in councils[:FEW] for one in facts_of_council(rendering, council)],
        total=len(councils),
        divisions=DIVISIONS,
        groups=spoken_groups(rendering),
        names=[
            (council.slug, council.name[rendering.language]) for council in councils if RELATIONS in council.documents
        ],
    )

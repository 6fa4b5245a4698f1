"""The home page's three ways in: a council, a topic, a clause. Its prose is `docs/index.md`."""

from protocolau.render.context import RenderContext
from protocolau.render.pages.councils import facts

FEW = 40
"""Councils that the home page names one by one; where there are more, it leads to the list."""


def ways_in(rendering: RenderContext) -> str:
    """The part of the home page that is made from the library."""
    councils = sorted(
        rendering.library.councils.values(), key=lambda council: council.name[rendering.language].casefold()
    )
    return rendering.render(
        "pages/home.html",
        councils=[
            facts(rendering, council, rendering.library.version_shown(council.slug)) for council in councils[:FEW]
        ],
        total=len(councils),
        names=[(council.slug, council.name[rendering.language]) for council in councils],
    )

"""The home page's three ways in: a council, a topic, a clause. Its prose is `docs/index.md`."""

from protocolau.render.page import Studio
from protocolau.render.pages.councils import facts

FEW = 40
"""Councils that the home page names one by one; where there are more, it leads to the list."""


def ways_in(studio: Studio) -> str:
    """The part of the home page that is made from the library."""
    councils = sorted(studio.library.councils.values(), key=lambda council: council.name[studio.language].casefold())
    return studio.render(
        "pages/home.html",
        councils=[facts(studio, council, council.in_force) for council in councils[:FEW]],
        total=len(councils),
        names=[(council.slug, council.name[studio.language]) for council in councils],
    )

"""/compare/likeness/ and its part of a council's page: which protocols are most like each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any, NamedTuple

from protocolau.comparison.likeness import (
    COMPARED_WITH_ALL,
    FAMILY_LIKENESS,
    Likenesses,
    Neighbours,
    families,
    ordered_by_likeness,
)
from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.pages.compare import nothing_to_compare

PICTURED = 24
"""Councils in the picture: more could not be told apart."""
NAMED = 12
"""Councils of a family that are named at once; the others when they are asked for."""
CELL, LABEL, LETTER = 26, 184, 7
"""Sizes of the picture, in its own units: a cell, the least room for names, and a letter of them."""
LONGEST = 40
"""Letters of a name in the picture; what is longer is cut there, and stands whole below it."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """One measure between each two of the councils pictured, in percent; none between a council and itself, nor between
    two whose words cannot be compared."""

    measure: str
    rows: list[tuple[Council, list[int | None]]]


class Overview(NamedTuple):
    """What the overview says of all councils."""

    families: list[list[Council]]
    maps: list[HeatMap]
    total: int
    """How many councils are compared."""
    untold: list[Council]
    """Those too little of whose words is in English."""


def percent(share: float) -> int:
    """A share as it is shown. Only the very same is 100."""
    return 100 if share == 1 else min(99, round(share * 100))


def nearest(rendering: RenderContext, council: Council) -> dict[str, Any]:
    """What a council's page says of the protocols most like its own; nothing where it has none that applies."""
    relations = rendering.library.relations
    if council.slug not in relations.by_council or not relations.is_comparable:
        return {"likeness": None}
    neighbours = rendering.comparison.relations.likenesses.of(council.slug)
    return {
        "likeness": {measure: _named(rendering, neighbours, measure) for measure in ("wording", "coverage")},
        "family": [rendering.library.councils[slug] for slug in neighbours.family[:NAMED]],
        "family_more": max(0, len(neighbours.family) - NAMED),
        "untold": council.slug in rendering.comparison.relations.likenesses.untold,
    }


def _named(rendering: RenderContext, neighbours: Neighbours, measure: str) -> list[tuple[Council, int]]:
    """The councils likest to one by a measure, each with its figure; none that has nothing in common with it."""
    nearest = neighbours.in_wording if measure == "wording" else neighbours.in_coverage
    figures = ((rendering.library.councils[one.council], percent(getattr(one, measure))) for one in nearest)
    return [(council, figure) for council, figure in figures if figure]


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The overview: families, the picture, and the same in figures."""
    t, library = rendering.messages, rendering.library
    if not library.relations.is_comparable:
        yield nothing_to_compare(rendering, "compare/likeness/", t("likeness.title"))
        return
    found = overview(rendering)
    yield Page(
        language=rendering.language,
        address="compare/likeness/",
        section="compare",
        title=t("likeness.title"),
        description=t("likeness.description", n=found.total),
        content=rendering.render(
            "pages/likeness.html",
            families=found.families,
            named=NAMED,
            half=percent(FAMILY_LIKENESS),
            maps=found.maps,
            total=found.total,
            untold=found.untold,
            narrowed=found.total > COMPARED_WITH_ALL,
            cell=CELL,
            label=max([LABEL, *(LETTER * min(LONGEST, len(name)) + 8 for name in _names(rendering, found.maps[0]))]),
            longest=LONGEST,
        ),
    )


def overview(rendering: RenderContext) -> Overview:
    """What the overview says of all councils."""
    library, likenesses = rendering.library, rendering.comparison.relations.likenesses
    families_found = families(likenesses.all())
    chosen = sorted(_pictured(list(library.relations.by_council), families_found))
    likenesses.know_wordings("pictured", combinations(chosen, 2))
    pictured = list(ordered_by_likeness(chosen, likenesses))
    return Overview(
        [rendering.by_short_name(library.councils[slug] for slug in family) for family in families_found],
        [_map(rendering, likenesses, pictured, measure) for measure in ("wording", "coverage")],
        len(library.relations.versions),
        [library.councils[slug] for slug in likenesses.untold],
    )


def _names(rendering: RenderContext, heat_map: HeatMap) -> Iterator[str]:
    """The names in a picture."""
    return (council.short_name[rendering.language] for council, _ in heat_map.rows)


def _pictured(councils: list[str], families_found: list[list[str]]) -> list[str]:
    """The councils to be pictured: the first of each family, then those of none, then the others of the families."""
    firsts = [family[0] for family in families_found]
    related = set(chain(*families_found))
    alone = [slug for slug in councils if slug not in related]
    others = [slug for family in families_found for slug in family[1:]]
    return [*firsts, *alone, *others][:PICTURED]


def _map(rendering: RenderContext, likenesses: Likenesses, pictured: list[str], measure: str) -> HeatMap:
    def figure(council: str, other: str) -> int | None:
        share = None if council == other else getattr(likenesses.between(council, other), measure)
        return None if share is None else percent(share)

    rows = [(rendering.library.councils[slug], [figure(slug, other) for other in pictured]) for slug in pictured]
    return HeatMap(measure, rows)

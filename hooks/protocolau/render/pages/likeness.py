"""/compare/likeness/ and its part of a council's page: which protocols are most like each other."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from protocolau.comparison.likeness import EVERY, FAMILY, Likeness, Neighbours, families, in_order, likenesses
from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Page

PICTURED = 24
"""Councils in the picture: more could not be told apart."""
NAMED = 12
"""Councils of a family that are named at once; the others when they are asked for."""
CELL, LABEL = 26, 184
"""Sizes of the picture, in its own units: a cell, and the room for names."""


@dataclass(frozen=True, slots=True)
class HeatMap:
    """One measure between each two of the councils pictured, in percent; none between a council and itself."""

    measure: str
    rows: list[tuple[Council, list[int | None]]]


def percent(share: float) -> int:
    """A share as it is shown. Only the very same is 100."""
    return 100 if share == 1 else min(99, round(share * 100))


def nearest(rendering: RenderContext, council: Council) -> dict[str, object]:
    """What a council's page says of the protocols most like its own."""
    found = likenesses(rendering.library).of(council.slug)
    return {
        "likeness": {"wording": _named(rendering, found, "wording"), "coverage": _named(rendering, found, "coverage")},
        "family": [rendering.library.councils[slug] for slug in found.family[:NAMED]],
        "family_more": max(0, len(found.family) - NAMED),
    }


def _named(rendering: RenderContext, found: Neighbours, measure: str) -> list[tuple[Council, int]]:
    near = found.in_wording if measure == "wording" else found.in_coverage
    return [(rendering.library.councils[one.council], percent(getattr(one, measure))) for one in near]


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The overview: families, the picture, and the same in figures."""
    t, library = rendering.messages, rendering.library
    known = likenesses(library)
    found = families(known.all())
    pictured = list(in_order(_pictured(list(library.councils), found), known))
    yield Page(
        language=rendering.language,
        address="compare/likeness/",
        section="compare",
        title=t("likeness.title"),
        description=t("likeness.description", n=len(library.councils)),
        content=rendering.render(
            "pages/likeness.html",
            families=[[library.councils[slug] for slug in family] for family in found],
            named=NAMED,
            half=percent(FAMILY),
            maps=[_map(rendering, known.between, pictured, measure) for measure in ("wording", "coverage")],
            total=len(library.councils),
            narrowed=len(library.councils) > EVERY,
            cell=CELL,
            label=LABEL,
        ),
    )


def _pictured(councils: list[str], found: list[list[str]]) -> list[str]:
    """The councils to be pictured: the first of each family, then those of none, then the others of the families."""
    firsts = [family[0] for family in found]
    related = set(chain(*found))
    alone = [slug for slug in councils if slug not in related]
    others = [slug for family in found for slug in family[1:]]
    return [*firsts, *alone, *others][:PICTURED]


def _map(rendering: RenderContext, between, pictured: list[str], measure: str) -> HeatMap:
    def figure(one: str, other: str) -> int | None:
        likeness: Likeness | None = between(one, other) if one != other else None
        return percent(getattr(likeness, measure)) if likeness else None

    rows = [(rendering.library.councils[one], [figure(one, other) for other in pictured]) for one in pictured]
    return HeatMap(measure, rows)

"""/compare/coverage/: the tables of who speaks of what.

They are no part of /compare/: who follows a link to a comparison would load a table of twenty councils with it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.pages.compare import nothing_to_compare

COLUMNS = 20
"""Councils in one table of coverage: a thousand of them in one would be no table but a wall."""

MOST_PARTS, BESIDE = 60, 10
"""Tables up to which each leads to all others, and how many on either side it leads to where there are more: else what
they say of each other would grow with the square of the councils."""


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """One of the tables of coverage, with the names with which it begins and ends."""

    address: str
    number: int
    first: str
    last: str
    councils: tuple[Council, ...]


def addresses(library: Library) -> tuple[str, ...]:
    """The addresses of the tables of coverage."""
    parts = max(1, -(-len(library.relations.versions) // COLUMNS))
    return tuple(_address(number) for number in range(1, parts + 1))


def _address(number: int) -> str:
    return "compare/coverage/" if number == 1 else f"compare/coverage/{number}/"


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The tables, in the order of their councils' names."""
    if not rendering.library.relations.is_comparable:
        yield nothing_to_compare(rendering, _address(1), rendering.messages("coverage.title"))
        return
    parts = _parts(rendering)
    yield from (_page(rendering, part, parts) for part in parts)


def _parts(rendering: RenderContext) -> list[CoverageTable]:
    language = rendering.language
    by_council = rendering.library.relations.by_council
    councils = rendering.by_short_name(rendering.library.councils[slug] for slug in by_council)
    batches = [tuple(councils[start : start + COLUMNS]) for start in range(0, len(councils), COLUMNS)]
    return [
        CoverageTable(_address(number), number, batch[0].short_name[language], batch[-1].short_name[language], batch)
        for number, batch in enumerate(batches, 1)
    ]


def _page(rendering: RenderContext, part: CoverageTable, parts: list[CoverageTable]) -> Page:
    t, relations = rendering.messages, rendering.library.relations
    silences = {
        council.slug: {topic.slug for topic in relations.silences(relations.by_council[council.slug])}
        for council in part.councils
    }
    title = t("coverage.title")
    if len(parts) > 1:
        title = t("coverage.page_title", n=part.number, first=part.first, last=part.last)
    return Page(
        language=rendering.language,
        address=part.address,
        section="compare",
        title=title,
        description=t("coverage.description", n=part.number, first=part.first, last=part.last),
        content=rendering.render(
            "pages/coverage.html",
            title=title,
            part=part,
            parts=_near(parts, part),
            groups=rendering.library.spoken_groups,
            silences=silences,
        ),
    )


def _near(parts: list[CoverageTable], part: CoverageTable) -> list[CoverageTable]:
    """The tables to which one leads: all, or where they are many the first, which leads to all, and those beside it."""
    if part.number == 1 or len(parts) <= MOST_PARTS:
        return parts
    return [one for one in parts if one.number == 1 or abs(one.number - part.number) <= BESIDE]

"""/compare/: the choice of councils to compare, and the table of who speaks of what."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Topic, TopicGroup
from protocolau.render.comparison_data import of_councils, of_page
from protocolau.render.context import RenderContext
from protocolau.render.frame import script_safe
from protocolau.render.page import Asset, Page

COLUMNS = 20
"""Councils in one table of coverage: a thousand of them in one would be no table but a wall."""

MOST_PARTS, BESIDE = 60, 10
"""Tables up to which each leads to all others, and how many on either side it leads to where there are more: else what
they say of each other would grow with the square of the councils."""

FEW = 12
"""Councils that are all offered to be chosen at once."""


@dataclass(frozen=True, slots=True)
class CoverageTable:
    """One of the tables of coverage, with the names with which it begins and ends."""

    address: str
    number: int
    first: str
    last: str
    councils: tuple[Council, ...]


def addresses(library: Library) -> tuple[str, ...]:
    """The addresses of the page and of the further tables of coverage."""
    parts = max(1, -(-len(library.relations.versions) // COLUMNS))
    return tuple(_address(number) for number in range(1, parts + 1))


def _address(number: int) -> str:
    return "compare/" if number == 1 else f"compare/coverage/{number}/"


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The page of the choice with the first table, the other tables, and the list of councils to choose from."""
    if not rendering.library.relations.is_comparable:
        yield nothing_to_compare(rendering, "compare/", rendering.messages("compare.title"))
    else:
        parts = _parts(rendering)
        yield from (_page(rendering, part, parts) for part in parts)
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


def _parts(rendering: RenderContext) -> list[CoverageTable]:
    language = rendering.language
    by_council = rendering.library.relations.by_council
    councils = rendering.in_order(rendering.library.councils[slug] for slug in by_council)
    batches = [tuple(councils[start : start + COLUMNS]) for start in range(0, len(councils) or 1, COLUMNS)]
    return [
        CoverageTable(
            _address(number),
            number,
            batch[0].short_name[language] if batch else "",
            batch[-1].short_name[language] if batch else "",
            batch,
        )
        for number, batch in enumerate(batches, 1)
    ]


def _page(rendering: RenderContext, part: CoverageTable, parts: list[CoverageTable]) -> Page:
    t, relations, choice = rendering.messages, rendering.library.relations, part.number == 1
    silences = {
        council.slug: {topic.slug for topic in relations.silences(relations.by_council[council.slug])}
        for council in part.councils
    }
    return Page(
        language=rendering.language,
        address=part.address,
        section="compare",
        title=t("compare.title")
        if choice
        else t("coverage.page_title", n=part.number, first=part.first, last=part.last),
        description=t("compare.description")
        if choice
        else t("coverage.description", n=part.number, first=part.first, last=part.last),
        content=rendering.render(
            "pages/compare.html",
            part=part,
            parts=parts if choice else _near(parts, part),
            groups=_spoken_groups(rendering.library),
            silences=silences,
            choice=choice,
            quick=choice and len(relations.versions) <= FEW,
            data=script_safe(of_page(rendering)) if choice else "",
        ),
    )


def _near(parts: list[CoverageTable], part: CoverageTable) -> list[CoverageTable]:
    """The tables to which one leads: all, or where they are many the first, which leads to all, and those beside it."""
    if len(parts) <= MOST_PARTS:
        return parts
    return [one for one in parts if one.number == 1 or abs(one.number - part.number) <= BESIDE]


def _spoken_groups(library: Library) -> list[tuple[TopicGroup, list[Topic]]]:
    """The groups of topics, each with those of which some relations protocol speaks; no group without any."""
    speakers = library.relations.speakers
    groups = ((group, [topic for topic in group.topics if speakers[topic.slug]]) for group in library.vocabulary.groups)
    return [(group, topics) for group, topics in groups if topics]

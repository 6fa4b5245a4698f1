"""The roles tables on the page of one document: by row the clauses that say it, and the HTML of each row.

The words stand on the same page, so that a row names clauses and where in their words it is said. Councils that adopt
one model have most rows alike: these are made once.
"""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from protocolau.language.marks import plain
from protocolau.library.roles import RolesTable, topic_groups
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import TopicGroup
from protocolau.render.context import RenderContext
from protocolau.render.pages.roles import RolesCell, RolesRowView, part_of_clause, row_of_one
from protocolau.render.version_view import VersionView

_ALL = "0-"
"""The part from the beginning that is long: as much of it is shown as of the whole."""


class RolesClause(NamedTuple):
    """A clause in a cell of the table of one council."""

    anchor: str
    label: str
    parties: str
    """The parties of which it speaks, where they are on neither side and the clause before it has others."""
    parts: str
    """Where what it says of the topic stands in its words: `12-57,80-93`; empty for the whole."""


class OwnTable(NamedTuple):
    """A roles table of one document."""

    slug: str
    groups: list[tuple[TopicGroup, list[Markup]]]
    """By group of topics the HTML of each row."""


def own_tables(rendering: RenderContext, view: VersionView) -> Iterator[OwnTable]:
    """The tables of one version, without those that have no row."""
    rows = _rows(rendering, view)
    for place, table in enumerate(RolesTable):
        groups = (
            (group, [rows[topic.slug][place] for topic in group.topics if topic.slug in rows])
            for group in topic_groups(table, rendering.library.vocabulary)
        )
        if made := [(group, of_group) for group, found in groups if (of_group := list(filter(None, found)))]:
            yield OwnTable(table.value, made)


def _rows(rendering: RenderContext, view: VersionView) -> dict[str, tuple[Markup, ...]]:
    """By topic the row that it has in each table; empty where it has none."""
    kept, row_of = rendering.cache.roles_rows, row_of_one(rendering, view)
    told, rows = {(one.anchor, one.position): _told(view, one) for one in view.version.statements if one.topics}, {}
    for slug, statements in view.version.by_topic.items():
        look = (slug, tuple([told[one.anchor, one.position] for one in statements]))
        if (made := kept.get(look)) is None:
            topic = rendering.library.vocabulary.topics[slug]
            made = tuple(_row(rendering, table, row_of(table, topic)) for table in RolesTable)
            kept[look] = made
        rows[slug] = made
    return rows


def _told(view: VersionView, one: Statement) -> tuple[object, ...]:
    """All that a row says of a statement, and by which it is sorted: equal for statements that rows show alike."""
    provision, segment = view.version.provisions[one.anchor], view.reading.segment_of(one)
    is_whole = len(view.reading.segments(provision)) == 1
    part = "" if is_whole else part_of_clause(plain(segment.text), view.plain_text(provision).text)
    return one.anchor, view.citation(one.anchor), segment.unit, part, one.by, one.to


def _row(rendering: RenderContext, table: RolesTable, row: RolesRowView | None) -> Markup:
    if row is None:
        return Markup()
    found = [list(_clauses(cells)) for cells in (row.members, row.officers, row.both, row.others)]
    made = rendering.settings.theme.macro("parts/own_roles.html", "roles_row")
    return made(row, found, table.value, rendering.language, rendering.messages)


def _clauses(cells: Sequence[RolesCell]) -> Iterator[RolesClause]:
    """The clauses of a cell, each once."""
    if len(cells) == 1:
        one = cells[0]
        yield RolesClause(one.anchor, one.label, one.parties, one.part if one.part != _ALL else "")
        return
    before = ""
    for (anchor, label, parties), said in groupby(cells, lambda cell: (cell.anchor, cell.label, cell.parties)):
        parts = [cell.part for cell in said]
        shown = ",".join(parts) if all(parts) and parts != [_ALL] else ""
        yield RolesClause(anchor, label, parties if parties != before else "", shown)
        before = parties

"""The roles tables on the page of one document: by row the clauses that say it, and the HTML of each row.

The words stand on the same page, so that a row names clauses and where in their words it is said. Councils that adopt
one model have most rows alike: these are made once.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from protocolau.model.vocabulary import TopicGroup
from protocolau.render.context import RenderContext
from protocolau.render.pages.roles import RolesCell, RolesRowView, roles_tables
from protocolau.render.version_view import VersionView

REMEMBERED = 6_000
"""Rows kept as made, in each language. What many councils share is met early; the rest would fill memory."""
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
    made = rendering.settings.theme.macro("parts/own_roles.html", "roles_row")
    for table in roles_tables(rendering, view):
        groups = [(group, [_row(rendering, table.slug, row, made) for row in rows]) for group, rows in table.groups]
        yield OwnTable(table.slug, groups)


def _row(rendering: RenderContext, table: str, row: RolesRowView, made: Callable[..., Markup]) -> Markup:
    found = tuple(tuple(_clauses(cells)) for cells in (row.members, row.officers, row.both, row.others))
    rows, look = rendering.cache.roles_rows, (table, row.topic.slug, row.more, found)
    if look in rows:
        return rows[look]
    html = made(row, found, table, rendering.language, rendering.messages)
    if len(rows) < REMEMBERED:
        rows[look] = html
    return html


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

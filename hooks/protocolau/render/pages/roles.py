"""The roles tables, for one council on its own page and for all of them together on /roles/."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple

from protocolau.comparison.expecting import is_expecting_denied
from protocolau.comparison.said_alike import SaidAlike, SaidGroup
from protocolau.library.roles import RolesRow, RolesTable, has_row, parties_in, roles_row, topic_groups
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic, TopicGroup
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.version_view import QuotedStatement, SaidStatement, VersionView

RowOf = Callable[[RolesTable, Topic], "RolesRowView | None"]
"""Makes the row of a topic in a table, where it has one."""

MOST_OF_ONE = 24
"""Statements shown in a cell of the table of one council; the topic's own page has every one."""
SHOWN = 90
"""Letters, more than a script shows of a statement (own_roles.js): where one that is longer ends need not be said."""


class RolesCell(NamedTuple):
    """A statement in a roles table: its words with what governs them, where they stand, and who else says the same."""

    quoted: QuotedStatement | SaidStatement
    """Without what governs it in the table of one document, which leads to where it stands."""
    label: str
    """What to call the provision in a reference to it."""
    anchor: str
    version: Version
    parties: str
    """The names of the parties by which it is sorted, where they are on neither side."""
    also: int = 0
    """The number of other councils that say it in the same words."""
    part: str = ""
    """Where its words stand in those of its clause, `12-57`, or `12-` if they are long; empty where they are all."""


@dataclass(frozen=True, slots=True)
class RolesRowView:
    """A row of a roles table."""

    topic: Topic
    members: list[RolesCell]
    officers: list[RolesCell]
    both: list[RolesCell]
    others: list[RolesCell]
    more: int = 0
    """Wordings left to the topic's own page."""


@dataclass(frozen=True, slots=True)
class RolesTableView:
    """A roles table, its rows in the groups of the vocabulary."""

    slug: str
    groups: list[tuple[TopicGroup, list[RolesRowView]]]


def row_of_one(rendering: RenderContext, view: VersionView) -> RowOf:
    """What makes the rows of one version."""
    vocabulary, known = rendering.library.vocabulary, _OwnCells(rendering, view)

    def row_of(table: RolesTable, topic: Topic) -> RolesRowView | None:
        if not has_row(table, view.version, topic, vocabulary, is_expecting_denied):
            return None
        return _row_of_one(table, known, roles_row(table, view.version, topic, vocabulary, is_expecting_denied))

    return row_of


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The roles tables of all councils together."""
    t, shown = rendering.messages, rendering.comparison.relations.said_alike
    yield Page(
        language=rendering.language,
        address="roles/",
        section="roles",
        title=t("roles.title"),
        description=t("roles.description"),
        content=rendering.render(
            "pages/roles.html",
            tables=list(roles_tables(rendering, lambda table, topic: _row_of_all(rendering, table, topic, shown))),
        ),
    )


def cell_digests(rendering: RenderContext) -> list[bytes]:
    """Of each cell of the tables of all councils what changes with all that it says of its statement. It is kept as
    long as the files of the council are as they were."""
    values, name = rendering.comparison.values, f"cells of roles, {rendering.language}"
    kept: dict[str, bytes] = values.together(name)
    digests: dict[str, bytes] = {}
    for (table, _), places in rendering.comparison.relations.said_alike.items():
        for group in (group for place in places for group in place.groups):
            key = repr((table, group[:3], values.stands_for(group.council)))
            digests[key] = kept[key] if key in kept else _cell_digest(rendering, RolesTable(table), group)
    if digests.keys() != kept.keys():
        values.keep_together(name, digests)
    return list(digests.values())


def _cell_digest(rendering: RenderContext, table: RolesTable, group: SaidGroup) -> bytes:
    cell = _group_cell(rendering, table, group)
    return blake2b(repr((cell.quoted, cell.label, cell.parties, cell.part)).encode(), digest_size=10).digest()


def roles_tables(rendering: RenderContext, row_of: RowOf) -> Iterator[RolesTableView]:
    """The tables whose rows are made in a way, without those that have no row."""
    for table in RolesTable:
        rows = (
            (group, [row for topic in group.topics if (row := row_of(table, topic))])
            for group in topic_groups(table, rendering.library.vocabulary)
        )
        if groups := [(group, made) for group, made in rows if made]:
            yield RolesTableView(table.value, groups)


def _row_of_one(table: RolesTable, known: "_OwnCells", row: RolesRow) -> RolesRowView:
    found = [known.cells(table, statements) for statements in row.places]
    members, officers, both, others = (one[:MOST_OF_ONE] for one in found)
    return RolesRowView(row.topic, members, officers, both, others, sum(len(one[MOST_OF_ONE:]) for one in found))


class _OwnCells:
    """The statements of one version as cells, each made once: most stand in several rows."""

    def __init__(self, rendering: RenderContext, view: VersionView):
        self._rendering, self._view = rendering, view
        self._made: dict[tuple[str, int, tuple[str, ...]], RolesCell] = {}

    def cells(self, table: RolesTable, statements: Iterable[Statement]) -> list[RolesCell]:
        """Some statements in a cell of a table; what is translated together is one."""
        made = (self._cell(table, statement) for statement in statements)
        return list({cell.quoted.unit: cell for cell in made}.values())

    def _cell(self, table: RolesTable, statement: Statement) -> RolesCell:
        key = (statement.anchor, statement.position, parties_in(table, statement))
        if key not in self._made:
            view = self._view
            self._made[key] = _cell(self._rendering, table, view, statement, view.said(statement))
        return self._made[key]


def _cell(
    rendering: RenderContext,
    table: RolesTable,
    view: VersionView,
    statement: Statement,
    quoted: QuotedStatement | SaidStatement,
    also: int = 0,
) -> RolesCell:
    slugs = parties_in(table, statement)
    has_side = rendering.library.vocabulary.side_of(slugs) is not None
    return RolesCell(
        quoted,
        view.citation(statement.anchor),
        statement.anchor,
        view.version,
        "" if has_side else _names(rendering, slugs),
        also,
        part_of_clause(quoted.words.text, view.plain_text(view.version.provisions[statement.anchor]).text),
    )


def _names(rendering: RenderContext, parties: Iterable[str]) -> str:
    known = rendering.library.vocabulary.parties
    return ", ".join(known[slug].name[rendering.language] for slug in parties) or rendering.messages("roles.nobody")


def part_of_clause(words: str, whole: str) -> str:
    """Where words stand in those of their clause, as `RolesCell.part` says it."""
    start = whole.find(words)
    if start < 0 or len(words) == len(whole):
        return ""
    return f"{start}-{start + len(words) if len(words) <= SHOWN else ''}"


def _row_of_all(rendering: RenderContext, table: RolesTable, topic: Topic, shown: SaidAlike) -> RolesRowView | None:
    sides = shown.get((table.value, topic.slug))
    if not sides:
        return None
    cells = [[_group_cell(rendering, table, group) for group in side.groups] for side in sides]
    members, officers, both, others = cells
    return RolesRowView(topic, members, officers, both, others, sum(side.more for side in sides))


def _group_cell(rendering: RenderContext, table: RolesTable, group: SaidGroup) -> RolesCell:
    version = rendering.library.relations.by_council[group.council]
    statement = version.provisions[group.anchor].statements[group.position]
    view = rendering.view_of(version)
    return _cell(rendering, table, view, statement, view.quoted(statement), group.councils - 1)

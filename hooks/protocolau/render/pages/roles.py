"""The roles tables, for one council on its own page and for all of them together on /roles/."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from itertools import groupby
from typing import NamedTuple

from protocolau.comparison.topic_wordings import same_words
from protocolau.language.marks import plain
from protocolau.library.roles import RolesRow, RolesTable, has_row, parties_in, roles_row, topic_groups
from protocolau.model.governing import sentence_before
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic, TopicGroup, Vocabulary
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.version_view import QuotedStatement, VersionView, version_view_of


class PlacedStatement(NamedTuple):
    """A statement of one version in a table."""

    place: int
    """Which of the four places of the row of its topic."""
    anchor: str
    position: int
    words: bytes
    """Its words and those that govern it, as a digest: equal where councils say the same."""


class PlacedRow(NamedTuple):
    """What one version has in the row of a topic."""

    is_row: bool
    """Whether that gives the topic a row."""
    statements: list[PlacedStatement]


PlacedRows = dict[tuple[str, str], PlacedRow]
"""By table and topic what one version has in that row."""


@dataclass(slots=True)
class SharedWording:
    """What councils say in the same words in one place of a table."""

    version: Version
    """The first that says it."""
    statement: PlacedStatement
    councils: int = 0
    """How many say it."""
    last: str = ""
    """The council that was counted last: one that says it twice counts once."""


RowOf = Callable[[RolesTable, Topic], "RolesRowView | None"]
"""Makes the row of a topic in a table, where it has one."""

MOST_OF_ONE = 24
"""Statements shown in a cell of the table of one council; the topic's own page has every one."""
SHOWN = 90
"""Letters, more than a script shows of a statement (own_roles.js): where one that is longer ends need not be said."""
MOST = 4
"""Wordings shown in a cell of the table of all councils; the topic's own page has every one."""


class RolesCell(NamedTuple):
    """A statement in a roles table: its words with what governs them, where they stand, and who else says the same."""

    quoted: QuotedStatement
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


def clauses(cells: Iterable[RolesCell]) -> Iterator[RolesClause]:
    """The clauses of a cell, each once."""
    before = ""
    for (anchor, label, parties), said in groupby(cells, lambda cell: (cell.anchor, cell.label, cell.parties)):
        parts = [cell.part for cell in said]
        shown = ",".join(parts) if all(parts) and parts != [_ALL] else ""
        yield RolesClause(anchor, label, parties if parties != before else "", shown)
        before = parties


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


def roles_tables(rendering: RenderContext, view: VersionView) -> list[RolesTableView]:
    """The tables of one version, without those that have no row."""
    vocabulary = rendering.library.vocabulary

    def row_of(table: RolesTable, topic: Topic) -> RolesRowView | None:
        if not has_row(table, view.version, topic, vocabulary):
            return None
        return _row_of_one(rendering, table, view, roles_row(table, view.version, topic, vocabulary))

    return list(_tables(rendering, row_of))


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The roles tables of all councils together."""
    t, rows = rendering.messages, _shared_rows(rendering)
    yield Page(
        language=rendering.language,
        address="roles/",
        section="roles",
        title=t("roles.title"),
        description=t("roles.description"),
        content=rendering.render(
            "pages/roles.html",
            tables=list(_tables(rendering, lambda table, topic: _row_of_all(rendering, table, topic, rows))),
        ),
    )


def _tables(rendering: RenderContext, row_of: RowOf) -> Iterator[RolesTableView]:
    for table in RolesTable:
        rows = (
            (group, [row for topic in group.topics if (row := row_of(table, topic))])
            for group in topic_groups(table, rendering.library.vocabulary)
        )
        if groups := [(group, made) for group, made in rows if made]:
            yield RolesTableView(table.value, groups)


def _row_of_one(rendering: RenderContext, table: RolesTable, view: VersionView, row: RolesRow) -> RolesRowView:
    def cells(statements: Iterable[Statement]) -> list[RolesCell]:
        made = [_cell(rendering, table, view, statement) for statement in statements]
        return list({cell.quoted.unit: cell for cell in made}.values())  # translated together, they are one

    found = [cells(statements) for statements in row.places]
    members, officers, both, others = (one[:MOST_OF_ONE] for one in found)
    return RolesRowView(row.topic, members, officers, both, others, sum(len(one[MOST_OF_ONE:]) for one in found))


def _cell(
    rendering: RenderContext, table: RolesTable, view: VersionView, statement: Statement, also: int = 0
) -> RolesCell:
    slugs = parties_in(table, statement)
    has_side = rendering.library.vocabulary.side_of(slugs) is not None
    quoted = view.quoted(statement)
    return RolesCell(
        quoted,
        view.citation(statement.anchor),
        statement.anchor,
        view.version,
        "" if has_side else _names(rendering, slugs),
        also,
        _part(quoted.words.text, view.plain_text(view.version.provisions[statement.anchor]).text),
    )


def _names(rendering: RenderContext, parties: Iterable[str]) -> str:
    known = rendering.library.vocabulary.parties
    return ", ".join(known[slug].name[rendering.language] for slug in parties) or rendering.messages("roles.nobody")


def _part(words: str, whole: str) -> str:
    start = whole.find(words)
    if start < 0 or len(words) == len(whole):
        return ""
    return f"{start}-{start + len(words) if len(words) <= SHOWN else ''}"


_SharedRow = list[dict[bytes, SharedWording]]
"""The wordings in each place of a row, by the digest of their words, in the order in which they first occur."""


def _shared_rows(rendering: RenderContext) -> dict[tuple[str, str], _SharedRow]:
    """By table and topic the rows of all councils together. Each version is looked at once, and none is held."""
    values, vocabulary = rendering.comparison.values, rendering.library.vocabulary
    found: dict[tuple[str, str], _SharedRow] = {}
    rows: set[tuple[str, str]] = set()
    for version in rendering.library.relations.versions:
        placed: PlacedRows = values.of(version, "roles", lambda: _placed_rows(version, vocabulary))  # noqa: B023
        for key, row in placed.items():
            rows.update([key] if row.is_row else ())
            shared = found.setdefault(key, [{}, {}, {}, {}])
            for statement in row.statements:
                wording = shared[statement.place].setdefault(statement.words, SharedWording(version, statement))
                wording.councils += wording.last != version.council
                wording.last = version.council
    return {key: row for key, row in found.items() if key in rows}


def _placed_rows(version: Version, vocabulary: Vocabulary) -> PlacedRows:
    """What a version has in the rows of all topics of which it speaks."""
    topics = [vocabulary.topics[slug] for slug in version.spoken]
    words = {(one.anchor, one.position): _words(version, one) for one in version.statements}
    return {
        (table.value, topic.slug): _placed_row(
            roles_row(table, version, topic, vocabulary), has_row(table, version, topic, vocabulary), words
        )
        for table in RolesTable
        for topic in topics
    }


def _placed_row(row: RolesRow, is_row: bool, words: Mapping[tuple[str, int], bytes]) -> PlacedRow:
    placed = [
        PlacedStatement(place, statement.anchor, statement.position, words[statement.anchor, statement.position])
        for place, statements in enumerate(row.places)
        for statement in statements
    ]
    return PlacedRow(is_row, placed)


def _words(version: Version, statement: Statement) -> bytes:
    """The words of a statement and of what governs it, as a digest."""
    before = sentence_before(version.provisions[statement.anchor].statements, statement.position)
    parts = (*version.governing[statement.anchor].lead_ins, *before, statement)
    words = "\n".join(same_words(plain(part.text)) for part in parts)
    return blake2b(words.encode(), digest_size=10).digest()


def _row_of_all(
    rendering: RenderContext, table: RolesTable, topic: Topic, rows: Mapping[tuple[str, str], _SharedRow]
) -> RolesRowView | None:
    row = rows.get((table.value, topic.slug))
    if row is None:
        return None
    sides = [sorted(wordings.values(), key=lambda wording: -wording.councils) for wordings in row]
    cells = [[_shared_cell(rendering, table, wording) for wording in wordings[:MOST]] for wordings in sides]
    members, officers, both, others = cells
    return RolesRowView(topic, members, officers, both, others, sum(len(wordings[MOST:]) for wordings in sides))


def _shared_cell(rendering: RenderContext, table: RolesTable, wording: SharedWording) -> RolesCell:
    version, placed = wording.version, wording.statement
    statement = version.provisions[placed.anchor].statements[placed.position]
    return _cell(rendering, table, version_view_of(rendering, version), statement, wording.councils - 1)

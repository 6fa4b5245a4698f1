"""What councils say alike in the roles tables of all of them: the wordings most in use in each place of each row.

Of each version is kept, by topic, where it says what, the words as digests; these alone are grouped, so that a build
after a change reads the words of no council but those whose words are shown.
"""

from collections import defaultdict
from collections.abc import Mapping
from hashlib import blake2b
from typing import NamedTuple

from protocolau.comparison.topic_wordings import same_words
from protocolau.language.marks import plain
from protocolau.library.council_values import CouncilValues
from protocolau.library.kind_index import KindIndex
from protocolau.library.roles import RolesTable, has_row, roles_row
from protocolau.model.governing import sentence_before
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Vocabulary

MOST = 4
"""Wordings shown in a place of the table of all councils; the topic's own page has every one."""


class SaidGroup(NamedTuple):
    """Councils that say the same in the same words."""

    council: str
    """The first of them: its statement stands for all."""
    anchor: str
    position: int
    councils: int


class SaidInPlace(NamedTuple):
    """What is said in one place of a row."""

    groups: tuple[SaidGroup, ...]
    """Those that are shown, the wording most in use first."""
    more: int
    """Wordings that are not shown."""


SaidAlike = Mapping[tuple[str, str], tuple[SaidInPlace, ...]]
"""By table and topic what is said in the four places of the row, where there is one."""

Words = tuple[bytes, str, int]
"""A digest of the words of a statement and of what governs it, with its anchor and its position."""
_Row = tuple[bool, tuple[tuple[Words, ...], ...]]
"""Whether what a version says on a topic gives it a row in a table, and what stands in its four places."""
_Rows = dict[tuple[str, str], _Row]


def said_alike(index: KindIndex, values: CouncilValues) -> SaidAlike:
    """What is said in each row, of all versions that apply; it is the same in both languages."""
    rows: dict[tuple[str, str], list[tuple[str, _Row]]] = defaultdict(list)
    kept = values.of_each(index.versions, "rows of roles", lambda version: _rows(version, index.vocabulary))
    for version in index.versions:
        for place, row in kept[version].items():
            rows[place].append((version.council, row))
    return {place: _places(said) for place, said in rows.items() if any(has_row for _, (has_row, _) in said)}


def _places(said: list[tuple[str, _Row]]) -> tuple[SaidInPlace, ...]:
    return tuple(_grouped([(council, places[number]) for council, (_, places) in said]) for number in range(4))


def _grouped(said: list[tuple[str, tuple[Words, ...]]]) -> SaidInPlace:
    """What is said in the same words, together; the wording most in use first."""
    first: dict[bytes, tuple[str, str, int]] = {}
    councils: dict[bytes, int] = {}
    for council, statements in said:
        for words, anchor, position in statements:
            first.setdefault(words, (council, anchor, position))
        for words in {words for words, _, _ in statements}:
            councils[words] = councils.get(words, 0) + 1
    groups = sorted(first, key=lambda words: -councils[words])
    return SaidInPlace(tuple(SaidGroup(*first[one], councils[one]) for one in groups[:MOST]), len(groups[MOST:]))


def _rows(version: Version, vocabulary: Vocabulary) -> _Rows:
    """By table and topic what a version says on it, each statement by its words."""
    rows: _Rows = {}
    for topic in map(vocabulary.topics.__getitem__, version.by_topic):
        for table in RolesTable:
            row = roles_row(table, version, topic, vocabulary)
            places = tuple(tuple(_words(version, one) for one in statements) for statements in row.places)
            rows[table.value, topic.slug] = has_row(table, version, topic, vocabulary), places
    return rows


def _words(version: Version, statement: Statement) -> Words:
    """Equal where councils say the same."""
    before = sentence_before(version.provisions[statement.anchor].statements, statement.position)
    parts = (*version.governing[statement.anchor].lead_ins, *before, statement)
    words = "\n".join(same_words(plain(part.text)) for part in parts)
    return blake2b(words.encode(), digest_size=10).digest(), statement.anchor, statement.position

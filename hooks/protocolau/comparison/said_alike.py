"""What councils say alike in the roles tables of all of them: the wordings most in use in each place of each row.

Of each version is kept, by topic, where it says what, the words as digests; these alone are grouped, so that a build
after a change reads the words of no council but those whose words are shown.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import partial
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
from protocolau.model.vocabulary import Topic, Vocabulary

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

_Said = tuple[bytes, str, int, tuple[int | None, ...]]
"""A digest of the words of a statement and of what governs it, its anchor, its position, and its place in the row of
either table, if it has one. Plain tuples, since there are a hundred thousand."""
_OnTopic = tuple[tuple[bool, ...], list[_Said]]
"""Whether what a version says on a topic gives it a row in either table, and what it says."""


def said_alike(index: KindIndex, values: CouncilValues) -> SaidAlike:
    """What is said in each row, of all versions that apply; it is the same in both languages."""
    found: dict[str, list[list[_Place]]] = defaultdict(lambda: [[_Place() for _ in range(4)] for _ in RolesTable])
    rows: set[tuple[str, str]] = set()
    for version, own in values.of_each(index.versions, "rows of roles", partial(_by_topic, index.vocabulary)):
        for topic, (has_rows, said) in own.items():
            rows.update((table.value, topic) for table, has in zip(RolesTable, has_rows, strict=True) if has)
            tables = found[topic]
            for words, anchor, position, places in said:
                for table, place in zip(tables, places, strict=True):
                    if place is not None:
                        table[place].add(words, version.council, anchor, position)
    return {
        (table.value, topic): tuple(place.shown() for place in places)
        for topic, tables in found.items()
        for table, places in zip(RolesTable, tables, strict=True)
        if (table.value, topic) in rows
    }


class _Group:
    """Councils that say the same, counted while they come one after another."""

    __slots__ = ("councils", "first", "last")

    def __init__(self, council: str, anchor: str, position: int) -> None:
        self.first, self.last, self.councils = (council, anchor, position), council, 1


class _Place:
    """What is said in one place, in the same words together."""

    __slots__ = ("_groups",)

    def __init__(self) -> None:
        self._groups: dict[bytes, _Group] = {}

    def add(self, words: bytes, council: str, anchor: str, position: int) -> None:
        """Add a statement of a council, after all those of the councils before it."""
        group = self._groups.get(words)
        if group is None:
            self._groups[words] = _Group(council, anchor, position)
        elif group.last != council:
            group.last = council
            group.councils += 1

    def shown(self) -> SaidInPlace:
        """The wordings most in use, and how many more there are."""
        most = sorted(self._groups.values(), key=lambda group: -group.councils)
        groups = tuple(SaidGroup(*group.first, group.councils) for group in most[:MOST])
        return SaidInPlace(groups, len(most[MOST:]))


def _by_topic(vocabulary: Vocabulary, version: Version) -> dict[str, _OnTopic]:
    """What a version says on each topic of which it speaks."""
    words = {(one.anchor, one.position): _words(version, one) for one in version.statements}
    return {topic: _on_topic(vocabulary, version, vocabulary.topics[topic], words) for topic in version.by_topic}


def _on_topic(
    vocabulary: Vocabulary, version: Version, topic: Topic, words: Mapping[tuple[str, int], bytes]
) -> _OnTopic:
    places: dict[tuple[str, int], list[int | None]] = {}
    for number, table in enumerate(RolesTable):
        for place, statements in enumerate(roles_row(table, version, topic, vocabulary).places):
            for one in statements:
                places.setdefault((one.anchor, one.position), [None] * len(RolesTable))[number] = place
    in_order = ((one.anchor, one.position) for one in version.by_topic[topic.slug])
    said = [(words[one], *one, tuple(places[one])) for one in in_order]
    return tuple(has_row(table, version, topic, vocabulary) for table in RolesTable), said


def _words(version: Version, statement: Statement) -> bytes:
    """Equal where councils say the same."""
    before = sentence_before(version.provisions[statement.anchor].statements, statement.position)
    parts = (*version.governing[statement.anchor].lead_ins, *before, statement)
    words = "\n".join(same_words(plain(part.text)) for part in parts)
    return blake2b(words.encode(), digest_size=10).digest()

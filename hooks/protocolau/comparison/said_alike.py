"""What councils say alike in the roles tables of all of them: the wordings most in use in each place of each row.

Of each version is kept, by topic, where it says what, the words as digests; these alone are grouped, so that a build
after a change reads the words of no council but those whose words are shown.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import partial
from hashlib import blake2b
from typing import NamedTuple

from protocolau.comparison.expecting import is_expecting_denied
from protocolau.comparison.leading_headings import leading_headings
from protocolau.comparison.topic_wordings import words_in_line
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

_Said = tuple[bytes, str, int]
"""A digest of the words of a statement and of what governs it, its anchor and its position. Plain tuples, since there
are a hundred thousand."""
_OnTopic = tuple[tuple[bool, ...], list[tuple[int, list[_Said]]]]
"""Whether what a version says on a topic gives it a row in either table, and by the number of a place in these rows
what it says there, the same words once."""
_PLACES = 4
"""Places of a row."""


def said_alike(index: KindIndex, values: CouncilValues) -> SaidAlike:
    """What is said in each row, of all versions that apply; it is the same in both languages."""
    groups: dict[str, list[dict[bytes, _Group]]] = defaultdict(lambda: [{} for _ in range(_PLACES * len(RolesTable))])
    rows: set[tuple[str, str]] = set()
    for version, own in values.of_each(index.versions, "rows of roles", partial(_by_topic, index.vocabulary)):
        for topic, (has_rows, places) in own.items():
            rows.update((table.value, topic) for table, has in zip(RolesTable, has_rows, strict=True) if has)
            of_topic = groups[topic]
            for place, said in places:
                of_place = of_topic[place]
                for words, anchor, position in said:
                    if words in of_place:
                        of_place[words].councils += 1
                    else:
                        of_place[words] = _Group(version.council, anchor, position)
    return {
        (table.value, topic): tuple(map(_shown, of_topic[number * _PLACES : (number + 1) * _PLACES]))
        for topic, of_topic in groups.items()
        for number, table in enumerate(RolesTable)
        if (table.value, topic) in rows
    }


class _Group:
    """Councils that say the same, counted while they come one after another."""

    __slots__ = ("councils", "first")

    def __init__(self, council: str, anchor: str, position: int) -> None:
        self.first, self.councils = (council, anchor, position), 1


def _shown(groups: Mapping[bytes, _Group]) -> SaidInPlace:
    """The wordings most in use in a place, and how many more there are."""
    most = sorted(groups.values(), key=lambda group: -group.councils)
    return SaidInPlace(tuple(SaidGroup(*group.first, group.councils) for group in most[:MOST]), len(most[MOST:]))


def _by_topic(vocabulary: Vocabulary, version: Version) -> dict[str, _OnTopic]:
    """What a version says on each topic of which it speaks."""
    words = {(one.anchor, one.position): _words(version, one) for one in version.statements if one.topics}
    return {topic: _on_topic(vocabulary, version, vocabulary.topics[topic], words) for topic in version.by_topic}


def _on_topic(
    vocabulary: Vocabulary, version: Version, topic: Topic, words: Mapping[tuple[str, int], bytes]
) -> _OnTopic:
    places: list[tuple[int, list[_Said]]] = []
    for number, table in enumerate(RolesTable):
        for place, statements in enumerate(
            roles_row(table, version, topic, vocabulary, is_expecting_denied).places, number * _PLACES
        ):
            said: dict[bytes, _Said] = {}
            for one in statements:
                digest = words[one.anchor, one.position]
                said.setdefault(digest, (digest, one.anchor, one.position))
            if said:
                places.append((place, list(said.values())))
    return tuple(has_row(table, version, topic, vocabulary, is_expecting_denied) for table in RolesTable), places


def _words(version: Version, statement: Statement) -> bytes:
    """Equal where councils say the same."""
    before = sentence_before(version.provisions[statement.anchor].statements, statement.position)
    governing = version.governing[statement.anchor]
    headings = (one.heading or "" for one in leading_headings(governing))
    texts = (*headings, *(part.text for part in (*governing.lead_ins, *before, statement)))
    words = "\n".join(words_in_line(plain(text)) for text in texts)
    return blake2b(words.encode(), digest_size=10).digest()

"""Which statements stand side by side: by likeness, among those on one topic.

Never a pair are statements of which one binds members and the other officers, nor two of which neither is
mainly on the topic.

1. One beside one: of all pairs that may be one the likest first, each statement once.
2. Several beside one: a statement that is left joins the likest partner, taken or not, where they are like
   enough in content; so a clause of one council meets the list of another. A partner that binds both parties
   bridges none: it stands again, once for each party.
3. What is left stands alone.

The browser aligns too: assets/compare/alignment.js does the same, and tests/comparison/ holds both to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from rapidfuzz.distance import LCSseq

from protocolau.model.vocabulary import BOTH, Side

PAIR_LIKENESS = 0.3
"""The likeness in words from which two provisions of two versions may be the same."""
MARKING_LIKENESS = 0.5
"""The likeness in words from which differences are marked word by word: below it the marks would hide the words."""
CONTENT_LIKENESS = 0.6
"""The likeness in content from which a statement that is left joins one that has a partner."""
CERTAIN_LIKENESS = 0.25
"""The likeness in content below which nothing but the topic brings two statements together."""
FEWEST_TELLING_WORDS = 5
"""Words below which a text is too short to be recognised within another."""
FEWEST_TELLING_STEMS = 3
"""Stems below which a statement is too short to be said to be held in another."""
STEM_LETTERS = 8
"""Letters by which a word is known for another form of one: `manage` and `management`."""
SHORTEST_STEM = 4
"""Letters below which a word says little of what a statement is about."""

Tokens = Sequence[str]
"""The words of a text, as they are counted."""


@dataclass(frozen=True)
class AlignedText:
    """A statement as it is aligned."""

    keys: tuple[str, ...]
    """Its words, as they are counted."""
    side: Side | None = None
    """The side of those whom it binds."""
    is_principal: bool = True
    """Whether the topic is the one that it is mainly on."""

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words are about: the beginnings of the longer ones, without the names of parties."""
        return stems_of(self.keys)

    def may_stand_beside(self, other: "AlignedText") -> bool:
        """Whether the two may be a pair."""
        return (self.is_principal or other.is_principal) and not _are_opposite(self.side, other.side)


@dataclass(frozen=True, slots=True)
class AlignedGroup:
    """Statements that stand side by side, by their places in the two sequences."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    by_topic_alone: bool = False
    """Whether nothing but the topic brought them together."""


@lru_cache(maxsize=16384)
def stems_of(keys: tuple[str, ...]) -> frozenset[str]:
    """The beginnings of the longer words of a text, without the names of parties."""
    return frozenset(key[:STEM_LETTERS] for key in keys if len(key) >= SHORTEST_STEM and "/" not in key)


def word_likeness(left: Tokens, right: Tokens) -> float:
    """From 0 to 1: how many of the words of both stand in both in the same order (Sørensen's coefficient)."""
    total = len(left) + len(right)
    return 2 * LCSseq.similarity(left, right) / total if total else 0.0


def content_likeness(left: AlignedText, right: AlignedText) -> float:
    """From 0 to 1: how much of the content of the one with less stands in the other, in any order."""
    fewest = min(len(left.stems), len(right.stems))
    return len(left.stems & right.stems) / fewest if fewest >= FEWEST_TELLING_STEMS else 0.0


def align(left: Sequence[AlignedText], right: Sequence[AlignedText]) -> list[AlignedGroup]:
    """Group two sequences of statements on one topic. Every statement is in one group, or in one for each party."""
    alignment = _Alignment(left, right)
    alignment.pair_the_likest()
    alignment.join_the_left()
    return sorted(alignment.groups(), key=lambda group: (not group.left, group.left, group.right))


def _are_opposite(one: Side | None, other: Side | None) -> bool:
    return None not in (one, other) and BOTH not in (one, other) and one != other


@dataclass(slots=True)
class _GrowingGroup:
    """A group to which statements may still be added."""

    left: list[int]
    right: list[int]
    by_topic_alone: bool = False


class _Alignment:
    """The groups so far, and what is left on each side, in order."""

    def __init__(self, left: Sequence[AlignedText], right: Sequence[AlignedText]):
        self._left, self._right = left, right
        self._groups: list[_GrowingGroup] = []
        self._free_left = list(range(len(left)))
        self._free_right = list(range(len(right)))

    def pair_the_likest(self) -> None:
        """Put two and two side by side, the likest first."""
        for i, j in self._likest_first():
            if i in self._free_left and j in self._free_right:
                is_certain = self._is_certain(self._left[i], self._right[j])
                self._groups.append(_GrowingGroup([i], [j], not is_certain))
                self._free_left.remove(i)
                self._free_right.remove(j)

    def join_the_left(self) -> None:
        """Put what is left beside what is like enough in content."""
        for i in list(self._free_left):
            if (beside := _likest(self._left[i], self._right)) is not None:
                self._join(i, beside)
        for j in list(self._free_right):
            if (beside := _likest(self._right[j], self._left)) is not None:
                self._join(beside, j)

    def groups(self) -> Iterator[AlignedGroup]:
        """Yield every group, and what is left alone."""
        for group in self._groups:
            yield AlignedGroup(tuple(sorted(group.left)), tuple(sorted(group.right)), group.by_topic_alone)
        yield from (AlignedGroup((i,), ()) for i in self._free_left)
        yield from (AlignedGroup((), (j,)) for j in self._free_right)

    def _join(self, i: int, j: int) -> None:
        """Put two statements, of which one is free, into the partner's group, or into one of their own."""
        for group in self._groups:
            if (i in group.left or j in group.right) and self._fits(group, i, j):
                group.left = sorted({*group.left, i})
                group.right = sorted({*group.right, j})
                group.by_topic_alone = False
                break
        else:
            self._groups.append(_GrowingGroup([i], [j]))
        self._free_left = [place for place in self._free_left if place != i]
        self._free_right = [place for place in self._free_right if place != j]

    def _fits(self, group: _GrowingGroup, i: int, j: int) -> bool:
        """Whether nothing in a group binds the other party than these two do."""
        sides = [self._left[place].side for place in {*group.left, i}]
        sides += [self._right[place].side for place in {*group.right, j}]
        return not any(_are_opposite(one, other) for one in sides for other in sides)

    def _likest_first(self) -> list[tuple[int, int]]:
        """The places of every two statements that may be a pair, the likest first."""
        weighed = [
            (_pairing_weight(one, other), i, j)
            for i, one in enumerate(self._left)
            for j, other in enumerate(self._right)
            if one.may_stand_beside(other)
        ]
        return [
            (i, j) for weight, i, j in sorted(weighed, key=lambda pair: (-pair[0], pair[1], pair[2])) if weight >= 0
        ]

    def _is_certain(self, one: AlignedText, other: AlignedText) -> bool:
        return word_likeness(one.keys, other.keys) >= PAIR_LIKENESS or content_likeness(one, other) >= CERTAIN_LIKENESS


def _pairing_weight(one: AlignedText, other: AlignedText) -> float:
    """How much speaks for a pair."""
    return word_likeness(one.keys, other.keys) + content_likeness(one, other)


def _likest(text: AlignedText, others: Sequence[AlignedText]) -> int | None:
    """The place of the partner that is likest in content, the first such; None where none is like enough."""
    largest, place = 0.0, None
    for index, other in enumerate(others):
        share = content_likeness(text, other) if text.may_stand_beside(other) else 0.0
        if share >= CONTENT_LIKENESS and share > largest:
            largest, place = share, index
    return place

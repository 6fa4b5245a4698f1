"""Which provisions stand side by side: by likeness of words, among those on one topic.

1. One to one: of all pairs that are alike enough the likest first, each provision at most once.
2. Several to one: a provision that is left joins the one that holds most of its words, or whose words
   it holds; so a clause of one council meets the list of another.
3. What is left on both sides speaks of the same topic in other words and stands together as one group;
   what is left on one side alone stands alone.

The browser aligns too: assets/compare/alignment.js does the same, and tests/comparison/ holds both to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq

PAIR_LIKENESS = 0.3
"""The likeness from which two provisions on one topic are a pair."""
MARKING_LIKENESS = 0.5
"""The likeness from which differences are marked word by word: below it the marks would hide the words."""
HELD_SHARE = 0.75
"""The share of the shorter one's words from which a provision is said to be held in a longer one."""
FEWEST_TELLING_WORDS = 5
"""Words below which a provision is too short to be recognised within another."""

Tokens = Sequence[str]
"""The words of a provision, as they are counted."""


@dataclass(frozen=True, slots=True)
class AlignedGroup:
    """Provisions that stand side by side, by their places in the two sequences."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    in_other_words: bool = False
    """Whether nothing but the topic brought them together."""


def word_likeness(left: Tokens, right: Tokens) -> float:
    """From 0 to 1: how many of the words of both stand in both in the same order (Sørensen's coefficient)."""
    total = len(left) + len(right)
    return 2 * LCSseq.similarity(left, right) / total if total else 0.0


def align(left: Sequence[Tokens], right: Sequence[Tokens]) -> list[AlignedGroup]:
    """Group two sequences of provisions, each given as its words. Every provision is in one group."""
    alignment = _Alignment(left, right)
    alignment.pair_the_likest()
    alignment.join_held()
    return sorted(alignment.groups(), key=lambda group: (not group.left, group.left, group.right))


@dataclass(slots=True)
class _GrowingGroup:
    """A group to which provisions may still be added."""

    left: list[int]
    right: list[int]


class _Alignment:
    """The groups so far, and what is left on each side, in order."""

    def __init__(self, left: Sequence[Tokens], right: Sequence[Tokens]):
        self._left, self._right = left, right
        self._groups: list[_GrowingGroup] = []
        self._free_left = list(range(len(left)))
        self._free_right = list(range(len(right)))

    def pair_the_likest(self) -> None:
        """Put two and two side by side, the likest first."""
        for i, j in _likest_first(self._left, self._right):
            if i in self._free_left and j in self._free_right:
                self._groups.append(_GrowingGroup([i], [j]))
                self._free_left.remove(i)
                self._free_right.remove(j)

    def join_held(self) -> None:
        """Put what is left beside the provision that holds it, or that it holds."""
        for i in list(self._free_left):
            if (beside := _place_of_holder(self._left[i], self._right)) is not None:
                self._join(i, beside)
        for j in list(self._free_right):
            if (beside := _place_of_holder(self._right[j], self._left)) is not None:
                self._join(beside, j)

    def _join(self, i: int, j: int) -> None:
        """Put two provisions, of which one or both are free, side by side, with what stands beside them already."""
        if i in self._free_left and (group := next((group for group in self._groups if j in group.right), None)):
            group.left.append(i)
        elif j in self._free_right and (group := next((group for group in self._groups if i in group.left), None)):
            group.right.append(j)
        else:
            self._groups.append(_GrowingGroup([i], [j]))
        self._free_left = [place for place in self._free_left if place != i]
        self._free_right = [place for place in self._free_right if place != j]

    def groups(self) -> Iterator[AlignedGroup]:
        """Yield every group, and what is left: both sides together, or each provision alone."""
        for group in self._groups:
            yield AlignedGroup(tuple(sorted(group.left)), tuple(sorted(group.right)))
        if self._free_left and self._free_right:
            yield AlignedGroup(tuple(self._free_left), tuple(self._free_right), in_other_words=True)
        else:
            yield from (AlignedGroup((i,), ()) for i in self._free_left)
            yield from (AlignedGroup((), (j,)) for j in self._free_right)


def _likest_first(left: Sequence[Tokens], right: Sequence[Tokens]) -> list[tuple[int, int]]:
    """The places of every two provisions that are alike enough to be a pair, the likest first."""
    weighed = [(word_likeness(words, other), i, j) for i, words in enumerate(left) for j, other in enumerate(right)]
    likely = [pair for pair in weighed if pair[0] >= PAIR_LIKENESS]
    return [(i, j) for _, i, j in sorted(likely, key=lambda pair: (-pair[0], pair[1], pair[2]))]


def _place_of_holder(words: Tokens, others: Sequence[Tokens]) -> int | None:
    """The place of the provision that shares most of the shorter one's words, the first such; None where none does."""
    largest, place = HELD_SHARE, None
    for index, other in enumerate(others):
        shorter = min(len(words), len(other))
        share = LCSseq.similarity(words, other) / shorter if shorter >= FEWEST_TELLING_WORDS else 0.0
        if share > largest or (place is None and share == largest):
            largest, place = share, index
    return place

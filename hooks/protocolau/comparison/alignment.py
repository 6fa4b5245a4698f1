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

ALIKE = 0.3
"""The likeness from which two provisions on one topic are a pair."""
MARKED = 0.5
"""The likeness from which differences are marked word by word: below it the marks would hide the words."""
HELD = 0.75
"""The share of the shorter one's words from which a provision is said to be held in a longer one."""
TELLING = 5
"""Words below which a provision is too short to be recognised within another."""

Tokens = Sequence[str]


@dataclass(frozen=True, slots=True)
class AlignedGroup:
    """Provisions that stand side by side, by their places in the two sequences."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    in_other_words: bool = False
    """Whether nothing but the topic brought them together."""


def likeness(one: Tokens, other: Tokens) -> float:
    """From 0 to 1: how many of the words of both stand in both in the same order (Sørensen's coefficient)."""
    both = len(one) + len(other)
    return 2 * LCSseq.similarity(one, other) / both if both else 0.0


def align(left: Sequence[Tokens], right: Sequence[Tokens]) -> list[AlignedGroup]:
    """The groups of two sequences of provisions, each given as its words; every provision is in one of them."""
    groups = [([i], [j]) for i, j in _pairs(left, right)]
    free_left = [i for i in range(len(left)) if not any(i in group[0] for group in groups)]
    free_right = [j for j in range(len(right)) if not any(j in group[1] for group in groups)]
    free_left, free_right = _join_held(left, right, groups, free_left, free_right)
    found = [AlignedGroup(tuple(sorted(one)), tuple(sorted(other))) for one, other in groups]
    if free_left and free_right:
        found.append(AlignedGroup(tuple(free_left), tuple(free_right), in_other_words=True))
    else:
        found += [AlignedGroup((i,), ()) for i in free_left] + [AlignedGroup((), (j,)) for j in free_right]
    return sorted(found, key=lambda group: (not group.left, group.left, group.right))


def _pairs(left: Sequence[Tokens], right: Sequence[Tokens]) -> Iterator[tuple[int, int]]:
    likely = [(likeness(one, other), i, j) for i, one in enumerate(left) for j, other in enumerate(right)]
    taken_left, taken_right = set(), set()
    for alike, i, j in sorted(likely, key=lambda found: (-found[0], found[1], found[2])):
        if alike >= ALIKE and i not in taken_left and j not in taken_right:
            taken_left.add(i)
            taken_right.add(j)
            yield i, j


def _join_held(left, right, groups, free_left, free_right) -> tuple[list[int], list[int]]:
    """Puts what is left beside the provision that holds it, or that it holds; gives back what is still left."""
    for i in list(free_left):
        if (j := _held_by(left[i], right)) is not None:
            _join(groups, 0, i, j)
            free_left.remove(i)
            free_right = [one for one in free_right if one != j]
    for j in list(free_right):
        if (i := _held_by(right[j], left)) is not None:
            _join(groups, 1, j, i)
            free_right.remove(j)
            free_left = [one for one in free_left if one != i]
    return free_left, free_right


def _held_by(one: Tokens, others: Sequence[Tokens]) -> int | None:
    """The place of the provision that shares most of the shorter one's words, the first such; None where none does."""
    best, place = HELD, None
    for index, other in enumerate(others):
        shorter = min(len(one), len(other))
        held = LCSseq.similarity(one, other) / shorter if shorter >= TELLING else 0.0
        if held > best or (place is None and held == best):
            best, place = held, index
    return place


def _join(groups: list[tuple[list[int], list[int]]], side: int, one: int, other: int) -> None:
    """Puts a provision of one side beside one of the other, with whatever stands there already."""
    for group in groups:
        if other in group[1 - side]:
            group[side].append(one)
            return
    groups.append(([one], [other]) if side == 0 else ([other], [one]))

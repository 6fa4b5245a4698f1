"""Which provision of a newer version is which of an older one.

1. Equal words in the same order, as any comparison of two files finds them: what has not changed costs little.
2. The same anchor, and likely the same words.
3. Equal words elsewhere: what has moved.
4. The likest of what is left, wherever it stands.
5. The same anchor and the same kind, in other words; and what holds the same provisions under another heading.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from protocolau.comparison.alignment import MARKED, TELLING, likeness

RECOGNISED = 0.8
"""The likeness from which a text of few words is known for another elsewhere in the document."""


@dataclass(frozen=True, slots=True)
class MatchCandidate:
    """A provision as it is sought in the other version."""

    anchor: str
    kind: str
    text: str
    """All its words: equal for provisions whose words have not changed."""
    keys: tuple[str, ...]
    """Its words as they are counted."""
    above: int | None = None
    """The place of the provision that it stands in."""

    @property
    def sort(self) -> Hashable:
        """Equal for provisions that may be taken for one another: a cell of a table is none but a cell."""
        return "cell" if self.kind == "cell" else "" if self.keys else self.kind


class VersionMatching:
    """The pairs of two versions, found one way after another, each provision in at most one."""

    def __init__(self, old: Sequence[MatchCandidate], new: Sequence[MatchCandidate]):
        self.old, self.new = old, new
        self.pairs: dict[int, int] = {}
        """Places in the old version, each with its place in the new one."""
        self._taken: set[int] = set()

    def find(self) -> dict[int, int]:
        """The pairs, in the order of the old version."""
        for way in (self._in_order, self._at_anchor, self._moved, self._likest, self._replaced, self._retitled):
            for i, j in way():
                if i not in self.pairs and j not in self._taken:
                    self.pairs[i] = j
                    self._taken.add(j)
        return dict(sorted(self.pairs.items()))

    def _left(self) -> tuple[list[int], list[int]]:
        free_old = [i for i in range(len(self.old)) if i not in self.pairs]
        return free_old, [j for j in range(len(self.new)) if j not in self._taken]

    def _in_order(self) -> Iterator[tuple[int, int]]:
        words = [[(one.sort, one.text) for one in side] for side in (self.old, self.new)]
        for step in Indel.opcodes(*words):
            if step.tag == "equal":
                yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)

    def _same_anchor(self) -> Iterator[tuple[int, int]]:
        free_old, free_new = self._left()
        places = {self.new[j].anchor: j for j in free_new}
        yield from ((i, places[self.old[i].anchor]) for i in free_old if self.old[i].anchor in places)

    def _at_anchor(self) -> Iterator[tuple[int, int]]:
        for i, j in self._same_anchor():
            if likeness(self.old[i].keys, self.new[j].keys) >= MARKED:
                yield i, j

    def _moved(self) -> Iterator[tuple[int, int]]:
        free_old, free_new = self._left()
        places: dict[Hashable, list[int]] = defaultdict(list)
        for j in reversed(free_new):
            if _is_telling(self.new[j]):
                places[self.new[j].sort, self.new[j].text].append(j)
        for i in free_old:
            if found := places.get((self.old[i].sort, self.old[i].text)):
                yield i, found.pop()

    def _likest(self) -> Iterator[tuple[int, int]]:
        free_old, free_new = self._left()
        likely = [
            (-alike, i, j)
            for i in free_old
            for j in free_new
            if self.old[i].sort == self.new[j].sort and (alike := _recognised(self.old[i].keys, self.new[j].keys))
        ]
        yield from ((i, j) for _, i, j in sorted(likely))

    def _replaced(self) -> Iterator[tuple[int, int]]:
        for i, j in self._same_anchor():
            if self.old[i].kind == self.new[j].kind:
                yield i, j

    def _retitled(self) -> Iterator[tuple[int, int]]:
        for i, j in list(self.pairs.items()):
            one, other = self.old[i].above, self.new[j].above
            if one is not None and other is not None and self.old[one].kind == self.new[other].kind:
                yield one, other


def _is_telling(entry: MatchCandidate) -> bool:
    """Whether equal words elsewhere are likely its own: `Yes` stands in many cells of many tables."""
    return len(entry.keys) >= TELLING if entry.kind == "cell" else bool(entry.keys)


def _recognised(one: Sequence[str], other: Sequence[str]) -> float:
    """The likeness of two texts, where it is great enough to know one for the other; 0 otherwise."""
    both, fewer = len(one) + len(other), min(len(one), len(other))
    least = MARKED if fewer >= TELLING else RECOGNISED
    if not fewer or 2 * fewer < least * both:  # too unequal in length: no need to look at the words
        return 0.0
    alike = 2 * LCSseq.similarity(one, other) / both
    return alike if alike >= least else 0.0


def in_order(pairs: dict[int, int]) -> set[int]:
    """The most places of the old version that follow each other in the new one too; the others have moved."""
    ends: list[int] = []  # for each length the end of the chain that ends soonest in the new version
    before: dict[int, int | None] = {}
    for i, j in sorted(pairs.items()):
        length = bisect(ends, j, key=pairs.__getitem__)
        before[i] = ends[length - 1] if length else None
        ends[length : length + 1] = [i]
    kept: set[int] = set()
    here = ends[-1] if ends else None
    while here is not None:
        kept.add(here)
        here = before[here]
    return kept

"""Which provision of a newer version is which of an older one.

1. Equal words in the same order, as any comparison of two files finds them: what has not changed costs little.
2. The same anchor, and likely the same words.
3. Equal words elsewhere: what has moved.
4. The likest of what is left, wherever it stands.
5. The same anchor and the same kind, in other words; and what holds the same provisions under another heading.
"""

from bisect import bisect
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.distance import Indel, LCSseq

from protocolau.comparison.alignment import FEWEST_TELLING_WORDS, MARKING_LIKENESS, word_likeness

SHORT_TEXT_LIKENESS = 0.8
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
    parent: int | None = None
    """The place of the provision that it stands in."""
    row: str = ""
    """The words of the first cell of its row and of what names its column, where it is another cell of it."""

    @property
    def category(self) -> str:
        """Equal for provisions that may be taken for one another: a cell of a table is none but a cell, and of few
        words none of another place, where the same fee is that of something else."""
        if self.kind == "cell":
            return "cell" if self.is_telling else f"cell {self.row}"
        return "" if self.keys else self.kind

    @property
    def is_telling(self) -> bool:
        """Whether equal words elsewhere are likely its own: `Yes` stands in many cells of many tables."""
        return len(self.keys) >= FEWEST_TELLING_WORDS if self.kind == "cell" else bool(self.keys)


def match_versions(old: Sequence[MatchCandidate], new: Sequence[MatchCandidate]) -> dict[int, int]:
    """The places in the old version, in order, each with its place in the new one; those without one are left out."""
    return _VersionMatching(old, new).match()


class _VersionMatching:
    """The pairs of two versions so far: each step adds some, and each provision is in at most one."""

    def __init__(self, old: Sequence[MatchCandidate], new: Sequence[MatchCandidate]):
        self._old, self._new = old, new
        self._new_of: dict[int, int] = {}
        """Places in the old version, each with its place in the new one."""
        self._taken: set[int] = set()
        """Places in the new version that are in a pair."""

    def match(self) -> dict[int, int]:
        steps = (
            self._equal_in_order,
            self._alike_at_anchor,
            self._equal_elsewhere,
            self._likest,
            self._of_kind_at_anchor,
            self._parents_of_pairs,
        )
        for step in steps:
            for i, j in step():
                if i not in self._new_of and j not in self._taken:
                    self._new_of[i] = j
                    self._taken.add(j)
        return dict(sorted(self._new_of.items()))

    def _free_old(self) -> list[int]:
        return [i for i in range(len(self._old)) if i not in self._new_of]

    def _free_new(self) -> list[int]:
        return [j for j in range(len(self._new)) if j not in self._taken]

    def _equal_in_order(self) -> Iterator[tuple[int, int]]:
        texts = [[(candidate.category, candidate.text) for candidate in side] for side in (self._old, self._new)]
        for step in Indel.opcodes(*texts):
            if step.tag == "equal":
                yield from zip(range(step.src_start, step.src_end), range(step.dest_start, step.dest_end), strict=True)

    def _at_anchor(self) -> Iterator[tuple[int, int]]:
        """Yield what is left and has the same anchor in both versions."""
        places = {self._new[j].anchor: j for j in self._free_new()}
        for i in self._free_old():
            if (j := places.get(self._old[i].anchor)) is not None:
                yield i, j

    def _alike_at_anchor(self) -> Iterator[tuple[int, int]]:
        for i, j in self._at_anchor():
            if word_likeness(self._old[i].keys, self._new[j].keys) >= MARKING_LIKENESS:
                yield i, j

    def _equal_elsewhere(self) -> Iterator[tuple[int, int]]:
        places: dict[Hashable, list[int]] = defaultdict(list)
        for j in reversed(self._free_new()):
            if self._new[j].is_telling:
                places[self._new[j].category, self._new[j].text].append(j)
        for i in self._free_old():
            if equal := places.get((self._old[i].category, self._old[i].text)):
                yield i, equal.pop()

    def _likest(self) -> Iterator[tuple[int, int]]:
        free_new = self._free_new()
        weighed = [
            (-likeness, i, j)
            for i in self._free_old()
            for j in free_new
            if self._old[i].category == self._new[j].category
            and (likeness := _likeness_if_recognised(self._old[i].keys, self._new[j].keys))
        ]
        yield from ((i, j) for _, i, j in sorted(weighed))

    def _of_kind_at_anchor(self) -> Iterator[tuple[int, int]]:
        for i, j in self._at_anchor():
            if self._old[i].kind == self._new[j].kind:
                yield i, j

    def _parents_of_pairs(self) -> Iterator[tuple[int, int]]:
        for i, j in list(self._new_of.items()):
            old, new = self._old[i].parent, self._new[j].parent
            if old is not None and new is not None and self._old[old].kind == self._new[new].kind:
                yield old, new


def _likeness_if_recognised(old: Sequence[str], new: Sequence[str]) -> float:
    """The likeness of two texts, where it is great enough to know one for the other; 0 otherwise."""
    total, fewer = len(old) + len(new), min(len(old), len(new))
    least = MARKING_LIKENESS if fewer >= FEWEST_TELLING_WORDS else SHORT_TEXT_LIKENESS
    if not fewer or 2 * fewer < least * total:  # too unequal in length: no need to look at the words
        return 0.0
    likeness = 2 * LCSseq.similarity(old, new) / total
    return likeness if likeness >= least else 0.0


def unmoved(new_of: Mapping[int, int]) -> set[int]:
    """The most places of the old version that follow each other in the new one too; the others have moved."""
    ends: list[int] = []  # for each length the end of the chain that ends soonest in the new version
    before: dict[int, int | None] = {}
    for i, j in sorted(new_of.items()):
        length = bisect(ends, j, key=new_of.__getitem__)
        before[i] = ends[length - 1] if length else None
        ends[length : length + 1] = [i]
    kept: set[int] = set()
    here = ends[-1] if ends else None
    while here is not None:
        kept.add(here)
        here = before[here]
    return kept

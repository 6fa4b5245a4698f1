"""How like two protocols are: in wording, and in what they speak of.

**Coverage** is the share of the topics of which either speaks of which both do (Jaccard's index).

**Wording** is the share of the words of both, on the topics of either, that stand in both in the same
order in provisions that the alignment puts side by side (Sørensen's coefficient). A topic on which one
is silent counts as words that are not alike. Protocols are compared in English, as adopted or
translated, so that the figures are the same in both languages of the site.

Comparing every council with every other would take time that grows with their square. Where there are
many, the likest in wording are sought among those that share most provisions word for word, which is
counted for all by the bits of one number a council.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from heapq import nsmallest

from rapidfuzz.distance import LCSseq

from protocolau.comparison.alignment import Tokens, align
from protocolau.comparison.compared_clauses import clauses_on
from protocolau.language.comparison_tokens import word_tokens
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.runtime.parallel import parallel_map

LANGUAGE = "en"
EVERY = 40
"""Councils up to which each is compared with every other."""
CANDIDATES = 6
"""Councils with which each is compared, where there are more."""
SHOWN = 5
"""Councils that are named as the likest to one."""
FAMILY = 0.5
"""The likeness in wording from which two protocols are said to belong to one family: half of the words."""

Spoken = dict[str, tuple[tuple[str, ...], ...]]
"""What a version says on each topic of which it speaks: its provisions, each as its words."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a council's protocol another one's is."""

    council: str
    """The other council's slug."""
    wording: float
    """From 0 to 1."""
    coverage: float
    """From 0 to 1."""
    topics: int
    """Of how many topics both speak."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The councils nearest to one, the likest first."""

    in_wording: tuple[Likeness, ...]
    in_coverage: tuple[Likeness, ...]
    family: tuple[str, ...]
    """Those that share at least half of the words with it."""


def spoken(version: Version) -> Spoken:
    """What a version says, worked out once."""
    if "spoken" not in version.derived:
        version.derived["spoken"] = {
            topic: tuple(word_tokens(clause.text) for clause in clauses_on(version, topic, LANGUAGE))
            for topic in version.by_topic
        }
    return version.derived["spoken"]


def wording(one: Spoken, other: Spoken) -> float:
    """The likeness in wording of two protocols; 0 where neither speaks of any topic."""
    both = sum(_size(provisions) for said in (one, other) for provisions in said.values())
    return 2 * sum(_alike(one[topic], other[topic]) for topic in one.keys() & other.keys()) / both if both else 0.0


def coverage(one: Iterable[str], other: Iterable[str]) -> float:
    """The likeness in coverage of two sets of topics; 0 where both are empty."""
    one, other = set(one), set(other)
    return len(one & other) / len(one | other) if one | other else 0.0


def _size(provisions: Sequence[Tokens]) -> int:
    return sum(map(len, provisions))


def _alike(left: tuple[Tokens, ...], right: tuple[Tokens, ...]) -> int:
    """How many words on one topic stand in both, in provisions that are put side by side; equal ones first."""
    if left == right:
        return _size(left)
    equal = set(left) & set(right)
    alike = _size([*equal])
    left, right = ([one for one in side if one not in equal] for side in (left, right))
    if not left or not right:
        return alike
    if len(left) == len(right) == 1:
        return alike + LCSseq.similarity(left[0], right[0])
    groups = (group for group in align(left, right) if group.left and group.right)
    return alike + sum(LCSseq.similarity(_chained(left, group.left), _chained(right, group.right)) for group in groups)


def _chained(provisions: Sequence[Tokens], places: Sequence[int]) -> Tokens:
    return provisions[places[0]] if len(places) == 1 else [word for place in places for word in provisions[place]]


class Likenesses:
    """The likenesses of the councils of a library, each worked out when it is asked for."""

    def __init__(self, library: Library):
        self._versions = {version.council: version for version in library.versions}
        self._topics = _bits({slug: version.by_topic for slug, version in self._versions.items()})
        self._texts = _bits({slug: _texts(version) for slug, version in self._versions.items()}, shared_only=True)
        self._wording = cache(self._wording_of)
        self.between = cache(self._between)
        self.of = cache(self._of)

    def all(self) -> dict[str, Neighbours]:
        """The neighbours of every council, worked out on all processors where there are many."""
        found: dict[str, Neighbours] = {}
        for slugs, made in parallel_map(list(self._versions), lambda part: [self.of(slug) for slug in part]):
            found.update(zip(slugs, made, strict=True))
        self.of = found.__getitem__
        for version in self._versions.values():
            version.derived.pop("spoken", None)
        return {slug: found[slug] for slug in self._versions}

    def _between(self, one: str, other: str) -> Likeness:
        here, there = self._versions[one], self._versions[other]
        topics = (self._topics[one] & self._topics[other]).bit_count()
        first, second = sorted((one, other))  # so that a pair is worked out once
        return Likeness(other, self._wording(first, second), coverage(here.by_topic, there.by_topic), topics)

    def _wording_of(self, one: str, other: str) -> float:
        return wording(spoken(self._versions[one]), spoken(self._versions[other]))

    def _of(self, slug: str) -> Neighbours:
        likely = [self.between(slug, other) for other in self._candidates(slug)]
        by_wording = sorted(likely, key=lambda found: (-found.wording, -found.coverage, found.council))
        by_coverage = [self.between(slug, other) for other in self._nearest_in_coverage(slug)]
        family = tuple(found.council for found in by_wording if found.wording >= FAMILY)
        return Neighbours(tuple(by_wording[:SHOWN]), tuple(by_coverage), family)

    def _candidates(self, slug: str) -> list[str]:
        others = [other for other in self._versions if other != slug]
        if len(others) < EVERY:
            return others
        own = self._texts[slug]
        return nsmallest(CANDIDATES, others, key=lambda other: (-(own & self._texts[other]).bit_count(), other))

    def _nearest_in_coverage(self, slug: str) -> list[str]:
        own = self._topics[slug]

        def distance(other: str) -> tuple[float, str]:
            either = (own | self._topics[other]).bit_count()
            return -((own & self._topics[other]).bit_count() / either if either else 0.0), other

        return nsmallest(SHOWN, (other for other in self._versions if other != slug), key=distance)


def _texts(version: Version) -> set[str]:
    return {" ".join(provision) for provisions in spoken(version).values() for provision in provisions}


def _bits(held: dict[str, Iterable[str]], shared_only: bool = False) -> dict[str, int]:
    """For each holder a number with a bit for each thing that it holds; things that one alone holds may be left out."""
    counts = Counter(thing for things in held.values() for thing in things)
    places = {thing: place for place, thing in enumerate(one for one, n in counts.items() if n > 1 or not shared_only)}
    return {slug: sum(1 << places[thing] for thing in set(things) if thing in places) for slug, things in held.items()}


@lru_cache(maxsize=1)
def likenesses(library: Library) -> Likenesses:
    """The likenesses of a library, made once."""
    return Likenesses(library)


def families(neighbours: dict[str, Neighbours]) -> list[list[str]]:
    """Councils whose protocols share half of their words, directly or through others; the largest family first."""
    joined: dict[str, list[str]] = {slug: [slug] for slug in neighbours}
    for slug, found in neighbours.items():
        for other in found.family:
            if joined[slug] is not joined[other]:
                _merge(joined, slug, other)
    found = {id(family): sorted(family) for family in joined.values() if len(family) > 1}
    return sorted(found.values(), key=lambda family: (-len(family), family))


def _merge(joined: dict[str, list[str]], one: str, other: str) -> None:
    larger, smaller = sorted((joined[one], joined[other]), key=len, reverse=True)
    larger += smaller
    for slug in smaller:
        joined[slug] = larger


def in_order(slugs: Sequence[str], known: Likenesses) -> Iterator[str]:
    """Councils so ordered that neighbours are alike: each is followed by the likest of those left."""
    left = sorted(slugs)
    here = left.pop(0) if left else None
    while here is not None:
        yield here
        here = max(left, key=lambda other: known.between(here, other).wording, default=None)
        if here is not None:
            left.remove(here)

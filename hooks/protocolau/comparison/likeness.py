"""How like two protocols are: in wording, and in coverage, that is, in the topics of which they speak.

**Coverage** is the share of the topics of which either speaks of which both do (Jaccard's index).

**Wording** is the share of the words of both that are alike, as wording_likeness.py has it.

Comparing every council with every other would take time that grows with their square. Where there are
many, the likest in wording are sought among those that share most statements word for word.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from heapq import nsmallest
from typing import Any, NamedTuple, TypeVar

from protocolau.comparison.shared_texts import MOST_NEW, KnownNearest, SharedTexts, still_nearest
from protocolau.comparison.wording_likeness import (
    LANGUAGE,
    TopicWords,
    as_read,
    as_written,
    language_of_words,
    let_go_of_words,
    likeness_in_wording,
    topic_words,
)
from protocolau.library.council_values import CouncilValues
from protocolau.model.protocol import Version
from protocolau.model.vocabulary import Vocabulary
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress

COMPARED_WITH_ALL = 40
"""Councils up to which each is compared with every other."""
CANDIDATES = 6
"""Councils with which each is compared, where there are more."""
NEAREST = 5
"""Councils that are named as the likest to one."""
FAMILY_LIKENESS = 0.5
"""The likeness in wording from which two protocols are said to belong to one family: half of the words."""

Held = TypeVar("Held", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a council's protocol another one's is."""

    council: str
    """The other council's slug."""
    wording: float | None
    """From 0 to 1; None where too little of the words of both is in one language for them to be compared."""
    coverage: float
    """From 0 to 1."""
    topics: int
    """Of how many topics both speak."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How like a council's protocol another one's is in coverage alone. Wordings take long to compare."""

    council: str
    """The other council's slug."""
    coverage: float
    """From 0 to 1."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The councils nearest to one, the likest first."""

    in_wording: tuple[Likeness, ...]
    """Of those whose words can be compared."""
    in_coverage: tuple[Coverage, ...]
    family: tuple[str, ...]
    """The slugs of those that share at least half of the words with it."""


def likeness_in_coverage(left: Iterable[str], right: Iterable[str]) -> float:
    """The likeness in coverage of two sets of topics; 0 where both are empty."""
    left, right = set(left), set(right)
    return len(left & right) / len(left | right) if left | right else 0.0


class _Outline(NamedTuple):
    """The words of a version as digests."""

    texts: tuple[bytes, ...]
    """Of each of its statements."""
    words: bytes
    """Of all of its words on each topic."""


_NEAREST, _CANDIDATES = "nearest", "candidates for likeness"
"""Under which names is kept how like councils are to those nearest to them, and who may be these."""


class _Found(NamedTuple):
    """What one process has found out."""

    neighbours: dict[str, Neighbours]
    wordings: dict[tuple[str, str], float]
    nearest: dict[str, KnownNearest]


class Likenesses:
    """The likenesses of versions of one kind, one for each council, each worked out when it is first asked for."""

    def __init__(self, versions: Iterable[Version], vocabulary: Vocabulary, values: CouncilValues | None = None):
        self._vocabulary, self._values = vocabulary, values or CouncilValues()
        self._versions = {version.council: version for version in versions}
        self._topic_words: dict[str, TopicWords] = {}
        """By council: kept while councils are compared, since each is compared with several others."""
        self._alike: dict[Hashable, Any] = {}
        """What councils have alike of these words and of their digests, each held once."""
        self._wording: dict[tuple[str, str], float] = {}
        """The likeness in wording by two councils, in alphabetical order."""
        self._neighbours: dict[str, Neighbours] = {}
        self._kept_wordings: dict[bytes, float] = {}
        """The likenesses in wording that have been kept, by the digests of the words of both."""
        self._outlines = dict(self._outlined())
        self._languages = dict(self._languages_told())
        """Of those who did not adopt theirs in English the language of the words that are compared."""
        self._shared: SharedTexts | None = None
        """Counts what councils share: filled where all are to be compared, as the next are."""
        self._known_nearest: dict[str, KnownNearest] = {}
        """Who shares the most with whom, as it was found out before, as far as it is still so."""
        self._topic_bits: dict[str, int] = {}
        """By council a bit for each of its topics."""
        self._nearest_by_topics: dict[int, list[str]] = {}
        """By these bits the councils nearest in coverage: many speak of the same topics."""

    def all(self, progress: Progress = SILENT) -> dict[str, Neighbours]:
        """The neighbours of every council, worked out on all processors where there are many."""
        unknown = [slug for slug in self._versions if slug not in self._neighbours]
        if unknown:
            self._topic_bits = _bits({slug: version.spoken for slug, version in self._versions.items()})
            self._know_nearest(unknown)
            kept = self._take_wordings(_NEAREST)
            for _, found in parallel_map(unknown, lambda part: self._share(part, progress)):
                self._neighbours.update(found.neighbours)
                self._wording.update(found.wordings)
                self._known_nearest.update(found.nearest)
            self._keep_wordings(_NEAREST, kept, self._wording)
            self._values.keep_together(_CANDIDATES, self._known_nearest)
            self._topic_words.clear()  # the words of all councils are large, and hardly needed again
            self._alike.clear()
            let_go_of_words()
            self._shared = None
        return {slug: self._neighbours[slug] for slug in self._versions}

    def _share(self, councils: Iterable[str], progress: Progress) -> "_Found":
        what = "the councils are compared with those like them"
        neighbours = {slug: self.of(slug) for slug in progress.through(councils, what)}
        return _Found(neighbours, self._wording, self._known_nearest)

    def of(self, council: str) -> Neighbours:
        """The neighbours of a council."""
        if council not in self._neighbours:
            self._neighbours[council] = self._nearest(council)
        return self._neighbours[council]

    def between(self, council: str, other: str) -> Likeness:
        """How like a council's protocol another one's is."""
        topics = len(self._versions[council].spoken.keys() & self._versions[other].spoken.keys())
        wording = self._wording_between(council, other) if self._have_a_language(council, other) else None
        return Likeness(other, wording, self._coverage(council, other), topics)

    def _have_a_language(self, council: str, other: str) -> bool:
        """Whether the words of two councils that are compared are in one language."""
        own = self._languages.get(council, LANGUAGE)
        return own == self._languages.get(other, LANGUAGE) != ""

    @property
    def untold(self) -> list[str]:
        """The councils too little of whose words is in English."""
        return [slug for slug, language in self._languages.items() if language != LANGUAGE]

    def _coverage(self, council: str, other: str) -> float:
        if council in self._topic_bits:
            return self._in_common(self._topic_bits[council], other)
        return likeness_in_coverage(self._versions[council].spoken, self._versions[other].spoken)

    def _wording_between(self, council: str, other: str) -> float:
        first, second = sorted((council, other))  # so that a pair is worked out once
        if (first, second) not in self._wording:
            wording = self._kept_wordings.get(self._words_of_both(first, second))
            if wording is None:
                wording = likeness_in_wording(self._words_of(first), self._words_of(second))
            self._wording[first, second] = wording
        return self._wording[first, second]

    def _words_of(self, council: str) -> TopicWords:
        if council not in self._topic_words:
            version, vocabulary = self._versions[council], self._vocabulary
            written = self._values.of(version, "topic words", lambda: as_written(topic_words(version, vocabulary)))
            words = as_read(written)
            self._topic_words[council] = {topic: tuple(map(self._held, said)) for topic, said in words.items()}
        return self._topic_words[council]

    def _held(self, one: Held) -> Held:
        """What is equal to something and is held already, else itself from now on."""
        held: Held = self._alike.setdefault(one, one)
        return held

    def _outlined(self) -> Iterator[tuple[str, _Outline]]:
        """Yield the outline of every version."""

        def outline(version: Version) -> _Outline:
            return _outline_of(self._words_of(version.council))

        versions = list(self._versions.values())
        for version, (texts, words) in self._values.of_each(versions, "outline", outline):
            yield version.council, _Outline(tuple(map(self._held, texts)), words)

    def _languages_told(self) -> Iterator[tuple[str, str]]:
        """Yield the language of what is compared of every version that was not adopted in English."""
        versions = [version for version in self._versions.values() if version.language != LANGUAGE]
        for version, language in self._values.of_each(versions, "language of words", language_of_words):
            yield version.council, language

    def know_wordings(self, purpose: str, pairs: Iterable[tuple[str, str]]) -> None:
        """Have ready how like each other the councils of some pairs are in wording: kept by the words of both."""
        kept, asked = self._take_wordings(purpose), [(min(pair), max(pair)) for pair in pairs]
        self._keep_wordings(purpose, kept, {pair: self._wording_between(*pair) for pair in asked})

    def _take_wordings(self, purpose: str) -> dict[bytes, float]:
        """Have ready what has been kept for a purpose."""
        kept: dict[bytes, float] = self._values.together(f"likeness, {purpose}")
        self._kept_wordings.update(kept)
        return kept

    def _keep_wordings(
        self, purpose: str, kept: Mapping[bytes, float], wordings: Mapping[tuple[str, str], float]
    ) -> None:
        by_words = {self._words_of_both(*pair): wording for pair, wording in wordings.items()}
        if by_words.keys() != kept.keys():
            self._values.keep_together(f"likeness, {purpose}", by_words)

    def _words_of_both(self, first: str, second: str) -> bytes:
        """What changes with the words of either of two councils in alphabetical order."""
        return self._outlines[first].words + self._outlines[second].words

    def _nearest(self, council: str) -> Neighbours:
        candidates = (self.between(council, other) for other in self._candidates(council))
        weighed = [(likeness.wording, likeness) for likeness in candidates if likeness.wording is not None]
        weighed.sort(key=lambda one: (-one[0], -one[1].coverage, one[1].council))
        by_wording = [likeness for _, likeness in weighed]
        by_coverage = [Coverage(other, self._coverage(council, other)) for other in self._nearest_in_coverage(council)]
        family = tuple(likeness.council for wording, likeness in weighed if wording >= FAMILY_LIKENESS)
        return Neighbours(tuple(by_wording[:NEAREST]), tuple(by_coverage), family)

    def _candidates(self, council: str) -> Sequence[str]:
        if len(self._versions) <= COMPARED_WITH_ALL:
            return [other for other in self._versions if other != council]
        if council not in self._known_nearest:
            self._known_nearest[council] = self._nearest_by_texts(council)
        return self._known_nearest[council].councils

    def _nearest_by_texts(self, council: str) -> KnownNearest:
        own = frozenset(self._outlines[council].texts)

        def in_common(other: str) -> int:
            return len(own.intersection(self._outlines[other].texts))

        if self._shared:
            found = self._shared.nearest(council, CANDIDATES)
        else:
            found = self._first(CANDIDATES, lambda other: -in_common(other), council)
        return KnownNearest(self._outlines[council].words, tuple(found), in_common(found[-1]))

    def _know_nearest(self, councils: Sequence[str]) -> None:
        """Have ready who shares most with each of the councils, as far as it is still so, or what counts it."""
        if len(self._versions) <= COMPARED_WITH_ALL:
            return
        kept: dict[str, KnownNearest] = self._values.together(_CANDIDATES)
        texts_of = {slug: one.texts for slug, one in self._outlines.items()}
        words = {slug: one.words for slug, one in self._outlines.items()}
        self._known_nearest = still_nearest(kept, words, texts_of)
        unknown = [slug for slug in councils if slug not in self._known_nearest]
        self._shared = SharedTexts(texts_of) if len(unknown) > MOST_NEW else None

    def _nearest_in_coverage(self, council: str) -> list[str]:
        topics = self._topic_bits.get(council)
        if topics is None:
            own = self._versions[council].spoken
            return self._first(NEAREST, lambda other: -likeness_in_coverage(own, self._versions[other].spoken), council)
        if topics not in self._nearest_by_topics:
            self._nearest_by_topics[topics] = self._first(NEAREST + 1, lambda other: -self._in_common(topics, other))
        return [other for other in self._nearest_by_topics[topics] if other != council][:NEAREST]

    def _in_common(self, topics: int, other: str) -> float:
        """The likeness in coverage, by the bits of topics."""
        either = topics | self._topic_bits[other]
        return (topics & self._topic_bits[other]).bit_count() / either.bit_count() if either else 0.0

    def _first(self, most: int, key: Callable[[str], float], but: str = "") -> list[str]:
        """The councils that come first by a figure, then by their slugs."""
        return nsmallest(most, (other for other in self._versions if other != but), key=lambda one: (key(one), one))


def _outline_of(words: TopicWords) -> _Outline:
    texts = {" ".join(one.keys) for statements in words.values() for one in statements}
    return _Outline(tuple(sorted(map(_short, texts))), _short(repr(words)))


def _short(text: str) -> bytes:
    return blake2b(text.encode(), digest_size=10).digest()


def _bits(things_of: Mapping[str, Iterable[str]]) -> dict[str, int]:
    """For each holder a number with a bit for each thing that it holds."""
    places = {
        thing: place for place, thing in enumerate(sorted({thing for things in things_of.values() for thing in things}))
    }
    return {holder: sum(1 << places[thing] for thing in things) for holder, things in things_of.items()}


def families(neighbours_of: Mapping[str, Neighbours]) -> list[list[str]]:
    """Councils whose protocols share half of their words, directly or through others; the largest family first."""
    family_of = {slug: [slug] for slug in neighbours_of}
    for slug, neighbours in neighbours_of.items():
        for other in neighbours.family:
            if family_of[slug] is not family_of[other]:
                _merge(family_of, slug, other)
    distinct = {id(family): sorted(family) for family in family_of.values() if len(family) > 1}
    return sorted(distinct.values(), key=lambda family: (-len(family), family))


def _merge(family_of: dict[str, list[str]], slug: str, other: str) -> None:
    larger, smaller = sorted((family_of[slug], family_of[other]), key=len, reverse=True)
    larger += smaller
    for member in smaller:
        family_of[member] = larger


def ordered_by_likeness(slugs: Iterable[str], likenesses: Likenesses) -> Iterator[str]:
    """Councils so ordered that neighbours are alike: each is followed by the likest of those left."""
    left = sorted(slugs)
    here = left.pop(0) if left else None
    while here is not None:
        yield here
        last = here
        here = max(left, key=lambda other: likenesses.between(last, other).wording or 0.0, default=None)
        if here is not None:
            left.remove(here)

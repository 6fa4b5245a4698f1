"""How like two protocols are: in wording, and in coverage, that is, in the topics of which they speak.

**Coverage** is the share of the topics of which either speaks of which both do (Jaccard's index).

**Wording** is the share of the words of both, on the topics of either, that stand in both in the same
order in statements that the alignment puts side by side, and not for the topic alone (Sørensen's
coefficient). A topic of which one does not speak counts as words that are not alike. Protocols are
compared in English, as adopted or translated, so that the figures are the same in both languages of
the site.

Comparing every council with every other would take time that grows with their square. Where there are
many, the likest in wording are sought among those that share most statements word for word.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from heapq import nsmallest
from typing import Any, NamedTuple, TypeVar

from rapidfuzz.distance import LCSseq

from protocolau.comparison.alignment import AlignedText, Tokens, align
from protocolau.comparison.compared_statements import compared_statement
from protocolau.comparison.shared_texts import SharedTexts
from protocolau.language.tokens import word_tokens
from protocolau.library.council_values import CouncilValues
from protocolau.model.protocol import Version
from protocolau.model.vocabulary import Vocabulary
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress

LANGUAGE = "en"
"""The language in which protocols are compared."""
COMPARED_WITH_ALL = 40
"""Councils up to which each is compared with every other."""
CANDIDATES = 6
"""Councils with which each is compared, where there are more."""
NEAREST = 5
"""Councils that are named as the likest to one."""
FAMILY_LIKENESS = 0.5
"""The likeness in wording from which two protocols are said to belong to one family: half of the words."""

Held = TypeVar("Held", bound=Hashable)
TopicWords = Mapping[str, tuple[AlignedText, ...]]
"""What a version says on each topic of which it speaks: its statements, each as its words."""


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
    in_coverage: tuple[Coverage, ...]
    family: tuple[str, ...]
    """The slugs of those that share at least half of the words with it."""


def topic_words(version: Version, vocabulary: Vocabulary) -> TopicWords:
    """The words of a version on each of its topics."""
    words: dict[tuple[str, int], tuple[str, ...]] = {}
    for one in version.statements:
        if one.topics:
            compared = compared_statement(version, one, LANGUAGE)
            words[one.anchor, one.position] = word_tokens(compared.text_in(LANGUAGE) or compared.text)
    return {
        topic: tuple(
            AlignedText(words[one.anchor, one.position], vocabulary.side_of(one.by), one.topic == topic) for one in said
        )
        for topic, said in version.by_topic.items()
    }


def likeness_in_wording(left: TopicWords, right: TopicWords) -> float:
    """The likeness in wording of two protocols; 0 where neither speaks of any topic.

    Every statement counts once: among the words of its protocol under its principal topic, and beside another
    statement under the first topic on which the two are put side by side.
    """
    total = sum(_word_count(statements) for side in (left, right) for statements in side.values())
    if not total:
        return 0.0
    words, passing = 0, dict[_SideBySide, int]()
    for topic in left.keys() & right.keys():
        alike = _alike_on_topic(left[topic], right[topic])
        words += alike.words
        for pair, in_common in alike.passing:
            passing[pair] = max(in_common, passing.get(pair, 0))
    return min(1.0, 2 * (words + sum(passing.values())) / total)


def likeness_in_coverage(left: Iterable[str], right: Iterable[str]) -> float:
    """The likeness in coverage of two sets of topics; 0 where both are empty."""
    left, right = set(left), set(right)
    return len(left & right) / len(left | right) if left | right else 0.0


@lru_cache(maxsize=2**14)
def _word_count(statements: tuple[AlignedText, ...]) -> int:
    return sum(len(statement.keys) for statement in statements if statement.is_principal)


_SideBySide = tuple[Tokens, Tokens]
"""The words of what is put side by side."""


class _AlikeOnTopic(NamedTuple):
    """How many words two protocols have alike on a topic."""

    words: int
    """In statements of which it is the principal topic: they stand side by side under no other."""
    passing: tuple[tuple[_SideBySide, int], ...]
    """In what may stand side by side under another topic too."""


@lru_cache(maxsize=2**15)
def _alike_on_topic(left: tuple[AlignedText, ...], right: tuple[AlignedText, ...]) -> _AlikeOnTopic:
    """What two protocols have alike that say this on a topic. Most say what others do, and are compared once."""
    left_rest, right_rest, words = list(left), list(right), 0
    for statement in left:
        if statement.is_principal and statement in right_rest:
            left_rest.remove(statement)
            right_rest.remove(statement)
            words += len(statement.keys)
    passing: Counter[_SideBySide] = Counter()
    for pair, is_principal in _side_by_side(left_rest, right_rest):
        if is_principal:
            words += LCSseq.similarity(*pair)
        else:
            passing[pair] += 1
    return _AlikeOnTopic(words, tuple((pair, LCSseq.similarity(*pair) * times) for pair, times in passing.items()))


def _side_by_side(left: Sequence[AlignedText], right: Sequence[AlignedText]) -> Iterator[tuple[_SideBySide, bool]]:
    """What is put side by side on one topic, and whether the topic is the principal one of all of it."""
    if not any(statement.is_principal for statement in (*left, *right)):
        return
    counted_left: set[int] = set()
    counted_right: set[int] = set()
    for group in align(left, right) if left and right else ():
        here = [left[place] for place in group.left if place not in counted_left]
        there = [right[place] for place in group.right if place not in counted_right]
        counted_left.update(group.left)
        counted_right.update(group.right)
        if here and there and not group.by_topic_alone:
            is_principal = all(statement.is_principal for statement in (*here, *there))
            yield (_words_of_all(here), _words_of_all(there)), is_principal


def _words_of_all(statements: Sequence[AlignedText]) -> tuple[str, ...]:
    """The words of some statements, as one text."""
    if len(statements) == 1:
        return statements[0].keys
    return tuple(word for statement in statements for word in statement.keys)


class _Outline(NamedTuple):
    """The words of a version as digests."""

    texts: tuple[bytes, ...]
    """Of each of its statements."""
    words: bytes
    """Of all of its words on each topic."""


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
        self._outlines = {slug: self._outline(slug) for slug in self._versions}
        self._shared: SharedTexts | None = None
        """Counts what councils share: filled where all are to be compared, as the next is."""
        self._topic_bits: dict[str, int] = {}
        """By council a bit for each of its topics."""
        self._nearest_by_topics: dict[int, list[str]] = {}
        """By these bits the councils nearest in coverage: many speak of the same topics."""

    def all(self, progress: Progress = SILENT) -> dict[str, Neighbours]:
        """The neighbours of every council, worked out on all processors where there are many."""
        unknown = [slug for slug in self._versions if slug not in self._neighbours]
        if unknown:
            self._topic_bits = _bits({slug: version.spoken for slug, version in self._versions.items()})
            self._shared = SharedTexts({slug: one.texts for slug, one in self._outlines.items()})
            for slugs, neighbours in parallel_map(unknown, lambda part: self._share(part, progress)):
                self._neighbours.update(zip(slugs, neighbours, strict=True))
            self._topic_words.clear()  # the words of all councils are large, and hardly needed again
            self._alike.clear()
            _alike_on_topic.cache_clear()
            self._shared = None
        return {slug: self._neighbours[slug] for slug in self._versions}

    def _share(self, councils: Sequence[str], progress: Progress) -> list[Neighbours]:
        return [self.of(slug) for slug in progress.through(councils, "the councils are compared with those like them")]

    def of(self, council: str) -> Neighbours:
        """The neighbours of a council."""
        if council not in self._neighbours:
            self._neighbours[council] = self._nearest(council)
        return self._neighbours[council]

    def between(self, council: str, other: str) -> Likeness:
        """How like a council's protocol another one's is."""
        topics = len(self._versions[council].spoken.keys() & self._versions[other].spoken.keys())
        return Likeness(other, self._wording_between(council, other), self._coverage(council, other), topics)

    def _coverage(self, council: str, other: str) -> float:
        return likeness_in_coverage(self._versions[council].spoken, self._versions[other].spoken)

    def _wording_between(self, council: str, other: str) -> float:
        first, second = sorted((council, other))  # so that a pair is worked out once
        if (first, second) not in self._wording:
            self._wording[first, second] = likeness_in_wording(self._words_of(first), self._words_of(second))
        return self._wording[first, second]

    def _words_of(self, council: str) -> TopicWords:
        if council not in self._topic_words:
            words = topic_words(self._versions[council], self._vocabulary)
            self._topic_words[council] = {topic: tuple(map(self._held, said)) for topic, said in words.items()}
        return self._topic_words[council]

    def _held(self, one: Held) -> Held:
        """What is equal to something and is held already, else itself from now on."""
        held: Held = self._alike.setdefault(one, one)
        return held

    def _outline(self, council: str) -> _Outline:
        outline = self._values.of(self._versions[council], "outline", lambda: _outline_of(self._words_of(council)))
        return _Outline(tuple(map(self._held, outline.texts)), outline.words)

    def know_wordings(self, council: str, purpose: str, others: Iterable[str]) -> None:
        """Have ready how like a council others are in wording. That is kept by the words of each."""
        keys = {f"{other} {self._outlines[other].words.hex()}": other for other in others if other != council}
        version, name = self._versions[council], f"likeness, {purpose}"
        wordings = self._values.by_key(version, name, keys, lambda key: self._wording_between(council, keys[key]))
        for key, wording in wordings.items():
            first, second = sorted((council, keys[key]))
            self._wording[first, second] = wording

    def _nearest(self, council: str) -> Neighbours:
        others = self._candidates(council)
        self.know_wordings(council, "nearest", others)
        candidates = [self.between(council, other) for other in others]
        by_wording = sorted(candidates, key=lambda likeness: (-likeness.wording, -likeness.coverage, likeness.council))
        by_coverage = [Coverage(other, self._coverage(council, other)) for other in self._nearest_in_coverage(council)]
        family = tuple(likeness.council for likeness in by_wording if likeness.wording >= FAMILY_LIKENESS)
        return Neighbours(tuple(by_wording[:NEAREST]), tuple(by_coverage), family)

    def _candidates(self, council: str) -> list[str]:
        others = [other for other in self._versions if other != council]
        if len(others) < COMPARED_WITH_ALL:
            return others
        if self._shared:
            return self._shared.nearest(council, CANDIDATES)
        own = frozenset(self._outlines[council].texts)
        return nsmallest(
            CANDIDATES, others, key=lambda other: (-len(own.intersection(self._outlines[other].texts)), other)
        )

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
        here = max(left, key=lambda other: likenesses.between(last, other).wording, default=None)
        if here is not None:
            left.remove(here)

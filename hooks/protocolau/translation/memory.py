"""Translation memory: what has been translated anywhere, for whoever meets the same or nearly the same words again.

Every version of every council is remembered, in both directions: a pair made from English serves a
protocol adopted in Welsh as well. Equal sources are kept once, which is what keeps a search short
when a thousand councils have adopted the same model.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain

from rapidfuzz import fuzz, process

from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Version
from protocolau.translation.reading import STATES

LEAST = 60
"""Likeness below which a sentence is of no help."""
EXACT = 100
"""The likeness of equal texts, and of no others."""


def name_in_council(version: Version) -> str:
    """What tells a version from all others of its council: `2019-07-16`, `conduct/2019-07-16`."""
    return version.slug if version.kind == RELATIONS else f"{version.kind}/{version.slug}"


@dataclass(frozen=True, slots=True)
class UnitAddress:
    """A unit of a version of a document of a council."""

    council: str
    version: str
    """Its name within the council."""
    unit: str

    def __str__(self) -> str:
        return f"{self.council} {self.version} {self.unit}".rstrip()


@dataclass(frozen=True, slots=True)
class TranslatedPair:
    """A text and its translation, as they stand at a place."""

    source: str
    target: str
    state: str
    """What its translator says of it: `adopted`, `reviewed` or `draft`."""
    place: UnitAddress


@dataclass(frozen=True, slots=True)
class MemoryMatch:
    """A translated text that is like another: how like, and where it stands."""

    likeness: int
    """0 to 100; 100 only where the source is the same, character for character."""
    source: str
    target: str
    state: str
    """The best state that this translation has in any of its places."""
    places: tuple[UnitAddress, ...]

    @property
    def is_exact(self) -> bool:
        """Whether the source is the same, character for character."""
        return self.likeness == EXACT


class Memory:
    """Pairs from one language into another, found by their source."""

    def __init__(self, pairs: Iterable[TranslatedPair]):
        self._pairs: dict[str, dict[str, list[TranslatedPair]]] = {}
        for pair in pairs:
            self._pairs.setdefault(pair.source, {}).setdefault(pair.target, []).append(pair)
        self._sources = sorted(self._pairs, key=len)
        self._lengths = [len(source) for source in self._sources]
        self._near: dict[tuple[str, int], list[tuple[str, int]]] = {}

    def __iter__(self) -> Iterator[MemoryMatch]:
        """Every pair once, as an exact match of its own source, in the order in which they were learnt."""
        return (_match(EXACT, pairs) for targets in self._pairs.values() for pairs in targets.values())

    def nearest(
        self, source: str, place: UnitAddress | None = None, count: int = 1, least: int = LEAST
    ) -> tuple[MemoryMatch, ...]:
        """Finds the translated texts most like a source, the best first, none less like it than `least`.

        `place` is the unit that asks: what stands there itself is no help to it, and of equals its own
        council's come first.
        """
        matches = [
            match for near, likeness in self._alike(source, least) for match in self._matches(near, likeness, place)
        ]
        return tuple(sorted(matches, key=lambda match: _rank(match, place))[:count])

    def _matches(self, source: str, likeness: int, place: UnitAddress | None) -> Iterator[MemoryMatch]:
        for pairs in self._pairs.get(source, {}).values():
            if others := [pair for pair in pairs if pair.place != place]:
                yield _match(likeness, others)

    def _alike(self, source: str, least: int) -> list[tuple[str, int]]:
        """Remembered sources with their likeness. Texts of very different lengths cannot be alike: none is tried."""
        if (source, least) not in self._near:
            low = bisect_left(self._lengths, len(source) * least / (2 * EXACT - least))
            high = bisect_right(self._lengths, len(source) * (2 * EXACT - least) / max(least, 1))
            candidates = self._sources[low:high]
            scored = process.extract(source, candidates, scorer=fuzz.ratio, score_cutoff=least, limit=_TRIED)
            self._near[source, least] = [(near, _likeness(source, near, score)) for near, score, _ in scored]
        return self._near[source, least]


_TRIED = 12
"""Near sources looked at for one answer: more than it has, since some stand only where the question comes from."""


def remember(library: Library, source: str, target: str, kept: Iterable[TranslatedPair] = ()) -> Memory:
    """Makes the memory of a whole library from one language into another, with pairs kept from elsewhere after it."""
    ours = (pair for version in library.versions() for pair in _pairs(version, source, target))
    return Memory(chain(ours, kept))


def _pairs(version: Version, source: str, target: str) -> Iterator[TranslatedPair]:
    for translation in version.translations.values():
        for name, unit in translation.units.items():
            texts = {version.language: unit.source, translation.language: unit.target}
            address = UnitAddress(version.council, name_in_council(version), name)
            yield TranslatedPair(texts[source], texts[target], unit.state, address)


def _match(likeness: int, pairs: list[TranslatedPair]) -> MemoryMatch:
    state = min((pair.state for pair in pairs), key=STATES.index)
    return MemoryMatch(likeness, pairs[0].source, pairs[0].target, state, tuple(pair.place for pair in pairs))


def _likeness(source: str, near: str, score: float) -> int:
    return EXACT if source == near else min(int(score), EXACT - 1)


def _rank(match: MemoryMatch, place: UnitAddress | None) -> tuple[int, bool, int, int, str]:
    """The likest first; of those the asking council's own, then the one best vouched for, then the one most in use."""
    own = place is not None and any(address.council == place.council for address in match.places)
    return -match.likeness, not own, STATES.index(match.state), -len(match.places), match.target

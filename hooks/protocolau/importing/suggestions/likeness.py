"""Which statements are likest to some words: by their telling words and pairs of words, rare ones counting more.

Plain term frequencies weighted by their inverse frequency in documents, and the cosine between them: it needs no
library, so that it works wherever the import does.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest

from protocolau.importing.suggestions.examples import TaggedWords
from protocolau.language.marks import plain
from protocolau.language.tokens import PartyNames, comparison_keys
from protocolau.language.welsh.mutation import radicals, split_clitic

LEAD_IN, HEADING = 0.5, 0.5
"""How much the words above a statement count beside its own."""

_STEM = 7
"""Letters of a word that count."""
_ENDINGS = ("ies", "ing", "ed", "es", "s")
_COMMON = {
    "en": """
        a all an and any are as at be been between by can each for from had has have if in is it its may must no not of
        on or other shall should such that the their there these they this those to was were when where which who will
        with would
    """,
    "cy": """
        a ac ag ai am ar at bod bydd byddant cael dan dylai ei ein er eu fe fel fod gael gan gyda hefyd hwn hon hynny i
        lle mae mewn na nac nad neu ni nid o oes os pan pob rhaid sydd sy trwy wedi wrth y ydynt yn yr yw ym yng
    """,
}

Vector = Mapping[str, float]
_Wording = tuple[str, tuple[str, ...], str]
"""A text, its lead-ins and its heading."""


class LikenessIndex:
    """Words of a language by what they have in common with a query."""

    def __init__(
        self,
        language: str,
        examples: Sequence[TaggedWords],
        names: PartyNames,
        beside: "LikenessIndex | None" = None,
    ):
        """What is in `beside` counts for how rare words are, and is not found."""
        self._language, self._names = language, names
        wordings: dict[_Wording, list[int]] = defaultdict(list)
        for place, one in enumerate(examples):
            wordings[one.text, one.lead_ins, one.heading].append(place)
        self._places = list(wordings.values())
        """Of each wording the places of the examples that have it: councils have most of theirs from each other."""
        counted = [self._counts(*wording) for wording in wordings]
        self._size: int = len(examples) + (beside._size if beside else 0)
        self._holding: Counter[str] = Counter(beside._holding if beside else ())
        """In how many examples each feature stands."""
        for counts, places in zip(counted, self._places, strict=True):
            self._holding.update(dict.fromkeys(counts, len(places)))
        self._unknown = math.log((self._size + 1) / 1.5)
        self._weights = {feature: math.log((self._size + 1) / (n + 0.5)) for feature, n in self._holding.items()}
        self._postings: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for wording, counts in enumerate(counted):
            for feature, weight in self._vector(counts).items():
                self._postings[feature].append((wording, weight))

    def likest(self, words: TaggedWords, n: int) -> list[tuple[int, float]]:
        """The places of the likest examples and how like they are, from 0 to 1, the likest first."""
        found: dict[int, float] = defaultdict(float)
        for feature, weight in self._vector(self._counts(words.text, words.lead_ins, words.heading)).items():
            for wording, other in self._postings.get(feature, ()):
                found[wording] += weight * other
        likest = nsmallest(n, found.items(), key=_likest_first)
        each = ((place, likeness) for wording, likeness in likest for place in self._places[wording][:n])
        return sorted(each, key=_likest_first)[:n]

    def _counts(self, text: str, lead_ins: Sequence[str], heading: str) -> dict[str, float]:
        """How often each feature occurs, those above the words themselves counting less."""
        counts: dict[str, float] = defaultdict(float)
        for words, weight in ((text, 1.0), (" ".join(lead_ins), LEAD_IN), (heading, HEADING)):
            for feature, times in Counter(self._features(words)).items():
                counts[feature] += weight * (1 + math.log(times))
        return counts

    def _vector(self, counts: Mapping[str, float]) -> Vector:
        weighted = {feature: n * self._weights.get(feature, self._unknown) for feature, n in counts.items()}
        length = math.sqrt(sum(weight * weight for weight in weighted.values())) or 1.0
        return {feature: weight / length for feature, weight in weighted.items()}

    def _features(self, text: str) -> Iterable[str]:
        keys = comparison_keys(readable(text), self._names)
        stems = [stem(key, self._language) for key in keys if key not in _common(self._language)]
        return [*stems, *(f"{one} {other}" for one, other in zip(stems, stems[1:], strict=False))]


def _likest_first(found: tuple[int, float]) -> tuple[float, int]:
    place, likeness = found
    return -likeness, place


def readable(text: str) -> str:
    """A text without its marks of emphasis; as it is where they do not close."""
    try:
        return plain(text)
    except ValueError:
        return text


@lru_cache(maxsize=65536)
def stem(word: str, language: str) -> str:
    """What a word has in common with its other forms, roughly; the name of a party is the party."""
    if "/" in word:
        return word.partition("/")[0] + "/"
    if language == "cy":
        return min(radicals(split_clitic(word)[0]))[:_STEM]
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            word = word.removesuffix(ending)
            break
    return word[:_STEM]


@lru_cache(maxsize=4)
def _common(language: str) -> frozenset[str]:
    return frozenset(_COMMON[language].split())

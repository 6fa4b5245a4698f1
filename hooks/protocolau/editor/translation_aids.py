"""What helps to translate a unit: what was translated before, the glossary's terms, and the checks."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar

from protocolau.editor.edited_unit import EditedUnit
from protocolau.language import LANGUAGES, other
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.translation import Unit
from protocolau.model.vocabulary import Term, Vocabulary
from protocolau.read.problem import Faulty
from protocolau.translation.checks import BilingualWarning, TranslationChecker, accepted_words_in
from protocolau.translation.exchange.kept_memory import kept_pairs
from protocolau.translation.memory import (
    Memory,
    MemoryMatch,
    TranslatedPair,
    UnitAddress,
    name_in_council,
    remember,
)

SUGGESTED = 3
"""Translations from memory that are offered for a unit."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class _OfNewest(Generic[Key, Value]):
    """Keeps what was made of one thing until it is asked for that of another: the older one can go."""

    def __init__(self) -> None:
        self._kept: tuple[Key, Value] | None = None

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """What was made of this very object, made now where it is another than the last."""
        if self._kept is None or self._kept[0] is not key:
            self._kept = (key, make())
        return self._kept[1]


def _memories(library: Library, vocabulary: Path) -> dict[str, Memory]:
    """The memory from each language, with what is kept beside the vocabulary, unless that file is spoilt."""
    kept: dict[str, list[TranslatedPair]] = {}
    with suppress(Faulty):
        kept = {source: kept_pairs(vocabulary, source, other(source)) for source in LANGUAGES}
    return {source: remember(library, source, other(source), kept.get(source, ())) for source in LANGUAGES}


class TranslationAids:
    """Memory, terms and checks of the library as it stands, made again only when that has changed."""

    def __init__(self, library: Callable[[], Library]):
        self._library = library
        self._memories = _OfNewest[Library, dict[str, Memory]]()
        self._checker = _OfNewest[Vocabulary, TranslationChecker]()

    @property
    def library(self) -> Library:
        """The library as it stands."""
        return self._library()

    def suggestions(self, edited: EditedUnit) -> tuple[MemoryMatch, ...]:
        """The translations of the texts that are most like a unit's, the best first."""
        library = self.library
        memories = self._memories.get(library, lambda: _memories(library, edited.vocabulary_folder))
        address = UnitAddress(edited.council.slug, name_in_council(edited.version), edited.name)
        return memories[edited.version.language].nearest(edited.source, address, SUGGESTED)

    def terms(self, edited: EditedUnit) -> list[Term]:
        """The terms of the glossary that stand in the words of a unit, each once."""
        library = self.library
        places = library.term_finders[edited.version.language].find(plain(edited.source))
        return [library.vocabulary.terms[slug] for slug in dict.fromkeys(place.slug for place in places)]

    def warnings(self, edited: EditedUnit, unit: Unit | None) -> list[BilingualWarning]:
        """What the checks say of a unit once it stands so; accepted words at fault are told elsewhere."""
        if unit is None:
            return []
        vocabulary = self.library.vocabulary
        with suppress(Faulty):
            checker = self._checker.get(
                vocabulary, lambda: TranslationChecker(vocabulary, accepted_words_in(edited.vocabulary_folder))
            )
            return checker.check_unit(edited.name, edited.version, edited.translation_with(unit), edited.council)
        return []

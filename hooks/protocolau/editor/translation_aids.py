"""What helps to translate a unit: what was translated before, the glossary's terms, and the checks."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Generic, TypeVar
from weakref import WeakKeyDictionary

from protocolau.editor.edited_unit import EditedUnit, council_folder
from protocolau.language import LANGUAGES, other
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.translation import Translation, Unit
from protocolau.model.vocabulary import Term, Vocabulary
from protocolau.read.problem import Faulty
from protocolau.repository.vocabulary_files import VOCABULARY
from protocolau.translation.checks import BilingualWarning, TranslationChecker, accepted_words_in
from protocolau.translation.concordance import concordance
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
FOUND = 30
"""Places that are shown where some words are looked up."""

Key = TypeVar("Key")
Value = TypeVar("Value")


class _OfNewest(Generic[Key, Value]):
    """Keeps what was made of one thing until it is asked for that of another: the older one can go."""

    def __init__(self) -> None:
        self._kept: tuple[Key, Value] | None = None

    def get(self, key: Key, make: Callable[[], Value]) -> Value:
        """What was made of this very object, made now where it is another than the last."""
        kept = self._kept
        if kept is None or kept[0] is not key:
            kept = self._kept = (key, make())  # another thread may keep that of another thing by now
        return kept[1]


def _memories(library: Library, vocabulary: Path) -> dict[str, Memory]:
    """The memory from each language, with what is kept beside the vocabulary, unless that file is spoilt."""
    kept: dict[str, list[TranslatedPair]] = {}
    with suppress(Faulty):
        kept = {source: kept_pairs(vocabulary, source, other(source)) for source in LANGUAGES}
    return {source: remember(library, source, other(source), kept.get(source, ())) for source in LANGUAGES}


def _by_unit(warnings: Iterable[BilingualWarning]) -> dict[tuple[Path, str], list[BilingualWarning]]:
    """Warnings by the file and the name of their unit."""
    found: dict[tuple[Path, str], list[BilingualWarning]] = {}
    for warning in warnings:
        found.setdefault((warning.path, warning.unit), []).append(warning)
    return found


class TranslationAids:
    """Memory, terms and checks of the library as it stands, made again only when that has changed."""

    def __init__(self, library: Callable[[], Library]):
        self._library = library
        self._memories = _OfNewest[Library, dict[str, Memory]]()
        self._checker = _OfNewest[Vocabulary, TranslationChecker]()
        self._of_translations = WeakKeyDictionary[Translation, dict[tuple[Path, str], list[BilingualWarning]]]()
        self._found = _OfNewest[Library, dict[tuple[Path, str], list[BilingualWarning]]]()

    @property
    def library(self) -> Library:
        """The library as it stands."""
        return self._library()

    def suggestions(self, edited: EditedUnit) -> tuple[MemoryMatch, ...]:
        """The translations of the texts that are most like a unit's, the best first."""
        address = UnitAddress(edited.council.slug, name_in_council(edited.version), edited.name)
        return self._memory(edited).nearest(edited.source, address, SUGGESTED)

    def looked_up(self, edited: EditedUnit, words: str) -> list[MemoryMatch]:
        """The translations that have some words in either language."""
        return concordance(self._memory(edited), (edited.version.language, edited.language), words, FOUND)

    def _memory(self, edited: EditedUnit) -> Memory:
        library = self.library
        memories = self._memories.get(library, lambda: _memories(library, edited.vocabulary_folder))
        return memories[edited.version.language]

    def terms(self, edited: EditedUnit) -> list[Term]:
        """The terms of the glossary that stand in the words of a unit, each once."""
        library = self.library
        places = library.term_finders[edited.version.language].find(plain(edited.source))
        return [library.vocabulary.terms[slug] for slug in dict.fromkeys(place.slug for place in places)]

    def warnings(self, edited: EditedUnit, unit: Unit | None) -> list[BilingualWarning]:
        """What the checks say of a unit once it stands so; accepted words at fault are told elsewhere."""
        if unit is None:
            return []
        with suppress(Faulty):
            checker = self._checker_of(edited.vocabulary_folder)
            return checker.check_unit(edited.name, edited.version, edited.translation_with(unit), edited.council)
        return []

    def all_warnings(self) -> dict[tuple[Path, str], list[BilingualWarning]]:
        """What the checks say of every unit of every version, by its file and its name."""
        library = self.library
        return self._found.get(library, lambda: self._check(library))

    def warnings_of(self, council: Council, version: Version) -> dict[tuple[Path, str], list[BilingualWarning]]:
        """What the checks say of every unit of a version, but for how others have translated the same words."""
        translation = version.translations.get(other(version.language))
        if translation is None:
            return {}
        if translation not in self._of_translations:
            self._of_translations[translation] = self._check_translation(council, version, translation)
        return self._of_translations[translation]

    def _check_translation(
        self, council: Council, version: Version, translation: Translation
    ) -> dict[tuple[Path, str], list[BilingualWarning]]:
        with suppress(Faulty):
            checker = self._checker_of(council_folder(council).parent / VOCABULARY)
            return _by_unit(checker.check_translation(version, translation, council))
        return {}

    def _check(self, library: Library) -> dict[tuple[Path, str], list[BilingualWarning]]:
        with suppress(Faulty, StopIteration):
            folder = council_folder(next(iter(library.councils.values()))).parent / VOCABULARY
            return _by_unit(self._checker_of(folder).check_library(library))
        return {}

    def _checker_of(self, vocabulary_folder: Path) -> TranslationChecker:
        vocabulary = self.library.vocabulary
        return self._checker.get(
            vocabulary, lambda: TranslationChecker(vocabulary, accepted_words_in(vocabulary_folder))
        )

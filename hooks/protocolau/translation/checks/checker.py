"""Everything that looks wrong in a unit, in a translation or in a whole library."""

from collections.abc import Iterator
from functools import cached_property

from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.translation import Translation
from protocolau.model.vocabulary import Vocabulary
from protocolau.translation.checks.accepted_words import AcceptedWords
from protocolau.translation.checks.clause import checked_clause
from protocolau.translation.checks.consistency import consistency_warnings
from protocolau.translation.checks.context import CheckContext, SharedContext
from protocolau.translation.checks.finding import BilingualWarning, CheckedUnit, Finding
from protocolau.translation.checks.lists import list_lengths
from protocolau.translation.checks.stale import STALE, stale_source
from protocolau.translation.checks.warnings import CHECKS, LENGTHS, UNUSED, unused_waivers


class TranslationChecker:
    """Checks translations by one vocabulary and one list of accepted words.

    It makes what all of them share (dictionary, glossary, ordinary English) when the first is checked
    and holds it as long as it lives: whoever checks more than one translation keeps the checker.
    """

    def __init__(self, vocabulary: Vocabulary, accepted_words: AcceptedWords | None = None):
        self._vocabulary, self._accepted_words = vocabulary, accepted_words or AcceptedWords()

    def check_unit(
        self, name: str, version: Version, translation: Translation, council: Council | None = None
    ) -> list[BilingualWarning]:
        """Every warning of one unit of a translation, without those that it waives."""
        if version.other_language == "equal":
            return []
        context = self._shared.of_translation(version, translation, council)
        lists = [finding for unit, finding in list_lengths(version, translation) if unit == name]
        return list(_unit_warnings(name, version, translation, context, lists))

    def check_translation(
        self, version: Version, translation: Translation, council: Council | None = None
    ) -> list[BilingualWarning]:
        """Every warning of one translation, in the order of its file, without those that its units waive.

        `council` lets the council's own names pass. Of words that the council itself has adopted nothing is said.
        """
        if version.other_language == "equal":
            return []
        context = self._shared.of_translation(version, translation, council)
        lists: dict[str, list[Finding]] = {}
        for unit, finding in list_lengths(version, translation):
            lists.setdefault(unit, []).append(finding)
        return [
            warning
            for name in translation.units
            for warning in _unit_warnings(name, version, translation, context, lists.get(name, []))
        ]

    def check_library(self, library: Library) -> list[BilingualWarning]:
        """Every warning of every translation of every version, and those of the library as a whole."""
        warnings = [
            warning
            for council in library.councils.values()
            for version in council.versions
            for translation in version.translations.values()
            for warning in self.check_translation(version, translation, council)
        ]
        return sorted({*warnings, *consistency_warnings(library)})

    @cached_property
    def _shared(self) -> SharedContext:
        return SharedContext(self._vocabulary, self._accepted_words)


def _unit_warnings(
    name: str, version: Version, translation: Translation, context: CheckContext, lists: list[Finding]
) -> Iterator[BilingualWarning]:
    """The warnings of a unit; `lists` are the findings about the list that begins with it."""
    unit = translation.units[name]
    clause = checked_clause(name, version, translation)
    checked = CheckedUnit(name, unit.source, unit.target, translation.language, context, clause, unit.note or "")
    findings = [(check, finding) for check, law in CHECKS.items() for finding in law(checked)]
    findings += [(LENGTHS, finding) for finding in lists]
    unused = unused_waivers(unit, {check for check, _ in findings})
    unwaived = [(check, finding) for check, finding in findings if check not in unit.waive]
    stale = [(STALE, finding) for finding in stale_source(name, unit, version, translation)]
    for check, (what, remedy) in [*stale, *unwaived, *((UNUSED, finding) for finding in unused)]:
        yield BilingualWarning(unit.path, unit.line, what, remedy, check, name)

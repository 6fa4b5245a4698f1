"""Everything that looks wrong in a unit, in a translation or in a whole library."""

from collections.abc import Hashable, Iterable, Iterator
from functools import cached_property

from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.translation import Translation
from protocolau.model.vocabulary import Vocabulary
from protocolau.runtime.parallel import parallel_map
from protocolau.translation.checks.accepted_words import AcceptedWords
from protocolau.translation.checks.clause import checked_clause
from protocolau.translation.checks.consistency import consistency_warnings
from protocolau.translation.checks.context import CheckContext, SharedContext
from protocolau.translation.checks.finding import BilingualWarning, CheckedUnit, Finding
from protocolau.translation.checks.lists import list_lengths
from protocolau.translation.checks.stale import STALE, stale_source
from protocolau.translation.checks.warnings import CHECKS, LENGTHS, NAMING, UNUSED, unused_waivers

_REMEMBERED = 50_000
"""Units of which is remembered what the checks say: councils have most of their words from each other."""


class TranslationChecker:
    """Checks translations by one vocabulary and one list of accepted words.

    It makes what all of them share (dictionary, glossary, ordinary English) when the first is checked
    and holds it as long as it lives: whoever checks more than one translation keeps the checker.
    """

    def __init__(self, vocabulary: Vocabulary, accepted_words: AcceptedWords | None = None):
        self._vocabulary, self._accepted_words = vocabulary, accepted_words or AcceptedWords()
        self._said: dict[Hashable, dict[str, tuple[Finding, ...]]] = {}
        """By what the checks saw, what each of them said, where it said anything."""

    def check_unit(
        self, name: str, version: Version, translation: Translation, council: Council | None = None
    ) -> list[BilingualWarning]:
        """Every warning of one unit of a translation, without those that it waives."""
        if version.other_language == "equal":
            return []
        context = self._shared.of_translation(version, translation, council)
        lists = [finding for unit, finding in list_lengths(version, translation) if unit == name]
        return list(self._unit_warnings(name, version, translation, context, lists))

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
            for warning in self._unit_warnings(name, version, translation, context, lists.get(name, []))
        ]

    def check_library(self, library: Library) -> list[BilingualWarning]:
        """Every warning of every translation of every version, and those of the library as a whole."""
        shares = parallel_map(list(library.councils.values()), self._check_councils)
        warnings = (warning for _, found in shares for warning in found)
        return sorted({*warnings, *consistency_warnings(library)})

    def _check_councils(self, councils: Iterable[Council]) -> list[BilingualWarning]:
        return [
            warning
            for council in councils
            for version in council.versions
            for translation in version.translations.values()
            for warning in self.check_translation(version, translation, council)
        ]

    def _unit_warnings(
        self, name: str, version: Version, translation: Translation, context: CheckContext, lists: list[Finding]
    ) -> Iterator[BilingualWarning]:
        """The warnings of a unit; `lists` are the findings about the list that begins with it."""
        unit = translation.units[name]
        clause = checked_clause(name, version, translation)
        checked = CheckedUnit(name, unit.source, unit.target, translation.language, context, clause, unit.note or "")
        findings = [*self._findings(checked), *((LENGTHS, finding) for finding in lists)]
        unused = unused_waivers(unit, {check for check, _ in findings})
        unwaived = [(check, finding) for check, finding in findings if check not in unit.waive]
        stale = [(STALE, finding) for finding in stale_source(name, unit, version, translation)]
        for check, (what, remedy) in [*stale, *unwaived, *((UNUSED, finding) for finding in unused)]:
            yield BilingualWarning(unit.path, unit.line, what, remedy, check, name)

    def _findings(self, checked: CheckedUnit) -> Iterator[tuple[str, Finding]]:
        """What each check says of a unit, in their order."""
        said = self._said.get(checked.seen)
        if said is None:
            if len(self._said) >= _REMEMBERED:
                self._said.clear()
            found = ((check, tuple(law(checked))) for check, law in CHECKS.items() if check not in NAMING)
            said = self._said[checked.seen] = {check: findings for check, findings in found if findings}
        for check, law in CHECKS.items():
            for finding in law(checked) if check in NAMING else said.get(check, ()):
                yield check, finding

    @cached_property
    def _shared(self) -> SharedContext:
        return SharedContext(self._vocabulary, self._accepted_words)

"""Every warning of a translation, and those of a whole library."""

from collections.abc import Iterator
from difflib import get_close_matches

from protocolau.library.library import Library
from protocolau.model.protocol import Council, Translation, Unit, Version
from protocolau.model.vocabulary import Vocabulary
from protocolau.translation.checks.accepted_words import AcceptedWords, words_beside
from protocolau.translation.checks.consistency import MEMORY, memory_warnings
from protocolau.translation.checks.context import check_context
from protocolau.translation.checks.figures import list_letters, numbers
from protocolau.translation.checks.finding import BilingualWarning, Check, CheckedUnit, Finding
from protocolau.translation.checks.foreign_words import left_untranslated, wrong_language
from protocolau.translation.checks.lists import list_lengths
from protocolau.translation.checks.mutations import mutations
from protocolau.translation.checks.spelling import unknown_words, unlisted_names
from protocolau.translation.checks.terms import avoided_renderings, terms
from protocolau.translation.checks.typography import (
    apostrophes,
    emphasis,
    final_punctuation,
    quotes_and_brackets,
    spaces,
)


def _name(check: object) -> str:
    return check.__name__.replace("_", "-")


CHECKS: dict[str, Check] = {
    _name(check): check
    for check in (
        numbers,
        list_letters,
        emphasis,
        final_punctuation,
        spaces,
        quotes_and_brackets,
        apostrophes,
        left_untranslated,
        wrong_language,
        unknown_words,
        unlisted_names,
        mutations,
        avoided_renderings,
        terms,
    )
}
"""The checks of one unit, by the names by which a unit may waive them."""

LENGTHS, UNUSED = _name(list_lengths), "unused-waiver"
WAIVABLE = (*CHECKS, LENGTHS, MEMORY)


def bilingual_warnings(
    version: Version,
    translation: Translation,
    vocabulary: Vocabulary,
    council: Council | None = None,
    words: AcceptedWords | None = None,
) -> list[BilingualWarning]:
    """Every warning of one translation, in the order of its file, without those that its units waive.

    `council` lets the council's own names pass; `words` are otherwise read beside the protocol.
    """
    context = check_context(version, translation, vocabulary, council, words or words_beside(version.path))
    lists: dict[str, list[Finding]] = {}
    for name, finding in list_lengths(version, translation):
        lists.setdefault(name, []).append(finding)
    warnings = []
    for name, unit in translation.units.items():
        pair = CheckedUnit(name, unit.source, unit.target, translation.language, context)
        found = [(check, finding) for check, law in CHECKS.items() for finding in law(pair)]
        found += [(LENGTHS, finding) for finding in lists.get(name, ())]
        told = [one for one in found if one[0] not in unit.waive]
        told += _unused(unit, {check for check, _ in found})
        warnings += [BilingualWarning(unit.path, unit.line, *finding, check, name) for check, finding in told]
    return warnings


def library_warnings(library: Library, words: AcceptedWords | None = None) -> list[BilingualWarning]:
    """Every warning of every translation of every version, and those of the library as a whole.

    What versions inherit from one another is told once.
    """
    found = [
        warning
        for council in library.councils.values()
        for version in council.versions
        for translation in version.translations.values()
        for warning in bilingual_warnings(version, translation, library.vocabulary, council, words)
    ]
    return sorted({*found, *memory_warnings(library)})


def _unused(unit: Unit, used: set[str]) -> Iterator[tuple[str, Finding]]:
    """A unit waives a check that would otherwise warn. (Whether `memory` would is seen in the library alone.)"""
    for check in unit.waive:
        if check not in WAIVABLE:
            near = get_close_matches(check, WAIVABLE, n=1, cutoff=0.5)
            hint = f"did you mean '{near[0]}'?" if near else "take it out"
            yield UNUSED, (f"waives '{check}', which is no check", hint)
        elif check not in used and check != MEMORY:
            yield UNUSED, (f"waives '{check}', which finds nothing here", "take it out")

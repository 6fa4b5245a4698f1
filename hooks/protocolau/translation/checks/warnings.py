"""The checks of one unit, by the names by which a unit may waive them."""

from collections.abc import Iterator
from difflib import get_close_matches

from protocolau.model.translation import Unit
from protocolau.translation.checks.characters import characters
from protocolau.translation.checks.clauses import mutation_after_having, mutation_after_subject, unmutated_objects
from protocolau.translation.checks.consistency import CONSISTENCY
from protocolau.translation.checks.contraries import contraries
from protocolau.translation.checks.figures import list_letters, numbers
from protocolau.translation.checks.finding import Check, Finding
from protocolau.translation.checks.force import force
from protocolau.translation.checks.foreign_words import left_untranslated, wrong_language
from protocolau.translation.checks.forms_before_vowels import forms_before_vowels
from protocolau.translation.checks.gender import adjectives, article, demonstratives
from protocolau.translation.checks.limits import limits
from protocolau.translation.checks.missing_mutations import mutations
from protocolau.translation.checks.mutation_after import mutation_after_or, mutation_after_yn
from protocolau.translation.checks.names_and_addresses import names_and_addresses
from protocolau.translation.checks.negation import negation
from protocolau.translation.checks.numerals import numerals
from protocolau.translation.checks.omissions import omissions
from protocolau.translation.checks.particles import particles
from protocolau.translation.checks.possessives import possessives
from protocolau.translation.checks.possessor import possessor
from protocolau.translation.checks.possessor_of_many import possessor_of_many
from protocolau.translation.checks.repeated_words import repeated_words
from protocolau.translation.checks.spelling import unknown_words, unlisted_names
from protocolau.translation.checks.terms import avoided_renderings, terms
from protocolau.translation.checks.ti_and_chi import ti_and_chi
from protocolau.translation.checks.typography import (
    apostrophes,
    emphasis,
    final_punctuation,
    quotes_and_brackets,
    spaces,
)
from protocolau.translation.checks.units import units_of_numbers
from protocolau.translation.checks.who import parties


def _name(check: Check) -> str:
    return check.__name__.replace("_", "-")


CHECKS: dict[str, Check] = {
    _name(check): check
    for check in (
        numbers,
        list_letters,
        emphasis,
        final_punctuation,
        spaces,
        characters,
        quotes_and_brackets,
        apostrophes,
        left_untranslated,
        wrong_language,
        unknown_words,
        unlisted_names,
        names_and_addresses,
        force,
        negation,
        contraries,
        limits,
        parties,
        units_of_numbers,
        omissions,
        repeated_words,
        mutations,
        mutation_after_or,
        mutation_after_yn,
        mutation_after_subject,
        unmutated_objects,
        mutation_after_having,
        particles,
        article,
        adjectives,
        demonstratives,
        possessives,
        possessor,
        possessor_of_many,
        ti_and_chi,
        numerals,
        forms_before_vowels,
        avoided_renderings,
        terms,
    )
}
"""Each check of a unit by its name."""

NAMING = frozenset(map(_name, (unknown_words, unlisted_names)))
"""Those that ask for any names of the file, and how many of its words are unknown."""

LENGTHS, UNUSED = "list-lengths", "unused-waiver"
WAIVABLE = (*CHECKS, LENGTHS, CONSISTENCY)


def unused_waivers(unit: Unit, warning: set[str]) -> Iterator[Finding]:
    """A unit waives a check that would otherwise warn: `warning` are those that do.

    Whether `memory` would is seen in the library alone.
    """
    for check in unit.waive:
        if check not in WAIVABLE:
            near = get_close_matches(check, WAIVABLE, n=1, cutoff=0.5)
            hint = f"did you mean '{near[0]}'?" if near else "take it out"
            yield f"waives '{check}', which is no check", hint
        elif check not in warning and check != CONSISTENCY:
            yield f"waives '{check}', which finds nothing here", "take it out"

"""Soft mutation after neu, after yn, and after what stands before its noun."""

from collections.abc import Iterator
from itertools import pairwise

from protocolau.language.welsh.mutation import mutate, radicals
from protocolau.language.welsh.words import NOUN, Kind, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import word_lists
from protocolau.translation.checks.welsh_words import LL_RH, Word, welsh_words

RULES = word_lists("grammar.yml")
"""The words that the rules of grammar speak of."""

_IN = ("yn", "ym", "yng")
_NAMES = NOUN | Kind.ADJECTIVE
_WORDS = _NAMES | Kind.VERB_NOUN


def mutation_after_or(pair: CheckedUnit) -> Iterator[Finding]:
    """After neu, and after what always stands before its noun (prif, holl, ail …), the next word softens.

    A form of a verb does not (neu caiff). Thomas, Gramadeg y Gymraeg, on neu and on preposed adjectives.
    """
    for before, word in neighbours(pair):
        kinds = _WORDS if before.small == "neu" else _NAMES if before.small in RULES["before_its_noun"] else Kind(0)
        wanted = word.lacks("soft", kinds) if kinds and not before.clitic else None
        if wanted:
            yield _lacking(before, word, wanted)


def mutation_after_yn(pair: CheckedUnit) -> Iterator[Finding]:
    """After yn an adjective and a noun of which something is said soften, but for ll and rh; a verb-noun does not, and
    a place has a nasal.

    "Yn gyfrinachol, yn gyngor, yn llawn, yn rhydd; yn darparu; yng Nghaerdydd." Thomas, Gramadeg y Gymraeg, on yn.
    """
    for before, word in neighbours(pair):
        if before.small in _IN and not before.clitic and (place := _place(word)):
            yield from _in_place(before, word, place)
        elif _is_yn(before):
            if wanted := word.lacks("soft", _NAMES, keeps=LL_RH) or _more(word):
                yield _lacking(before, word, wanted)
            elif word.has("soft", Kind.VERB_NOUN) or word.has("soft", _NAMES) and _had_ll_or_rh(word):
                radical = readings(word.small)[0].radical
                yield f"“{shown(before)} {word.text}” has a mutation too many", f"write {shown(before)} {radical}"


def _place(word: Word) -> str | None:
    """The place in Wales that a name is, mutated or not."""
    found = radicals(word.small) & RULES["places"] if word.text[:1].isupper() else set()
    return min(found, default=None)


def _in_place(before: Word, word: Word, place: str) -> Iterator[Finding]:
    nasal = mutate(place, "nasal") or place
    preposition = "yng" if nasal.startswith("ng") else "ym" if nasal.startswith("m") else "yn"
    if (before.small, word.small) != (preposition, nasal):
        preposition = preposition.capitalize() if before.text[0].isupper() else preposition
        fault = "lacks a mutation" if word.small == place else "has the wrong mutation"
        yield f"“{before.text} {word.text}” {fault}", f"write {preposition} {nasal.capitalize()}"


def neighbours(pair: CheckedUnit) -> Iterator[tuple[Word, Word]]:
    """The words of a Welsh translation two by two, where nothing but a space is between them."""
    if pair.language == "cy":
        yield from ((before, word) for before, word in pairwise(welsh_words(pair.target)) if word.follows)


def shown(word: Word) -> str:
    """A word as it is written, with its clitic."""
    return f"{word.text}'{word.clitic}" if word.clitic else word.text


def _is_yn(word: Word) -> bool:
    return word.small == "yn" and not word.clitic or word.clitic == "n" and word.small not in RULES["hosts_of_ein"]


def _more(word: Word) -> str | None:
    """What "mwy" is after yn: it is of no kind, as it may stand for a number."""
    return mutate(word.text, "soft") if word.small in RULES["more"] else None


def _had_ll_or_rh(word: Word) -> bool:
    return all(one.radical.startswith(LL_RH) for one in readings(word.small))


def _lacking(before: Word, word: Word, wanted: str) -> Finding:
    return f"“{shown(before)} {word.text}” lacks a mutation", f"write {shown(before)} {wanted}"

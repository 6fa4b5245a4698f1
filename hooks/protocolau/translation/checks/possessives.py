"""Possessive pronouns: what ei, eu, ein and eich do to the word after them, and whose ei it is."""

import re
from collections.abc import Iterator

from protocolau.language.welsh.mutation import mutate
from protocolau.language.welsh.speller import VOWELS
from protocolau.language.welsh.words import NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.gender import sure_gender
from protocolau.translation.checks.mutation_after import RULES, neighbours, shown
from protocolau.translation.checks.welsh_words import Word, welsh_words

_WORDS = NOUN | Kind.ADJECTIVE | Kind.VERB_NOUN
_FARTHEST = 8
"""Words between a relative "y" and its ei at most."""
_STRONG = ("p", "t", "c")
_HE, _SHE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE), re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE)
_SHE_OR_HE = re.compile(r"\b(?:s?he|her|hers|him|his)\b", re.IGNORECASE)


def possessives(pair: CheckedUnit) -> Iterator[Finding]:
    """Eu, ein and eich mutate nothing, but eu and ein put an h before a vowel; ei mutates p, t and c in any case.

    "Eu pwyllgorau, eu hadroddiad, ein haelodau; ei gyngor (his), ei chyngor (hers)." Thomas, Gramadeg y Gymraeg, on the
    dependent pronouns. Where "i'w" stands nothing is said, as it may be anybody's.
    """
    for before, word in neighbours(pair):
        owner = _plural_owner(before)
        if owner and word.small == "fod":
            yield f"“{shown(before)} fod” has a mutation too many", f"write {shown(before)} bod"
        elif word.small in function_words():
            continue
        elif owner:
            yield from _after_plural(before, owner, word)
        elif _is_ei(before):
            yield from _after_ei(before, word)


def possessor(pair: CheckedUnit) -> Iterator[Finding]:
    """Ei goes with the gender of what it stands for: "y Cyngor a'i bwyllgorau, y weithdrefn a'i chymalau".

    Judged where it is sure: of a'i right after its noun, of "ei … ef" and "ei … hi", of two things of one owner (ei
    farn a'i argymhellion), in a relative clause of its noun (yr ardal y maent yn ei chynrychioli), where all nouns
    before it in the text are of the other gender unless the English speaks of him or her, and where the English
    speaks of him alone.
    """
    if pair.language != "cy":
        return
    words = welsh_words(pair.target)
    for place, (before, word) in enumerate(zip(words, words[1:], strict=False), start=1):
        if word.follows and _is_ei(before) and (marked := _marked(word)):
            owner = (
                _pronoun(words, place)
                or _noun_before(words, place - 1)
                or _other_owned(words, place)
                or _of_which(words, place)
                or _only_gender(pair, words[: place - 1])
                or _he(pair, words, place)
            )
            if owner and owner != marked:
                his, hers = mutate(_radical(word), "soft"), _hers(_radical(word))
                right = his or _radical(word) if owner == Kind.MASCULINE else hers or _radical(word)
                what = f"“{shown(before)} {word.text}” is {_NAMES[marked]} and what it stands for {_NAMES[owner]}"
                yield what, f"write {shown(before)} {right}"


_NAMES = {Kind.MASCULINE: "masculine", Kind.FEMININE: "feminine"}


def _is_ei(word: Word) -> bool:
    return word.small == "ei" and not word.clitic or word.clitic == "i" and word.small in RULES["hosts_of_ei"]


def _plural_owner(word: Word) -> str | None:
    """Eu, ein or eich where a word is one of them, or ends with one."""
    if not word.clitic:
        return word.small if word.small in ("eu", "ein", "eich") else None
    return {"u": "eu", "ch": "eich"}.get(word.clitic)


def _after_plural(before: Word, owner: str, word: Word) -> Iterator[Finding]:
    for mutation in ("soft", "aspirate", "nasal"):
        if word.has(mutation, _WORDS):
            yield f"“{shown(before)} {word.text}” has a mutation too many", f"write {shown(before)} {_radical(word)}"
            return
    if owner != "eich" and _begins_with_vowel(word) and _is_radical(word):
        yield f"“{shown(before)} {word.text}” lacks an h", f"write {shown(before)} {mutate(word.text, 'h')}"


def _begins_with_vowel(word: Word) -> bool:
    """Whether an h may stand before a word: not before the consonant w of ward."""
    return word.small[0] in VOWELS and not (word.small[0] == "w" and word.small[1:2] in "aeio")


def _is_radical(word: Word) -> bool:
    found = readings(word.small)
    return bool(found) and any(not one.mutations and one.kind & _WORDS for one in found)


def _after_ei(before: Word, word: Word) -> Iterator[Finding]:
    if word.small.startswith(_STRONG) and not word.small.startswith(("ch", "ph", "th")):
        if soft := word.lacks("soft", _WORDS):
            hers = mutate(word.text, "aspirate")
            yield (
                f"“{shown(before)} {word.text}” lacks a mutation",
                f"write {shown(before)} {soft} (his) or {hers} (hers)",
            )
    elif word.has("nasal", _WORDS):
        radical = _radical(word)
        remedy = f"write {shown(before)} {mutate(radical, 'soft')} (his) or {_hers(radical) or radical} (hers)"
        yield f"“{shown(before)} {word.text}” has the wrong mutation", remedy


def _radical(word: Word) -> str:
    """What a word is unmutated, with its capital."""
    found = [one.radical for one in readings(word.small) if one.mutations] or [word.small]
    return found[0].capitalize() if word.text[:1].isupper() else found[0]


def _hers(radical: str) -> str | None:
    return mutate(radical, "aspirate") or mutate(radical, "h")


def _marked(word: Word) -> Kind | None:
    """Whose the beginning of a word after ei says that it is, where it says so."""
    if word.small in function_words() or not readings(word.small):
        return None
    if word.has("soft", _WORDS):
        return Kind.MASCULINE
    if word.has("aspirate", _WORDS) or word.has("h", _WORDS):
        return Kind.FEMININE
    if word.lacks("soft", _WORDS) and not word.small.startswith(_STRONG):
        return Kind.FEMININE
    return Kind.MASCULINE if _begins_with_vowel(word) and _is_radical(word) and not _may_be_soft(word) else None


def _may_be_soft(word: Word) -> bool:
    return any(one.mutations for one in readings(word.small))


def _pronoun(words: tuple[Word, ...], place: int) -> Kind | None:
    """The gender that "ef" or "hi" gives right after the word, or after its adjective."""
    for word in words[place + 1 : place + 3]:
        if not word.follows:
            return None
        if word.small in ("ef", "hi"):
            return Kind.MASCULINE if word.small == "ef" else Kind.FEMININE
    return None


def _noun_before(words: tuple[Word, ...], place: int) -> Kind | None:
    """The gender of the noun right before a'i, where an article makes it the whole of what is spoken of."""
    if place < 2 or words[place].clitic != "i" or words[place].small != "a" or not words[place].follows:
        return None
    noun, before = words[place - 1], words[place - 2]
    definite = before.clitic == "r" or before.small in ("y", "yr")
    gender = sure_gender(noun) if definite and noun.follows and not noun.clitic else None
    return gender if gender in _NAMES else None


def _other_owned(words: tuple[Word, ...], place: int) -> Kind | None:
    """What the second word of "ei farn a'i argymhellion" says of whose the first is."""
    for at in range(place + 1, min(place + 3, len(words) - 1)):
        if not words[at].follows:
            return None
        if words[at].small == "a" and words[at].clitic == "i" and words[at + 1].follows:
            return _marked(words[at + 1])
    return None


def _of_which(words: tuple[Word, ...], place: int) -> Kind | None:
    """The gender of the noun that a relative clause is about: "yr ardal y maent yn ei chynrychioli"."""
    if not any(one.kind == Kind.VERB_NOUN for one in readings(words[place].small)):
        return None
    for at in range(place - 2, max(0, place - _FARTHEST), -1):
        if not words[at + 1].follows:
            return None
        if words[at].small in ("y", "yr") and not words[at].clitic and _is_finite(words[at + 1]):
            return _headed(words, at - 1) if words[at].follows else None
    return None


def _headed(words: tuple[Word, ...], at: int) -> Kind | None:
    """The gender of the noun at a place, or before its adjective there; of two nouns together nothing is sure."""
    if at > 0 and {one.kind for one in readings(words[at].small)} == {Kind.ADJECTIVE}:
        at -= 1
    noun, before = words[at], words[at - 1] if at > 0 and words[at].follows else None
    is_second = before is not None and any(one.kind & NOUN for one in readings(before.small))
    if noun.clitic or is_second or _radical(noun).lower() in RULES["that"]:
        return None
    gender = sure_gender(noun)
    return gender if gender in _NAMES else None


def _is_finite(word: Word) -> bool:
    found = readings(word.small)
    return word.small in RULES["being"] or any(one.kind == Kind.VERB for one in found)


def _he(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> Kind | None:
    """Masculine where the English speaks of him alone, and no feminine noun is before the word."""
    if not _HE.search(pair.en) or _SHE.search(pair.en):
        return None
    kinds = [one.kind for word in words[:place] for one in readings(word.small)]
    feminine = any(Kind.FEMININE in kind or Kind.COMMON in kind for kind in kinds)
    return (
        None if feminine or any(word.small in RULES["something_feminine"] for word in words[:place]) else Kind.MASCULINE
    )


def _only_gender(pair: CheckedUnit, before: tuple[Word, ...]) -> Kind | None:
    """The gender of all nouns of one gender in the words before, where there is but one and no doubt."""
    if _SHE_OR_HE.search(pair.en):
        return None
    found = {one.kind for word in before if word.small not in function_words() for one in readings(word.small)}
    genders = {gender for kind in found for gender in (Kind.MASCULINE, Kind.FEMININE) if gender in kind}
    if len(genders) != 1 or any(kind & (Kind.COMMON | Kind.OTHER) for kind in found):
        return None
    only = genders.pop()
    others = RULES["something_feminine"] if only == Kind.MASCULINE else RULES["somebody"]
    return None if any(word.small in others for word in before) else only

"""Possessive pronouns: what ei, eu, ein and eich do to the word after them."""

from collections.abc import Iterator

from protocolau.language.welsh.mutation import mutate
from protocolau.language.welsh.speller import VOWELS
from protocolau.language.welsh.words import NOMINAL, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES, neighbours, shown
from protocolau.translation.checks.welsh_words import ASPIRATES, STRONG, Word, radical

_EACH_OTHER = ("cilydd", "chilydd")
_JOINED_TO_EACH = {"i": "w", **dict.fromkeys(("a", "â", "o", "na", "gyda"), "i")}
"""What ei is after words before "ei gilydd": o bryd i'w gilydd, gyda'i gilydd."""


def possessives(pair: CheckedUnit) -> Iterator[Finding]:
    """Eu, ein and eich mutate nothing, but eu and ein put an h before a vowel; ei mutates p, t and c in any case; fy
    makes nasals.

    "Fy nghyngor, eu pwyllgorau, eu hadroddiad, ein haelodau; ei gyngor (his), ei chyngor (hers)." The w of ward is no
    vowel. Gilydd is softened whosever it is (ei gilydd, i'w gilydd), and theirs is ei gilydd. Thomas, Gramadeg y
    Gymraeg, on the dependent pronouns and on cilydd. Of "i'w", which may be anybody's, possessor_of_many.py speaks.
    """
    for before, word in neighbours(pair):
        owner = _plural_owner(before)
        if word.small in _EACH_OTHER and (owner or is_ei(before) or before.clitic == "w"):
            yield f"“{shown(before)} {word.text}” has the wrong mutation", f"write {shown(before)} gilydd"
        elif word.small == "gilydd" and owner == "eu":
            right = f"{before.text}'i" if before.clitic else "Ei" if before.text[0].isupper() else "ei"
            yield f"“{shown(before)} {word.text}” do not agree", f"write {right} {word.text}"
        elif word.small == "gilydd" and before.small in _JOINED_TO_EACH and not before.clitic:
            right = f"{before.text}'{_JOINED_TO_EACH[before.small]}"
            yield f"“{before.text} {word.text}” lacks its pronoun", f"write {right} {word.text}"
        elif owner and word.small == "fod":
            yield f"“{shown(before)} fod” has a mutation too many", f"write {shown(before)} bod"
        elif word.small in function_words():
            continue
        elif owner:
            yield from _after_plural(before, owner, word)
        elif is_ei(before):
            yield from _after_ei(before, word)
        elif before.small == "fy" and not before.clitic and (nasal := _nasal(word)):
            yield f"“{before.text} {word.text}” lacks a mutation", f"write {before.text} {nasal}"


def _nasal(word: Word) -> str | None:
    """What a word is after fy, where it has no mutation or another."""
    if word.has("soft", NOMINAL) or word.has("aspirate", NOMINAL):
        return mutate(radical(word), "nasal")
    return word.lacks("nasal", NOMINAL)


def is_ei(word: Word) -> bool:
    """Whether a word is ei, or ends with it."""
    return word.small == "ei" and not word.clitic or word.clitic == "i" and word.small in RULES["hosts_of_ei"]


def _plural_owner(word: Word) -> str | None:
    """Eu, ein or eich where a word is one of them, or ends with one."""
    if not word.clitic:
        return word.small if word.small in ("eu", "ein", "eich") else None
    return {"u": "eu", "ch": "eich"}.get(word.clitic)


def _after_plural(before: Word, owner: str, word: Word) -> Iterator[Finding]:
    for mutation in ("soft", "aspirate", "nasal"):
        if word.has(mutation, NOMINAL):
            yield f"“{shown(before)} {word.text}” has a mutation too many", f"write {shown(before)} {radical(word)}"
            return
    if word.has("h", NOMINAL) and (owner == "eich" or not vowel_begins(word.small[1:])):
        yield f"“{shown(before)} {word.text}” has a mutation too many", f"write {shown(before)} {radical(word)}"
    elif owner != "eich" and vowel_begins(word.small) and is_radical(word):
        yield f"“{shown(before)} {word.text}” lacks an h", f"write {shown(before)} {mutate(word.text, 'h')}"


def vowel_begins(word: str) -> bool:
    """Whether an h may stand before a word in small letters: not before the consonant w of ward."""
    return word[0] in VOWELS and not (word[0] == "w" and word[1:2] in "aeio")


def is_radical(word: Word) -> bool:
    """Whether a word may be unmutated."""
    found = readings(word.small)
    return bool(found) and any(not one.mutations and one.kind & NOMINAL for one in found)


def _after_ei(before: Word, word: Word) -> Iterator[Finding]:
    if word.small.startswith(STRONG) and not word.small.startswith(ASPIRATES):
        if soft := word.lacks("soft", NOMINAL):
            yield (
                f"“{shown(before)} {word.text}” lacks a mutation",
                f"write {shown(before)} {soft} (his) or {mutate(word.text, 'aspirate')} (hers)",
            )
    elif word.has("nasal", NOMINAL):
        unmutated = radical(word)
        remedy = f"write {shown(before)} {mutate(unmutated, 'soft')} (his) or {hers(unmutated) or unmutated} (hers)"
        yield f"“{shown(before)} {word.text}” has the wrong mutation", remedy


def hers(radical: str) -> str | None:
    """What a word is after ei (hers), where that changes it."""
    return mutate(radical, "aspirate") or mutate(radical, "h")

"""Numerals: after a number a noun stays in the singular, and takes the mutation and the gender of the numeral."""

import re
from collections.abc import Iterator

from protocolau.language.welsh.words import NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.gender import sure_gender
from protocolau.translation.checks.mutation_after import RULES
from protocolau.translation.checks.patterns import data
from protocolau.translation.checks.welsh_words import LL_RH, Word, welsh_words

_DATA = data("numerals.yml")
_GENDERS = {"masculine": Kind.MASCULINE, "feminine": Kind.FEMININE, "either": None}
_NUMERALS = {
    word: (_GENDERS[gender], mutation)
    for gender in _GENDERS
    for mutation, words in _DATA[gender].items()
    for word in words
}
_BEFORE = RULES["before_its_noun"]
_FIGURE = re.compile(r"(?<![\w.,/(-])(\d{1,3})\s+$")


def numerals(pair: CheckedUnit) -> Iterator[Finding]:
    """Dau, dwy, tri, tair, chwe … and the noun after: "dau aelod, dwy weithdrefn, tri chynghorydd, deg diwrnod".

    The noun is singular; dau, dwy, un before a feminine noun and the feminine ordinals soften it, tri and chwe
    aspirate; two, three and four have its gender. Thomas, Gramadeg y Gymraeg, on numerals.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(1, len(words)):
        numeral, word = words[place - 1], words[place]
        if word.follows and not numeral.clitic and numeral.small in _NUMERALS and word.small not in function_words():
            yield from _after(numeral, word, _counted(words, place))
    yield from _after_figures(pair)


def _counted(words: tuple[Word, ...], place: int) -> Word:
    """What a numeral counts: the word after it, or after prif and its like."""
    if words[place].small in _BEFORE and place + 1 < len(words) and words[place + 1].follows:
        return words[place + 1]
    return words[place]


def _after(numeral: Word, word: Word, counted: Word) -> Iterator[Finding]:
    gender, mutation = _NUMERALS[numeral.small]
    if numeral.small not in _DATA["with_plurals"] and _is_plural(word):
        yield _plural(f"{numeral.text} {word.text}")
    elif gender and _gender(counted) not in (None, gender):
        other = _DATA["other"].get(numeral.small, "")
        yield f"“{numeral.text} {word.text}” do not agree", f"write {other} with the mutation that goes with it"
    elif wanted := _mutated(numeral, word, mutation):
        yield f"“{numeral.text} {word.text}” lacks a mutation", f"write {numeral.text} {wanted}"


def _mutated(numeral: Word, word: Word, mutation: str) -> str | None:
    """What a word ought to be after a numeral and is not."""
    if numeral.small == "un":
        return word.lacks("soft", Kind.FEMININE, keeps=LL_RH)
    return word.lacks(mutation, NOUN | Kind.ADJECTIVE) if mutation != "none" else None


def _after_figures(pair: CheckedUnit) -> Iterator[Finding]:
    """A noun in the plural after a number in figures, but where the number is the name of something."""
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place, word in enumerate(words):
        figure = _FIGURE.search(pair.target, 0, word.start)
        labelled = place and words[place - 1].small in _DATA["labels"]
        if figure and figure.start() and not labelled and not word.text[0].isupper() and _is_plural(word):
            yield _plural(f"{figure[1]} {word.text}")


def _gender(word: Word) -> Kind | None:
    """The gender of a noun in the singular, or of years, which have a plural of their own; None: of either."""
    if any(one.radical in _DATA["of_either_gender"] for one in readings(word.small)):
        return None
    if any(one.radical == "blynedd" for one in readings(word.small)):
        return Kind.FEMININE
    gender = sure_gender(word)
    return gender if gender in (Kind.MASCULINE, Kind.FEMININE) else None


def _is_plural(word: Word) -> bool:
    found = readings(word.small)
    listed = any(one.radical in _DATA["counted"] for one in found)
    return bool(found) and not listed and all(one.kind == Kind.PLURAL for one in found)


def _plural(phrase: str) -> Finding:
    return (
        f"“{phrase}” has a plural after a number",
        "write the noun in the singular, or put o between (deg o gynghorwyr)",
    )

"""Numerals: after a number a noun stays in the singular, and takes the mutation and the gender of the numeral."""

import re
from collections.abc import Iterator

from protocolau.language.months import WELSH, WELSH_SOFTENED
from protocolau.language.welsh.mutation import mutate, radicals
from protocolau.language.welsh.words import NOUN, SINGULAR, Kind, function_words, only, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.gender import is_article, sure_gender
from protocolau.translation.checks.mutation_after import RULES, had_ll_or_rh, shown
from protocolau.translation.checks.particles import IMPERSONAL
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
_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(sorted({*WELSH_SOFTENED} - {*WELSH}))})\b")
_FIGURE = re.compile(r"(?<![\w.,/(-])(\d{1,3})\s+$")


def numerals(pair: CheckedUnit) -> Iterator[Finding]:
    """Dau, dwy, tri, tair, chwe … and the noun after: "dau aelod, dwy weithdrefn, tri chynghorydd, deg diwrnod".

    The noun is singular; dau, dwy, un before a feminine noun and the feminine ordinals soften it, tri and chwe
    aspirate; two, three and four have its gender. Un softens no other noun. An ordinal softens a feminine noun alone,
    and is softened before one by the article: y pumed cyfarfod, y bumed gŵyn. Thomas, Gramadeg y Gymraeg, on numerals.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(1, len(words)):
        numeral, word = words[place - 1], words[place]
        is_both = place > 1 and words[place - 2].small == "ill"  # cynghorwyr a swyddogion ill dau
        if not word.follows or numeral.clitic or is_both or word.small in function_words():
            continue
        alone = _may_stand_alone(words, place - 1)
        if numeral.small in _NUMERALS:
            yield from _after(numeral, word, _counted(words, place), alone)
        elif any(one in _DATA["ordinals"] for one in radicals(numeral.small)):
            yield from _after_ordinal(words, place, alone)
        elif (short := _DATA["short"].get(numeral.small)) and _is_counted_by(words, place):
            form = short.capitalize() if numeral.text[0].isupper() else short
            wanted = (mutate(word.text, "aspirate") if form.endswith("e") else None) or word.text
            yield f"“{numeral.text} {word.text}” has the form that stands alone", f"write {form} {wanted}"
    yield from _after_figures(pair)
    yield from _of_several(words)
    yield from _without_of(words)


def _counted(words: tuple[Word, ...], place: int) -> Word:
    """What a numeral counts: the word after it, or after prif and its like."""
    if words[place].small in _BEFORE and place + 1 < len(words) and words[place + 1].follows:
        return words[place + 1]
    return words[place]


def _after(numeral: Word, word: Word, counted: Word, alone: bool) -> Iterator[Finding]:
    gender, mutation = _NUMERALS[numeral.small]
    if numeral.small not in _DATA["with_plurals"] and _is_plural(word):
        yield _plural(f"{numeral.text} {word.text}")
    elif gender and _gender(counted) not in (None, gender):
        other = _DATA["other"].get(numeral.small, "")
        yield f"“{numeral.text} {word.text}” do not agree", f"write {other} with the mutation that goes with it"
    elif years := _years(numeral, word):
        yield f"“{numeral.text} {word.text}” has the wrong mutation", f"write {numeral.text} {years}"
    elif wanted := _mutated(numeral, word, mutation):
        yield f"“{numeral.text} {word.text}” lacks a mutation", f"write {numeral.text} {wanted}"
    elif numeral.small == "un" and not alone and _softened_needlessly(word):
        radical = readings(word.small)[0].radical
        yield f"“{numeral.text} {word.text}” has a mutation too many", f"write {numeral.text} {radical}"
    elif not alone and (wanted := _mutated_otherwise(numeral, word, mutation)):
        yield f"“{numeral.text} {word.text}” has the wrong mutation", f"write {numeral.text} {wanted}"


def _is_counted_by(words: tuple[Word, ...], place: int) -> bool:
    """Whether a noun stands after the numeral that counts it, which is the number of nothing (adran pump)."""
    labelled = place > 1 and words[place - 2].small in _DATA["labels"]
    return not labelled and words[place].text[0].islower() and only(words[place].small, Kind.MASCULINE | Kind.FEMININE)


def _after_ordinal(words: tuple[Word, ...], place: int, alone: bool) -> Iterator[Finding]:
    """From the fifth on, whose ordinals have no form for each gender."""
    ordinal, word = words[place - 1], words[place]
    softened = mutate(ordinal.text, "soft") if place > 1 and is_article(words[place - 2]) else None
    if wanted := word.lacks("soft", Kind.FEMININE):
        yield f"“{ordinal.text} {word.text}” lacks a mutation", f"write {softened or ordinal.text} {wanted}"
    elif softened and ordinal.small in _DATA["ordinals"] and _gender(word) == Kind.FEMININE:
        yield f"“{ordinal.text} {word.text}” lacks a mutation", f"write {softened} {word.text}"
    elif not alone and word.has("soft", Kind.MASCULINE | Kind.VERB_NOUN) and _gender(word) == Kind.MASCULINE:
        radical = readings(word.small)[0].radical
        yield f"“{ordinal.text} {word.text}” has a mutation too many", f"write {ordinal.text} {radical}"


def _may_stand_alone(words: tuple[Word, ...], place: int) -> bool:
    """Whether a numeral may be somebody, to whom belongs what softens after it, and no number of that: mae gan y tri
    gyfrifoldeb. An ordinal after the article is so after a verb alone (caiff y trydydd gyfle)."""
    opens = words[place - 1] if place and words[place].follows else None
    if opens is None or not is_article(opens):
        return opens is not None and opens.small in RULES["numbers_alone_after"]
    verb = opens if opens.clitic else words[place - 2] if place > 1 and opens.follows else None
    is_acting = verb is not None and (
        verb.small in RULES["numbers_alone_after"]
        or any(one.kind == Kind.VERB for one in readings(verb.small))
        and not verb.small.endswith(IMPERSONAL)
    )
    return words[place].small not in _DATA["ordinals_of_gender"] + _DATA["ordinals"] or is_acting


def _years(numeral: Word, word: Word) -> str | None:
    """What years are after a numeral, where they are written otherwise: pum mlynedd, tair blynedd, dwy flynedd."""
    if word.small not in ("blynedd", "flynedd", "mlynedd"):
        return None
    wanted = next((form for form, numerals in _DATA["years"].items() if numeral.small in numerals), None)
    return wanted if wanted and wanted != word.small else None


def _mutated(numeral: Word, word: Word, mutation: str) -> str | None:
    """What a word ought to be after a numeral and is not."""
    if numeral.small == "un":
        return word.lacks("soft", Kind.FEMININE, keeps=LL_RH)
    return word.lacks(mutation, _counted_kinds(word)) if mutation != "none" else None


def _softened_needlessly(word: Word) -> bool:
    """Whether a word is softened that is not after un: a masculine noun, and one with ll or rh."""
    return word.has("soft", Kind.MASCULINE) or word.has("soft", Kind.FEMININE) and had_ll_or_rh(word)


def _counted_kinds(word: Word) -> Kind:
    """The kinds of word that may be counted; a noun may be a verb-noun as well: cyfarfod."""
    is_noun = any(one.kind & NOUN for one in readings(word.small))
    return NOUN | Kind.ADJECTIVE | (Kind.VERB_NOUN if is_noun else Kind(0))


def _mutated_otherwise(numeral: Word, word: Word, mutation: str) -> str | None:
    """What a noun with a mutation ought to be that its numeral does not cause: tri gynghorydd, pedwar gynghorydd."""
    if numeral.small not in _DATA["surely"] or _gender(word) is None or word.small in _DATA["nasal"]:
        return None
    wrong = [one for one in ("soft", "aspirate", "nasal") if one != mutation and word.has(one, _counted_kinds(word))]
    radical = readings(word.small)[0].radical
    return (mutate(radical, mutation) if mutation != "none" else None) or radical if wrong else None


def _after_figures(pair: CheckedUnit) -> Iterator[Finding]:
    """A noun in the plural after a number in figures, or softened, but where the number is the name of something; and a
    month that softens after the day (31 Ragfyr), as it does after o alone."""
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for date in _DATE.finditer(pair.target) if words else ():
        month = WELSH[WELSH_SOFTENED.index(date[2])]
        yield f"“{date[0]}” has a mutation too many", f"write {date[1]} {month}"
    for place, word in enumerate(words):
        figure = _FIGURE.search(pair.target, words[place - 1].start if place else 0, word.start)
        labelled = place and words[place - 1].small in _DATA["labels"]
        if figure is None or not figure.start() or labelled or word.text[0].isupper():
            continue
        if _is_plural(word):
            yield _plural(f"{figure[1]} {word.text}")
        elif word.has("soft", SINGULAR) and _softens_nothing(pair, figure[1], words[place - 1], word):
            radical = readings(word.small)[0].radical
            yield f"“{figure[1]} {word.text}” has a mutation too many", f"write {figure[1]} {radical}"


def _softens_nothing(pair: CheckedUnit, figure: str, before: Word, word: Word) -> bool:
    """Whether a number in figures counts a noun, as it does in English, and softens none however it is read.

    Not so after what a number may be somebody of, or before a time of the day (am 10 fore Llun).
    """
    is_time = any(one.radical in RULES["times"] - {"diwrnod", "mis"} for one in readings(word.small))
    is_counted = re.search(rf"\b{figure}(?: [\w-]+){{0,2}} [\w-]+s\b", pair.en)
    is_read_so = figure[-1] in _DATA["softening_ends"]
    return bool(is_counted) and not (is_time or is_read_so or before.small in RULES["numbers_alone_after"])


def _of_several(words: tuple[Word, ...]) -> Iterator[Finding]:
    """One where there are several: pob un o'r cynghorydd, ychydig o aelod, deg o aelod; not of what has a number."""
    for place in range(2, len(words)):
        some, of, word = words[place - 2 : place + 1]
        noun = _counted(words, place)
        if not (of.small == "o" and of.clitic in ("", "r") and of.follows and word.follows) or some.clitic:
            continue
        is_each = some.small == "un" and place > 2 and words[place - 3].small in ("pob", "bob", "phob")
        is_number = some.small in _DATA["number_of"] and not (place > 2 and words[place - 3].small in _DATA["labels"])
        counted = _DATA["many_of"] + (_DATA["some_of"] if of.clitic else _DATA["number_of"] if is_number else [])
        several = _DATA["people"] + (_DATA["things"] if is_each and of.clitic else [])
        several += _DATA["times"] if is_number and not of.clitic else []
        if some.small in counted and any(one in several for one in radicals(noun.small)):
            phrase = " ".join(shown(one) for one in words[place - 2 : words.index(noun, place) + 1])
            yield f"“{phrase}” has a singular where there are several", "write the noun in the plural"


def _without_of(words: tuple[Word, ...]) -> Iterator[Finding]:
    """Several right after how many there are, where o stands between: llawer o aelodau."""
    for before, some, word in zip((None, *words), words, words[1:], strict=False):
        is_owner = before is not None and before.small in RULES["numbers_alone_after"]
        if some.small not in _DATA["with_of"] or some.clitic or is_owner or not word.follows:
            continue
        if only(word.small, Kind.PLURAL) and word.small not in function_words() | set(_DATA["counted"]):
            softened = mutate(word.text, "soft") or word.text
            yield f"“{some.text} {word.text}” lacks its o", f"write {some.text} o {softened}"


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

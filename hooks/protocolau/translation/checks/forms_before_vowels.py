"""Words of two forms: y and yr, a and ac, na and nac, â and ag, gyda and gydag; and yn, ym and yng."""

from collections.abc import Iterator

from protocolau.language.welsh.mutation import mutate, radicals
from protocolau.language.welsh.speller import VOWELS
from protocolau.language.welsh.words import NOMINAL, Kind, function_words, only, readings
from protocolau.translation.checks.contractions import LABELS, clitic_of, contractions
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES
from protocolau.translation.checks.patterns import data
from protocolau.translation.checks.welsh_words import Word, welsh_words

_DATA = data("forms_before_vowels.yml")
_BEFORE_VOWEL: dict[str, str] = _DATA["before_vowel"]
_BEFORE_CONSONANT = {vowel: consonant for consonant, vowel in _BEFORE_VOWEL.items()} | {"nag": "na"}
_UNDECIDED = ("w", "ŵ", "ẃ", "ẁ", "ẅ")
"""Letters that are a vowel in some words and a consonant in others."""


def forms_before_vowels(pair: CheckedUnit) -> Iterator[Finding]:
    """Before a vowel stand yr, ac, nac, nag, ag and gydag, before a consonant y, a, na, â and gyda; yr before h too.

    "Yr aelod, yr hawl, y cyngor; parch ac urddas, urddas a pharch; ac mae, ac felly, ac nid." With ei, eu, ein, eich, y
    and yr the forms for a consonant are joined: a'i, â'r; after ynglŷn, yn unol, cydymffurfio and
    the like it is â'r, and after peidio â (peidio â thrafod). Ym stands before m, yng before ng, and yn else; mewn
    before what is indefinite. Of names and foreign words, and of w, which is both, nothing is said. What is one word
    after a vowel is told as well (contractions.py).

    Thomas, Gramadeg y Gymraeg, on the article, on conjunctions and on yn.
    """
    yield from contractions(pair)
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    yield from _a_for_with(words)
    yield from _without_with(words)
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        earlier = words[place - 2] if place > 1 and before.follows else None
        if word.follows and before.small == "mewn" and not (earlier and earlier.small in _DATA["before_mewn"]):
            yield from _after_mewn(before, word)
        if not word.follows or before.clitic or not _is_sure(word) or clitic_of(pair, words, place - 1):
            continue
        if before.small in ("yn", "ym", "yng"):
            yield from _after_yn(before, word)
        elif before.small in _BEFORE_VOWEL and _is_vowel(word, before) and _wants_other(earlier, before, word):
            yield f"“{before.text} {word.text}” has a form that stands before a consonant", _joined(before, word)
        elif before.small in _BEFORE_CONSONANT and _is_consonant(word, before):
            other = _cased(_BEFORE_CONSONANT[before.small], before)
            wanted = word.text if other in ("y", "Y") else mutate(word.text, "aspirate") or word.text
            yield f"“{before.text} {word.text}” has a form that stands before a vowel", f"write {other} {wanted}"


def _is_sure(word: Word) -> bool:
    """Whether a word is surely Welsh, and no letter or abbreviation."""
    is_abbreviation = len(word.text) == 1 or word.text.isupper()
    return (
        word.small in ("i", "o") or not is_abbreviation and bool(readings(word.small) or word.small in function_words())
    )


def _is_vowel(word: Word, before: Word) -> bool:
    first = word.small[0]
    if before.small == "a" and word.small in _DATA["after_ac"]:
        return True
    return first in VOWELS and first not in _UNDECIDED or first == "h" and before.small == "y"


def _is_consonant(word: Word, before: Word) -> bool:
    first = word.small[0]
    is_either = first in VOWELS or first == "h" and before.small == "yr"
    return not is_either and (before.small == "yr" or word.small not in _DATA["counted_as_vowels"])


def _wants_other(earlier: Word | None, before: Word, word: Word) -> bool:
    """Whether a word for a consonant is surely the one that has another form: "a" and "na" may belong to a verb."""
    if before.small == "y":
        return word.small not in _DATA["not_after_article"]
    if earlier and (earlier.small in LABELS or len(earlier.text) == 1 and earlier.small != "i"):
        return False
    if word.small in ("i", "o") and not word.clitic:
        return False
    if word.small in _DATA["after_ac"]:
        return before.small == "a"
    if before.small == "a" and before.text == "A" or before.small == "â" and _is_of_verb(earlier):
        return False
    return (
        word.small in _DATA["small_words"]
        or word.small in _DATA["joined"]
        or (word.small not in function_words() and only(word.small, NOMINAL))
    )


def _is_of_verb(earlier: Word | None) -> bool:
    """Whether "â" may be a form of mynd."""
    return earlier is None or earlier.small in RULES["before_a_verb"]


def _joined(before: Word, word: Word) -> str:
    """What to write of a word and one that begins with a vowel."""
    if before.small != "y" and (clitic := _DATA["joined"].get(word.small)):
        return f"write {before.text}'{clitic}"
    other = _cased(_BEFORE_VOWEL[before.small], before)
    return f"write {other} {word.text}" + (f" (nor) or nag {word.text} (than)" if before.small == "na" else "")


def _cased(form: str, like: Word) -> str:
    return form.capitalize() if like.text[0].isupper() else form


def _a_for_with(words: tuple[Word, ...]) -> Iterator[Finding]:
    """ "A" where â is meant: ynglŷn a hyn, cydymffurfio a'r cod."""
    for place in range(1, len(words) - 1):
        before, word, following = words[place - 1 : place + 2]
        if word.small not in ("a", "ac") or not word.follows or before.clitic or not following.follows:
            continue
        is_joined = before.small in _DATA["with_joined"] and word.clitic and not only(following.small, Kind.VERB_NOUN)
        is_unol = before.small != "unol" or place > 1 and words[place - 2].small == "yn"
        if is_joined or before.small in _DATA["with"] and is_unol:
            right = "ag" if word.small == "ac" else f"â'{word.clitic}" if word.clitic else "â"
            shown = f"{word.text}'{word.clitic}" if word.clitic else word.text
            yield f"“{before.text} {shown}” has a where â is meant", f"write {before.text} {right}"


def _without_with(words: tuple[Word, ...]) -> Iterator[Finding]:
    """Peidio with no â before what is not to be done: peidiwch â defnyddio; not in "ai peidio"."""
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        found = readings(word.small) if word.follows and before.small in _DATA["not_doing"] else ()
        is_other = place > 1 and words[place - 2].small in ("ai", "neu")
        if found and not is_other and not before.clitic and all(one.kind == Kind.VERB_NOUN for one in found):
            plain = found[0].radical
            done = f"ag {plain}" if plain[0] in VOWELS else f"â {mutate(plain, 'aspirate') or plain}"
            yield f"“{before.text} {word.text}” lacks its â", f"write {before.text} {done}"


def _after_mewn(before: Word, word: Word) -> Iterator[Finding]:
    """Yn in the place of mewn before what is definite."""
    yn = _cased("yn", before)
    if word.small in _DATA["definite"]:
        yield f"“{before.text} {word.text}” has mewn before what is definite", f"write {yn} {word.text}"


def _after_yn(before: Word, word: Word) -> Iterator[Finding]:
    """Ym before m, yng before ng, as the word is written or ought to be."""
    nasals = {nasal for radical in radicals(word.small) if (nasal := mutate(radical, "nasal"))}
    nasal = word.small if word.small.startswith(("mh", "ng")) or word.small in _DATA["after_ym"] else None
    if nasal is None and before.small != "yn":
        nasal = word.small if word.small.startswith("m") else min(nasals, default=None)
    wanted = None if nasal is None else "yng" if nasal.startswith("ng") else "ym" if nasal.startswith("m") else "yn"
    if wanted and (wanted, nasal) != (before.small, word.small):
        shown = nasal.capitalize() if nasal and word.text[0].isupper() else nasal
        what = f"“{before.text} {word.text}” has the wrong form of yn"
        yield what, f"write {_cased(wanted, before)} {shown}"

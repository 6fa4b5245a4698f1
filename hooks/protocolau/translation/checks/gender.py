"""Gender: the article, adjectives, this and that agree with their noun."""

import re
from collections.abc import Iterator

from protocolau.language.welsh.lexicon import forms_of_verbs
from protocolau.language.welsh.mutation import mutate
from protocolau.language.welsh.renderings import renders
from protocolau.language.welsh.words import NOUN, Kind, function_words, is_listed, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES, had_ll_or_rh, neighbours, place_in_wales, shown
from protocolau.translation.checks.welsh_words import LL_RH, Word, welsh_words

_BEFORE = RULES["before_its_noun"] | RULES["may_be_before"]
"""Adjectives that stand before a noun: one after a noun belongs to what follows."""
_POINTING = {"hwn": Kind.MASCULINE, "hwnnw": Kind.MASCULINE, "hon": Kind.FEMININE, "honno": Kind.FEMININE}
_OF = {
    Kind.MASCULINE: {False: "hwn", True: "hwnnw"},
    Kind.FEMININE: {False: "hon", True: "honno"},
    Kind.PLURAL: {False: "hyn", True: "hynny"},
}
_OF_ITS_NOUN = {"cyntaf": "first", "diwethaf": "last|latest|previous", "llawn": "full"}
"""What says when or how far as well as which, and its English: pan gyhoeddwyd y polisi gyntaf, y polisi cyntaf."""
_LIVESTOCK = re.compile(r"da (?:byw|pluog|godro)\b")
_HAVING = re.compile(r"\bgan (?:y |yr )?$")
_ENDED = re.compile(r"['’]|[.,;:!?)]|$| (?:ac|a['’]r|a['’]i|yn|ar|ond|neu|mewn|wedi|ym|yng|gan|ers|i|o|am|at|heb) ")
"""What comes after the last word of a phrase."""
_FARTHEST = 5
"""Words after the article among which its "hwn" is looked for."""


def sure_gender(word: Word) -> Kind | None:
    """The gender of a noun, or that it is a plural, where all that the word may be agree on it."""
    found = readings(word.small)
    if not found or word.small in function_words():
        return None
    kinds = {one.kind & NOUN if one.kind & NOUN else one.kind for one in found}
    only = kinds.pop()
    return only if not kinds and only in (Kind.MASCULINE, Kind.FEMININE, Kind.PLURAL) else None


def article(pair: CheckedUnit) -> Iterator[Finding]:
    """After y, yr and 'r a feminine noun softens in the singular, but for ll and rh, and so do dau, dwy, trydedd and
    pedwaredd, and no other noun does.

    "Y weithdrefn, y pwyllgor, y cynghorwyr, y ddau, y drydedd." Most places in Wales have no article. Thomas, Gramadeg
    y Gymraeg, on the article.
    """
    for before, word in neighbours(pair):
        if is_article(before):
            if _is_place_alone(pair, word):
                yield f"“{shown(before)} {word.text}” has an article too many", "take out the article"
            elif word.small in ("dau", "dwy", "trydedd", "pedwaredd"):
                softened = mutate(word.text, "soft")
                yield f"“{shown(before)} {word.text}” lacks a mutation", f"write {shown(before)} {softened}"
            elif (wanted := word.lacks("soft", Kind.FEMININE, keeps=LL_RH)) and not _may_be_said(before, word):
                yield f"“{shown(before)} {word.text}” lacks a mutation", f"write {shown(before)} {wanted}"
            elif not pair.is_name(word.text) and (
                word.has("soft", Kind.MASCULINE | Kind.PLURAL | Kind.VERB_NOUN)
                or word.has("soft", Kind.FEMININE)
                and had_ll_or_rh(word)
                or word.has("aspirate", NOUN)
                or word.has("nasal", NOUN)
                or word.has("h", NOUN)
            ):
                radical = readings(word.small)[0].radical
                radical = radical.capitalize() if word.text.istitle() else radical
                yield f"“{shown(before)} {word.text}” has a mutation too many", f"write {shown(before)} {radical}"


def _is_place_alone(pair: CheckedUnit, word: Word) -> bool:
    """Whether a word is a place in Wales and its phrase ends with it (unlike y Gymru newydd, y Conwy Arms)."""
    rest = pair.target[word.start + len(word.text) :]
    return bool(place_in_wales(word)) and _ENDED.match(rest) is not None


def is_article(word: Word) -> bool:
    """Whether a word is y or yr, or ends with 'r."""
    return word.clitic == "r" or word.small in ("y", "yr") and not word.clitic


def _may_be_said(before: Word, word: Word) -> bool:
    """Whether "y" may begin a clause: y cred yr Aelod (which the Member believes)."""
    return not before.clitic and word.small in forms_of_verbs() and not is_listed(word.small)


def adjectives(pair: CheckedUnit) -> Iterator[Finding]:
    """An adjective after a feminine noun in the singular softens, and after any other noun it does not; nor does what
    kind of council one is.

    Where two nouns of different genders follow one another the adjective may be either's, and nothing is said.
    "Perthynas bersonol, cyngor cyfreithiol, materion personol." Thomas, Gramadeg y Gymraeg, on adjectives.
    """
    for before, noun, word in _threes(pair):
        gender = sure_gender(noun)
        held = before and before.small not in RULES["of_phrases"] and sure_gender(before) not in (None, gender)
        held = held and word.text != "Cymraeg"
        if noun.clitic or noun.small in RULES["before_an_adjective"] or word.small in _BEFORE or held:
            continue
        if wanted := _good(pair, noun, gender, word) or _of_council(pair, noun, word):
            what = "lacks a mutation" if wanted in ("dda", "Gymraeg") else "has a mutation too many"
            yield f"“{noun.text} {word.text}” {what}", f"write {noun.text} {wanted}"
        elif word.small in RULES["cardinals"]:
            continue  # the noun's number, or that of what comes next
        elif gender == Kind.FEMININE and (wanted := word.lacks("soft", Kind.ADJECTIVE)):
            yield f"“{noun.text} {word.text}” lacks a mutation", f"write {noun.text} {wanted}"
        elif gender in (Kind.MASCULINE, Kind.PLURAL) and word.has("soft", Kind.ADJECTIVE):
            radical = readings(word.small)[0].radical
            may_be_alone = radical in _BEFORE - {"gwahanol"} | RULES["quantities"] | RULES["cardinals"]
            if not may_be_alone or _is_of_its_noun(pair, noun, radical):
                radical = radical.capitalize() if word.text.istitle() else radical
                yield f"“{noun.text} {word.text}” has a mutation too many", f"write {noun.text} {radical}"


def _is_of_its_noun(pair: CheckedUnit, noun: Word, radical: str) -> bool:
    """Whether the English has an adjective before what the noun before it renders: the first policy."""
    if radical not in _OF_ITS_NOUN:
        return False
    said = re.findall(rf"\b(?:{_OF_ITS_NOUN[radical]}) ([a-z]+)(?: ([a-z]+))?", pair.en.lower())
    nouns = [one.radical for one in readings(noun.small)]
    return any(renders(welsh, english) for words in said for english in words for welsh in nouns)


def _good(pair: CheckedUnit, noun: Word, gender: Kind | None, word: Word) -> str | None:
    """What "da" is to be after a noun, and Cymraeg after iaith; da byw (livestock) is a noun itself."""
    if word.text == "Cymraeg" and noun.small == "iaith":
        return "Gymraeg"
    if word.text == "da" and gender == Kind.FEMININE:
        return None if _LIVESTOCK.match(pair.target, word.start) else "dda"
    return "da" if word.text == "dda" and gender in (Kind.MASCULINE, Kind.PLURAL) else None


def _of_council(pair: CheckedUnit, noun: Word, word: Word) -> str | None:
    """What kind of council it is, unmutated: cyngor tref, cynghorau cymuned; not what it has (gan y cyngor dref)."""
    is_council = any(one.radical in ("cyngor", "cynghorau") for one in readings(noun.small))
    is_council = is_council and not _HAVING.search(pair.target, 0, noun.start)
    found = {one.radical for one in readings(word.small) if "soft" in one.mutations} & RULES["kinds_of_council"]
    if not is_council or not found:
        return None
    radical = found.pop()
    return radical.capitalize() if word.text[0].isupper() else radical


def _threes(pair: CheckedUnit) -> Iterator[tuple[Word | None, Word, Word]]:
    """Two neighbours, and the word before them where nothing but a space is between."""
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(1, len(words)):
        if words[place].follows:
            before = words[place - 2] if place > 1 and words[place - 1].follows else None
            yield before, words[place - 1], words[place]


def demonstratives(pair: CheckedUnit) -> Iterator[Finding]:
    """Hwn and hwnnw go with a masculine noun, hon and honno with a feminine, and neither with a plural.

    The noun is the one after the article before: "y weithdrefn ddisgyblu hon". Thomas, Gramadeg y
    Gymraeg, on demonstratives.
    """
    if pair.language != "cy":
        return
    words = welsh_words(pair.target)
    for place, word in enumerate(words):
        wanted = _POINTING.get(word.small)
        head = _head(words, place) if wanted and word.follows and not _apart(words[place - 1]) else None
        gender = sure_gender(head) if head else None
        if head and gender and gender != wanted and head.small not in ("un", "rhai"):
            right = _OF[gender][word.small in ("hwnnw", "honno")]
            yield f"“{head.text} … {word.text}” do not agree", f"write {head.text} … {right}"


def _apart(before: Word) -> bool:
    """Whether "hwn" after a word stands for a noun itself: i hwn, na hon."""
    return before.small in function_words()


def _head(words: tuple[Word, ...], place: int) -> Word | None:
    """The noun after the nearest article before a word, with nothing but spaces from there on."""
    for at in range(place - 1, max(-1, place - 1 - _FARTHEST), -1):
        if words[at].clitic == "r" or words[at].small in ("y", "yr"):
            nouns = [one for one in words[at + 1 : place] if one.small not in _BEFORE]
            return nouns[0] if nouns and not any(one.clitic for one in nouns[:-1]) else None
        if not words[at].follows:
            return None
    return None

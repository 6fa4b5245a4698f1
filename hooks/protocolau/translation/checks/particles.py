"""Particles: what ni, na, a, fe and pan do to the verb after them."""

import re
from collections.abc import Iterator

from protocolau.language.welsh.mutation import mutate
from protocolau.language.welsh.speller import VOWELS
from protocolau.language.welsh.words import NOUN, Kind, only, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES, shown
from protocolau.translation.checks.welsh_words import Word, welsh_words

_MIXED = frozenset({"ni", "na", "oni"})
_SOFT = frozenset({"fe", "mi", "pan"})
_OF_THEY = {
    "mae": "maen", "oedd": "oedden", "roedd": "roedden", "bydd": "byddan", "fydd": "fyddan", "byddai": "bydden",
    "fyddai": "fydden", "dylai": "dylen", "ddylai": "ddylen", "gall": "gallan", "all": "allan", "gallai": "gallen",
    "allai": "allen", "caiff": "cân", "gaiff": "gân", "chaiff": "chân",
}  # fmt: skip
"""What verbs are before nhw, with which they have their plural, as they have it with no noun."""
_OF_A_NOUN = {
    "maent": "mae", "oeddent": "oedd", "roeddent": "roedd", "byddant": "bydd", "fyddant": "fydd", "byddent": "byddai",
    "fyddent": "fyddai", "dylent": "dylai", "ddylent": "ddylai", "gallant": "gall", "allant": "all",
    "gallent": "gallai", "allent": "allai",
}  # fmt: skip
"""What plurals of verbs, which say by themselves who does it, are before a noun that says so."""
_IF = frozenset({"os", "nid", "nad"})
_AFTER_IF = {
    "mae": "yw", "maent": "ydynt", "maen": "ydyn", "roedd": "oedd", "roeddent": "oeddent", "roedden": "oedden",
    "roeddech": "oeddech", "roeddem": "oeddem", "rydych": "ydych", "rydym": "ydym", "rwyf": "wyf",
}  # fmt: skip
"""What forms of bod with which a sentence begins are after os, nid and nad."""
_THERE_IS = frozenset({"gan", "angen", "rhaid", "modd", "rheswm", "yna", "unrhyw", "rhywun", "rhywbeth", "rhai"}) | (
    RULES["has"] | frozenset({"arno", "arni", "arnynt", "arnoch", "arnom"})
)
"""What mae is oes before: os oes gan aelod fuddiant, os oes angen."""
_AFTER_WHAT_IS_BROUGHT_FORWARD = frozenset({"y", "yr", "ond", "a", "ac", "neu", "nac", "na", "yw", "oedd"})
_PARTED = re.compile(r"[,.;:!?()–—]")
"""What parts a sentence, as a number between two words does not."""
_JOINS = re.compile(r"\b(?:and|or|nor|but|also|then|as well|plus)\b|[,;:&–—/()]|[.?!]\s", re.IGNORECASE)
"""With what English may join one clause to another."""
_AND_DONE = re.compile(r"\b(?:and|or) (?:\w+ly )?\w+ed\b", re.IGNORECASE)
"""One thing done after another: signed and dated, llofnodwyd a dyddiwyd."""
IMPERSONAL = ("ir", "wyd", "id")
"""How impersonal forms of verbs end."""


def particles(pair: CheckedUnit) -> Iterator[Finding]:
    """Ni, na and oni aspirate p, t and c of a verb and soften the rest; the relative a, fe and pan soften all.

    Before a verb with a vowel of its own they are nid, nad and onid (nid oes; ni all, of gall). After os it stays as it
    is (os bydd), but mae is yw or oes there, and after nid and nad. Nhw has its verb in the plural (maen nhw).

    "Ni chaiff, na ddylai; a bennir gan y Cyngor, pan fydd." Where "a" joins clauses the verb is aspirated (a
    chydnabyddir hyn) or, if it cannot be, unmutated (a dylid). Told are therefore "a pennir", which is neither, and
    "a phennir" and "a gwneir" only right after a noun, where no verb stands before that it could join. Thomas,
    Gramadeg y Gymraeg, on preverbal particles and on relative clauses.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        if word.follows and not before.clitic and (finding := _finding(pair, words, place)):
            yield finding
        elif word.follows and not before.clitic and before.small in _IF and word.small in _AFTER_IF:
            what = f"“{before.text} {shown(word)}” has a form of bod that stands in no such clause"
            yield what, _after_if(before, word, words[place + 1 : place + 2])
        elif word.follows and not before.clitic and (other := _other_form(before, word)):
            stands = "consonant" if before.small in _MIXED else "vowel"
            yield f"“{before.text} {word.text}” has a form that stands before a {stands}", f"write {other}"
        elif before.small == "nad" and word.small == "yn" and (said := _said_without_bod(words, place + 1)):
            yield f"“nad yn {said}” lacks its form of bod", f"write nad yw'n {said} or nad ydynt yn {said}"


def _said_without_bod(words: tuple[Word, ...], at: int) -> str | None:
    """What a clause with nad denies of its subject, where no form of bod stands before its yn; what is brought forward
    stands so, and its verb comes after it (nad yn gyhoeddus y cynhelir cyfarfodydd)."""
    word, after = (*words[at : at + 2], None, None)[:2]
    goes_on = after is not None and after.follows and after.small in _AFTER_WHAT_IS_BROUGHT_FORWARD
    if word is None or not word.follows or goes_on:
        return None
    is_adjective = word.has("soft", Kind.ADJECTIVE)
    return word.text if is_adjective or only(word.small, Kind.VERB_NOUN) and not word.clitic else None


def _after_if(before: Word, word: Word, following: tuple[Word, ...]) -> str:
    """What to write where a sentence's own form of bod stands after os, nid or nad."""
    wanted = f"{before.text} {_AFTER_IF[word.small]}" + (f"'{word.clitic}" if word.clitic else "")
    if word.small != "mae" or word.clitic:
        return f"write {wanted}"
    if following and following[0].small in _THERE_IS:
        return f"write {before.text} oes"
    return f"write {wanted} or, before what is indefinite, {before.text} oes"


def _other_form(before: Word, word: Word) -> str | None:
    """Nid where ni stands, and the other way about; ni may be "we" before yw and oedd, of which nothing is said."""
    if before.small not in RULES["denying"] | RULES["denying_before_vowels"]:
        return None
    found = readings(word.small)
    is_verb = bool(found) and all(one.kind == Kind.VERB for one in found)
    if before.small in RULES["denying"] and (before.small != "ni" or word.small not in ("yw", "oedd", "ydym")):
        is_radical = word.small in RULES["being"] or is_verb and not any(one.mutations for one in found)
        if is_radical and word.small[0] in VOWELS.replace("w", ""):
            return f"{before.text}d {word.text}"
    if before.small in RULES["denying_before_vowels"] and is_verb and word.small[0] != "h":
        if any(one.mutations for one in found):
            return f"{before.text[:-1]} {word.text}"
        if wanted := mutate(word.text, "mixed"):
            return f"{before.text[:-1]} {wanted}"
    return None


def _finding(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> Finding | None:
    before, word = words[place - 1], words[place]
    if before.small in _MIXED | _SOFT and _unmutated_verb(word) and (before.small, word.small) != ("ni", "bu"):
        wanted = mutate(word.text, "mixed" if before.small in _MIXED else "soft")
        return f"“{before.text} {word.text}” lacks a mutation", f"write {before.text} {wanted}"
    if before.small in _MIXED and (wanted := _aspirated(word)):
        return f"“{before.text} {word.text}” has the wrong mutation", f"write {before.text} {wanted}"
    if before.small == "os" and word.has("soft", Kind.VERB):
        radical = readings(word.small)[0].radical
        return f"“{before.text} {word.text}” has a mutation too many", f"write {before.text} {radical}"
    if word.small in ("nhw", "hwythau") and (many := _OF_THEY.get(before.small)):
        right = many.capitalize() if before.text[0].isupper() else many
        return f"“{before.text} {word.text}” do not agree", f"write {right} {word.text}"
    if before.small in _OF_A_NOUN and (subject := _subject(words, place)):
        right = _OF_A_NOUN[before.small]
        return (
            f"“{before.text} {subject}” do not agree",
            f"write {right.capitalize() if before.text[0].isupper() else right}",
        )
    if before.small != "a":
        return None
    impersonal = word.small.endswith(IMPERSONAL) and _is_relative(pair, words, place - 1)
    if soft := word.lacks("soft", Kind.VERB):
        joined = mutate(word.text, "aspirate")
        if joined or impersonal:
            remedy = f"write a {soft} (which …)" + (f" or a {joined} (and …)" if joined else "")
            return f"“a {word.text}” lacks a mutation", remedy
    if impersonal and word.has("aspirate", Kind.VERB):
        radical = readings(word.small)[0].radical
        return f"“a {word.text}” means and …, where which … is meant", f"write a {mutate(radical, 'soft')}"
    return None


def _subject(words: tuple[Word, ...], place: int) -> str | None:
    """The several who stand at a place as what a verb is about: y pwyllgorau; without an article only who acts."""
    has_article = words[place].small in ("y", "yr")
    noun = words[place + 1] if has_article and place + 1 < len(words) else words[place]
    is_several = only(noun.small, Kind.PLURAL) and noun.follows and (has_article or noun.small in RULES["actors"])
    return f"{words[place].text} {noun.text}" if is_several and has_article else noun.text if is_several else None


def _unmutated_verb(word: Word) -> bool:
    """Whether a word may be an unmutated verb that could mutate, and no mutated one: gall, which may be "call" too."""
    verbs = [one for one in readings(word.small) if one.kind == Kind.VERB]
    return bool(verbs) and not any(one.mutations for one in verbs) and mutate(word.text, "soft") is not None


def _aspirated(word: Word) -> str | None:
    """What a verb with p, t or c is after ni, where it is softened: ni chaiff, not ni gaiff."""
    radicals = {one.radical for one in readings(word.small)} if word.has("soft", Kind.VERB) else set()
    return mutate(radicals.pop(), "aspirate") if len(radicals) == 1 else None


def _is_relative(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> bool:
    """Whether an "a" stands right after a noun, or its adjective, and says which, joining no verb to another.

    It does where the English joins nothing, where no verb is before it in its part of the sentence, and where after its
    own verb comes by whom (gan) or nothing, as an impersonal verb that is joined has an object: "a chynhelir cyfarfod".
    After "ac" it always does (ac a werthwyd).
    """
    if place and words[place].follows and words[place - 1].small == "ac":
        return True
    if (
        not place
        or not words[place].follows
        or not any(one.kind & (NOUN | Kind.ADJECTIVE) for one in readings(words[place - 1].small))
    ):
        return False
    if not _JOINS.search(pair.en):
        return True
    after = words[place + 2] if place + 2 < len(words) else None
    is_ended = after is None or not after.follows or after.small in RULES["after_relative"]
    start = next(
        (at for at in range(place, 0, -1) if _PARTED.search(pair.target, words[at - 1].start, words[at].start)), 0
    )
    verbs = [word for word in words[start:place] if _is_verb(word)]
    if is_ended and not (after and after.small in RULES["to_somebody"]):
        return not (_AND_DONE.search(pair.en) and any(verb.small[-3:] == words[place + 1].small[-3:] for verb in verbs))
    return not verbs


def _is_verb(word: Word) -> bool:
    found = readings(word.small)
    is_verb = all(one.kind == Kind.VERB for one in found) if found else word.small.endswith(IMPERSONAL)
    return word.small in RULES["being"] or is_verb

"""Whose ei it is: his or hers, by what it stands for."""

import re
from collections.abc import Iterator

from protocolau.language.welsh.mutation import mutate
from protocolau.language.welsh.words import NOMINAL, NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.gender import sure_gender
from protocolau.translation.checks.mutation_after import RULES, shown
from protocolau.translation.checks.possessives import hers, is_ei, is_radical, vowel_begins
from protocolau.translation.checks.welsh_words import STRONG, Word, radical, welsh_words

_FARTHEST = 10
"""Words between a relative "y" and its ei at most."""
_LONGEST = 6
"""Words of a noun with what belongs to it at most."""
_EITHER = re.compile(
    r"\b(?:s?he/s?he|he or she|his/hers?|his or hers?|hers?/his|him/her|him or her|her/him)\b", re.IGNORECASE
)
_HE, _SHE = re.compile(r"\b(?:he|his|him)\b", re.IGNORECASE), re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE)
_SHE_OR_HE = re.compile(r"\b(?:s?he|her|hers|him|his)\b", re.IGNORECASE)
NAMES = {Kind.MASCULINE: "masculine", Kind.FEMININE: "feminine", Kind.PLURAL: "plural"}
"""What genders, and the plural that has none, are called."""
_SINGULAR = frozenset({Kind.MASCULINE, Kind.FEMININE})


def possessor(pair: CheckedUnit) -> Iterator[Finding]:
    """Ei goes with the gender of what it stands for: "y Cyngor a'i bwyllgorau, y weithdrefn a'i chymalau".

    Judged where it is sure: of a'i right after its noun, of "ei … ef" and "ei … hi", of two things of one owner (ei
    farn a'i argymhellion), in a relative clause of its noun (yr ardal y maent yn ei chynrychioli), and of "hyn" and
    "beth", of what something is done to (bod yr adroddiad wedi'i baratoi), where all nouns before it in the text are of
    the other gender unless the English speaks of him or her, and where the English speaks of him alone, or of him
    and her together (his/her), as a word for an office is masculine. Where it speaks of her alone ei may be hers.
    """
    if pair.language != "cy":
        return
    words = welsh_words(pair.target)
    for place, (before, word) in enumerate(zip(words, words[1:], strict=False), start=1):
        if word.follows and is_ei(before) and not _is_of_either(words, place) and (marked := _marked(word)):
            owner = (
                _pronoun(words, place)
                or _noun_before(pair, words, place - 1)
                or _other_owned(words, place)
                or _of_which(words, place)
                or _done_to(words, place)
                or (None if _is_of_nothing(words, place) else only_gender(pair, words[: place - 1]))
                or (None if _is_of_nothing(words, place) else _he(pair, words, place))
            )
            if owner and owner != marked and not (marked == Kind.FEMININE and _is_of_her(pair)):
                plain = radical(word)
                right = (mutate(plain, "soft") if owner == Kind.MASCULINE else hers(plain)) or plain
                what = f"“{shown(before)} {word.text}” is {NAMES[marked]} and what it stands for {NAMES[owner]}"
                yield what, f"write {shown(before)} {right}"


def _is_of_either(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word stands in both forms: ei olynydd neu ei holynydd."""
    return any(
        words[first + 1].small == "neu" and radical(words[first]).lower() == radical(words[first + 3]).lower()
        for first in (place - 3, place)
        if 0 <= first < len(words) - 3
    )


def _is_of_nothing(words: tuple[Word, ...], place: int) -> bool:
    """Whether ei stands for what is only said after it: ei gwneud yn ofynnol i'r aelod adael."""
    return words[place].small == "gwneud" and place + 1 < len(words) and words[place + 1].small == "yn"


def _marked(word: Word) -> Kind | None:
    """Whose the beginning of a word after ei says that it is, where it says so."""
    if word.small in function_words() or not readings(word.small):
        return None
    if word.has("soft", NOMINAL):
        return Kind.MASCULINE
    if word.has("aspirate", NOMINAL) or word.has("h", NOMINAL):
        return Kind.FEMININE
    if word.lacks("soft", NOMINAL) and not word.small.startswith(STRONG):
        return Kind.FEMININE
    return Kind.MASCULINE if vowel_begins(word.small) and is_radical(word) and not _may_be_soft(word) else None


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


def _noun_before(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> Kind | None:
    """The gender of the noun right before a'i, where an article makes it the whole of what is spoken of."""
    in_brackets = pair.target[words[place].start - 2 : words[place].start] == " ("
    if place < 2 or words[place].clitic != "i" or words[place].small != "a":
        return None
    if not words[place].follows and not in_brackets:
        return None
    noun, before = words[place - 1], words[place - 2]
    definite = before.clitic == "r" or before.small in ("y", "yr")
    gender = sure_gender(noun) if definite and noun.follows and not noun.clitic else None
    return gender if gender in _SINGULAR else None


def _other_owned(words: tuple[Word, ...], place: int) -> Kind | None:
    """What the second word of "ei farn a'i argymhellion" and "ei god neu ei reolau" says of whose the first is."""
    for at in range(place + 1, min(place + 3, len(words) - 1)):
        if not words[at].follows:
            return None
        if words[at].small in ("a", "na", "neu"):
            second = at + 1 if words[at].clitic == "i" else at + 2 if words[at + 1].small == "ei" else len(words)
            return _marked(words[second]) if second < len(words) and words[second].follows else None
    return None


def _of_which(words: tuple[Word, ...], place: int) -> Kind | None:
    """The gender of the noun that a relative clause is about: "yr ardal y maent yn ei chynrychioli"."""
    if not any(one.kind == Kind.VERB_NOUN for one in readings(words[place].small)):
        return None
    for at in range(place - 2, max(0, place - _FARTHEST), -1):
        if not words[at + 1].follows:
            return None
        if words[at].small in ("y", "yr", "na", "nad") and not words[at].clitic and _is_finite(words[at + 1]):
            return _what_is_meant(words, at) if words[at].follows else None
    return None


def _what_is_meant(words: tuple[Word, ...], at: int) -> Kind | None:
    """The gender of what the relative word at a place is about: "hyn" and "beth" are masculine."""
    if words[at - 1].small in RULES["what"]:
        return Kind.MASCULINE
    return _headed(words, at - 1) if words[at].small in ("y", "yr") else None


def _done_to(words: tuple[Word, ...], place: int) -> Kind | None:
    """The gender of what something is done to: "mae'r ddogfen wedi'i chyhoeddi", "caiff y cynnig ei drafod"."""
    end = place - 1 if words[place - 1].clitic else place - 2
    is_done = words[place - 1].clitic or words[end].small in RULES["undone"]
    if not any(one.kind & Kind.VERB_NOUN for one in readings(words[place].small)):
        return None
    starts = RULES["there_is"] | RULES["being"] if is_done else RULES["getting"]
    stop = end if is_done else place - 1
    for at in range(stop - 1, max(-1, stop - _FARTHEST), -1):
        if words[at].small in starts:
            return None if _is_of_which(words, at) else _of_phrase(words, at, stop)
        if not words[at + 1].follows or words[at].small in RULES["clause_ends"]:
            return None
    return None


def _is_of_which(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb stands in a relative clause: y ddogfen y mae'r cyngor wedi'i mabwysiadu."""
    return at > 1 and words[at].follows and words[at - 1].follows and words[at - 1].small in ("y", "yr")


def _of_phrase(words: tuple[Word, ...], at: int, stop: int) -> Kind | None:
    """The gender of a noun with what belongs to it, after the word at a place: what all nouns in it agree on."""
    phrase = words[at + 1 : stop]
    if not phrase:
        named = at > 0 and words[at - 1].small == "ei" and not words[at - 1].clitic
        return {"fod": Kind.MASCULINE, "bod": Kind.FEMININE}.get(words[at].small) if named else None
    return Kind.MASCULINE if [word.small for word in phrase] == ["dim"] else _agreed(phrase)


def _agreed(phrase: tuple[Word, ...]) -> Kind | None:
    """The gender of all nouns of a phrase; a plural is none of those that ei may stand for."""
    named = [word for word in phrase if any(one.kind & ~Kind.ADJECTIVE for one in readings(word.small))]
    passed_by = function_words() | RULES["of_phrases"]
    genders = {sure_gender(word) for word in named if word.small not in passed_by} - {Kind.PLURAL}
    return genders.pop() if len(genders) == 1 and genders <= _SINGULAR else None


def _headed(words: tuple[Word, ...], at: int) -> Kind | None:
    """The gender of the noun that ends at a place with what belongs to it: of two that differ nothing is sure."""
    for start in range(at, max(-1, at - _LONGEST), -1):
        opens = words[start - 1] if start else None
        if opens and (opens.small in RULES["openers"] or opens.clitic == "r") and words[start].follows:
            is_other = opens.small in RULES["joins"] or radical(words[start]).lower() in RULES["that"]
            return None if is_other else _agreed(words[start : at + 1])
        if not words[start].follows or words[start].clitic or words[start].small in RULES["clause_ends"] - {"i"}:
            break
    return _bare(words, at)


def _bare(words: tuple[Word, ...], at: int) -> Kind | None:
    """The gender of a noun without an article, or before its adjective, where no other noun is before it."""
    if at > 0 and {one.kind for one in readings(words[at].small)} == {Kind.ADJECTIVE}:
        at -= 1
    noun, before = words[at], words[at - 1] if at > 0 and words[at].follows else None
    is_second = before is not None and any(one.kind & NOUN for one in readings(before.small))
    is_second = is_second or before is not None and before.small in RULES["joins"]
    if noun.clitic or is_second or radical(noun).lower() in RULES["that"]:
        return None
    gender = sure_gender(noun)
    return gender if gender in _SINGULAR else None


def _is_finite(word: Word) -> bool:
    found = readings(word.small)
    return word.small in RULES["being"] or any(one.kind == Kind.VERB for one in found)


def _is_of_her(pair: CheckedUnit) -> bool:
    """Whether the English speaks of her alone, who may have an office whose name is masculine."""
    return bool(_SHE.search(_EITHER.sub("", pair.en)))


def _he(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> Kind | None:
    """Masculine where the English speaks of him alone, and no feminine noun is before the word."""
    if not _HE.search(pair.en) or _is_of_her(pair):
        return None
    passed_by = function_words() | RULES["of_phrases"] | RULES["unmutating"]
    owners = [word for word in words[:place] if word.small not in passed_by]
    kinds = [one.kind for word in owners for one in readings(word.small)]
    feminine = any(Kind.FEMININE in kind or Kind.COMMON in kind for kind in kinds)
    return (
        None if feminine or any(word.small in RULES["something_feminine"] for word in words[:place]) else Kind.MASCULINE
    )


def only_gender(pair: CheckedUnit, before: tuple[Word, ...]) -> Kind | None:
    """The gender of all nouns of one gender in the words before, where there is but one and no doubt."""
    if _SHE_OR_HE.search(pair.en):
        return None
    said = [word for place, word in enumerate(before) if not _is_passed_by(before, place)]
    found = {one.kind for word in said for one in readings(word.small)}
    genders = {gender for kind in found for gender in (Kind.MASCULINE, Kind.FEMININE) if gender in kind}
    if len(genders) != 1 or any(kind & (Kind.COMMON | Kind.OTHER) for kind in found):
        return None
    only = genders.pop()
    others = RULES["something_feminine"] if only == Kind.MASCULINE else RULES["somebody"]
    return None if any(word.small in others for word in before) else only


def _is_passed_by(words: tuple[Word, ...], place: int) -> bool:
    """Whether a word is no noun of its own: a small word, or one of a phrase as "o ran"; "unrhyw ran" is a noun."""
    small = words[place].small
    is_of_phrase = small in RULES["of_phrases"] and (small != "ran" or place and words[place - 1].small in ("o", "ar"))
    return bool(small in function_words() or is_of_phrase)

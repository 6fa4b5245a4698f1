"""Clauses: what softens after a subject, and after the verb where there is none."""

import re
from collections.abc import Iterator
from functools import cache

from protocolau.language.welsh.mutation import forms, mutate, radicals
from protocolau.language.welsh.words import NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.mutation_after import RULES, neighbours, place_in_wales, shown
from protocolau.translation.checks.particles import IMPERSONAL
from protocolau.translation.checks.welsh_words import Word, radical, welsh_words

_FARTHEST = 7
"""Words that a subject has at most."""
_ASIDE = re.compile(r"\([^()]{1,120}\)|,[^,;:()]{1,80},(?= \w)")


@cache
def _forms(rule: str) -> frozenset[str]:
    """The words of a rule, in every mutated form."""
    return frozenset(form for word in RULES[rule] for form in forms(word))


def mutation_after_subject(pair: CheckedUnit) -> Iterator[Finding]:
    """A verb-noun softens after the subject of its verb: "dylai'r aelod ddarparu, rhaid iddo ddarparu".

    So it does after the subject of a clause with i (rhaid i'r Cyngor benderfynu), and where verb and verb-noun meet
    (dylent ddarparu), and what an imperative is about (gwnewch gais) or somebody makes or gives (gwnaeth y Cyngor
    benderfyniad).
    Thomas, Gramadeg y Gymraeg, on the soft mutation after the subject (the sangiad) and of the object.
    """
    if pair.language != "cy":
        return
    words = welsh_words(pair.target)
    for place, word in enumerate(words):
        start = _subject(words, place, word)
        at = _verb_noun(words, start) if start else None
        if at and _is_done(words, at) and not _before_aside(pair, words[at]) and (wanted := _unsoftened(words[at])):
            before = shown(words[at - 1])
            yield f"“{before} {words[at].text}” lacks a mutation", f"write {before} {wanted}, after the subject"
        elif wanted := _unsoftened_object(words, place) or _unsoftened_gift(words, place):
            yield f"“{words[place - 1].text} {word.text}” lacks a mutation", f"write {words[place - 1].text} {wanted}"


def _unsoftened_object(words: tuple[Word, ...], place: int) -> str | None:
    """What a word is to be that an imperative is about: gwnewch gais."""
    before, word = words[place - 1], words[place]
    is_asked = place > 0 and word.follows and before.small.endswith("wch") and not before.clitic and _is_verb(before)
    return word.lacks("soft", NOUN) if is_asked else None


def _unsoftened_gift(words: tuple[Word, ...], place: int) -> str | None:
    """What a noun is to be that somebody makes, gives or gets, after who does: gwnaeth y Cyngor benderfyniad."""
    start = next((at for at in range(place - 1, max(place - 4, -1), -1) if _is_of_giving(words[at])), None)
    if start is None or words[place].text not in RULES["given"] or words[place - 1].clitic:
        return None
    who = [word.small for word in words[start + 1 : place] if word.small not in ("y", "yr")]
    is_one_clause = all(word.follows for word in words[start + 1 : place + 1])
    return mutate(words[place].text, "soft") if is_one_clause and len(who) == 1 and who[0] in RULES["givers"] else None


def _is_of_giving(word: Word) -> bool:
    """Whether a verb says what somebody makes, gives or gets, or in the past what somebody has done."""
    return word.small in RULES["giving"] or word.small.endswith("odd") and _is_verb(word)


def unmutated_objects(pair: CheckedUnit) -> Iterator[Finding]:
    """What an impersonal verb, rhaid or a verb-noun is about does not mutate, nor does a verb-noun after wedi or cyn.

    Nor does it after er mwyn and ar ôl, nor a noun after mewn, rhwng, fesul, pob and ar ran, nor an adjective after
    mwy, mwyaf and llai, nor pob after these or right after the verb, nor the subject of mae, roedd and bydd, nor a
    numeral after mae, roedd and angen. "Dylid darparu, rhaid darparu, wedi darparu, er mwyn osgoi; darparu cyngor,
    cynhelir cyfarfod; mewn cyfarfod; mwy cyfrifol; ar gyfer pob aelod, mae pob aelod, mae rheolau."
    Thomas, Gramadeg y Gymraeg, on the object of impersonal verbs and of verb-nouns, and on wedi, cyn and er mwyn.
    """
    for before, word in neighbours(pair):
        place = _softened_place(before, word)
        if not before.clitic and (place or _softens_nothing(before, word)):
            right = place or radical(word)
            yield f"“{before.text} {word.text}” has a mutation too many", f"write {before.text} {right}"
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for before, word, noun in zip(words, words[1:], words[2:], strict=False):
        if not word.follows or before.clitic:
            continue
        if word.small == "bob" and _is_every(before, noun):
            yield f"“{before.text} {word.text}” has a mutation too many", f"write {before.text} pob"
        elif numeral := _softened_numeral(before, word, noun):
            yield f"“{before.text} {word.text}” has a mutation too many", f"write {before.text} {numeral}"


def _softened_place(before: Word, word: Word) -> str | None:
    """The place in Wales that is softened after what softens nothing: ar draws Cymru."""
    place = place_in_wales(word) if before.small in RULES["unmutating_nouns"] else None
    return place.capitalize() if place and word.small == mutate(place, "soft") else None


def _is_every(before: Word, noun: Word) -> bool:
    """Whether a "bob" between two words is that of a noun which no word softens, and of no time (bob amser)."""
    is_after = before.small in RULES["before_every"] | RULES["unmutating_nouns"]
    found = readings(noun.small) if is_after and noun.follows else ()
    times = RULES["times"] | RULES["whenever"]
    return any(one.kind & NOUN for one in found) and all(one.radical not in times for one in found)


def _softened_numeral(before: Word, word: Word, noun: Word) -> str | None:
    """The numeral that is softened where it counts the subject, or what there is need of, and no time: roedd dri
    aelod, mae angen ddau gopi."""
    numeral = min(radicals(word.small) & RULES["counting"], default=None)
    is_time = any(one.radical in RULES["times"] | RULES["whenever"] for one in readings(noun.small))
    if numeral in (None, word.small) or before.small not in RULES["before_a_number"] or is_time or not noun.follows:
        return None
    return numeral


def _softens_nothing(before: Word, word: Word) -> bool:
    """Whether a word is mutated after one that causes no mutation; times are left alone, as adverbs soften."""
    if before.small in RULES["unmutating_nouns"] and word.has("soft", NOUN | Kind.VERB_NOUN):
        return True
    if before.small in _forms("degrees") and word.has("soft", Kind.ADJECTIVE):
        return True
    if before.small in _forms("unmutating"):
        is_being = word.small == "fod" and before.small in RULES["before_being"]
        return is_being or _softened_alone(word) or word.has("h", Kind.VERB_NOUN)
    is_time = any(one.radical in RULES["times"] | RULES["adverbial"] for one in readings(word.small))
    if is_time:
        return False
    if before.small in RULES["on_behalf"]:
        return word.has("soft", NOUN)
    if before.small.endswith(IMPERSONAL) and _is_verb(before):
        return word.has("soft", NOUN | Kind.VERB_NOUN)
    if before.small in RULES["before_its_subject"]:
        return _is_softened_subject(word)
    return _is_verb_noun(before) and word.has("soft", NOUN)


def _is_softened_subject(word: Word) -> bool:
    """Whether a word is a subject that is mutated; one with a capital may be the name of a person."""
    kinds = NOUN | Kind.VERB_NOUN if word.text == word.small else Kind.PLURAL
    return word.small == "rai" or word.has("soft", kinds)


def _is_verb(word: Word) -> bool:
    found = readings(word.small)
    return bool(found) and all(one.kind == Kind.VERB for one in found)


def mutation_after_having(pair: CheckedUnit) -> Iterator[Finding]:
    """What somebody has softens after "mae gan" and a name: "mae gan y Clerc gyfrifoldeb, mae ganddynt fynediad".

    It does so as well where an aside comes between: "mae gan rai, y Clerc yn eu plith, gyfrifoldebau". Thomas, Gramadeg
    y Gymraeg, on the subject parted from bod by other words (the sangiad).
    """
    words = welsh_words(_without_asides(pair.target)) if pair.language == "cy" else ()
    for place, word in enumerate(words):
        at = place if word.small in RULES["has"] else _owner(words, place)
        if at is None or at + 1 >= len(words) or words[at].clitic or not words[at + 1].follows:
            continue
        owner, thing = words[at].text, words[at + 1]
        is_had = thing.small in RULES["possessed"] and not _is_had_instead(words, at + 2)
        if is_had and (wanted := mutate(thing.text, "soft")):
            between = " " if thing.start == words[at].start + len(owner) + 1 else " … "
            yield f"“{owner}{between}{thing.text}” lacks a mutation", f"write {owner}{between}{wanted}"


def _is_had_instead(words: tuple[Word, ...], place: int) -> bool:
    """Whether what is had comes next, and the word before it says what kind of somebody has it: y Swyddog Polisi."""
    following = readings(words[place].small) if place < len(words) and words[place].follows else ()
    return any(one.radical in RULES["possessed"] and "soft" in one.mutations for one in following)


def _without_asides(text: str) -> str:
    """A text with spaces for what stands in brackets or between commas and for "/", every other letter in its place."""
    return _ASIDE.sub(lambda aside: " " * len(aside[0]), text).replace("/", " ")


def _is_there(words: tuple[Word, ...], place: int) -> bool:
    """Whether a form of bod stands right before gan."""
    return place > 0 and words[place].follows and words[place - 1].small in RULES["there_is"]


def _owner(words: tuple[Word, ...], place: int) -> int | None:
    """Where the name after "mae gan" ends: a noun or several, with what goes before them and what belongs to them."""
    if words[place].small != "gan" or not _is_there(words, place):
        return None
    at = place + 1
    while at < len(words) and words[at].follows and words[at].small in RULES["within_subject"] and not words[at].clitic:
        at += 1
    if at >= len(words) or not words[at].follows or not _is_kind(words[at], NOUN):
        return None
    while further := _further(words, at):
        at += further
    return at


def _further(words: tuple[Word, ...], at: int) -> int:
    """How many words the name goes on for: an adjective, whose it is, or "a" with another; 0 where it ends."""
    following = words[at + 1 : at + 3]
    if not following or words[at].clitic not in ("", "r") or not following[0].follows:
        return 0
    if following[0].small in RULES["possessed"]:
        return 0
    if words[at].clitic:
        return int(_is_kind(following[0], NOUN))
    if following[0].small in ("a", "ac", "y", "yr") and following[0].clitic in ("", "r"):
        return 2 if len(following) > 1 and following[1].follows and _is_kind(following[1], NOUN) else 0
    return int(_goes_on(following[0]) or _is_whose(following[0]))


def _is_whose(word: Word) -> bool:
    """Whether a word may say whose or what kind of thing the one before it is: a noun that is not softened."""
    return _is_kind(word, NOUN) and not any("soft" in one.mutations for one in readings(word.small))


def _goes_on(word: Word) -> bool:
    return word.small in ("eraill", "arall", "hwn", "hon", "hyn", "hefyd") or (
        _is_kind(word, Kind.ADJECTIVE) and not _is_kind(word, NOUN)
    )


def _is_kind(word: Word, kinds: Kind) -> bool:
    return word.small not in function_words() and any(one.kind & kinds for one in readings(word.small))


def _subject(words: tuple[Word, ...], place: int, word: Word) -> int | None:
    """Where what may be a subject begins after a word, if the word makes a clause with a verb-noun."""
    if word.small in RULES["to_somebody"] or word.small in _forms("personal") and word.clitic in ("", "r"):
        return place + 1
    if word.small == "i" and word.clitic in ("", "r") and place and word.follows:
        before = words[place - 1]
        return place + 1 if before.small in _forms("clause_with_i") and not before.clitic else None
    return None


def _verb_noun(words: tuple[Word, ...], start: int) -> int | None:
    """Where the first verb-noun is after a subject that ends right before it; None where another word comes first."""
    for at in range(start, min(start + _FARTHEST, len(words))):
        word, before = words[at], words[at - 1]
        if not word.follows or at > start and before.clitic not in ("", "r") or _softened(word):
            return None
        is_act = at > start and word.small in RULES["acts"] and before.small in _forms("actors")
        if is_act or _is_verb_noun(word) and not (at > start and _says_what_kind(words, at)):
            return at if not before.clitic and before.small not in RULES["open"] else None
        if at > start and word.small == "bod":
            return at if not before.clitic and before.small not in RULES["that"] | RULES["open"] else None
        if not _within(word):
            return None
    return None


def _says_what_kind(words: tuple[Word, ...], at: int) -> bool:
    """Whether a verb-noun belongs to the noun before it: swyddog monitro."""
    return (
        words[at].small in RULES["attributive"]
        and at + 1 < len(words)
        and words[at + 1].follows
        and _is_verb_noun(words[at + 1])
    )


def _unsoftened(word: Word) -> str | None:
    """What a verb-noun is to be, where it is not softened and has to be; bod is no such word to other rules."""
    if word.small == "bod" or word.small in RULES["acts"]:
        return mutate(word.text, "soft")
    return word.lacks("soft", Kind.VERB_NOUN)


def _is_done(words: tuple[Word, ...], place: int) -> bool:
    """Whether the verb-noun at a place is what the subject does, as bod after a subject always is."""
    return words[place].small == "bod" or not _goes_on_to_another(words, place)


def _goes_on_to_another(words: tuple[Word, ...], place: int) -> bool:
    """Whether the verb-noun at a place is part of the subject: another one comes, which is what the subject does."""
    alone = words[place - 1].small in RULES["with_any_subject"]
    if words[place].small in RULES["auxiliary"] and not alone:
        return False
    end = len(words) if alone else min(place + 1 + _FARTHEST, len(words))
    for at in range(place + 1, end):
        is_to_whom = words[at].small in RULES["to_somebody"] | {"i"} and not _is_day_to_day(words, at)
        if not alone and (not words[at].follows or is_to_whom):
            return False
        if _may_be_done(words[at], words[at - 1], alone) or words[at].small in ("fod", "gael"):
            return True
    return False


def _is_day_to_day(words: tuple[Word, ...], at: int) -> bool:
    """Whether an "i" stands between a word and the same again: o ddydd i ddydd."""
    return at + 1 < len(words) and words[at - 1].small == words[at + 1].small


def _may_be_done(word: Word, before: Word, alone: bool) -> bool:
    """Whether a word may be what a subject does."""
    joined = before.clitic or before.small in RULES["before_a_verb_noun"] or word.small == "bod"
    owned = alone and (before.small in ("ei", "eu", "eich", "ein") or before.clitic in ("i", "u", "ch"))
    return (owned or not joined) and _is_as_after_subject(word)


def _is_as_after_subject(word: Word) -> bool:
    """Whether a word may be a verb-noun that is softened, or cannot be."""
    if word.small in function_words():
        return False
    found = [one for one in readings(word.small) if Kind.VERB_NOUN in one.kind]
    return any(one.mutations or mutate(one.radical, "soft") is None for one in found)


def _softened(word: Word) -> bool:
    return any("soft" in one.mutations and Kind.VERB_NOUN in one.kind for one in readings(word.small))


def _softened_alone(word: Word) -> bool:
    """Whether a word can be nothing but softened, and may be a verb-noun: drafod, which may be a noun as well."""
    found = readings(word.small) if word.small not in function_words() else ()
    return bool(found) and all("soft" in one.mutations and Kind.VERB_NOUN in one.kind for one in found)


def _is_verb_noun(word: Word) -> bool:
    found = readings(word.small)
    return bool(found) and word.small not in function_words() and all(one.kind == Kind.VERB_NOUN for one in found)


def _before_aside(pair: CheckedUnit, word: Word) -> bool:
    """Whether a verb-noun says what kind of thing the subject is, and what it does comes after an aside: y swyddog
    monitro, ar ôl ymgynghori, benderfynu."""
    return word.small in RULES["attributive"] and pair.target[word.start + len(word.text) :].startswith((",", " ("))


def _within(word: Word) -> bool:
    """Whether a word may be part of a subject."""
    if word.small in RULES["within_subject"] or word.small in RULES["attributive"]:
        return True
    if word.small in function_words():
        return False
    return _is_kind(word, NOUN | Kind.ADJECTIVE) or not readings(word.small) and word.text[0].isupper()

"""Whose the w of "i'w" is, which may be his, hers or theirs, and ei where eu is meant."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from protocolau.language.welsh.mutation import mutate
from protocolau.language.welsh.words import NOMINAL, NOUN, Kind, function_words, readings
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.gender import sure_gender
from protocolau.translation.checks.mutation_after import RULES, shown
from protocolau.translation.checks.possessives import hers, is_ei, is_radical, vowel_begins
from protocolau.translation.checks.possessor import NAMES, only_gender
from protocolau.translation.checks.welsh_words import STRONG, Word, radical, welsh_words

_TO_BE_DONE = re.compile(
    r"\bto be (?:\w+ly )?(?:\w+ed|\w+wn|\w+ght|made|done|kept|told|sent|paid|put|set|held|given|\w*taken|written)\b"
    r"|\b(?:role|part) to \w+",
    re.IGNORECASE,
)
_THEIR = re.compile(r"\btheirs?\b", re.IGNORECASE)
_ITS = re.compile(r"\b(?:its?|s?he|hers?|his|him|whose|each|one)\b", re.IGNORECASE)
_SOMEBODY = re.compile(
    r"\b(?:(?:any|every|some)(?:one|body)|nobody|no[ -]one|persons?|whoever|each|every|an?|(?:the|this|that) (?:\w+ )?"
    r"(?:officer|member|clerk|councillor|chair\w*|mayor|employee|leader|complainant|author|manager))\b",
    re.IGNORECASE,
)
"""One of whom English may say "their" and Welsh "ei", wherever in the sentence they are."""
_MANY_BEEN, _ONE_BEEN = (
    re.compile(rf"(?!.*\b(?:{other})\b).*\b{one} (?:\w+ )?been \w", re.IGNORECASE | re.DOTALL)
    for one, other in (("have", "has|had|i|you|we|it|him|her"), ("has", "have|had|they|them|their"))
)
_FARTHEST = 10
"""Words between a relative "y" and its "i'w" at most."""
_HIS, _HERS, _THEIRS = Kind.MASCULINE, Kind.FEMININE, Kind.PLURAL


def possessor_of_many(pair: CheckedUnit) -> Iterator[Finding]:
    """I'w goes with the gender and the number of what it stands for: "y cynnig i'w drafod, y gŵyn i'w thrafod".

    After it his softens, hers aspirates and puts an h before a vowel, theirs puts an h there alone. Judged where it
    is sure: of what is to be done to the noun right before it, where the English says so (a complaint to be
    considered, cwyn i'w hystyried), of "yr hyn i'w wneud", of what one is entitled to, of "i'w … eu hunain", and of
    his where no masculine noun is before it. Ei with a noun is his or hers, where the English says "their" and speaks
    of nothing that has a gender, and ei after cael is none of several, nor eu of one (mae'r swyddogion wedi cael eu
    hysbysu, bydd y cyfarfod yn cael ei gynnal).
    Thomas, Gramadeg y Gymraeg, on the dependent pronouns and on i'w with a verb-noun.
    """
    words = welsh_words(pair.target) if pair.language == "cy" else ()
    for place in range(1, len(words)):
        before, word = words[place - 1], words[place]
        if not word.follows or word.small in function_words() or not readings(word.small):
            continue
        if done := _done_to_others(pair, words, place):
            what = f"“{shown(before)} {word.text}” is {done.said} and what it stands for {done.meant}"
            yield what, f"write {_written(before, done.owner)} {_as_owned(word, done.owner)}"
            continue
        is_iw = before.small == "i" and before.clitic == "w"
        if not is_iw and not is_ei(before):
            continue
        owners = _owners(word) if is_iw else _owners(word) & (_HIS | _HERS)
        owner = _owner(pair, words, place) if is_iw else _many(pair, words, place)
        if owner and owners and owner not in owners:
            marked = next(one for one in (_HIS, _HERS, _THEIRS) if one in owners)
            what = f"“{shown(before)} {word.text}” is {NAMES[marked]} and what it stands for {NAMES[owner]}"
            yield what, f"write {_written(before, owner)} {_as_owned(word, owner)}"


class _DoneTo(NamedTuple):
    """What a possessive before a verb-noun ought to stand for, and does not."""

    owner: Kind
    said: str
    meant: str


def _done_to_others(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> _DoneTo | None:
    """Of what is done to a noun right after a form of bod, where that is a plural and ei stands there, or one and eu:
    "mae'r swyddogion wedi cael ei", "bydd y cyfarfod yn cael eu", "mae'r dogfennau wedi'i"."""
    before, end = words[place - 1], _after_noun(pair, words, place)
    is_done = all(one.kind == Kind.VERB_NOUN for one in readings(words[place].small))
    if end < 2 or not is_done:
        return None
    noun = words[end - 1]
    is_tied = noun.clitic in ("", "n") and noun.follows and words[end].follows
    being = words[end - 3] if words[end - 2].small in ("y", "yr") and end > 2 else words[end - 2]
    owner = sure_gender(noun) if is_tied and being.small in RULES["being"] else None
    if is_ei(before):
        return _DoneTo(owner, "singular", "plural") if owner == _THEIRS else None
    is_theirs = (before.clitic or before.small).endswith("u") and radical(noun).lower() not in RULES["many_in_one"]
    return _DoneTo(owner, "plural", "singular") if is_theirs and owner in (_HIS, _HERS) else None


def _after_noun(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> int:
    """Where the words begin by which something is done to what is before them: (wedi) cael, or wedi alone where the
    English says that one has been, or that several have; 0 where there are none."""
    before, end = words[place - 1], place - 1 if words[place - 1].clitic in ("i", "u") else place - 2
    if end < 2 or end == place - 2 and not words[end + 1].follows:
        return 0
    if words[end].small in ("cael", "gael"):
        return end - (words[end - 1].small in ("wedi", "yn", "heb"))
    return end if words[end].small in ("wedi", "heb") and _have_been(pair.en, several=is_ei(before)) else 0


@lru_cache(maxsize=64)
def _have_been(english: str, several: bool) -> bool:
    """Whether a text says what several have undergone and not one, or the other way about."""
    return (_MANY_BEEN if several else _ONE_BEEN).match(english) is not None


def _owners(word: Word) -> Kind:
    """Whose a word may be by how it begins; nobody's where that says nothing."""
    if word.has("soft", NOMINAL):
        return _HIS
    if word.has("aspirate", NOMINAL):
        return _HERS
    if word.has("h", NOMINAL):
        return _HERS | _THEIRS
    if word.lacks("soft", NOMINAL):
        return _THEIRS if word.small.startswith(STRONG) else _HERS | _THEIRS
    is_bare = vowel_begins(word.small) and is_radical(word) and not any(one.mutations for one in readings(word.small))
    return _HIS if is_bare else Kind(0)


def _written(before: Word, owner: Kind) -> str:
    if before.clitic in ("i", "u"):
        return f"{before.text}'{'u' if owner == _THEIRS else 'i'}"
    return shown(before) if before.clitic else "eu" if owner == _THEIRS else "ei"


def _as_owned(word: Word, owner: Kind) -> str:
    plain = radical(word)
    if owner == _THEIRS:
        return mutate(plain, "h") or plain
    return (mutate(plain, "soft") if owner == _HIS else hers(plain)) or plain


def _owner(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> Kind | None:
    """What the w of the "i'w" before a place stands for, where that is sure."""
    of_themselves = [word.small for word in words[place + 1 : place + 4]]
    if "hunain" in of_themselves:
        return _THEIRS if "eu" in of_themselves else None
    if any(one.kind & Kind.VERB_NOUN for one in readings(words[place].small)):
        is_to_be_done = len(_TO_BE_DONE.findall(pair.en)) == _times(words) == 1
        done = _noun_before(words, place - 2) if is_to_be_done else None
        return done or _what(words, place - 2) or _of_which(words, place - 2)
    is_his = _owners(words[place]) == _HIS and not _SOMEBODY.search(pair.en)
    return _HERS if is_his and only_gender(pair, words[: place - 1]) == _HERS else None


def _times(words: tuple[Word, ...]) -> int:
    """How often "i'w" stands before a verb-noun."""
    return sum(
        before.small == "i" and before.clitic == "w" and any(one.kind & Kind.VERB_NOUN for one in readings(word.small))
        for before, word in zip(words, words[1:], strict=False)
    )


def _noun_before(words: tuple[Word, ...], at: int) -> Kind | None:
    """The gender of a noun, or of the one before its adjective, or that it is plural; not where another differs."""
    if at > 0 and {one.kind for one in readings(words[at].small)} == {Kind.ADJECTIVE} and words[at].follows:
        at -= 1
    if at < 0 or not words[at].follows or words[at].clitic:
        return None
    before = words[at - 1]
    if before.clitic not in ("", "r") or before.small in RULES["not_alone"]:
        return None
    is_second = before.small not in function_words() and any(one.kind & NOUN for one in readings(before.small))
    gender = sure_gender(words[at])
    return None if is_second and sure_gender(before) != gender else gender


def _what(words: tuple[Word, ...], at: int) -> Kind | None:
    """Masculine of "yr hyn i'w wneud"."""
    is_what = at > 0 and words[at].small == "hyn" and words[at - 1].small in ("yr", "r")
    return _HIS if is_what or at > 0 and words[at].small == "hyn" and words[at - 1].clitic == "r" else None


def _of_which(words: tuple[Word, ...], at: int) -> Kind | None:
    """What a relative clause is about that says what somebody may do with it: "y camau y mae hawl i'w cymryd"."""
    if at < 0 or radical(words[at]).lower() not in RULES["entitlements"]:
        return None
    for start in range(at - 1, max(0, at - _FARTHEST), -1):
        if not words[start + 1].follows:
            return None
        if words[start].small in ("y", "na", "nad") and words[start + 1].small in RULES["being"]:
            head = words[start - 1]
            return _HIS if head.small in RULES["what"] else _noun_before(words, start - 1)
    return None


def _many(pair: CheckedUnit, words: tuple[Word, ...], place: int) -> Kind | None:
    """Theirs, where the "ei" before a place is, with a noun, said of nobody but those who are "they" in English."""
    word = words[place]
    is_noun = any(word.has(mutation, NOUN) for mutation in ("h", "soft", "aspirate")) or word.lacks("soft", NOUN)
    if not is_noun:
        return None
    if not _THEIR.search(pair.en) or _ITS.search(pair.en) or _SOMEBODY.search(pair.en):
        return None
    passed_by = function_words() | RULES["of_phrases"] | RULES["clause_with_i"]
    kinds = [one.kind for other in words[: place - 1] if other.small not in passed_by for one in readings(other.small)]
    has_gender = any(kind & (Kind.MASCULINE | Kind.FEMININE | Kind.COMMON) for kind in kinds)
    is_anybody = any(other.small in RULES["somebody"] for other in words[: place - 1])
    return _THEIRS if not has_gender and not is_anybody else None

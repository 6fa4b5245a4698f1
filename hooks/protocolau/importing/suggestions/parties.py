"""Who does a thing and to whom it is owed, as the grammar of English councils' texts says it.

    Members can expect from officers: …      by officers, to members
    Officers should not …, Members must: …   by the one before the verb
    … should be given by the Clerk to …      by the one after "by", to the one before the verb

What the words themselves do not say, their lead-in does.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from protocolau.importing.suggestions.examples import TaggedWords
from protocolau.importing.suggestions.likeness import readable
from protocolau.language.tokens import PartyNames, tokens

_VERBS = frozenset(
    [
        "should",
        "must",
        "will",
        "shall",
        "may",
        "can",
        "cannot",
        "are",
        "is",
        "have",
        "has",
        "need",
        "needs",
        "do",
        "does",
        "ought",
        "serve",
        "serves",
        "undertake",
        "agree",
    ]
)
_NOT_SUBJECT = frozenset(["of", "to", "from", "with", "between", "by", "for"])
_BEFORE_PARTY = frozenset(["the", "a", "an", "all", "any", "their", "its", "every", "each", "other", "individual"])
_OTHER = {"members": "officers", "officers": "members"}


class Parties(NamedTuple):
    """Who is bound, and who is owed; empty where it cannot be told."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


class _Word(NamedTuple):
    key: str
    is_party: bool


def parties_of(words: TaggedWords, names: PartyNames) -> Parties:
    """The parties of English words."""
    own = _words(words.text, names)
    above = [_words(text, names) for text in reversed(words.lead_ins)]
    for sentence in (own, *above):
        if expected := _expected(sentence):
            return expected
    if said := _said(own):
        return said
    for sentence in above:
        if said := _said(sentence):
            others = tuple(word.key for word in own if word.is_party and word.key not in said.by)
            return Parties(said.by, others[:1])
    return Parties()


def named_alone(text: str, names: PartyNames) -> str | None:
    """The party whose name is all that a text says, but for an article; None where it says more."""
    words = [word for word in _words(text, names) if word.key not in _BEFORE_PARTY]
    return words[0].key if len(words) == 1 and words[0].is_party else None


def _words(text: str, names: PartyNames) -> list[_Word]:
    found = (token for token in tokens(readable(text), names) if token.is_word)
    return [_Word(token.key.partition("/")[0], bool(token.name)) for token in found]


def _expected(words: Sequence[_Word]) -> Parties | None:
    """Who may expect something, and of whom: of the other side, where no one else is named."""
    place = next((place for place, word in enumerate(words) if word.key == "expect"), None)
    if place is None or not (to := _together(word.key for word in words[:place] if word.is_party)):
        return None
    after = [word.key for before, word in zip(words[place:], words[place + 1 :], strict=False) if _owes(before, word)]
    return Parties(_together(after) or tuple(_OTHER[one] for one in to[:1] if one in _OTHER), to)


def _owes(before: _Word, word: _Word) -> bool:
    return word.is_party and before.key in ("from", "of", "by", "both")


def _said(words: Sequence[_Word]) -> Parties | None:
    """Who stands before the verb; in a passive sentence, who stands after "by"."""
    subject, verb = _subject(words)
    for place in range(verb, min(len(words), verb + 14)):
        if words[place].key == "by" and (doer := _party_after(words, place)):
            return Parties((doer,), subject or tuple(word.key for word in words[place + 3 :] if word.is_party)[:1])
    if not subject:
        return None
    others = tuple(word.key for word in words[verb:] if word.is_party and word.key not in subject)
    return Parties(subject, others[:1])


def _subject(words: Sequence[_Word]) -> tuple[tuple[str, ...], int]:
    """The parties before the first verb, and its place."""
    found: list[str] = []
    governed = False
    for place, word in enumerate(words):
        if word.is_party:
            governed = place > 0 and _is_governed(words, place, governed)
            found += [] if governed else [word.key]
        elif word.key in _VERBS and (found or not governed):
            return _together(found), place
    return (), len(words)


def _is_governed(words: Sequence[_Word], place: int, before: bool) -> bool:
    """Whether a party is the object of a preposition, its own or that of the party with which it is joined."""
    start = place - 1
    while start > 0 and words[start].key in _BEFORE_PARTY:
        start -= 1
    joins = words[start].key in ("and", "or")
    return words[start].key in _NOT_SUBJECT or (joins and before and words[start - 1].is_party)


def _party_after(words: Sequence[_Word], place: int) -> str | None:
    after = words[place + 1 : place + 3]
    if after and after[0].is_party:
        return after[0].key
    if len(after) > 1 and after[0].key in _BEFORE_PARTY and after[1].is_party:
        return after[1].key
    return None


def _together(parties: Iterable[str]) -> tuple[str, ...]:
    """Parties, each once; members and officers are both."""
    each = tuple(dict.fromkeys(parties))
    return ("both",) if {"members", "officers"} <= set(each) else each

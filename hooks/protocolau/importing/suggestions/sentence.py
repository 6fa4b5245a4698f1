"""A sentence as the grammars of both languages read it, and what a grammar says of one."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from protocolau.importing.suggestions.likeness import readable
from protocolau.language.tokens import PartyNames, tokens

_OTHER_SIDE = {"members": "officers", "officers": "members"}
_OFFICERS = frozenset(["clerk", "senior-officers"])


class Parties(NamedTuple):
    """Who is bound, and who is owed; empty where it cannot be told."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


class SentenceWord(NamedTuple):
    """A word in small letters, or the party that it names."""

    key: str
    is_party: bool


class Grammar(NamedTuple):
    """What is to be known of a language to tell the parties of a sentence."""

    expected: Callable[[Sequence[SentenceWord]], Parties | None]
    """Who may expect something, and of whom: of the other side, where no one else is named."""
    said: Callable[[Sequence[SentenceWord]], Parties | None]
    """Who does what is said, and the first other who is named after that."""
    before_party: frozenset[str]
    """Words that may stand between a party and what governs it."""


def named_words(text: str, names: PartyNames) -> list[SentenceWord]:
    """The words of a text, without its marks."""
    found = (token for token in tokens(readable(text), names) if token.is_word)
    return [SentenceWord(token.key.partition("/")[0], bool(token.name)) for token in found]


def named(words: Sequence[SentenceWord], before_party: frozenset[str], joins: frozenset[str]) -> tuple[str, ...]:
    """The parties with which words begin, joined with one another; none where something else stands before them."""
    found: list[str] = []
    for word in words:
        if word.is_party:
            found.append(word.key)
        elif word.key not in before_party and not (found and word.key in joins):
            break
    return tuple(found)


def together(parties: Iterable[str]) -> tuple[str, ...]:
    """Parties, each once; members and officers are both, and the clerk and other officers are officers."""
    each = tuple(dict.fromkeys(parties))
    if "officers" in each:
        each = tuple(one for one in each if one not in _OFFICERS)
    return ("both",) if {"members", "officers"} <= set(each) else each


def other_side(parties: tuple[str, ...]) -> tuple[str, ...]:
    """The side that is not the first of some parties; nobody where that is on neither."""
    return tuple(_OTHER_SIDE[one] for one in parties[:1] if one in _OTHER_SIDE)

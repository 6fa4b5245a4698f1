"""The words of a text for comparison: case, marks and punctuation aside, and the parties by their names. The signs of
money, of hundredths, and of more and less are words, and a figure with its point is one: 3.5 is not 3-5. A stroke
is read as "or", but for that of a date: the Chair/Clerk are not the Chair & Clerk. A dash between two short figures or
days of the week is read as "to": 3-5 days are not 3, 5 days.

Protocols call the same people by other names: "Officers", "Town Council staff". Such names are one
word here, whichever of them a text uses, so that texts that differ in them alone are found to be alike.
Which names there are is handed in: library/party_names.py makes them from the vocabulary.

The browser compares too: assets/compare/tokens.js does the same, and tests/comparison/ holds both to it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern
from typing import NamedTuple

from protocolau.language.folding import lower_with_plain_marks

_TOKEN = re.compile(r"(?<![0-9][.:])[0-9]+[.:][0-9]+(?![.:]?[0-9])|[^\W_]+|\s+|[\W_]")
_SPACE = " "
_DASHES = frozenset("-–—")
_ENDS_IN_FIGURE = re.compile("[0-9]$")
_LIMIT = re.compile("(?:[0-9]{1,3}|£|.+day)$", re.IGNORECASE)
_SIGNS = frozenset("£$€%<>≤≥+")
"""Marks that are read out as words are: 25% is not £25, nor is > £25 what < £25 is, nor £25+ what £25 is."""


@dataclass(frozen=True, slots=True)
class PartyName:
    """What a phrase of running text is a name of."""

    party: str
    """`members/one`, `officers/several`: equal for all names of one party in one number.

    Empty for a phrase that means somebody else.
    """
    radical: str
    """The phrase unmutated: two forms of one name are no other name."""


@dataclass(frozen=True, eq=False)
class PartyNames:
    """The names of parties in a language, by the phrases that stand for them, folded, in every mutated form."""

    phrases: Mapping[str, PartyName]

    @cached_property
    def sizes(self) -> Mapping[str, tuple[int, ...]]:
        """By the first word of a phrase how many tokens the phrases have that begin with it, the most first."""
        sizes: dict[str, set[int]] = {}
        for first, *further in map(_TOKEN.findall, self.phrases):
            sizes.setdefault(first, set()).add(1 + len(further))
        return {first: tuple(sorted(of, reverse=True)) for first, of in sizes.items()}


NO_PARTY_NAMES = PartyNames({})


class Token(NamedTuple):
    """A word, a run of white space, a mark, or a party's name, which may be several words."""

    key: str
    """Equal for tokens that count as the same."""
    text: str
    name: str = ""
    """The radical of a party's name."""

    @property
    def is_word(self) -> bool:
        """Whether it is more than white space or a mark."""
        return _is_word(self.key)


def _is_word(key: str) -> bool:
    return key[-1].isalnum() or key in _SIGNS


def _read_out(text: str) -> list[str]:
    """The parts of a text, the marks that are read as words as these, and the point of a time as that of figures."""
    parts: list[str] = _TOKEN.findall(text.replace(":", "."))
    if _DASHES.isdisjoint(parts) and "/" not in parts:
        return parts
    return [_word_of_mark(parts, place) or part for place, part in enumerate(parts)]


def _word_of_mark(parts: Sequence[str], place: int) -> str:
    """The word as which the mark at a place is read: a stroke that stands not behind a figure, and a dash between two
    short figures or days of the week, where it is not the first of a date. Empty for all others."""
    part = parts[place]
    if part == "/":
        return "" if place and _ENDS_IN_FIGURE.search(parts[place - 1]) else "or"
    if part not in _DASHES or part in parts[place + 2 : place + 3]:
        return ""
    before, behind = parts[max(place - 2, 0) : place][::-1], parts[place + 1 : place + 3]
    return "to" if all(map(_is_limit, (before, behind))) else ""


def _is_limit(beside: Sequence[str]) -> bool:
    """Whether of the two parts beside a dash, the nearer one first, that without a space is a limit of a range."""
    return any(_LIMIT.match(part) for part in [part for part in beside if part != _SPACE][:1])


@lru_cache(maxsize=8192)
def word_tokens(text: str) -> tuple[str, ...]:
    """The words of a text: equal for texts that differ in case, marks and punctuation alone."""
    return tuple(intern(token) for token in _read_out(text.lower()) if _is_word(token))


@lru_cache(maxsize=4096)
def comparison_keys(text: str, names: PartyNames) -> tuple[str, ...]:
    """The words of a text, each name of a party as one word that all its names share."""
    cut = _read_out(lower_with_plain_marks(text))
    if not names.sizes.keys().isdisjoint(cut):
        cut = _with_parties([_SPACE if part.isspace() else part for part in cut], names)
    return tuple(intern(key) for key in cut if _is_word(key))


def _with_parties(cut: list[str], names: PartyNames) -> list[str]:
    """Folded tokens, each name of a party as one."""
    keys: list[str] = []
    position = 0
    for start, end, name in _named(cut, names):
        keys += (*cut[position:start], name.party)
        position = end
    return keys + cut[position:]


@lru_cache(maxsize=1024)
def tokens(text: str, names: PartyNames) -> tuple[Token, ...]:
    """All of which a text is made, in order."""
    parts = _TOKEN.findall(text)
    cut = [_word_of_mark(parts, place) or _folded(part) for place, part in enumerate(parts)]
    found: list[Token] = []
    position = 0
    for start, end, name in _named(cut, names):
        found += map(Token, cut[position:start], parts[position:start])
        found.append(Token(name.party, "".join(parts[start:end]), name.radical))
        position = end
    return (*found, *map(Token, cut[position:], parts[position:]))


@lru_cache(maxsize=2**14)
def _folded(part: str) -> str:
    """What a token counts as."""
    return _SPACE if part.isspace() else lower_with_plain_marks(part).replace(":", ".")


def _named(cut: list[str], names: PartyNames) -> Iterator[tuple[int, int, PartyName]]:
    """Where each name of a party begins and ends among the folded tokens.

    A phrase that means somebody else is passed over whole: in "committee member" there is no member.
    """
    sizes, passed = names.sizes, 0
    for start, part in enumerate(cut):
        if part in sizes and start >= passed:
            size, name = _name_at(cut, start, names)
            passed = start + size
            if name:
                yield start, passed, name


def _name_at(cut: list[str], position: int, names: PartyNames) -> tuple[int, PartyName | None]:
    """How many tokens the longest phrase that begins here has, and the name that it is; one token where none does."""
    left = len(cut) - position
    for size in names.sizes[cut[position]]:
        if size <= left and (name := names.phrases.get("".join(cut[position : position + size]))):
            return size, name if name.party else None
    return 1, None

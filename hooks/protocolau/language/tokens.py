"""The words of a text for comparison: case, marks and punctuation aside, and the parties by their names.

Protocols call the same people by other names: "Officers", "Town Council staff". Such names are one
word here, whichever of them a text uses, so that texts that differ in them alone are found to be alike.
Which names there are is handed in: library/party_names.py makes them from the vocabulary.

The browser compares too: assets/compare/tokens.js does the same, and tests/comparison/ holds both to it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from sys import intern
from typing import NamedTuple

from protocolau.language.folding import lower_with_plain_marks

_TOKEN = re.compile(r"[^\W_]+|\s+|[\W_]")
_SPACE = " "


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
    def first_words(self) -> frozenset[str]:
        """The first words of all phrases."""
        return frozenset(_TOKEN.findall(phrase)[0] for phrase in self.phrases)

    @cached_property
    def longest(self) -> int:
        """The most tokens that a phrase has."""
        return max((len(_TOKEN.findall(phrase)) for phrase in self.phrases), default=0)


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
        return self.key[-1].isalnum()


@lru_cache(maxsize=8192)
def word_tokens(text: str) -> tuple[str, ...]:
    """The words of a text: equal for texts that differ in case, marks and punctuation alone."""
    return tuple(intern(token) for token in _TOKEN.findall(text.lower()) if token[0].isalnum())


@lru_cache(maxsize=4096)
def comparison_keys(text: str, names: PartyNames) -> tuple[str, ...]:
    """The words of a text, each name of a party as one word that all its names share."""
    cut = [_SPACE if part.isspace() else part for part in _TOKEN.findall(lower_with_plain_marks(text))]
    keys = (name.party if name else cut[start] for start, _, name in _spans(cut, names))
    return tuple(intern(key) for key in keys if key[-1].isalnum())


@lru_cache(maxsize=1024)
def tokens(text: str, names: PartyNames) -> tuple[Token, ...]:
    """All of which a text is made, in order."""
    parts = _TOKEN.findall(text)
    cut = [_SPACE if part.isspace() else lower_with_plain_marks(part) for part in parts]
    return tuple(
        Token(name.party, "".join(parts[start:end]), name.radical) if name else Token(cut[start], parts[start])
        for start, end, name in _spans(cut, names)
    )


def _spans(cut: list[str], names: PartyNames) -> Iterator[tuple[int, int, PartyName | None]]:
    """Where each token begins and ends among the folded ones, with the name that it is.

    A phrase that means somebody else is passed over whole, word by word: in "committee member" there is no member.
    """
    position = 0
    while position < len(cut):
        size, name = _name_at(cut, position, names) if cut[position] in names.first_words else (1, None)
        if name:
            yield position, position + size, name
        else:
            yield from ((start, start + 1, None) for start in range(position, position + size))
        position += size


def _name_at(cut: list[str], position: int, names: PartyNames) -> tuple[int, PartyName | None]:
    """How many tokens the longest phrase that begins here has, and the name that it is; one token where none does."""
    for size in range(min(names.longest, len(cut) - position), 0, -1):
        if name := names.phrases.get("".join(cut[position : position + size])):
            return size, name if name.party else None
    return 1, None

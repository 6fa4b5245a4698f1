"""The words of a text as comparison sees them: case, marks and punctuation aside, and the parties by their names.

Protocols call the same people by other names: "Officers", "Town Council staff". Such names are one
word here, whichever of them a text uses, so that texts that differ in them alone are found to be alike.

The browser compares too: assets/compare/words.js does the same, and tests/comparison/ holds both to it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from sys import intern

from protocolau.model.vocabulary import Party, Vocabulary
from protocolau.welsh.mutation import forms

_TOKEN = re.compile(r"[^\W_]+|\s+|[\W_]")
_ALIKE = str.maketrans("’‘“”–—", "''\"\"--")
"""Characters that print the same mark."""
_SPACE = " "


@dataclass(frozen=True, slots=True)
class Name:
    """What a phrase of running text is a name of."""

    party: str
    """Equal for all names of one party in one number; empty for a phrase that means somebody else."""
    radical: str
    """The phrase unmutated: two forms of one name are no other name."""


Names = Mapping[str, Name]
"""Names by the phrases that stand for them, folded, in every mutated form."""

NO_NAMES: Names = {}


@dataclass(frozen=True, slots=True)
class Token:
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


@cache
def party_names(vocabulary: Vocabulary, language: str) -> Names:
    """Every name of a party in a language: `members/one`, `officers/several`."""
    found: dict[str, Name] = {}
    for party in vocabulary.parties.values():
        for phrase, key in _called(party, language):
            for form in sorted(forms(phrase)) if language == "cy" else (phrase,):
                found.setdefault(folded(form), Name(key, phrase))
    return found


def _called(party: Party, language: str) -> Iterator[tuple[str, str]]:
    lists = (
        (party.called, f"{party.slug}/one"),
        (party.called_together, f"{party.slug}/several"),
        (party.excepted, ""),
    )
    for phrases, key in lists:
        yield from ((phrase, key) for phrase in phrases.get(language, ()))


def folded(text: str) -> str:
    """A text in small letters, with the plainest of the marks that print alike."""
    return text.lower().translate(_ALIKE)


@lru_cache(maxsize=20_000)
def words(text: str) -> tuple[str, ...]:
    """The words of a text: equal for texts that differ in case, marks and punctuation alone."""
    return tuple(intern(token) for token in _TOKEN.findall(text.lower()) if token[0].isalnum())


def keys(text: str, names: Names) -> tuple[str, ...]:
    """The words of a text, each name of a party as one word that all its names share."""
    return tuple(token.key for token in tokens(text, names) if token.is_word)


def tokens(text: str, names: Names) -> list[Token]:
    """All of which a text is made, in order."""
    plain = [Token(_SPACE if text.isspace() else folded(text), text) for text in _TOKEN.findall(text)]
    return _named(plain, names) if names else plain


def _named(plain: list[Token], names: Names) -> list[Token]:
    firsts, longest = _extent(tuple(names))
    found: list[Token] = []
    position = 0
    while position < len(plain):
        size = _name_at(plain, position, names, longest) if plain[position].key in firsts else 0
        found.append(_joined(plain[position : position + size], names) if size else plain[position])
        position += size or 1
    return found


@lru_cache(maxsize=8)
def _extent(phrases: tuple[str, ...]) -> tuple[frozenset[str], int]:
    """The first words of all phrases, and the most tokens that one has."""
    cut = [_TOKEN.findall(phrase) for phrase in phrases]
    return frozenset(one[0] for one in cut), max(map(len, cut), default=0)


def _name_at(plain: list[Token], position: int, names: Names, longest: int) -> int:
    """How many tokens make the longest name that begins here; 0 where none does."""
    for size in range(min(longest, len(plain) - position), 0, -1):
        name = names.get("".join(token.key for token in plain[position : position + size]))
        if name:
            return size if name.party else 0
    return 0


def _joined(parts: list[Token], names: Names) -> Token:
    name = names["".join(token.key for token in parts)]
    return Token(name.party, "".join(token.text for token in parts), name.radical)

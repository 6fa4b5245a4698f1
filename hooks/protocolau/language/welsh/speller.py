"""Spelling: whether a written word is a form of a word that the lexicon or a list of one's own knows.

Known are the words themselves, their mutated forms, either with a clitic after a vowel; compounds with
a hyphen whose parts are known; Roman numerals; single letters. A name needs its capital. The dictionary
lacks some impersonal verbs, most of all those whose ending changes what is before it (darparu: darperir;
gallu: gellid; cadarnhau: cadarnheir), and degrees of adjectives (pwysig: pwysicaf). Such a form is known
where the dictionary has the verb or the adjective.
"""

import re
from collections.abc import Iterable, Iterator

from protocolau.language.addresses import without_addresses
from protocolau.language.welsh.lexicon import headwords, lexicon
from protocolau.language.welsh.mutation import radicals, split_clitic

TOKEN = re.compile(r"(?<![^\W_])[^\W\d_]+(?:['’-][^\W\d_]+)*(?![^\W_])")
"""A word as it is written: letters, joined by apostrophes and hyphens. What holds a digit is no word."""

VOWELS = "aeiouwyâêîôûŵŷáéíóúẃýàèìòùẁỳäëïöüẅÿ"
_ROMAN = re.compile(r"(?=.)(x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_PREFIXES = frozenset({
    "ad", "ail", "am", "an", "ar", "arch", "cam", "cy", "cyd", "cyf", "cyn", "cyng", "dad", "di", "dir", "eil",
    "gor", "gwrth", "hunan", "is", "lled", "ôl", "rhag", "rhyng", "traws", "uwch",
})  # fmt: skip
_PLAIN = str.maketrans("âêîôûŵŷáéíóúàèìòùäëïöü", "aeiouwyaeiouaeiouaeiou")
_ACCENTED = {"a": "â", "e": "ê", "i": "îï", "o": "ôö", "u": "û", "w": "ŵ", "y": "ŷ"}
_ALPHABET = "abcdefghijlmnoprstuwyâêîôûŵŷ"
_SUGGESTED = 3
LONGEST_WORD = 80
"""Letters of a word that may be known: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch has 58."""
LONGEST_MENDED = 30
"""Letters of a word to which near ones are looked for: there are some 60 slips for each letter."""
_CHANGED_BY_ENDING = (
    (re.compile(r"(?:ir|id|wyd)$"), ("u", "o")),
    (re.compile(r"e([^aeiou]{1,4})(i[rd])$"), (r"a\1\2", r"a\1u", r"a\1o")),
    (re.compile(r"ei([^aeiou]{1,3}i[rd])$"), (r"ai\1",)),
    (re.compile(r"ei[rd]$"), ("au", "áu")),
    (re.compile(r"c(af|ach)$"), ("g",)),
    (re.compile(r"p(af|ach)$"), ("b",)),
    (re.compile(r"t(af|ach)$"), ("d",)),
)
"""The end of an impersonal verb or of a degree, and what the dictionary has in its place."""


class Speller:
    """Knows the dictionary's words and further ones: those are given unmutated."""

    def __init__(self, further: Iterable[str] = ()):
        self._words = lexicon()
        self._further = frozenset(further)
        self._known: dict[str, bool] = {}

    def knows(self, token: str) -> bool:
        """Whether a word, as it is written, is well spelt."""
        if token not in self._known:
            self._known[token] = self._knows(token.replace("’", "'"))
        return self._known[token]

    def unknown(self, text: str) -> list[re.Match[str]]:
        """The words of a text that are not known, where they stand; an address has no words."""
        return [match for match in TOKEN.finditer(without_addresses(text)) if not self.knows(match[0])]

    def near(self, token: str) -> list[str]:
        """A few known words one slip away from an unknown one: a dictionary's own words before their forms."""
        if len(token) > LONGEST_MENDED:
            return []
        word, clitic = split_clitic(token.replace("’", "'"))
        known = dict.fromkeys(slip + clitic for slip in _slips(word) if slip and self.knows(slip + clitic))
        ranked = sorted(known, key=lambda spelling: not self._is_headword(split_clitic(spelling)[0]))
        return [spelling for spelling in ranked if spelling != token][:_SUGGESTED]

    def _is_headword(self, word: str) -> bool:
        return any(radical in headwords() for cased in _casings(word) for radical in radicals(cased))

    def _knows(self, token: str) -> bool:
        if len(token) > LONGEST_WORD:
            return False
        if len(token) == 1 or _ROMAN.fullmatch(token) or self._listed(token):
            return True
        word, clitic = split_clitic(token)
        if clitic:
            return word[-1:].lower() in VOWELS and self._knows(word)
        parts = token.split("-")
        return len(parts) > 1 and all(part.lower() in _PREFIXES or self._knows(part) for part in parts)

    def _listed(self, word: str) -> bool:
        """Whether a word without a clitic is a form of a listed one, whatever its capitals but a name's."""
        return any(
            form in self._words or form in self._further
            for cased in dict.fromkeys(_casings(word))
            for radical in radicals(cased)
            for form in (radical, *_unchanged(radical))
        )


def _casings(word: str) -> Iterator[str]:
    """A word as its entry may be written: as it is, small, and as a name where it is all capitals."""
    yield word
    if word[:1].isupper():
        yield word.lower()
    if word.isupper():
        yield word.capitalize()


def _unchanged(word: str) -> Iterator[str]:
    """A form whose ending has changed it, as the dictionary may have it."""
    for end, endings in _CHANGED_BY_ENDING:
        if end.search(word):
            yield from (end.sub(ending, word) for ending in endings)


def _slips(word: str) -> Iterator[str]:
    """Every word that one slip of the pen would have turned into this one."""
    yield word.translate(_PLAIN)
    halves = [(word[:place], word[place:]) for place in range(len(word) + 1)]
    yield from (a + accent + b[1:] for a, b in halves if b for accent in _ACCENTED.get(b[0].lower(), ""))
    yield from (a + b[1] + b[0] + b[2:] for a, b in halves if len(b) > 1)
    yield from (a + b[1:] for a, b in halves if b)
    yield from (a + letter + b for a, b in halves for letter in _ALPHABET)
    yield from (a + letter + b[1:] for a, b in halves if b for letter in _ALPHABET)

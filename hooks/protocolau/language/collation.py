"""The alphabetical order of names and terms: in Welsh that of its own alphabet, in which "ch" is a letter.

Accents, capitals, marks and an article at the beginning make no difference, unless nothing else does.
"""

import re
from functools import lru_cache
from pathlib import Path

import yaml

from protocolau.language.folding import unaccented
from protocolau.runtime import yaml_loader

_WELSH = yaml.load(
    Path(__file__).with_name("welsh").joinpath("alphabet.yml").read_text("utf-8"), yaml_loader.SafeLoader
)
_ALPHABETS: dict[str, tuple[str, ...]] = {"en": tuple("abcdefghijklmnopqrstuvwxyz"), "cy": tuple(_WELSH["letters"])}
_ARTICLES = {"en": re.compile(r"(?:the|an|a)\s+(?=\w)"), "cy": re.compile(r"yr?\s+(?=\w)")}
_APART = tuple(beginning.split("|") for beginning in _WELSH["apart"])

FOREIGN = {"en": frozenset[str](), "cy": frozenset[str](_WELSH["foreign"])}
"""Letters that a language has in borrowed words alone."""

_BETWEEN_LETTERS = "|"
_SPACE, _SIGN = 0, 1
"""What sorts before all letters: the end of a word, and any other sign, such as a figure."""
_WEIGHTS = {
    language: {letter: place for place, letter in enumerate(letters, _SIGN + 1)}
    for language, letters in _ALPHABETS.items()
}
_LETTERS = {
    language: re.compile("|".join(sorted(letters, key=len, reverse=True)) + r"|\s+|\w")
    for language, letters in _ALPHABETS.items()
}

CollationKey = tuple[tuple[tuple[int, str], ...], str]
"""What a text is sorted by: its letters, and the text itself where those of two are equal."""


def alphabet(language: str) -> tuple[str, ...]:
    """The letters of a language in their order."""
    return _ALPHABETS[language]


@lru_cache(maxsize=16_384)
def collation_key(text: str, language: str) -> CollationKey:
    """What to sort a text by among others on a page of a language."""
    return tuple(_weight(letter, language) for letter in _letters(text, language)), text


def initial(text: str, language: str) -> str:
    """The letter of the alphabet under which a text stands; empty where it begins with a figure."""
    first = next((letter for letter in _letters(text, language) if not letter.isspace()), "")
    return first if first in _WEIGHTS[language] else ""


def _letters(text: str, language: str) -> list[str]:
    """The letters of a text without its article, and the spaces between its words."""
    folded = _ARTICLES[language].sub("", unaccented(text).strip(), count=1) if text else ""
    if language == "cy":
        for before, after in _APART:
            folded = re.sub(rf"\b{before}(?={after})", before + _BETWEEN_LETTERS, folded)
    return _LETTERS[language].findall(folded)


def _weight(letter: str, language: str) -> tuple[int, str]:
    if letter.isspace():
        return _SPACE, ""
    weight = _WEIGHTS[language].get(letter)
    return (_SIGN, letter) if weight is None else (weight, "")

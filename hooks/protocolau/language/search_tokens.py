"""How a text falls into words for the search. The browser does the same: theme/assets/search/text.js."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from protocolau.language.phrases import WORD
from protocolau.language.welsh.mutation import split_clitic

_POSSESSIVE = re.compile(r"'s$")
_SHORT = 3
"""Letters below which a part of a word with hyphens is not looked up by itself."""


@lru_cache(maxsize=65536)
def words_of(token: str, language: str) -> tuple[str, ...]:
    """The words that a token stands for, accents kept: without its clitic; one with hyphens whole and in parts."""
    word = unicodedata.normalize("NFC", token).casefold().replace("’", "'")
    word = split_clitic(word)[0] if language == "cy" else _POSSESSIVE.sub("", word)
    parts = word.replace("'", "").split("-")
    if len(parts) == 1:
        return (parts[0],)
    return ("".join(parts), *(part for part in parts if len(part) >= _SHORT))


def search_words(text: str, language: str) -> Iterator[str]:
    """The words of a text in their order."""
    for match in WORD.finditer(text):
        yield from words_of(match[0], language)


def distinct_search_words(text: str, language: str) -> frozenset[str]:
    """The words of a text, each once, in less time than in their order."""
    return frozenset(chain.from_iterable([words_of(token, language) for token in set(WORD.findall(text))]))

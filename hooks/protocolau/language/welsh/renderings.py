"""What Welsh words an English word may be rendered by, as Eurfa has them: see eurfa/README.md.

Enough to see that words were passed over, and not that they were rendered well: English words count as the same by
their stem (resolve, resolution), Welsh ones by their beginning (cyfeirio, cyfeiriad), and any rendering will do.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from functools import cache, lru_cache
from unicodedata import combining, normalize

import snowballstemmer

from protocolau.language.welsh.mutation import radicals, split_clitic
from protocolau.language.welsh.words import eurfa_rows

_WORD = re.compile(r"[a-z]{3,}")
_WELSH = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SHORTEST, _LONGEST, _END = 4, 6, 3
"""How much of a Welsh word is its beginning: all but so many letters of its end, and at least and at most so many."""


@lru_cache(maxsize=16384)
def english_stem(word: str) -> str:
    """What an English word shares with those made of it."""
    own = snowballstemmer.stemmer("english")  # it holds the word that it works on: the preview's threads share none
    return str(own.stemWord(word))


@cache
def _renderings() -> dict[str, frozenset[str]]:
    """By the stem of an English word the Welsh words that it explains."""
    found: dict[str, set[str]] = defaultdict(set)
    for welsh, _, english in eurfa_rows():
        for word in _WORD.findall(english.lower()):
            found[english_stem(word)].add(_bare(welsh))
    return {stem: frozenset(words) for stem, words in found.items()}


@lru_cache(maxsize=65536)
def _bare(word: str) -> str:
    """A Welsh word without its accents, which come and go with its endings: cŵyn, cwynion."""
    return "".join(letter for letter in normalize("NFD", word) if not combining(letter))


def renders(welsh: str, english: str) -> bool:
    """Whether a Welsh word, unmutated, is a rendering of an English one or begins as one does."""
    return any(beginning(one) == beginning(_bare(welsh)) for one in _renderings().get(english_stem(english), ()))


def beginning(word: str) -> str:
    """What a Welsh word shares with those made of it."""
    return word[: max(_SHORTEST, len(word) - _END)][:_LONGEST]


@lru_cache(maxsize=1024)
def beginnings(text: str) -> frozenset[str]:
    """Every beginning that a word of a Welsh text may have, unmutated."""
    words = {split_clitic(word)[0] for word in _WELSH.findall(text.lower())}
    found = {_bare(radical) for word in words for radical in radicals(word)}
    return frozenset(radical[:size] for radical in found for size in range(3, _LONGEST + 1)) | found


def passed_over(english: Iterable[str], welsh: str, further: dict[str, frozenset[str]]) -> list[list[str]]:
    """The words of an English text that follow one another without a rendering in the Welsh, run by run.

    `further` renderings, by English stem, come beside Eurfa's. A word of which no rendering is known is passed by.
    """
    known = beginnings(welsh)
    runs: list[list[str]] = [[]]
    for word in english:
        stem = english_stem(word)
        if options := _renderings().get(stem, frozenset()) | further.get(stem, frozenset()):
            if word[:_SHORTEST] in known or any(beginning(_bare(one)) in known for one in options):
                runs.append([])
            else:
                runs[-1].append(word)
    return [run for run in runs if run]

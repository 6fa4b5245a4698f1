"""Concordance: every place where some words were translated, in whatever form they stand there."""

from collections.abc import Iterable
from itertools import islice

from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.language.phrases import Phrase, phrase, written_words
from protocolau.language.welsh.mutation import radicals
from protocolau.translation.memory import MemoryMatch

_PLURALS = (("s", ""), ("es", ""), ("ies", "y"), ("men", "man"))


def concordance(pairs: Iterable[MemoryMatch], languages: tuple[str, str], words: str, most: int) -> list[MemoryMatch]:
    """The pairs, `most` at most, that have some words on either side; none for words without a letter.

    `languages` are those of source and target. In Welsh a word counts in any mutation, in English in the plural.
    """
    sought = {language: _phrases(words, language) for language in LANGUAGES}
    return list(islice((pair for pair in pairs if _is_in(pair, languages, sought)), most))


def _phrases(words: str, language: str) -> list[Phrase]:
    """What finds the words: also without the mutation of the first of them, and in English without the plural."""
    words = words.strip()
    first, space, others = words.partition(" ")
    if language == "cy":
        written = [words, *(f"{one}{space}{others}" for one in sorted(radicals(first.casefold())))]
    else:
        written = [words, *(stem + end for plural, end in _PLURALS if (stem := words.removesuffix(plural)) != words)]
    return [found for one in dict.fromkeys(written) if (found := phrase(one, language)).words]


def _is_in(pair: MemoryMatch, languages: tuple[str, str], sought: dict[str, list[Phrase]]) -> bool:
    sides = zip(languages, (pair.source, pair.target), strict=True)
    return any(_stands(one, text, language) for language, text in sides for one in sought[language])


def _stands(sought: Phrase, text: str, language: str) -> bool:
    written = written_words(plain(text), language)
    return any(sought.stands(written, at) for at in range(len(written)))

"""Spelling of the Welsh: every word known, every name in the source or listed."""

import re
from collections.abc import Iterator
from functools import lru_cache

from protocolau.language.welsh.mutation import split_clitic
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.untranslated import tokens

_LISTED = "vocabulary/words.yml"
_BEGINS = re.compile(r"(?:^|[.!?:;•–-]\s)[\s\"“‘'(*]*")


def unknown_words(pair: CheckedUnit) -> Iterator[Finding]:
    """Every Welsh word is the dictionary's, the vocabulary's or listed, in any mutation and with any clitic."""
    for word in _unknown(pair, capital=False):
        near = " or ".join(pair.context.near(word))
        hint = f"did you mean {near}? If it is good Welsh" if near else "correct it, or if it is good Welsh"
        yield f"unknown word “{word}”", f"{hint}, list it under `words` in {_LISTED}"


def unlisted_names(pair: CheckedUnit) -> Iterator[Finding]:
    """A name within a Welsh sentence is one of the source's, the dictionary's or the lists'."""
    for name in _unknown(pair, capital=True):
        near = " or ".join(pair.context.near(name))
        hint = f"did you mean {near}? If it is a name," if near else f"write it as in the {pair.names[0]}, or"
        what = f"the name “{name}” is neither in the {pair.names[0]} nor listed"
        yield what, f"{hint} list it under `names` in {_LISTED}"


def _unknown(pair: CheckedUnit, capital: bool) -> list[str]:
    """The unknown words of a Welsh translation that look like names, or that do not.

    Of words that are English another check has told.
    """
    if pair.language != "cy" or pair.foreign_sentence:
        return []
    english = {word for phrase in pair.untranslated for word in tokens(phrase)}
    unknown = pair.context.speller.unknown(pair.target)
    words = dict.fromkeys(match[0] for match in unknown if _has_name_capital(pair, match) == capital)
    return [word for word in words if word not in english and not pair.is_name(word) and not _is_clitic(pair, word)]


def _is_clitic(pair: CheckedUnit, word: str) -> bool:
    """Whether a word is unknown for its clitic alone: of that the check of apostrophes tells."""
    stem, clitic = split_clitic(word)
    return bool(clitic) and pair.context.speller.knows(stem)


def _has_name_capital(pair: CheckedUnit, word: re.Match[str]) -> bool:
    """Whether a word has a capital that no sentence's beginning and no heading in capitals gives it."""
    if not word[0][0].isupper() or pair.target.isupper():
        return False
    return word.start() not in _beginnings(pair.target)


@lru_cache(maxsize=64)
def _beginnings(text: str) -> frozenset[int]:
    """Where the first words of its sentences stand in a text."""
    return frozenset(match.end() for match in _BEGINS.finditer(text))

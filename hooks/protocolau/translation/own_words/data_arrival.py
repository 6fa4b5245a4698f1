"""What came back of the interface or the vocabulary: only what the translator changed, and what still fits."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from protocolau.read.problem import Problem
from protocolau.translation.exchange.incoming import IncomingFile, IncomingUnit
from protocolau.translation.own_words.acceptance import ArrivedWords, Fault, Taken, accepted

_PUT_IN = re.compile(r"\{\w*\}")
_NUMBER = "{n}"
_GONE = ("the English is no longer here, or another", "export the words anew")
_CHANGED = ("the Welsh has been changed here since the export", "export the words anew and compare")


@dataclass(frozen=True, slots=True)
class DataWords:
    """Words of the interface or the vocabulary, as they stand."""

    source: str
    target: str
    state: str
    is_form: bool
    """Whether they are one of the plural forms of a sentence."""


@dataclass(frozen=True, slots=True)
class DataOutcome:
    """What is to be written by its key, words and state, and what could not be taken."""

    taken: Taken
    refused: tuple[Problem, ...]


def words_arrived(known: Mapping[str, DataWords], file: IncomingFile) -> DataOutcome:
    """Which words of a file are to be written. What is not in the file stays as it is."""
    taken, refused = accepted(file.path, [_row(known.get(unit.unit), unit) for unit in file.units], _GONE, _CHANGED)
    return DataOutcome(taken, refused)


def _row(own: DataWords | None, unit: IncomingUnit) -> ArrivedWords:
    words = unicodedata.normalize("NFC", " ".join((unit.target or "").split()))
    return ArrivedWords(unit.unit, unit, words, own, _misfit(own, words) if own else None)


def _misfit(own: DataWords, words: str) -> Fault | None:
    """What is wrong with words that would not put in what the English does."""
    if _puts_in_the_same(own, words):
        return None
    return "it does not put in what the English does", "keep what stands in braces as it is"


def _puts_in_the_same(own: DataWords, words: str) -> bool:
    """Whether the same names stand in braces; a plural form may leave its number out."""
    english, welsh = Counter(_PUT_IN.findall(own.source)), Counter(_PUT_IN.findall(words))
    return welsh <= english and set(english - welsh) <= ({_NUMBER} if own.is_form else set())

"""What came back of the interface or the vocabulary: only what the translator changed, and what still fits."""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from protocolau.read.problem import Problem
from protocolau.translation.exchange.fingerprint import fingerprint
from protocolau.translation.exchange.incoming import IncomingFile, IncomingUnit
from protocolau.translation.exchange.mistaken import MistakenRows, untranslated
from protocolau.translation.exchange.outgoing import NOT_CURRENT
from protocolau.translation.exchange.spoilt import faulty_letters

_PUT_IN = re.compile(r"\{\w*\}")


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

    taken: Mapping[str, tuple[str, str]]
    refused: tuple[Problem, ...]


def words_arrived(known: Mapping[str, DataWords], file: IncomingFile) -> DataOutcome:
    """Which words of a file are to be written. What is not in the file stays as it is."""
    taken: dict[str, tuple[str, str]] = {}
    refused: list[Problem] = []
    copied: list[IncomingUnit] = []
    mistaken = MistakenRows(file.units)
    for unit in file.units:
        if unit.target is None:
            continue
        words = unicodedata.normalize("NFC", " ".join(unit.target.split()))
        own = known.get(unit.unit)
        if why := _refusal(unit, own, words):
            refused.append(Problem(file.path, unit.line, f"'{unit.unit}': {why[0]}", why[1]))
        elif own and _is_changed(unit, own, words):
            if spoilt := list(faulty_letters(file.path, unit.line, unit.unit, words, own.source)):
                refused += spoilt
            elif words != own.target and mistaken.is_untranslated(unit):
                copied.append(unit)
            elif words != own.target and (fault := mistaken.fault([unit])):
                refused.append(Problem(file.path, unit.line, *fault))
            else:
                taken[unit.unit] = (words, "reviewed" if unit.state == "reviewed" else "draft")
    refused += untranslated(file.path, copied)
    return DataOutcome(taken, tuple(refused))


def _is_untouched(unit: IncomingUnit, words: str) -> bool:
    return unit.exported is not None and unit.exported.left_with(words)


def _is_changed(unit: IncomingUnit, own: DataWords, words: str) -> bool:
    """Whether the translator changed the words, or says of stale or unread ones that they stand by them."""
    if _is_untouched(unit, words):
        says_more = unit.exported is not None and unit.state != unit.exported.state
        return says_more and unit.state not in NOT_CURRENT and bool(words)
    return words != own.target


def _refusal(unit: IncomingUnit, own: DataWords | None, words: str) -> tuple[str, str] | None:
    """What is wrong with a unit and what to do, if anything."""
    if own is None or fingerprint(unit.source) != fingerprint(own.source):
        is_gone = not _is_untouched(unit, words)
        return ("the English is no longer here, or another", "export the words anew") if is_gone else None
    if _is_untouched(unit, words) or words == own.target:
        return None
    if not words:
        return "the translation is empty", "write it, or leave the old one"
    if unit.exported and not unit.exported.left_with(own.target):
        return "the Welsh has been changed here since the export", "export the words anew and compare"
    if not _puts_in_the_same(own, words):
        return "it does not put in what the English does", "keep what stands in braces as it is"
    return None


def _puts_in_the_same(own: DataWords, words: str) -> bool:
    """Whether the same names stand in braces; a plural form may leave its number out."""
    english, welsh = Counter(_PUT_IN.findall(own.source)), Counter(_PUT_IN.findall(words))
    return welsh <= english if own.is_form else welsh == english

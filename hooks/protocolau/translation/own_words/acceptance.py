"""What came back of our own words: only what the translator changed is taken, and of that what still fits."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from protocolau.read.problem import Problem
from protocolau.translation.exchange.fingerprint import fingerprint
from protocolau.translation.exchange.incoming import IncomingUnit
from protocolau.translation.exchange.mistaken import MistakenRows, untranslated
from protocolau.translation.exchange.spoilt import faulty_letters
from protocolau.translation.reading import NOT_CURRENT

Fault = tuple[str, str]
"""What is wrong, and what to do."""
Taken = Mapping[str, tuple[str, str]]
"""By the name of what is translated its new words and their state."""


class TranslatedWords(Protocol):
    """Words of ours as they stand, with their Welsh."""

    @property
    def source(self) -> str:
        """The English."""

    @property
    def target(self) -> str:
        """The Welsh; empty where there is none."""


@dataclass(frozen=True, slots=True)
class ArrivedWords:
    """A unit that came back, beside the words of ours to which it belongs."""

    name: str
    unit: IncomingUnit
    """Called as the translator is told of it, and not by its name where that is a fingerprint."""
    words: str
    own: TranslatedWords | None
    misfit: Fault | None
    """Why its words could not stand where they belong."""

    @property
    def is_untouched(self) -> bool:
        """Whether the words are those with which the unit left."""
        return self.unit.exported is not None and self.unit.exported.left_with(self.words)


def accepted(
    path: Path, rows: Sequence[ArrivedWords], gone: Fault, changed: Fault
) -> tuple[Taken, tuple[Problem, ...]]:
    """What of a file is taken, and what is said of the rest. What is not in the file stays as it is.

    `gone` is said where the English is gone, `changed` where the Welsh is another than left.
    """
    mistaken = MistakenRows([row.unit for row in rows])
    taken: dict[str, tuple[str, str]] = {}
    refused: list[Problem] = []
    copied: list[IncomingUnit] = []
    for row in rows:
        if row.unit.target is None:
            continue  # the file has no place for it: what is not said is not taken away
        if why := _refusal(row, gone, changed):
            refused.append(Problem(path, row.unit.line, f"'{row.unit.unit}': {why[0]}", why[1]))
        elif row.own is None or not _is_changed(row, row.own):
            continue
        elif faults := list(_slips(path, row, row.own, mistaken)):
            refused += faults
        elif row.words != row.own.target and mistaken.is_untranslated(row.unit):
            copied.append(row.unit)
        else:
            taken[row.name] = (row.words, "reviewed" if row.unit.state == "reviewed" else "draft")
    return taken, (*refused, *untranslated(path, copied))


def _refusal(row: ArrivedWords, gone: Fault, changed: Fault) -> Fault | None:
    """What is wrong with a unit and what to do, if anything."""
    if row.own is None or fingerprint(row.unit.source) != fingerprint(row.own.source):
        return None if row.is_untouched else gone
    if row.is_untouched or row.words == row.own.target:
        return None
    if not row.words:
        return "the translation is empty", "write it, or leave the old one"
    if row.unit.exported and not row.unit.exported.left_with(row.own.target):
        return changed
    return row.misfit


def _is_changed(row: ArrivedWords, own: TranslatedWords) -> bool:
    """Whether the translator changed the words, or says of stale or unread ones that they stand by them."""
    if row.unit.exported and row.is_untouched:
        return row.unit.state != row.unit.exported.state and row.unit.state not in NOT_CURRENT and bool(row.words)
    return row.words != own.target


def _slips(path: Path, row: ArrivedWords, own: TranslatedWords, mistaken: MistakenRows) -> Iterator[Problem]:
    """What a program has spoilt in the words, or whose translation they are instead."""
    spoilt = list(faulty_letters(path, row.unit.line, row.unit.unit, row.words, own.source, own.target))
    yield from spoilt
    is_copied = row.words == own.target or mistaken.is_untranslated(row.unit)
    if not spoilt and not is_copied and (fault := mistaken.fault([row.unit])):
        yield Problem(path, row.unit.line, *fault)

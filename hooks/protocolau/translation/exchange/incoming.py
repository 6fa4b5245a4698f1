"""What comes back from a translator: the units of a file, each with the fingerprint with which it left."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from unicodedata import normalize

from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.read.text import TooLarge, bytes_of
from protocolau.translation.exchange.fingerprint import ExportFingerprint, fingerprint, note_fingerprint
from protocolau.translation.reading import NOT_CURRENT

LARGEST = 50_000_000
"""Bytes of a file that is read, and of what is packed in it."""


def read_bytes(path: Path) -> bytes:
    """The content of a file. Raises Faulty where it cannot be read or is too large."""
    try:
        return bytes_of(path, LARGEST)
    except TooLarge as error:
        what = f"the file has {error.size:,} bytes; at most {LARGEST:,} are read"
        raise faulty(path, 1, what, "divide it") from error
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        raise faulty(path, 1, f"the file cannot be read ({why})", "check its name and its permissions") from error


@dataclass(frozen=True, slots=True)
class IncomingUnit:
    """A unit as it comes back in a file. What the file does not say is not said; it is not deleted."""

    line: int
    protocol: str
    """`<council>/<version>`."""
    unit: str
    source: str
    target: str | None
    """None where the file has no place for it; empty where somebody has emptied it."""
    state: str
    """Empty where the file does not say it."""
    note: str | None = None
    """None where the file has none; empty where somebody has emptied it."""
    says_state: bool = False
    """Whether the state was said anew, and did not just come back as it left."""
    adds_note: bool = False
    """Whether the note is another program's, beside whatever the unit has."""
    previous_source: str | None = None
    exported: ExportFingerprint | None = None

    def changed_since(self, before: ExportFingerprint) -> set[str]:
        """Which of `target`, `state` and `note` are in the file and not as they were."""
        now = {"state": self.state} if self.state else {}
        now |= {"target": fingerprint(self.target)} if self.target is not None else {}
        now |= {"note": note_fingerprint(self.note)} if self.note is not None else {}
        return {name for name, value in now.items() if value != getattr(before, name)}


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A translator's file as read."""

    path: Path
    language: str
    """The language into which it translates."""
    units: tuple[IncomingUnit, ...]
    """One or more."""
    faults: tuple[Problem, ...] = ()
    """The rows that cannot be read, each with what is wrong."""
    remarks: tuple[Problem, ...] = ()
    """What stands in the file beside its units and is not read."""

    @property
    def is_ours(self) -> bool:
        """Whether any of its units has the marks of an export from here."""
        return any(unit.exported for unit in self.units)

    @property
    def protocol(self) -> str:
        """The protocol of the first unit that names one, `<council>/<version>`."""
        return next((unit.protocol for unit in self.units if unit.protocol), "")

    @property
    def line(self) -> int:
        """The line at which a fault of the whole file is told: that of its first unit."""
        return self.units[0].line


def parted(file: IncomingFile) -> list[IncomingFile]:
    """A file by its protocols, each with its own units; those that say none go with the first."""
    protocols = list(dict.fromkeys(unit.protocol for unit in file.units if unit.protocol)) or [""]
    return [
        replace(
            file,
            units=tuple(unit for unit in file.units if (unit.protocol or protocols[0]) == protocol),
            faults=file.faults if protocol == protocols[0] else (),
            remarks=file.remarks if protocol == protocols[0] else (),
        )
        for protocol in protocols
    ]


class SpoiltRow(Exception):
    """A row that cannot be read: the line, what is wrong and what to do."""


def incoming_file(path: Path, language: str, units: list[IncomingUnit], faults: tuple[Problem, ...]) -> IncomingFile:
    """Makes a file of its units. Raises Faulty where there are none."""
    if not units:
        if faults:
            raise Faulty(list(faults))
        raise faulty(path, 1, "there is no unit of a protocol in this file", "export it anew")
    return IncomingFile(path, language, tuple(units), faults)


def language_named(code: str) -> str:
    """The language that a program's code is for, whatever region or script stands after it: cy-GB, cy_GB, cym, wel."""
    language = re.split("[_-]", code.strip())[0].lower()
    return {"cym": "cy", "wel": "cy", "eng": "en"}.get(language, language)


def read_rows(
    path: Path, readers: Iterable[Callable[[], IncomingUnit]]
) -> tuple[list[IncomingUnit], tuple[Problem, ...]]:
    """The rows of a file that can be read, and what is wrong with each of the others."""
    units, faults = [], []
    for reader in readers:
        try:
            units.append(reader())
        except SpoiltRow as spoilt:
            faults.append(Problem(path, *spoilt.args))
    return units, tuple(faults)


_BREAK = re.compile(r"[ \t]*[\r\n]\s*|[ \t]*\t[ \t]*")
_STATE_LINE = re.compile(r"[ \t]*(?:state|cyflwr)[ \t]*:[ \t]*([^\s.]+)[ \t]*", re.IGNORECASE)
_STATE_WORDS = {
    "draft": "draft",
    "drafft": "draft",
    "reviewed": "reviewed",
    "adolygwyd": "reviewed",
    "adopted": "adopted",
    "mabwysiadwyd": "adopted",
}
NO_NOTE = "-"
"""What somebody writes in the place of a note to take it out, where a file has no emptied notes."""


def tidied(text: str) -> str:
    """A text in composed letters, without the white space that a program puts round and into it."""
    return normalize("NFC", _BREAK.sub(" ", text).strip(" \t"))


def source_as_left(text: str, exported: ExportFingerprint | None) -> str:
    """The source of a unit; as it stands where it left so, else tidied."""
    return text if exported and exported.came_from(text) else tidied(text)


def target_as_left(text: str, source: str, exported: ExportFingerprint | None) -> str:
    """The translation of a unit; as it stands where it left so, else tidied, but for lines that its source has too."""
    if exported and exported.left_with(text):
        return text
    if exported and "\n" in source and exported.came_from(source):
        return normalize("NFC", "\n".join(text.splitlines()).strip("\n"))
    return tidied(text)


def state_and_note(line: int, unit: str, written: str) -> tuple[str, str]:
    """The state that a line of a note says, empty where none does, and the rest of the note.

    Raises SpoiltRow for a state that there is not.
    """
    lines = written.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ").split("\n")
    said = [match[1].lower() for one in lines if (match := _STATE_LINE.fullmatch(one))]
    if unknown := next((word for word in said if word not in _STATE_WORDS), None):
        raise unknown_state(line, unit, unknown)
    note = "\n".join(one for one in lines if not _STATE_LINE.fullmatch(one)).strip()
    return _STATE_WORDS[said[-1]] if said else "", note


def unknown_state(line: int, unit: str, state: str) -> SpoiltRow:
    """Makes the exception of a state that there is not."""
    return SpoiltRow(line, f"'{unit}' has the state '{state}', which there is not", "write draft or reviewed")


def settled_state(state: str, target: str | None, exported: ExportFingerprint | None) -> str:
    """The state of a unit whose program, or whose translator, may not have said that the work is done.

    New words below a `missing` or `stale` that still stands are a draft of what the file asks for.
    """
    if state in NOT_CURRENT and target and exported and not exported.left_with(target):
        return "draft"
    return state

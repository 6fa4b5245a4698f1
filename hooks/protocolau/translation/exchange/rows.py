"""What comes back from a translator: rows of a file, each with the mark by which one sees what was changed in it."""

from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from protocolau.model.protocol import Version
from protocolau.model.translation import Unit
from protocolau.read.problem import Faulty, Problem
from protocolau.translation.exchange.entries import OutgoingUnit
from protocolau.translation.reading import STATES

LARGEST = 50_000_000
"""Bytes of a file that is read, and of what is packed in it."""


@dataclass(frozen=True, slots=True)
class ExportFingerprint:
    """How an entry left: its state, and its texts as short fingerprints.

    It travels with the entry, so that what the translator changed is known from the file alone,
    whatever has become of the protocol in the meantime.
    """

    state: str
    source: str
    target: str
    note: str

    @classmethod
    def of(cls, entry: OutgoingUnit, target: str) -> "ExportFingerprint":
        """The mark of an entry that leaves with a target: its own or a suggested one."""
        return cls(entry.state, _fingerprint(entry.source), _fingerprint(target), _fingerprint_of_note(entry.note))

    @classmethod
    def of_unit(cls, unit: Unit | None, source: str, state: str) -> "ExportFingerprint":
        """The mark that a unit would leave with today."""
        texts = (source, unit.target, unit.note) if unit else (source, "", None)
        return cls(state, _fingerprint(texts[0]), _fingerprint(texts[1]), _fingerprint_of_note(texts[2]))

    @classmethod
    def parse(cls, written: str | None) -> "ExportFingerprint | None":
        """The mark as it stands in a file; None where a program has lost or spoilt it."""
        parts = (written or "").split()
        return cls(*parts) if len(parts) == 4 and parts[0] in STATES else None

    def __str__(self) -> str:
        return f"{self.state} {self.source} {self.target} {self.note}"

    def came_from(self, source: str) -> bool:
        """Whether the entry left with this source text."""
        return self.source == _fingerprint(source)

    def left_with(self, target: str) -> bool:
        """Whether the entry left with this target."""
        return self.target == _fingerprint(target)


@dataclass(frozen=True, slots=True)
class IncomingUnit:
    """A unit as it comes back in a file."""

    line: int
    protocol: str
    """`<council>/<version>`."""
    unit: str
    source: str
    target: str
    state: str
    note: str | None = None
    previous_source: str | None = None
    exported: ExportFingerprint | None = None

    def changed_since(self, before: ExportFingerprint) -> set[str]:
        """Which of `target`, `state` and `note` are not as they were."""
        now = {"target": _fingerprint(self.target), "state": self.state, "note": _fingerprint_of_note(self.note)}
        return {name for name, value in now.items() if value != getattr(before, name)}


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A translator's file as read."""

    path: Path
    language: str
    """The language into which it translates."""
    rows: tuple[IncomingUnit, ...]

    @property
    def protocol(self) -> str:
        """The protocol of its first row, `<council>/<version>`; all should be of the same."""
        return self.rows[0].protocol


def protocol_of(version: Version) -> str:
    """The name of a version in every file: `<council>/<version>`."""
    return f"{version.council}/{version.slug}"


def settled(state: str, target: str, exported: ExportFingerprint | None) -> str:
    """The state of a unit whose program, or whose translator, may not have said that the work is done.

    New words below a `missing` or `stale` that still stands are a draft of what the file asks for.
    """
    if state in ("missing", "stale") and target and exported and not exported.left_with(target):
        return "draft"
    return state


def incoming_file(path: Path, language: str, rows: list[IncomingUnit]) -> IncomingFile:
    """The file, or Faulty where there is nothing in it."""
    if not rows:
        raise Faulty([Problem(path, 1, "there is no unit of a protocol in this file", "export it anew")])
    return IncomingFile(path, language, tuple(rows))


def faulty(path: Path, line: int, what: str, remedy: str) -> Faulty:
    """One fault, to be raised."""
    return Faulty([Problem(path, line, what, remedy)])


def _fingerprint(text: str) -> str:
    return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def _fingerprint_of_note(note: str | None) -> str:
    """Of its words alone: programs wrap comments."""
    return _fingerprint(" ".join((note or "").split()))

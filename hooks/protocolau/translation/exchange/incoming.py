"""What comes back from a translator: the units of a file, each with the fingerprint with which it left."""

from dataclasses import dataclass
from pathlib import Path

from protocolau.translation.exchange.fault import faulty
from protocolau.translation.exchange.fingerprint import ExportFingerprint, fingerprint, note_fingerprint

LARGEST = 50_000_000
"""Bytes of a file that is read, and of what is packed in it."""


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
        now = {"target": fingerprint(self.target), "state": self.state, "note": note_fingerprint(self.note)}
        return {name for name, value in now.items() if value != getattr(before, name)}


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A translator's file as read."""

    path: Path
    language: str
    """The language into which it translates."""
    units: tuple[IncomingUnit, ...]
    """One or more."""

    @property
    def protocol(self) -> str:
        """The protocol of its first unit, `<council>/<version>`; all should be of the same."""
        return self.units[0].protocol

    @property
    def line(self) -> int:
        """The line at which a fault of the whole file is told: that of its first unit."""
        return self.units[0].line


def incoming_file(path: Path, language: str, units: list[IncomingUnit]) -> IncomingFile:
    """Makes a file of its units. Raises Faulty where there are none."""
    if not units:
        raise faulty(path, 1, "there is no unit of a protocol in this file", "export it anew")
    return IncomingFile(path, language, tuple(units))


def settled_state(state: str, target: str, exported: ExportFingerprint | None) -> str:
    """The state of a unit whose program, or whose translator, may not have said that the work is done.

    New words below a `missing` or `stale` that still stands are a draft of what the file asks for.
    """
    if state in ("missing", "stale") and target and exported and not exported.left_with(target):
        return "draft"
    return state

"""How a unit left, as it travels in the file, so that one sees what was changed in it."""

from dataclasses import dataclass
from hashlib import blake2b
from unicodedata import normalize

from protocolau.model.translation import Unit
from protocolau.translation.exchange.outgoing import OutgoingUnit
from protocolau.translation.reading import STATES


@dataclass(frozen=True, slots=True)
class ExportFingerprint:
    """The state of a unit as it left, and short fingerprints of its texts.

    It travels with the unit, so that what the translator changed is known from the file alone,
    whatever has become of the protocol in the meantime.
    """

    state: str
    source: str
    target: str
    note: str

    @classmethod
    def of(cls, outgoing: OutgoingUnit, target: str) -> "ExportFingerprint":
        """That of a unit that leaves with a target: its own or a suggested one."""
        return cls(outgoing.state, fingerprint(outgoing.source), fingerprint(target), note_fingerprint(outgoing.note))

    @classmethod
    def of_unit(cls, unit: Unit | None, source: str, state: str) -> "ExportFingerprint":
        """That with which a unit would leave today."""
        target, note = (unit.target, unit.note) if unit else ("", None)
        return cls(state, fingerprint(source), fingerprint(target), note_fingerprint(note))

    @classmethod
    def parse(cls, written: str | None) -> "ExportFingerprint | None":
        """Reads it from a file; None where a program has lost or spoilt it."""
        parts = (written or "").split()
        return cls(*parts) if len(parts) == 4 and parts[0] in STATES else None

    def __str__(self) -> str:
        return f"{self.state} {self.source} {self.target} {self.note}"

    def came_from(self, source: str) -> bool:
        """Whether the unit left with this source text."""
        return self.source == fingerprint(source)

    def left_with(self, target: str) -> bool:
        """Whether the unit left with this target."""
        return self.target == fingerprint(target)


def fingerprint(text: str) -> str:
    """The fingerprint of a text, to the letter, in whichever way a program composes letters with their accents."""
    return blake2b(normalize("NFC", text).encode("utf-8", "surrogatepass"), digest_size=4).hexdigest()


def note_fingerprint(note: str | None) -> str:
    """The fingerprint of a note's words alone: programs wrap comments."""
    return fingerprint(" ".join((note or "").split()))

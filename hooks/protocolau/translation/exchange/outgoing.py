"""What a translator is given: every unit of a protocol with its translation, its state and what may help."""

from dataclasses import dataclass

from protocolau.model.protocol import Version
from protocolau.model.translation import Unit, key_of_unit
from protocolau.translation.memory import Memory, MemoryMatch, UnitAddress, name_in_council
from protocolau.translation.reading import NOT_CURRENT, state_of

OFFERED = 85
"""Likeness from which the translation of other words is put where a unit has none, to be looked at and mended.

Of the five protocols' units whose nearest other is as like as that, the translations of both had at least 75 of 100 in
common in all but one of a hundred; from 75 to 85 in three of four.
"""


@dataclass(frozen=True, slots=True)
class OutgoingUnit:
    """A unit as it goes out to a translator."""

    unit: str
    source: str
    """Today's text."""
    target: str
    """The translation as it is; empty where there is none."""
    state: str
    """`missing`, `draft`, `reviewed`, `adopted` or `stale`."""
    note: str | None = None
    previous_source: str | None = None
    """For a stale unit, the text from which its translation was made."""
    suggestion: MemoryMatch | None = None
    """What the memory has that is nearest, for a unit that is missing or stale."""
    clause: str | None = None
    """The text of the whole clause, where the unit is a part of it: to be read, not to be translated."""

    @property
    def offered(self) -> str:
        """The translation; for a missing unit, that of the same or nearly the same words elsewhere, to be looked at."""
        if self.state == "missing" and self.suggestion and self.suggestion.likeness >= OFFERED:
            return self.suggestion.target
        return self.target


@dataclass(frozen=True, slots=True)
class OutgoingProtocol:
    """A protocol as it goes out, alone in a file or with others."""

    version: Version
    units: tuple[OutgoingUnit, ...]


def protocol_of(version: Version) -> str:
    """The name of a version in every file: `<council>/<version>`, or `<council>/<kind>/<version>`."""
    return f"{version.council}/{name_in_council(version)}"


def outgoing_units(version: Version, language: str, memory: Memory | None = None) -> tuple[OutgoingUnit, ...]:
    """Lists every unit of a version for its translation into a language, in the order of the document."""
    translation = version.translations.get(language)
    translated = translation.units if translation else {}
    return tuple(
        _outgoing_unit(version, name, source, translated.get(name), memory) for name, source in version.units.items()
    )


def _outgoing_unit(version: Version, name: str, source: str, unit: Unit | None, memory: Memory | None) -> OutgoingUnit:
    state = state_of(unit, source)
    address = UnitAddress(version.council, name_in_council(version), name)
    matches = memory.nearest(source, address) if memory and state in NOT_CURRENT else ()
    return OutgoingUnit(
        unit=name,
        source=source,
        target=unit.target if unit else "",
        state=state,
        note=unit.note if unit else None,
        previous_source=unit.source if unit and state == "stale" else None,
        suggestion=matches[0] if matches else None,
        clause=_clause(version, name),
    )


def _clause(version: Version, name: str) -> str | None:
    key = key_of_unit(name)
    return version.provisions[key].text if key != name else None

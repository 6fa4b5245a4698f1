"""A unit of a translation as it is to stand in its file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit as it is to stand in the file."""

    unit: str
    source: str
    """The text from which the translation was made."""
    target: str
    state: str
    note: str | None = None

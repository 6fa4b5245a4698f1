"""A unit of a translation as it is to stand in its file."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit as it is to stand in the file."""

    unit: str
    source: str
    """The text from which the translation was made."""
    target: str
    state: str
    note: str | None = None
    waive: Mapping[str, str] | None = field(default=None, hash=False)
    """The checks that do not apply to it, by name, each with the reason; None leaves those that the file has."""

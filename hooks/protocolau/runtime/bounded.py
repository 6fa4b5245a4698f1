"""A dictionary that never grows beyond a bound: what was put in first is forgotten first."""

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

MOST = 2**11
"""Entries, of a kilobyte or two each. What many councils share comes back as often as it is forgotten."""


class Bounded(dict[Key, Value]):
    """Holds what was made last; what it has forgotten is made again."""

    def __setitem__(self, key: Key, value: Value) -> None:
        """Hold a value, in the place of the oldest where there is no more room."""
        if len(self) >= MOST and key not in self:
            del self[next(iter(self))]
        super().__setitem__(key, value)

"""Values that nobody changes.

To whoever checks types `value` is `dataclass` itself, and tells of every change to what is frozen. As the program runs
it leaves the freezing out: a frozen dataclass of fifteen fields takes three times as long to make and six times as long
to be read from the store (4.9 and 2.8 µs, not 1.6 and 0.4), and a thousand councils have half a million of them.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:
    from dataclasses import dataclass

    def value(*, frozen: bool, eq: bool = True, **options: bool):
        """A dataclass that is compared and hashed by its fields, or by its identity, as if it were frozen."""
        return dataclass(eq=eq, unsafe_hash=frozen and eq, **options)


__all__ = ["value"]

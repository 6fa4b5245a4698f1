"""A store of values that take long to make, each kept by all that it was made from.

.exports/values/3f/3f9a…    the name is the digest of the recipe and of what the value is made from; in it the checksum
                            of what follows, and the value as Python writes it down

The recipe stands for our code, the vocabulary, the theme and the installed libraries, so a value is valid as long as
its name is found: whatever else it depends on, whoever asks for it names in `made_from`. A file is replaced whole.
"""

import io
import os
import pickle
from collections.abc import Callable
from functools import cache
from operator import attrgetter
from pathlib import PosixPath, WindowsPath
from typing import IO, Any, TypeVar
from zlib import crc32

from protocolau.runtime.files import write_new
from protocolau.runtime.kept import RecipeStore

_CHECKSUM = 4
"""Bytes of the checksum before a value: a disk that fills up or fails is to be noticed, which CRC-32 does."""
_LIBRARY_TYPES = {(PosixPath.__module__, "PosixPath"), (WindowsPath.__module__, "WindowsPath")} | {
    ("datetime", "date"),
    ("builtins", "range"),
}

Value = TypeVar("Value")


class ValueStore(RecipeStore):
    """Gives values, and has those made that are not kept."""

    def value(self, made_from: str, make: Callable[[], Value]) -> Value:
        """The value that is made from something. None is no value."""
        value: Value | None = self.find(made_from)
        if value is None:
            value = make()
            self.keep(made_from, value)
        return value

    def find(self, made_from: str) -> Value | None:
        """The value that was made from something; None where it is not kept, or not as it was written."""
        place = self._place(made_from)
        try:
            with open(place, "rb", buffering=0) as file:
                content = file.readall()
            os.utime(place)
        except FileNotFoundError:
            return None
        checksum, written = content[:_CHECKSUM], content[_CHECKSUM:]
        return read(io.BytesIO(written)) if written and _checksum(written) == checksum else None

    def keep(self, made_from: str, value: object) -> None:
        """Keep a value, whole or not at all."""
        place, written = self._place(made_from), as_written(value)
        new, content = f"{place}.{os.getpid()}", _checksum(written) + written
        try:
            write_new(new, content)
        except FileNotFoundError:  # the first of its folder
            os.makedirs(os.path.dirname(place), exist_ok=True)
            write_new(new, content)
        except FileExistsError:  # left by a process of that number which was killed
            os.unlink(new)
            write_new(new, content)
        os.replace(new, place)


def as_written(value: object) -> bytes:
    """A value as bytes."""
    file = io.BytesIO()
    _PlainValues(file, 5).dump(value)
    return file.getvalue()


def read(file: IO[bytes]) -> Any:
    """The value that is written at the place of a file."""
    return _OwnValues(file).load()


def _checksum(written: bytes) -> bytes:
    return crc32(written).to_bytes(_CHECKSUM, "big")


class _PlainValues(pickle.Pickler):
    """Writes what is frozen and has slots as a call of its type: Python's own way goes through its fields one by one,
    and takes half as long again to write and to read."""

    def reducer_override(self, value: object) -> Any:
        """How to write a value."""
        parts = _parts_of(type(value))  # type: ignore[arg-type] # a type can be hashed
        return (type(value), parts(value)) if parts else NotImplemented


@cache
def _parts_of(kind: type[Any]) -> Callable[[object], tuple[Any, ...]] | None:
    """What gives the parts of a value of a kind, in the order in which it is called with them; None for other kinds."""
    own = kind.__dict__
    if "__dataclass_fields__" not in own or "__slots__" not in own:
        return None
    names = tuple(own["__dataclass_fields__"])
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


class _OwnValues(pickle.Unpickler):
    """Reads values of our own types and nothing else, so that no file of the store can have anything executed."""

    def find_class(self, module: str, name: str) -> type:
        if (module, name) in _LIBRARY_TYPES or module.startswith("protocolau."):
            found: type = super().find_class(module, name)
            if isinstance(found, type):
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is not of our own types")

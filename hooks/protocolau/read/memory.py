"""Files that are held in memory, as paths: what reads a folder can read them, and nothing touches a disk."""

import errno
import os
import stat
from collections.abc import Iterator, Mapping
from fnmatch import fnmatchcase
from pathlib import Path
from typing import ClassVar, Self


class PathInMemory(type(Path())):  # type: ignore[misc] # the class of paths of this system
    """A path among files that are held in memory; each folder of files has a class of its own, which holds them."""

    files: ClassVar[Mapping[str, bytes]] = {}

    @property
    def _key(self) -> str:
        return "/".join(self.parts[1:])

    def exists(self, **_: object) -> bool:
        """Whether there is such a file, or one below it."""
        return self.is_file() or self.is_dir()

    def is_file(self, **_: object) -> bool:
        """Whether it is one of the files."""
        return self._key in self.files

    def is_dir(self, **_: object) -> bool:
        """Whether there are files below it."""
        return not self._key or any(name.startswith(f"{self._key}/") for name in self.files)

    def is_symlink(self) -> bool:
        """There are no links in memory."""
        return False

    def iterdir(self) -> Iterator[Self]:
        """The files and the folders in it."""
        start = f"{self._key}/" if self._key else ""
        inside = (name.removeprefix(start).partition("/")[0] for name in self.files if name.startswith(start))
        yield from (self / name for name in dict.fromkeys(inside))

    def glob(self, pattern: str, **_: object) -> Iterator[Self]:
        """The files and folders in it whose names fit."""
        yield from (path for path in self.iterdir() if fnmatchcase(path.name, pattern))

    def read_bytes(self) -> bytes:
        """The content of a file. Raises OSError where there is none."""
        if not self.is_file():
            code = errno.EISDIR if self.is_dir() else errno.ENOENT
            raise OSError(code, os.strerror(code), str(self))
        return self.files[self._key]

    def read_text(self, encoding: str | None = None, errors: str | None = None, newline: str | None = None) -> str:
        """The content of a file of text."""
        return self.read_bytes().decode(encoding or "utf-8", errors or "strict")

    def lstat(self) -> os.stat_result:
        """What kind of thing it is, and how large."""
        size = len(self.read_bytes())
        return os.stat_result((stat.S_IFREG | 0o444, 0, 0, 1, 0, 0, size, 0, 0, 0))

    def resolve(self, strict: bool = False) -> Self:
        """Itself: nothing leads elsewhere."""
        return self


def in_memory(files: Mapping[str, str | bytes]) -> PathInMemory:
    """The folder of some files, by their paths below it with slashes."""
    held = {name: data.encode() if isinstance(data, str) else data for name, data in files.items()}
    kind: type[PathInMemory] = type("PathAmongFiles", (PathInMemory,), {"files": held})
    return kind("/")

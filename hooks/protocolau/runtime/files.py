"""Files written whole or not at all, one process at a time, and what the system refuses said in a line."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl


Stamp = tuple[tuple[str, int, int], ...]
"""Every file of a folder with the time of its last change and its size."""


def stamp_of(path: Path) -> Stamp:
    """What changes when a file does, or any file of a folder and of the folders in it; a link is no folder in it.

    What is taken away meanwhile is not there.
    """
    if path.is_dir():
        return tuple(sorted(_stamps(str(path))))
    with suppress(FileNotFoundError):
        stat = path.stat()
        return ((str(path), stat.st_mtime_ns, stat.st_size),)
    return ()


def _stamps(folder: str) -> Iterator[tuple[str, int, int]]:
    with suppress(FileNotFoundError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _stamps(entry.path)
            elif entry.is_file():
                with suppress(FileNotFoundError):
                    stat = entry.stat()
                    yield entry.path, stat.st_mtime_ns, stat.st_size


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in the place of what stands at a path, in one step. An OSError leaves everything as it was."""
    if path.exists() and not path.is_file():
        path.write_bytes(content)  # a device or a pipe, which is there to be written to
        return
    new = written_beside(path, content)
    try:
        new.replace(path.resolve())
    except BaseException:
        new.unlink(missing_ok=True)
        raise


def written_beside(path: Path, content: bytes) -> Path:
    """A new file in the folder of a path, under a name that nothing takes for a protocol, safely on the disk.

    Where it cannot be written whole, nothing of it is left.
    """
    path = path.resolve()
    with refusals_of(path):
        handle, name = tempfile.mkstemp(prefix=f".{path.name[:100]}.", suffix=".new", dir=path.parent)
    try:
        with refusals_of(path):
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
    except BaseException:
        os.unlink(name)
        raise
    return Path(name)


def write_new(path: str, content: bytes) -> os.stat_result:
    """Make a file where nothing is; FileExistsError where something is. Returns what the system says of it.

    A build makes tens of thousands: Python's own way asks the system three more things of each.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        left = memoryview(content)
        while left:
            left = left[os.write(handle, left) :]
        return os.fstat(handle)
    except OSError as error:
        error.filename = path  # which a full disk does not name
        raise
    finally:
        os.close(handle)


@contextmanager
def refusals_of(path: Path) -> Iterator[None]:
    """Let what the system refuses meanwhile name a path: on a full disk it names none, and else one of our own."""
    try:
        yield
    except OSError as error:
        error.filename = str(path)
        raise


@contextmanager
def folder_held(folder: Path) -> Iterator[None]:
    """Work on the files of a folder while no other process or thread does that asks for it in the same way.

    What holds it is the folder itself: nothing is left behind, and a process that dies holds nothing.
    """
    if sys.platform == "win32":  # where folders cannot be locked, and a change meanwhile is told of instead
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def refusal(error: OSError) -> str:
    """What the system refused, in one line."""
    why = (error.strerror or str(error)).lower()
    where = os.fsencode(error.filename).decode("utf-8", "replace") if isinstance(error.filename, str | bytes) else ""
    return f"{where}: {why}" if where else why

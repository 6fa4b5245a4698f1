"""Files put into the folder of a site, instead of whatever stands there: a file, or folders where now a file is to be.

What stands there is never written to, for it may be a file of the last site or of the store, too.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path


def place(path: str, put: Callable[[str], object]) -> None:
    """Have `put` make a file at a path where nothing is. It raises FileExistsError, IsADirectoryError,
    NotADirectoryError or FileNotFoundError where there is no room for it; then room is made, and it is asked again.
    """
    try:
        put(path)
    except (FileExistsError, IsADirectoryError):
        _clear(path)
        put(path)
    except (FileNotFoundError, NotADirectoryError):
        _make_folder(os.path.dirname(path))
        put(path)


def remove(folder: Path, path: str) -> None:
    """Remove a file, unless its place has been given to others, and the folders below a folder that it leaves empty."""
    try:
        (folder / path).unlink(missing_ok=True)
    except OSError:
        if (folder / path).is_file():
            raise
        return
    for parent in (folder / path).parents:
        if parent == folder or not parent.is_dir() or any(parent.iterdir()):
            return
        parent.rmdir()


def _clear(path: str) -> None:
    if os.path.isdir(path) and not os.path.islink(path):
        shutil.rmtree(path)
    else:
        os.unlink(path)


def _make_folder(path: str) -> None:
    """Make a folder, where a file may stand in its place or in that of one above it."""
    try:
        os.makedirs(path, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        above = next(parent for parent in (Path(path), *Path(path).parents) if parent.is_file())
        above.unlink()
        os.makedirs(path, exist_ok=True)

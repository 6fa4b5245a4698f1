"""Folders in which what was made is kept by what it was made from, and outlives builds.

3f/3f9a…    a file or a folder whose name is a digest, below the beginning of that name

What is found under a name is valid, for whatever else it was made from would have given another. What nothing has asked
for since a while is forgotten; whoever uses something therefore gives it the time of its use, as when it was last read.
"""

import os
import shutil
import time
from contextlib import suppress
from pathlib import Path


def place_of(folder: Path, name: str) -> str:
    """Where something of a name is kept. It is a path in letters: a build asks for tens of thousands."""
    return f"{folder}/{name[:2]}/{name}"


def forget_unused(folder: Path, seconds: float) -> None:
    """Forget what has not been used for so long. What another build or a preview uses is younger."""
    oldest = time.time() - seconds
    for below in folder.glob("??"):
        with os.scandir(below) as places:
            for place in places:
                with suppress(FileNotFoundError):  # another build has forgotten it
                    if place.stat().st_atime < oldest:
                        shutil.rmtree(place) if place.is_dir() else os.unlink(place)


def forget_all(folder: Path) -> None:
    """Forget everything."""
    shutil.rmtree(folder, ignore_errors=True)

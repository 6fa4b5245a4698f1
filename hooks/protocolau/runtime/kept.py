"""Folders in which what was made is kept by what it was made from, and outlives builds.

3f/3f9a…    a file or a folder whose name is a digest, below the beginning of that name

What is found under a name is valid, for whatever else it was made from would have given another. What nothing has asked
for since a while is forgotten; whoever uses something therefore gives it the time of its use, as when it was last read.
"""

import hashlib
import os
import re
import shutil
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path


class RecipeStore:
    """A store of what is made by one recipe, each by all that it was made from."""

    def __init__(self, folder: Path, recipe: bytes):
        """`recipe` is all by which anything becomes what is kept, whatever that is made from."""
        self._folder, self._recipe = folder, recipe

    def forget_unused(self) -> None:
        """Forget what no build has asked for since a while."""
        forget_unused(self._folder, _OF_A_BUILD)

    def forget_all(self) -> None:
        """Forget everything."""
        forget_all(self._folder)

    def _place(self, made_from: str) -> str:
        digest = hashlib.sha256(self._recipe + made_from.encode("utf-8", "surrogatepass"))  # names need be no text
        return place_of(self._folder, digest.hexdigest())


_OF_A_BUILD = 60 * 60
"""Seconds for which is kept what nothing asks for: what another build of these hours uses is younger."""


def place_of(folder: Path, name: str) -> str:
    """Where something of a name is kept. It is a path in letters: a build asks for tens of thousands."""
    return f"{folder}/{name[:2]}/{name}"


def forget_unused(folder: Path, seconds: float) -> None:
    """Forget what has not been used for so long. What another build or a preview uses is younger."""
    oldest = time.time() - seconds
    for place in _kept(folder):
        with suppress(FileNotFoundError):  # another build has forgotten it
            if place.stat().st_atime < oldest:
                _remove(place)


def forget_all(folder: Path) -> None:
    """Forget everything."""
    for place in _kept(folder):
        with suppress(FileNotFoundError):
            _remove(place)


_OURS = re.compile(r"\.?([0-9a-f]{2})[0-9a-f]{62}(\..+)?")
"""A digest, with a form behind it, or with a stop before it or a number behind it what was never finished."""


def _kept(folder: Path) -> Iterator[os.DirEntry[str]]:
    """What was kept in a folder, by its name. Whatever else is there is not ours: the folder may be a link to others'
    things, and a link in it leads to them."""
    for below in folder.glob("??"):
        if below.is_symlink() or not below.is_dir():
            continue
        with os.scandir(below) as places:
            for place in places:
                ours = _OURS.fullmatch(place.name)
                if ours and ours[1] == below.name and not place.is_symlink():
                    yield place


def _remove(place: os.DirEntry[str]) -> None:
    shutil.rmtree(place) if place.is_dir() else os.unlink(place)

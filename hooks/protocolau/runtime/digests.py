"""Digests of what code and data are: what changes when they do."""

import hashlib
import os
import sys
from pathlib import Path


def digest_of_folders(*folders: Path) -> bytes:
    """What changes when the bytes or the name of any file of some folders do."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                digest.update(os.fsencode(f"{path.relative_to(folder)}\0{path.stat().st_size}\0"))
                digest.update(path.read_bytes())
    return digest.digest()


def digest_of_libraries() -> bytes:
    """What changes when Python or any installed library does: the names of the folders that say a library's name and
    version. One Python cannot read all that another has written down, and packs files in another way.

    To read what stands in them takes a tenth of a second of every build.
    """
    folders = [folder for folder in sys.path if os.path.isdir(folder)]
    names = {name for folder in folders for name in os.listdir(folder) if name.endswith((".dist-info", ".egg-info"))}
    return hashlib.sha256("\n".join([sys.version, *sorted(names)]).encode()).digest()

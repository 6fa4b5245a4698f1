"""Digests of what code and data are: what changes when they do."""

import hashlib
from importlib.metadata import distributions
from pathlib import Path


def digest_of_folders(*folders: Path) -> bytes:
    """What changes when the bytes or the name of any file of some folders do."""
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix != ".pyc" and path.is_file():
                digest.update(f"{path.relative_to(folder)}\0{path.stat().st_size}\0".encode())
                digest.update(path.read_bytes())
    return digest.digest()


def digest_of_libraries() -> bytes:
    """What changes when any installed library does."""
    names = sorted(f"{one.name} {one.version}" for one in distributions())
    return hashlib.sha256("\n".join(names).encode()).digest()

"""The folder of the built site: one build at a time, and the last good site stays until the next one is whole.

site/         what is served; it is only ever exchanged for another whole site
.site-new/    the site that is being built
.site-old/    the last good site, for the moment in which the two are exchanged in two steps
.site.lock    held while a build runs; a process that has died holds nothing
"""

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout


class SiteFolderFault(Exception):
    """The site cannot be built here; the text says in one line why, and what to do."""


@contextmanager
def replaced_site(site: Path) -> Iterator[Path]:
    """Give a folder to build into, and put it in the place of the site once the block has ended without an exception.

    Raises SiteFolderFault where another build is under way. What an earlier, killed build left is tidied first.
    """
    with _build_alone(site):
        new, old = _beside(site, "new"), _beside(site, "old")
        _restore(site, old)
        shutil.rmtree(new, ignore_errors=True)
        try:
            yield new
            _put_in_place(new, site, old)
        finally:
            shutil.rmtree(new, ignore_errors=True)
            if site.exists():
                shutil.rmtree(old, ignore_errors=True)


def _beside(site: Path, purpose: str) -> Path:
    return site.with_name(f".{site.name}-{purpose}")


@contextmanager
def _build_alone(site: Path) -> Iterator[None]:
    """Hold the lock of a site."""
    site.parent.mkdir(parents=True, exist_ok=True)
    lock = FileLock(site.with_name(f".{site.name}.lock"))
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise SiteFolderFault(f"another build of {site} is under way: wait until it has ended") from None
    try:
        yield
    finally:
        lock.release()


def _restore(site: Path, old: Path) -> None:
    """Bring back the last good site, where a build was killed between the two steps of an exchange."""
    if old.exists() and not site.exists():
        old.rename(site)
    shutil.rmtree(old, ignore_errors=True)


def _put_in_place(new: Path, site: Path, old: Path) -> None:
    """Put the new site in the place of the old one: in one step where the system can, else in two."""
    if not site.exists():
        new.rename(site)
    elif not _exchanged(new, site):
        site.rename(old)
        new.rename(site)


_AT_FDCWD, _RENAME_EXCHANGE = -100, 2


def _exchanged(one: Path, other: Path) -> bool:
    """Whether two folders could be exchanged in one step (Linux's renameat2, on most of its file systems)."""
    if sys.platform != "linux":
        return False
    rename = getattr(ctypes.CDLL(None), "renameat2", None)
    paths = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0

"""The folder of the built site: one build at a time, and the last good site stays until the next one is whole.

site/         what is served; it is only ever exchanged for another whole site
.site-new/    the site that is being built
.site-old/    the last good site, for the moment in which the two are exchanged in two steps
.site-last/   the site before the last: the next build begins with it, so that it need not write what stands there
.site.lock    held while a build runs; a process that has died holds nothing
"""

import ctypes
import filecmp
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from protocolau.publish.placing import place


class SiteFolderFault(Exception):
    """The site cannot be built here; the text says in one line why, and what to do."""


@contextmanager
def replaced_site(site: Path) -> Iterator[Path]:
    """Give a folder to build into, and put it in the place of the site once the block has ended without an exception.

    Raises SiteFolderFault where another build is under way, and where something stands at the place of the site that no
    build has made. What an earlier, killed build left is tidied first.
    """
    site = site.resolve()  # where it is a link, what it leads to is the site
    _refuse_what_no_build_has_made(site)
    with _build_alone(site):
        new, old, last = (_beside(site, purpose) for purpose in ("new", "old", "last"))
        _restore(site, old)
        shutil.rmtree(new, ignore_errors=True)
        try:
            yield new
            _put_in_place(new, site, old)
            _keep_last(new if new.exists() else old, last)
        finally:
            shutil.rmtree(new, ignore_errors=True)
            if site.exists():
                shutil.rmtree(old, ignore_errors=True)


def begin_with_last(new: Path) -> dict[str, int]:
    """Let the folder into which a site is built begin with the site before the last one, where there is one; what has
    been written into it already stands in the place of what was there. Returns all other files in it, by their paths,
    each with the number of its inode.

    Nobody sees that folder, and a build that dies leaves it to be thrown away. No file of it may be written to, for it
    may be one of the last site as well: another has to take its place.
    """
    site = new.with_name(new.name.removeprefix(".").removesuffix("-new"))
    last = _beside(site, "last")
    if new != _beside(site, "new") or not last.is_dir():
        return {}
    standing = dict(_files(last))
    for path, _ in list(_files(new)):
        if standing.pop(path, None) is None or not filecmp.cmp(new / path, last / path, shallow=False):
            place(f"{last}/{path}", (new / path).replace)
    shutil.rmtree(new)
    last.rename(new)
    return standing


def _files(folder: Path, above: str = "") -> Iterator[tuple[str, int]]:
    """Every file below a folder by its path, with the number of its inode. Links are removed: a site has none, and what
    is written must not follow one out of it.
    """
    with os.scandir(f"{folder}/{above}") as entries:
        for entry in entries:
            if entry.is_symlink():
                os.unlink(entry.path)
            elif entry.is_dir():
                yield from _files(folder, f"{above}{entry.name}/")
            else:
                yield f"{above}{entry.name}", entry.inode()


def _keep_last(site: Path, last: Path) -> None:
    """Keep the site that has been replaced, if there was one."""
    shutil.rmtree(last, ignore_errors=True)
    if site.exists():
        site.rename(last)


_OF_EVERY_SITE = frozenset({"404.html", "_headers"})
_HISTORY = ".git"
"""What git knows of a folder of its own. No build makes it again."""


def _refuse_what_no_build_has_made(site: Path) -> None:
    """A site takes the place of all that is in its folder, and the second one removes it for good."""
    names = set(os.listdir(site)) if site.is_dir() else {_HISTORY} if os.path.lexists(site) else set()
    if names and (_HISTORY in names or not names >= _OF_EVERY_SITE):
        remedy = "name a folder for the site alone"
        raise SiteFolderFault(f"{site} holds what no build has made, which would be lost: {remedy}")


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

"""A store of the finished files of pieces of the site's work, each kept by all that it was made from.

.exports/pages/3f/3f9a…/     the name is the digest of the recipe and of what the piece says that it is made from
    files.json               for each file its paths in the site, its size, and when it was written
    0, 1, …                  the files, which the site links to

What is kept is never written to again. A change of whatever goes into a digest gives another name, so nothing old is
ever found; what no build has asked for since a while is forgotten.
"""

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import fields
from pathlib import Path
from typing import NamedTuple

import orjson

from protocolau.publish.made_from import facts
from protocolau.publish.page_template import PageTemplate
from protocolau.render.context import SiteSettings
from protocolau.runtime.compact_json import compact
from protocolau.runtime.files import write_new
from protocolau.runtime.kept import RecipeStore

_LIST = "files.json"


class KeptFile(NamedTuple):
    """A file that is kept in a store, and what tells that a file of the site is the very same one."""

    place: str
    device: int
    inode: int


def kept_file(place: str | Path) -> KeptFile:
    """The kept file at a place."""
    stat = os.stat(place)
    return KeptFile(str(place), stat.st_dev, stat.st_ino)


class SiteFile(NamedTuple):
    """A finished file: its paths below the root of the site, and its bytes or the file that holds them."""

    paths: tuple[str, ...]
    content: bytes | KeptFile


class PageStore(RecipeStore):
    """Gives the files of a piece of work, and has it made where they are not kept."""

    def files(self, made_from: str, make: Callable[[], Iterable[SiteFile]]) -> list[SiteFile]:
        """The files of a piece of work that is made from something."""
        place = self._place(made_from)
        if (found := _kept(place)) is None:
            shutil.rmtree(place, ignore_errors=True)
            return _keep(place, make())
        os.utime(place)
        return found


def _kept(place: str) -> list[SiteFile] | None:
    """The files of a place; None where there are none, or one is not as it was written."""
    found = []
    try:
        for number, (paths, size, written) in enumerate(orjson.loads(Path(place, _LIST).read_bytes())):
            file = f"{place}/{number}"
            stat = os.stat(file)
            if (stat.st_size, stat.st_mtime_ns) != (size, written):
                return None
            found.append(SiteFile(tuple(paths), KeptFile(file, stat.st_dev, stat.st_ino)))
    except (FileNotFoundError, ValueError):
        return None
    return found


def _keep(place: str, files: Iterable[SiteFile]) -> list[SiteFile]:
    """Put files into a place, all or none. Returns them as they are kept there."""
    above = os.path.dirname(place)
    os.makedirs(above, exist_ok=True)
    new = tempfile.mkdtemp(prefix=f".{os.path.basename(place)}.", dir=above)
    try:
        listed, put = [], []
        for number, file in enumerate(files):
            content = Path(file.content.place).read_bytes() if isinstance(file.content, KeptFile) else file.content
            stat = write_new(f"{new}/{number}", content)
            listed.append((file.paths, len(content), stat.st_mtime_ns))
            put.append(SiteFile(file.paths, KeptFile(f"{place}/{number}", stat.st_dev, stat.st_ino)))
        write_new(f"{new}/{_LIST}", compact(listed))
        with suppress(OSError):  # another build has made it meanwhile
            os.rename(new, place)
            return put
    finally:
        shutil.rmtree(new, ignore_errors=True)
    found = _kept(place)
    assert found is not None, f"{place} was written a moment ago"
    return found


def recipe(folders: bytes, libraries: bytes, settings: SiteSettings, templates: Mapping[str, PageTemplate]) -> bytes:
    """All by which data become pages, but for those data: the code, the templates, the vocabulary (`folders`), what is
    installed, the settings, and the theme's page. The day is not among them: whoever says anything that depends on it
    has that in `made_from` of its task."""
    said = {one.name: repr(getattr(settings, one.name)) for one in fields(settings) if one.name not in _NO_TEXT}
    if settings.sole:
        said["sole"] = facts(settings.sole)
    parts = [
        folders.hex(),
        said,
        {language: template.html for language, template in templates.items()},
        libraries.hex(),
    ]
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).digest()


_NO_TEXT = ("theme", "own_words", "sole", "today")
"""Settings that are told by the folders, or by what a piece of work says that it is made from."""

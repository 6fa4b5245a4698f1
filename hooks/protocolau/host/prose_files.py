"""The files beside the prose: each is here itself, under a name that can be an address, and has that for itself."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from mkdocs.structure.files import File

from protocolau.read.problem import Problem
from protocolau.repository.file_names import held_as_one
from protocolau.schema.fields import as_some_systems_hold


def prose_faults(files: Iterable[File], docs: Path) -> Iterator[Problem]:
    """A fault for each file of the folder of the prose that cannot be published.

    MkDocs follows links, and publishes as it is what is no page: any file of the machine that builds the site.
    """
    linked: set[Path] = set()
    first: dict[str, str] = {}
    for file in files:
        if Path(file.src_dir or "") != docs:
            continue
        place = docs / file.src_uri
        ways = [one for one in (*reversed(place.parents), place) if docs in one.parents]
        if link := next(filter(Path.is_symlink, ways), None):
            if link not in linked:
                yield _link(link)
            linked.add(link)
        elif not _is_text(file.src_uri):
            yield Problem(place, 1, "the name of this file is not UTF-8 text", "rename the file")
        elif (other := first.setdefault(as_some_systems_hold(file.dest_uri), file.src_uri)) != file.src_uri:
            yield Problem(place, 1, *held_as_one(other))


def _link(place: Path) -> Problem:
    if place.is_dir():
        return Problem(place, 1, "this folder is a link", "put the folder itself there, with its files")
    return Problem(place, 1, "this file is a link", "put the file itself there")


def _is_text(name: str) -> bool:
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True

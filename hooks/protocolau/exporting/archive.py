"""One archive of all the data, with its licence: a record of each version, tables, the vocabulary.

The same data make the same bytes: members stand in a fixed order and have one date.
"""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from pydantic import TypeAdapter

from protocolau.exporting.data_tables import tables
from protocolau.exporting.record import SCHEMA_PATH, record, schema
from protocolau.exporting.spreadsheet import as_csv
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.model.vocabulary import Vocabulary

PATH = "data/council-protocols.zip"
"""Where the archive stands below the root of the site. It holds both languages."""

_FOLDER = "council-protocols"
_TEXTS = ("README.md", "README.cy.md", "LICENSE.txt", "CC-BY-4.0.txt")
"""The files of the theme's folder `archive` that go into it."""
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every member: the earliest that the format can hold."""


def write(theme: Path, library: Library, addresses: SiteAddresses) -> bytes:
    """The archive of a library."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in _members(theme, library, addresses):
            about = zipfile.ZipInfo(f"{_FOLDER}/{name}", _STAMP)
            about.compress_type, about.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            about.create_system = 3  # whatever the system, so that the bytes are the same
            archive.writestr(about, content)
    return made.getvalue()


def fingerprint(theme: Path, library: Library, addresses: SiteAddresses) -> bytes:
    """What changes when anything of which the archive is made does, and takes no time to know.

    The words of versions are known by the bytes of their files, whose records it would take long to make.
    """
    digest = hashlib.sha256(_code() + addresses.site_url.encode())
    for name in _TEXTS:
        digest.update((theme / "archive" / name).read_bytes())
    digest.update(_vocabulary(library.vocabulary))
    for row in (row for name, rows in tables(library, addresses) if name in ("councils", "versions") for row in rows):
        digest.update("\0".join(row).encode())
    for version in library.versions():
        for path in (version.path, *(one.path for one in version.translations.values())):
            digest.update(path.read_bytes())
    return digest.digest()


def _members(theme: Path, library: Library, addresses: SiteAddresses) -> Iterator[tuple[str, bytes]]:
    for name in _TEXTS:
        yield name, (theme / "archive" / name).read_text("utf-8").replace("{site}", addresses.site_url).encode()
    yield SCHEMA_PATH, schema()
    yield "vocabulary.json", _vocabulary(library.vocabulary)
    for name, rows in tables(library, addresses):
        yield f"tables/{name}.csv", as_csv(rows)
    for version in library.versions():
        name = f"records/{version.council}/{version.kind}/{version.slug}.json"
        yield name, record(library, version, addresses)


def _vocabulary(vocabulary: Vocabulary) -> bytes:
    """The vocabulary as JSON. Its topics stand in their groups."""
    made = TypeAdapter(Vocabulary).dump_python(vocabulary, mode="json", exclude={"topics"}, exclude_none=True)
    for kind in made["documents"].values():
        kind["expects"].sort()  # a set has no order of its own
    return json.dumps(made, ensure_ascii=False, indent=1).encode()


@lru_cache(maxsize=1)
def _code() -> bytes:
    """All of our code and the data that it reads: any of it may be what a record is made by."""
    package = Path(__file__).parents[1]
    files = sorted(path for path in package.rglob("*") if path.suffix in (".py", ".yml"))
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).digest()

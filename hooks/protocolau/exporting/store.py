"""A store of files that were made, each kept by what it was made from. It lies outside the site and outlives builds.

.exports/3f/3f9a….pdf       the name is the digest of the form, the document, and the code that writes it
.exports/3f/3f9a….pdf.made  how large it was and when it was written: a site has the very file, in which one may write
"""

import hashlib
import os
import time
from collections.abc import Callable
from functools import cached_property
from importlib.metadata import version
from pathlib import Path
from typing import NamedTuple

from protocolau.exporting import card, pdf
from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import OutgoingDocument, encoded
from protocolau.runtime import kept
from protocolau.runtime.files import write_whole

_KEPT = 7 * 24 * 60 * 60
"""Seconds for which a file is kept that nothing asks for."""
_LIBRARIES = ("lxml", "pikepdf", "pillow", "python-docx", "typst")


class StoredFile(NamedTuple):
    """A file that is kept: where it is, and how many bytes it has."""

    path: Path
    size: int


class ExportStore:
    """Gives files of documents, and makes those that it has not."""

    def __init__(self, folder: Path, theme: Path):
        self._folder, self.theme = folder, theme
        self.formats = formats(theme)

    def take(self, form: str, *documents: OutgoingDocument) -> StoredFile:
        """The file of a document, or of two side by side, in a form."""
        written = self.formats[form]
        digest = hashlib.sha256(self._recipe + form.encode())
        for document in documents:
            digest.update(encoded(document))
        return self.keep(digest.digest(), written.extension, lambda: written.write(*documents))

    def keep(self, fingerprint: bytes, extension: str, make: Callable[[], bytes]) -> StoredFile:
        """The file of a fingerprint, which is made where it is not there yet."""
        path = Path(kept.place_of(self._folder, f"{fingerprint.hex()}.{extension}"))
        made = path.with_name(f"{path.name}.made")
        if not _is_as_it_was_made(path, made):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, make())
            write_whole(made, _stamp(path))
        for one in (path, made):
            os.utime(one, ns=(time.time_ns(), one.stat().st_mtime_ns))
        return StoredFile(path, path.stat().st_size)

    def forget_unused(self) -> None:
        """Forget what nothing has asked for since a while."""
        kept.forget_unused(self._folder, _KEPT)

    @cached_property
    def _recipe(self) -> bytes:
        """All by which a document becomes a file: our code, the theme's templates, and the libraries."""
        digest = hashlib.sha256()
        templates = (self.theme / template for template in (card.TEMPLATE, pdf.TEMPLATE))
        for path in (*sorted(Path(__file__).parent.glob("*.py")), *templates):
            digest.update(path.read_bytes())
        digest.update(" ".join(f"{name} {version(name)}" for name in _LIBRARIES).encode())
        return digest.digest()


def _is_as_it_was_made(path: Path, made: Path) -> bool:
    """Whether a file is there, and nobody has written in it since."""
    try:
        return made.read_bytes() == _stamp(path)
    except FileNotFoundError:
        return False


def _stamp(path: Path) -> bytes:
    stat = path.stat()
    return f"{stat.st_size} {stat.st_mtime_ns}".encode()

"""What goes out to translators and comes back: PO, XLIFF and XLSX for a protocol, TMX for the memory."""

from pathlib import Path
from types import ModuleType

from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.exchange import po, xliff, xlsx
from protocolau.translation.exchange.entries import OutgoingUnit
from protocolau.translation.exchange.rows import LARGEST, IncomingFile, faulty

__all__ = ["FORMATS", "read", "read_bytes", "write"]

FORMATS: dict[str, ModuleType] = {"po": po, "xliff": xliff, "xlsx": xlsx}
"""Each format of a protocol by the name of its module."""


def write(format: str, found: tuple[OutgoingUnit, ...], version: Version, language: str) -> bytes:
    """A file of entries in a format. Raises Faulty where a text has a character that not every format can carry."""
    problems = [
        problem
        for entry in found
        for text in (entry.source, entry.target, entry.note or "", entry.previous_source or "")
        for problem in character_faults(version.path, 1, entry.unit, text)
    ]
    if problems:
        raise Faulty(problems)
    return FORMATS[format].write(found, version, language)


def read(path: Path) -> IncomingFile:
    """A translator's file, in whichever format its content is. Raises Faulty where it is in none."""
    data = read_bytes(path)
    start = data[:4000].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if data.startswith(b"PK"):
        return xlsx.read(data, path)
    if start.replace(b"\0", b"").startswith(b"<"):
        return xliff.read(data, path)
    return po.read(data, path)


def read_bytes(path: Path) -> bytes:
    """The content of a file. Raises Faulty where it cannot be read or is too large."""
    try:
        if (size := path.stat().st_size) > LARGEST:
            raise faulty(path, 1, f"the file has {size:,} bytes; at most {LARGEST:,} are read", "divide it")
        return path.read_bytes()
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        raise faulty(path, 1, f"the file cannot be read ({why})", "check its name and its permissions") from error

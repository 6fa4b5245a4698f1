"""The formats in which units go out to translators and come back: PO, XLIFF and XLSX, each a module."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from protocolau.model.protocol import Version
from protocolau.read.problem import Faulty, faulty
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.exchange import po, xliff, xliff2, xlsx
from protocolau.translation.exchange.incoming import IncomingFile, read_bytes
from protocolau.translation.exchange.outgoing import OutgoingProtocol, OutgoingUnit

_HEADINGS = re.compile(rb'(?:"?sep=[^\r\n]{1,2}[\r\n]+)?"?Protocol"?[,;|\t]"?Unit\b')
"""How the first row of a sheet begins, where it is kept as text; before it Excel may say what parts its cells."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What is in a workbook that opens with a password alone; it is packed as those of the old kind are."""
_COMPILED = (b"\xde\x12\x04\x95", b"\x95\x04\x12\xde")
"""How a PO that is made ready for a program (.mo) begins."""


class ExchangeFormat(Protocol):
    """What the module of a format has."""

    def write(self, protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
        """Writes protocols of one language into a file, for their translation into the other."""

    def read(self, data: bytes, path: Path) -> IncomingFile:
        """Reads a file that came back. Raises Faulty where it is not of this format or is spoilt."""


FORMATS: dict[str, ExchangeFormat] = {"po": po, "xliff": xliff, "xliff2": xliff2, "xlsx": xlsx}
"""Each format of a protocol by the name of its module."""


def write(format: str, units: tuple[OutgoingUnit, ...], version: Version, language: str) -> bytes:
    """Writes units in a format. Raises Faulty where a text has a character that not every format can carry."""
    return write_all(format, [OutgoingProtocol(version, units)], language)


def write_all(format: str, protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
    """Writes protocols of one language into one file. Raises Faulty as `write` does."""
    problems = [
        problem
        for one in protocols
        for unit in one.units
        for text in (unit.source, unit.target, unit.note or "", unit.previous_source or "")
        for problem in character_faults(one.version.path, 1, unit.unit, text)
    ]
    if problems:
        raise Faulty(problems)
    return FORMATS[format].write(protocols, language)


def read(path: Path) -> IncomingFile:
    """Reads a translator's file, in whichever format its content is. Raises Faulty where it is in none."""
    data = read_bytes(path)
    start = data[:4000].lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    if data.startswith(_OLD_OFFICE) and _LOCKED in data:
        raise faulty(path, 1, "the file is protected by a password", "save it without a password")
    if data.startswith(_COMPILED):
        raise faulty(path, 1, "this is a PO file made ready for a program (.mo)", "import the PO file itself")
    if data.startswith(_OLD_OFFICE):
        raise faulty(path, 1, "this is a workbook or a document of an old kind (.xls, .doc)", "save it as XLSX")
    if data.startswith(b"PK"):
        return xlsx.read(data, path)
    start = start.replace(b"\0", b"")
    if start.startswith(b"<"):
        return xliff.read(data, path)
    if _HEADINGS.match(start):
        raise faulty(path, 1, "this is a sheet that was saved as text (CSV)", "save it as XLSX")
    return po.read(data, path)

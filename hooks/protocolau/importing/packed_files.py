"""Word and OpenDocument files, which are XML in a ZIP archive, opened without trust.

Sizes are bounded before anything is unpacked and while it is; names are only ever looked up in the
archive, never on a disk; document types, and with them entities, are refused.
"""

import re
from io import BytesIO
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat
from zipfile import BadZipFile, LargeZipFile, ZipFile
from zlib import error as ZlibError

LARGEST_FILE = 60_000_000
"""Bytes of a document, pictures included."""
LARGEST_PART = 60_000_000
"""Bytes of one part of it when unpacked. A thousand pages of Word are some 20,000,000."""
LARGEST_WHOLE = 120_000_000
MOST_PARTS = 5_000
STEEPEST = 300
"""How many times larger a part may become. Word's own come to some 30."""
DEEPEST = 200
MOST_ELEMENTS = 3_000_000

_PREFIXES = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships": "r",
    "http://purl.oclc.org/ooxml/officeDocument/relationships": "r",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    "http://schemas.openxmlformats.org/package/2006/content-types": "ct",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/drawingml/2006/main": "a",
    "http://purl.oclc.org/ooxml/drawingml/main": "a",
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing": "wp",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing": "wp",
    "http://schemas.openxmlformats.org/drawingml/2006/diagram": "dgm",
    "http://purl.oclc.org/ooxml/drawingml/diagram": "dgm",
    "http://schemas.openxmlformats.org/drawingml/2006/chart": "c",
    "http://purl.oclc.org/ooxml/drawingml/chart": "c",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup": "wpg",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas": "wpc",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:oasis:names:tc:opendocument:xmlns:office:1.0": "office",
    "urn:oasis:names:tc:opendocument:xmlns:text:1.0": "text",
    "urn:oasis:names:tc:opendocument:xmlns:table:1.0": "table",
    "urn:oasis:names:tc:opendocument:xmlns:style:1.0": "style",
    "urn:oasis:names:tc:opendocument:xmlns:drawing:1.0": "draw",
    "urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0": "svg",
    "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0": "fo",
    "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0": "manifest",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "http://purl.org/dc/elements/1.1/": "dc",
}
"""Namespaces, transitional and strict, by the prefix under which the parts are read."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Unreadable(Exception):
    """A document that cannot be read: what is wrong and what to do."""

    def __init__(self, what: str, remedy: str):
        super().__init__(f"{what}; {remedy}")
        self.what, self.remedy = what, remedy


_AGAIN = "open it in the program that wrote it and save it anew"


class PackedFile:
    """The parts of a document by their names.

    Raises Unreadable, as do its methods, for what is no such file, is damaged or protected, or becomes too large.
    """

    def __init__(self, data: bytes):
        if data.startswith(_OLE):
            raise Unreadable(*_ole_fault(data))
        if len(data) > LARGEST_FILE:
            raise Unreadable(
                f"the file has {len(data):,} bytes; at most {LARGEST_FILE:,} are read", "take out pictures"
            )
        try:
            self._archive = ZipFile(BytesIO(data))
            entries = self._archive.infolist()
        except (BadZipFile, LargeZipFile, OSError, ValueError, NotImplementedError) as error:
            raise Unreadable("the file is damaged, or not of the kind that its name says", _AGAIN) from error
        if len(entries) > MOST_PARTS or sum(entry.file_size for entry in entries) > 20 * LARGEST_WHOLE:
            raise Unreadable("the file would become very much larger when unpacked", _AGAIN)
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("the file is protected by a password", "save it without a password")
        self._entries = {entry.filename.lstrip("/").lower(): entry for entry in entries}
        self._unpacked = 0

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in small letters."""
        return tuple(self._entries)

    def bytes_of(self, name: str) -> bytes | None:
        """A part unpacked, or None where there is none of this name."""
        entry = self._entries.get(name.lstrip("/").lower())
        if entry is None:
            return None
        if entry.file_size > LARGEST_PART or entry.file_size > STEEPEST * max(entry.compress_size, 4000):
            raise Unreadable("the file would become very much larger when unpacked", _AGAIN)
        try:
            with self._archive.open(entry) as part:
                data = part.read(entry.file_size + 1)
        except (BadZipFile, ZlibError, OSError, EOFError, ValueError, NotImplementedError, RuntimeError) as error:
            raise Unreadable("the file is damaged", _AGAIN) from error
        self._unpacked += len(data)
        if self._unpacked > LARGEST_WHOLE or len(data) > entry.file_size:
            raise Unreadable("the file would become very much larger when unpacked", _AGAIN)
        return data

    def tree(self, name: str) -> Element | None:
        """A part as a tree, or None where there is none of this name."""
        data = self.bytes_of(name)
        return None if data is None else parsed(data)


def _ole_fault(data: bytes) -> tuple[str, str]:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "the file is protected by a password", "save it without a password"
    return "this is a file of Word 97–2003 (.doc) or another old program", "save it as .docx"


def parsed(data: bytes) -> Element:
    """The root of an XML part. Names read `w.p`: the prefix is ours, whatever the file's own is.

    Raises Unreadable for what is not well-formed, has a document type, or is too deep or too large.
    """
    builder = _Builder()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True
    parser.StartElementHandler = builder.start
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.data
    parser.StartDoctypeDeclHandler = builder.refuse
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as error:
        raise Unreadable("the file is damaged: a part of it is not well-formed XML", _AGAIN) from error
    return builder.close()


class _Builder:
    """Builds a tree with short names, within bounds."""

    def __init__(self) -> None:
        self._tree = TreeBuilder()
        self._names: dict[str, str] = {}
        self._depth = self._count = 0
        self.data = self._tree.data

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        self._count += 1
        if self._depth > DEEPEST or self._count > MOST_ELEMENTS:
            raise Unreadable("the file is built deeper or larger than any document of words", _AGAIN)
        self._tree.start(self._short(tag), {self._short(name): value for name, value in attributes.items()})

    def end(self, tag: str) -> None:
        self._depth -= 1
        self._tree.end(self._short(tag))

    def refuse(self, *_: object) -> None:
        raise Unreadable("the file has a document type inside, which no word processor writes", _AGAIN)

    def close(self) -> Element:
        return self._tree.close()

    def _short(self, name: str) -> str:
        short = self._names.get(name)
        if short is None:
            namespace, _, local = name.rpartition("}")
            prefix = _PREFIXES.get(namespace, re.sub(r"\W+", "-", namespace))
            short = self._names[name] = f"{prefix}.{local}" if namespace else local
        return short

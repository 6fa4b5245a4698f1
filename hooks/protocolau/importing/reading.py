"""Any document as lines: which reader reads it is seen from its bytes, and its name has only to fit."""

from codecs import BOM_UTF8
from collections.abc import Callable
from pathlib import PurePath

from protocolau.importing import markdown, open_document, pdf, plain_text, web_page, word
from protocolau.importing.lines import ReadDocument, lines_of
from protocolau.importing.packed_files import Unreadable

READERS: dict[str, Callable[[bytes], ReadDocument]] = {
    ".docx": word.read,
    ".docm": word.read,
    ".dotx": word.read,
    ".dotm": word.read,
    ".odt": open_document.read,
    ".ott": open_document.read,
    ".pdf": pdf.read,
    ".html": web_page.read,
    ".htm": web_page.read,
    ".xhtml": web_page.read,
    ".mhtml": web_page.read,
    ".mht": web_page.read,
    ".md": markdown.read,
    ".markdown": markdown.read,
    ".txt": plain_text.read,
    ".text": plain_text.read,
}
"""Readers by the endings of names."""

_KNOWN = "name a .docx, .pdf, .odt, .html, .md or .txt file"
_PACKED, _PAGES, _WEB = b"PK\x03\x04", b"%PDF-", (b"<!doctype html", b"<html")
_ZIP, _PDF, _WEB_PAGE = "a ZIP archive, as .docx and .odt files are", "a PDF", "a web page"
_OTHERS = (
    (b"{\\rtf", "this is a file in Rich Text Format", "open it in Word and save it as .docx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "", ""),
    (b"\x89PNG", "this is a picture", _KNOWN),
    (b"\xff\xd8\xff", "this is a picture", _KNOWN),
    (b"GIF8", "this is a picture", _KNOWN),
    (b"II*\x00", "this is a picture", _KNOWN),
    (b"Rar!", "this is an archive", "take the document out of it"),
    (b"7z\xbc\xaf", "this is an archive", "take the document out of it"),
    (b"\x1f\x8b", "this is an archive", "take the document out of it"),
)
_INSTEAD = dict.fromkeys((".eml", ".msg"), "save the document attached to it, or its words as a .txt file") | {
    ".pages": "open it in Pages and export it as .docx",
    ".zip": "take the document out of it",
}
"""What to do with files that hold a document, or are one of another program, by the endings of their names."""
_MEANT = dict.fromkeys((".docx", ".docm", ".dotx", ".dotm", ".odt", ".ott"), _ZIP) | {".pdf": _PDF}
_PAGE_NAMES = {".html", ".htm", ".xhtml", ".mhtml", ".mht"}


def read_document(name: str, data: bytes) -> ReadDocument:
    """A document by its name and bytes. Raises Unreadable with one message where it cannot be read."""
    ending = PurePath(name).suffix.lower()
    if not data.strip():
        raise Unreadable("the file is empty", "check that the right file was named")
    if ending in _INSTEAD:
        raise Unreadable(f"a file that ends in '{ending}' cannot be read", _INSTEAD[ending])
    for start, what, remedy in _OTHERS:
        if data.startswith(start):
            if not what:
                return word.read(data)  # which says what it is
            raise Unreadable(what, remedy)
    reading = _reader(ending, data)(data)
    if not any(line.text.strip() for line in lines_of(reading.blocks)):
        raise Unreadable("there are no words in the file", "check that the right file was named")
    return reading


def _reader(ending: str, data: bytes) -> Callable[[bytes], ReadDocument]:
    really = _by_its_bytes(data)
    if ending == ".doc" and not really:
        raise Unreadable("a .doc file of Word 97–2003 cannot be read", "save it as .docx")
    if ending not in READERS and ending != ".doc":
        raise Unreadable(f"a file that ends in '{ending}' cannot be read", _KNOWN)
    if really != _MEANT.get(ending, "") and not (really == _WEB_PAGE and ending in _PAGE_NAMES):
        really = really or "not what its name says"
        raise Unreadable(f"the file ends in '{ending}' but is {really}", "give it the ending that it should have")
    return READERS[ending]


def _by_its_bytes(data: bytes) -> str:
    """What a file is by how it begins; nothing where it may be any text."""
    start = data[:1024].removeprefix(BOM_UTF8).lstrip()
    if data.startswith(_PACKED):
        return _ZIP
    return _PDF if start.startswith(_PAGES) else _WEB_PAGE if start.lower().startswith(_WEB) else ""

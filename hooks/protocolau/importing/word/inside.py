"""Whole documents inside a Word file (`altChunk`), which Word opens in their place: web pages, text, Word files."""

from collections.abc import Callable
from pathlib import PurePath

from protocolau.importing import plain_text, web_page
from protocolau.importing.lines import ReadDocument
from protocolau.importing.packed_files import Unreadable

_PAGES, _WORD = {".html", ".htm", ".xhtml", ".mht", ".mhtml"}, {".docx", ".docm", ".dotx", ".dotm"}


def read_inside(name: str, data: bytes | None, word: Callable[[bytes], ReadDocument]) -> ReadDocument | None:
    """A document inside a document by its name and bytes; None where it cannot be read."""
    ending = PurePath(name).suffix.lower()
    try:
        if not data:
            return None
        if ending in _WORD:
            return word(data)
        if ending in _PAGES:
            return web_page.read(data)
        return plain_text.read(data) if ending == ".txt" else None
    except Unreadable:
        return None

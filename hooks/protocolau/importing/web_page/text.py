"""Bytes of a web page to text: a page may name its encoding, and be wrong."""

import re

from protocolau.importing.characters import clean, decoded

_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_OF_EUROPE = re.compile(r"(?:windows-|cp)125\d|iso-?8859-\d{1,2}|latin-?\d|(?:us-)?ascii|macintosh|mac-?roman|utf-?8")
"""What a page may name: other names of codecs, as `undefined` and `utf-16`, are slips of whatever made it."""


def page_text(data: bytes) -> str:
    """The text of a page in the encoding that it names, or else in that in which it is."""
    declared = _CHARSET.search(data[:4000])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        name = name if _OF_EUROPE.fullmatch(name) else ""
        name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name
        try:
            return clean(_as_utf_8(data) or data.decode(name or "utf-8"))
        except (LookupError, UnicodeDecodeError):
            pass
    return clean(decoded(data)[0])


def _as_utf_8(data: bytes) -> str | None:
    """A page that is UTF-8, whatever it says: hardly a text in another encoding is by chance."""
    try:
        return None if data.isascii() else data.decode("utf-8")
    except UnicodeDecodeError:
        return None

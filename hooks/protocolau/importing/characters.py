"""Bytes to text, and text to the characters that it means: encodings, ligatures, invisible characters."""

import codecs
import re
import unicodedata

from protocolau.importing.packed_files import Unreadable
from protocolau.language.hidden_characters import FLAGS, INVISIBLE, NO_CHARACTERS

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_NOT_OF_WINDOWS = (0x81, 0x8D, 0x8F, 0x90, 0x9D)
"""The bytes that mean nothing there."""
_OF_WINDOWS = {chr(byte): bytes([byte]).decode("cp1252") for byte in range(0x80, 0xA0) if byte not in _NOT_OF_WINDOWS}
"""What characters that show nothing mean, which programs make of the quotation marks and dashes of Windows."""
_LIGATURES = str.maketrans(_OF_WINDOWS | {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
    "\u2010": "-", "\u2011": "-", "\u2028": "\n", "\u2029": "\n", "\x85": "\n", "\x0b": "\n",
})  # fmt: skip
_INVISIBLE = re.compile(f"({FLAGS})|[\x00-\x08\x0e-\x1f\x7f-\x9f{INVISIBLE}{NO_CHARACTERS}]")
_OF_WELSH = str.maketrans("ðþÐÞ", "ŵŷŴŶ")
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
SUPERSCRIPT = str.maketrans("0123456789", RAISED)
"""Raised figures, which are others than those of the line: clause 5 with note 1 is not clause 51."""
_RAISED_LETTERS = "ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
SUPERSCRIPT_SIGNS = str.maketrans("0123456789abcdefghijklmnoprstuvwxyz", RAISED + _RAISED_LETTERS)
"""The same of the signs of notes, which may be letters."""
SIGNS_OF_NOTES = RAISED + _RAISED_LETTERS + "*†‡"
"""The characters of which the signs of notes are made."""
_WITHIN_LINE = re.compile(r"(?<=[^\n\f])\f(?=[^\n\f])")
_SPACES = re.compile("[\u2000-\u200a\u202f\u205f\u3000]")
_LARGEST = 20_000_000


def decoded(data: bytes) -> tuple[str, str]:
    """The text of bytes in whatever encoding they are, and the name of that.

    Raises Unreadable for what is no text, or too long a one.
    """
    if len(data) > _LARGEST:
        raise Unreadable(f"the file has {len(data):,} bytes of text; at most {_LARGEST:,} are read", "divide it")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace"), encoding
    if unmarked := _utf16(data):
        return data.decode(unmarked, "replace"), unmarked
    if b"\x00" in data:
        raise Unreadable("this is not a document of words", "name a .docx, .pdf, .odt, .html, .md or .txt file")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return _windows(data), "cp1252"


def _utf16(data: bytes) -> str | None:
    """The kind of UTF-16 of a text without a byte-order mark, where every second byte is mostly nothing."""
    start = data[:2000]
    if len(start) < 4 or start.count(0) < len(start) * 0.3:
        return None
    even, odd = start[0::2].count(0), start[1::2].count(0)
    if max(even, odd) < 3 * min(even, odd) + 2:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _windows(data: bytes) -> str:
    """Text of Windows. Bytes that mean nothing there are kept as what they are elsewhere.

    Welsh once had a character set of its own, ISO 8859-14, with ŵ and ŷ where others have letters of Icelandic.
    """
    text = "".join(bytes([one]).decode("cp1252") if one not in _NOT_OF_WINDOWS else chr(one) for one in data)
    return text.translate(_OF_WELSH)


def clean(text: str) -> str:
    """A text with composed letters, without ligatures and invisible characters, its line ends as `\\n`.

    A sign that a page ends stays at the end or the beginning of a line, and is a space within one.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(_LIGATURES)
    text = _WITHIN_LINE.sub(" ", text)
    text = _SPACES.sub(" ", _INVISIBLE.sub(r"\1", text))
    return unicodedata.normalize("NFC", text)

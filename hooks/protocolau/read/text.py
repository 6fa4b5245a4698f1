"""Bytes to text: what a file must be before anything else is asked of it."""

import errno
import os
import re
from codecs import BOM_UTF8
from collections.abc import Iterator
from pathlib import Path
from stat import S_ISDIR, S_ISREG
from unicodedata import name as unicode_name

from protocolau.language.hidden_characters import FLAGS, INVISIBLE, NO_CHARACTERS
from protocolau.read.memory import PathInMemory
from protocolau.read.problem import Problem, first_faults

LARGEST = 2_000_000
"""Bytes. The longest of the five protocols has 40,000; a whole constitution about 1,000,000."""

_UNWANTED = re.compile(
    f"({FLAGS})|"
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but not tab, line feed and return
    f"\u2028\u2029{INVISIBLE}{NO_CHARACTERS}]"
)
_AROUND = 12
"""Characters shown on either side of one that nobody sees."""
_NOT_UTF_8 = ("the file is not UTF-8 text", "save it again with the encoding UTF-8")
_OTHER_KINDS = (b"pk\x03\x04", b"\xd0\xcf\x11\xe0", b"%pdf-", b"{\\rtf", b"<html", b"<!doctype", b"<?xml")
"""How files of Word, Excel, LibreOffice, PDF, Rich Text and web pages begin, in small letters, whatever their name."""
_OTHER_KIND = (
    "this is a file of another kind, such as one of Word, and no text",
    "bring it in with 'protocolau import'",
)
_NOTHING = bytes(8)
"""More bytes of nothing than stand together in any encoding."""
_PLAIN = b"\t\n\r" + bytes(range(0x20, 0x7F))
"""What nearly all of every file is, and none of it unwanted: the rest of its bytes are whole characters, too."""


def read_text(path: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file with its unwanted characters taken out, and every fault of it as text.

    The text is None where there is none to be had: no such file, too large, not UTF-8.
    """
    try:
        raw = bytes_of(path, LARGEST).removeprefix(BOM_UTF8)
        if raw[:9].lower().startswith(_OTHER_KINDS):
            return None, [Problem(path, 1, *_OTHER_KIND)]
        text = raw.decode()
    except TooLarge as error:
        return None, [Problem(path, 1, *_too_large(error.size))]
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        return None, [Problem(path, 1, f"the file cannot be read ({why})", "check its name and its permissions")]
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(path, line, *_NOT_UTF_8)]
    if b"\0" in raw and (fault := _of_nothing(raw)):
        return None, [Problem(path, *fault)]
    rare = raw.translate(None, _PLAIN).decode()
    problems = first_faults(unwanted_characters(path, text)) if _UNWANTED.search(rare) else []
    return (without_unwanted(text) if problems else text), problems


def _of_nothing(raw: bytes) -> tuple[int, str, str] | None:
    """What is wrong with a text in which bytes are nothing, each second one or many: the line, what, what to do."""
    if raw.count(0) > len(raw) // 3 and _NOTHING not in raw:
        return 1, *_NOT_UTF_8
    if _NOTHING in raw:
        line = raw.count(b"\n", 0, raw.index(_NOTHING)) + 1
        return line, "from here on bytes are nothing, as in a file that was not saved whole", "restore it from a copy"
    return None


class TooLarge(Exception):
    """A file has more bytes than are read of one."""

    def __init__(self, size: int):
        super().__init__(size)
        self.size = size


def bytes_of(path: Path, largest: int) -> bytes:
    """The content of an ordinary file. Raises OSError where it is none (a device, a pipe), or TooLarge.

    It is looked at after it has been opened, which for a pipe must not wait for a writer.
    """
    if isinstance(path, PathInMemory):
        return _bounded(path.read_bytes(), largest)
    with os.fdopen(
        os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)), "rb"
    ) as file:
        found = os.fstat(file.fileno())
        if S_ISDIR(found.st_mode):
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
        if not S_ISREG(found.st_mode):
            raise OSError(errno.EINVAL, "no ordinary file", str(path))
        if found.st_size > largest:
            raise TooLarge(found.st_size)
        return file.read(found.st_size)


def _bounded(content: bytes, largest: int) -> bytes:
    if len(content) > largest:
        raise TooLarge(len(content))
    return content


def line_at(text: str, index: int) -> int:
    """The line, from 1, on which a place of a text is."""
    return text.count("\n", 0, index) + 1


def without_unwanted(text: str) -> str:
    """A text as it is when its invisible and control characters have been deleted."""
    return _UNWANTED.sub(r"\1", text)


def _too_large(size: int) -> tuple[str, str]:
    return f"the file has {size:,} bytes; at most {LARGEST:,} are read", "divide it or take out what is not protocol"


def unwanted_characters(path: Path, text: str) -> Iterator[Problem]:
    """A fault for each control or invisible character of a text."""
    for number, line in enumerate(text.split("\n"), 1):
        for what, remedy in unwanted_in(line):
            yield Problem(path, number, what, remedy)


def unwanted_of(words: str) -> list[str]:
    """Each invisible or control character of some words once, in order."""
    return list(dict.fromkeys(found[0] for found in _UNWANTED.finditer(words) if not found[1]))


def unwanted_shown(words: str) -> str | None:
    """The words round the first invisible or control character of some words, with its code where it stands."""
    found = next((found for found in _UNWANTED.finditer(words) if not found[1]), None)
    if found is None:
        return None
    before, after = words[max(0, found.start() - _AROUND) : found.start()], words[found.end() :][:_AROUND]
    return without_unwanted(f"{before}[U+{ord(found[0]):04X}]{after}")


def unwanted_in(words: str) -> Iterator[tuple[str, str]]:
    """What is wrong and what to do, once for each invisible or control character."""
    for character in unwanted_of(words):
        called = [f"U+{ord(character):04X}", unicode_name(character, "").lower()]
        yield f"an invisible or control character ({', '.join(filter(None, called))})", "delete it"

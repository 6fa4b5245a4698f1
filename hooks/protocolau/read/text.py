"""Bytes to text: what a file must be before anything else is asked of it."""

import re
from collections.abc import Iterator
from pathlib import Path
from unicodedata import name as unicode_name

from protocolau.read.problem import Problem

LARGEST = 2_000_000
"""Bytes. The longest of the five protocols has 40,000; a whole constitution about 1,000,000."""

_UNWANTED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # control characters, but not tab, line feed and return
    "\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # invisible
    "\ud800-\udfff\ufffe\uffff]"  # not characters
)


def read_text(path: Path) -> tuple[str | None, list[Problem]]:
    """The text of a file with its unwanted characters taken out, and every fault of it as text.

    The text is None where there is none to be had: no such file, too large, not UTF-8.
    """
    try:
        if (size := path.stat().st_size) > LARGEST:
            return None, [Problem(path, 1, *_too_large(size))]
        raw = path.read_bytes()
        text = raw.decode("utf-8-sig")
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        return None, [Problem(path, 1, f"the file cannot be read ({why})", "check its name and its permissions")]
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(path, line, "the file is not UTF-8 text", "save it again with the encoding UTF-8")]
    problems = list(unwanted_characters(path, text)) if _UNWANTED.search(text) else []
    return (without_unwanted(text) if problems else text), problems


def without_unwanted(text: str) -> str:
    """A text as it is when its invisible and control characters have been deleted."""
    return _UNWANTED.sub("", text)


def _too_large(size: int) -> tuple[str, str]:
    return f"the file has {size:,} bytes; at most {LARGEST:,} are read", "divide it or take out what is not protocol"


def unwanted_characters(path: Path, text: str) -> Iterator[Problem]:
    """A fault for each control or invisible character of a text."""
    for number, line in enumerate(text.split("\n"), 1):
        for what, remedy in unwanted_in(line):
            yield Problem(path, number, what, remedy)


def unwanted_in(words: str) -> Iterator[tuple[str, str]]:
    """What is wrong and what to do, once for each invisible or control character."""
    for character in dict.fromkeys(_UNWANTED.findall(words)):
        label = unicode_name(character, "control character").lower()
        yield f"an invisible or control character (U+{ord(character):04X}, {label})", "delete it"

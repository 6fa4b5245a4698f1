"""Texts that a program has spoilt: read in a wrong encoding, written as codes of HTML, or two put into one."""

import re
from collections.abc import Iterator
from pathlib import Path

from protocolau.language.hidden_characters import READ_WRONGLY
from protocolau.read.problem import Problem
from protocolau.translation.editing.characters import character_faults

_CODE = re.compile(
    r"(?<![\w'])[\w']*&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|lt|gt|quot|apos|nbsp|rsquo|lsquo);[\w']*", re.IGNORECASE
)


_MERGED = re.compile(r"#-#-#-#-#")
"""What msgcat puts before each of several translations of one text."""


def faulty_letters(path: Path, line: int, unit: str, text: str, source: str) -> Iterator[Problem]:
    """What is wrong with the letters of a text that came in: what no text may hold, and what a program has spoilt."""
    yield from character_faults(path, line, unit, text)
    yield from (Problem(path, line, *fault) for fault in _spoilt_letters(unit, text, source))


def _spoilt_letters(unit: str, text: str, source: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the letters of a unit's translation, and what to do; not what its source has as well."""
    if (found := READ_WRONGLY.search(text)) and not READ_WRONGLY.search(source):
        remedy = "open the file as UTF-8, correct the letters and save it as UTF-8"
        yield f"'{unit}' has letters that were read in a wrong encoding: “{found[0]}”", remedy
    if (found := _CODE.search(text)) and not _CODE.search(source):
        yield f"'{unit}' has a code of HTML in the place of a letter: “{found[0]}”", "write the letter itself"
    if _MERGED.search(text):
        yield f"'{unit}' holds two translations that a program has put together (#-#-#-#-#)", "keep one of them"

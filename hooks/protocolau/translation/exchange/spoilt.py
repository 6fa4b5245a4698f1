"""Texts that a program has spoilt: read or written in a wrong encoding, with codes of HTML, or two put into one."""

import re
from collections.abc import Iterator
from pathlib import Path

from protocolau.language.addresses import without_addresses
from protocolau.language.hidden_characters import LOST, READ_WRONGLY
from protocolau.read.problem import Problem
from protocolau.translation.editing.characters import character_faults

_CODE = re.compile(
    r"(?<![\w'])[\w']*&(?:#\d{1,6}|#x[0-9a-f]{1,5}|amp|lt|gt|quot|apos|nbsp|rsquo|lsquo);[\w']*", re.IGNORECASE
)

_ASKED = re.compile(r"(?<![\w'])[\w']*[^\W\d_]\?[^\W\d_][\w']*")
"""A question mark within a word: what programs write for ŵ and ŷ in an encoding without them."""
_TAG = re.compile(r"</?[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_MERGED = re.compile(r"#-#-#-#-#")
"""What msgcat puts before each of several translations of one text."""


def faulty_letters(path: Path, line: int, unit: str, text: str, source: str, before: str = "") -> Iterator[Problem]:
    """What is wrong with the letters of a text that came in: what no text may hold, and what a program has spoilt.

    `before` is what stands in its place: of tags and codes that it has nothing is said.
    """
    yield from character_faults(path, line, unit, text)
    yield from (Problem(path, line, *fault) for fault in _spoilt_letters(unit, text, source, f"{source} {before}"))


def _spoilt_letters(unit: str, text: str, source: str, known: str) -> Iterator[tuple[str, str]]:
    """What is wrong with the letters of a unit's translation, and what to do; not what its source has as well."""
    if (found := READ_WRONGLY.search(text)) and not READ_WRONGLY.search(source):
        remedy = "open the file as UTF-8, correct the letters and save it as UTF-8"
        yield f"'{unit}' has letters that were read in a wrong encoding: “{found[0]}”", remedy
    if (found := _CODE.search(text)) and not _CODE.search(known):
        yield f"'{unit}' has a code of HTML in the place of a letter: “{found[0]}”", "write the letter itself"
    for lost in (LOST, _ASKED):
        if (found := lost.search(without_addresses(text))) and not lost.search(source):
            yield f"'{unit}' has a sign in the place of a letter that was lost: “{found[0]}”", "type the word again"
    if (found := _TAG.search(text)) and not _TAG.search(known):
        yield f"'{unit}' has a tag of HTML or of a program: “{found[0]}”", "take it out"
    if _MERGED.search(text):
        yield f"'{unit}' holds two translations that a program has put together (#-#-#-#-#)", "keep one of them"

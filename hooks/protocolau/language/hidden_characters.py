"""Characters that look like others: accents apart from their letters, spaces that do not break, what is not seen."""

import re
from collections.abc import Iterator
from unicodedata import is_normalized, name, normalize

FLAGS = "|".join(
    "\U0001f3f4" + "".join(chr(0xE0000 + ord(letter)) for letter in nation) + "\U000e007f"
    for nation in ("gbeng", "gbsct", "gbwls")
)
"""Those of England, Scotland and Wales, which Unicode writes with letters of tags: these alone are no hidden words."""
INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
"""Characters that take no room, for a class of a pattern: soft hyphens, joiners, directions of writing, tags."""
NO_CHARACTERS = "\ud800-\udfff\ufffe\uffff"
"""Code points that are no characters, and never will be: halves of pairs, and what a mark of byte order is reversed."""
_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_GUESTS = re.compile(f"[{_SPACES}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2011\u2800\u3164\ufe00-\ufe0f\uffa0]")
_SPACE = re.compile(f"[{_SPACES}]")
_NOTHING_SEEN = re.compile(rf"(?:\s|{_GUESTS.pattern})*")
_WORD = re.compile(r"\S+")
_AROUND = 12
READ_WRONGLY = re.compile(
    "(?<![\\w'])[\\w']*(?:[\u00c3\u00c4\u00c5][\u0080-\u00bf\u2018-\u2026\u0192\u0160\u0178]|\u00e2(?:\u20ac|\u0080)"
    "|\u00c2[\u00a0-\u00bf])[\\w'\u2122]*"
)
"""UTF-8 read as Windows-1252 or as Latin 1: rÃ´l of rôl, Åµ of ŵ. Neither language has such letters together."""
LOST = re.compile(r"(?<![\w'’])[\w'’]*\ufffd[\w'’\ufffd]*")
"""The sign of a letter that a program could not read."""
_OTHERS = "\u0370-\u03ff\u0400-\u052f"
_OF_OTHERS = re.compile(rf"(?<!\w)(?=\w*[A-Za-zÀ-žŵŷŴŶ])\w*?([{_OTHERS}])\w*")
"""A letter of Greek or Cyrillic in a word of Latin ones: it looks as they do, and no search finds the word."""


def is_blank(words: str) -> bool:
    """Whether nothing of a text is seen."""
    return _NOTHING_SEEN.fullmatch(words) is not None


def hidden_characters(text: str) -> Iterator[tuple[str, str]]:
    """What is in a text that no search would find, each once, and what to do: letters are NFC, spaces the ordinary one.

    Of accents that stand apart, and of letters that a program has spoilt, the first is told.
    """
    if found := READ_WRONGLY.search(text):
        remedy = "type them again, and save the file as UTF-8"
        yield f"“{found[0]}” has letters that were read in a wrong encoding", remedy
    if found := LOST.search(text):
        yield f"“{found[0]}” has the sign of a letter that was lost (U+FFFD)", "type the word again"
    if found := _OF_OTHERS.search(text):
        yield f"“{found[0]}” has a letter of another alphabet ({name(found[1]).lower()})", "type the word again"
    if not is_normalized("NFC", text):
        loose = next(word for word in _WORD.findall(text) if not is_normalized("NFC", word))
        yield f"“{loose}” has an accent apart from its letter (not NFC)", f"type it again: {normalize('NFC', loose)}"
    for guest in dict.fromkeys(_GUESTS.findall(text)):
        place = text.index(guest)
        around = text[max(0, place - _AROUND) : place + _AROUND + 1].strip()
        remedy = "write an ordinary space" if _SPACE.match(guest) else "type the word again without it"
        yield f"a {name(guest, 'hidden character').lower()} (U+{ord(guest):04X}): “{around}”", remedy

"""Whether the words of a protocol are those of the document from which it was taken.

Compared are the printed characters without white space. What a conversion to text adds (bullets at
the start of a line, Markdown and HTML marks) is not printed, and what the protocol's `omits` names
is page furniture.
"""

import html
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.model.translation import heading_unit
from protocolau.read.text import line_at

# Each stops where another of its kind begins: whatever a source holds, it is read once.
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_TAG = re.compile(r"</?[a-z][^<>]*>")
SIGN_OF_ITEM = re.compile(r"^[ \t]*[-•·∙●○◦■□▪▫◆◇❖➢➤►▶▸‣⁃✓✔§\uf0a7\uf0b7\uf0d8\uf0fc][ \t\xa0]+", re.MULTILINE)
"""The sign of an item at the beginning of a line of a source, which is no word of it."""
_HASHES = re.compile(r"^#+ ", re.MULTILINE)
_HYPHEN, _DASH = "\ue000", "\ue001"
"""What stands for a hyphen at the end of a line, and for a dash at the beginning of one."""
_LINE_HYPHEN = re.compile(r"(?<=[^\W\d_])[-‐][ \t]*\r?(?=\n[ \t]*[^\W\d_])")
_LINE_DASH = re.compile(r"^([ \t]*[–—])([ \t\xa0]+)", re.MULTILINE)
_OPTIONAL = {_HYPHEN: "-‐", _DASH: "–—"}
_SHOWN_AS = {_HYPHEN: "-", _DASH: "–"}
_AS_PRINTED = str.maketrans(
    {
        **dict(zip("ﬀﬁﬂﬃﬄﬅﬆ", ("ff", "fi", "fl", "ffi", "ffl", "st", "st"), strict=True)),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "\u2011": "-",
    }
)
"""Ligatures, hyphens that do not break, and what cannot be seen."""
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class SourceDifference:
    """The first place at which source and protocol part, and the words that each has there."""

    anchor: str
    """That of the provision in which they part."""
    line: int
    """The line of the source, from 1."""
    source: str
    protocol: str


def printed_text(source: str, omits: list[str]) -> str:
    """The words of a source as they are printed, white space kept, without the furniture named in `omits`."""
    source = without_furniture(source.translate(_AS_PRINTED), omits)
    for mark, kept in ((_LINK, r"\1"), (_TAG, ""), (SIGN_OF_ITEM, ""), (_HASHES, "")):
        source = mark.sub(kept, source)
    return unicodedata.normalize("NFC", html.unescape(source.replace("*", "")))


def without_furniture(source: str, omits: Iterable[str]) -> str:
    """A source without what is named: whole lines of it where there are such, else wherever it stands.

    A page number is a line by itself, and takes no other figure with it.
    """
    named = sorted(omits, key=len, reverse=True)
    lines = source.split("\n")
    whole = {line.strip() for line in lines} & {one.strip() for one in named}
    source = "\n".join(" " if line.strip() in whole else line for line in lines)
    for furniture in named:
        if furniture.strip() not in whole:
            source = source.replace(furniture, " " + "\n" * furniture.count("\n"))
    return source


def adopted_texts(version: Version) -> Iterator[tuple[str, str]]:
    """Each printed text of a protocol with the anchor of its provision, in order."""
    for anchor, provision in version.provisions.items():
        if provision.number:
            yield anchor, provision.number  # as printed: a star in it is a star
        for text in (provision.heading, provision.text):
            if text:
                yield anchor, plain(text)


def translated_texts(version: Version, units: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each printed text of a protocol as its other language has it, given the words of that by their keys."""
    for anchor, provision in version.provisions.items():
        own = provision.language != version.language
        heading = provision.heading if own else units.get(heading_unit(anchor))
        for text in (provision.number, heading, provision.text if own else units.get(anchor)):
            if text:
                yield anchor, plain(text)


def source_difference(source: str, omits: list[str], texts: Iterable[tuple[str, str]]) -> SourceDifference | None:
    """The first difference between a source's printed words and the protocol's, each with its anchor, or None.

    A hyphen at the end of a line may be the printer's and a dash at the beginning of one a bullet, or not.
    """
    printed = _LINE_DASH.sub(f"{_DASH}\\2", _LINE_HYPHEN.sub(_HYPHEN, printed_text(source, omits)))
    expected = "".join(printed.split())
    position, anchor = 0, ""
    for anchor, text in texts:
        adopted = "".join(as_printed(text.replace("*", "")).split())
        if expected.startswith(adopted, position):
            position += len(adopted)
            continue
        position, same = _matched(expected, position, adopted)
        if same < len(adopted):
            return _difference(anchor, printed, position, as_printed(text.replace("*", "")), same)
    while position < len(expected) and expected[position] in _OPTIONAL:
        position += 1
    if position < len(expected):
        return _difference(anchor, printed, position, "", 0)
    return None


def as_printed(text: str) -> str:
    """A text as it looks: ligatures as their letters, accents on theirs, nothing that cannot be seen."""
    return unicodedata.normalize("NFC", text.translate(_AS_PRINTED))


def _matched(expected: str, position: int, adopted: str) -> tuple[int, int]:
    """How far a text goes on as the source does from a position: where in the source, and how many of its letters."""
    for same, letter in enumerate(adopted):
        while position < len(expected) and expected[position] in _OPTIONAL:
            if letter in _OPTIONAL[expected[position]]:
                break
            position += 1
        if position >= len(expected) or letter not in _OPTIONAL.get(expected[position], expected[position]):
            return position, same
        position += 1
    return position, len(adopted)


def _difference(anchor: str, printed: str, position: int, text: str, same: int) -> SourceDifference:
    """A difference with the words around it, on both sides from shortly before the first letter that differs."""
    at = _offset(printed, position)
    line = line_at(printed, at)
    return SourceDifference(anchor, line, _excerpt(printed, at), _excerpt(text, _offset(text, same)))


def _offset(text: str, letters: int) -> int:
    """Where in a text the letter after so many stands, white space not counted."""
    places = (place for place, letter in enumerate(text) if not letter.isspace())
    return next(islice(places, letters, None), len(text))


def _excerpt(text: str, at: int) -> str:
    """The words of a text around a place, from the beginning of a word."""
    if not text[at:].strip():
        return "nothing more"
    start = text.rfind(" ", 0, max(0, at - _SHOWN // 4)) + 1
    words = "".join(_SHOWN_AS.get(letter, letter) for letter in text[start : at + _SHOWN])
    return " ".join(words.split())

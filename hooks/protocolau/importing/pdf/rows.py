"""The characters of a page of a PDF as rows."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from protocolau.importing.characters import SUPERSCRIPT
from protocolau.importing.pdf.grids import GridCell
from protocolau.importing.pdf.page import Box, Character

_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""
_OVERLAP, _FURTHEST = 1.5, 8.0
"""Points by which a character may stand over the one before it on the line, or behind that."""
_SPACE = 0.18
"""How much of the size of letters is a space."""
INITIAL = 1.8
"""How many times larger than those of its word a first letter is at the least."""
CLOSES = ",.;:!?)]"
"""Signs before which no space stands."""
ENDS_SENTENCE = re.compile(r"[.:;!?…][\"'”’)\]]*$")
"""How words end that need no more behind them. A dash at the end of a line ends none."""
_FEWEST, _LONGEST = 4, 16
"""Letters of a word that is known to be one though there is space between them."""
_SPACED = 0.14
"""How much of the size of letters the gap between them is at the least, if there is space between them."""
_EVENLY = 0.3
"""How many times the usual gap the others are at the least."""
_WIDE, _SPACES = 2.5, 3.0
"""How many times the height of letters a gap is at the least that parts columns, and how many times the gaps between
words: two spaces stand behind many a sentence.
"""
_VOWELS = set("aeiouwyâêîôûŵŷ")
_TAILS = ((frozenset("gjpqyQŷỳ()[]{}/|"), 0.21), (frozenset(",;"), 0.13))
"""How far signs go below the line that others stand on, of the size of letters."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters that stand beside each other on one line; where, in points from the lower left corner of the page."""

    text: str
    bold: bool
    left: float
    right: float
    bottom: float
    top: float
    size: float
    """How large its letters are, in points."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a page, the parts of one look in order."""

    parts: tuple[Stretch, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts).strip()

    @property
    def left(self) -> float:
        return min((part.left for part in self.parts if part.text.strip()), default=0.0)

    @property
    def right(self) -> float:
        return max(part.right for part in self.parts)

    @property
    def bottom(self) -> float:
        return min(part.bottom for part in self.parts)

    @property
    def base(self) -> float:
        """About the height on which its letters stand."""
        depth = next((depth for signs, depth in _TAILS if not signs.isdisjoint(self.text)), 0.0)
        return self.bottom + depth * self.size

    @property
    def top(self) -> float:
        return max(part.top for part in self.parts)

    @property
    def size(self) -> float:
        """How large most of its letters are."""
        return max(self.parts, key=lambda part: len(part.text)).size if self.parts else 0.0


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table: the words of every cell, with the columns that it covers."""

    cells: tuple[tuple[tuple[GridCell, tuple[Row, ...]], ...], ...]
    lefts: tuple[float, ...]
    top: float
    bottom: float

    @property
    def text(self) -> str:
        return " ".join(row.text for cells in self.cells for _, rows in cells for row in rows)


def rows_of(characters: Iterable[Character]) -> Iterator[Row]:
    """The rows with words that characters stand in, as the library parts them; what is raised or lowered on a line, and
    what follows it there, is of the same row.
    """
    parts: list[Stretch] = []
    broken = False
    for code, bold, box, size in characters:
        broken = broken or code in "\n\r"
        if parts and box and (not _is_beside(parts, box, size) if broken else _far(parts, box)):
            yield from _row(parts)
            parts = []
        if code in "\n\r" or box is None and (broken or not parts):
            continue
        if broken and parts and box and code not in CLOSES and _is_word_apart(parts, box):
            parts.append(replace(parts[-1], text=" "))
        broken = False
        left, bottom, right, top = box or (parts[-1].right, parts[-1].bottom, parts[-1].right, parts[-1].top)
        part = Stretch("-" if code == _HYPHEN else code, bold, left, right, bottom, top, size or parts[-1].size)
        if box and _is_raised(part, parts):
            part = replace(part, text=code.translate(SUPERSCRIPT))
            parts = parts if parts[-1].text.strip() else parts[:-1]
        parts.append(part)
    yield from _row(parts)


def _row(characters: list[Stretch]) -> Iterator[Row]:
    """Characters as a row, if there are any; where it begins with the sign of a note, that is raised."""
    parts = _closed_up(characters)
    start = next((index for index, part in enumerate(parts) if not part.text.isdecimal()), 0)
    after = parts[start : start + 12]
    raised = [replace(part, text=part.text.translate(SUPERSCRIPT)) for part in parts[:start] if _is_raised(part, after)]
    row = Row(tuple(_merged([*raised, *parts[start:]] if len(raised) == start else parts)))
    if row.text:
        yield row


def _closed_up(parts: Sequence[Stretch]) -> list[Stretch]:
    """The characters of a line, with spaces only where its words end, if all its letters stand apart as in a title."""
    shown = [part for part in parts if part.text.strip()]
    if len(shown) < _FEWEST or len(shown) == len(parts):
        return list(parts)
    gaps = [after.left - before.right for before, after in pairwise(shown)]
    size, usual = max(part.size for part in shown), median(gaps)
    if usual < _SPACED * size or min(gaps) < _EVENLY * usual:
        return list(parts)
    made = list(_at_ends_of_words(parts, 1.3 * usual + 0.08 * size))
    words, read = ("".join(part.text for part in some).split() for some in (parts, made))
    return made if read != words and _speaks(" ".join(read)) else list(parts)


def _at_ends_of_words(parts: Iterable[Stretch], least: float) -> Iterator[Stretch]:
    """Characters with those of their spaces that are wider than a gap between letters. No other gap is a space: where
    all letters are as wide as each other, there is much room before a stop.
    """
    last, parted = None, False
    for part in parts:
        if not part.text.strip():
            parted = True
            continue
        if last and parted and part.left - last.right > least:
            yield replace(last, text=" ", left=last.right, right=part.left)
        yield part
        last, parted = part, False


def _speaks(text: str) -> bool:
    """Whether letters are words when they are closed up: not a row of marks, nor of the letters of the alphabet."""
    longest = max(text.lower().split(), key=len)
    letters = [letter for letter in longest if letter.isalpha()]
    is_word = len(set(letters)) >= _FEWEST and not _VOWELS.isdisjoint(letters) and letters != sorted(letters)
    return is_word and len(letters) <= _LONGEST


def _is_beside(parts: Sequence[Stretch], box: Box, size: float) -> bool:
    """Whether a character goes on right behind others and at their height, though the library has ended a line there:
    it does behind and before what is raised or lowered. Behind a large first letter it is a question of words.
    """
    if len(parts) == 1 and parts[0].size >= INITIAL * size:
        return False
    left, bottom, _, top = box
    low, high = min(part.bottom for part in parts[-12:]), max(part.top for part in parts[-12:])
    return -_OVERLAP < left - parts[-1].right < _FURTHEST and bottom < high and low < top


def _is_word_apart(parts: Sequence[Stretch], box: Box) -> bool:
    """Whether a space stands between a character and those before it."""
    size = max(part.size for part in parts[-12:])
    return parts[-1].text.strip() != "" and box[0] - parts[-1].right > _SPACE * size


def _is_raised(part: Stretch, before: list[Stretch]) -> bool:
    """Whether a figure is the sign of a note: above the line that the letters before it stand on, and smaller than they
    or far above it.
    """
    letters = [one for one in before[-12:] if one.text.isalpha()] if part.text.isdecimal() else []
    if not letters:
        return False
    size = max(one.top - one.bottom for one in letters)
    rise = part.bottom - median(one.bottom for one in letters)  # some have tails, and some are raised
    return rise > 0.15 * size and (part.top - part.bottom < 0.75 * size or rise > 0.35 * size)


def _far(parts: list[Stretch], box: tuple[float, float, float, float]) -> bool:
    """Whether a character stands on another line than those before it. A raised sign of a note does not."""
    left, bottom, _, top = box
    last = parts[-1]
    if left >= last.left and bottom < last.top and top > last.bottom:
        return False  # as nearly every one; what is before it need not be looked at
    low, high = min(part.bottom for part in parts[-40:]), max(part.top for part in parts[-40:])
    return bottom >= high or top <= low or left < last.left - 3 * max(high - low, 1.0)


def _merged(parts: list[Stretch]) -> Iterator[Stretch]:
    """Neighbours of one look as one; after a wide gap a new one begins, with a tab."""
    last: Stretch | None = None
    least = _SPACES * _between_words(parts)
    for part in parts:
        if last is None:
            last = part
            continue
        wide = max(_WIDE * max(last.top - last.bottom, 4), least)
        gap = "\t" if part.text.strip() and part.left - last.right > wide else ""
        if last.bold == part.bold and not gap:
            right, bottom, top = max(last.right, part.right), min(last.bottom, part.bottom), max(last.top, part.top)
            size = last.size if any(map(str.isalpha, last.text)) else part.size  # a sign before words may be smaller
            last = Stretch(last.text + gap + part.text, last.bold, last.left, right, bottom, top, size)
        else:
            yield last
            last = replace(part, text=gap + part.text)
    if last:
        yield last


def _between_words(parts: Sequence[Stretch]) -> float:
    """How wide the gaps between the words of a line are that is set to both edges; 0 where there are few."""
    shown = [part for part in parts if part.text.strip()]
    gaps = [(after.left - before.right, before) for before, after in pairwise(shown)]
    usual = [gap for gap, one in gaps if _SPACE * one.size < gap <= _WIDE * max(one.top - one.bottom, 4)]
    return median(usual) if len(usual) >= _FEWEST else 0.0


def at_gaps(row: Row) -> Iterator[Row]:
    """A row cut wherever a wide gap stands in it."""
    start = 0
    for index, part in enumerate(row.parts):
        if part.text.startswith("\t") and index > start:
            yield Row(row.parts[start:index])
            start = index
    yield Row(row.parts[start:])

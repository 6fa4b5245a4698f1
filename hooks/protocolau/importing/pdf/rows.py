"""The characters of a page of a PDF as rows."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from protocolau.importing.pdf.grids import GridCell
from protocolau.importing.pdf.page import Character

_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
RAISING = str.maketrans("0123456789", RAISED)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that stand beside each other on one line."""

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

    parts: tuple[Segment, ...]

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
    """The rows that characters stand in, as the library parts them."""
    parts: list[Segment] = []
    for code, bold, box, size in characters:
        if code in "\n\r" or (parts and box and _far(parts, box)):
            if parts:
                yield _row(parts)
            parts = []
        if code in "\n\r":
            continue
        if box is None and not parts:
            continue
        left, bottom, right, top = box or (parts[-1].right, parts[-1].bottom, parts[-1].right, parts[-1].top)
        part = Segment("-" if code == _HYPHEN else code, bold, left, right, bottom, top, size or parts[-1].size)
        if box and _is_raised(part, parts):
            part = replace(part, text=code.translate(RAISING))
            parts = parts if parts[-1].text.strip() else parts[:-1]
        parts.append(part)
    if parts:
        yield _row(parts)


def _row(parts: list[Segment]) -> Row:
    """Characters as a row; where it begins with the sign of a note, that is raised."""
    start = next((index for index, part in enumerate(parts) if not part.text.isdecimal()), 0)
    after = parts[start : start + 12]
    raised = [replace(part, text=part.text.translate(RAISING)) for part in parts[:start] if _is_raised(part, after)]
    return Row(tuple(_merged([*raised, *parts[start:]] if len(raised) == start else parts)))


def _is_raised(part: Segment, before: list[Segment]) -> bool:
    """Whether a figure is the sign of a note: smaller than the letters before it, and above the line they stand on."""
    letters = [one for one in before[-12:] if one.text.isalpha()] if part.text.isdecimal() else []
    if not letters:
        return False
    size = max(one.top - one.bottom for one in letters)
    return part.bottom > max(one.bottom for one in letters) + 0.15 * size and part.top - part.bottom < 0.75 * size


def _far(parts: list[Segment], box: tuple[float, float, float, float]) -> bool:
    """Whether a character stands on another line than those before it. A raised sign of a note does not."""
    left, bottom, _, top = box
    low, high = min(part.bottom for part in parts[-40:]), max(part.top for part in parts[-40:])
    return bottom >= high or top <= low or left < parts[-1].left - 3 * max(high - low, 1.0)


def _merged(parts: list[Segment]) -> Iterator[Segment]:
    """Neighbours of one look as one; after a wide gap a new one begins, with a tab."""
    last: Segment | None = None
    for part in parts:
        if last is None:
            last = part
            continue
        gap = "\t" if part.text.strip() and part.left - last.right > 2.5 * max(last.top - last.bottom, 4) else ""
        if last.bold == part.bold and not gap:
            right, bottom, top = max(last.right, part.right), min(last.bottom, part.bottom), max(last.top, part.top)
            size = last.size if any(map(str.isalpha, last.text)) else part.size  # a sign before words may be smaller
            last = Segment(last.text + gap + part.text, last.bold, last.left, right, bottom, top, size)
        else:
            yield last
            last = replace(part, text=gap + part.text)
    if last:
        yield last


def at_gaps(row: Row) -> Iterator[Row]:
    """A row cut wherever a wide gap stands in it."""
    start = 0
    for index, part in enumerate(row.parts):
        if part.text.startswith("\t") and index > start:
            yield Row(row.parts[start:index])
            start = index
    yield Row(row.parts[start:])


def with_signs(rows: Iterable[Row]) -> Iterator[Row]:
    """Rows, with those joined that the raised sign of a note has parted: smaller, and beside the words."""
    made: list[Row] = []
    for row in (*rows, None):
        if row is not None and not row.text:
            continue
        if len(made) > 1 and _is_sign(made[-1], made[-2]):
            sign = made.pop()
            made[-1] = Row((*made[-1].parts, *_raised(sign)))
            if row is not None and _goes_on(sign, row):
                made[-1] = Row((*made[-1].parts, _space_before(row), *row.parts))
                continue
        elif row is not None and made and _is_sign_before(made[-1], row):
            sign = made.pop()
            row = Row((*_raised(sign), _space_before(row), *row.parts))
        if row is not None:
            made.append(row)
    yield from made


def _is_sign(sign: Row, before: Row) -> bool:
    """Whether a row is the sign of a note: figures right behind words, smaller than they and further up."""
    return _is_raised_beside(sign, before) and _goes_on(before, sign)


def _is_sign_before(sign: Row, after: Row) -> bool:
    """Whether a row is the sign that a note begins with: figures right before words, smaller and further up."""
    return _is_raised_beside(sign, after) and _goes_on(sign, after)


def _is_raised_beside(sign: Row, words: Row) -> bool:
    small = sign.top - sign.bottom < 0.8 * (words.top - words.bottom)
    raised = words.bottom + 1 < sign.bottom < words.top
    return small and raised and re.fullmatch(r"\d{1,3}", sign.text) is not None


def _goes_on(one: Row, other: Row) -> bool:
    """Whether a row begins where another ends, on the same line."""
    return -1 < other.left - one.right < 8 and other.bottom < one.top and one.bottom < other.top


def _raised(sign: Row) -> Iterator[Segment]:
    return (replace(part, text=part.text.strip().translate(RAISING)) for part in sign.parts)


def _space_before(row: Row) -> Segment:
    space = "" if row.text[0] in ",.;:)!?" else " "
    return Segment(space, False, row.left, row.left, row.bottom, row.top, row.size)

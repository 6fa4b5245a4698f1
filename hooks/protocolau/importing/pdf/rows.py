"""The characters of a page as rows: those that stand beside each other on one line, or in one column of prose."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from protocolau.importing.pdf.page import Box, Character


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that stand beside each other on one line."""

    text: str
    bold: bool
    size: float
    left: float
    right: float
    bottom: float
    top: float


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


def rows_of(characters: Iterable[Character]) -> Iterator[Row]:
    """Characters as rows."""
    parts: list[Segment] = []
    for code, bold, size, box in characters:
        if code in "\n\r" or (parts and box and _far(parts, box)):
            if parts:
                yield Row(tuple(_merged(parts)))
            parts = []
        if code in "\n\r":
            continue
        if box is None and not parts:
            continue
        left, bottom, right, top = box or (parts[-1].right, parts[-1].bottom, parts[-1].right, parts[-1].top)
        parts.append(Segment(code, bold, size, left, right, bottom, top))
    if parts:
        yield Row(tuple(_merged(parts)))


def _far(parts: list[Segment], box: Box) -> bool:
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
            size = last.size if last.text.strip() else part.size
            last = Segment(last.text + gap + part.text, last.bold, size, last.left, right, bottom, top)
        else:
            yield last
            last = Segment(gap + part.text, part.bold, part.size, part.left, part.right, part.bottom, part.top)
    if last:
        yield last


def in_columns(rows: list[Row], width: float) -> list[Row]:
    """Rows of two columns of prose, the left one first, where the file mixes them."""
    whole, middle = rows, width / 2
    rows = [part for row in rows for part in _at_gaps(row)]
    left = [row for row in rows if row.text and row.right < middle + width * 0.02]
    right = [row for row in rows if row.text and row.left > middle - width * 0.02]
    across = [row for row in rows if row not in left and row not in right]
    sides = [row in right for row in rows if row in left or row in right]
    turns = sum(one != other for one, other in zip(sides, sides[1:], strict=False))
    if min(len(left), len(right)) < 6 or turns < 6 or len(across) > 0.25 * len(rows):
        return whole
    if sum(row.right - row.left for row in right) / len(right) < 0.18 * width:
        return whole  # a table, whose rows belong together
    top = max(row.top for row in (*left, *right))
    head = [row for row in across if row.bottom >= top]
    return [*head, *left, *right, *(row for row in across if row not in head)]


def _at_gaps(row: Row) -> Iterator[Row]:
    """A row cut wherever a wide gap stands in it."""
    start = 0
    for index, part in enumerate(row.parts):
        if part.text.startswith("\t") and index > start:
            yield Row(row.parts[start:index])
            start = index
    yield Row(row.parts[start:])

"""The characters of a page of a PDF as rows, columns and ruled tables, in the order in which they are read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from protocolau.importing.pdf.grids import Grid, GridCell
from protocolau.importing.pdf.page import Box, Character

_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""
_GUTTER = 0.02
"""How far, of a page's width, a column may go over its middle."""
_FURTHEST_DOT = 30
"""Points between a dot that is a bullet and the words after it."""
_LEAST_ROWS = 6
_LEAST_CELLS = 3
_BREAK: Character = ("\n", False, None)


@dataclass(frozen=True, slots=True)
class Segment:
    """Characters that stand beside each other on one line."""

    text: str
    bold: bool
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


@dataclass(frozen=True, slots=True)
class Ruled:
    """A table whose lines are ruled: the words of every cell, with the columns that it covers."""

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
    for code, bold, box in characters:
        if code in "\n\r" or (parts and box and _far(parts, box)):
            if parts:
                yield Row(tuple(_merged(parts)))
            parts = []
        if code in "\n\r":
            continue
        if box is None and not parts:
            continue
        left, bottom, right, top = box or (parts[-1].right, parts[-1].bottom, parts[-1].right, parts[-1].top)
        parts.append(Segment("-" if code == _HYPHEN else code, bold, left, right, bottom, top))
    if parts:
        yield Row(tuple(_merged(parts)))


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
            last = Segment(last.text + gap + part.text, last.bold, last.left, right, bottom, top)
        else:
            yield last
            last = Segment(gap + part.text, part.bold, part.left, part.right, part.bottom, part.top)
    if last:
        yield last


def in_columns(rows: list[Row], width: float) -> Iterator[Row | Ruled]:
    """Rows of two columns of prose, the left one first, where the file mixes them; no row goes across two columns."""
    group: list[Row] = []
    for row in rows:
        if _sides(_at_gaps(row), width) is None:
            yield from _parted(group, width)
            yield row
            group = []
        else:
            group.append(row)
    yield from _parted(group, width)


def _sides(pieces: Iterable[Row], width: float) -> tuple[list[Row], list[Row]] | None:
    """Pieces at the left and at the right of the middle; None where one goes across it."""
    left: list[Row] = []
    right: list[Row] = []
    for piece in pieces:
        if piece.text and piece.right < width * (0.5 + _GUTTER):
            left.append(piece)
        elif piece.text and piece.left > width * (0.5 - _GUTTER):
            right.append(piece)
        elif piece.text:
            return None
    return left, right


def _parted(rows: list[Row], width: float) -> Iterator[Row | Ruled]:
    """Rows that stand on either side of the middle: a table without lines, columns, or as they came."""
    pieces = [piece for row in rows for piece in _at_gaps(row) if piece.text]
    left, right = _sides(pieces, width) or ([], [])
    sides = [piece in right for piece in pieces]
    turns = sum(one != other for one, other in zip(sides, sides[1:], strict=False))
    if min(len(left), len(right)) < _LEAST_ROWS or turns < _LEAST_ROWS:
        yield from rows
    elif table := _side_by_side(left, right):
        yield from table
    elif _fills(left) and _fills(right) and sum(row.right - row.left for row in right) >= 0.18 * width * len(right):
        yield from (*left, *right)
    else:
        yield from rows  # a table, whose rows belong together


def _fills(column: list[Row]) -> bool:
    """Whether most lines of a column go nearly to its edge, as those of prose do."""
    edge, start = max(row.right for row in column), min(row.left for row in column)
    full = sum(row.right > edge - 0.25 * (edge - start) for row in column)
    return 2 * full >= len(column)


def _side_by_side(left: list[Row], right: list[Row]) -> list[Row | Ruled]:
    """A table of two columns without lines: what begins at the left begins with something at the right."""
    ours, theirs = _blocks(left), _blocks(right)
    partners = [next((other for other in theirs if _level(one, other)), None) for one in ours]
    found = [index for index, partner in enumerate(partners) if partner]
    if len(found) < _LEAST_CELLS or len(found) < 0.8 * max(len(ours), len(theirs)):
        return []
    first, last = found[0], found[-1]
    cells = [
        (
            (GridCell(index, 0, 1, False), tuple(ours[index])),
            (GridCell(index, 1, 1, False), tuple(partners[index] or ())),
        )
        for index in range(first, last + 1)
    ]
    used = [row for index in found for row in partners[index] or ()]
    if len(used) < len(right):
        return []
    edges = (min(row.left for row in left), min(row.left for row in right), max(row.right for row in right))
    table = Ruled(tuple(cells), edges, ours[first][0].top, min(row.bottom for row in (*ours[last], *right)))
    before = [row for block in ours[:first] for row in block]
    return [*before, table, *(row for block in ours[last + 1 :] for row in block)]


def _blocks(rows: list[Row]) -> list[list[Row]]:
    """Rows of one column, cut where more than the usual gap stands between them."""
    steps = [one.bottom - other.bottom for one, other in zip(rows, rows[1:], strict=False)]
    usual = min((step for step in steps if step > 0), default=0.0)
    blocks = [[rows[0]]]
    for row, step in zip(rows[1:], steps, strict=True):
        if step > usual + 0.5 * (row.top - row.bottom):  # letters with tails make steps longer
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return blocks


def _level(one: list[Row], other: list[Row]) -> bool:
    """Whether two blocks begin on one line."""
    return abs(one[0].bottom - other[0].bottom) < 0.4 * max(one[0].top - one[0].bottom, 4.0)


def _at_gaps(row: Row) -> Iterator[Row]:
    """A row cut wherever a wide gap stands in it."""
    start = 0
    for index, part in enumerate(row.parts):
        if part.text.startswith("\t") and index > start:
            yield Row(row.parts[start:index])
            start = index
    yield Row(row.parts[start:])


@dataclass
class _Sorted:
    """Characters put where they stand: in a cell of a table, or in the text before, between and after the tables."""

    text: list[list[Character]] = field(default_factory=lambda: [[]])
    tables: list[int] = field(default_factory=list)
    """Which table stands after each of these texts but the last."""
    cells: dict[tuple[int, int, int], list[Character]] = field(default_factory=dict)


def blocks_of(
    characters: Iterable[Character], grids: list[Grid], width: float, dots: Sequence[Box] = ()
) -> Iterator[Row | Ruled]:
    """The rows of a page, with a table wherever words stand in a grid, and a bullet where a dot stands before words."""
    found = _by_place(characters, grids)
    for index, text in enumerate(found.text):
        yield from in_columns([_with_bullet(row, dots) for row in rows_of(text)], width)
        if index < len(found.tables):
            number = found.tables[index]
            cells = {key[1:]: cell for key, cell in found.cells.items() if key[0] == number}
            yield _ruled(grids[number], cells, dots)


def _with_bullet(row: Row, dots: Sequence[Box]) -> Row:
    """A row with a bullet before its words, where a dot is drawn there."""
    if not row.text:
        return row
    left, bottom, top = row.left, row.bottom, row.top
    for dot in dots:
        middle = (dot[1] + dot[3]) / 2
        if bottom <= middle <= top and 0 < left - dot[2] <= _FURTHEST_DOT:
            return Row((Segment("• ", False, dot[0], dot[2], bottom, top), *row.parts))
    return row


def _by_place(characters: Iterable[Character], grids: list[Grid]) -> _Sorted:
    """A line ends wherever the next character stands in another cell; what has no box stands where the last one did."""
    found = _Sorted()
    last: tuple[int, int, int] | None = None
    for one in characters:
        place = _place_of(one, grids) if one[2] else last
        if place and place[0] not in found.tables:
            found.tables.append(place[0])
            found.text.append([])
        target = found.cells.setdefault(place, []) if place else found.text[-1]
        if place != last and target:
            target.append(_BREAK)
        target.append(one)
        last = place
    return found


def _place_of(character: Character, grids: list[Grid]) -> tuple[int, int, int] | None:
    """The table, the row and the column of a character."""
    left, bottom, right, top = character[2] or (0.0, 0.0, 0.0, 0.0)
    x, y = (left + right) / 2, (bottom + top) / 2
    return next(((index, *grid.cell_at(x, y)) for index, grid in enumerate(grids) if grid.holds(x, y)), None)


def _ruled(grid: Grid, cells: dict[tuple[int, int], list[Character]], dots: Sequence[Box]) -> Ruled:
    """A table with the words of its cells."""
    made = []
    for row in grid.rows():
        said = [() if one.continued else cells.get((one.row, one.column), ()) for one in row]
        words = [tuple(_with_bullet(line, dots) for line in rows_of(one)) for one in said]
        made.append(tuple(zip(row, words, strict=True)))
    return Ruled(tuple(made), grid.lefts, grid.tops[0], grid.tops[-1])

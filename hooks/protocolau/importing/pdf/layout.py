"""The characters of a page of a PDF as rows and tables, in the order in which they are read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from protocolau.importing.pdf.columns import in_columns
from protocolau.importing.pdf.grids import Grid
from protocolau.importing.pdf.order import in_order
from protocolau.importing.pdf.page import BREAK, Box, Character
from protocolau.importing.pdf.rows import Row, Ruled, Stretch, rows_of

_FURTHEST_DOT = 30
"""Points between a dot that is a bullet and the words after it."""


@dataclass
class _Sorted:
    """Characters put where they stand: in a cell of a table, or in the text before, between and after the tables."""

    text: list[list[Character]] = field(default_factory=lambda: [[]])
    tables: list[int] = field(default_factory=list)
    """Which table stands after each of these texts but the last."""
    cells: dict[tuple[int, int, int], list[Character]] = field(default_factory=dict)


def blocks_of(
    characters: Iterable[Character], grids: list[Grid], width: float | None, dots: Sequence[Box] = ()
) -> Iterator[Row | Ruled]:
    """The rows of a page, with a table wherever words stand in a grid, and a bullet where a dot stands before words;
    one column of them after the other, if the width of the page is given.
    """
    found = _by_place(characters, grids)
    for index, text in enumerate(found.text):
        rows = in_order([_with_bullet(row, dots) for row in rows_of(text)])
        yield from rows if width is None else in_columns(rows, width)
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
            return Row((Stretch("• ", False, dot[0], dot[2], bottom, top, row.size), *row.parts))
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
            target.append(BREAK)
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

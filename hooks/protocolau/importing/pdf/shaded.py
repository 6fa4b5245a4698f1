"""Tables of a PDF of which only every other row is shaded, or has lines between its columns: the rows without keep to
the columns too.
"""

from collections.abc import Sequence
from dataclasses import replace

from protocolau.importing.pdf.grids import Grid, GridCell
from protocolau.importing.pdf.page import Character
from protocolau.importing.pdf.pieces import PlacedLine, placed_lines


def in_its_columns(grid: Grid, characters: Sequence[Character]) -> Grid:
    """A grid with a cell that goes over several columns parted, where its words stand in several and cross none."""
    wide = [cell for row in grid.rows() for cell in row if cell.span > 1 and not cell.continued]
    if not wide:
        return grid
    inside = [one for one in characters if one[2] is None or grid.holds(one[2][0], one[2][1])]
    lines = placed_lines(inside, ())
    origins = dict(grid.origins)
    for cell in wide:
        places = [place for place, origin in grid.origins.items() if origin == (cell.row, cell.column)]
        if {row for row, _ in places} == {cell.row} and _is_in_columns(grid, cell, lines):
            origins |= {place: place for place in places}
    return replace(grid, origins=origins)


def _is_in_columns(grid: Grid, cell: GridCell, lines: Sequence[PlacedLine]) -> bool:
    left, *edges = grid.lefts[cell.column : cell.column + cell.span]
    right = grid.lefts[cell.column + cell.span]
    held = [
        PlacedLine(pieces)
        for line in lines
        if grid.tops[cell.row + 1] < line.base < grid.tops[cell.row]
        and (pieces := [piece for piece in line.pieces if left <= piece.left < right])
    ]
    spoken = [line.in_columns(edges) for line in held]
    used = sum(any(row[at] for row in spoken) for at in range(cell.span))
    return used > 1 and all(line.keeps(edge) for line in held for edge in edges)

"""A table of a web page while it is read: its rows so far, and the cells that reach into rows to come."""

from dataclasses import dataclass, field

from protocolau.importing.lines import Block, Cell, Line

_MOST_COLUMNS, _MOST_ROWS = 12, 200
"""Which a cell may cover."""


@dataclass
class OpenTable:
    """A table that is open."""

    rows: list[tuple[list[Cell], bool]] = field(default_factory=list)
    cells: list[Cell] | None = None
    blocks: list[Block] | None = None
    """What stood before the open cell, kept until it is closed."""
    span: int = 1
    depth: int = 1
    """How many rows the open cell covers."""
    head: bool = False
    reaching: dict[int, tuple[int, int]] = field(default_factory=dict)
    """By the column in which it begins each cell that covers rows to come: its columns, and how many rows are left."""
    caption: Line | None = None
    width: int = 0
    """How many columns the cells of the open row cover so far: they are not counted again for each further one."""

    def begin_row(self) -> None:
        """Open a row."""
        self.cells, self.width = [], 0

    def close_cell(self, blocks: tuple[Block, ...]) -> None:
        """Put the open cell into its row, with its blocks."""
        if self.cells is None:
            return
        if self.depth > 1:
            self.reaching[self.width] = (self.span, self.depth)
        self._put(Cell(blocks, self.span))

    def continue_cells(self) -> None:
        """Put into the open row what cells above have there, from where it is."""
        while self.cells is not None and (above := self.reaching.get(self.width)) and above[1] > 1:
            self.reaching[self.width] = (above[0], above[1] - 1)
            self._put(Cell((), above[0], continued=True))

    def _put(self, cell: Cell) -> None:
        if self.cells is not None:
            self.cells.append(cell)
            self.width += cell.span


def columns_covered(said: str | None) -> int:
    """How many columns a cell covers, by what its `colspan` says."""
    return _count(said, _MOST_COLUMNS)


def rows_covered(said: str | None) -> int:
    """How many rows a cell covers, by what its `rowspan` says."""
    return _count(said, _MOST_ROWS)


def _count(said: str | None, most: int) -> int:
    return min(int(said), most) if said and said.isdecimal() and int(said) else 1

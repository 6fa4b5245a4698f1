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

    def close_cell(self, blocks: tuple[Block, ...]) -> None:
        """Put the open cell into its row, with its blocks."""
        if self.cells is None:
            return
        if self.depth > 1:
            self.reaching[self._width()] = (self.span, self.depth)
        self.cells.append(Cell(blocks, self.span))

    def continue_cells(self) -> None:
        """Put into the open row what cells above have there, from where it is."""
        while self.cells is not None and (above := self.reaching.get(self._width())) and above[1] > 1:
            self.reaching[self._width()] = (above[0], above[1] - 1)
            self.cells.append(Cell((), above[0], continued=True))

    def _width(self) -> int:
        return sum(cell.span for cell in self.cells or ())


def columns_covered(said: str | None) -> int:
    """How many columns a cell covers, by what its `colspan` says."""
    return _count(said, _MOST_COLUMNS)


def rows_covered(said: str | None) -> int:
    """How many rows a cell covers, by what its `rowspan` says."""
    return _count(said, _MOST_ROWS)


def _count(said: str | None, most: int) -> int:
    return min(int(said), most) if said and said.isdecimal() and int(said) else 1

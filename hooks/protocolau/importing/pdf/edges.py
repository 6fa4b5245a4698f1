"""How far the lines of a page of a PDF go, and where the columns begin in which they stand."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

from protocolau.importing.pdf.rows import Row, Ruled

_COLUMN = 80.0
"""Points by which a column at the right begins further in than the words before it, at the least."""
_FEW = 4
"""Lines of a page that do not show how far lines go."""


def margins(rows: Sequence[Row]) -> dict[int, float]:
    """For each row, where its column begins: that of the page, or one at the right of it to which the text turns."""
    left = min((row.left for row in rows), default=0.0)
    made: dict[int, float] = {}
    start: float | None = None
    for index, row in enumerate(rows):
        last = rows[index - 1] if index else row
        if turns(last, row):
            beside = takewhile(lambda one, edge=row.left - _COLUMN / 2: one.left > edge, rows[index:])  # type: ignore[misc]
            start = min(one.left for one in beside)
        elif start is not None and row.left < start:
            start = None
        made[id(row)] = left if start is None else start
    return made


class Edges:
    """How far the rows of the columns go in which rows stand. A few above a table do not show that, and have as
    much room as it.
    """

    def __init__(self, rows: Sequence[Row], tables: Sequence[Ruled] = ()):
        self._least = max((table.lefts[-1] for table in tables), default=0.0) if len(rows) <= _FEW else 0.0
        placed = sorted((row.left, row.right) for row in rows)
        self._lefts = [left for left, _ in placed]
        self._furthest = [0.0, *accumulate((right for _, right in placed), max)]
        self._of_left_columns = dict(_edges_before_turns(rows))

    def of(self, row: Row) -> float:
        """How far any goes of its column; else any that begins before a row ends."""
        edge = self._of_left_columns.get(id(row)) or self._furthest[bisect_left(self._lefts, row.right)]
        return max(edge, self._least)


def turns(one: Row, after: Row) -> bool:
    """Whether a row is the first of a column at the right of that in which the one before it stands."""
    return after.bottom > one.top and after.left > one.left + _COLUMN


def _edges_before_turns(rows: Sequence[Row]) -> Iterator[tuple[int, float]]:
    """For each row of a column after which the text turns to one at its right, how far that column goes: a title that
    stands over both goes further.
    """
    for index, (last, row) in enumerate(zip(rows, rows[1:], strict=False), 1):
        if turns(last, row):
            column = list(takewhile(lambda one, edge=row.left: one.right < edge, reversed(rows[:index])))  # type: ignore[misc]
            edge = max((one.right for one in column), default=0.0)
            yield from ((id(one), edge) for one in column)

"""Two columns on a page of a PDF: prose that is read one column after the other, or a table without lines."""

from collections.abc import Iterable, Iterator

from protocolau.importing.pdf.grids import GridCell
from protocolau.importing.pdf.rows import Row, Ruled, at_gaps
from protocolau.importing.structure.markers import Marker, follows, typed_marker

_GUTTER = 0.02
"""How far, of a page's width, a column may go over its middle."""
_LEAST_ROWS = 6
_LEAST_CELLS = 3
_MOST_PIECES = 1_500
"""Pieces of lines on a page from which on it is a drawing."""


def in_columns(rows: list[Row], width: float) -> Iterator[Row | Ruled]:
    """Rows of two columns of prose, the left one first, where the file mixes them; no row goes across two columns."""
    group: list[Row] = []
    for row in rows:
        if _sides(at_gaps(row), width) is None:
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
    pieces = [piece for row in rows for piece in at_gaps(row) if piece.text]
    if len(pieces) > _MOST_PIECES:
        yield from rows
        return
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
    if runs_on((row.text for row in left), (row.text for row in right)):
        return []
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


def runs_on(left: Iterable[str], right: Iterable[str]) -> bool:
    """Whether the numbers at the left, several, go on at the head of the right: then one column is read after the
    other.
    """
    ours, theirs = ([marker for one in side if (marker := _clause(one))] for side in (left, right))
    return len(ours) > 1 and len(theirs) > 1 and follows(ours[-1], theirs[0])


def _clause(text: str) -> Marker | None:
    marker, _ = typed_marker(text)
    return marker if marker and marker.kind in ("figure", "dotted") else None


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

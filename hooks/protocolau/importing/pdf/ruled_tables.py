"""The ruled tables of a page of a PDF, found by the lines that are drawn on it.

A PDF knows no tables, only strokes and thin boxes. Where such cross, the smallest boxes with a crossing at every corner
and a line along every side are cells, and cells that share a corner are one table.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, partial
from itertools import pairwise, takewhile
from typing import NamedTuple

_NEAR = 3.0
"""Points within which lines are one, and within which they meet."""
_MOST_PLACES = 200
"""Places of lines in one direction, above which a page is a drawing."""
_FURTHEST = 40
"""Rows or columns that a cell may cover."""


class Rule(NamedTuple):
    """A line on a page, from one point to another, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


class RuledCell(NamedTuple):
    """A cell of a table: its first row and column, from 0, how many it covers, and where it stands on the page."""

    row: int
    column: int
    rows: int
    columns: int
    box: Rule

    def holds(self, x: float, y: float) -> bool:
        """Whether a point of the page stands in it."""
        return self.box.left <= x <= self.box.right and self.box.bottom <= y <= self.box.top


class RuledTable(NamedTuple):
    """A table on a page."""

    cells: tuple[RuledCell, ...]
    columns: tuple[float, ...]
    """Where its columns begin, and where the last one ends."""
    rows: tuple[float, ...]
    """Where its rows begin, from the top, and where the last one ends."""

    def cell_at(self, x: float, y: float) -> RuledCell | None:
        """The cell in which a point of the page stands."""
        if not (self.columns[0] <= x <= self.columns[-1] and self.rows[-1] <= y <= self.rows[0]):
            return None
        return next((cell for cell in self.cells if cell.holds(x, y)), None)


def ruled_tables(rules: Sequence[Rule]) -> list[RuledTable]:
    """The tables that some lines make, from the top of the page down; a box, or a row of boxes, is none."""
    across = _Rules((one.bottom, one.left, one.right) for one in rules if one.top - one.bottom < _NEAR)
    down = _Rules((one.left, one.bottom, one.top) for one in rules if one.right - one.left < _NEAR)
    if max(len(across.places), len(down.places)) > _MOST_PLACES:
        return []
    found = (_table(boxes) for boxes in _touching(_boxes(across, down)))
    tables = [one for one in found if len(one.columns) > 2 and len(one.rows) > 2 and len(one.cells) > 2]
    return sorted(tables, key=lambda one: -one.rows[0])


class _Rules:
    """Lines in one direction, those that go on in each other joined, by where they stand across it."""

    def __init__(self, rules: Iterable[tuple[float, float, float]]):
        """Each is given by its place across the direction, and where it begins and ends along it."""
        by_place = sorted(one for one in rules if one[2] - one[1] > _NEAR)
        self._at: dict[float, list[tuple[float, float]]] = {}
        here = None
        for place, start, end in by_place:
            if here is None or place - here > _NEAR:
                here = place
            self._at.setdefault(here, []).append((start, end))
        self._at = {place: list(_joined(sorted(spans))) for place, spans in self._at.items()}

    @cached_property
    def places(self) -> list[float]:
        """Where they stand, in order."""
        return sorted(self._at)

    def reach(self, place: float, one: float, other: float) -> bool:
        """Whether one at a place goes from somewhere to somewhere, in either direction."""
        start, end = (one, other) if one <= other else (other, one)
        return any(first - _NEAR <= start and end <= last + _NEAR for first, last in self._at[place])


def _joined(spans: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Spans in order, those that meet as one."""
    last: tuple[float, float] | None = None
    for start, end in spans:
        if last and start <= last[1] + _NEAR:
            last = last[0], max(last[1], end)
            continue
        if last:
            yield last
        last = start, end
    if last:
        yield last


def _boxes(across: _Rules, down: _Rules) -> Iterator[Rule]:
    """Yield the smallest boxes with a line along every side."""
    rows, columns = across.places, down.places
    crossing = {(x, y) for x in columns for y in rows if across.reach(y, x, x) and down.reach(x, y, y)}
    for x, top in sorted(crossing):
        below = takewhile(partial(down.reach, x, top), _next_after(rows[::-1], top))
        beside = list(takewhile(partial(across.reach, top, x), _next_after(columns, x)))
        box = (
            Rule(x, bottom, right, top)
            for bottom in below
            if (x, bottom) in crossing
            for right in beside
            if (right, top) in crossing and (right, bottom) in crossing
            if across.reach(bottom, x, right) and down.reach(right, top, bottom)
        )
        if found := next(box, None):
            yield found


def _next_after(places: Sequence[float], place: float) -> Sequence[float]:
    start = places.index(place) + 1
    return places[start : start + _FURTHEST]


def _touching(boxes: Iterable[Rule]) -> Iterator[list[Rule]]:
    """Yield together the boxes that share corners, directly or through others."""
    at_corner: dict[tuple[float, float], list[Rule]] = defaultdict(list)
    for box in boxes:
        for corner in _corners(box):
            at_corner[corner].append(box)
    left = {box: None for found in at_corner.values() for box in found}
    while left:
        group: list[Rule] = []
        reached = [next(iter(left))]
        while reached:
            box = reached.pop()
            if box in left:
                del left[box]
                group.append(box)
                reached += [other for corner in _corners(box) for other in at_corner[corner]]
        yield group


def _corners(box: Rule) -> list[tuple[float, float]]:
    return [(x, y) for x in (box.left, box.right) for y in (box.bottom, box.top)]


def _table(boxes: Sequence[Rule]) -> RuledTable:
    columns = sorted({x for box in boxes for x in (box.left, box.right)})
    rows = sorted({y for box in boxes for y in (box.bottom, box.top)}, reverse=True)
    column_of, row_of = ({place: index for index, place in enumerate(places)} for places in (columns, rows))
    cells = (
        RuledCell(
            row_of[box.top],
            column_of[box.left],
            row_of[box.bottom] - row_of[box.top],
            column_of[box.right] - column_of[box.left],
            box,
        )
        for box in boxes
    )
    return RuledTable(tuple(sorted(cells)), tuple(columns), tuple(rows))


def rules_of(points: Sequence[tuple[float, float]]) -> Iterator[Rule]:
    """Yield the level and upright lines of a path from point to point. Of a thin box the sides are one line."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    if len(points) > 2 and min(max(xs) - min(xs), max(ys) - min(ys)) < _NEAR:
        yield Rule(min(xs), min(ys), max(xs), max(ys))
        return
    for (x, y), (to_x, to_y) in pairwise(points):
        if min(abs(to_x - x), abs(to_y - y)) < 1:
            yield Rule(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))

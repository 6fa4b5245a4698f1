"""The lines that are ruled on a page of a PDF, as the grids of its tables."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

Stroke = tuple[float, float, float, float]
"""A straight line: left, bottom, right, top."""
_NEAR = 3.5
"""Points within which two lines are one, or meet."""
_SHORTEST = 4
"""Points below which a line is only the end of a thick one."""
_LEAST_EDGE = 0.45
"""How much of the edge of a grid is ruled: a table may be open at its sides. Of boxes and arrows less is."""
_MOST_COLUMNS = 40
_MOST_STROKES = 20_000
"""Lines on a page from which on it is a drawing."""
_MOST_CROSSINGS = 200_000
"""Places in which lines could meet, once those in one place are one, from which on it is a drawing."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A line across or down: where it stands, and from where to where it goes."""

    at: float
    start: float
    end: float

    def covers(self, place: float) -> bool:
        """Whether it goes past a place, or ends at it."""
        return self.start - _NEAR <= place <= self.end + _NEAR


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell as it is printed in one row."""

    row: int
    column: int
    span: int
    continued: bool
    """Whether it goes on from the row above."""


@dataclass(frozen=True)
class Grid:
    """Where the rows and columns of a table are, and which of its squares are one cell."""

    lefts: tuple[float, ...]
    """The left edge of every column, and at the end the right edge of the last, from left to right."""
    tops: tuple[float, ...]
    """The top edge of every row, and at the end the bottom edge of the last, downwards."""
    origins: dict[tuple[int, int], tuple[int, int]]
    """For every row and column those in which its cell begins."""

    @property
    def is_one_row(self) -> bool:
        """Whether it has no more than one row, as a box has, or what a page's edge leaves of a table."""
        return len(self.tops) == 2

    def goes_on(self, lefts: Sequence[float]) -> bool:
        """Whether its columns begin in the same places as those of a table on another page."""
        return len(self.lefts) == len(lefts) and all(
            abs(one - other) <= _NEAR for one, other in zip(self.lefts[:-1], lefts[:-1], strict=True)
        )

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is inside it."""
        return self.lefts[0] <= x <= self.lefts[-1] and self.tops[-1] <= y <= self.tops[0]

    def cell_at(self, x: float, y: float) -> tuple[int, int]:
        """The row and the column in which the cell begins that holds a place."""
        row = max(index for index, top in enumerate(self.tops[:-1]) if y <= top)
        column = max(index for index, left in enumerate(self.lefts[:-1]) if x >= left)
        return self.origins[row, column]

    def rows(self) -> Iterator[list[GridCell]]:
        """The cells of every row."""
        for row in range(len(self.tops) - 1):
            begun = [self.origins[row, column] for column in range(len(self.lefts) - 1)]
            yield [GridCell(top, left, begun.count((top, left)), top < row) for top, left in dict.fromkeys(begun)]


def grids(strokes: Iterable[Stroke]) -> list[Grid]:
    """The grids of at least two columns that lines make where they meet, downwards."""
    drawn = list(strokes)
    if len(drawn) > _MOST_STROKES:
        return []
    across = _rules(
        (bottom, left, right) for left, bottom, right, top in drawn if top - bottom <= 1 and right - left > _SHORTEST
    )
    down = _rules(
        (left, bottom, top) for left, bottom, right, top in drawn if right - left <= 1 and top - bottom > _SHORTEST
    )
    if len(across) * len(down) > _MOST_CROSSINGS:
        return []
    found = [made for rules in _meeting(across, down) if (made := _grid(*rules))]
    return sorted(found, key=lambda one: -one.tops[0])


def _rules(placed: Iterable[tuple[float, float, float]]) -> list[_Rule]:
    """Lines of one direction: those in one place that touch are one."""
    rules: list[_Rule] = []
    for at in _clustered(list(placed)):
        middle = sum(one[0] for one in at) / len(at)
        start, end = at[0][1], at[0][2]
        for _, other_start, other_end in sorted(at, key=lambda one: one[1]):
            if other_start > end + _NEAR:
                rules.append(_Rule(middle, start, end))
                start, end = other_start, other_end
            start, end = min(start, other_start), max(end, other_end)
        rules.append(_Rule(middle, start, end))
    return rules


def _clustered(placed: list[tuple[float, float, float]]) -> Iterator[list[tuple[float, float, float]]]:
    """Lines in groups that stand so near to each other that they are one."""
    group: list[tuple[float, float, float]] = []
    for one in sorted(placed):
        if group and one[0] - group[0][0] > _NEAR:
            yield sorted(group, key=lambda other: other[1])
            group = []
        group.append(one)
    if group:
        yield sorted(group, key=lambda other: other[1])


def _meeting(across: list[_Rule], down: list[_Rule]) -> Iterator[tuple[list[_Rule], list[_Rule]]]:
    """Lines in groups that meet, each with those across and those down."""
    left = list(across)
    while left:
        reached, waiting, met = [left[0]], [left.pop(0)], set[int]()
        while waiting:
            one = waiting.pop()
            for index, rule in enumerate(down):
                if index not in met and rule.covers(one.at) and one.covers(rule.at):
                    met.add(index)
                    more = [other for other in left if other.covers(rule.at) and rule.covers(other.at)]
                    left = [other for other in left if other not in more]
                    reached += more
                    waiting += more
        yield reached, [down[index] for index in sorted(met)]


def _grid(across: list[_Rule], down: list[_Rule]) -> Grid | None:
    """The grid that lines make which meet. Lines that go further than the outermost have open cells at the edge."""
    ends = [min(rule.start for rule in across), max(rule.end for rule in across)]
    lefts = _distinct([*(rule.at for rule in down), *ends])
    if not down:
        return None
    heights = [place for rule in down for place in (rule.start, rule.end)]
    tops = _distinct([*(rule.at for rule in across), min(heights), max(heights)])[::-1]
    if not 3 <= len(lefts) <= _MOST_COLUMNS + 1 or len(tops) < 2:
        return None
    if _ruled_edge(lefts, tops, across, down) < _LEAST_EDGE:
        return None
    return Grid(tuple(lefts), tuple(tops), _origins(lefts, tops, across, down))


def _ruled_edge(lefts: list[float], tops: list[float], across: list[_Rule], down: list[_Rule]) -> float:
    """How much of the edge of a grid is ruled."""
    widths = [(right - left, (left + right) / 2) for left, right in zip(lefts, lefts[1:], strict=False)]
    heights = [(top - bottom, (top + bottom) / 2) for top, bottom in zip(tops, tops[1:], strict=False)]
    ruled = sum(size for at in (tops[0], tops[-1]) for size, middle in widths if _ruled(across, at, middle))
    ruled += sum(size for at in (lefts[0], lefts[-1]) for size, middle in heights if _ruled(down, at, middle))
    return ruled / (2 * (lefts[-1] - lefts[0] + tops[0] - tops[-1]))


def _origins(
    lefts: list[float], tops: list[float], across: list[_Rule], down: list[_Rule]
) -> dict[tuple[int, int], tuple[int, int]]:
    """For every row and column those in which its cell begins: where no line is ruled, a cell goes on."""
    origins: dict[tuple[int, int], tuple[int, int]] = {}
    for row, (top, bottom) in enumerate(zip(tops, tops[1:], strict=False)):
        for column, (left, right) in enumerate(zip(lefts, lefts[1:], strict=False)):
            if column and not _ruled(down, left, (top + bottom) / 2):
                origins[row, column] = origins[row, column - 1]
            elif row and not _ruled(across, top, (left + right) / 2):
                origins[row, column] = origins[row - 1, column]
            else:
                origins[row, column] = row, column
    return origins


def _ruled(rules: list[_Rule], at: float, place: float) -> bool:
    """Whether a line is ruled somewhere that goes past a place."""
    return any(abs(rule.at - at) <= _NEAR and rule.covers(place) for rule in rules)


def _distinct(places: Iterable[float]) -> list[float]:
    """Places in order, of those near to each other the first."""
    made: list[float] = []
    for one in sorted(places):
        if not made or one - made[-1] > _NEAR:
            made.append(one)
    return made

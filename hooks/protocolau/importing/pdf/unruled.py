"""Tables of a PDF that are drawn without lines, as grids: words that begin at the same places of several lines, with
nothing that reaches from one column into the next.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from math import inf

from protocolau.importing.pdf.columns import runs_on
from protocolau.importing.pdf.grids import Grid
from protocolau.importing.pdf.page import Character
from protocolau.importing.pdf.pieces import GAP, NEAR, Piece, PlacedLine, placed_lines
from protocolau.importing.pdf.rows import ENDS_SENTENCE
from protocolau.importing.structure.markers import typed_marker
from protocolau.importing.structure.paragraphs import UNFINISHED

_FAR = 3.0
"""How many times the height of a line it stands at the most below another of its cell."""
_ROW_GAP = 1.3
"""How many times the usual step between lines is more than one, and parts rows."""
_WIDE = 18.0
"""Points of the widest gap before a column at the least: between words of lines set to both edges none is so wide."""
_MARGIN = 0.045
"""How much of a page's height, at its edges, is no place for a table."""
_LEAST_ROWS = 3
_LONGEST_HEAD = 4
_MOSTLY = 0.7
_MOST_APART = 0.15
_MOST_COLUMNS = 6
_FIRST_LINES = 4
"""Lines at the top of a table among which each of its columns begins once."""
_MOST_PIECES = 1_500
"""Pieces of lines on a page from which on it is a drawing."""
_MOST_ON_PAGE = 300
"""Lines on a page from which on they overlap as no text does: a table is looked for from each of them down to the last.
"""
_PAGE = re.compile(r"[.…\s]*(?:\d{1,3}|[ivx]+)")
_TO_FILL_IN = re.compile(r"[.…_]{5,}")
_Columns = Sequence[Sequence[list[Piece]]]
"""For each line its pieces by their columns."""


@dataclass(slots=True)
class _Row:
    """A row of a table as its lines are gathered."""

    first: int
    """Its first line."""
    last: dict[int, Piece] = field(default_factory=dict)
    """By its columns, the last words in each."""
    listed: set[int] = field(default_factory=set)
    """Its columns in which a list has begun."""


def unruled(
    characters: Iterable[Character],
    ruled: Sequence[Grid],
    height: float,
    within: tuple[float, float],
    known: Sequence[float] = (),
) -> list[Grid]:
    """The grids of a page that are not ruled, downwards, in the text that stands within two heights. `known` are the
    columns of such a table on the page before, of which one row may be enough.
    """
    low, high = max(within[0], _MARGIN * height), min(within[1], (1 - _MARGIN) * height)
    lines = [line for line in placed_lines(characters, ruled) if low < line.base and line.top < high]
    found: list[Grid] = []
    drawn = len(lines) > _MOST_ON_PAGE or sum(len(line.pieces) for line in lines) > _MOST_PIECES
    start = len(lines) if drawn else 0
    while start < len(lines):
        edges, end = _table_at(lines, start, () if found else known)
        prose = bool(edges) and _are_prose([line.in_columns(edges) for line in lines[start:end]])
        least = 1 if edges == list(known) else _LEAST_ROWS
        grid = _grid(lines[start:end], edges, least) if edges and not prose else None
        if grid:
            found.append(grid)
        start = end if grid or prose else start + 1
    return found


def edges_of(grid: Grid) -> tuple[float, ...]:
    """Where the columns of such a grid begin, but the first."""
    return tuple(left + NEAR + 1 for left in grid.lefts[1:-1])


def _table_at(lines: Sequence[PlacedLine], start: int, known: Sequence[float]) -> tuple[list[float], int]:
    """The edges of the columns of a table that begins with a line, and where it ends; no edges where none does."""
    first = lines[start]
    rest = start == 0 and first.pieces[0].text[:1].islower()
    if known and any(_is_of(line, known) for line in lines[start : start + _FIRST_LINES if rest else start + 1]):
        return list(known), _end(lines, start, known)
    edges: list[float] = []
    may_be = [piece.left for line in lines[start : start + _FIRST_LINES] for piece in line.pieces]
    for edge in dict.fromkeys(may_be) if 1 < len(first.pieces) <= 2 * _MOST_COLUMNS else ():
        beside = any(abs(edge - other) < GAP for other in edges)
        if not beside and len(edges) < _MOST_COLUMNS - 1 and _is_edge(edge, lines[start : _end(lines, start, [edge])]):
            edges.append(edge)
    edges = sorted(edges) if edges and any(first.in_columns(sorted(edges))[1:]) else []  # else a clause above it
    return edges, _end(lines, start, edges) if edges else start + 1


def _is_of(line: PlacedLine, edges: Sequence[float]) -> bool:
    """Whether a line has words in other columns than the first."""
    return all(line.keeps(edge) for edge in edges) and any(line.begins_at(edge) for edge in edges)


def _end(lines: Sequence[PlacedLine], start: int, edges: Sequence[float]) -> int:
    """Where a table ends: with the last line that has words in another column than the first, before any that reaches
    from one into the next; and with what goes on below it in the first.
    """
    end = last = start
    while end < len(lines) and all(lines[end].keeps(edge) for edge in edges):
        first, *others = lines[end].in_columns(edges)
        if any(others) and not first and end > start and _is_far(lines[end - 1], lines[end]):
            break
        end += 1
        last = end if any(others) else last
    lefts = [lines[at].in_columns(edges)[0] for at in range(start, end)]
    limit = _limit(lefts[: last - start])
    while last < end and (above := lefts[last - 1 - start]) and _is_broken(above[-1], lefts[last - start][0], limit):
        last += 1
    return max(last, start + 1)


def _is_far(above: PlacedLine, below: PlacedLine) -> bool:
    """Whether more than two lines would find room between two."""
    return above.base - below.base > _FAR * (below.top - below.bottom)


def _is_edge(edge: float, lines: Sequence[PlacedLine]) -> bool:
    """Whether words on both sides of an edge are those of columns: not numbers of clauses or of pages beside them."""
    pairs = [
        (line.pieces[at - 1], line.pieces[at:])
        for line in lines
        for at, one in enumerate(line.pieces)
        if at and abs(one.left - edge) <= NEAR
    ]
    spoken = [
        _speaks(left.text) and not _PAGE.fullmatch(" ".join(piece.text for piece in right)) for left, right in pairs
    ]
    numbered = any(_is_clause_number(left.text) for left, _ in pairs)
    wide = any(right[0].left - left.right > _WIDE for left, right in pairs)
    return len(spoken) >= 2 and sum(spoken) >= _MOSTLY * len(spoken) and wide and not numbered


@lru_cache(maxsize=4096)
def _speaks(text: str) -> bool:
    """Whether there is a word in a piece besides a number, and no line to be signed on."""
    marker, rest = typed_marker(f"{text} X")
    return not (marker and rest == "X" or _TO_FILL_IN.search(text)) and re.search(r"[^\W\d_]{2}", text) is not None


@lru_cache(maxsize=4096)
def _is_clause_number(text: str) -> bool:
    marker, rest = typed_marker(f"{text} X")
    return marker is not None and marker.kind == "dotted" and rest == "X"


def _limit(column: Sequence[list[Piece]]) -> float:
    """How far the words of a column may go: as far as any does; without end where none goes on in a next line."""
    spoken = [pieces for pieces in column if pieces]
    wraps = any(_goes_on(above[-1].text, below[0].text) for above, below in pairwise(spoken))
    return max(pieces[-1].right for pieces in spoken) if wraps else inf


def _goes_on(above: str, below: str) -> bool:
    """Whether a line goes on in the middle of a sentence, as its small letter shows or the last word above it."""
    broken = UNFINISHED.search(above) is not None and " " in above  # "For" and "To" are heads of columns
    return broken or below[:1].islower() and not ENDS_SENTENCE.search(above)


def _is_broken(above: Piece, below: Piece, limit: float) -> bool:
    """Whether a line goes on in the next one, since that one's first word found no room on it."""
    return above.right + below.first_word > limit


def _grid(lines: Sequence[PlacedLine], edges: Sequence[float], least: int) -> Grid | None:
    """Lines as a table, if they are one: in prose of two columns hardly any sentences begin beside each other."""
    columns = [line.in_columns(edges) for line in lines]
    rows, begun = _rows(lines, columns)
    if _are_apart(lines):
        is_table = sum(all(columns[row.first]) for row in rows) >= least
    else:
        least = max(min(least, 2) if _has_heads(columns) else least, -(-max(begun) // 2))
        is_table = sum(len(row.last) > 1 for row in rows) >= least
    if not is_table or _has_notes_beside(columns) or _is_stretched(columns):
        return None
    ends = ((lines[row.first - 1].bottom + lines[row.first].top) / 2 for row in rows[1:])
    tops = (lines[0].top + 1, *ends, min(line.bottom for line in lines) - 1)
    right = max(piece.right for line in lines for piece in line.pieces)
    lefts = (min(line.pieces[0].left for line in lines) - 1, *(edge - NEAR - 1 for edge in edges), right + 1)
    places = [(row, column) for row in range(len(rows)) for column in range(len(edges) + 1)]
    return Grid(lefts, tops, {place: place for place in places})


def _has_heads(columns: _Columns) -> bool:
    """Whether the first line has heads of columns: a few words for each, and more of several below."""
    heads = [words for one in columns[0] if one and (words := one[0].text)]
    short = all(len(words.split()) <= _LONGEST_HEAD and not ENDS_SENTENCE.search(words) for words in heads)
    return len(heads) == len(columns[0]) and short and len(columns) > 2 and sum(map(bool, columns[1])) > 1


def _are_apart(lines: Sequence[PlacedLine]) -> bool:
    """Whether lines of columns stand beside each other at heights of their own, as in prose of two columns; in a table
    paragraphs of long cells do, too, but several of its rows begin on one line.
    """
    beside = [one.bottom < other.top - NEAR for one, other in pairwise(lines)]
    return sum(beside) > _MOST_APART * len(lines)


def _are_prose(columns: _Columns) -> bool:
    """Whether the numbers of clauses in a column go on in the next."""
    begun = [[row[at][0].text for row in columns if row[at]] for at in range(len(columns[0]))]
    return any(runs_on(one, other) for one, other in pairwise(begun))


def _has_notes_beside(columns: _Columns) -> bool:
    """Whether the first column has notes in the margin of clauses: these have numbers, and it has none."""
    numbered = [
        any(len(row[at]) > 1 and _is_clause_number(row[at][0].text) for row in columns) for at in range(len(columns[0]))
    ]
    return any(numbered) and not numbered[0]


def _is_stretched(columns: _Columns) -> bool:
    """Whether most parts of lines have wide gaps within them: so have lines that are set to both edges."""
    parts = [pieces for row in columns for pieces in row if pieces]
    return 2 * sum(len(pieces) > 1 for pieces in parts) > len(parts)


def _rows(lines: Sequence[PlacedLine], columns: _Columns) -> tuple[list[_Row], list[int]]:
    """The rows of a table, and in how many lines of each column something surely begins."""
    limits = [_limit([row[at] for row in columns]) for at in range(len(columns[0]))]
    stops = _has_stops(columns, limits)
    steps = [inf, *(one.base - other.base for one, other in pairwise(lines))]
    usual = min((step for step, line in zip(steps, lines, strict=True) if step >= line.top - line.bottom), default=inf)
    rows: list[_Row] = []
    begun = [0] * len(limits)
    for at, (line, pieces) in enumerate(zip(lines, columns, strict=True)):
        spoken = {index: one for index, one in enumerate(pieces) if one}
        gap = steps[at] > _ROW_GAP * usual
        begins = [_begins(rows[-1], index, one[0], limits[index], gap, stops) for index, one in spoken.items() if rows]
        for index, one in zip(spoken, begins, strict=False):
            begun[index] += one is True
        clear = at > 0 and lines[at - 1].bottom >= line.top - 1
        if not rows or clear and 0 in spoken and _begins_row(begins, gap):
            rows.append(_Row(at))
        for index, words in spoken.items():
            rows[-1].last[index] = words[-1]
            rows[-1].listed |= {index} if _is_bullet(words[0].text) else set()
    return rows, begun


def _has_stops(columns: _Columns, limits: Sequence[float]) -> bool:
    """Whether most of what ends surely in cells ends with a stop."""
    ends: list[bool] = []
    for index, limit in enumerate(limits):
        spoken = [row[index] for row in columns if row[index]]
        sure = [above[-1] for above, below in pairwise(spoken) if not _is_broken(above[-1], below[0], limit)]
        ends += [ENDS_SENTENCE.search(one.text) is not None for one in sure]
    return 2 * sum(ends) > len(ends)


def _begins_row(begins: Sequence[bool | None], gap: bool) -> bool:
    """Whether a row begins, by whether something begins in each column that has words: in one surely, and in none it
    goes on. Words in the first alone are a row only after a gap.
    """
    return True in begins and False not in begins and (gap or len(begins) > 1)


def _begins(row: _Row, index: int, piece: Piece, limit: float, gap: bool, stops: bool) -> bool | None:
    """Whether something begins with a line of a cell; None where that is not known. A list is in one cell."""
    above = row.last.get(index)
    if above is None:
        return True if gap else None
    if _is_bullet(piece.text) and (index in row.listed or above.text.endswith(":")):
        return None
    if _goes_on(above.text, piece.text):
        return False
    if gap or ENDS_SENTENCE.search(above.text) or not _is_broken(above, piece, limit):
        return True
    return False if stops else None


def _is_bullet(text: str) -> bool:
    marker, _ = typed_marker(text)
    return marker is not None and marker.kind == "bullet"

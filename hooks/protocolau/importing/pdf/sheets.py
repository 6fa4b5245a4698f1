"""Tables of a PDF that go on over the edge of a page, as one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from protocolau.importing.pdf.furniture import PdfPage
from protocolau.importing.pdf.grids import GridCell
from protocolau.importing.pdf.rows import ENDS_SENTENCE, Row, Ruled, at_gaps

_NEAR = 4.0
"""Points by which the columns of one table may differ between pages."""
_FEWEST = 3
"""Rows that a table has besides one of which it is known by them what is wanting in it."""
_Cells = tuple[tuple[GridCell, tuple[Row, ...]], ...]


def continued(
    pages: Sequence[PdfPage], furniture: Mapping[tuple[int, int], str]
) -> tuple[list[PdfPage], list[tuple[int, str]]]:
    """The pages, with a table that goes on at the head of the next page put together where it begins; and the heads
    that are printed there again, each with the number of its page.

    What is taken away leaves a row without words, so that every other block keeps its place.
    """
    again: list[tuple[int, str]] = []
    made = [list(page.blocks) for page in pages]
    open_at: tuple[int, int] | None = None
    above: list[int] = []
    for number, page in enumerate(pages):
        spoken = [place for place, one in enumerate(made[number]) if one.text and (page.number, place) not in furniture]
        first = made[number][spoken[0]] if spoken else None
        while above and isinstance(first, Ruled) and (row := _row_above(made[number - 1][above[-1]], first)):
            made[number - 1][above.pop()] = Row(())
            made[number][spoken[0]] = first = replace(first, cells=(row, *first.cells))
        above = spoken
        if open_at and isinstance(first, Ruled):
            before = made[open_at[0]][open_at[1]]
            if isinstance(before, Ruled) and _alike(before, first):
                if _is_headed_alike(before, first):
                    again.append((page.number, " ".join(_words(first.cells[0]))))
                    first = replace(first, cells=first.cells[1:])
                made[open_at[0]][open_at[1]] = _together(before, first)
                made[number][spoken[0]] = Row(())
                spoken = spoken[1:]
        open_at = _last_table(made, number, spoken) if spoken else open_at
    return [replace(page, blocks=tuple(blocks)) for page, blocks in zip(pages, made, strict=True)], again


def _row_above(row: Row | Ruled, table: Ruled) -> _Cells | None:
    """A line at the foot of the page before as a row of a table, its heads as a rule: each of several words begins
    where a column does.
    """
    pieces = list(at_gaps(row)) if isinstance(row, Row) else []
    starts = [min(one.left for _, rows in column for one in rows) for column in _columns(table)]
    if not 1 < len(pieces) == len(starts):
        return None
    if any(abs(one.left - start) > _NEAR for one, start in zip(pieces, starts, strict=True)):
        return None
    return tuple((GridCell(0, place, 1, False), (one,)) for place, one in enumerate(pieces))


def _columns(table: Ruled) -> list[list[tuple[GridCell, tuple[Row, ...]]]]:
    """The cells with words of each column, if every row has the same."""
    alike = len({tuple(cell.column for cell, _ in row) for row in table.cells}) == 1
    columns = [[one for one in column if one[1]] for column in zip(*table.cells, strict=True)] if alike else []
    return columns if all(columns) else []


def _last_table(made: Sequence[Sequence[Row | Ruled]], number: int, spoken: Sequence[int]) -> tuple[int, int] | None:
    return (number, spoken[-1]) if isinstance(made[number][spoken[-1]], Ruled) else None


def _alike(one: Ruled, other: Ruled) -> bool:
    """Whether the columns of both begin in the same places."""
    return len(one.lefts) == len(other.lefts) and all(
        abs(left - right) <= _NEAR for left, right in zip(one.lefts[:-1], other.lefts[:-1], strict=True)
    )


def _is_headed_alike(one: Ruled, other: Ruled) -> bool:
    """Whether the heads of a table are printed again, above more of it."""
    return len(other.cells) > 1 and _words(other.cells[0]) == _words(one.cells[0])


def _together(one: Ruled, other: Ruled) -> Ruled:
    """Both as one, with a row whole that the page's edge has cut."""
    rest, cells = list(other.cells), list(one.cells)
    if _goes_on(cells[-1], rest[0]) or _is_left_over(rest[0], [*cells, *rest[1:]]):
        cells[-1] = tuple(
            (cell, (*rows, *more)) for (cell, rows), (_, more) in zip(cells[-1], rest.pop(0), strict=True)
        )
    return replace(one, cells=(*cells, *rest))


def _is_left_over(row: _Cells, others: Sequence[_Cells]) -> bool:
    """Whether a row says nothing in its first cell, nor in others, where each row of the table does: it is the rest of
    one that was cut between two sentences.
    """
    empty = [place for place, words in enumerate(_words(row)) if not words]
    alike = all([cell.span for cell, _ in row] == [cell.span for cell, _ in other] for other in others)
    spoken = alike and all(_words(other)[place] for other in others for place in empty)
    return empty[:1] == [0] and spoken and len(others) >= _FEWEST


def _words(cells: _Cells) -> list[str]:
    return [" ".join(row.text for row in rows) for _, rows in cells]


def _goes_on(above: _Cells, below: _Cells) -> bool:
    """Whether a row is the rest of the one above: of its cells some are empty, or go on in the middle of a sentence, or
    most do, and in the others a sentence has just ended.

    Where the first is empty, one that goes on may begin with a capital letter.
    """
    if [cell.span for cell, _ in above] != [cell.span for cell, _ in below]:
        return False
    pairs = [(before, after) for before, after in zip(_words(above), _words(below), strict=True) if after]
    named = not _words(below)[0]
    unfinished = [
        bool(before) and not ENDS_SENTENCE.search(before) and (named or after[0].islower()) for before, after in pairs
    ]
    mostly = len(pairs) > 2 and 2 * sum(unfinished) > len(pairs)
    ended = all(goes_on or ENDS_SENTENCE.search(before) for goes_on, (before, _) in zip(unfinished, pairs, strict=True))
    return any(unfinished) and (all(unfinished) or len(pairs) < len(above) or mostly and ended)

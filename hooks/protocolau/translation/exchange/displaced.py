"""Translations of a spreadsheet that stand beside other texts than their own, as when a column is sorted alone.

No row says so: each has its own number and its own source. But what one row left with now stands in another, and a
translation that is new is no longer about as long as its text. Of ten neighbours of the five protocols the lengths
agree by 0.74 at least (a correlation of their logarithms); of ten that were moved down by a row, by less than 0.46 in
nineteen cases of twenty.
"""

from collections.abc import Sequence
from math import log
from statistics import StatisticsError, correlation, pstdev

from protocolau.translation.exchange.fingerprint import fingerprint
from protocolau.translation.exchange.incoming import IncomingUnit

_NEIGHBOURS, _LEAST_ALIKE, _LEAST_SPREAD = 10, 0.3, 0.3
_FEWEST = 3
"""Rows with what others left with, below which a translation may have been copied on purpose."""


def first_displaced(rows: Sequence[IncomingUnit]) -> IncomingUnit | None:
    """The first of the rows whose translations seem to be of other texts than those beside them."""
    changed = [row for row in rows if row.target and not (row.exported and row.exported.left_with(row.target))]
    return _apart(rows) or _with_others(rows, changed) or _of_other_lengths(changed)


def _apart(rows: Sequence[IncomingUnit]) -> IncomingUnit | None:
    """The first row that has the text with which another left, where there are several."""
    left = {row.exported.source for row in rows if row.exported}
    moved = [
        row
        for row in rows
        if row.exported and not row.exported.came_from(row.source) and fingerprint(row.source) in left
    ]
    return moved[0] if len(moved) >= _FEWEST else None


def _with_others(rows: Sequence[IncomingUnit], changed: Sequence[IncomingUnit]) -> IncomingUnit | None:
    """The first row that has the translation with which another left, where most of those that were changed have."""
    left = {row.exported.target: row.source for row in rows if row.exported}
    moved = [
        row for row in changed if row.exported and left.get(fingerprint(row.target or ""), row.source) != row.source
    ]
    return moved[0] if len(moved) >= _FEWEST and 2 * len(moved) > len(changed) else None


def _of_other_lengths(changed: Sequence[IncomingUnit]) -> IncomingUnit | None:
    """The first of ten neighbours whose translations are long where their texts are short."""
    times: dict[str, int] = {}
    for row in changed:
        times[row.target or ""] = times.get(row.target or "", 0) + 1
    rows = [row for row in changed if times[row.target or ""] == 1 and row.source]
    for start in range(len(rows) - _NEIGHBOURS + 1):
        if _differ(rows[start : start + _NEIGHBOURS]):
            return rows[start]
    return None


def _differ(rows: Sequence[IncomingUnit]) -> bool:
    sources, targets = [log(len(row.source)) for row in rows], [log(len(row.target or "")) for row in rows]
    try:
        return pstdev(sources) >= _LEAST_SPREAD and correlation(sources, targets) < _LEAST_ALIKE
    except StatisticsError:  # all as long as each other
        return False

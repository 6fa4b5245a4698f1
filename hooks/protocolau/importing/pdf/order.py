"""The rows of a page of a PDF in the order in which they are read, where the file has them in another: boxes and large
first letters that were drawn before all else, headings that were drawn last.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from protocolau.importing.pdf.rows import INITIAL, Row
from protocolau.importing.structure.markers import typed_marker

_MOST_ROWS = 400
"""Rows on a page from which on it is a drawing."""
_GAP = 1.8
"""How many times the size of its letters a row stands below the one above it where something else may stand between."""
_NEAR = 14.0
"""Points between it and its word at the most."""
_MOSTINITIALS, _MOST_SIGNS = 5, 100
_LONGEST_SIGN = 8
_FURTHEST = 45.0
"""Points between the sign of an item and its words at the most."""
_WORD = re.compile(r"\w+")


def in_order(rows: Sequence[Row]) -> list[Row]:
    """Rows in their order: each comes before what it stands above, unless that is the middle of a paragraph."""
    whole = _with_signs(_with_initials(rows)) if len(rows) <= _MOST_ROWS else list(rows)
    if len(rows) > _MOST_ROWS or not any(_is_up(one, other) for one, other in pairwise(whole)):
        return whole
    made: list[Row] = []
    at = 0
    for index, (last, row) in enumerate(zip((None, *whole), whole, strict=False)):
        if last is None or _is_up(last, row):
            at = 0 if _is_head(whole, index) else _place(made, at, row)
        else:
            at = _behind(made, at, last, row)
        made.insert(at, row)
        at += 1
    return made


def _is_head(rows: Sequence[Row], at: int) -> bool:
    """Whether a row, and what goes on from it, stands above every other on the page and begins no column: it stands
    over some that the file has before it, or over none that the file has behind it.
    """
    end = next((index for index in range(at + 1, len(rows)) if _is_between(rows[index - 1], rows[index])), len(rows))
    lowest = min(rows[at:end], key=lambda row: row.base)
    if not all(_is_up(other, lowest) for other in (*rows[:at], *rows[end:])):
        return False
    return any(_is_over(lowest, one) for one in rows[:at]) or not any(_is_over(lowest, one) for one in rows[end:])


def _place(made: Sequence[Row], at: int, row: Row) -> int:
    """The place of a row with which something begins: before the first that it stands over, where a gap is; else
    behind what the file has before it.
    """
    place = next((index for index, other in enumerate(made) if _is_over(row, other)), at)
    return place if place == 0 or place < len(made) and _is_between(made[place - 1], made[place]) else at


def _behind(made: Sequence[Row], at: int, last: Row, row: Row) -> int:
    """The place of a row that follows another: behind it and, where a gap is between, behind what stands over it and
    what goes on from there down to it.
    """
    if not _is_between(last, row):
        return at
    place = at
    for index in range(at, len(made)):
        if _is_over(made[index], row):
            place = index + 1
        elif not _is_up(row, made[index]):
            break
    while at < place < len(made) and _is_up(row, made[place]) and not _is_up(made[place - 1], made[place]):
        place += 1
    return place


def _is_up(one: Row, other: Row) -> bool:
    """Whether a row stands above the one that the file has before it."""
    return other.base > one.base + 0.5 * min(one.size, other.size)


def _is_over(one: Row, other: Row) -> bool:
    """Whether a row stands above another, and not only beside what stands above it."""
    return other.base < one.base - 0.5 * min(one.size, other.size) and one.left < other.right and other.left < one.right


def _is_between(one: Row, other: Row) -> bool:
    """Whether something else may stand between two rows."""
    return _is_up(one, other) or one.base - other.base > _GAP * max(one.size, other.size)


def _with_initials(rows: Sequence[Row]) -> list[Row]:
    """Rows, with a large first letter joined to the row that it begins, wherever the file has it."""
    made = list(rows)
    for initial in [row for row in rows if len(row.text) == 1 and row.text.isupper()][:_MOSTINITIALS]:
        beside = [place for place, row in enumerate(made) if _begins(initial, row)]
        if beside:
            first = max(beside, key=lambda place: made[place].base)
            made[first] = _joined(initial, made[first], Counter(_WORD.findall(" ".join(row.text for row in rows))))
            made.remove(initial)
    return made


def _begins(initial: Row, row: Row) -> bool:
    """Whether a large letter stands before a row, as high as it."""
    near = -1 <= row.left - initial.right <= _NEAR and initial.bottom < row.base < initial.top + 0.5 * row.size
    return near and initial.size >= INITIAL * row.size and row.text[0].isalpha()


def _joined(initial: Row, row: Row, words: Counter[str]) -> Row:
    rest = _WORD.match(row.text)
    gap = " " if initial.text in "AIOY" and rest and words[rest[0]] > 1 else ""
    return Row((replace(row.parts[0], text=f"{initial.text}{gap}", left=initial.left, right=row.left), *row.parts))


def _with_signs(rows: Sequence[Row]) -> list[Row]:
    """Rows, with a bullet or a number that stands alone joined to the row before which it stands, wherever the file has
    it.
    """
    made = list(rows)
    for sign in [row for row in rows if _is_sign(row)][:_MOST_SIGNS]:
        beside = [place for place, row in enumerate(made) if _stands_before(sign, row)]
        first = min(beside, key=lambda place: made[place].left, default=None)
        if first is not None:
            made[first] = Row((*sign.parts, replace(made[first].parts[0], text=" "), *made[first].parts))
            made.remove(sign)
    return made


def _is_sign(row: Row) -> bool:
    """Whether a row is the sign or the number of an item, or of a clause, and nothing else."""
    marker, rest = typed_marker(f"{row.text} X") if len(row.text) <= _LONGEST_SIGN else (None, "")
    return marker is not None and marker.sure and rest == "X"


def _stands_before(sign: Row, row: Row) -> bool:
    level = abs(sign.base - row.base) < 0.15 * row.size or sign.bottom > row.bottom and sign.top < row.top
    return level and 0 < row.left - sign.right < _FURTHEST

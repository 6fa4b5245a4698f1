"""How wide the columns of a table in a Word file are, and how large its letters, so that no word of it is broken."""

import re
from collections.abc import Sequence

from docx.shared import Cm, Length, Pt
from docx.table import Table

from protocolau.exporting.outgoing_document import OutgoingProvision

_SIZE, _SMALLEST = 11, 6
"""Points of the letters of a text, and the least that letters of a table have."""
_LETTER, _MARGINS = Cm(0.22), Cm(0.4)
"""How wide a letter of that size is, a bold one among others, and what a cell has on both sides of its words."""
_LONG, _BEFORE_BREAK = 25, 16
"""Letters of a word that may be broken, and of its first part."""
_BREAKS = re.compile(r"[\s/–—-]+")


def fit(table: Table, rows: Sequence[Sequence[OutgoingProvision]], room: Length) -> Length | None:
    """Set the widths of the columns of a new table as its longest words ask for it, unless they fit in columns of one
    width. Returns the size of its letters, where they have to be smaller for it.
    """
    letters = _longest_words(rows)
    if _MARGINS + max(letters) * _LETTER <= room / len(letters):
        return None
    share = (room - len(letters) * _MARGINS) / (sum(letters) * _LETTER)
    widths = [Length(int(_MARGINS + one * _LETTER * share)) for one in letters]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            cell.width = width
    return Pt(max(_SMALLEST, int(_SIZE * share))) if share < 1 else None


def _longest_words(rows: Sequence[Sequence[OutgoingProvision]]) -> list[int]:
    """By column the letters of the longest word in a cell of it alone, and one to spare."""
    found = [2] * max(sum(cell.span for cell in row) for row in rows)
    for row in rows:
        place = 0
        for cell in row:
            if cell.span == 1:
                found[place] = max(found[place], _longest_word(cell) + 1)
            place += cell.span
    return found


def _longest_word(cell: OutgoingProvision) -> int:
    lengths = map(len, _BREAKS.split("".join(run.text for run in cell.text)))
    return max(_BEFORE_BREAK if length >= _LONG else length for length in lengths)

"""What stands in the cells of a sheet, as a translator sees it there, and how words are written into them."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.cell.rich_text import CellRichText, TextBlock

_ESCAPED = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_CODE = re.compile("_x([0-9A-Fa-f]{4})_")
"""A character as XLSX writes what XML cannot hold: `_x000D_` is a carriage return."""


def as_written(text: str) -> str:
    """A text as XLSX writes it: what looks like a code in it is not to be read as one."""
    return _ESCAPED.sub("_x005F_", text)


def any_text(cells: Sequence[Cell | MergedCell], place: int) -> str:
    """What stands in a cell, whatever it is."""
    value = cells[place].value if place < len(cells) else None
    return "" if value is None else str(value)


def words_of(cell: Cell | MergedCell) -> str | None:
    """The words of a cell. A number is taken for the text that it looks like; None for what is no text, as a formula,
    a date or an error."""
    if isinstance(cell.value, CellRichText):
        return _decoded(str(cell.value))
    if isinstance(cell.value, str) and cell.data_type not in ("f", "e"):
        return _decoded(cell.value)
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return _number(cell.value, cell.number_format)
    return None


def _decoded(written: str) -> str:
    return _CODE.sub(lambda code: chr(int(code[1], 16)), written)


def _number(value: float, shown_as: str) -> str | None:
    """A number as it was typed; None where the cell shows it otherwise, as money or with as many decimals."""
    is_percent = re.fullmatch(r"0(?:\.0+)?%", shown_as)
    if not is_percent and shown_as not in ("General", "@") and not (shown_as == "0" and value == int(value)):
        return None
    written = f"{value * 100 if is_percent else value:.12g}"
    return None if "e" in written else f"{written}%" if is_percent else written


def no_text(cell: Cell | MergedCell) -> str:
    """What a cell holds that has no words."""
    if cell.data_type == "f":
        return "a formula"
    if cell.data_type == "e":
        return f"an error ({cell.value})"
    if isinstance(cell.value, int | float) and not isinstance(cell.value, bool):
        return "a number"
    return "a date" if isinstance(cell.value, date | time | timedelta) else "something that is not text"


def is_struck(cell: Cell | MergedCell) -> bool:
    """Whether there is a line through the words of a cell, or through some of them, as of what is to be deleted."""
    parts = cell.value if isinstance(cell.value, CellRichText) else []
    return bool(cell.font.strike) or any(
        isinstance(part, TextBlock) and part.font.strike and part.text.strip() for part in parts
    )

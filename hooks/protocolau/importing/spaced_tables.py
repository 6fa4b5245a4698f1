"""Tables of a text of which the columns are set out with spaces, so that words begin below each other."""

import re
from collections.abc import Iterator
from itertools import groupby

from protocolau.importing.structure.markers import typed_marker

_PART = re.compile(r"\S+(?: \S+)*")
_FEWEST = 3
"""Rows of a table at the least."""
_NO_CELL = re.compile(r"[.…_]{4,}|^\d{1,3}$")
"""A place to sign or to fill in, and the number of a page, in what stands last on a line."""


def with_tabs(lines: list[str]) -> Iterator[str]:
    """The lines of a text, with a tab between the columns where each of some that stand together is a row of a table:
    its parts begin where those of the others do.
    """
    for _, group in groupby(lines, key=lambda line: bool(line.strip())):
        block = list(group)
        yield from map(_tabbed, block) if _is_table(block) else block


def _is_table(block: list[str]) -> bool:
    if len(block) < _FEWEST or any("\t" in line for line in block):
        return False
    rows = [list(_PART.finditer(line)) for line in block]
    columns = {tuple(part.start() for part in row) for row in rows}
    begun = not any(row and row[0][0][0].islower() for row in rows)  # else words that were broken in columns
    told = not all(row and _NO_CELL.search(row[-1][0]) for row in rows)
    listed = all(_is_sign(row[0][0]) for row in rows if row)
    return len(columns) == 1 and len(rows[0]) > 1 and begun and told and not listed


def _is_sign(part: str) -> bool:
    """Whether a part of a line is the number or the sign of an item, however a scanner has set it: "( a )"."""
    marker, rest = typed_marker(f"{part.replace(' ', '')} X")
    return marker is not None and rest == "X"


def _tabbed(line: str) -> str:
    return line[: len(line) - len(line.lstrip())] + "\t".join(_PART.findall(line))

"""Tables that are drawn with characters, as pandoc writes them: with every line, or with lines under their heads alone.

+-------+----------+        Role    Duties
| Role  | Duties   |        ------- ----------
+=======+==========+        Chair   Presides
| Chair | Presides |        Clerk   Writes
+-------+----------+
"""

import re
from itertools import groupby, pairwise
from typing import NamedTuple

_EDGE = re.compile(r"[ ]{0,3}\+(?:[:=-]{2,}\+)+[ \t]*$")
_UNDER_HEADS = re.compile(r"[ ]{0,3}-{2,}(?: +-{2,})+[ \t]*$")
_LINE = re.compile(r"[ ]{0,3}-{10,}[ \t]*$")
_ANY_LINE = re.compile(r"[ -]*-[ -]*$")
_MOST_HEADS = 5
"""Lines of the heads of columns."""
_HIGHEST = 2_000
"""Lines of such a table."""


class DrawnTable(NamedTuple):
    """The cells of a table, each with its lines and how many columns it covers, row by row; and where it ends."""

    rows: list[list[tuple[list[str], int]]]
    heads: int
    end: int


def drawn_table(lines: list[str], at: int) -> DrawnTable | None:
    """The table that begins on a line, from 0; None where none does."""
    if _EDGE.match(lines[at]):
        return _with_edges(lines, at)
    if _LINE.match(lines[at]):
        return _between_lines(lines, at)
    if at + 1 < len(lines) and lines[at].strip() and _UNDER_HEADS.match(lines[at + 1]):
        return _without_edges(lines, at)
    return None


def _with_edges(lines: list[str], at: int) -> DrawnTable | None:
    end = at + 1
    while end < min(len(lines), at + _HIGHEST) and lines[end].lstrip().startswith(("|", "+")):
        end += 1
    block = lines[at:end]
    edges = sorted({place for line in block if _EDGE.match(line) for place, sign in enumerate(line) if sign == "+"})
    rows: list[list[tuple[list[str], int]]] = []
    heads, row = 0, list[str]()
    for line in block[1:]:
        if not _EDGE.match(line):
            row.append(line)
            continue
        if row:
            rows.append(_cells(row, edges))
        row = []
        heads = len(rows) if "=" in line else heads
    return DrawnTable(rows, heads, end) if rows and not row else None


def _cells(row: list[str], edges: list[int]) -> list[tuple[list[str], int]]:
    """The cells of a row: where no line stands between two columns, one covers both."""
    walls = [place for place in edges if all(line[place : place + 1] in ("|", "+", "") for line in row)]
    if walls[:1] != edges[:1] or walls[-1:] != edges[-1:]:
        walls = edges
    return [
        (
            [line[left + 1 : right].rstrip().removeprefix(" ") for line in row],
            sum(left < place <= right for place in edges),
        )
        for left, right in pairwise(walls)
    ]


def _without_edges(lines: list[str], at: int) -> DrawnTable | None:
    """A table of which each row is one line, and the first blank one ends it."""
    under, end = lines[at + 1], at + 2
    while end < min(len(lines), at + _HIGHEST) and lines[end].strip() and not _ANY_LINE.match(lines[end]):
        if not _fits(lines[end], under):
            return None
        end += 1
    if end == at + 2 or not _fits(lines[at], under):
        return None
    rows = [_cut([line], under) for line in (lines[at], *lines[at + 2 : end])]
    return DrawnTable(rows, 1, end + (end < len(lines) and _ANY_LINE.match(lines[end]) is not None))


def _between_lines(lines: list[str], at: int) -> DrawnTable | None:
    """A table between two lines, of which blank ones part the rows."""
    under = next(
        (one for one in range(at + 2, at + 2 + _MOST_HEADS) if _UNDER_HEADS.match("".join(lines[one : one + 1]))), 0
    )
    inside = range(under + 1, min(len(lines), at + _HIGHEST))
    end = next((one for one in inside if _LINE.match(lines[one])), 0) if under else 0
    rows = [*lines[at + 1 : under], *lines[under + 1 : end]]
    if not end or not all(_fits(line, lines[under]) for line in rows):
        return None
    groups = [list(group) for full, group in groupby(lines[under + 1 : end], lambda line: bool(line.strip())) if full]
    return DrawnTable([_cut(group, lines[under]) for group in (lines[at + 1 : under], *groups)], 1, end + 1)


def _fits(line: str, under: str) -> bool:
    """Whether no word of a line stands across two columns, by the line under their heads."""
    starts = [match.start() for match in re.finditer(r"-+", under)]
    return all(not line[start - 1 : start].strip() for start in starts[1:])


def _cut(row: list[str], line: str) -> list[tuple[list[str], int]]:
    """The cells of a row, by the line under the heads of its columns."""
    starts = [match.start() for match in re.finditer(r"-+", line)]
    return [([one[left:right].strip() for one in row], 1) for left, right in pairwise([0, *starts[1:], None])]

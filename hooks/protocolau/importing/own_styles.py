"""The styles of the Word files that are made here, and Word's own for captions. They say what a line is, so that
nothing has to be guessed of it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from protocolau.importing.lines import Block, Line, Run, Table, lines_of

TITLE, NOTICE = "Title", "Protocol Notice"
CLAUSE, PARAGRAPH = "Protocol Clause", "Protocol Paragraph"
"""Each with a space and its level behind it."""
CAPTION, CELL, CELL_HEAD = "Protocol Caption", "Protocol Cell", "Protocol Cell Head"
_OURS = "Protocol "
_OF_WORD = "caption"
_NAMES_TABLE = re.compile(
    r"(?:table|tabl) (?:\d{1,3}(?:[.-]\d{1,3})?|[A-Z])(?!\w)(?:\W.{0,119}\w\W?)?(?<![.:;,])", re.IGNORECASE
)
"""What stands over a table and counts it: "Table 1: Timescales", not "Table 1 shows the times:"."""


def says_no_heading(line: Line) -> bool:
    """Whether a line's style says that it is words of the text, however it looks."""
    return line.style.startswith(_OURS) or line.style.lower() == _OF_WORD


def heads_said(table: Table) -> int | None:
    """How many rows are heads, where the styles of a table's lines say so."""
    styles = [{line.style for cell in row for line in lines_of(cell.blocks)} for row in table.rows]
    if not all(row and row <= {CELL, CELL_HEAD} for row in styles):
        return None
    return sum(row == {CELL_HEAD} for row in styles[:1])


def captioned(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with each caption put into the table below it."""
    caption: Line | None = None
    for block in blocks:
        if caption:
            if isinstance(block, Table) and block.caption is None:
                block = replace(block, caption=caption)
            else:
                yield caption
        caption = block if isinstance(block, Line) and _is_caption(block) else None
        if not caption:
            yield block
    if caption:
        yield caption


def _is_caption(line: Line) -> bool:
    if line.style == CAPTION or line.style.lower() == _OF_WORD:
        return True
    return not line.number and _NAMES_TABLE.fullmatch(" ".join(line.text.split())) is not None


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, with what stands before the tab of a clause taken for its number, whatever it looks like."""
    for block in blocks:
        yield _numbered(block) if isinstance(block, Line) and block.style.startswith(CLAUSE) else block


def _numbered(line: Line) -> Line:
    number, tab, _ = line.text.partition("\t")
    return replace(line, number=number, runs=tuple(runs_from(len(number) + 1, line.runs))) if number and tab else line


def runs_from(place: int, runs: Iterable[Run]) -> Iterator[Run]:
    """Runs without the characters before a place."""
    for run in runs:
        if rest := run.text[place:]:
            yield replace(run, text=rest)
        place = max(0, place - len(run.text))

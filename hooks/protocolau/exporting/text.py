"""Plain text at 80 columns: numbers hang, tables are grids as in reStructuredText, editors' notes in double brackets.

What a block is can be seen from its form alone, so that the import reads a text as it was written; the forms are
described there, in `importing/own_text.py`.
"""

import re
import textwrap
from collections.abc import Iterator, Sequence

from protocolau.exporting.outgoing_document import OutgoingDocument, OutgoingProvision
from protocolau.exporting.outgoing_runs import words_of
from protocolau.importing.own_text import BULLET_SIGN, HEADING_SIGNS, NOTICE_SIGN, REMARK, RULE, STEP, TITLE_SIGN

WIDTH = len(RULE)
_DEEPEST = 24


def write(document: OutgoingDocument) -> bytes:
    """The text of a document, in UTF-8, with a line break at its end."""
    blocks = ["\n".join(_head(document)), *_blocks(document.body, 0)]
    return ("\n\n".join(blocks) + "\n").encode()


def _head(document: OutgoingDocument) -> Iterator[str]:
    """Whose document it is, which version, and where it stays."""
    for words in (document.council, document.title.text, document.adopted_words, document.address):
        yield from _wrapped(words, 0)
    for notice in (*document.notices, document.labels.made):
        yield from _wrapped(f"[{notice}]", 0)
    yield RULE


def _blocks(provisions: Sequence[OutgoingProvision], indent: int) -> Iterator[str]:
    for one in provisions:
        yield from _provision(one, indent)


def _provision(one: OutgoingProvision, indent: int) -> Iterator[str]:
    """The blocks of a provision, with everything inside it."""
    is_set_in = (one.number or one.kind == "item") and not one.heading
    inner = min(indent + STEP, _DEEPEST) if is_set_in else indent
    if own := list(_own_words(one, indent)):
        yield "\n".join(own)
    remarks = [_remark(note, inner) for note in filter(None, (one.diagram, *one.notes))]
    if one.remarks_stand_first:
        yield from remarks
    yield from _blocks(one.items, inner)
    if one.rows:
        caption = _wrapped(words_of(one.heading), 0) if one.has_caption else []
        yield "\n".join([*caption, *_table(one)])
        yield from (_remark(f"{cell.where}: {note}", 0) for cell in one.cells for note in cell.notes)
    if not one.remarks_stand_first:
        yield from remarks
    yield from _blocks(one.provisions, inner)


def _remark(note: str, indent: int) -> str:
    """What editors say, between brackets that no words of a document stand in."""
    return "\n".join(_wrapped(f"{REMARK[0]}{note}{REMARK[1]}", indent))


def _own_words(one: OutgoingProvision, indent: int) -> Iterator[str]:
    """The number, the heading and the text of a provision."""
    heading, text, number = words_of(one.heading), words_of(one.text), one.number or ""
    if one.is_title:
        yield from _ruled(_hanging(number, text, 0), TITLE_SIGN)
    elif one.kind == "notice" and text and not heading:
        rule = NOTICE_SIGN * WIDTH
        yield from (rule, *_hanging(number, text, 0), rule)
    elif heading and not one.has_caption:
        yield from _ruled(_hanging(number, heading, indent), HEADING_SIGNS[one.level - 2])
        yield from _wrapped(text, indent) if text else ()
    elif text or number:
        bullet = BULLET_SIGN if one.kind == "item" and text else ""
        yield from _hanging(number or bullet, text, indent)


def _ruled(lines: list[str], sign: str) -> Iterator[str]:
    """Lines with a rule below them, as long as the longest."""
    indent = len(lines[0]) - len(lines[0].lstrip())
    yield from lines
    yield " " * indent + sign * max(3, max(len(line) for line in lines) - indent)


def _hanging(number: str, text: str, indent: int) -> list[str]:
    """Words with the number before them, their further lines set in below the first word."""
    start = f"{' ' * indent}{number}"
    begin = f"{start}  ".ljust(indent + STEP) if number else start
    further = " " * min(len(begin), indent + 3 * STEP)
    lines = textwrap.wrap(
        re.sub(r"[ \t\n]+", " ", text),
        WIDTH,
        initial_indent=begin,
        subsequent_indent=further,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return lines or [start]


def _wrapped(text: str, indent: int) -> list[str]:
    return _hanging("", text, indent)


def _table(one: OutgoingProvision) -> Iterator[str]:
    """A table in a grid. A cell that covers several columns is as wide as they are together."""
    count = max(sum(cell.span for cell in row) for row in (one.columns, *one.rows))
    widths = _widths(one, count)
    yield _line(widths, "-")
    if one.columns:
        yield from _row(one.columns, widths)
        yield _line(widths, "=")
    for row in one.rows:
        yield from _row(row, widths)
        yield _line(widths, "-")


def _widths(one: OutgoingProvision, count: int) -> list[int]:
    """The width of each column, all of them together as wide as the text, the longer words the more.

    A column is never narrower than the longest of its words: a grid of many columns may be wider than the text.
    """
    room, least = WIDTH - 1 - 3 * count, _least_widths(one, count)
    longest = [0] * count
    for row in (one.columns, *one.rows):
        for place, cell in _placed(row):
            if cell.span == 1:
                longest[place] = max(longest[place], len(words_of(cell.text)))
    wanted = [max(8, min(most, room)) for most in longest]
    shares = [max(8, room * one // sum(wanted), few) for one, few in zip(wanted, least, strict=True)]
    shares[shares.index(max(shares))] += max(0, room - sum(shares))
    while sum(shares) > room and shares != least:
        widest = max(range(count), key=lambda place: (shares[place] > least[place], shares[place]))
        shares[widest] -= 1
    return shares


def _least_widths(one: OutgoingProvision, count: int) -> list[int]:
    """The width that each column needs, so that no word in it is broken."""
    least = [1] * count
    cells = [placed for row in (one.columns, *one.rows) for placed in _placed(row)]
    for place, cell in sorted(cells, key=lambda placed: placed[1].span):
        word = max(map(len, re.split(r"\s", words_of(cell.text), flags=re.ASCII)))
        last = place + cell.span - 1
        least[last] = max(least[last], word - 3 * (cell.span - 1) - sum(least[place:last]))
    return least


def _placed(row: Sequence[OutgoingProvision]) -> Iterator[tuple[int, OutgoingProvision]]:
    """The cells of a row, each with the column in which it begins."""
    place = 0
    for cell in row:
        yield place, cell
        place += cell.span


def _row(cells: Sequence[OutgoingProvision], widths: Sequence[int]) -> Iterator[str]:
    columns = []
    for place, cell in _placed(cells):
        covered = widths[place : place + cell.span]
        width = sum(covered) + 3 * (len(covered) - 1)
        lines = textwrap.wrap(words_of(cell.text), width, break_on_hyphens=False) or [""]
        columns.append((width, lines))
    for index in range(max(len(lines) for _, lines in columns)):
        shown = (lines[index] if index < len(lines) else "" for _, lines in columns)
        padded = (text.ljust(width) for text, (width, _) in zip(shown, columns, strict=True))
        yield f"| {' | '.join(padded)} |"


def _line(widths: Sequence[int], sign: str) -> str:
    return "+" + "+".join(sign * (width + 2) for width in widths) + "+"

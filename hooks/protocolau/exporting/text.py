"""Plain text at 80 columns: numbers hang, tables are drawn as reStructuredText draws them, notes stand in brackets."""

import textwrap
from collections.abc import Iterator, Sequence

from protocolau.exporting.outgoing_document import OutgoingDocument, OutgoingProvision, words_of

WIDTH = 80
RULE = "=" * WIDTH
"""Parts what editors say of the whole from the words of the document."""

_STEP = 4
_DEEPEST = 24
_BULLET = "-"


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
    heading, text = words_of(one.heading), words_of(one.text)
    number = one.number or (_BULLET if one.kind == "item" and text else "")
    inner = min(indent + _STEP, _DEEPEST) if number or one.kind == "item" else indent
    if heading:
        yield "\n".join(_hanging(number, heading, indent))
    if text or (number and not heading):
        yield "\n".join(_hanging("" if heading else number, text, inner if heading and number else indent))
    yield from _blocks(one.items, inner)
    if one.rows:
        yield "\n".join(_table(one))
        yield from ("\n".join(_wrapped(f"[{note}]", 0)) for cell in one.cells for note in cell.notes)
    for note in filter(None, (one.diagram, *one.notes)):
        yield "\n".join(_wrapped(f"[{note}]", inner))
    yield from _blocks(one.provisions, inner if one.number or one.kind == "item" else indent)


def _hanging(number: str, text: str, indent: int) -> list[str]:
    """Words with the number before them, their further lines set in below the first word."""
    start = f"{' ' * indent}{number}"
    begin = start.ljust(indent + _STEP - 1) + " " if number else start
    further = " " * min(len(begin), indent + 3 * _STEP)
    lines = textwrap.wrap(
        text, WIDTH, initial_indent=begin, subsequent_indent=further, break_long_words=False, break_on_hyphens=False
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
    """The width of each column, all of them together as wide as the text, the longer words the more."""
    room = WIDTH - 1 - 3 * count
    longest = [[8, 0] for _ in range(count)]
    for row in (one.columns, *one.rows):
        place = 0
        for cell in row:
            if cell.span == 1:
                longest[place][1] = max(longest[place][1], len(words_of(cell.text)))
            place += cell.span
    wanted = [max(least, min(most, room)) for least, most in longest]
    shares = [max(8, room * one // sum(wanted)) for one in wanted]
    shares[shares.index(max(shares))] += room - sum(shares)
    return shares


def _row(cells: Sequence[OutgoingProvision], widths: Sequence[int]) -> Iterator[str]:
    columns, place = [], 0
    for cell in cells:
        covered = widths[place : place + cell.span]
        width = sum(covered) + 3 * (len(covered) - 1)
        lines = textwrap.wrap(words_of(cell.text), width, break_on_hyphens=False) or [""]
        columns.append((width, lines))
        place += cell.span
    for index in range(max(len(lines) for _, lines in columns)):
        shown = (lines[index] if index < len(lines) else "" for _, lines in columns)
        padded = (text.ljust(width) for text, (width, _) in zip(shown, columns, strict=True))
        yield f"| {' | '.join(padded)} |"


def _line(widths: Sequence[int], sign: str) -> str:
    return "+" + "+".join(sign * (width + 2) for width in widths) + "+"

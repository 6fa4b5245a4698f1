"""The plain texts that are made here, read back as they were written: each block says by its form what it is.

Words                words of the text, set in by four spaces for each level
1.1  Words           two spaces or more part a number from its words
-   Words            a bullet
Words                a heading, its level by the sign of the rule below it; its own text stands right below the rule
-----
-----
Words                a notice, between two rules
-----
Words                a table's heading, right above its grid
+-----+
[[Words]]            what editors say
"""

import re
from collections.abc import Iterator, Sequence

from protocolau.importing import own_styles
from protocolau.importing.lines import BULLET, Aside, Block, Cell, Line, ReadDocument, Run, Table

RULE = "=" * 80
"""Parts what editors say of the whole from the words of the document."""
TITLE_SIGN, HEADING_SIGNS, NOTICE_SIGN = "=", "-~^'\"", "*"
"""Of which rules below words are made: one sign for each level of heading."""
STEP = 4
BULLET_SIGN = "-"
REMARK = "[[", "]]"
"""Brackets of what editors say. Single ones are the document's own."""

_INDENT = 709
"""Twentieths of a point for a level, as in our Word files."""
_DEEPEST = 3
_MOST_WORDS_OF_NUMBER = 4
_NUMBERED = re.compile(rf"(\S+(?: \S+){{0,{_MOST_WORDS_OF_NUMBER - 1}}})(?: {{2,}}(\S.*))?")
_LONE_NUMBER = re.compile(r"\S{1,8}[.)—–]")
_ADDRESS = re.compile(r"^https?://\S+$", re.MULTILINE)


def is_ours(text: str) -> bool:
    """Whether a text was made here: above its first rule stand its address, and in brackets who made it."""
    head, rule, _ = text.partition(f"\n{RULE}\n")
    return bool(rule and _ADDRESS.search(head) and head.endswith("]"))


def own_text_reading(text: str) -> ReadDocument:
    """One of our texts as read."""
    head, _, body = text.partition(f"\n{RULE}\n")
    asides = [Aside("header", line) for line in head.split("\n")]
    blocks: list[Block] = []
    place = head.count("\n") + 3
    for lines, at in _apart(body.split("\n"), place):
        if lines[0].lstrip().startswith(REMARK[0]) and lines[-1].endswith(REMARK[1]):
            asides.append(Aside("comment", _joined(lines), at))
        else:
            blocks += _blocks(lines, at)
    return ReadDocument(tuple(blocks), asides=tuple(asides))


def _apart(lines: Sequence[str], first: int) -> Iterator[tuple[list[str], int]]:
    """The blocks between blank lines, each with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], first):
        if line.strip():
            block.append(line.rstrip())
        elif block:
            yield block, number - len(block)
            block = []


def _blocks(lines: list[str], place: int) -> Iterator[Block]:
    grid = next((at for at, line in enumerate(lines) if re.fullmatch(r"(\+[-=]+)+\+", line)), None)
    if grid is not None:
        if grid:
            yield _line(own_styles.CAPTION, _numbered(lines[:grid]), place, bold=True)
        yield _table(lines[grid:], place + grid)
        return
    if _rule_sign(lines[0]) == NOTICE_SIGN:
        yield _line(own_styles.NOTICE, _numbered(lines[1:-1]), place, bold=True)
        return
    under = next((at for at in range(1, len(lines)) if _is_ruled(lines[:at], lines[at])), None)
    if under is None:
        yield _words(lines, place)
        return
    yield _heading(lines[:under], _rule_sign(lines[under]), place)
    if lines[under + 1 :]:
        # as in our Word files, where the text of a numbered heading has the style of numbered words
        numbered = "\t" in _numbered(lines[:under])
        style = own_styles.CLAUSE if numbered else own_styles.PARAGRAPH
        level = _level(lines[under + 1])
        yield _line(f"{style} {level + 1}", _joined(lines[under + 1 :]), place + under + 1, indent=_INDENT * level)


def _rule_sign(line: str) -> str:
    """The sign of which a line is made alone; empty where it has words."""
    bare = line.strip()
    signs = TITLE_SIGN + HEADING_SIGNS + NOTICE_SIGN
    return bare[0] if len(bare) > 2 and bare[0] in signs and set(bare) == {bare[0]} else ""


def _is_ruled(lines: Sequence[str], rule: str) -> bool:
    """Whether a line is the rule below others: as long as the longest. Dots to be written on are words."""
    return bool(_rule_sign(rule)) and len(rule) == max(len(rule) - len(rule.strip()) + 3, *map(len, lines))


def _heading(lines: list[str], sign: str, place: int) -> Line:
    if sign == TITLE_SIGN:
        return _line(own_styles.TITLE, _numbered(lines), place)
    level = HEADING_SIGNS.index(sign)
    return _line(f"heading {level + 1}", _numbered(lines), place, bold=True, outline=level)


def _words(lines: list[str], place: int) -> Line:
    """Words of the text: with a bullet, with a number, or with neither."""
    level, words = _level(lines[0]), _numbered(lines)
    indent = _INDENT * level
    number, _, text = words.partition("\t")
    if text and number == BULLET_SIGN:
        style = f"List Bullet {min(level, 2) + 1}" if level else "List Bullet"
        return Line((Run(text),), BULLET, 0, style=style, indent=indent, place=place)
    style = own_styles.CLAUSE if "\t" in words else own_styles.PARAGRAPH
    return _line(f"{style} {level + 1}", words, place, indent=indent)


def _numbered(lines: Sequence[str]) -> str:
    """The words of a block, with a tab behind its number where it has one."""
    found = _NUMBERED.fullmatch(lines[0].strip())
    if found and found[2]:
        return f"{found[1]}\t{_joined([found[2], *lines[1:]])}"
    words = _joined(lines)
    return f"{words}\t" if _LONE_NUMBER.fullmatch(words) else words


def _level(line: str) -> int:
    return min((len(line) - len(line.lstrip(" "))) // STEP, _DEEPEST)


def _line(style: str, text: str, place: int, bold: bool = False, outline: int | None = None, indent: int = 0) -> Line:
    return Line((Run(text, bold=bold),), style=style, outline=outline, indent=indent, place=place)


def _joined(lines: Sequence[str]) -> str:
    return " ".join(line.strip() for line in lines)


def _table(lines: Sequence[str], place: int) -> Table:
    """A grid: what stands between two rules is a row, and where a column's line is missing a cell goes on."""
    edges = [at for at, sign in enumerate(lines[0]) if sign == "+"]
    heads = any(line.startswith("+=") for line in lines)
    rows: list[tuple[Cell, ...]] = []
    row: list[str] = []
    for line in lines[1:]:
        if line.startswith("+"):
            style = own_styles.CELL_HEAD if heads and not rows else own_styles.CELL
            rows.append(tuple(_cells(row, edges, style, place)))
            row = []
        else:
            row.append(line.ljust(edges[-1] + 1))
    return Table(tuple(rows), place, heads=int(heads))


def _cells(lines: Sequence[str], edges: Sequence[int], style: str, place: int) -> Iterator[Cell]:
    parts = [edge for edge in edges if all(line[edge] == "|" for line in lines)]
    for start, end in zip(parts, parts[1:], strict=False):
        words = _joined([one for line in lines if (one := line[start + 1 : end].strip())])
        span = edges.index(end) - edges.index(start)
        yield Cell((_line(style, words, place),), span)

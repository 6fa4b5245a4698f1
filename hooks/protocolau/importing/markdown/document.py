"""Markdown as lines: what it says of headings, lists, emphasis and tables, with every word."""

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from protocolau.importing.characters import SUPERSCRIPT, clean, decoded
from protocolau.importing.lines import BULLET, Aside, Block, Cell, Line, ReadDocument, Run, Table
from protocolau.importing.mails import without_heads_of_mails
from protocolau.importing.markdown.drawn_tables import drawn_table
from protocolau.importing.markdown.parts import ATTRIBUTES, BLOCK, ITEM, LEADS, markdown_parts
from protocolau.importing.markdown.programs import title_above, without_remarks
from protocolau.importing.own_styles import PARAGRAPH, TITLE
from protocolau.importing.web_page import blocks_of
from protocolau.importing.web_page.elements import ELEMENTS
from protocolau.read.text import line_at

_HEADING = re.compile(rf"(#{{1,6}})[ \t]+(.*?)(?:[ \t]+#+)?(?:[ \t]*{ATTRIBUTES})?[ \t]*$")
_NAMED = re.compile(rf"[ \t]*{ATTRIBUTES}$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{3,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_BULLET = re.compile(r"([ \t]*)([-*+•·])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}>[ \t]?")
_TASK = re.compile(r"^\[([ xX])\](?=[ \t])[ \t]+")
_DEFINITION = re.compile(r"[ ]{0,3}:[ \t]+(?=\S)")
_NUMBERED = re.compile(
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]{1,2}|[ivxlc]{1,6})[.)](?:\s|$)|\d{1,3}(?:\.\d{1,3})+\s|[-–—•·]\s", re.IGNORECASE
)
"""The beginning of a line that has a number or a sign of its own, typed."""
_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_FRONT = re.compile(r"(?:---[ \t]*\n(.*?)\n(?:---|\.\.\.)|\+\+\+[ \t]*\n(.*?)\n\+\+\+)[ \t]*\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title(?::|[ \t]*=)[ \t]*([\"']?)(\S.*?)\1[ \t]*$", re.MULTILINE)
_LINK = re.compile(rf"(?<!\\)\[((?:[^\[\]\n]|\[[^\[\]\n]*\])*)\](?:{LEADS}(?:{ATTRIBUTES})?|{ATTRIBUTES})")
_TO_PLACE = re.compile(r"(?:\d{1,3}[.)][ \t]+)?\[.*\]\(#[^()\s]*\)[ \t]*")
"""A line that is nothing but a link to a place of the text, with the number of an item or without."""
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(ELEMENTS))})(?:\s[^<>\n]*=[^<>\n]*)?\s*/?>", re.IGNORECASE)
"""Elements of HTML. Any other words in angle brackets are words: <name of the council>."""
_BOLD_TAG, _ITALIC_TAG = re.compile(r"</?(?:b|strong)>"), re.compile(r"</?(?:i|em)>")
_MARK = re.compile(r"\\([!-/:-@\[-`{-~])|(?:_{4,}|\*{4,})|(\*\*\*|___|\*\*|__|\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`+)")
_RAISED = re.compile(r"(?<=\w)\^(\w{1,4})\^|<sup>(\w{1,4})</sup>")
_LOWERED = re.compile(r"(?<=\w)~(\w{1,4})~(?!~)")
_WORDS_HEAD = re.compile(r"#{1,6}[ \t]+\S", re.MULTILINE)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~|<(del|s|strike)>([^<\n]*)</\2>", re.IGNORECASE)
_IN_HTML = re.compile(r"[ ]{0,3}<(table|ul|ol|dl)\b", re.IGNORECASE)
_CELL_OF_HTML = re.compile(r"<(?:p|ul|ol|li|div)\b", re.IGNORECASE)
_LONGEST_HTML = 2_000
"""Lines of a list or a table that is written as HTML."""
_STEP = 360
_WRAPPED = 50
"""Characters from which a line may be one that was broken at the width of a page."""
_LONGEST_HEADING = 200


def looks_like_markdown(text: str) -> bool:
    """Whether a text has headings or bold words as Markdown writes them."""
    return len(_WORDS_HEAD.findall(text)) >= 2 or len(re.findall(r"\*\*[^\s*][^*\n]*\*\*", text)) >= 3


def read(data: bytes) -> ReadDocument:
    """A Markdown file as read."""
    text, asides = without_heads_of_mails(clean(decoded(data)[0]))
    reading = markdown_reading(text, shown=True)
    return replace(reading, asides=(*asides, *reading.asides))


def markdown_reading(text: str, shown: bool = False) -> ReadDocument:
    """A text in Markdown as read.

    With `shown` it is as a page made from it shows it: lists count their items, and lines run on in their paragraph.
    """
    title, asides, text = _front(text, shown)
    struck = [Aside("struck", one[1] or one[3], line_at(text, one.start())) for one in _STRUCK.finditer(text)]
    parts = markdown_parts(_STRUCK.sub("", text), shown)
    blocks = tuple(_blocks(parts.lines, parts.code, shown))
    heads = sum(isinstance(one, Line) and one.outline == 0 for one in blocks)
    if title and heads != 1:
        blocks = (Line((Run(title, bold=True),), style=TITLE, place=1), *blocks)
    notes = tuple(Line(tuple(_runs(words)), place=place) for place, words in parts.notes)
    remarks = {"notes": len(notes), "pictures": parts.pictures}
    return ReadDocument(
        blocks, notes, (*asides, *struck, *parts.asides), {name: count for name, count in remarks.items() if count}
    )


def _front(text: str, shown: bool) -> tuple[str, list[Aside], str]:
    """The title that stands before a text, for programs alone; all that is set aside of it; the text in its lines."""
    if front := _FRONT.match(text):
        said = (front[1] or front[2] or "").strip()
        title = _FRONT_TITLE.search(said)
        rest = "\n" * front[0].count("\n") + text[front.end() :]
        return title[2].strip() if title else "", [Aside("furniture", said)] if said else [], rest
    if not shown:
        return "", [], text
    more, text = title_above(text)
    text, remarks = without_remarks(text)
    return "", [*more, *remarks], text


def _blocks(lines: list[str], code: set[int], shown: bool) -> Iterator[Block]:
    apart, index = False, 0
    while index < len(lines):
        line, place = lines[index], index + 1
        index += 1
        if place - 1 in code or not line.strip("\f \t") or line.strip() == "\\":
            if place - 1 in code and line.strip():
                yield Line((Run(clean(line.strip())),), indent=_STEP, place=place, apart=apart)
            apart = place - 1 not in code or not line.strip()
            continue
        if found := _html_or_table(lines, place - 1, shown):
            blocks, index = found
            yield from blocks
            apart = True
            continue
        if _RULE.match(line):
            apart = True
            continue
        alone = not shown or _HEADING.fullmatch(line.strip())
        end = index if alone else _end_of_paragraph(lines, index, code)
        paragraph, index = lines[place - 1 : end], end
        if outline := _outline(paragraph, lines[end] if end < len(lines) else ""):
            words = _NAMED.sub("", " ".join(map(str.strip, paragraph)))
            yield Line(tuple(_runs(words)), outline=outline - 1, place=place, apart=apart)
            apart, index = True, end + 1
            continue
        for at, words in _broken(paragraph):
            made = _line(words, place + at, apart)
            if made.text.strip() or made.number:
                yield made
            apart = made.outline is not None


def _html_or_table(lines: list[str], at: int, shown: bool) -> tuple[Iterable[Block], int] | None:
    """The blocks of HTML or of a table that begins at a line, and where the next begin; None where neither does."""
    if end := _end_of_html(lines, at):
        return _placed(blocks_of("\n".join(lines[at:end])), at + 1), end
    if shown and (drawn := drawn_table(lines, at)):
        rows = (tuple(Cell(tuple(_blocks(cell, set(), True)), span) for cell, span in row) for row in drawn.rows)
        return [Table(tuple(rows), at + 1, heads=drawn.heads)], drawn.end
    if _begins_table(lines, at):
        end = next((below for below in range(at + 2, len(lines)) if "|" not in lines[below]), len(lines))
        return [_table([lines[at], *lines[at + 2 : end]], at + 1)], end
    return None


def _end_of_html(lines: list[str], at: int) -> int:
    """Where a list or a table ends that is written as HTML and begins on a line; 0 where none does, or none ends."""
    if not (begun := _IN_HTML.match(lines[at])):
        return 0
    tag, depth = re.compile(rf"<(/?){begun[1]}\b", re.IGNORECASE), 0
    for end, line in enumerate(lines[at : at + _LONGEST_HTML], at + 1):
        depth += sum(-1 if closes else 1 for closes in tag.findall(line))
        if depth <= 0:
            return end
    return 0


def _placed(blocks: Iterable[Block], place: int) -> Iterator[Block]:
    """Blocks that all stand at one place."""
    return (replace(one, place=place) for one in blocks)


def _begins_table(lines: list[str], at: int) -> bool:
    divider = lines[at + 1] if at + 1 < len(lines) else ""
    return "|" in lines[at] and "|" in divider and _DIVIDER.match(divider) is not None


def _end_of_paragraph(lines: list[str], at: int, code: set[int]) -> int:
    """Where the lines end that run on in a paragraph, from one of them: another kind of line begins, or none."""
    while at < len(lines) and lines[at].strip() and at not in code and not _begins_table(lines, at):
        line = lines[at]
        if BLOCK.match(line.lstrip()) or any(kind.match(line) for kind in (ITEM, _DEFINITION, _IN_HTML)):
            break
        at += 1
    return at


def _outline(paragraph: list[str], below: str) -> int:
    """The level, from 1, of a heading that is underlined; 0 where there is none."""
    line = _UNDERLINE.match(below)
    if not line or BLOCK.match(paragraph[0].lstrip()) or ITEM.match(paragraph[0]):
        return 0
    return 0 if sum(map(len, paragraph)) > _LONGEST_HEADING else 1 if "=" in line[1] else 2


def _broken(paragraph: list[str]) -> Iterator[tuple[int, str]]:
    """The lines of a paragraph, those that run on in one, each with its place in it; `\\n` where one is to break."""
    first, words = 0, [paragraph[0]]
    for at, (line, following) in enumerate(pairwise(paragraph), 1):
        if gap := _gap(line, following):
            words[-1] = words[-1].rstrip().removesuffix("\\" if gap == "\n" else "")
            words += [gap, following.strip() if at + 1 == len(paragraph) else following.lstrip()]
        else:
            yield first, "".join(words)
            first, words = at, [following]
    yield first, "".join(words)


def _gap(line: str, following: str) -> str:
    """What stands between a line and the next one of its paragraph; nothing where that is likely one of its own.

    Many write a paragraph to a line without a blank line between. Long lines, and those of an item, run on.
    """
    if line.endswith(("  ", "\\")):
        return "\n"
    set_in = following.startswith("  ") and (line.startswith("  ") or _BULLET.match(line) or ITEM.match(line))
    return " " if (set_in or len(line) >= _WRAPPED) and not _NUMBERED.match(following.strip()) else ""


def _line(line: str, place: int, apart: bool) -> Line:
    while match := _QUOTE.match(line):
        line = line[match.end() :]
    if match := _HEADING.fullmatch(line.strip()):
        return Line(tuple(_runs(match[2])), outline=len(match[1]) - 1, place=place, apart=True)
    if match := _BULLET.match(line):
        level = len(match[1].expandtabs(4)) // 2
        words = _TASK.sub(lambda task: "☐ " if task[1] == " " else "☑ ", line[match.end() :])
        leads = _TO_PLACE.fullmatch(words) is not None
        indent = (level + 1) * _STEP
        return Line(tuple(_runs(words)), BULLET, level, leads=leads, indent=indent, place=place, apart=apart)
    if match := _DEFINITION.match(line):
        return Line(tuple(_runs(line[match.end() :])), indent=_STEP, place=place, apart=apart)
    start = len(line) - len(line.lstrip(" \t"))
    indent = len(line[:start].expandtabs(4)) // 2 * _STEP
    leads = _TO_PLACE.fullmatch(line.strip()) is not None
    style = PARAGRAPH if indent and not _NUMBERED.match(line.strip()) else ""  # it belongs to an item: no heading
    return Line(tuple(_runs(line.strip())), leads=leads, style=style, indent=indent, place=place, apart=apart)


def _table(lines: list[str], place: int) -> Table:
    """A table, of which rows that break off before its last column have empty cells there. One that has no heads in
    its document has a first row without words, which Markdown asks for.
    """
    rows = [_row(line) for line in lines]
    whole = [(*row, *[Cell(())] * (len(rows[0]) - len(row))) for row in rows]
    heads = any(cell.blocks for cell in whole[0])
    return Table(tuple(whole if heads else whole[1:]), place, heads=int(heads))


def _row(line: str) -> tuple[Cell, ...]:
    line = line.strip().removeprefix("|")
    cells = re.split(r"(?<!\\)\|", line[:-1] if line.endswith("|") and not line.endswith("\\|") else line)
    return tuple(Cell(_cell_lines(cell)) for cell in cells)


def _cell_lines(cell: str) -> tuple[Block, ...]:
    cell = cell.replace("\\|", "|")
    if _CELL_OF_HTML.search(cell):
        return tuple(
            replace(one, runs=tuple(_runs(one.text)), place=0) if isinstance(one, Line) else one
            for one in blocks_of(cell)
        )
    parts = re.split(r"<br\s*/?>", cell)
    return tuple(_line(part.strip(), 0, False) for part in parts if part.strip())


def _runs(text: str) -> Iterator[Run]:
    """The words with their looks. A star or a line that closes nothing is a character."""
    text = _ITALIC_TAG.sub("*", _BOLD_TAG.sub("**", text))
    text = _RAISED.sub(lambda raised: (raised[1] or raised[2]).translate(SUPERSCRIPT), text)
    text = _LOWERED.sub(r"\1", text)
    text = _TAG.sub("", _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text)))
    found: list[tuple[str, str]] = []
    sides: list[_Sides] = []
    position = 0
    for match in _MARK.finditer(text):
        mark, kept = match[2], "" if match[2] else match[1] or match[0]  # a line to be filled in is no mark
        before, after = text[max(match.start() - 1, 0) : match.start()], text[match.end() : match.end() + 1]
        side = _Sides(after.strip() != "", before.strip() != "")
        if mark and mark[0] == "*" and not any(side):
            mark, kept = "", mark  # a star by itself, as in 2 * 3
        found.append(("", text[position : match.start()] + kept))
        sides.append(side)
        if mark:
            found.append((mark, ""))
            sides.append(side)
        position = match.end()
    found.append(("", text[position:]))
    closed = _closed([mark for mark, _ in found], sides)
    bold = italic = False
    for index, (mark, words) in enumerate(found):
        if mark and index in closed:
            bold ^= len(mark) >= 2 and mark[0] in "*_"
            italic ^= len(mark) % 2 == 1 and mark[0] in "*_"
            continue
        if len(mark) >= 2 and mark[0] in "*_":
            continue  # bold that began or ended on another line
        if shown := clean(html.unescape(words or mark)):
            yield Run(shown, bold, italic)


class _Sides(NamedTuple):
    """What stands beside a mark: words behind it, so that it may open, and before it, so that it may close."""

    opens: bool
    closes: bool


def _closed(marks: list[str], sides: list[_Sides]) -> set[int]:
    """The places of marks that open and close something."""
    waiting: dict[str, int] = {}
    closed: set[int] = set()
    for index, (mark, side) in enumerate(zip(marks, sides, strict=False)):
        if not mark:
            continue
        if mark in waiting and (side.closes or mark[0] == "`"):
            closed |= {waiting.pop(mark), index}
        elif side.opens or mark[0] == "`":
            waiting[mark] = index
    return closed

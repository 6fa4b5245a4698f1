"""Markdown as lines: what it says of headings, lists, emphasis and tables, with every word."""

import html
import re
from collections.abc import Iterator

from protocolau.importing.characters import clean, decoded
from protocolau.importing.elements import ELEMENTS
from protocolau.importing.lines import BULLET, Aside, Block, Cell, Line, Reading, Run, Table
from protocolau.importing.own_styles import TITLE

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_UNDERLINE = re.compile(r"[ ]{0,3}(=+|-{3,})[ \t]*$")
_RULE = re.compile(r"[ ]{0,3}([-*_])(?:[ \t]*\1){2,}[ \t]*$")
_BULLET = re.compile(r"([ \t]*)([-*+•·])[ \t]+(?=\S)")
_QUOTE = re.compile(r"[ ]{0,3}>[ \t]?")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$")
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_FRONT_TITLE = re.compile(r"^title:[ \t]*([\"']?)(\S.*?)\1[ \t]*$", re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)")
_ADDRESS = re.compile(r"<((?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>")
_TAG = re.compile(rf"</?(?:{'|'.join(sorted(ELEMENTS))})(?:\s[^<>\n]*=[^<>\n]*)?\s*/?>|<!--.*?-->", re.IGNORECASE)
"""Elements of HTML. Any other words in angle brackets are words: <name of the council>."""
_BOLD_TAG, _ITALIC_TAG = re.compile(r"</?(?:b|strong)>"), re.compile(r"</?(?:i|em)>")
_MARK = re.compile(
    r"\\([\\`*_{}\[\]()#+\-.!|>~])|(?:_{4,}|\*{4,})|(\*\*\*|___|\*\*|__|\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)|`+)"
)
_WORDS_HEAD = re.compile(r"#{1,6}[ \t]+\S", re.MULTILINE)
_STRUCK = re.compile(r"~~(?=\S)([^~\n]+?)(?<=\S)~~")
_STEP = 360


def looks_like_markdown(text: str) -> bool:
    """Whether a text has headings or bold words as Markdown writes them."""
    return len(_WORDS_HEAD.findall(text)) >= 2 or len(re.findall(r"\*\*[^\s*][^*\n]*\*\*", text)) >= 3


def read(data: bytes) -> Reading:
    """A Markdown file as read."""
    return markdown_reading(clean(decoded(data)[0]))


def markdown_reading(text: str) -> Reading:
    """A text in Markdown as read."""
    front = _FRONT.match(text)
    asides = (Aside("furniture", front[1].strip()),) if front and front[1].strip() else ()
    title = _FRONT_TITLE.search(front[1]) if front else None
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    struck = [Aside("struck", one[1], text.count("\n", 0, one.start()) + 1) for one in _STRUCK.finditer(text)]
    blocks = tuple(_blocks(_STRUCK.sub("", text).split("\n")))
    if title and not any(isinstance(one, Line) and one.outline == 0 for one in blocks):
        blocks = (Line((Run(title[2].strip(), bold=True),), style=TITLE, place=1), *blocks)
    return Reading(blocks, asides=(*asides, *struck))


def _blocks(lines: list[str]) -> Iterator[Block]:
    apart, index = False, 0
    while index < len(lines):
        line, place = lines[index], index + 1
        following = lines[index + 1] if index + 1 < len(lines) else ""
        index += 1
        if _ROW.match(line) and _DIVIDER.match(following) and "|" in following:
            rows = [line]
            index += 1
            while index < len(lines) and "|" in lines[index] and lines[index].strip():
                rows.append(lines[index])
                index += 1
            yield Table(tuple(_row(row) for row in rows), place, heads=1)
            apart = True
            continue
        if not line.strip("\f \t") or _RULE.match(line) and not line.strip().startswith("- "):
            apart = True
            continue
        made = _line(line, place, apart)
        if _UNDERLINE.match(following) and made.outline is None and not made.number and made.text.strip():
            made = Line(made.runs, outline=0 if "=" in following else 1, place=place, apart=apart)
            index += 1
        if made.text.strip() or made.number:
            yield made
        apart = made.outline is not None


def _line(line: str, place: int, apart: bool) -> Line:
    while match := _QUOTE.match(line):
        line = line[match.end() :]
    if match := _HEADING.match(line.strip()):
        return Line(tuple(_runs(match[2])), outline=len(match[1]) - 1, place=place, apart=True)
    if match := _BULLET.match(line):
        level = len(match[1].expandtabs(4)) // 2
        return Line(
            tuple(_runs(line[match.end() :])), BULLET, level, indent=(level + 1) * _STEP, place=place, apart=apart
        )
    start = len(line) - len(line.lstrip(" \t"))
    indent = len(line[:start].expandtabs(4)) // 2 * _STEP
    return Line(tuple(_runs(line.strip())), indent=indent, place=place, apart=apart)


def _row(line: str) -> tuple[Cell, ...]:
    cells = re.split(r"(?<!\\)\|", line.strip().strip("|"))
    return tuple(Cell(_cell_lines(cell)) for cell in cells)


def _cell_lines(cell: str) -> tuple[Block, ...]:
    parts = re.split(r"<br\s*/?>", cell.replace("\\|", "|"))
    return tuple(_line(part.strip(), 0, False) for part in parts if part.strip())


def _runs(text: str) -> Iterator[Run]:
    """The words with their looks. A star or a line that closes nothing is a character."""
    text = _ITALIC_TAG.sub("*", _BOLD_TAG.sub("**", text))
    text = _TAG.sub("", _ADDRESS.sub(r"\1", _LINK.sub(r"\1", text)))
    found: list[tuple[str, str]] = []
    position = 0
    for match in _MARK.finditer(text):
        kept = "" if match[2] else match[1] or match[0]  # a line to be filled in is no mark
        found.append(("", text[position : match.start()] + kept))
        if match[2]:
            found.append((match[2], ""))
        position = match.end()
    found.append(("", text[position:]))
    closed = _closed([mark for mark, _ in found])
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


def _closed(marks: list[str]) -> set[int]:
    """The places of marks that open and close something."""
    waiting: dict[str, int] = {}
    closed: set[int] = set()
    for index, mark in enumerate(marks):
        if not mark:
            continue
        if mark in waiting:
            closed |= {waiting.pop(mark), index}
        else:
            waiting[mark] = index
    return closed

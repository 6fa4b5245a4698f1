"""What stands in a document and is not its text: contents lists, page numbers, repeated titles, marks of conversion."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from protocolau.importing.lines import Aside, Block, Line, Table, lines_of
from protocolau.importing.structure.page_lines import BARE_FIGURE, is_page_number, page_figures, repeated_lines

_MARKS = re.compile(
    r"\[(?:image|bookmark|picture|logo|delwedd|llun)\s*:[^\]]*\]|"
    r"^\s*(?:image|media/image|picture)\d+\.(?:png|jpe?g|gif|emf|wmf)\s*$",
    re.IGNORECASE,
)
_CONTENTS = re.compile(
    r"\s*(?:(?:table of )?(?:contents|cynnwys|mynegai|index)(?: page)?|on this page|ar y dudalen hon)\s*:?\s*",
    re.IGNORECASE,
)
_HEADS_PAGES = re.compile(r"(?:page|pg|tudalen|tud)(?: (?:number|no|rhif))?\W*", re.IGNORECASE)
_LEADS = re.compile(
    r"(?:(?:\. ?){3,}|(?:… ?){2,}|\t| {3,})\s*\d{1,3}\s*$|[^\d\s]\s{2,}\d{1,3}\s*$|\w[\w’)]\s\d{1,2}\s*$"
)
_WEB = re.compile(
    r"(?:skip to (?:main )?content|back to top|accept (?:all )?cookies|print this page|share this page|"
    r"was this page (?:helpful|useful)\b.{0,12}|(?:created|last modified) at \d.{0,30} by .{1,60}|"
    r"©.*|copyright .*\d{4}.*|neidio i.r cynnwys|hawlfraint.*)",
    re.IGNORECASE,
)
_WEB_LINK = re.compile(r"cookies?(?: policy)?|privacy (?:policy|notice)|site ?map", re.IGNORECASE)
"""What a web page says beside such words; alone it may be the title of an attachment."""
_RULED = re.compile(r"([=–—~*#+-])(?:\s?\1){2,}")
"""A line that is drawn with characters. One of full stops or low lines is to be filled in."""
_ARROWS = re.compile(r"(?=.*(?:[|│┃─━┌┐└┘├┤┬┴┼═║↓↑⇓⇑▼▲⬇⬆]|\+-))[|│┃─━┌┐└┘├┤┬┴┼═║↓↑→←⇓⇑⇒⇐▼▲⬇⬆+=–—\s-]+(?:v(?: v)*)?")
"""A line of nothing but what leads from box to box in a chart."""
_DOTS = re.compile(r"(?:\. ?){3,}")
_LONGEST_CONTENTS, _LONGEST_ENTRY, _LONGEST_LINE = 60, 120, 200
_MOST_LISTS, _MOST_ENTRIES = 5, 300
"""Tables of a document that are taken for contents lists at the most, and rows of each."""
_SENTENCE = re.compile(r"[.;:]\s*$")


def set_apart(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], list[Aside]]:
    """The blocks that are the document's text, and what is not, with what kind of thing it is."""
    asides: list[Aside] = []
    kept = tuple(_sorted(_without_contents(blocks, asides), asides))
    return kept, asides


def _sorted(blocks: tuple[Block, ...], asides: list[Aside]) -> Iterator[Block]:
    repeated, began = repeated_lines(blocks), next((one.page for one in blocks if isinstance(one, Line)), None)
    figures, links = page_figures(blocks), _links(blocks)
    met: Counter[str] = Counter()
    follows_arrow = False
    for block in blocks:
        if isinstance(block, Table):
            yield block
            continue
        line = _without_marks(block, asides)
        text = _plain(line.text)
        if not text and not line.number:
            continue
        met[text] += 1
        again = text in repeated and line.outline is None and (met[text] > 1 or line.page != began)
        kind = "furniture" if id(block) in links else _kind(line, text, again, id(block) in figures)
        if kind:
            asides.append(Aside(kind, line.text.strip(), line.place, line.page))
        else:
            yield replace(line, apart=True) if follows_arrow else line
        follows_arrow = kind != "" and _ARROWS.fullmatch(text) is not None


def _links(blocks: tuple[Block, ...]) -> set[int]:
    """The lines that are links of a web page to what is none of its text: several stand together."""
    spoken = [one for one in blocks if isinstance(one, Table) or _plain(one.text)]
    found = [
        isinstance(one, Line) and any(words.fullmatch(_plain(one.text)) for words in (_WEB, _WEB_LINK))
        for one in spoken
    ]
    beside = [one or other for one, other in zip([False, *found], [*found[1:], False], strict=False)]
    return {id(one) for one, here, near in zip(spoken, found, beside, strict=False) if here and near}


def _kind(line: Line, text: str, again: bool, is_figure: bool) -> str:
    if line.number:
        return ""
    if is_page_number(text) or is_figure:
        return "page number"
    if _WEB.fullmatch(text) or _RULED.fullmatch(text) or _ARROWS.fullmatch(text):
        return "furniture"
    return "repeated" if again else ""


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _without_marks(line: Line, asides: list[Aside]) -> Line:
    """A line without the marks that a conversion has left in it."""
    if not _MARKS.search(line.text):
        return line
    for found in _MARKS.finditer(line.text):
        asides.append(Aside("mark", found[0].strip(), line.place, line.page))
    return replace(line, runs=tuple(replace(run, text=_MARKS.sub("", run.text)) for run in line.runs))


def _without_contents(blocks: tuple[Block, ...], asides: list[Aside]) -> tuple[Block, ...]:
    """The blocks without the lines of contents lists: those that are marked, and those that look like it."""
    listed = {*_listed(blocks), *_tabled(blocks)}
    captions = [one.caption for one in blocks if isinstance(one, Table) and one.caption]
    headings = {_title(one.text) for one in (*blocks, *captions) if isinstance(one, Line) and one.outline is not None}
    kept: list[Block] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Table) and index in listed:
            asides.extend(Aside("contents", _plain(" ".join(row)), block.place, block.page) for row in _cells(block))
        elif isinstance(block, Line) and (block.contents or index in listed or _leads_to(block, headings)):
            asides.append(Aside("contents", " ".join((block.number, block.text)).strip(), block.place, block.page))
        else:
            kept.append(block)
    return tuple(kept)


def _leads_to(line: Line, headings: set[str]) -> bool:
    """Whether a line is nothing but a link to a heading, by its words."""
    return line.leads and line.outline is None and _title(line.text) in headings


def _listed(blocks: tuple[Block, ...]) -> Iterator[int]:
    """The places of a contents list under its heading: lines that end in a page number or come again as headings."""
    for start, block in enumerate(blocks):
        if not isinstance(block, Line) or not _CONTENTS.fullmatch(block.text):
            continue
        rest = blocks[start + 1 :]
        titles = [_title(one.text) for one in rest if isinstance(one, Line) and _may_be_entry(one)]
        found: list[int] = []
        gap, said = 0, False
        for index, one in enumerate(rest, start + 1):
            if not isinstance(one, Line) or not _may_be_entry(one):
                break
            title = _title(one.text)
            seen = {_title(other.text) for place in found if isinstance(other := blocks[place], Line)}
            if title and title in seen:
                break  # the text has begun
            again = bool(title) and any(title in other for other in titles[index - start :])
            said = said or one.contents
            if _LEADS.search(one.text.rstrip()) or BARE_FIGURE.fullmatch(one.text) or one.contents or again:
                found.append(index)
                gap = 0
            else:
                gap += 1
                if gap > 2:
                    break
        if len(found) >= 2 or said:
            yield from range(start, _to_the_text(blocks, start + 1, found[-1] + 1))


def _tabled(blocks: tuple[Block, ...]) -> Iterator[int]:
    """The places of contents lists that are tables, and of their headings: these, or the heads of their columns, say
    what they are, and most of their words come again as lines.
    """
    looked_at = 0
    for index, one in enumerate(blocks):
        before = blocks[index - 1] if index else None
        headed = isinstance(before, Line) and _CONTENTS.fullmatch(before.text) is not None
        listed = _listed_with_pages(one, headed) if isinstance(one, Table) else []
        looked_at += bool(listed)
        if not listed or looked_at > _MOST_LISTS:
            continue
        later = (line for line in blocks[index + 1 :] if isinstance(line, Line) and _may_be_entry(line))
        titles = "\n".join(_title(line.text) for line in later)
        if 2 * sum(words in titles for words in listed) >= len(listed):
            yield from range(index - headed, index + 1)


def _listed_with_pages(table: Table, headed: bool) -> list[str]:
    """The titles in a table of which every row, but one of heads, ends in a page, none before the one above. Without a
    heading its last column has to be headed as that of pages.
    """
    rows = [row for row in _cells(table) if len(row) > 1]
    if rows and not BARE_FIGURE.fullmatch(rows[0][-1]):
        headed, rows = headed or _HEADS_PAGES.fullmatch(rows[0][-1]) is not None, rows[1:]
    if not headed or not 2 <= len(rows) <= _MOST_ENTRIES or not all(BARE_FIGURE.fullmatch(row[-1]) for row in rows):
        return []
    pages = [int(row[-1]) for row in rows]
    listed = [max(map(_title, row[:-1]), key=len) for row in rows]
    return listed if pages == sorted(pages) and all(listed) else []


def _cells(table: Table) -> list[list[str]]:
    """The words of the cells of a table, row by row."""
    return [[_plain(" ".join(f"{line.number} {line.text}" for line in lines_of(cell.blocks))) for cell in row]
            for row in table.rows]  # fmt: skip


def _may_be_entry(line: Line) -> bool:
    """Whether a line is short enough for one of a contents list, however many dots lead to its page."""
    return len(_DOTS.sub("", line.text)) < _LONGEST_LINE


def _to_the_text(blocks: tuple[Block, ...], first: int, end: int) -> int:
    """Where a contents list ends: where its first words come again, if nothing but short lines stands before that."""
    words = max((_title(one.text) for one in blocks[first : first + 2] if isinstance(one, Line)), key=len, default="")
    for index in range(end, min(end + _LONGEST_CONTENTS, len(blocks))):
        one = blocks[index]
        if not isinstance(one, Line) or len(one.text.strip()) > _LONGEST_ENTRY or _SENTENCE.search(one.text):
            break
        if len(words.split()) > 1 and words in _title(one.text):
            return index
    return end


def _title(text: str) -> str:
    """The words of a heading without its number, its page and the dots between."""
    bare = re.sub(r"(?:…+|\t| {3,})\s*\d{1,3}\s*$", "", _DOTS.sub("   ", text.strip()))
    return re.sub(r"\W+", " ", re.sub(r"^[\W\d]+", "", bare)).strip().lower()

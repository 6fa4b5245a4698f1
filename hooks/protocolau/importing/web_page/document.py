"""HTML as lines: what a reader of the page sees, with navigation and the like set aside."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

from protocolau.importing.characters import SUPERSCRIPT, clean
from protocolau.importing.lines import Aside, Block, Line, ReadDocument, Run, Table, lines_of
from protocolau.importing.mails import without_mails
from protocolau.importing.web_page.archive import page_of
from protocolau.importing.web_page.definitions import TERM, defined
from protocolau.importing.web_page.elements import (
    APART,
    BLOCKS,
    EMPTY,
    IMPLIED,
    UNSEEN,
    UNTOLD,
    is_contents,
    is_furniture,
    is_hidden,
    opened_by_others,
)
from protocolau.importing.web_page.links import PageLinks
from protocolau.importing.web_page.lists import PageLists, lists_of
from protocolau.importing.web_page.looks import Look, rules_of_classes, style_of
from protocolau.importing.web_page.menus import behind, leads, menus, only_folds
from protocolau.importing.web_page.notes import PageNotes, notes_of
from protocolau.importing.web_page.open_table import OpenTable, columns_covered, rows_covered
from protocolau.importing.web_page.text import page_text
from protocolau.language import LANGUAGES

_MAIN = re.compile(r"<main\b|<\w+\b[^<>]*\brole\s*=\s*[\"']?main\b", re.IGNORECASE)
_STEP = 360
_DEEPEST = 200
_MOST_FURNITURE = 300
"""Words of a banner or a search form. What has more is the page, in an element that is only called so."""


def read(data: bytes) -> ReadDocument:
    """A page as read. Where it says what its main part is, all else is set aside."""
    text = page_text(page_of(data))
    page = _read(text, bool(_MAIN.search(text)))
    if not page.blocks:
        page = _read(text, False)
    if not page.blocks:
        page = _read(text, False, in_form=True)
    page.set_menus_aside()
    blocks, around = without_mails(page.blocks)
    notes, comments = page.notes.lines, page.notes.comments
    counts = {"pictures": page.pictures, "notes": len(notes), "comments": len(comments)}
    asides = (*page.asides, *around, *(Aside("comment", line.text.strip()) for line in comments))
    return ReadDocument(tuple(blocks), tuple(notes), asides, {name: count for name, count in counts.items() if count})


def blocks_of(text: str) -> tuple[Block, ...]:
    """The lines and tables of a part of a page."""
    return tuple(_read(text, False).blocks)


def _read(text: str, in_main: bool, in_form: bool = False) -> "_Page":
    page = _Page(in_main, in_form, opened_by_others(text), rules_of_classes(text), lists_of(text), notes_of(text))
    whole, end, rest = text.rpartition(">")
    page.feed(
        whole + end + rest.replace("<", "&lt;")
    )  # what no tag is: the parser would look for its end again and again
    page.close()
    page.finish()
    return page


@dataclass(frozen=True, slots=True)
class _Surroundings:
    """What holds of words for what they stand in: an open element and all those round it."""

    look: Look = Look()
    language: str | None = None
    """The language that is said of them, where it is one of ours."""
    in_main: bool = False
    """Whether they stand in the main part of the page."""
    are_hidden: bool = False
    """Whether nobody sees them."""
    lines_before: int = 0
    """How many lines, and signs of notes, stood before the element."""

    def inside(self, tag: str, given: Mapping[str, str | None], look: Look, hides: bool, lines: int) -> "_Surroundings":
        """What holds in an element that stands in these, by its attributes."""
        language = (given.get("lang") or "")[:2].lower()
        return _Surroundings(
            look=look,
            language=language if language in LANGUAGES else self.language,
            in_main=self.in_main or tag == "main" or given.get("role") == "main",
            are_hidden=self.are_hidden or hides,
            lines_before=lines,
        )


class _Page(HTMLParser):
    """Gathers lines as the page goes by."""

    def __init__(
        self,
        in_main: bool,
        in_form: bool,
        opened: set[str],
        rules: Mapping[str, str],
        lists: PageLists,
        notes: PageNotes,
    ) -> None:
        """`in_main` says that the text stands within the main part of the page alone, `in_form` that it stands in a
        form, into which some systems put the whole page; `opened` are the ids of elements that others open; `rules` are
        what style sheets say of each class."""
        super().__init__(convert_charrefs=True)
        self._in_main, self._in_form, self._by_others, self._rules = in_main, in_form, opened, rules
        self._lists, self.notes = lists, notes
        self.blocks: list[Block] = []
        self.asides: list[Aside] = []
        self.pictures = 0
        self._runs: list[Run] = []
        self._grids: list[OpenTable] = []
        self._open: list[str] = []
        self._around = [_Surroundings()]
        """What holds outside every element, and in each open one."""
        self._lines = 0
        """How many lines, and signs of notes, have been read."""
        self._links = PageLinks()
        self._sign = 0
        """How many elements are open where the link of a note is, whose words are its sign; 0 outside one."""
        self._definitions: list[int] = []
        """How many blocks there were before each open list of definitions."""
        self._level = 0
        """Of the last heading, from 1."""
        self._number = ""
        self._apart: list[str] = []
        self._doubtful: list[tuple[int, int, str]] = []
        """Of open elements that may be no part of the text: how many elements were open then, how many blocks there
        were, and what they are if they are none."""
        self._unseen = 0
        self._titled = False
        self._title: Line | None = None
        """The title of the page, where it stands before the main part."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in EMPTY:
            self._empty(tag, given)
            return
        for implied, stop in IMPLIED.get(tag, ()):
            self._close_until(implied, stop)
        if len(self._open) > _DEEPEST:
            return
        style = style_of(given, self._rules)
        hidden = is_hidden(tag, given, style, self._by_others)
        folded = hidden and tag in BLOCKS and not self._grids
        self._unseen += tag in UNSEEN
        if tag in BLOCKS:
            self._end_line()  # which stood before the element, and is none of its words
        self._open.append(tag)
        look = self._around[-1].look.inside(tag, style)
        self._around.append(self._around[-1].inside(tag, given, look, hidden and not folded, self._lines))
        if folded:
            self._doubtful.append((len(self._open), len(self.blocks), "hidden"))
        elif tag in APART and not self._speaks(tag, given):
            self._end_line()
            self._apart.append(tag)
        elif is_furniture(tag, given) or (tag == "form" and not self._in_form):
            self._end_line()
            self._doubtful.append((len(self._open), len(self.blocks), "furniture"))
        elif is_contents(tag, given):
            self._end_line()
            self._doubtful.append((len(self._open), len(self.blocks), "contents"))
        self._meet_note(tag, given)
        if not (folded and tag == "li"):  # which has no number
            self._begin(tag, given)

    def _meet_note(self, tag: str, given: dict[str, str | None]) -> None:
        """Opens a note where one begins, and puts the sign of one in the place of the link that leads to it."""
        if self.notes.begins(given):
            whole = (at for at, one in enumerate(self._around[1:]) if one.lines_before == self._lines)
            self.notes.depth = 1 + next(whole, len(self._open) - 1)
            self._number = ""
        if tag == "a" and (where := leads(given, self._level > 0)):
            self._links.open(len(self._open), where)
        if tag == "a" and not self._sign and (sign := self.notes.sign(given)) is not None:
            self._add(sign)
            self._lines += 1  # what was open before the sign is not the note alone
            self._sign = len(self._open)

    def _speaks(self, tag: str, given: dict[str, str | None]) -> bool:
        """Whether an element that is commonly furniture holds words of the text.

        A button that folds a section away is its heading, and the head of an article has its title.
        """
        if tag == "button":
            return "aria-expanded" in given or any(re.fullmatch(r"h[1-6]|summary", one) for one in self._open)
        return tag == "header" and bool({"article", "main"} & set(self._open))

    def _empty(self, tag: str, given: dict[str, str | None]) -> None:
        if tag == "br":
            self._add("\n")
        elif given.get("type") == "checkbox" and {"li", "p", "td", "dd", "label"} & set(self._open):
            self._add("☑ " if "checked" in given else "☐ ")
        elif tag == "img" and not self._unseen and not self._apart:
            self.pictures += 1
            if words := " ".join((given.get("alt") or "").split()):
                self.asides.append(Aside("mark", words))
        elif tag == "hr":
            self._end_line()

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            self._lists.begin(tag, given)
        elif tag == "dl":
            self._definitions.append(len(self.blocks))
        elif tag == "q":
            self._add("“" if self._open.count("q") % 2 else "‘")
        elif tag == "li":
            number = self._lists.next_number(given.get("value") or "")
            self._number = self._number if number is None else number
        elif tag == "table":
            self._grids.append(OpenTable())
        elif tag == "tr" and self._grids:
            self._grids[-1].begin_row()
        elif tag in ("td", "th") and self._grids:
            grid = self._grids[-1]
            if grid.cells is None:
                grid.begin_row()
            grid.continue_cells()
            grid.blocks, self.blocks = self.blocks, []
            grid.span = columns_covered(given.get("colspan"))
            grid.depth = rows_covered(given.get("rowspan"))
            grid.head = tag == "th"

    def handle_endtag(self, tag: str) -> None:
        if tag in EMPTY or tag not in self._open:
            return
        if tag in BLOCKS or tag in APART:
            self._end_line()
        if tag == "q":
            self._add("”" if self._open.count("q") % 2 else "’")
        while self._open:
            closing = self._open.pop()
            self._around.pop()
            self._sign = 0 if len(self._open) < self._sign else self._sign
            self._links.close(len(self._open))
            self._unseen -= closing in UNSEEN
            if self._apart and closing == self._apart[-1]:
                self._apart.pop()
            if self._doubtful and len(self._open) < self._doubtful[-1][0]:
                self._judge(*self._doubtful.pop()[1:])
            self._finish(closing)
            if self.notes.opened and len(self._open) < self.notes.depth:
                self._end_line()
                self.notes.opened = None
            if closing == tag:
                break

    def _close_until(self, tag: str, stop: set[str]) -> None:
        for one in reversed(self._open):
            if one in stop:
                return
            if one == tag:
                self.handle_endtag(tag)
                return

    def _finish(self, tag: str) -> None:
        if tag in ("ul", "ol"):
            if bare := self._lists.end():
                self.blocks = [bare.get(id(one), one) for one in self.blocks]
        elif tag == "dl" and self._definitions:
            start = self._definitions.pop()
            self.blocks[start:] = defined(self.blocks[start:])
        elif tag in ("td", "th") and self._grids and self._grids[-1].blocks is not None:
            grid = self._grids[-1]
            self._end_line()
            grid.close_cell(tuple(self.blocks))
            self.blocks, grid.blocks = grid.blocks or [], None
        elif tag == "tr" and self._grids and self._grids[-1].cells:
            grid = self._grids[-1]
            grid.continue_cells()
            grid.rows.append((grid.cells or [], grid.head))
            grid.cells = None
        elif tag == "table" and self._grids:
            grid = self._grids.pop()
            if any(cell.blocks for cells, _ in grid.rows for cell in cells):
                heads = 1 if grid.rows[0][1] and len(grid.rows) > 1 else 0
                rows = tuple(tuple(cells) for cells, _ in grid.rows)
                self.blocks.append(Table(rows, len(self.blocks), heads=heads, caption=grid.caption))
            elif grid.caption:
                self.blocks.append(grid.caption)

    def _judge(self, start: int, what: str) -> None:
        """Sets aside what has stood since then in an element that may be no part of the text, unless it is the text."""
        self._end_line()
        lines = list(lines_of(tuple(self.blocks[start:])))
        is_text = what == "furniture" and any(line.outline == 0 and re.search(r"\w", line.text) for line in lines)
        if is_text or sum(len(line.text.split()) for line in lines) > _MOST_FURNITURE:
            return
        for line in lines:
            self._set_aside(line, what)
        del self.blocks[start:]

    def handle_data(self, data: str) -> None:
        if self._unseen:
            if "svg" in self._open:
                if data.strip() and not {"style", "script"} & set(self._open):
                    self.asides.append(Aside("drawing", data.strip()))
            elif self._open and self._open[-1] == "title" and data.strip() and not self._titled:
                self._titled = True
                self.asides.append(Aside("page title", data.strip()))
            elif data.strip() and not UNTOLD & set(self._open):
                self.asides.append(Aside("hidden", " ".join(clean(data).split())))
            return
        data = clean(data)  # again, since a character may be written by its number or its name
        self._add(data if "pre" in self._open else re.sub(r"[ \t\n\f]+", " ", data))

    def _add(self, text: str) -> None:
        if not text or self._unseen or self._sign:
            return
        self._links.count(text)
        around, look = self._around[-1], self._around[-1].look
        if look.struck or around.are_hidden:
            if text.strip():
                self.asides.append(Aside("struck" if look.struck else "hidden", text.strip()))
            return
        text = text.translate(SUPERSCRIPT) if look.raised else text
        self._runs.append(Run(text, look.bold, look.italic, look.underlined, look.capitals, around.language))

    def _end_line(self) -> None:
        runs, self._runs = self._runs, []
        linked = self._links.taken()
        if not "".join(run.text for run in runs).strip():
            return
        line = self._links.told(self._line(tuple(runs)), linked)
        self._lines += 1
        if self._number:
            self._lists.put(line)
        if self.notes.opened:
            self.notes.put(line)
        elif {"button", "summary"} & set(self._open) and only_folds(line.text):
            self._set_aside(line)
        elif not self._apart and (self._around[-1].in_main or not self._in_main):
            self._put(line)
        elif self._apart in ([], ["header"]) and line.outline == 0 and self._title is None and not _is_name(line.text):
            self._title = line
        else:
            self._set_aside(line)
        self._number = ""

    def _line(self, runs: tuple[Run, ...]) -> Line:
        depth = self._lists.depth
        level = depth - 1 if self._number else None
        indent, place = depth * _STEP + self._around[-1].look.indent, len(self.blocks) + 1
        style = TERM if "dt" in self._open else ""
        return Line(runs, self._number, level, (), style, self._outline(), indent, place=place, apart=True)

    def _outline(self) -> int | None:
        """The level of the heading in which the page is, from 0. What opens a part of the page is a heading, too."""
        if heading := next((one for one in reversed(self._open) if re.fullmatch(r"h[1-6]", one)), None):
            self._level = int(heading[1])
            return self._level - 1
        return min(self._level, 5) if "summary" in self._open else None

    def _put(self, line: Line) -> None:
        if self._grids and "caption" in self._open and self._grids[-1].caption is None:
            self._grids[-1].caption = line
        else:
            self.blocks.append(line)

    def _set_aside(self, line: Line, what: str = "furniture") -> None:
        self.asides.append(Aside(what, re.sub(r"\s+", " ", f"{line.number} {line.text}").strip()))

    def set_menus_aside(self) -> None:
        """Sets aside the lines before the text that lead away from the page, and those behind it that do."""
        for around in (menus, behind):
            found = {id(line): line for line in around(self.blocks, self._links.away)}
            for line in found.values():
                self._set_aside(line)
            self.blocks = [one for one in self.blocks if id(one) not in found]

    def finish(self) -> None:
        """Closes what the page left open, and puts its title first where that stood before its main part."""
        self._end_line()
        while self._open:
            self.handle_endtag(self._open[-1])
        if self._title is None:
            return
        if any(isinstance(one, Line) and one.outline == 0 for one in self.blocks) or not self.blocks:
            self._set_aside(self._title)
        else:
            self.blocks.insert(0, self._title)


def _is_name(words: str) -> bool:
    """Whether a heading is the name of a council alone: that of the site, above whatever page."""
    return re.fullmatch(r"(?:\S+ ){1,6}Council|Cyngor(?: \S+){1,6}", words.strip(), re.IGNORECASE) is not None

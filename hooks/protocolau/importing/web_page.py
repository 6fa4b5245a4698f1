"""HTML as lines: what a reader of the page sees, with navigation and the like set aside."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

from protocolau.importing.characters import clean, decoded
from protocolau.importing.lines import BULLET, Aside, Block, Cell, Line, Reading, Run, Table
from protocolau.importing.word.number_formats import written

_BLOCKS = {
    "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "blockquote", "pre", "section", "article", "main",
    "body", "ul", "ol", "dl", "hr", "figure", "figcaption", "address", "caption", "fieldset", "legend", "summary",
    "details", "center", "tr", "td", "th", "table",
}  # fmt: skip
_UNSEEN = {"script", "style", "template", "noscript", "svg", "head", "object", "iframe", "select", "textarea"}
_APART = {"nav", "footer", "header", "aside", "form", "button", "dialog", "menu"}
_EMPTY = {"br", "hr", "img", "input", "meta", "link", "area", "base", "col", "embed", "source", "track", "wbr"}
_INNER = {"ul", "ol", "table", "div", "section", "article", "main", "body", "td", "th", "blockquote"}
_IMPLIED: dict[str, tuple[tuple[str, set[str]], ...]] = {
    "li": (("li", {"ul", "ol"}),),
    "dt": (("dd", {"dl"}), ("dt", {"dl"})),
    "dd": (("dd", {"dl"}), ("dt", {"dl"})),
    "tr": (("tr", {"table"}),),
    "td": (("td", {"tr", "table"}), ("th", {"tr", "table"})),
    "th": (("td", {"tr", "table"}), ("th", {"tr", "table"})),
} | dict.fromkeys(_BLOCKS - {"td", "th", "tr", "li", "dt", "dd", "body"}, (("p", _INNER),))
"""What an opening tag closes, and where one stops looking for it."""
_FORMS = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]{1,40})", re.IGNORECASE)
_STEP = 360
_DEEPEST = 200


def read(data: bytes) -> Reading:
    """A page as read."""
    page = _Page()
    page.feed(_text(data))
    page.close()
    page.finish()
    return Reading(tuple(page.blocks), asides=tuple(page.asides))


def _text(data: bytes) -> str:
    declared = _CHARSET.search(data[:4000])
    if declared and not data.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        name = declared[1].decode("ascii").lower()
        name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name
        try:
            return clean(data.decode(name))
        except (LookupError, UnicodeDecodeError):
            pass
    return clean(decoded(data)[0])


@dataclass
class _List:
    """A list that is open: whether it counts, how, and where it is."""

    ordered: bool
    form: str = "decimal"
    count: int = 0
    step: int = 1


@dataclass
class _Grid:
    """A table that is open."""

    rows: list[tuple[list[Cell], bool]] = field(default_factory=list)
    cells: list[Cell] | None = None
    blocks: list[Block] | None = None
    """What stood before the open cell, kept until it is closed."""
    span: int = 1
    head: bool = False
    caption: list[Block] = field(default_factory=list)


class _Page(HTMLParser):
    """Gathers lines as the page goes by."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.asides: list[Aside] = []
        self._runs: list[Run] = []
        self._open: list[str] = []
        self._lists: list[_List] = []
        self._grids: list[_Grid] = []
        self._languages: list[str | None] = []
        self._number = ""
        self._apart: list[str] = []
        self._unseen = 0
        self._titled = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag in _EMPTY:
            self._empty(tag)
            return
        for implied, stop in _IMPLIED.get(tag, ()):
            self._close_until(implied, stop)
        if len(self._open) > _DEEPEST:
            return
        self._open.append(tag)
        self._languages.append((given.get("lang") or "")[:2].lower() or None)
        self._unseen += tag in _UNSEEN
        if tag in _BLOCKS:
            self._end_line()
        if tag in _APART:
            self._end_line()
            self._apart.append(tag)
        self._begin(tag, given)

    def _empty(self, tag: str) -> None:
        if tag == "br":
            self._add("\n")
        elif tag == "hr":
            self._end_line()

    def _begin(self, tag: str, given: dict[str, str | None]) -> None:
        if tag in ("ul", "ol"):
            start = given.get("start") or "1"
            first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else 1
            step = -1 if "reversed" in given else 1
            self._lists.append(_List(tag == "ol", _FORMS.get(given.get("type") or "1", "decimal"), first - step, step))
        elif tag == "li" and self._lists:
            self._item(given.get("value") or "")
        elif tag == "table":
            self._grids.append(_Grid())
        elif tag == "tr" and self._grids:
            self._grids[-1].cells = []
        elif tag in ("td", "th") and self._grids:
            grid = self._grids[-1]
            grid.cells = [] if grid.cells is None else grid.cells
            grid.blocks, self.blocks = self.blocks, []
            span = given.get("colspan") or "1"
            grid.span = min(int(span), 12) if span.isdecimal() and int(span) else 1
            grid.head = tag == "th"

    def _item(self, value: str) -> None:
        current = self._lists[-1]
        if not current.ordered:
            self._number = BULLET
            return
        current.count = int(value) if re.fullmatch(r"\d{1,6}", value) else current.count + current.step
        self._number = f"{written(current.count, current.form)}."

    def handle_endtag(self, tag: str) -> None:
        if tag in _EMPTY or tag not in self._open:
            return
        if tag in _BLOCKS or tag in _APART:
            self._end_line()
        while self._open:
            closing = self._open.pop()
            self._languages.pop()
            self._unseen -= closing in _UNSEEN
            if closing in _APART and self._apart:
                self._apart.pop()
            self._finish(closing)
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
        if tag in ("ul", "ol") and self._lists:
            self._lists.pop()
        elif tag in ("td", "th") and self._grids and self._grids[-1].blocks is not None:
            grid = self._grids[-1]
            self._end_line()
            if grid.cells is not None:
                grid.cells.append(Cell(tuple(self.blocks), grid.span))
            self.blocks, grid.blocks = grid.blocks or [], None
        elif tag == "tr" and self._grids and self._grids[-1].cells:
            grid = self._grids[-1]
            grid.rows.append((grid.cells or [], grid.head))
            grid.cells = None
        elif tag == "table" and self._grids:
            grid = self._grids.pop()
            if grid.rows:
                heads = 1 if grid.rows[0][1] and len(grid.rows) > 1 else 0
                self.blocks.append(Table(tuple(tuple(cells) for cells, _ in grid.rows), len(self.blocks), heads=heads))

    def handle_data(self, data: str) -> None:
        if self._unseen:
            if self._open and self._open[-1] == "title" and data.strip() and not self._titled:
                self._titled = True
                self.asides.append(Aside("page title", data.strip()))
            return
        self._add(data if "pre" in self._open else re.sub(r"[ \t\n\f]+", " ", data))

    def _add(self, text: str) -> None:
        if not text or self._unseen:
            return
        opened = set(self._open)
        self._runs.append(
            Run(
                text,
                bold=bool(opened & {"b", "strong", "th"}),
                italic=bool(opened & {"i", "em", "cite"}),
                underlined="u" in opened,
                language=next((one for one in reversed(self._languages) if one in ("en", "cy")), None),
            )
        )

    def _end_line(self) -> None:
        runs, self._runs = self._runs, []
        text = "".join(run.text for run in runs).strip()
        if not text:
            return
        if self._apart:
            self.asides.append(Aside("furniture", re.sub(r"\s+", " ", text)))
            return
        heading = next((one for one in reversed(self._open) if re.fullmatch(r"h[1-6]", one)), None)
        level = len(self._lists) - 1 if self._number else None
        self.blocks.append(
            Line(
                tuple(runs),
                self._number,
                level,
                outline=int(heading[1]) - 1 if heading else None,
                indent=len(self._lists) * _STEP,
                place=len(self.blocks) + 1,
                apart=True,
            )
        )
        self._number = ""

    def finish(self) -> None:
        """Closes what the page left open."""
        self._end_line()
        while self._open:
            self.handle_endtag(self._open[-1])

"""OpenDocument text (.odt) as lines, with the numbers that its lists and headings print."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from xml.etree.ElementTree import Element

from protocolau.importing.characters import SUPERSCRIPT, SUPERSCRIPT_SIGNS, clean
from protocolau.importing.lines import Aside, Block, Cell, Line, ReadDocument, Run, Table, lines_of
from protocolau.importing.open_document.lists import ListCount, levels_of, next_number
from protocolau.importing.packed_files import PackedFile, Unreadable
from protocolau.importing.word.symbols import is_of_signs, readable

_CONTENTS = {
    "text.table-of-content", "text.illustration-index", "text.table-index", "text.alphabetical-index",
    "text.bibliography", "text.user-index", "text.object-index",
}  # fmt: skip
_THROUGH = {"text.section", "office.text", "text.index-body", "draw.a"}
_WORDS = {"text.p", "text.h", "text.list", "table.table"}
_ROWS = {"table.table-rows", "table.table-header-rows", "table.table-row-group"}
_RAISED = re.compile(r"super|[1-9]")
"""How the position of raised letters is said: as such, or in parts of their height."""
_MOST_REPEATED = 64
_STEP = 360


def read(data: bytes) -> ReadDocument:
    """An .odt as read. Raises Unreadable where it cannot be."""
    package = PackedFile(data)
    manifest = package.tree("META-INF/manifest.xml")
    if manifest is not None and any(True for _ in manifest.iter("manifest.encryption-data")):
        raise Unreadable("the file is protected by a password", "save it without a password")
    content = package.tree("content.xml")
    body = content.find("office.body/office.text") if content is not None else None
    if content is None or body is None:
        raise Unreadable(
            "the file holds no OpenDocument text", "open it in the program that wrote it and save it as .odt"
        )
    return _Document(content, package.tree("styles.xml")).reading(body)


class _Document:
    """One document, read once from top to end."""

    def __init__(self, content: Element, styles: Element | None):
        self._roots = [root for root in (content, styles) if root is not None]
        self._styles = {
            one.get("style.name", ""): one for root in reversed(self._roots) for one in root.iter("style.style")
        }
        self._automatic = {
            one.get("style.name", "")
            for root in self._roots
            for held in root.iter("office.automatic-styles")
            for one in held
        }
        self._lists = {
            one.get("style.name", ""): levels_of(one)
            for root in reversed(self._roots)
            for one in root.iter("text.list-style")
        }
        outlines = [one for root in self._roots for one in root.iter("text.outline-style")]
        self._outline = levels_of(outlines[0]) if outlines else {}
        self._fonts = {
            one.get("style.name", ""): one.get("svg.font-family", "").strip("'\"")
            for root in self._roots
            for one in root.iter("style.font-face")
        }
        self._counts: dict[str, ListCount] = {}
        self._outline_count = ListCount()
        self._last_of_style: dict[str, str] = {}
        self._asides: list[Aside] = []
        self._notes: list[Line] = []
        self._boxes: list[Element] = []
        self._remarks: Counter[str] = Counter()
        self._place = 0
        self._apart = False
        """Whether a paragraph without words stands before the next."""

    def reading(self, body: Element) -> ReadDocument:
        """Everything that the document holds."""
        blocks = tuple(self._blocks(body, False))
        for root in self._roots[1:]:
            for kind in ("header", "footer"):
                for one in root.iter(f"style.{kind}"):
                    text = " ".join(line.text for line in lines_of(tuple(self._blocks(one, False)))).strip()
                    if text:
                        self._asides.append(Aside(kind, text))
        return ReadDocument(blocks, tuple(self._notes), tuple(dict.fromkeys(self._asides)), dict(+self._remarks))

    def _blocks(self, parent: Element, contents: bool) -> Iterator[Block]:
        for child in parent:
            tag = child.tag
            if tag in ("text.p", "text.h"):
                yield from self._paragraph(
                    child, contents, self._heading_number(child) if tag == "text.h" else "", None
                )
            elif tag == "text.list":
                yield from self._list(child, 0, None, None, contents)
            elif tag == "text.numbered-paragraph":
                yield from self._numbered(child, contents)
            elif tag == "table.table":
                yield self._table(child, contents)
            elif tag in _CONTENTS:
                yield from self._blocks(child, True)
            elif tag == "text.section" and child.get("text.display") == "none":
                self._tell("hidden", _paragraphs_in(child))
            elif tag in _THROUGH or tag == "text.index-title":
                yield from self._blocks(child, contents)
            elif tag == "text.tracked-changes":
                self._changes(child)
            elif tag.startswith("draw."):
                self._remarks["pictures"] += _pictures(child)
                self._tell_of_picture(child)
                for box in _boxes(child):
                    yield from self._blocks(box, contents)

    def _changes(self, changes: Element) -> None:
        for region in changes:
            self._remarks["tracked changes"] += 1
            for deletion in region.iter("text.deletion"):
                self._tell("deleted", _paragraphs_in(deletion))

    def _tell(self, what: str, words: str) -> None:
        """Sets words aside, where there are any."""
        if words.strip():
            self._asides.append(Aside(what, " ".join(words.split()), self._place))

    def _list(
        self, element: Element, depth: int, style: str | None, name: str | None, contents: bool
    ) -> Iterator[Block]:
        """A list: its items with their numbers, and the lists inside them."""
        style = element.get("text.style-name") or style or self._style_of_items(element)
        if name is None:
            name = self._name_of(element, style)
        count = self._counts.setdefault(name, ListCount())
        levels = self._lists.get(style or "", {})
        for item in element:
            first = item.tag == "text.list-item"
            start = item.get("text.start-value")
            for child in item:
                if child.tag == "text.list":
                    yield from self._list(child, depth + 1, style, name, contents)
                elif child.tag in ("text.p", "text.h"):
                    number = ""
                    if first:
                        begun = int(start) if start and start.isdecimal() else None
                        number = next_number(count, levels, depth, begun)
                        first = False
                    yield from self._paragraph(child, contents, number, depth)
                elif child.tag == "table.table":
                    yield self._table(child, contents)

    def _numbered(self, element: Element, contents: bool) -> Iterator[Block]:
        """A paragraph with a number of its own, which stands in no list."""
        style, level, start = (element.get(f"text.{name}", "") for name in ("style-name", "level", "start-value"))
        count = self._counts.setdefault(element.get("text.list-id") or f"numbered {style}", ListCount())
        depth, begun = (int(one) if one.isdecimal() else None for one in (level, start))
        number = next_number(count, self._lists.get(style, {}), depth := max((depth or 1) - 1, 0), begun)
        for child in element:
            if child.tag in ("text.p", "text.h"):
                yield from self._paragraph(child, contents, number, depth)

    def _style_of_items(self, element: Element) -> str | None:
        for paragraph in element.iter("text.p"):
            return self._property(paragraph.get("text.style-name"), "style.list-style-name")
        return None

    def _property(self, style: str | None, name: str) -> str | None:
        for one in self._chain(style):
            if (found := one.get(name)) is not None:
                return found
        return None

    def _chain(self, style: str | None) -> Iterator[Element]:
        seen: set[str] = set()
        while style and style in self._styles and style not in seen:
            seen.add(style)
            yield self._styles[style]
            style = self._styles[style].get("style.parent-style-name")

    def _chosen(self, style: str | None) -> str:
        """The name of the style that a person has chosen. For what differs from it the program makes one of its own."""
        names = (one.get("style.name", "") for one in self._chain(style))
        return next((name.replace("_20_", " ") for name in names if name not in self._automatic), "")

    def _name_of(self, element: Element, style: str | None) -> str:
        """Which counts a list goes on with: those it names, the last of its style, or new ones."""
        own = element.get("xml.id") or f"list {len(self._counts)}"
        goes_on = element.get("text.continue-list")
        if goes_on and goes_on in self._counts:
            self._counts[own] = self._counts[goes_on]
        elif element.get("text.continue-numbering") == "true" and style in self._last_of_style:
            self._counts[own] = self._counts[self._last_of_style[style or ""]]
        self._last_of_style[style or ""] = own
        return own

    def _heading_number(self, element: Element) -> str:
        level = element.get("text.outline-level", "1")
        depth = int(level) - 1 if level.isdecimal() else 0
        silent = element.get("text.is-list-header") == "true" or not "".join(element.itertext()).strip()
        if silent or depth not in self._outline:
            return ""
        start = element.get("text.start-value", "") if element.get("text.restart-numbering") == "true" else ""
        return next_number(self._outline_count, self._outline, depth, int(start) if start.isdecimal() else None)

    def _paragraph(self, element: Element, contents: bool, number: str, level: int | None) -> Iterator[Block]:
        self._place += 1
        style = element.get("text.style-name")
        runs = tuple(self._runs(element, style))
        outline = element.get("text.outline-level", "1") if element.tag == "text.h" else None
        boxes, self._boxes = self._boxes, []
        apart, self._apart = self._apart, not boxes
        if number or "".join(run.text for run in runs).strip():
            self._apart = False
            yield Line(
                runs,
                number,
                level if number else None,
                style=self._chosen(style),
                outline=int(outline) - 1 if outline and outline.isdecimal() else None,
                indent=((level or 0) + 1) * _STEP if level is not None else 0,
                contents=contents,
                place=self._place,
                apart=apart,
            )
        for box in boxes:
            yield from self._blocks(box, contents)

    def _runs(self, element: Element, style: str | None) -> Iterator[Run]:
        yield from self._run(element.text, style)
        for child in element:
            tag = child.tag
            if tag == "text.s":
                times = child.get("text.c", "1")
                yield from self._run(" " * min(int(times) if times.isdecimal() else 1, 200), style)
            elif tag == "text.tab":
                yield from self._run("\t", style)
            elif tag == "text.line-break":
                yield from self._run("\u2028", style)  # the other line ends of the file are spaces
            elif tag == "text.note":
                yield from self._note(child, style)
            elif tag in ("office.annotation", "office.annotation-end"):
                self._comment(child)
            elif tag.startswith("draw."):
                self._boxes += _boxes(child)
                self._remarks["pictures"] += _pictures(child)
                self._tell_of_picture(child)
            elif tag == "text.hidden-text" and child.get("text.is-hidden") == "true":
                self._tell("hidden", "".join(child.itertext()))
            elif tag == "text.ruby":
                for base in child.iterfind("text.ruby-base"):
                    yield from self._runs(base, style)
            elif tag != "text.tracked-changes":
                yield from self._runs(child, child.get("text.style-name") or style)
            yield from self._run(child.tail, style)

    def _run(self, text: str | None, style: str | None) -> Iterator[Run]:
        if not text:
            return
        looks = {
            name: self._look(style, name) for name in ("fo.font-weight", "fo.font-style", "style.text-underline-style")
        }
        if self._look(style, "text.display") == "none":
            self._asides.append(Aside("hidden", text, self._place))
            return
        if self._look(style, "style.text-line-through-style") not in (None, "none"):
            self._asides.append(Aside("struck", text, self._place))
            return
        language = self._look(style, "fo.language")
        if _RAISED.match(self._look(style, "style.text-position") or ""):
            text = text.translate(SUPERSCRIPT)
        yield Run(
            clean(readable(" ".join(text.split("\n")), self._font_of_signs(style))),
            looks["fo.font-weight"] == "bold",
            looks["fo.font-style"] == "italic",
            looks["style.text-underline-style"] not in (None, "none"),
            language=language if language in ("en", "cy") else None,
        )

    def _font_of_signs(self, style: str | None) -> str:
        """The font of a text, if it is one that has signs in place of letters."""
        named = self._look(style, "style.font-name")
        said = self._look(style, "fo.font-family") or ""
        font = self._fonts.get(named, "") or named if named else said.strip("'\"")
        return font if is_of_signs(font) else ""

    def _look(self, style: str | None, name: str) -> str | None:
        for one in self._chain(style):
            properties = one.find("style.text-properties")
            if properties is not None and (found := properties.get(name)) is not None:
                return found
        return None

    def _note(self, note: Element, style: str | None) -> Iterator[Run]:
        sign = (note.findtext("text.note-citation") or "").translate(SUPERSCRIPT_SIGNS)
        yield from self._run(sign, style)
        self._remarks["notes"] += 1
        body = note.find("text.note-body")
        for index, line in enumerate(lines_of(tuple(self._blocks(body, False))) if body is not None else ()):
            start = (Run(f"{sign} "),) if index == 0 and sign else ()
            self._notes.append(replace(line, runs=(*start, *line.runs)))

    def _tell_of_picture(self, drawing: Element) -> None:
        """The words that stand for a picture: its title and what is said to describe it."""
        for words in (*drawing.iter("svg.title"), *drawing.iter("svg.desc")):
            self._tell("mark", words.text or "")

    def _comment(self, element: Element) -> None:
        text = " ".join("".join(one.itertext()) for one in element.iter("text.p"))
        if text.strip():
            self._remarks["comments"] += 1
            self._asides.append(Aside("comment", text.strip(), self._place))

    def _table(self, element: Element, contents: bool) -> Table:
        place, rows = self._place + 1, []
        for row in _rows(element):
            if cells := tuple(self._cells(row, contents)):
                rows.append(cells)
        heads = len(list(element.iterfind("table.table-header-rows/table.table-row")))
        return Table(tuple(rows), place, heads=heads)

    def _cells(self, row: Element, contents: bool) -> Iterator[Cell]:
        covered = 0
        """How many of the cells to come the last one covers."""
        for one in row:
            times = min(_whole(one.get("table.number-columns-repeated")), _MOST_REPEATED)
            if one.tag == "table.table-cell":
                span = _whole(one.get("table.number-columns-spanned"))
                covered = span - 1
                yield from [Cell(tuple(self._blocks(one, contents)), span)] * times
            elif one.tag == "table.covered-table-cell":
                yield from [Cell((), continued=True)] * max(times - covered, 0)
                covered = max(covered - times, 0)


def _paragraphs_in(element: Element) -> str:
    """The words of every paragraph in an element, those of lists and tables among them."""
    paragraphs = (one for one in element.iter() if one.tag in ("text.p", "text.h"))
    return " ".join("".join(one.itertext()) for one in paragraphs)


def _rows(table: Element) -> Iterator[Element]:
    """The rows of a table, whatever wraps them, without those of tables in its cells."""
    for one in table:
        if one.tag == "table.table-row":
            yield one
        elif one.tag in _ROWS:
            yield from _rows(one)


def _whole(said: str | None) -> int:
    return int(said) if said and said.isdecimal() and int(said) else 1


def _boxes(drawing: Element) -> Iterator[Element]:
    """What in a drawing holds paragraphs: frames of text, and shapes with words in them."""
    if any(one.tag in _WORDS for one in drawing):
        yield drawing
        return
    for one in drawing:
        if one.tag.startswith("draw."):
            yield from _boxes(one)


def _pictures(drawing: Element) -> int:
    return sum(1 for _ in drawing.iter("draw.image"))

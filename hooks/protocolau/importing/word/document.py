"""A Word file as lines and tables, in order, as they stand when every tracked change has been accepted."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from xml.etree.ElementTree import Element

from protocolau.importing.lines import Aside, Block, Cell, Line, ReadDocument, Run, Table, lines_of
from protocolau.importing.word.fields import FieldCounts
from protocolau.importing.word.inside import read_inside
from protocolau.importing.word.numbering import Numbered, Numbering, twips, whole
from protocolau.importing.word.package import Package
from protocolau.importing.word.runs import (
    GONE,
    Number,
    ParagraphContent,
    RunReader,
    Story,
    chosen,
    deleted_text,
    unended,
)
from protocolau.importing.word.styles import Styles, number, on, value

_WRAPPERS = {"w.customXml", "w.smartTag", "w.ins", "w.moveTo", "w.sdtContent"}
_WIDEST = 63
"""Columns of a table in Word."""
_NARROWEST = 400
"""Twentieths of a point below which a column can hold no words."""


def read(data: bytes) -> ReadDocument:
    """A .docx as read. Raises Unreadable where it cannot be."""
    return _Document(Package(data)).reading()


def _read_inside(data: bytes) -> ReadDocument:
    return _Document(Package(data), whole=False).reading()


@dataclass
class _Pending:
    """A paragraph whose mark is hidden or deleted: its words go before those of the next one."""

    words: ParagraphContent = field(default_factory=ParagraphContent)
    number: str | None = None
    """Its own number, where the mark is hidden and not deleted."""
    at: Numbered | None = None


class _Document:
    """One document, read once from top to end."""

    def __init__(self, package: Package, whole: bool = True):
        self.package = package
        self._whole = whole
        """Whether it is not itself a document inside another."""
        self.styles = Styles.of(package.part("styles"))
        self.story = self._new_story(_note_forms(package))
        self._notes = {kind: _notes(package.part(f"{kind}s"), f"w.{kind}") for kind in ("footnote", "endnote")}
        self._noted: list[tuple[str, str, str]] = []
        self._boxes = self._new_story(self.story.note_forms)
        self._boxes.asides, self._boxes.remarks = self.story.asides, self.story.remarks
        self.story.part = self._boxes.part = package.part_inside
        self.story.unended = self._boxes.unended = unended(package.body)

    def _new_story(self, forms: dict[str, tuple[str, int]]) -> Story:
        numbering = Numbering(self.package.part("numbering"), self.styles)
        return Story(self.styles, FieldCounts(numbering), forms)

    def reading(self) -> ReadDocument:
        """Everything that the document holds."""
        blocks = tuple(self._blocks(self.package.body, self.story))
        notes = tuple(self._note_lines())
        for kind in ("header", "footer"):
            self._set_apart(kind)
        self._comments()
        if self.package.macros:
            self.story.remarks["macros"] += 1
        return ReadDocument(blocks, notes, tuple(dict.fromkeys(self.story.asides)), dict(self.story.remarks))

    def _blocks(self, parent: Element, story: Story, contents: bool = False) -> Iterator[Block]:
        pending: _Pending | None = None
        apart = False
        for element, listed in _block_elements(parent, story, contents):
            if element.tag == "w.tbl":
                if pending and (line := self._made(None, None, pending.words, pending.number or "", pending.at, story)):
                    yield line
                pending = None
                yield self._table(element, story, listed)
                continue
            if element.tag == "w.altChunk":
                yield from self._inside(element, story)
                continue
            story.place += 1
            found, pending = self._paragraph(element, story, pending, listed)
            for block in found:
                if isinstance(block, Line) and not block.text.strip() and not block.number:
                    apart = True
                    continue
                yield replace(block, apart=True) if apart and isinstance(block, Line) else block
                apart = False
        if pending and (line := self._made(None, None, pending.words, pending.number or "", pending.at, story)):
            yield line

    def _paragraph(
        self, element: Element, story: Story, before: _Pending | None, contents: bool
    ) -> tuple[list[Block], _Pending | None]:
        """A paragraph with the boxes that hang on it, or what is left over for the next one."""
        properties = element.find("w.pPr")
        style = self.styles.of_paragraph(properties)
        mark = properties.find("w.rPr") if properties is not None else None
        deleted = mark is not None and any(mark.find(tag) is not None for tag in GONE)
        numbering = story.counts.numbering
        at = numbering.of_paragraph(properties, style)
        if before and before.at:
            at = before.at
        hidden = not deleted and any(
            on(self.styles.run_property(mark, style, tag)) for tag in ("w.vanish", "w.specVanish")
        )
        shown = "" if deleted else None
        if shown is None and before and before.number is not None:
            shown = before.number
        counts_now = shown is None and at is not None and (not hidden or self._shows_words(element, style))
        capitals = on(self.styles.run_property(mark, style, "w.caps"))
        shown = numbering.next(at, capitals=capitals) if counts_now and at else shown or ""
        reader = RunReader(story, style, at, self.styles.outline(properties, style))
        reader.read(element)
        words = ParagraphContent()
        if before:
            words.extend(before.words)
        words.extend(reader.words)
        words.contents = words.contents or contents
        if deleted:
            story.remarks["tracked changes"] += 1
            return [], _Pending(words)
        if hidden:
            return [], _Pending(words, shown, at) if words.pieces or words.boxes else None
        if _is_initial(properties):
            return [], _Pending(words)
        line = self._made(properties, style, words, shown, at, story)
        return [*([line] if line else []), *self._boxed(words)], None

    def _shows_words(self, element: Element, style: str | None) -> bool:
        return any(
            not on(self.styles.run_property(run.find("w.rPr"), style, "w.vanish"))
            for run in element.iter("w.r")
            if any((text.text or "").strip() for text in run.iterfind("w.t"))
        )

    def _made(
        self,
        properties: Element | None,
        style: str | None,
        words: ParagraphContent,
        shown: str,
        at: Numbered | None,
        story: Story,
    ) -> Line | None:
        """A line of what has been gathered. An empty one stands for the gap that it makes."""
        self._noted += words.notes
        pieces, inline = (
            words.pieces,
            [piece.text for piece in words.pieces if isinstance(piece, Number) and piece.text],
        )
        if not shown and (first := _first_number(pieces)) is not None:
            shown = inline.pop(0)
            pieces = pieces[first + 1 :]
        runs = tuple(_joined([Run(one.text) if isinstance(one, Number) else one for one in pieces]))
        name = self.styles.name(style)
        level = story.counts.numbering.level(at) if at else None
        indent = twips(self.styles.paragraph_property(properties, style, "w.ind"))
        return Line(
            runs=runs,
            number=shown,
            level=at.level if at and shown else None,
            inline=tuple(inline),
            style=name,
            outline=self.styles.outline(properties, style),
            indent=indent or (level.indent if level else 0),
            contents=words.contents or name.lower().startswith(("toc ", "table of contents", "index ")),
            place=story.place,
            size=max(words.sizes, key=lambda size: words.sizes[size], default=0.0),
        )

    def _inside(self, element: Element, story: Story) -> Iterator[Block]:
        """The blocks of a whole document in the place of one element, as Word opens it."""
        name, data = self.package.inside(element.get("r.id", ""))
        found = read_inside(name, data, _read_inside) if self._whole else None
        if found is None:
            story.remarks["documents inside"] += 1
            return
        story.asides += found.asides
        story.remarks.update(found.remarks)
        yield from (*found.blocks, *found.notes)

    def _boxed(self, words: ParagraphContent) -> Iterator[Block]:
        for box in words.boxes:
            self._boxes.place = self.story.place
            yield from self._blocks(box, self._boxes)

    def _table(self, element: Element, story: Story, contents: bool) -> Table:
        rows: list[tuple[Cell, ...]] = []
        heads = 0
        place = story.place + 1
        for row in _inside(element, "w.tr", story):
            properties = row.find("w.trPr")
            if properties is not None and any(properties.find(tag) is not None for tag in GONE):
                story.remarks["tracked changes"] += 1
                story.aside("deleted", deleted_text(row))
                continue
            cells = (*_unprinted(properties, "Before"), *self._cells(row, story, contents))
            cells = (*cells, *_unprinted(properties, "After")) if cells else ()
            if properties is not None and on(properties.find("w.hidden")):
                story.aside("hidden", " ".join(line.text for cell in cells for line in lines_of(cell.blocks)))
                continue
            if properties is not None and on(properties.find("w.tblHeader")) and heads == len(rows):
                heads += 1
            if cells:
                rows.append(cells)
        return Table(tuple(rows), place, heads=heads)

    def _cells(self, row: Element, story: Story, contents: bool) -> Iterator[Cell]:
        last: Cell | None = None
        for element in _inside(row, "w.tc", story):
            properties = element.find("w.tcPr")
            span = min(max(number(element.find("w.tcPr/w.gridSpan")) or 1, 1), _WIDEST)
            if properties is not None and properties.find("w.cellDel") is not None:
                story.remarks["tracked changes"] += 1
                story.aside("deleted", deleted_text(element))
                continue
            merge = properties.find("w.vMerge") if properties is not None else None
            across = properties.find("w.hMerge") if properties is not None else None
            if across is not None and across.get("w.val", "continue") == "continue" and last:
                last = replace(last, span=last.span + span)
                continue
            if last:
                yield last
            if merge is not None and merge.get("w.val", "continue") == "continue":
                story.aside("covered", "".join(text.text or "" for text in element.iter("w.t")))
                last = Cell((), span, continued=True)
            else:
                last = Cell(tuple(self._blocks(element, story, contents)), span)
        if last:
            yield last

    def _note_lines(self) -> Iterator[Line]:
        """The notes, in the order in which they are referred to."""
        known: set[tuple[str, str]] = set()
        story = self._new_story(self.story.note_forms)
        story.asides, story.remarks = self.story.asides, self.story.remarks
        queue = list(self._noted)
        for kind, name, shown in queue:
            note = self._notes[kind].get(name)
            if note is None or (kind, name) in known:
                continue
            known.add((kind, name))
            self.story.remarks["notes"] += 1
            story.unended |= unended(note)
            for index, line in enumerate(lines_of(tuple(self._blocks(note, story)))):
                start = (Run(f"{shown} "),) if index == 0 and shown else ()
                yield replace(line, runs=(*start, *_without_leading_space(line.runs)))

    def _set_apart(self, kind: str) -> None:
        for part in self.package.parts(kind):
            story = self._new_story(self.story.note_forms)
            story.unended = unended(part)
            for line in lines_of(tuple(self._blocks(part, story))):
                text = " ".join((line.number, line.text)).strip()
                if text:
                    self.story.asides.append(Aside(kind, text))

    def _comments(self) -> None:
        part = self.package.part("comments")
        for comment in part.iterfind("w.comment") if part is not None else ():
            paragraphs = ("".join(text.text or "" for text in one.iter("w.t")) for one in comment.iter("w.p"))
            self.story.remarks["comments"] += 1
            self.story.asides.append(Aside("comment", " ".join(paragraphs)))


def _block_elements(parent: Element, story: Story, contents: bool) -> Iterator[tuple[Element, bool]]:
    """The paragraphs and tables in a part or a cell, with whether they are a contents list's."""
    for child in parent:
        tag = child.tag
        if tag in ("w.p", "w.tbl", "w.altChunk"):
            yield child, contents
        elif tag in GONE:
            story.remarks["tracked changes"] += 1
            story.aside("deleted", deleted_text(child))
        elif tag in _WRAPPERS:
            yield from _block_elements(child, story, contents)
        elif tag == "w.sdt":
            content = child.find("w.sdtContent")
            listed = value(child, "w.sdtPr/w.docPartObj/w.docPartGallery") == "Table of Contents"
            if content is not None and on(child.find("w.sdtPr/w.showingPlcHdr")):
                story.aside("prompt", "".join(text.text or "" for text in content.iter("w.t")))
            elif content is not None:
                yield from _block_elements(content, story, contents or listed)
        elif tag == "mc.AlternateContent":
            yield from _block_elements(chosen(child), story, contents)


def _is_initial(properties: Element | None) -> bool:
    """Whether a paragraph is only the large first letter of the next one."""
    frame = properties.find("w.framePr") if properties is not None else None
    return frame is not None and frame.get("w.dropCap", "none") in ("drop", "margin")


def _unprinted(properties: Element | None, side: str) -> Iterator[Cell]:
    """The columns that a row leaves free before its first cell, or after its last, as a cell without words; none where
    they are as narrow as those are that only a ragged edge makes.
    """
    free = number(properties.find(f"w.grid{side}")) if properties is not None else None
    width = properties.find(f"w.w{side}") if properties is not None else None
    wide = width is None or width.get("w.type", "dxa") != "dxa" or whole(width.get("w.w")) >= _NARROWEST
    if free and free > 0 and wide:
        yield Cell((), min(free, _WIDEST))


def _inside(parent: Element, tag: str, story: Story) -> Iterator[Element]:
    """The rows of a table or the cells of a row, whatever wraps them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag == "w.sdt":
            content = child.find("w.sdtContent")
            yield from _inside(content, tag, story) if content is not None else ()
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag, story)
        elif child.tag in GONE:
            story.aside("deleted", deleted_text(child))


def _first_number(pieces: list[Run | Number]) -> int | None:
    """The place of a field's number that stands before all words."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, Number):
            return index if piece.text else None
        if piece.text.strip():
            return None
    return None


def _joined(runs: list[Run]) -> Iterator[Run]:
    """Neighbouring runs of one look as one."""
    last: Run | None = None
    for run in runs:
        if last and replace(run, text="") == replace(last, text=""):
            last = replace(last, text=last.text + run.text)
            continue
        if last:
            yield last
        last = run
    if last:
        yield last


def _without_leading_space(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    return (replace(runs[0], text=runs[0].text.lstrip()), *runs[1:]) if runs else runs


def _notes(part: Element | None, tag: str) -> dict[str, Element]:
    """The notes of a part by their ids, without the lines that part them from the text."""
    if part is None:
        return {}
    return {one.get("w.id", ""): one for one in part.iterfind(tag) if one.get("w.type", "normal") == "normal"}


def _note_forms(package: Package) -> dict[str, tuple[str, int]]:
    """The form of the signs of notes. Where they begin again on each page, figures that run on stand for them."""
    settings = package.part("settings")
    forms = {}
    for kind, usual in (("footnote", "decimal"), ("endnote", "lowerRoman")):
        places = [
            package.body.find(f"w.sectPr/w.{kind}Pr"),
            settings.find(f"w.{kind}Pr") if settings is not None else None,
        ]
        found = [place for place in places if place is not None]
        form = next((form for place in found if (form := value(place, "w.numFmt"))), usual)
        start = next((start for place in found if (start := number(place.find("w.numStart"))) is not None), 1)
        again = any(value(place, "w.numRestart") not in (None, "continuous") for place in found)
        forms[kind] = ("decimal" if again else form, start)
    return forms

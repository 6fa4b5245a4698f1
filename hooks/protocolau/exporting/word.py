"""A Word file: real styles, headings, lists and tables, every language marked, numbers as the council printed them.

What editors say stands in the head of the first page and in comments, never among the words, so that the file can be
imported again and gives the same provisions.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from itertools import chain

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from protocolau.exporting.outgoing_document import OutgoingDocument, OutgoingProvision
from protocolau.exporting.outgoing_runs import Runs, without_terms
from protocolau.importing import own_styles

_LANGUAGES = {"en": "en-GB", "cy": "cy-GB"}
_FONT = "Calibri"
_GREY = RGBColor(0x55, 0x55, 0x55)
_STEP = Cm(1.25)
_LEVELS = 4
"""Levels to which provisions are set in. Deeper ones stand as far in as the last of these."""
_WHOLE = {"title": own_styles.TITLE, "notice": own_styles.NOTICE}
_STAMP = (1980, 1, 1, 0, 0, 0)
"""The date of every part of the package: the earliest that it can hold, so that the same words make the same bytes."""


def write(document: OutgoingDocument) -> bytes:
    """The Word file of a document."""
    return _packed(_Writer(document).written())


class _Writer:
    """Writes one document."""

    def __init__(self, document: OutgoingDocument):
        self._document = document
        self._word = Document()
        self._targets = {
            run.anchor
            for one in document.walk()
            for run in chain(one.text, *(cell.text for cell in one.cells))
            if run.anchor
        }
        self._bookmarks = 0
        _drop_ballast(self._word)
        _set_styles(self._word, _LANGUAGES[document.text_language])
        self._styles = {style.name: style.style_id for style in self._word.styles}

    def written(self) -> WordDocument:
        self._set_properties()
        self._set_page()
        for one in self._document.body:
            self._provision(one, 0)
        return self._word

    def _set_properties(self) -> None:
        properties, document = self._word.core_properties, self._document
        properties.title, properties.author = document.title.text, document.council
        properties.language, properties.comments = _LANGUAGES[document.text_language], document.labels.made
        properties.subject, properties.identifier = document.kind_name, document.address
        properties.last_modified_by = ""
        for element in list(properties._element):
            if element.tag in (qn("dcterms:created"), qn("dcterms:modified")):
                properties._element.remove(element)

    def _set_page(self) -> None:
        """Paper, and what stands at the head and the foot of each page."""
        section, document = self._word.sections[0], self._document
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.5)
        section.different_first_page_header_footer = True
        self._furniture(section.first_page_header, document.council, "Council")
        if not document.has_own_title:
            self._furniture(section.first_page_header, document.title.text, "Document Title")
        for words in (document.adopted_words, *document.notices):
            self._furniture(section.first_page_header, words, "Editorial")
        self._furniture(section.header, f"{document.council} · {document.title.text}", "Editorial")
        for foot in (section.first_page_footer, section.footer):
            self._foot(foot)

    def _furniture(self, part: _Header | _Footer, words: str, style: str) -> Paragraph:
        is_new = part.is_linked_to_previous
        part.is_linked_to_previous = False
        paragraph = part.paragraphs[0] if is_new else part.add_paragraph()
        self._set_style(paragraph, style)
        _set_language(paragraph.add_run(words), _LANGUAGES[self._document.language])
        return paragraph

    def _foot(self, foot: _Footer) -> None:
        """The date of adoption and the page, and below them the permanent address."""
        paragraph = self._furniture(foot, f"{self._document.adopted_words}\t", "Editorial")
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(16), WD_TAB_ALIGNMENT.RIGHT)
        for part in re.split(r"(\{pages?\})", self._document.labels.page):
            if part in _FIELDS:
                _add_field(paragraph, _FIELDS[part])
            elif part:
                _set_language(paragraph.add_run(part), _LANGUAGES[self._document.language])
        self._furniture(foot, f"{self._document.labels.permanent} {self._document.address}", "Editorial")

    def _provision(self, one: OutgoingProvision, depth: int) -> None:
        """A provision and everything inside it."""
        written = self._own_words(one, depth)
        inner = depth if one.heading or not (one.number or one.kind == "item") else depth + 1
        for item in one.items:
            self._provision(item, inner)
        if one.rows:
            self._table(one)
        self._comment(one, written)
        for child in one.provisions:
            self._provision(child, inner)

    def _own_words(self, one: OutgoingProvision, depth: int) -> Paragraph | None:
        """The number, the heading and the text of a provision. Returns the last of their paragraphs."""
        written: Paragraph | None = None
        if one.heading:
            style = own_styles.CAPTION if one.kind == "table" else f"Heading {one.level - 1}"
            written = self._paragraph(style, one.number, one.heading, one.anchor)
        if one.text or (one.number and not one.heading):
            number = None if one.heading else one.number
            written = self._paragraph(self._style(one, depth), number, one.text, None if written else one.anchor)
        return written

    def _style(self, one: OutgoingProvision, depth: int) -> str:
        if one.kind in _WHOLE:
            return _WHOLE[one.kind]
        level = min(depth, _LEVELS - 1)
        if one.kind == "item" and not one.number:
            return f"List Bullet {min(level, 2) + 1}" if level else "List Bullet"
        return f"{own_styles.CLAUSE if one.number else own_styles.PARAGRAPH} {level + 1}"

    def _paragraph(self, style: str, number: str | None, runs: Runs, anchor: str | None) -> Paragraph:
        paragraph = self._set_style(self._word.add_paragraph(), style)
        if anchor in self._targets:
            self._bookmark(paragraph, str(anchor))
        if number:
            paragraph.add_run(f"{number}\t")
            if style.startswith("Heading "):
                paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = _STEP, -_STEP
        self._add_runs(paragraph, runs)
        return paragraph

    def _set_style(self, paragraph: Paragraph, style: str) -> Paragraph:
        """Set a style by its name, without the search through all of them that the library makes each time."""
        paragraph._p.style = self._styles[style]
        return paragraph

    def _add_runs(self, paragraph: Paragraph, runs: Runs) -> None:
        for run in without_terms(runs):
            made = paragraph.add_run(run.text)
            made.bold, made.italic = run.strong or None, run.emphasis or None
            if run.language:
                _set_language(made, _LANGUAGES[run.language])
            if run.anchor:
                _link(made, _bookmark_name(run.anchor))

    def _bookmark(self, paragraph: Paragraph, anchor: str) -> None:
        self._bookmarks += 1
        for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
            mark = OxmlElement(tag)
            mark.set(qn("w:id"), str(self._bookmarks))
            if tag == "w:bookmarkStart":
                mark.set(qn("w:name"), _bookmark_name(anchor))
            paragraph._p.append(mark)

    def _table(self, one: OutgoingProvision) -> None:
        rows = [one.columns, *one.rows] if one.columns else list(one.rows)
        table = self._word.add_table(len(rows), max(sum(cell.span for cell in row) for row in rows), "Table Grid")
        for row, cells in zip(table.rows, rows, strict=True):
            style = own_styles.CELL_HEAD if cells is one.columns else own_styles.CELL
            self._row(row.cells, cells, style)
        _set_heads(table, bool(one.columns), one.row_headers)
        after = self._word.add_paragraph()
        after.paragraph_format.space_after = Pt(0)

    def _row(self, places: Sequence[_Cell], cells: Sequence[OutgoingProvision], style: str) -> None:
        place = 0
        for cell in cells:
            target = places[place].merge(places[place + cell.span - 1]) if cell.span > 1 else places[place]
            paragraph = target.paragraphs[0]
            self._set_style(paragraph, style)
            self._add_runs(paragraph, cell.text)
            self._comment(cell, paragraph)
            place += cell.span

    def _comment(self, one: OutgoingProvision, paragraph: Paragraph | None) -> None:
        """What editors say of a provision, as comments on its words."""
        notes = [*([one.diagram] if one.diagram else []), *one.notes]
        if not notes:
            return
        if paragraph is None or not paragraph.runs:
            paragraph = self._word.add_paragraph()
            paragraph.add_run()
        for note in notes:
            comment = self._word.add_comment(paragraph.runs, note, author=_AUTHOR, initials=_INITIALS)
            del comment._comment_elm.attrib[qn("w:date")]  # the clock's


_AUTHOR, _INITIALS = "Council Protocols · Protocolau Cynghorau", "CP"
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def _bookmark_name(anchor: str) -> str:
    """The name of a bookmark: letters, figures and underscores, no more than 40."""
    return f"p_{re.sub(r'[^0-9A-Za-z]', '_', anchor)}"[:40]


def _set_styles(word: WordDocument, language: str) -> None:
    """The styles of all that stands in a document."""
    normal = word.styles["Normal"]
    normal.font.name, normal.font.size = _FONT, Pt(11)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(6), 1.15
    defaults = word.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    defaults.find(qn("w:lang")).set(qn("w:val"), language)
    for level in range(1, _LEVELS + 1):
        numbered = _style(word, f"{own_styles.CLAUSE} {level}", "Normal")
        numbered.paragraph_format.left_indent = _STEP * level
        numbered.paragraph_format.first_line_indent = -_STEP
        numbered.paragraph_format.tab_stops.add_tab_stop(_STEP * level)
        paragraph = _style(word, f"{own_styles.PARAGRAPH} {level}", "Normal")
        paragraph.paragraph_format.left_indent = _STEP * (level - 1)
    for level in range(1, 6):
        _set_heading(word.styles[f"Heading {level}"], level)
    for level, name in enumerate(("List Bullet", "List Bullet 2", "List Bullet 3")):
        word.styles[name].paragraph_format.left_indent = _STEP * level + Cm(0.75)
        word.styles[name].paragraph_format.first_line_indent = -Cm(0.75)
    _style(word, own_styles.NOTICE, "Normal").font.bold = True
    _style(word, own_styles.CAPTION, "Normal").font.bold = True
    _style(word, own_styles.CELL, "Normal").paragraph_format.space_after = Pt(2)
    _style(word, own_styles.CELL_HEAD, own_styles.CELL).font.bold = True
    _set_titles(word)
    _add_comment_styles(word)


def _add_comment_styles(word: WordDocument) -> None:
    """The styles to which comments refer, and which the usual template leaves out."""
    mark = word.styles.add_style("CommentReference", WD_STYLE_TYPE.CHARACTER)
    mark.font.size = Pt(8)
    text = _style(word, "CommentText", "Normal")
    text.font.size = Pt(10)
    for style, name in ((mark, "annotation reference"), (text, "annotation text")):
        style.element.name_val = name  # what Word calls its own style, which the library refers to by its id


def _set_titles(word: WordDocument) -> None:
    title = word.styles["Title"]
    _set_font(title, 20)
    title.paragraph_format.space_before, title.paragraph_format.space_after = Pt(6), Pt(6)
    for border in title.element.iter(qn("w:pBdr")):
        border.getparent().remove(border)
    editorial = _style(word, "Editorial", "Normal")
    editorial.font.size, editorial.font.color.rgb = Pt(9), _GREY
    editorial.paragraph_format.space_after = Pt(2)
    for name, size in (("Council", 11), ("Document Title", 14)):
        style = _style(word, name, "Editorial")
        style.font.size, style.font.bold = Pt(size), True


def _style(word: WordDocument, name: str, base: str) -> ParagraphStyle:
    style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    assert isinstance(style, ParagraphStyle)
    style.base_style = word.styles[base]
    return style


def _set_heading(style: ParagraphStyle, level: int) -> None:
    _set_font(style, (15, 13, 12, 11, 11)[level - 1])
    style.paragraph_format.keep_with_next = True
    style.paragraph_format.space_before = Pt(14 if level == 1 else 10)
    style.paragraph_format.tab_stops.add_tab_stop(_STEP)


def _set_font(style: ParagraphStyle, size: int) -> None:
    """Plain black letters of a size, in the place of the colours and fonts of the usual template."""
    style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), RGBColor(0, 0, 0)
    fonts = style.element.rPr.rFonts
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def _set_language(run: WordRun, language: str) -> None:
    marked = OxmlElement("w:lang")
    marked.set(qn("w:val"), language)
    run._r.get_or_add_rPr().append(marked)


def _link(run: WordRun, bookmark: str) -> None:
    """Put a run into a link to a bookmark."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), bookmark)
    run._r.addprevious(link)
    link.append(run._r)


def _add_field(paragraph: Paragraph, code: str) -> None:
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), code)
    shown = paragraph.add_run("1")
    field.append(shown._r)
    paragraph._p.append(field)


def _set_heads(table: Table, has_head: bool, row_headers: bool) -> None:
    """Say which cells are heads: the first row comes again on each page, and screen readers name both."""
    if has_head:
        repeated = OxmlElement("w:tblHeader")
        table.rows[0]._tr.get_or_add_trPr().append(repeated)
    look = table._tbl.tblPr.find(qn("w:tblLook"))
    if look is not None:
        look.set(qn("w:firstRow"), str(int(has_head)))
        look.set(qn("w:firstColumn"), str(int(row_headers)))
    for row in table.rows if row_headers else ():
        for run in row.cells[0].paragraphs[0].runs:
            run.bold = True


def _drop_ballast(word: WordDocument) -> None:
    """Drop what the usual template brings and nothing uses: a picture of it, tables' styles, a second set of styles."""
    package = word.part.package
    for holder, ending in ((package, "thumbnail.jpeg"), (word.part, "stylesWithEffects.xml")):
        for name, relation in list(holder.rels.items()):
            if relation.target_part.partname.endswith(ending):
                del holder.rels[name]
    for style in list(word.styles.element.iterfind(qn("w:style"))):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in _TABLES:
            word.styles.element.remove(style)


_TABLES = {"TableNormal", "TableGrid"}


def _packed(word: WordDocument) -> bytes:
    """The package, the same bytes for the same parts."""
    made, stamped = io.BytesIO(), io.BytesIO()
    word.save(made)
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(stamped, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            target.writestr(zipfile.ZipInfo(part.filename, _STAMP), source.read(part), zipfile.ZIP_DEFLATED)
    return stamped.getvalue()

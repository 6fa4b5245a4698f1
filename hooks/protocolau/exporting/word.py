"""A Word file: real styles, headings, lists and tables, every language marked, numbers as the council printed them.

What editors say stands in the head of the first page and in comments, never among the words, so that the file can be
imported again and gives the same provisions.
"""

import re
from collections.abc import Sequence
from itertools import chain

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import _Footer, _Header
from docx.shared import Cm, Length, Pt
from docx.table import _Cell
from docx.text.paragraph import Paragraph

from protocolau.exporting import word_parts
from protocolau.exporting.outgoing_document import OutgoingDocument, OutgoingProvision
from protocolau.exporting.outgoing_runs import Runs, without_terms
from protocolau.exporting.word_columns import fit
from protocolau.exporting.word_styles import LEVELS, STEP, bullet, set_styles
from protocolau.importing import own_styles
from protocolau.language import LOCALES

_WHOLE = {"title": own_styles.TITLE, "notice": own_styles.NOTICE}
_LONGEST_LEAD = 300
"""Characters of a paragraph that stays on the page of what it leads to. A longer one may as well be parted from it."""
_LONGEST_PROPERTY = 255
"""Characters of what a Word file says of itself."""
_AUTHOR, _INITIALS = "Council Protocols · Protocolau Cynghorau", "CP"
_ROOM = Cm(16)
"""How wide the words of a page are."""
_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def write(document: OutgoingDocument) -> bytes:
    """The Word file of a document."""
    return word_parts.packed(_Writer(document).written())


class _Writer:
    """Writes one document."""

    def __init__(self, document: OutgoingDocument):
        self._document = document
        self._word = Document()
        self._targets = word_parts.bookmark_names(
            run.anchor
            for one in document.walk()
            for run in chain(one.text, *(cell.text for cell in one.cells))
            if run.anchor
        )
        self._bookmarks = 0
        word_parts.drop_ballast(self._word)
        set_styles(self._word, LOCALES[document.text_language])
        self._styles = {style.name: style.style_id for style in self._word.styles}

    def written(self) -> WordDocument:
        self._set_properties()
        self._set_page()
        for one in self._document.body:
            self._provision(one, 0)
        return self._word

    def _set_properties(self) -> None:
        properties, document = self._word.core_properties, self._document
        told = {
            "title": document.title.text,
            "author": document.council,
            "language": LOCALES[document.text_language],
            "comments": document.labels.made,
            "subject": document.kind_name,
            "identifier": document.address,
            "last_modified_by": "",
        }
        for name, words in told.items():
            setattr(properties, name, words[:_LONGEST_PROPERTY])
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
        word_parts.set_language(paragraph.add_run(words), LOCALES[self._document.language])
        return paragraph

    def _foot(self, foot: _Footer) -> None:
        """The date of adoption and the page, and below them the permanent address."""
        paragraph = self._furniture(foot, f"{self._document.adopted_words}\t", "Editorial")
        paragraph.paragraph_format.tab_stops.add_tab_stop(_ROOM, WD_TAB_ALIGNMENT.RIGHT)
        for part in re.split(r"(\{pages?\})", self._document.labels.page):
            if part in _FIELDS:
                word_parts.add_field(paragraph, _FIELDS[part])
            elif part:
                word_parts.set_language(paragraph.add_run(part), LOCALES[self._document.language])
        self._furniture(foot, f"{self._document.labels.permanent} {self._document.address}", "Editorial")

    def _provision(self, one: OutgoingProvision, depth: int) -> None:
        """A provision and everything inside it."""
        written = self._own_words(one, depth)
        inner = depth + 1 if _hangs(one) else depth
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
            style = own_styles.CAPTION if one.has_caption else f"Heading {one.level - 1}"
            written = self._paragraph(style, one.number, one.heading, one.anchor)
        if one.text and one.heading:
            paragraph = f"{own_styles.PARAGRAPH} {min(depth + int(_hangs(one)), LEVELS - 1) + 1}"
            written = self._paragraph(paragraph, None, one.text, None)
        elif one.text or (one.number and not one.heading):
            written = self._paragraph(self._style(one, depth), one.number, one.text, one.anchor)
        if written and _leads(one):
            written.paragraph_format.keep_with_next = True
        return written

    def _style(self, one: OutgoingProvision, depth: int) -> str:
        if one.kind in _WHOLE:
            return _WHOLE[one.kind]
        level = min(depth, LEVELS - 1)
        if one.kind == "item" and not one.number:
            return bullet(level)
        return f"{own_styles.CLAUSE if one.number else own_styles.PARAGRAPH} {level + 1}"

    def _paragraph(self, style: str, number: str | None, runs: Runs, anchor: str | None) -> Paragraph:
        paragraph = self._set_style(self._word.add_paragraph(), style)
        if anchor and (name := self._targets.get(anchor)):
            self._bookmarks += 1
            word_parts.bookmark(paragraph, name, self._bookmarks)
        if number:
            paragraph.add_run(f"{number}\t")
            if style.startswith("Heading "):
                paragraph.paragraph_format.left_indent, paragraph.paragraph_format.first_line_indent = STEP, -STEP
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
                word_parts.set_language(made, LOCALES[run.language])
            if run.anchor:
                word_parts.link(made, self._targets[run.anchor])

    def _table(self, one: OutgoingProvision) -> None:
        rows = [one.columns, *one.rows] if one.columns else list(one.rows)
        table = self._word.add_table(len(rows), max(sum(cell.span for cell in row) for row in rows), "Table Grid")
        size = fit(table, rows, _ROOM)
        for row, cells in zip(table.rows, rows, strict=True):
            style = own_styles.CELL_HEAD if cells is one.columns else own_styles.CELL
            self._row(row.cells, cells, style, size)
        word_parts.set_heads(table, bool(one.columns), one.row_headers)
        after = self._word.add_paragraph()
        after.paragraph_format.space_after = Pt(0)

    def _row(
        self, places: Sequence[_Cell], cells: Sequence[OutgoingProvision], style: str, size: Length | None
    ) -> None:
        place = 0
        for cell in cells:
            target = places[place].merge(places[place + cell.span - 1]) if cell.span > 1 else places[place]
            paragraph = target.paragraphs[0]
            self._set_style(paragraph, style)
            self._add_runs(paragraph, cell.text)
            for run in paragraph.runs if size else ():
                run.font.size = size
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


def _hangs(one: OutgoingProvision) -> bool:
    """Whether what stands in a provision is set in: under a number or a bullet, and under no heading of numbers."""
    if one.heading:
        return bool(one.number) and not any(child.number or child.heading for child in one.provisions)
    return bool(one.number) or one.kind == "item"


def _leads(one: OutgoingProvision) -> bool:
    """Whether the words of a provision lead to what stands in it, and are short enough to stay with it."""
    length = sum(len(run.text) for run in one.text)
    return bool(one.items or one.provisions or one.rows) and length <= _LONGEST_LEAD

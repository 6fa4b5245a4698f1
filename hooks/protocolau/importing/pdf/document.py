"""The text layer of a PDF as lines, with what stands at the head and foot of every page set aside."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from statistics import median
from typing import Any

from protocolau.importing.characters import clean
from protocolau.importing.lines import Aside, Block, Cell, Line, ReadDocument, Run, Table
from protocolau.importing.packed_files import LARGEST_FILE, Unreadable
from protocolau.importing.pdf.annotations import annotations, struck_out, with_annotations
from protocolau.importing.pdf.edges import Edges, margins, turns
from protocolau.importing.pdf.furniture import PdfPage, furniture, laid_apart
from protocolau.importing.pdf.grids import Grid, Stroke, grids
from protocolau.importing.pdf.layout import blocks_of
from protocolau.importing.pdf.line_numbers import Counted, parted_from_line_numbers
from protocolau.importing.pdf.margin_notes import MarginNote, parted_from_margin_notes
from protocolau.importing.pdf.notes import BEGINS, GOES_ON, joined_notes, notes
from protocolau.importing.pdf.page import RawPage
from protocolau.importing.pdf.rows import Row, Ruled
from protocolau.importing.pdf.shaded import in_its_columns
from protocolau.importing.pdf.sheets import continued
from protocolau.importing.pdf.struck import parted_from_struck, parted_from_unseen
from protocolau.importing.pdf.unruled import edges_of, unruled
from protocolau.importing.pdf.watermarks import parted_from_watermark
from protocolau.importing.structure.paragraphs import ENDS
from protocolau.language.recognition import is_language

MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000
_TWIPS = 20
_LEAST_STEP = 1.1
"""How many times the size of its letters a line stands below the one above at the least."""
_WIDTHS, _WIDTH = (("ijl", 0.25), ("ftr", 0.36), ("mw", 0.8)), 0.55
"""About how wide letters are, of their size."""
_BESIDE = 1.2
"""Points beside a letter that are its own, and show nothing."""
_PADDING = 4
"""Points between the words of a cell and its line."""


def read(data: bytes) -> ReadDocument:
    """A PDF as read. Raises Unreadable where it cannot be."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"the file has {len(data):,} bytes; at most {LARGEST_FILE:,} are read", "divide it")
    pages, apart = _pages(data)
    if sum(len(one.text) for page in pages for one in page.blocks) < 20 * max(len(pages), 1) ** 0.5:
        what = "the PDF holds pictures of pages and no text"
        raise Unreadable(what, "use the Word file from which it was made, or have its text recognised first")
    _refuse_unknown(pages)
    blocks: list[Block] = []
    noted: list[tuple[str, Line]] = []
    whole, again = continued(pages, apart)
    asides = [*laid_apart(pages), *(Aside("repeated", text, page=number) for number, text in again)]
    texts = [_text_of(page, apart) for page in whole]
    usual = _usual_gap([row for text in texts for row in text])
    for page, (above, below) in zip(whole, _neighbours(texts), strict=True):
        for kind, made in _sorted_blocks(page, apart, len(blocks), usual, above, below):
            if isinstance(made, Line) and kind in (BEGINS, GOES_ON):
                noted.append((kind, made))
            elif isinstance(made, Line) and kind:
                asides.append(Aside(kind, made.text, made.place, page.number))
            else:
                blocks.append(made)
    remarks: dict[str, int | str] = {"pages": len(pages)}
    if pictures := [str(page.number) for page in pages if page.is_picture]:
        remarks["pages that are pictures"] = ", ".join(pictures)
    if unknown := [str(page.number) for page in pages if page.unknown]:
        remarks["pages of unknown letters"] = ", ".join(unknown)
    if comments := sum(len(page.comments) for page in pages):
        remarks["comments"] = comments
    if filled := sum(page.filled_in for page in pages):
        remarks["filled in"] = filled
    if noted:
        remarks["notes"] = sum(kind == BEGINS for kind, _ in noted)
    return ReadDocument(tuple(blocks), tuple(joined_notes(noted)), tuple(dict.fromkeys(asides)), remarks)


def _refuse_unknown(pages: Sequence[PdfPage]) -> None:
    """Refuses a PDF of which most letters are those of fonts that say only how they look, unless they are words."""
    texts = [one.text for page in pages for one in page.blocks]
    if 2 * sum(page.unknown for page in pages) > sum(map(len, texts)) and not is_language(" ".join(texts)):
        what = "the PDF does not say which letters its fonts show, so that its words cannot be read"
        raise Unreadable(what, "use the Word file from which it was made, or have its text recognised first")


def _pages(data: bytes) -> tuple[list[PdfPage], dict[tuple[int, int], str]]:
    """The pages, and by page and place on it what is set aside of them."""
    try:
        import pypdfium2
    except ImportError as error:
        raise Unreadable("PDF files cannot be read here", "import the Word file from which it was made") from error
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise Unreadable("the file is protected by a password", "save it without a password") from error
        raise Unreadable("the PDF is damaged", "open it in the program that wrote it and save it anew") from error
    with document:
        document.init_forms()
        _refuse_drawn_later(document)
        if len(document) > MOST_PAGES:
            raise Unreadable(
                f"the PDF has {len(document)} pages; at most {MOST_PAGES} are read", "take out the protocol"
            )
        pages, characters = _Pages(document), 0
        first = []
        for index in range(len(document)):
            first.append(pages.read(index))
            characters += pages.characters
            if characters > MOST_CHARACTERS:
                raise Unreadable("the PDF holds more text than any protocol", "take out the protocol")
        apart = _apart([page for page, _ in first])
        whole = [
            pages.read(index, _within(page, apart))[0] if in_columns or pages.has_cut_off(index) else page
            for index, (page, in_columns) in enumerate(first)
        ]
        return whole, _apart(whole)


def _refuse_drawn_later(document: Any) -> None:
    """Refuses a form of which the pages are drawn only by Adobe's own program: all it says to others is to wait."""
    from pypdfium2.raw import FORMTYPE_XFA_FULL

    if document.get_formtype() == FORMTYPE_XFA_FULL:
        what = "the PDF is a form whose pages only Adobe Reader can draw (XFA)"
        raise Unreadable(what, "open it in Adobe Reader and print it to a new PDF")


def _apart(pages: Sequence[PdfPage]) -> dict[tuple[int, int], str]:
    found = furniture(pages)
    return found | notes(pages, found)


def _within(page: PdfPage, apart: Mapping[tuple[int, int], str]) -> tuple[float, float]:
    """Between which heights the text of a page stands, without its head, its foot and its notes."""
    kinds = [(block, apart.get((page.number, index))) for index, block in enumerate(page.blocks) if block.text]
    low = max((block.top for block, kind in kinds if kind and kind != "header"), default=0.0)
    return low, min((block.bottom for block, kind in kinds if kind == "header"), default=page.height)


@dataclass
class _Pages:
    """Reads the pages of a PDF one after the other, each once or, where words stand in columns, twice: tables without
    lines are only known from what stands at the head and the foot when that has been found, and the row of a table
    that the edge of a page has cut off from what is on the next.
    """

    document: Any
    characters: int = 0
    """How many the last page has."""
    edges: tuple[float, ...] = ()
    """Where the columns of a table without lines begin with which it may have ended."""
    last: int = 0
    lefts: dict[int, list[tuple[float, ...]]] = field(default_factory=dict)
    """By page, where the columns of its ruled tables begin."""
    beneath: set[str] = field(default_factory=set)
    """The words that stand under the text of pages, or over it."""
    counted: Counted | None = None
    """How the lines of the pages before are counted in the margin."""
    boxes: dict[int, list[Grid]] = field(default_factory=dict)
    """By page, the grids of one row, which are no tables but where one goes on."""

    def has_cut_off(self, index: int) -> bool:
        """Whether a page has a row that belongs to a table on the next."""
        after = self.lefts.get(index + 1, ())
        return any(box.goes_on(lefts) for box in self.boxes[index] for lefts in after)

    def _tables(self, index: int, strokes: Sequence[Stroke]) -> list[Grid]:
        """The ruled tables of a page, and the rows that are cut off from those on the pages beside it."""
        found = grids(strokes)
        self.lefts[index] = [one.lefts for one in found if not one.is_one_row]
        self.boxes[index] = [one for one in found if one.is_one_row]
        near = [lefts for beside in (index - 1, index + 1) for lefts in self.lefts.get(beside, ())]
        return [one for one in found if not one.is_one_row or any(map(one.goes_on, near))]

    def read(self, index: int, within: tuple[float, float] | None = None) -> tuple[PdfPage, bool]:
        """A page, and whether words on it stand in the columns of tables without lines, which it has if it is said
        between which heights its text stands. Raises Unreadable.
        """
        from pypdfium2 import PdfiumError

        try:
            raw = RawPage(self.document[index])
            laid = list(annotations(raw))
            strokes = list(raw.strokes())
            seen, unseen = parted_from_unseen(list(raw.characters()), raw.width, raw.height)
            seen, beneath = parted_from_watermark(seen, self.beneath)
            self.beneath.update(beneath)
            seen, counts, self.counted = parted_from_line_numbers(seen, self.counted)
            kept, struck = parted_from_struck(seen, [*strokes, *struck_out(raw)])
            said = with_annotations(kept, [one for one in laid if not one.is_comment])
            ruled = [in_its_columns(grid, said) for grid in self._tables(index, strokes)]
            said, beside = parted_from_margin_notes(said, ruled)
            known = self.edges if index == self.last + 1 else ()
            free = unruled(said, ruled, raw.height, within or (0.0, raw.height), known)
            width = None if free and not within else raw.width
            blocks = blocks_of(said, [*ruled, *(free if within else ())], width, list(raw.dots()))
            comments = tuple(one.words for one in laid if one.is_comment)
            filled = sum(not one.is_comment for one in laid)
            laid_on = (comments, filled, tuple(struck), tuple(unseen), tuple(beneath), tuple(counts), beside)
            page = PdfPage(
                index + 1, raw.height, tuple(blocks), raw.turned(), raw.is_picture(), *laid_on, raw.unknown()
            )
        except PdfiumError as error:
            raise Unreadable(f"page {index + 1} of the PDF is damaged", "open it and save it anew") from error
        self.characters = raw.length + sum(len(one.words) for one in laid)
        self.last, self.edges = index, edges_of(free[-1]) if free else ()
        return page, bool(free)


def _text_of(page: PdfPage, apart: Mapping[tuple[int, int], str]) -> list[Row]:
    """The rows of a page that are its text."""
    kept = ((index, block) for index, block in enumerate(page.blocks) if block.text)
    return [block for index, block in kept if isinstance(block, Row) and (page.number, index) not in apart]


def _neighbours(texts: Sequence[Sequence[Row]]) -> Iterator[tuple[tuple[Row, float] | None, Row | None]]:
    """For each page, given its rows of text, the last row on the one before with how far rows go there, and the first
    on the next.
    """
    above: tuple[Row, float] | None = None
    for text, after in zip(texts, [*texts[1:], []], strict=True):
        yield above, after[0] if after else None
        above = (text[-1], Edges(text).of(text[-1])) if text else None


def _sorted_blocks(
    page: PdfPage,
    furniture: Mapping[tuple[int, int], str],
    before: int,
    usual: float,
    above: tuple[Row, float] | None,
    below: Row | None,
) -> Iterator[tuple[str, Block]]:
    """The rows of a page as lines, and its tables, with the kind of those that are set aside. `usual` is how far rows
    of one paragraph stand below each other in the whole document: a page may have none. `above` and `below` are the
    rows of text between which the page stands.
    """
    kept = [(index, block) for index, block in enumerate(page.blocks) if block.text]
    text = _text_of(page, furniture)
    starts = margins(text)
    size = median([row.size for row in text] or [0.0])
    usual = max(min(_usual_gap(text), usual), _LEAST_STEP * size)  # letters with tails make steps longer and shorter
    noted = _noted(page.beside, text)
    yield from (("", Line((Run(one.words),), place=before + 1, page=page.number)) for one in page.beside if not text)
    following, edges = _following(kept), Edges(text, [block for _, block in kept if isinstance(block, Ruled)])
    if below and text:
        following |= {index: below for index, block in kept if block is text[-1]}
    last: Row | None = None
    for place, (index, block) in enumerate(kept, before + 1):
        kind = furniture.get((page.number, index), "")
        if isinstance(block, Ruled):
            last = above = None
            made = _lines(block, place, page.number) if kind else [_table(block, place, page.number)]
            yield from ((kind, one) for one in made)
            continue
        step = 1.4 * usual * max(1.0, min(block.size, last.size) / size) if last and size else 0.0
        if last and block.bottom <= last.top:
            apart = last.bottom - block.bottom > step
        else:  # the first of the page, or of its next column
            over = (last, edges.of(last)) if last else above
            apart = not (over and _runs_on(*over, block)) and (last is None or not block.text[0].islower())
        indent = max(0, int((block.left - starts.get(id(block), block.left)) * _TWIPS))
        last, above = (last, above) if kind else (block, None)
        line = _line(block, place, page.number, indent, apart)
        full = _is_full(block, following.get(index), edges.of(block))
        yield kind, replace(line, full=full, beside=noted.get(id(block), ""))


def _noted(notes: Sequence[MarginNote], rows: Sequence[Row]) -> dict[int, str]:
    """The notes in the margin of a page by the rows beside which they begin."""
    made: dict[int, str] = {}
    for note in notes if rows else ():
        nearest = id(min(rows, key=lambda row: abs(row.base - note.base)))
        made[nearest] = f"{made.get(nearest, '')} {note.words}".strip()
    return made


def _following(blocks: Sequence[tuple[int, Row | Ruled]]) -> dict[int, Row]:
    """By their places, the rows that come directly after others, below them or at the head of the next column."""
    steps = zip(blocks, blocks[1:], strict=False)
    return {
        place: after
        for (place, one), (_, after) in steps
        if isinstance(one, Row) and isinstance(after, Row) and (after.top < one.top or turns(one, after))
    }


def _runs_on(row: Row, edge: float, after: Row) -> bool:
    """Whether a sentence that is broken at the foot of a page or a column goes on at the head of the next."""
    begun = not ENDS.search(row.text) or row.text[-1] in ";,–—" and after.text[0].islower()
    return begun and _is_full(row, after, edge)


def _is_full(row: Row, after: Row | None, edge: float) -> bool:
    """Whether the first word of the next row found no room before an edge."""
    if after is None:
        return False
    word = after.text.split()[0]
    size = _letter(after)
    return row.right + size * (len(word) + 1) > edge + size


def _letter(row: Row) -> float:
    """How wide a letter of a row is, in points."""
    return (row.right - row.left) / max(len(row.text), 1)


def _usual_gap(rows: Sequence[Row]) -> float:
    """How far rows of one paragraph stand below each other: some do, and on a page of short paragraphs few."""
    steps = zip(rows, rows[1:], strict=False)
    gaps = sorted(step for one, other in steps if (step := one.bottom - other.bottom) > 0.5 * (one.top - one.bottom))
    return gaps[len(gaps) // 10] if gaps else 0.0


def _line(row: Row, place: int, page: int, indent: int = 0, apart: bool = False) -> Line:
    runs = tuple(Run(clean(part.text), part.bold) for part in row.parts)
    return Line(runs, indent=indent, place=place, page=page, apart=apart, size=row.size)


def _lines(table: Ruled, place: int, page: int) -> list[Line]:
    """The words of a table that is the head or foot of its page."""
    return [_line(row, place, page) for cells in table.cells for _, rows in cells for row in rows]


def _table(table: Ruled, place: int, page: int) -> Table:
    rows = tuple(
        tuple(
            Cell(
                tuple(_cell_lines(rows, table.lefts[cell.column], table.lefts[cell.column + cell.span], place, page)),
                cell.span,
                cell.continued,
            )
            for cell, rows in cells
        )
        for cells in table.cells
    )
    return Table(rows, place, page)


def _cell_lines(rows: Sequence[Row], start: float, edge: float, place: int, page: int) -> Iterator[Line]:
    """The lines of a cell between two edges. A gap stands before one that is further below the last than the others."""
    spoken = [row for row in rows if row.text]
    steps = [one.base - other.base for one, other in zip(spoken, spoken[1:], strict=False)]
    usual = min((step for step in steps if step > 0), default=0.0)
    for row, after, step in zip(spoken, [*spoken[1:], None], [0.0, *steps], strict=False):
        line = _line(row, place, page, apart=step > 1.3 * usual)
        room = edge - max(min(one.left for one in spoken) - start, _PADDING)
        yield replace(line, full=_is_full(row, after, room - _letter(row)), cut=_is_cut(row, after, room))


def _is_cut(row: Row, after: Row | None, edge: float) -> bool:
    """Whether a row is one word behind which the first letter of the next row found no room before an edge."""
    if after is None or " " in row.text:
        return False
    width = next((width for letters, width in _WIDTHS if after.text[0] in letters), _WIDTH)
    return row.right + width * row.size + _BESIDE > edge

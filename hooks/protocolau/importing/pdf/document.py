"""The text layer of a PDF as lines and ruled tables, with what stands at the head and foot of every page set aside."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from protocolau.importing.characters import clean
from protocolau.importing.lines import BULLET, Aside, Block, Cell, Line, Reading, Run, Table, lines_of
from protocolau.importing.packed_files import LARGEST_FILE, Unreadable
from protocolau.importing.pdf.page import Box, Character, PdfPage
from protocolau.importing.pdf.rows import Row, in_columns, rows_of
from protocolau.importing.pdf.ruled_tables import RuledCell, RuledTable, ruled_tables

MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000
_EDGE = 0.1
"""How much of a page's height is head or foot."""
_TWIPS = 20
_SAME_PLACE = 4.0
"""Points within which two columns stand at the same place."""
_BULLET_GAP = 30.0
"""Points between a bullet and its words."""
_LARGER = 1.15
"""How much larger than most are letters that stand out by their size."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|pg\.?|tudalen|tud\.?)\s*)?\d{1,3}(?:\s*(?:of|o|/)\s*\d{1,3})?|[ivx]{1,5}|-\s*\d{1,3}\s*-",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Grid:
    """A ruled table of a page, with the rows of words in each of its cells."""

    table: RuledTable
    words: dict[RuledCell, tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with its rows and tables in the order in which they are read."""

    number: int
    height: float
    parts: tuple[Row | _Grid, ...]
    bullets: tuple[Box, ...] = ()
    """Where dots are drawn, not written, before an item."""

    @property
    def rows(self) -> list[Row]:
        """Its rows outside tables."""
        return [part for part in self.parts if isinstance(part, Row)]

    @property
    def all_rows(self) -> list[Row]:
        """All of its rows."""
        in_tables = (rows for part in self.parts if isinstance(part, _Grid) for rows in part.words.values())
        return [*self.rows, *(row for rows in in_tables for row in rows)]


def read(data: bytes) -> Reading:
    """A PDF as read. Raises Unreadable where it cannot be."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"the file has {len(data):,} bytes; at most {LARGEST_FILE:,} are read", "divide it")
    pages = list(_pages(data))
    if sum(len(row.text) for page in pages for row in page.all_rows) < 20 * max(len(pages), 1) ** 0.5:
        what = "the PDF holds pictures of pages and no text"
        raise Unreadable(what, "use the Word file from which it was made, or have its text recognised first")
    repeated, usual = _repeated(pages), _usual_size(pages)
    blocks: list[Block] = []
    asides: list[Aside] = []
    columns: tuple[float, ...] = ()
    """Of the table that ended the page before."""
    for page in pages:
        begins = True
        for kind, made, part in _sorted_parts(page, repeated, usual, len(blocks)):
            if kind and isinstance(made, Line):
                asides.append(Aside(kind, made.text, made.place, page.number))
                continue
            if begins and isinstance(made, Table) and isinstance(part, _Grid) and _alike(columns, part.table.columns):
                blocks[-1] = _continued(blocks[-1], made, asides)
            else:
                blocks.append(made)
            begins = False
            columns = part.table.columns if isinstance(part, _Grid) else ()
    return Reading(tuple(blocks), asides=tuple(dict.fromkeys(asides)), remarks={"pages": len(pages)})


def _alike(columns: Sequence[float], others: Sequence[float]) -> bool:
    """Whether the columns of two tables stand at the same places."""
    return len(columns) == len(others) and all(
        abs(one - other) < _SAME_PLACE for one, other in zip(columns, others, strict=True)
    )


def _continued(one: Block, other: Table, asides: list[Aside]) -> Block:
    """A table with its rows of the next page. A head that is printed there again is set aside."""
    assert isinstance(one, Table)
    rows = other.rows
    if _said(rows[0]) == _said(one.rows[0]):
        asides.append(Aside("repeated", " ".join(_said(rows[0])), other.place, other.page))
        rows = rows[1:]
    return replace(one, rows=(*one.rows, *rows))


def _said(row: tuple[Cell, ...]) -> list[str]:
    return [" ".join(line.text.strip() for line in lines_of(cell.blocks)) for cell in row]


def _pages(data: bytes) -> Iterator[_Page]:
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
        if len(document) > MOST_PAGES:
            raise Unreadable(
                f"the PDF has {len(document)} pages; at most {MOST_PAGES} are read", "take out the protocol"
            )
        characters = 0
        for index in range(len(document)):
            try:
                page = PdfPage(document[index])
                characters += page.length
                if characters > MOST_CHARACTERS:
                    raise Unreadable("the PDF holds more text than any protocol", "take out the protocol")
                yield _Page(index + 1, page.height, tuple(_parts(page)), tuple(page.bullets()))
            except pypdfium2.PdfiumError as error:
                raise Unreadable(f"page {index + 1} of the PDF is damaged", "open it and save it anew") from error


def _parts(page: PdfPage) -> Iterator[Row | _Grid]:
    """The rows of a page as the library parts them, and its tables where their first words stand."""
    head, foot = page.height * (1 - _EDGE), page.height * _EDGE
    tables = [one for one in ruled_tables(list(page.rules())) if one.rows[-1] < head and one.rows[0] > foot]
    characters = list(page.characters())
    if not tables:
        yield from in_columns(list(rows_of(characters)), page.width)
        return
    outside, inside = _by_table(characters, tables)
    met: set[int] = set()
    for number, here in outside:
        yield from rows_of(here)
        if number is not None and number not in met:
            met.add(number)
            yield _Grid(tables[number], {cell: tuple(rows_of(words)) for cell, words in inside[number].items()})


_Outside = list[tuple[int | None, list[Character]]]
"""What stands outside tables, each part with the number of the table whose words come next, if any do."""


def _by_table(
    characters: Iterable[Character], tables: Sequence[RuledTable]
) -> tuple[_Outside, list[dict[RuledCell, list[Character]]]]:
    """Characters outside tables, and those of each cell. What has no box stands where the one before it does."""
    outside: _Outside = []
    inside: list[dict[RuledCell, list[Character]]] = [{} for _ in tables]
    open_: list[Character] = []
    place: tuple[int, RuledCell] | None = None
    for one in characters:
        before, place = place, _place_in(tables, one) if one.box else place
        if place is None:
            open_.append(one)
            continue
        number, cell = place
        if before is None or before[0] != number:
            outside.append((number, open_))
            open_ = []
        words = inside[number].setdefault(cell, [])
        if words and before != place:
            words.append(Character("\n", False, 0.0, None))
        words.append(one)
    return [*outside, (None, open_)], inside


def _place_in(tables: Sequence[RuledTable], one: Character) -> tuple[int, RuledCell] | None:
    """The table and the cell in which the middle of a character stands."""
    assert one.box is not None
    left, bottom, right, top = one.box
    for number, table in enumerate(tables):
        if cell := table.cell_at((left + right) / 2, (bottom + top) / 2):
            return number, cell
    return None


def _repeated(pages: list[_Page]) -> set[str]:
    """What stands at the head or foot of several pages, figures aside."""
    counts = Counter(
        form for page in pages for form in {_form(row.text) for row in page.rows if row.text and _edge(row, page)}
    )
    least = max(2, min(3, len(pages) // 2 + 1))
    return {form for form, count in counts.items() if count >= least}


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().lower()


def _edge(row: Row, page: _Page) -> str:
    """Whether a row stands in the head or the foot of its page."""
    if row.bottom > page.height * (1 - _EDGE):
        return "header"
    return "footer" if row.top < page.height * _EDGE else ""


def _usual_size(pages: list[_Page]) -> float:
    """The size of most letters."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for row in page.all_rows:
            for part in row.parts:
                sizes[part.size] += len(part.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _sorted_parts(
    page: _Page, repeated: set[str], usual_size: float, before: int
) -> Iterator[tuple[str, Block, Row | _Grid]]:
    """The parts of a page as blocks, each with the kind of those that are set aside, and what it is made from."""
    rows = [row for row in page.rows if row.text]
    margin = min((row.left for row in rows if not _edge(row, page)), default=0.0)
    gaps = sorted(
        one.bottom - other.bottom for one, other in zip(rows, rows[1:], strict=False) if one.bottom > other.bottom
    )
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    last: Row | None = None
    for place, part in enumerate((one for one in page.parts if isinstance(one, _Grid) or one.text), before + 1):
        if isinstance(part, _Grid):
            last = None
            yield "", _table(part, usual_size, place, page.number), part
            continue
        edge = _edge(part, page)
        furniture = edge and (_form(part.text) in repeated or _PAGE_NUMBER.fullmatch(part.text))
        apart = last is None or last.bottom - part.bottom > 1.4 * usual or part.bottom > last.top
        indent = max(0, int((part.left - margin) * _TWIPS))
        number = BULLET if any(_stands_before(part, bullet) for bullet in page.bullets) else ""
        line = Line(_runs(part, usual_size), number, indent=indent, place=place, page=page.number, apart=apart)
        if not furniture:
            last = part
        yield (edge if furniture else ""), line, part


def _stands_before(row: Row, bullet: Box) -> bool:
    """Whether a dot is drawn before a row, on its line."""
    _, bottom, right, top = bullet
    return 0 < row.left - right < _BULLET_GAP and row.bottom < (bottom + top) / 2 < row.top


def _runs(row: Row, usual_size: float) -> tuple[Run, ...]:
    """The parts of a row. One in larger letters stands out as one in bold does."""
    sizes = [part.size for part in row.parts if part.text.strip()]
    is_large = bool(sizes) and min(sizes) >= _LARGER * usual_size
    return tuple(Run(clean(part.text), part.bold or is_large) for part in row.parts)


def _table(grid: _Grid, usual_size: float, place: int, page: int) -> Table:
    rows = []
    for row in range(len(grid.table.rows) - 1):
        cells = sorted((one for one in grid.table.cells if one.row <= row < one.row + one.rows), key=_column)
        rows.append(tuple(_cell(one, grid, row, usual_size, place, page) for one in cells))
    return Table(tuple(row for row in rows if row), place, page)


def _column(cell: RuledCell) -> int:
    return cell.column


def _cell(cell: RuledCell, grid: _Grid, row: int, usual_size: float, place: int, page: int) -> Cell:
    """A cell in a row. In those below its first it goes on without words."""
    words = () if cell.row < row else grid.words.get(cell, ())
    lines = (Line(_runs(one, usual_size), place=place, page=page) for one in words if one.text)
    return Cell(tuple(lines), cell.columns, continued=cell.row < row)

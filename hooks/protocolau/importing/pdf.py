"""The text layer of a PDF as lines, with what stands at the head and foot of every page set aside."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from protocolau.importing.characters import clean
from protocolau.importing.lines import Aside, Line, Reading, Run
from protocolau.importing.packed_files import LARGEST_FILE, Unreadable

MOST_PAGES = 600
MOST_CHARACTERS = 4_000_000
_EDGE = 0.1
"""How much of a page's height is head or foot."""
_TWIPS = 20
_BOLD = 600
_HYPHEN = "\x02"
"""What the library gives for a hyphen at the end of a line."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|pg\.?|tudalen|tud\.?)\s*)?\d{1,3}(?:\s*(?:of|o|/)\s*\d{1,3})?|[ivx]{1,5}|-\s*\d{1,3}\s*-",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Segment:
    """Characters that stand beside each other on one line."""

    text: str
    bold: bool
    left: float
    right: float
    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of a page, the parts of one look in order."""

    parts: tuple[_Segment, ...]

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts).strip()

    @property
    def left(self) -> float:
        return min((part.left for part in self.parts if part.text.strip()), default=0.0)

    @property
    def right(self) -> float:
        return max(part.right for part in self.parts)

    @property
    def bottom(self) -> float:
        return min(part.bottom for part in self.parts)

    @property
    def top(self) -> float:
        return max(part.top for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Page:
    """A page with its rows in the order in which they are read."""

    number: int
    height: float
    rows: tuple[_Row, ...]


def read(data: bytes) -> Reading:
    """A PDF as read. Raises Unreadable where it cannot be."""
    if len(data) > LARGEST_FILE:
        raise Unreadable(f"the file has {len(data):,} bytes; at most {LARGEST_FILE:,} are read", "divide it")
    pages = list(_pages(data))
    if sum(len(row.text) for page in pages for row in page.rows) < 20 * max(len(pages), 1) ** 0.5:
        what = "the PDF holds pictures of pages and no text"
        raise Unreadable(what, "use the Word file from which it was made, or have its text recognised first")
    repeated = _repeated(pages)
    lines: list[Line] = []
    asides: list[Aside] = []
    for page in pages:
        for kind, made in _sorted_rows(page, repeated, len(lines)):
            if kind:
                asides.append(Aside(kind, made.text, made.place, page.number))
            else:
                lines.append(made)
    return Reading(tuple(lines), asides=tuple(dict.fromkeys(asides)), remarks={"pages": len(pages)})


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
                page = document[index]
                text = page.get_textpage()
                characters += text.count_chars()
                if characters > MOST_CHARACTERS:
                    raise Unreadable("the PDF holds more text than any protocol", "take out the protocol")
                rows = _in_columns(list(_rows(text)), page.get_width())
                yield _Page(index + 1, page.get_height(), tuple(rows))
            except pypdfium2.PdfiumError as error:
                raise Unreadable(f"page {index + 1} of the PDF is damaged", "open it and save it anew") from error


def _rows(page: Any) -> Iterator[_Row]:
    """The rows of a page as the library parts them."""
    parts: list[_Segment] = []
    for code, bold, box in _Raw(page).characters(page.count_chars()):
        if code in "\n\r" or (parts and box and _far(parts, box)):
            if parts:
                yield _Row(tuple(_merged(parts)))
            parts = []
        if code in "\n\r":
            continue
        if box is None and not parts:
            continue
        left, bottom, right, top = box or (parts[-1].right, parts[-1].bottom, parts[-1].right, parts[-1].top)
        parts.append(_Segment("-" if code == _HYPHEN else code, bold, left, right, bottom, top))
    if parts:
        yield _Row(tuple(_merged(parts)))


def _far(parts: list[_Segment], box: tuple[float, float, float, float]) -> bool:
    """Whether a character stands on another line than those before it. A raised sign of a note does not."""
    left, bottom, _, top = box
    low, high = min(part.bottom for part in parts[-40:]), max(part.top for part in parts[-40:])
    return bottom >= high or top <= low or left < parts[-1].left - 3 * max(high - low, 1.0)


class _Raw:
    """The characters of a page with their boxes, straight from the library."""

    def __init__(self, page: Any):
        import ctypes

        import pypdfium2.raw as raw

        self._page, self._raw, self._ctypes = page.raw if hasattr(page, "raw") else page, raw, ctypes

    def characters(self, length: int) -> Iterator[tuple[str, bool, tuple[float, float, float, float] | None]]:
        """Each character, whether it is bold, and its box: left, bottom, right, top; spaces have none."""
        double = self._ctypes.c_double
        left, right, bottom, top = double(), double(), double(), double()
        bold = False
        for index in range(length):
            code = self._raw.FPDFText_GetUnicode(self._page, index)
            character = chr(code) if 0 < code < 0x110000 else ""
            if not character or character in "\r\n\t ":
                if character:
                    yield character, bold, None
                continue
            bold = self._raw.FPDFText_GetFontWeight(self._page, index) >= _BOLD
            self._raw.FPDFText_GetCharBox(self._page, index, left, right, bottom, top)
            yield character, bold, (left.value, bottom.value, right.value, top.value)


def _merged(parts: list[_Segment]) -> Iterator[_Segment]:
    """Neighbours of one look as one; after a wide gap a new one begins, with a tab."""
    last: _Segment | None = None
    for part in parts:
        if last is None:
            last = part
            continue
        gap = "\t" if part.text.strip() and part.left - last.right > 2.5 * max(last.top - last.bottom, 4) else ""
        if last.bold == part.bold and not gap:
            right, bottom, top = max(last.right, part.right), min(last.bottom, part.bottom), max(last.top, part.top)
            last = _Segment(last.text + gap + part.text, last.bold, last.left, right, bottom, top)
        else:
            yield last
            last = _Segment(gap + part.text, part.bold, part.left, part.right, part.bottom, part.top)
    if last:
        yield last


def _in_columns(rows: list[_Row], width: float) -> list[_Row]:
    """Rows of two columns of prose, the left one first, where the file mixes them."""
    whole, middle = rows, width / 2
    rows = [part for row in rows for part in _at_gaps(row)]
    left = [row for row in rows if row.text and row.right < middle + width * 0.02]
    right = [row for row in rows if row.text and row.left > middle - width * 0.02]
    across = [row for row in rows if row not in left and row not in right]
    sides = [row in right for row in rows if row in left or row in right]
    turns = sum(one != other for one, other in zip(sides, sides[1:], strict=False))
    if min(len(left), len(right)) < 6 or turns < 6 or len(across) > 0.25 * len(rows):
        return whole
    if sum(row.right - row.left for row in right) / len(right) < 0.18 * width:
        return whole  # a table, whose rows belong together
    top = max(row.top for row in (*left, *right))
    head = [row for row in across if row.bottom >= top]
    return [*head, *left, *right, *(row for row in across if row not in head)]


def _at_gaps(row: _Row) -> Iterator[_Row]:
    """A row cut wherever a wide gap stands in it."""
    start = 0
    for index, part in enumerate(row.parts):
        if part.text.startswith("\t") and index > start:
            yield _Row(row.parts[start:index])
            start = index
    yield _Row(row.parts[start:])


def _repeated(pages: list[_Page]) -> set[str]:
    """What stands at the head or foot of several pages, figures aside."""
    counts = Counter(
        form for page in pages for form in {_form(row.text) for row in page.rows if row.text and _edge(row, page)}
    )
    least = max(2, min(3, len(pages) // 2 + 1))
    return {form for form, count in counts.items() if count >= least}


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().lower()


def _edge(row: _Row, page: _Page) -> str:
    """Whether a row stands in the head or the foot of its page."""
    if row.bottom > page.height * (1 - _EDGE):
        return "header"
    return "footer" if row.top < page.height * _EDGE else ""


def _sorted_rows(page: _Page, repeated: set[str], before: int) -> Iterator[tuple[str, Line]]:
    """The rows of a page as lines, with the kind of those that are set aside."""
    kept = [row for row in page.rows if row.text]
    margin = min((row.left for row in kept if not _edge(row, page)), default=0.0)
    gaps = sorted(
        one.bottom - other.bottom for one, other in zip(kept, kept[1:], strict=False) if one.bottom > other.bottom
    )
    usual = gaps[len(gaps) // 2] if gaps else 0.0
    last: _Row | None = None
    for index, row in enumerate(kept):
        edge = _edge(row, page)
        furniture = edge and (_form(row.text) in repeated or _PAGE_NUMBER.fullmatch(row.text))
        apart = last is None or last.bottom - row.bottom > 1.4 * usual or row.bottom > last.top
        runs = tuple(Run(clean(part.text), part.bold) for part in row.parts)
        indent = max(0, int((row.left - margin) * _TWIPS))
        line = Line(runs, indent=indent, place=before + index + 1, page=page.number, apart=apart)
        if not furniture:
            last = row
        yield (edge if furniture else ""), line

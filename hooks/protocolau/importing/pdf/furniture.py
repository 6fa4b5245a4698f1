"""What stands at the head and foot of the pages of a PDF: the same words in the same place, and page numbers."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from protocolau.importing.lines import Aside
from protocolau.importing.pdf.margin_notes import MarginNote
from protocolau.importing.pdf.rows import Row, Ruled
from protocolau.importing.structure.markers import typed_marker

_EDGE = 0.1
"""How much of a page's height is head or foot."""
_FURTHEST = 0.12
"""How much of it may be, where the same words stand in the same place of several pages."""
_NEAR = 3.0
"""Points by which they may stand higher or lower."""
_LEAST_OF_A_ROW = 3
"""Pages on which lines that differ have to stand at one height, to be the heads or the feet of them."""
_APART = 1.5
"""How many times the usual step between lines lies between those and the text."""
_LARGER = 1.3
"""How many times larger than the text a line is no more that names the section: it is the heading itself."""
_FEW_WORDS = 4
"""Words of a head that may begin with a small letter: `page 2 of 3`."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|pg\.?|tudalen|tud\.?)\s*)?\d{1,3}(?:\s*(?:of|o|/)\s*\d{1,3})?|[ivx]{1,5}|-\s*\d{1,3}\s*-",
    re.IGNORECASE,
)
_FIRST_PAGE = re.compile(r"\b(?:page|tudalen)\W*1(?:\W+(?:of\W+|o\W+)?1)?$", re.IGNORECASE)
"""How the foot ends of a page alone."""
_AS_NEAR = 15.0
"""Points by which its head may stand further from the edge than its foot."""
_OVER = 1.2
"""How many times larger than its head a title below that is at the least."""
_OF_A_BROWSER = {
    "header": re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}(?: [AP]M)?(?:\s*\t.*)?", re.IGNORECASE),
    "footer": re.compile(r"(?:https?|file)://\S+\s+\d{1,3}/\d{1,3}"),
}
"""What a browser prints at the head and the foot: the hour and the title, the address and the number of the page."""
_Found = dict[tuple[int, int], str]


@dataclass(frozen=True, slots=True)
class PdfPage:
    """A page with its rows and tables in the order in which they are read."""

    number: int
    height: float
    blocks: tuple[Row | Ruled, ...]
    turned: str = ""
    """The words on it that do not stand upright."""
    is_picture: bool = False
    """Whether it is a picture, of which no word can be read."""
    comments: tuple[str, ...] = ()
    """What readers have noted on it."""
    filled_in: int = 0
    """In how many fields of forms, and typed onto the page, words stand on it."""
    struck: tuple[str, ...] = ()
    """The words on it through which a line is drawn."""
    unseen: tuple[str, ...] = ()
    """The words outside of the part of it that is shown."""
    beneath: tuple[str, ...] = ()
    """The words that stand under its text, or over it."""
    counts: tuple[str, ...] = ()
    """The numbers of its lines."""
    beside: tuple[MarginNote, ...] = ()
    """The notes in its margin."""
    unknown: int = 0
    """Of how many of its characters the file does not say what they are."""


@dataclass(frozen=True, slots=True)
class _Outermost:
    """What stands nearest to the edge of a page, of what is not known yet to be its head or foot."""

    page: PdfPage
    index: int
    block: Row | Ruled
    words: str
    """Its words without numbers before and after them."""
    apart: bool
    """Whether more than a usual step lies between it and the text, and its letters are no larger than that."""


def laid_apart(pages: Sequence[PdfPage]) -> list[Aside]:
    """What stands on pages and is none of their text, whatever its place: one kind of it after the other."""
    asides = [Aside("turned", page.turned, page=page.number) for page in pages if page.turned]
    asides += [Aside("struck", words, page=page.number) for page in pages for words in page.struck]
    asides += [Aside("hidden", words, page=page.number) for page in pages for words in page.unseen]
    asides += [Aside("watermark", words, page=page.number) for page in pages for words in page.beneath]
    asides += [Aside("line number", words, page=page.number) for page in pages for words in page.counts]
    asides += [Aside("comment", words, page=page.number) for page in pages for words in page.comments]
    return asides


def furniture(pages: Sequence[PdfPage]) -> _Found:
    """By page and place on it: which blocks are its head or foot. Between those and the edge no other words stand."""
    least = max(2, min(3, len(pages) // 2 + 1))
    met, said = _met(pages), _said(pages)
    found: _Found = _of_one(pages[0]) if len(pages) == 1 else {}
    for edge in ("header", "footer"):
        while more := {
            (one.page.number, one.index): edge
            for one, running in _with_running(_outermost(pages, edge, found), said)
            if (running or _pages_with(met, edge, one.page, one.block) >= least)
            and not _is_text(one.block.text)
            or _edge(one.block, one.page, _EDGE) == edge
            and (_PAGE_NUMBER.fullmatch(one.block.text) or _OF_A_BROWSER[edge].fullmatch(one.block.text))
        }:
            found |= more
    return found


def _of_one(page: PdfPage) -> _Found:
    """The foot of a page alone that says that it is the first, and its head: a line that stands as near to the edge,
    apart from the text, above a title that stands out more.
    """
    order = downwards(page)
    foot = page.blocks[order[-1]] if len(order) > 2 else None
    if foot is None or _edge(foot, page, _EDGE) != "footer" or not _FIRST_PAGE.search(foot.text):
        return {}
    found = {(page.number, order[-1]): "footer"}
    head, below = page.blocks[order[0]], page.blocks[order[1]]
    near = page.height - head.top <= foot.bottom + _AS_NEAR
    if near and isinstance(head, Row) and isinstance(below, Row) and below.size > _OVER * head.size:
        found |= {(page.number, order[0]): "header"} if head.bottom - below.top > _APART * head.size else {}
    return found


def _outermost(pages: Sequence[PdfPage], edge: str, found: Mapping[tuple[int, int], str]) -> list[_Outermost]:
    """What stands in the head or the foot of each page, nearest to its edge, of what is not found yet."""
    made = []
    orders = [downwards(page) if edge == "header" else downwards(page)[::-1] for page in pages]
    usual = median([step for page, order in zip(pages, orders, strict=True) for step in _steps(page, order)] or [0.0])
    for page, order in zip(pages, orders, strict=True):
        left = [index for index in order if (page.number, index) not in found]
        if left and _edge(page.blocks[left[0]], page, _FURTHEST) == edge:
            block = page.blocks[left[0]]
            made.append(_Outermost(page, left[0], block, _bare(block.text), _is_apart(page, left, usual)))
    return made


def _steps(page: PdfPage, order: Sequence[int]) -> list[float]:
    """How far blocks stand below or above those before them."""
    places = [page.blocks[index].bottom for index in order]
    return [abs(one - other) for one, other in zip(places, places[1:], strict=False)]


def _is_apart(page: PdfPage, order: Sequence[int], usual: float) -> bool:
    """Whether more than a usual step lies between the first of blocks and the others, and it is no larger than they."""
    first, *others = [page.blocks[index] for index in order]
    if not others:
        return True
    size = median(one.top - one.bottom for one in others)
    return _steps(page, order)[0] > _APART * usual and first.top - first.bottom <= _LARGER * size


def _with_running(candidates: list[_Outermost], said: set[str]) -> Iterator[tuple[_Outermost, bool]]:
    """What stands outermost, each with whether it is a running head or foot that is not the same on every page: on
    those at the left another than on those at the right, or the name of the section.

    Such lines stand at one height and apart from the text; some come again, and most come again or are headings.
    """
    for one in candidates:
        beside = [other for other in candidates if abs(other.block.bottom - one.block.bottom) <= _NEAR]
        times = Counter(other.words for other in beside)
        known = [other for other in beside if times[other.words] > 1 or other.words in said]
        mostly = 2 * len(known) >= len(beside) >= _LEAST_OF_A_ROW and max(times.values()) > 1
        yield one, mostly and one in known and all(other.apart for other in beside)


def downwards(page: PdfPage) -> list[int]:
    """The places of the blocks that have words, from the top of the page to its bottom."""
    spoken = [index for index, block in enumerate(page.blocks) if block.text]
    return sorted(spoken, key=lambda index: (-page.blocks[index].bottom, -page.blocks[index].top))


def _met(pages: Sequence[PdfPage]) -> dict[tuple[str, str], list[tuple[int, float]]]:
    """By edge and words, figures aside: on which pages something stands there, and how far from that edge: a page may
    lie on its side.
    """
    met: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for page in pages:
        for block in page.blocks:
            if block.text and (edge := _edge(block, page, _FURTHEST)):
                met.setdefault((edge, _form(block.text)), []).append((page.number, _from_edge(edge, page, block)))
    return met


def _said(pages: Sequence[PdfPage]) -> set[str]:
    """The words of every line of the text, numbers aside: those that a running head may name again."""
    blocks = ((page, block) for page in pages for block in page.blocks)
    return {_bare(block.text) for page, block in blocks if not _edge(block, page, _FURTHEST)}


def _pages_with(
    met: dict[tuple[str, str], list[tuple[int, float]]], edge: str, page: PdfPage, block: Row | Ruled
) -> int:
    places, place = met.get((edge, _form(block.text)), []), _from_edge(edge, page, block)
    return len({number for number, other in places if abs(other - place) <= _NEAR})


def _from_edge(edge: str, page: PdfPage, block: Row | Ruled) -> float:
    return page.height - block.bottom if edge == "header" else block.bottom


def _is_text(text: str) -> bool:
    """Whether words are an item of a list, or go on in the middle of a sentence: no head or foot does."""
    marker, _ = typed_marker(text)
    listed = marker is not None and marker.kind in ("bullet", "letter", "roman")
    return text.split()[0] == "o" or listed or text[:1].islower() and len(text.split()) > _FEW_WORDS


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().lower()


def _bare(text: str) -> str:
    """Words without the numbers before and after them."""
    return re.sub(r"^[\W#]+|[\W#]+$", "", _form(text))


def _edge(block: Row | Ruled, page: PdfPage, part: float) -> str:
    """Whether a block stands in the head or the foot of its page."""
    if block.bottom > page.height * (1 - part):
        return "header"
    return "footer" if block.top < page.height * part else ""

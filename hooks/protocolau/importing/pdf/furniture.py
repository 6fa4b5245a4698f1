"""What stands at the head and foot of the pages of a PDF: the same words in the same place, and page numbers."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from protocolau.importing.pdf.rows import Row, Ruled

_EDGE = 0.1
"""How much of a page's height is head or foot."""
_FURTHEST = 0.12
"""How much of it may be, where the same words stand in the same place of several pages."""
_NEAR = 3.0
"""Points by which they may stand higher or lower."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:page|pg\.?|tudalen|tud\.?)\s*)?\d{1,3}(?:\s*(?:of|o|/)\s*\d{1,3})?|[ivx]{1,5}|-\s*\d{1,3}\s*-",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with its rows and tables in the order in which they are read."""

    number: int
    height: float
    blocks: tuple[Row | Ruled, ...]
    turned: str = ""
    """The words on it that do not stand upright."""
    is_picture: bool = False
    """Whether it is a picture, of which no word can be read."""


def furniture(pages: Sequence[Page]) -> dict[tuple[int, int], str]:
    """By page and place on it: which blocks are its head or foot. Between those and the edge no other words stand."""
    least = max(2, min(3, len(pages) // 2 + 1))
    met = _met(pages)
    found: dict[tuple[int, int], str] = {}
    for page in pages:
        for edge, order in (("header", _downwards(page)), ("footer", _downwards(page)[::-1])):
            for index in order:
                block = page.blocks[index]
                again = _edge(block, page, _FURTHEST) == edge and _pages_with(met, edge, block) >= least
                alone = _edge(block, page, _EDGE) == edge and _PAGE_NUMBER.fullmatch(block.text)
                if not again and not alone:
                    break
                found[page.number, index] = edge
    return found


def _downwards(page: Page) -> list[int]:
    """The places of the blocks that have words, from the top of the page to its bottom."""
    spoken = [index for index, block in enumerate(page.blocks) if block.text]
    return sorted(spoken, key=lambda index: (-page.blocks[index].bottom, -page.blocks[index].top))


def _met(pages: Sequence[Page]) -> dict[tuple[str, str], list[tuple[int, float]]]:
    """By edge and words, figures aside: on which pages something stands there, and how high."""
    met: dict[tuple[str, str], list[tuple[int, float]]] = {}
    for page in pages:
        for block in page.blocks:
            if block.text and (edge := _edge(block, page, _FURTHEST)):
                met.setdefault((edge, _form(block.text)), []).append((page.number, block.bottom))
    return met


def _pages_with(met: dict[tuple[str, str], list[tuple[int, float]]], edge: str, block: Row | Ruled) -> int:
    places = met.get((edge, _form(block.text)), [])
    return len({page for page, bottom in places if abs(bottom - block.bottom) <= _NEAR})


def _form(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().lower()


def _edge(block: Row | Ruled, page: Page, part: float) -> str:
    """Whether a block stands in the head or the foot of its page."""
    if block.bottom > page.height * (1 - part):
        return "header"
    return "footer" if block.top < page.height * part else ""

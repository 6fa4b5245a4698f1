"""The lines of a document that stand on each of its pages: the number of the page, and a title that comes again."""

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile

from protocolau.importing.lines import Block, Line

_PAGE = re.compile(
    r"\s*(?:(?:page|pg\.?|p\.|tudalen|tud\.?)\s*\d{1,3}(?:\s*(?:of|o|/)\s*\d{1,3})?|\d{1,3}\s*(?:of|/)\s*\d{1,3}|"
    r"-\s*\d{1,3}\s*-|\d{1,3}\s*\|\s*(?:page|tudalen)|(?:page|tudalen)\s*\|\s*\d{1,3})\s*",
    re.IGNORECASE,
)
BARE_FIGURE = re.compile(r"\s*\d{1,3}\s*")
"""Nothing but a figure, as the number of a page is."""
_NO_TITLE = re.compile(r"^[(\d•·-]|[:;,.]$")
_REPEATS = 3
_EDGE = 3
"""Lines at the head and at the foot of a page among which a title is repeated."""
_NEAR = 2
"""Lines between such a title and the number of its page at the most, where nothing else says where pages end."""
_SHORTEST_PAGE = 8
"""Lines of a page at the least, between two numbers of pages that are figures alone."""
_SHORT = 80


def is_page_number(text: str) -> bool:
    """Whether a line says which page it stands on, and nothing else: `Page 3 of 7`, `- 3 -`. A bare figure may be one
    too."""
    return bool(_PAGE.fullmatch(text))


def page_figures(blocks: Sequence[Block]) -> set[int]:
    """The lines, by their identity, that are a bare figure, which is the number of their page: it counts with the pages
    at their edges or, where it is not known where they end, from one such line to the next. Others are cells of tables.
    """
    lines = [one for one in blocks if isinstance(one, Line)]
    found = [(at, one) for at, one in enumerate(lines) if _is_figure(one)]
    if not _has_pages(lines):
        return {id(one) for _, one in (found if len(found) == 1 else _counting(found))}
    edges = _edges(lines)
    counted = [(int(one.text) - (one.page or 0), one) for _, one in found if id(one) in edges]
    pages = Counter(ahead for ahead, page in {(ahead, one.page) for ahead, one in counted})
    return {id(one) for ahead, one in counted if pages[ahead] > 1 or abs(ahead) <= 1}


def _is_figure(line: Line) -> bool:
    return not line.number and line.outline is None and BARE_FIGURE.fullmatch(line.text) is not None


def _counting(figures: Sequence[tuple[int, Line]]) -> list[tuple[int, Line]]:
    """The longest run of figures that count on, each at least a page below the one before it; none of only one. One
    page may have no number.
    """
    best: dict[int, list[tuple[int, Line]]] = {}
    for at, line in figures:
        value = int(line.text)
        before = best.get(value - 1) or best.get(value - 2) or []
        run = [*before, (at, line)] if before and at - before[-1][0] >= _SHORTEST_PAGE else [(at, line)]
        if len(run) >= len(best.get(value, [])):
            best[value] = run
    longest = max(best.values(), key=len, default=[])
    return longest if len(longest) > 1 else []


def repeated_lines(blocks: Sequence[Block]) -> set[str]:
    """The words of short lines that come again and again at the edges of pages, such as a title at the head of each. In
    the middle of a page no line is one, nor is a heading.

    The first stays where it is the title itself, on the first page; a running head may begin on the second.
    """
    lines = [one for one in blocks if isinstance(one, Line)]
    figures = page_figures(blocks)
    numbers = {at for at, one in enumerate(lines) if id(one) in figures or is_page_number(one.text)}
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in _candidates(blocks):
        found[text].append(at)
    if not _has_pages(lines):
        return {text for text, at in found.items() if len(at) >= _REPEATS and _are_beside(numbers, at)}
    pages = {text: len({lines[at].page for at in places}) for text, places in found.items()}
    again = {at for text, places in found.items() if pages[text] > 1 for at in places}
    outermost = _outermost(lines, numbers | again)
    least = max(2, min(_REPEATS, len({one.page for one in lines}) // 2))
    return {
        text
        for text, at in found.items()
        if pages[text] >= least and _are_at_edges([lines[one] for one in at], outermost)
    }


def _candidates(blocks: Sequence[Block]) -> Iterator[tuple[int, str]]:
    """The lines that may be repeated, each with its place among the lines."""
    at = -1
    for block, after in zip(blocks, (*blocks[1:], None), strict=True):
        if not isinstance(block, Line):
            continue
        at += 1
        text = " ".join(block.text.split())
        is_title = 0 < len(text) <= _SHORT and len(text.split()) > 2 and _NO_TITLE.search(text) is None
        if is_title and not text[0].islower() and not block.number and block.outline is None and not _goes_on(after):
            yield at, text


def _are_beside(numbers: Container[int], places: Sequence[int]) -> bool:
    """Whether a line is the title at the head of the document, or stands beside the numbers of pages."""
    near = sum(any(at + step in numbers for step in range(-_NEAR, _NEAR + 1)) for at in places)
    return places[0] < _EDGE or 2 * near >= len(places)


def _are_at_edges(lines: Sequence[Line], outermost: Container[int]) -> bool:
    """Whether a line stands once on each page, outermost; on the first page the title may have the same words."""
    first = min(one.page or 0 for one in lines)
    times = Counter(one.page for one in lines)
    return all(id(one) in outermost for one in lines if one.page != first) and all(
        count <= (2 if page == first else 1) for page, count in times.items()
    )


def _outermost(lines: Sequence[Line], known: Container[int]) -> set[int]:
    """The lines, by their identity, between which and an edge of their page none but known ones stand."""
    pages: defaultdict[int | None, list[int]] = defaultdict(list)
    for at, one in enumerate(lines):
        pages[one.page].append(at)
    sides = (side for page in pages.values() for side in (page[:_EDGE], page[: -_EDGE - 1 : -1]))
    return {id(lines[at]) for side in sides for at in takewhile(lambda one: one in known, side)}


def _has_pages(lines: Sequence[Line]) -> bool:
    return len({one.page for one in lines}) > 1


def _edges(lines: Sequence[Line]) -> set[int]:
    """The lines, by their identity, at the heads and feet of pages."""
    pages: defaultdict[int | None, list[Line]] = defaultdict(list)
    for one in lines:
        pages[one.page].append(one)
    return {id(one) for page in pages.values() for one in (*page[:_EDGE], *page[-_EDGE:])}


def _goes_on(after: Block | None) -> bool:
    """Whether a line goes on in the next one, as a line of a sentence does and one that stands alone does not."""
    return isinstance(after, Line) and not after.number and not after.apart and after.text.strip()[:1].islower()

"""Notes at the foot of the pages of a PDF: below the text that has their signs, and set smaller than it."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from protocolau.importing.characters import RAISED, SUPERSCRIPT
from protocolau.importing.lines import Line, Run
from protocolau.importing.own_styles import runs_from
from protocolau.importing.pdf.furniture import PdfPage, downwards
from protocolau.importing.pdf.rows import Row, Ruled
from protocolau.importing.structure.paragraphs import CITES, joined

BEGINS, GOES_ON = "note begins", "note goes on"
_SMALLER = 0.93
"""How much of the usual size of letters those of a note have at the most."""
_ENCLOSED = rf"\((?:[\d{RAISED}]{{1,3}}|[*†‡]+)\)|\[(?:[\d{RAISED}]{{1,3}}|[*†‡]+)\]"
_SIGN = re.compile(
    rf"(?:(?P<raised>[{RAISED}]{{1,3}})|(?P<figure>\d{{1,3}})(?!\d|[.,:)/]\d|[.)])|(?P<mark>[*†‡]+)"
    rf"|(?P<enclosed>{_ENCLOSED}))\s*"
)
_IN_TEXT = re.compile(rf"[{RAISED}]+|(?<=[\w.,;:!?)”’])[*†‡]+")
_ENDS = re.compile(r"[.!?;:][\"'”’)\]]*$")


def notes(pages: Sequence[PdfPage], apart: Mapping[tuple[int, int], str]) -> dict[tuple[int, int], str]:
    """By page and place on it: which lines are of notes, and which of them begin one. `apart` are heads and feet."""
    sizes: Counter[float] = Counter()
    for one in (block for page in pages for block in page.blocks if isinstance(block, Row)):
        sizes[one.size] += len(one.text)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    found: dict[tuple[int, int], str] = {}
    unfinished, waiting = False, set[str]()
    for page in pages:
        order = [index for index in downwards(page) if (page.number, index) not in apart]
        text, foot = _parted([page.blocks[index] for index in order], usual)
        signs = {sign for block in text for sign in _signs(block.text)}
        at_end = page is pages[-1]  # where all may stand
        begins = list(_beginnings(foot, signs | waiting if at_end else signs))
        waiting |= {sign for sign in signs if sign[0] in RAISED} if not begins else set()
        first = 0 if unfinished and foot else begins[0] if begins else len(foot)
        for place in range(first, len(foot)):
            found[page.number, order[len(text) + place]] = BEGINS if place in begins else GOES_ON
        unfinished = first < len(foot) and not _ENDS.search(foot[-1].text)
    return found


def _signs(text: str) -> Iterator[str]:
    """The signs of notes in a text. One in brackets that is not raised is none at its beginning, nor where it belongs
    to a number that is cited.
    """
    yield from _IN_TEXT.findall(text)
    for match in re.finditer(_ENCLOSED, text):
        before = text[: match.start()].rstrip()
        if match[0][1] in RAISED or before and not before[-1].isdigit() and not CITES.search(before):
            yield match[0].translate(SUPERSCRIPT)


def _parted(blocks: Sequence[Row | Ruled], usual: float) -> tuple[Sequence[Row | Ruled], list[Row]]:
    """The blocks of a page, and the lines at its foot that are smaller, or begin with a raised sign."""
    foot: list[Row] = []
    for block in reversed(blocks):
        if not isinstance(block, Row) or block.size > _SMALLER * usual and block.text[0] not in RAISED:
            break
        foot.insert(0, block)
    return blocks[: len(blocks) - len(foot)], foot


def _beginnings(foot: Sequence[Row], signs: set[str]) -> Iterator[int]:
    """Which lines begin with a sign that stands in the text above: where one is raised, so are all."""
    found = [(place, match) for place, row in enumerate(foot) if (match := _SIGN.match(row.text))]
    raised = any(match["raised"] for _, match in found)
    left = set(signs)
    for place, match in found:
        sign = match[0].strip().translate(SUPERSCRIPT)
        if sign in left and not (raised and match["figure"]):
            left.remove(sign)
            yield place


def joined_notes(lines: Iterable[tuple[str, Line]]) -> Iterator[Line]:
    """Lines of notes, each with whether it begins one, as notes with their signs raised and a space behind them."""
    note: list[Line] = []
    for kind, line in lines:
        if kind == BEGINS:
            yield from _joined(note)
            note = []
        note.append(replace(_signed(line) if kind == BEGINS else line, full=True, apart=False))
    yield from _joined(note)


def _joined(note: Sequence[Line]) -> Iterator[Line]:
    return (one for one in joined(tuple(note)) if isinstance(one, Line))


def _signed(line: Line) -> Line:
    """The first line of a note with its sign raised, if it is not in brackets."""
    indent = len(line.text) - len(line.text.lstrip())
    match = _SIGN.match(line.text[indent:])
    assert match is not None
    sign = match["enclosed"] or match[0].strip().translate(SUPERSCRIPT)
    return replace(line, runs=(Run(f"{sign} "), *runs_from(indent + match.end(), line.runs)))

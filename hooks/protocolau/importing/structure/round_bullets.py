"""The letter o as a bullet, as Word's second level of bullets comes out in texts and PDFs: "o including in e-mail".

In Welsh it is a word ("o dan"), so one line alone is none: at least two lines begin with it, set in alike and further
than a bullet above them.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from protocolau.importing.lines import BULLET, Block, Line, Run
from protocolau.importing.structure.markers import typed_marker

_ROUND = re.compile(r"o [A-Za-zÀ-ÿ‘“(]")
_FURTHEST = 12
"""Lines between one and the next."""


def with_round_bullets(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with each letter o that is a bullet made one."""
    bullets = {place for first, second in _pairs(blocks) for place in (first, second)}
    for index, block in enumerate(blocks):
        if index in bullets and isinstance(block, Line):
            yield replace(block, number=BULLET, runs=without_start(block, len("o ")))
        else:
            yield block


def _pairs(blocks: tuple[Block, ...]) -> Iterator[tuple[int, int]]:
    """Neighbours among the lines that begin so, under one bullet."""
    indent, last = None, None
    for index, block in enumerate(blocks):
        if not isinstance(block, Line) or block.number and block.number != BULLET:
            indent, last = None, None
            continue
        if indent is not None and block.indent > indent and not block.number and _ROUND.match(block.text.strip()):
            before = blocks[last] if last is not None else None
            if isinstance(before, Line) and before.indent == block.indent and index - (last or 0) <= _FURTHEST:
                yield last or 0, index
            last = index
        elif block.number == BULLET or _is_bullet(block):
            indent, last = block.indent, None if indent is None or block.indent <= indent else last


def _is_bullet(line: Line) -> bool:
    marker, _ = typed_marker(line.text)
    return marker is not None and marker.kind == "bullet"


def without_start(line: Line, length: int) -> tuple[Run, ...]:
    """The words of a line behind as many characters of its beginning, not counting the space before them."""
    start = len(line.text) - len(line.text.lstrip()) + length
    runs: list[Run] = []
    left = start
    for run in line.runs:
        taken = min(left, len(run.text))
        left -= taken
        if run.text[taken:]:
            runs.append(replace(run, text=run.text[taken:]))
    return tuple(runs)

"""Numbers that only their count tells from words and dates: a letter without a stop, as standing orders have it
("a Motions shall be moved."), and 22.2.10 behind 22.2.9, which may be a date elsewhere.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from protocolau.importing.lines import Block, Line
from protocolau.importing.structure.markers import DIVISIONS, Marker, follows, marker_of
from protocolau.importing.structure.paragraphs import ENDS, marked
from protocolau.importing.structure.round_bullets import without_start

_LETTER = re.compile(r"([a-z]{1,2})[ \t\xa0]+(?=\S)")
_WORDS = {"a", "e", "i", "o", "y"}
"""Letters that are words, in English or Welsh, and may begin any line of a sentence."""
_LIKE_A_DATE = re.compile(r"(\d{1,2}\.\d{1,2}\.)(\d\d)[ \t\xa0]+(?=\S)")
_ALIKE = 120
"""How far the letters of one list are set in differently at most, in twentieths of a point: some are centred."""
_FURTHEST = 60
"""Lines between one and the next."""
_WHOLE = 45
"""Characters of a line that was not broken for want of room."""
_MOST = 8
"""Counts that may be open at a time."""
_marker = cache(marker_of)


@dataclass(slots=True)
class _Count:
    """A count that may be one: its letters by their lines, the last of them, and how far they are set in."""

    letters: dict[int, str]
    last: tuple[int, Marker]
    indent: int

    def is_open(self, line: Line, index: int, anew: bool) -> bool:
        """Whether it may go on from a line: that is not too far off, and does not begin anew over it."""
        return index - self.last[0] <= _FURTHEST and not (anew and line.indent <= self.indent + _ALIKE)

    def goes_on(self, letter: Marker, line: Line) -> bool:
        """Whether a line may be its next."""
        return abs(line.indent - self.indent) <= _ALIKE and follows(self.last[1], letter)


def with_counted_numbers(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with each such number made the number of its line."""
    numbers = dict(_letters(blocks)) | dict(_like_dates(blocks))
    for index, block in enumerate(blocks):
        if index in numbers and isinstance(block, Line):
            rest = block.text.lstrip()[len(numbers[index]) :]
            runs = without_start(block, len(numbers[index]) + len(rest) - len(rest.lstrip()))
            yield replace(block, number=numbers[index], runs=runs)
        else:
            yield block


def _letters(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """The lines that begin with the letters of a list of at least two, under one number or heading."""
    counts: list[_Count] = []
    for index, block in enumerate(blocks):
        if not isinstance(block, Line):
            continue
        letter = None if block.number else _LETTER.match(block.text.lstrip())
        anew = letter is None and _begins_anew(block)
        yield from _found([one for one in counts if not one.is_open(block, index, anew)])
        counts = [one for one in counts if one.is_open(block, index, anew)]
        if not letter or letter[1] in _WORDS and not _ended(blocks[index - 1] if index else None, block):
            continue
        marker = _marker(letter[1])
        if found := next((one for one in counts if one.goes_on(marker, block)), None):
            found.letters[index], found.last = letter[1], (index, marker)
        elif letter[1] == "a" and len(counts) < _MOST:
            counts.append(_Count({index: "a"}, (index, marker), block.indent))
    yield from _found(counts)


def _found(counts: list[_Count]) -> Iterator[tuple[int, str]]:
    for one in counts:
        if len(one.letters) > 1:
            yield from one.letters.items()


def _begins_anew(line: Line) -> bool:
    """Whether a line ends every list of letters: it is a heading, or has a number that holds such."""
    marker = marked(line)[0]
    return line.outline is not None or marker is not None and marker.kind in ("figure", "dotted", *DIVISIONS)


def _ended(before: Block | None, line: Line) -> bool:
    """Whether the sentence before a line has ended, so that it begins one of its own."""
    if line.apart or not isinstance(before, Line):
        return True
    text = before.text.rstrip()
    return bool(ENDS.search(text)) or text.endswith(",") or len(text) < _WHOLE and not before.full


def _like_dates(blocks: tuple[Block, ...]) -> Iterator[tuple[int, str]]:
    """The lines with a number that looks like a date, each behind the one before it in its count."""
    known: set[tuple[int, ...]] = set()
    for index, block in enumerate(blocks):
        if not isinstance(block, Line):
            continue
        marker, _ = marked(block)
        found = None if marker else _LIKE_A_DATE.match(block.text.lstrip())
        value = tuple(map(int, re.findall(r"\d+", found[0]))) if found else ()
        if marker and marker.kind == "dotted":
            known.add(marker.value)
        elif found and (*value[:-1], value[-1] - 1) in known:
            known.add(value)
            yield index, found[1] + found[2]

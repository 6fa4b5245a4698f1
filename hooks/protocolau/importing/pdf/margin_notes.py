"""Notes in the margin of a PDF: words that stand beside the clauses of its text, at their left or their right."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from protocolau.importing.characters import clean
from protocolau.importing.pdf.grids import Grid
from protocolau.importing.pdf.page import Character
from protocolau.importing.pdf.pieces import NEAR, Piece, are_within, placed_lines
from protocolau.importing.structure.markers import Marker, follows, typed_marker

_SMALLER = 0.93
"""How much of the size of the text's letters those of a note have at the most."""
_STEP = 1.8
"""How many times the size of its letters a line of a note stands below the one above it at the most."""
_LEVEL = 2.5
"""Points by which the first line of a note may stand higher or lower than that of its clause."""
_NARROWER = 0.6
"""How much of the width of the text notes have at the most."""
_REACHING = 0.2
"""How many of the pieces of a page may reach from the margin into the text: its title, its head and its foot."""
_MOST_PIECES = 300


@dataclass(frozen=True, slots=True)
class MarginNote:
    """A note in the margin."""

    words: str
    base: float
    """The height on which its first line stands."""


def parted_from_margin_notes(
    characters: Sequence[Character], ruled: Sequence[Grid]
) -> tuple[list[Character], tuple[MarginNote, ...]]:
    """The characters of a page without the notes beside its numbered clauses, and these, downwards."""
    pieces = [piece for line in placed_lines(characters, ruled) for piece in line.pieces]
    numbers = _numbers(pieces) if len(pieces) <= _MOST_PIECES else []
    for beside, text in _sides(pieces, min(one.left for one in numbers)) if numbers else ():
        found = [block for block in _blocks(beside, numbers) if _stands_beside(block, text)]
        if found and _are_notes(found, text, numbers, len(pieces) - len(beside) - len(text)):
            places = [(one.left, one.bottom, one.right, one.top) for block in found for one in block]
            kept = [one for one in characters if not (one[2] and are_within(one[2], places))]
            return kept, tuple(MarginNote(clean(" ".join(one.text for one in block)), block[0].base) for block in found)
    return list(characters), ()


def _numbers(pieces: Sequence[Piece]) -> list[Piece]:
    """The pieces that begin with numbers of clauses, if these count on."""
    numbered = [(one, marker) for one in pieces if (marker := _number(one.text))]
    steps = sum(follows(one, other) for (_, one), (_, other) in pairwise(numbered))
    return [one for one, _ in numbered] if steps and 3 * steps >= len(numbered) - 1 else []


def _number(text: str) -> Marker | None:
    marker, _ = typed_marker(f"{text} X")
    return marker if marker and (marker.kind == "dotted" or marker.kind == "figure" and marker.form != "#") else None


def _sides(pieces: Sequence[Piece], start: float) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """What may stand beside the text, which begins at a place, and the text: at its left, and at its right."""
    yield [one for one in pieces if one.right < start - NEAR], [one for one in pieces if one.left >= start - NEAR]
    lefts = Counter(round(one.left) for one in pieces if one.left > start + NEAR)
    for edge in sorted(left - NEAR for left, times in lefts.items() if times > 1):
        text = [one for one in pieces if one.left >= start - NEAR and one.right < edge]
        yield [one for one in pieces if one.left >= edge], text


def _blocks(beside: Sequence[Piece], numbers: Sequence[Piece]) -> Iterator[list[Piece]]:
    """Words that may be notes, line by line: another begins after a gap, and where the next clause does."""
    block: list[Piece] = []
    for one in beside:
        near = block and block[-1].base - one.base <= _STEP * one.size and abs(block[0].left - one.left) <= NEAR
        if block and (not near or any(_begins_level(one, number) for number in numbers)):
            yield block
            block = []
        block.append(one)
    if block:
        yield block


def _begins_level(one: Piece, number: Piece) -> bool:
    return abs(one.base - number.base) <= _LEVEL


def _stands_beside(block: Sequence[Piece], text: Sequence[Piece]) -> bool:
    """Whether a block begins beside a line of the text, with more than a space between."""
    first = block[0]
    level = [one for one in text if first.bottom < one.top and one.bottom < first.top]
    return bool(level) and all(max(one.left - first.right, first.left - one.right) > one.size for one in level)


def _are_notes(
    found: Sequence[Sequence[Piece]], text: Sequence[Piece], numbers: Sequence[Piece], reaching: int
) -> bool:
    """Whether blocks beside a text are notes: narrow and few, of words without numbers, and smaller than the text or
    each beside a number, as the heads of columns are not, and of other words, as answers in a column are not.
    """
    notes = [one for block in found for one in block]
    width = max(one.right for one in notes) - min(one.left for one in notes)
    of_text = max(one.right for one in text) - min(one.left for one in text)
    small = all(one.size <= _SMALLER * text[0].size for one in notes)
    differ = len({" ".join(one.text for one in block) for block in found}) == len(found)
    numbered = differ and all(any(_begins_level(block[0], one) for one in numbers) for block in found)
    spoken = all(typed_marker(one.text)[0] is None and any(map(str.isalpha, one.text)) for one in notes)
    few = 2 * sum(len(one.text) for one in notes) <= sum(len(one.text) for one in text)
    several = len(found) > 1 or small and len(notes) > 1
    beside = several and (small or numbered) and reaching <= _REACHING * len(text)
    return beside and spoken and few and width <= _NARROWER * of_text

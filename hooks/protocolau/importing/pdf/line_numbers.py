"""The numbers of lines that a PDF prints in the margin, as drafts and reports have them: they are none of its text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import inf
from statistics import median

from protocolau.importing.pdf.page import Character
from protocolau.importing.pdf.pieces import Piece, PlacedLine, are_within, placed_lines
from protocolau.importing.pdf.rows import ENDS_SENTENCE

_STEPS = (1, 2, 5, 10)
"""How many lines on the next number stands."""
_WIDEST = 30.0
"""Points across the place in which they stand, at the most."""
_FEWEST, _FEWEST_OF_EACH = 3, 8
"""Numbers of a page by which it is known that it has such: of each line, as clauses have them too, it takes more."""
_UNNUMBERED = 4
"""Lines of a page whose lines all have numbers that have none at the most: its head and its foot."""
_GOING_ON = 3
"""Lines at the least that begin in the middle of a sentence, as no clause and no row does."""
_MOST_LINES = 300
_MOST_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Counted:
    """How the pages before count their lines."""

    place: float
    """Where the first of them ends."""
    step: int


def parted_from_line_numbers(
    characters: Sequence[Character], known: Counted | None = None
) -> tuple[list[Character], list[str], Counted | None]:
    """The characters of a page without the numbers of its lines, these numbers, and how it counts. `known` is how the
    pages before do, of which one number on the last page may be enough.
    """
    lines = placed_lines(characters, ())
    pieces = [piece for line in lines for piece in line.pieces] if len(lines) <= _MOST_LINES else []
    for found in _beside(pieces):
        places = [(one.left, one.bottom, one.right, one.top) for one in found]
        kept = [one for one in characters if not (one[2] and are_within(one[2], places))]
        if counted := _counted(placed_lines(kept, ()), found, known):
            return kept, [" ".join(one.text for one in found)], counted
    return list(characters), [], known


def _beside(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    """The figures that stand at the left of all other words of a page, and those at the right, downwards."""
    others = [one for one in pieces if not (one.text.isdecimal() and len(one.text) <= _MOST_DIGITS)]
    figures = [one for one in pieces if one.text.isdecimal() and len(one.text) <= _MOST_DIGITS]
    left, right = min((one.left for one in others), default=0.0), max((one.right for one in others), default=inf)
    for found in ([one for one in figures if one.right < left], [one for one in figures if one.left > right]):
        if found and max(one.right for one in found) - min(one.left for one in found) <= _WIDEST:
            yield found


def _counted(rest: Sequence[PlacedLine], found: Sequence[Piece], known: Counted | None) -> Counted | None:
    """How figures count the lines beside which they stand, if they do: they go up by one step."""
    lines = [line for line in rest if any(any(map(str.isalnum, one.text)) for one in line.pieces)]
    beside = [next((at for at, line in enumerate(lines) if _is_level(one, line)), -1) for one in found]
    figures = [int(one.text) for one in found]
    steps = {other - one for one, other in pairwise(figures)}
    place = found[0].right
    if -1 in beside or len(steps) > 1:
        return None
    if known and abs(place - known.place) <= _WIDEST and steps <= {known.step} and not figures[0] % known.step:
        return known
    step, apart = next(iter(steps), 0), [other - one for one, other in pairwise(beside)]
    if step not in _STEPS or figures[0] % step or not step / 2 < median(apart) <= max(apart) <= step:
        return None
    surely = _count_each(lines, beside) if step == 1 else len(found) >= _FEWEST
    return Counted(place, step) if surely else None


def _is_level(one: Piece, line: PlacedLine) -> bool:
    return line.bottom <= (one.bottom + one.top) / 2 <= line.top


def _count_each(lines: Sequence[PlacedLine], beside: Sequence[int]) -> bool:
    """Whether figures stand beside every line, also where a sentence goes on: beside a list they do not."""
    words = [" ".join(one.text for one in lines[at].pieces) for at in beside]
    going_on = sum(other[:1].islower() and not ENDS_SENTENCE.search(one) for one, other in pairwise(words))
    return len(beside) >= max(_FEWEST_OF_EACH, len(lines) - _UNNUMBERED) and going_on >= _GOING_ON

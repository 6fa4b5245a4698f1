"""Words of a PDF that are none of its text: those through which a line is drawn from their first letter to their last,
which are struck out, and those outside of the part of the page that is shown.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from math import floor

from protocolau.importing.pdf.grids import Stroke
from protocolau.importing.pdf.page import Box, Character

_MOST_STROKES = 20_000
"""Lines on a page from which on it is a drawing."""
_LOWEST, _HIGHEST = 0.12, 0.08
"""How far from the foot and the head of letters, of their size, a line goes through them."""
_DESCENDING, _TAIL = "gjpqyQ", 0.21
_BELOW, _ABOVE = 0.5, 0.35
"""How far below and above a line the letters end that stand on one line of the text with it, of their size."""
_LARGEST = 200.0
"""Points of letters that are looked at."""
_MOSTLY = 0.7
"""How much of a line, at the least, goes through letters."""
_BEYOND = 20.0
"""Points beyond the edge within which words are those of a line that is too long for the page."""
_WIDER = 1.0
"""Points by which it may be shorter than they are."""


def parted_from_struck(characters: Sequence[Character], strokes: Sequence[Stroke]) -> tuple[list[Character], list[str]]:
    """The characters that are not struck out, with a space where others are, and the words that are, line by line."""
    across = [one for one in strokes if one[3] - one[1] <= 1 and one[2] - one[0] > 2]
    if len(across) > _MOST_STROKES:
        return list(characters), []
    heights = _by_height(characters, sorted({floor(bottom) for _, bottom, _, _ in across}))
    struck: set[int] = set()
    for left, bottom, right, _ in across:
        beside = [
            (characters[place][0], box, size, place)
            for place, box, size in heights.get(floor(bottom), ())
            if left - _WIDER <= (box[0] + box[2]) / 2 <= right + _WIDER and _is_level(box, size, bottom)
        ]
        letters = [(box, _goes_through(sign, box, size, bottom)) for sign, box, size, _ in beside if sign.isalnum()]
        through = [box for box, goes in letters if goes]
        mostly = through and len(through) >= _MOSTLY * len(letters)
        if mostly and through[-1][2] - through[0][0] >= _MOSTLY * (right - left):
            struck |= {place for *_, place in beside}
    return _without(characters, struck), list(_words(characters, struck))


def _without(characters: Sequence[Character], struck: set[int]) -> list[Character]:
    """The characters that are not struck out. Behind others of the line, a space as wide as those that are goes in
    their place: without it, the gap would be one between columns.
    """
    kept: list[Character] = []
    last: Box | None = None
    for place, (sign, bold, box, size) in enumerate(characters):
        after_space = bool(kept) and kept[-1][0] == " "
        if place not in struck:
            if box or sign != " " or not after_space:
                kept.append((sign, bold, box, size))
            last = box or last
        elif last and box and _is_beside(last, box, size):
            left = last[0] if after_space and kept[-1][2] else last[2]
            last = (left, min(last[1], box[1]), box[2], max(last[3], box[3]))
            kept[len(kept) - after_space :] = [(" ", bold, last, size)]
    return kept


def _is_beside(one: Box, other: Box, size: float) -> bool:
    """Whether a character stands behind another on its line, with no more than a space between them."""
    return one[1] < other[3] and other[1] < one[3] and one[0] <= other[0] < one[2] + size


def parted_from_unseen(
    characters: Sequence[Character], width: float, height: float
) -> tuple[list[Character], list[str]]:
    """The characters on the part of a page that is shown, and the words outside of it."""
    unseen = {
        place
        for place, (_, _, box, _) in enumerate(characters)
        if box and (max(-box[2], box[0] - width) > _BEYOND or max(-box[3], box[1] - height) > _BEYOND)
    }
    kept = [one for place, one in enumerate(characters) if place not in unseen]
    return kept, list(_words(characters, unseen))


def _by_height(characters: Sequence[Character], wanted: Sequence[int]) -> dict[int, list[tuple[int, Box, float]]]:
    """By whole points in their order, the characters that may stand on one line of the text with a line at one."""
    heights: dict[int, list[tuple[int, Box, float]]] = defaultdict(list)
    for place, (_, _, box, size) in enumerate(characters if wanted else ()):
        if box and size < _LARGEST:
            first = bisect_left(wanted, floor(box[1] - _BELOW * size))
            for height in wanted[first : bisect_right(wanted, floor(box[3] + _ABOVE * size))]:
                heights[height].append((place, box, size))
    return heights


def _is_level(box: Box, size: float, height: float) -> bool:
    return box[1] - _BELOW * size <= height <= box[3] + _ABOVE * size


def _goes_through(sign: str, box: Box, size: float, height: float) -> bool:
    """Whether a line goes through a letter, and not under it or over it."""
    foot = box[1] + (_TAIL * size if sign in _DESCENDING else 0.0)
    return foot + _LOWEST * size < height < box[3] - _HIGHEST * size


def _words(characters: Sequence[Character], places: set[int]) -> Iterator[str]:
    """The words at some places, those beside each other in one."""
    found = ""
    for place, (sign, _, box, _) in enumerate(characters):
        if place in places:
            found += sign
        elif box is None and found:
            found += " "
        elif found:
            yield " ".join(found.split())
            found = ""
    if found:
        yield " ".join(found.split())

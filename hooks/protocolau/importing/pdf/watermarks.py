"""Words of a PDF in large letters that stand under or over its text, as DRAFT does, though they stand upright."""

from collections import Counter
from collections.abc import Collection, Sequence

from protocolau.importing.pdf.page import Box, Character

_LARGER = 3.0
"""How many times larger than the text they are at the least."""
_FEWEST = 8
"""Letters of the text that stand on them at the least: beside a large first letter none does."""
_MOST = 60
"""Large letters on a page from which on they are its text."""


def parted_from_watermark(
    characters: Sequence[Character], known: Collection[str] = ()
) -> tuple[list[Character], list[str]]:
    """The characters of a page without those of a watermark, and its words. `known` are those of the pages before, on
    which it may stand where there is no text on this one.
    """
    sizes = Counter(size for _, _, box, size in characters if box)
    usual = max(sizes, key=lambda size: sizes[size], default=0.0)
    large = [at for at, (_, _, box, size) in enumerate(characters) if box and size >= _LARGER * usual]
    if not large or len(large) > _MOST:
        return list(characters), []
    apart = set(large)
    signs = (one[0] if at in apart else " " for at, one in enumerate(characters) if at in apart or one[2] is None)
    words = " ".join("".join(signs).split())
    places = [box for at in large if (box := characters[at][2])]
    on_them = sum(_stands_on(box, places) for _, _, box, size in characters if box and size < _LARGER * usual)
    if on_them < _FEWEST and words not in known:
        return list(characters), []
    return [one for at, one in enumerate(characters) if at not in apart], [words]


def _stands_on(box: Box, places: Sequence[Box]) -> bool:
    """Whether the middle of a letter is within one of the larger ones."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in places)

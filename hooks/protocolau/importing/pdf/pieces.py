"""The words of a page of a PDF by their places alone, whatever the order in which the file has them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from protocolau.importing.pdf.grids import Grid
from protocolau.importing.pdf.page import Box, Character

GAP = 7.0
"""Points between the words of one column and those of the next."""
NEAR = 2.0
"""Points by which the lines of a column may begin beside each other."""
_LEVEL = 1.2
"""Points by which the letters of one line may stand higher or lower."""
_DESCENDING = "gjpqyQ"


@dataclass(slots=True)
class Piece:
    """Words that stand beside each other on one line, with nothing but spaces between them; where, in points from the
    lower left corner of the page."""

    left: float
    right: float
    bottom: float
    top: float
    base: float
    """The height on which its letters stand."""
    text: str
    size: float = 0.0
    """How large its first letter is."""

    @property
    def first_word(self) -> float:
        """How wide its first word is, and a space."""
        return (self.right - self.left) / max(len(self.text), 1) * (len(self.text.split()[0]) + 1)


@dataclass(slots=True)
class PlacedLine:
    """Pieces that stand beside each other, from left to right."""

    pieces: list[Piece]

    @property
    def bottom(self) -> float:
        return min(piece.bottom for piece in self.pieces)

    @property
    def top(self) -> float:
        return max(piece.top for piece in self.pieces)

    @property
    def base(self) -> float:
        return self.pieces[0].base

    def begins_at(self, edge: float) -> bool:
        """Whether words begin at an edge."""
        return any(abs(piece.left - edge) <= NEAR for piece in self.pieces)

    def keeps(self, edge: float) -> bool:
        """Whether no words reach over an edge."""
        return all(piece.left >= edge - NEAR or piece.right <= edge - GAP / 2 for piece in self.pieces)

    def in_columns(self, edges: Sequence[float]) -> list[list[Piece]]:
        """Its pieces by their columns, of which all but the first begin at edges."""
        columns: list[list[Piece]] = [[] for _ in range(len(edges) + 1)]
        for piece in self.pieces:
            columns[sum(piece.left >= edge - NEAR for edge in edges)].append(piece)
        return columns


def placed_lines(characters: Iterable[Character], ruled: Sequence[Grid]) -> list[PlacedLine]:
    """The lines of a page, downwards, without what stands in tables that are ruled."""
    lines: list[PlacedLine] = []
    for piece in sorted(_pieces(characters, ruled), key=lambda one: -one.base):
        if lines and lines[-1].base - piece.base <= _LEVEL:
            lines[-1].pieces.append(piece)
        else:
            lines.append(PlacedLine([piece]))
    for line in lines:
        line.pieces.sort(key=lambda one: one.left)
    return lines


def _pieces(characters: Iterable[Character], ruled: Sequence[Grid]) -> Iterator[Piece]:
    piece: list[tuple[str, Box]] = []
    space, large = False, 0.0
    for text, _, box, size in characters:
        if box is None:
            space = True
            continue
        left, bottom, right, top = box
        if any(grid.holds((left + right) / 2, (bottom + top) / 2) for grid in ruled):
            continue
        if piece and not _goes_on(piece, box):
            yield _piece(piece, large)
            piece = []
        large = large if piece else size
        if space and piece:
            piece.append((" ", (left, bottom, left, top)))
        piece.append((text, box))
        space = False
    if piece:
        yield _piece(piece, large)


def _goes_on(piece: Sequence[tuple[str, Box]], box: Box) -> bool:
    """Whether a character stands beside the last one. Those of a ligature have one box."""
    left, bottom, right, top = piece[-1][1]
    return left - NEAR <= box[0] < right + GAP and box[1] < top + NEAR and box[3] > bottom - NEAR


def _piece(characters: Sequence[tuple[str, Box]], size: float) -> Piece:
    boxes = [box for text, box in characters if text != " "]
    standing = [box[1] for text, box in characters if text.isalnum() and text not in _DESCENDING]
    bottom = min(box[1] for box in boxes)
    base = median(standing) if standing else bottom
    text = "".join(text for text, _ in characters)
    return Piece(boxes[0][0], max(box[2] for box in boxes), bottom, max(box[3] for box in boxes), base, text, size)


def are_within(box: Box, places: Iterable[Box]) -> bool:
    """Whether the middle of a character is within one of several places."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return any(left <= x <= right and bottom <= y <= top for left, bottom, right, top in places)

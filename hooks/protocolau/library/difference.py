"""What has changed between two texts, word by word."""

import re
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import Indel

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that is in both texts, or only in the old or only in the new one."""

    kind: str
    """`same`, `deleted` or `inserted`."""
    text: str


@lru_cache(maxsize=16384)
def difference(old: str, new: str) -> tuple[Piece, ...]:
    """The pieces of which both texts are made, in order: without the inserted the old, without the deleted the new."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    pieces: list[Piece] = []
    for kind, a, b, c, d in Indel.opcodes(before, after):
        if kind == "equal":
            pieces.append(Piece("same", "".join(before[a:b])))
        elif kind == "delete":
            pieces.append(Piece("deleted", "".join(before[a:b])))
        else:
            pieces.append(Piece("inserted", "".join(after[c:d])))
    return tuple(_smoothed(pieces))


def _smoothed(pieces: list[Piece]) -> list[Piece]:
    """White space alone between two changes is part of them: whole phrases read better than single words."""
    found: list[Piece] = []
    for index, piece in enumerate(pieces):
        between = 0 < index < len(pieces) - 1 and piece.kind == "same" and not piece.text.strip()
        for part in (Piece("deleted", piece.text), Piece("inserted", piece.text)) if between else (piece,):
            _add(found, part)
    return found


def _add(found: list[Piece], piece: Piece) -> None:
    """Adds a piece. Between two runs that both texts have, what is deleted stands as one before what is inserted."""
    if found and found[-1].kind == piece.kind:
        found[-1] = Piece(piece.kind, found[-1].text + piece.text)
    elif piece.kind == "deleted" and found and found[-1].kind == "inserted":
        inserted = found.pop()
        _add(found, piece)
        found.append(inserted)
    else:
        found.append(piece)

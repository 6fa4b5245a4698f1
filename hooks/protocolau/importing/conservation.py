"""The proof that no word is lost: each word of a document stands in its provisions or among what is set aside."""

import re
from collections import Counter

from protocolau.importing.characters import clean
from protocolau.importing.lines import BULLET, Aside, ReadDocument, lines_of
from protocolau.importing.structure.draft import Draft
from protocolau.language.marks import plain

_WORD = re.compile(r"[^\W_]+")


def lost_words(reading: ReadDocument, body: tuple[Draft, ...], asides: tuple[Aside, ...]) -> list[str]:
    """Words of a reading that stand nowhere. A word that a hyphen had parted at the end of a line is one word."""
    source = Counter(word for text in _printed(reading) for word in _words(text))
    drafted = Counter(
        word for one in body for inner in one.walk() for text in inner.words() for word in _words(plain(text))
    )
    known = set(reading.asides)
    apart = Counter(word for one in asides if one not in known for word in _words(one.text))
    missing = source - drafted - apart - Counter({"o": _round_bullets(reading)})
    added = drafted + apart - source
    if Counter("".join(missing.elements())) == Counter("".join(added.elements())):
        return []
    return sorted((missing - added).elements()) if missing else []


def _printed(reading: ReadDocument) -> list[str]:
    lines = [*lines_of(reading.blocks), *reading.notes]
    return [
        text
        for line in lines
        for text in ("" if line.number == BULLET else line.number, line.beside, _without_bullet(line.text))
    ]


def _without_bullet(text: str) -> str:
    return re.sub(r"^\s*o(?=[ \xa0]?\t|[ \xa0]{2})", "", text)


def _round_bullets(reading: ReadDocument) -> int:
    """How many lines begin with a letter o that may be a bullet, and is then not among the words."""
    return sum(line.text.lstrip().startswith("o ") for line in lines_of(reading.blocks))


def _words(text: str) -> list[str]:
    return _WORD.findall(clean(text).lower())

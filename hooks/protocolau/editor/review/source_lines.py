"""The document of a version line by line, and on which line each provision begins.

The words of a version are those of its document, to the letter: what has been printed before a provision tells where
it is in the document.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import accumulate

from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.rules.provenance import printed_text


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line of the document that is not empty, and the anchors of what begins on it."""

    number: int
    text: str
    anchors: tuple[str, ...]


def source_lines(version: Version, omits: list[str]) -> list[SourceLine]:
    """The lines of a version's document, where that is a text file that can be read; none otherwise."""
    path = version.path.with_name(version.source) if version.source else None
    if path is None or path.suffix != ".txt" or not path.is_file():
        return []
    lines = path.read_text("utf-8", "replace").splitlines()
    begins = list(accumulate((_letters(printed_text(line, omits)) for line in lines), initial=0))
    found: dict[int, list[str]] = {}
    for anchor, letters in _positions(version):
        found.setdefault(_line_of(begins, letters), []).append(anchor)
    return [
        SourceLine(place + 1, line, tuple(found.get(place, ())))
        for place, line in enumerate(lines)
        if line.strip() or place in found
    ]


def _line_of(begins: list[int], letters: int) -> int:
    """The line on which the letter after so many stands: of several that begin with it, the last, which has it."""
    return min(bisect_right(begins, letters) - 1, len(begins) - 2)


def _positions(version: Version) -> list[tuple[str, int]]:
    """How many letters are printed before each provision."""
    letters, found = 0, []
    for anchor, provision in version.provisions.items():
        found.append((anchor, letters))
        for text in (provision.number, plain(provision.heading or ""), plain(provision.text or "")):
            letters += _letters((text or "").replace("*", ""))
    return found


def _letters(text: str) -> int:
    return len("".join(text.split()))

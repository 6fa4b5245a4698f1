"""Whether the words of a protocol are those of the document from which it was taken.

Compared are the printed characters without white space. What a conversion to text adds (bullets at
the start of a line, Markdown and HTML marks) is not printed, and what the protocol's `omits` names
is page furniture.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from protocolau.language.marks import plain
from protocolau.model.protocol import Version
from protocolau.model.translation import heading_unit

# Each stops where another of its kind begins: whatever a source holds, it is read once.
_LINK = re.compile(r"\[([^\[\]]*)\]\([^()]*\)")
_TAG = re.compile(r"</?[a-z][^<>]*>")
_BULLET = re.compile(r"^[ \t]*[-•·][ \t]+", re.MULTILINE)
_HASHES = re.compile(r"^#+ ", re.MULTILINE)
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class SourceDifference:
    """The first place at which source and protocol part, and the words that each has there, without white space."""

    anchor: str
    """That of the provision in which they part."""
    source: str
    protocol: str


def printed_text(source: str, omits: list[str]) -> str:
    """The words of a source as they are printed, white space kept, without the furniture named in `omits`."""
    for furniture in sorted(omits, key=len, reverse=True):
        source = source.replace(furniture, " ")
    for mark, kept in ((_LINK, r"\1"), (_TAG, ""), (_BULLET, ""), (_HASHES, "")):
        source = mark.sub(kept, source)
    return html.unescape(source.replace("*", ""))


def adopted_texts(version: Version) -> Iterator[tuple[str, str]]:
    """Each printed text of a protocol with the anchor of its provision, in order."""
    for anchor, provision in version.provisions.items():
        if provision.number:
            yield anchor, provision.number  # as printed: a star in it is a star
        for text in (provision.heading, provision.text):
            if text:
                yield anchor, plain(text)


def translated_texts(version: Version, units: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Each printed text of a protocol as its other language has it, given the words of that by their keys."""
    for anchor, provision in version.provisions.items():
        own = provision.language != version.language
        heading = provision.heading if own else units.get(heading_unit(anchor))
        for text in (provision.number, heading, provision.text if own else units.get(anchor)):
            if text:
                yield anchor, plain(text)


def source_difference(source: str, omits: list[str], texts: Iterable[tuple[str, str]]) -> SourceDifference | None:
    """The first difference between a source's printed words and the protocol's, each with its anchor, or None."""
    expected = "".join(printed_text(source, omits).split())
    position, anchor = 0, ""
    for anchor, text in texts:
        adopted = "".join(text.replace("*", "").split())
        if not expected.startswith(adopted, position):
            return SourceDifference(anchor, *_parting(expected[position:], adopted))
        position += len(adopted)
    if position < len(expected):
        return SourceDifference(anchor, expected[position : position + _SHOWN], "nothing more")
    return None


def _parting(expected: str, adopted: str) -> tuple[str, str]:
    """The source's words and the protocol's, from shortly before the first letter that differs."""
    same = next((i for i, (a, b) in enumerate(zip(expected, adopted, strict=False)) if a != b), len(expected))
    start = max(0, same - _SHOWN // 4)
    return expected[start : start + _SHOWN] or "nothing more", adopted[start : start + _SHOWN]

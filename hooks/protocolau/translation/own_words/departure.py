"""Our own words as they go out to a translator, in the formats of a protocol: each paragraph or entry is a unit."""

from pathlib import Path

from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Version
from protocolau.translation.exchange.outgoing import OutgoingUnit
from protocolau.translation.own_words.pairs import PairedParagraph

PAGES = "docs"
"""Stands in a file where the council of a protocol does: it holds the page of this name."""

WORDS = "words"
"""Stands there for the interface and the vocabulary."""


def outgoing(pairs: list[PairedParagraph]) -> tuple[OutgoingUnit, ...]:
    """The paragraphs of a page as units."""
    return tuple(OutgoingUnit(pair.name, pair.source, pair.target, pair.state) for pair in pairs)


def as_version(name: str, title: str, path: Path, whose: str = PAGES) -> Version:
    """What the formats ask of the protocol to which units belong: our own words have no provisions."""
    return Version(whose, RELATIONS, name, path, title, "en", ())

"""What people have said of statements, in the shape from which suggestions learn."""

from dataclasses import dataclass

from protocolau.language.tokens import NO_PARTY_NAMES, PartyNames


@dataclass(frozen=True, slots=True)
class TaggedWords:
    """A statement's words in a language, what stands above them, and what a person has said of them."""

    text: str
    lead_ins: tuple[str, ...] = ()
    """What leads in to them, the outermost first."""
    heading: str = ""
    topics: tuple[str, ...] = ()
    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Examples:
    """All that suggestions in a language rest on."""

    language: str
    statements: tuple[TaggedWords, ...] = ()
    topics: tuple[TaggedWords, ...] = ()
    """Each topic by its name and summary."""
    names: PartyNames = NO_PARTY_NAMES
    sides: frozenset[str] = frozenset()
    """The parties that stand for a side or for both."""

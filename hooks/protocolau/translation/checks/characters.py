"""Characters that look like others, in a translation and in its translator's note."""

from collections.abc import Iterator

from protocolau.language.hidden_characters import hidden_characters
from protocolau.translation.checks.finding import CheckedUnit, Finding


def characters(pair: CheckedUnit) -> Iterator[Finding]:
    """Letters are one with their accents (NFC), and every space is the ordinary one: else no search finds the word."""
    yield from hidden_characters(pair.target_marked)
    for what, remedy in hidden_characters(pair.note):
        yield f"in the note: {what}", remedy

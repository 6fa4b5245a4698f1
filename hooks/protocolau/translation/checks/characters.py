"""Characters that look like others: loose accents, spaces that do not break, and what cannot be seen at all."""

import re
from collections.abc import Iterator
from unicodedata import name, normalize

from protocolau.translation.checks.finding import CheckedUnit, Finding

_SPACES = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_GUESTS = re.compile(f"[{_SPACES}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u2011\u2800\u3164\ufe00-\ufe0f\uffa0]")
_SPACE = re.compile(f"[{_SPACES}]")
_WORD = re.compile(r"\S+")


def characters(pair: CheckedUnit) -> Iterator[Finding]:
    """Letters are one with their accents (NFC), and every space is the ordinary one: else no search finds the word."""
    loose = [word for word in _WORD.findall(pair.target_marked) if normalize("NFC", word) != word]
    if loose:
        yield (
            f"“{loose[0]}” has an accent apart from its letter (not NFC)",
            f"type it again: {normalize('NFC', loose[0])}",
        )
    for guest in dict.fromkeys(_GUESTS.findall(pair.target_marked)):
        place = pair.target_marked.index(guest)
        around = pair.target_marked[max(0, place - 12) : place + 13].strip()
        remedy = "write an ordinary space" if _SPACE.match(guest) else "type the word again without it"
        yield f"a {name(guest, 'hidden character').lower()} (U+{ord(guest):04X}): “{around}”", remedy

"""What nobody may expect, although a statement is tagged as said to them: "Members cannot expect a reply at night"."""

import re

from protocolau.comparison.turning import denies
from protocolau.language.marks import plain
from protocolau.model.governing import sentence_before
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement

_EXPECTING = {
    "en": re.compile(r"\bexpect(?:s|ed|ing)?\b", re.IGNORECASE),
    "cy": re.compile(r"\bdd?isgwyl(?:ir|iwch|ied)?\b", re.IGNORECASE),
}
_CLAUSE_ENDS = re.compile(r"[,.;:!?–—]|\bbut\b|\bond\b", re.IGNORECASE)


def is_expecting_denied(version: Version, statement: Statement) -> bool:
    """Whether a statement, or what leads into it, denies that its people may expect what it says."""
    provision = version.provisions[statement.anchor]
    before = sentence_before(provision.statements, statement.position)
    said = " ".join(plain(part.text) for part in (*before, statement))
    texts = (said, *(plain(one.text) for one in version.governing[statement.anchor].lead_ins))
    return any(_denies_expecting(text, provision.language) for text in texts)


def _denies_expecting(text: str, language: str) -> bool:
    """Whether all expecting in a text is denied by what stands before it in its clause."""
    found = [
        denies(_CLAUSE_ENDS.split(text[: one.start()])[-1], language) for one in _EXPECTING[language].finditer(text)
    ]
    return bool(found) and all(found)

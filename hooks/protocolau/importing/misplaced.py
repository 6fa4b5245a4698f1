"""Whether a document seems to be of another council than the one that it is imported for, or of another kind."""

import re
from collections.abc import Iterable, Mapping, Sequence

from protocolau.importing.structure.draft import Draft
from protocolau.language.marks import plain

_COUNCIL = re.compile(
    r"(?P<en>[\w'’&-]+) (?:(?:town|community|parish|village|city|district|county|borough|metropolitan) )+council\b|"
    r"\bcyngor (?:tref|cymuned|dinas|sir|bwrdeistref(?: sirol)?|dosbarth|plwyf) (?P<cy>[\w'’-]+)",
    re.IGNORECASE,
)
_NO_NAME = {"a", "an", "any", "by", "for", "in", "local", "model", "of", "our", "the", "this", "to", "with", "your",
            "and", "or", "i", "y", "yr", "ar", "gan", "lleol"}  # fmt: skip
"""What stands before a kind of council, or behind it, where none is named."""
_ANY_COUNCIL = {"council", "town", "community", "parish", "village", "city", "district", "county", "borough", "the",
                "metropolitan", "and", "with", "cyngor", "tref", "cymuned", "dinas", "sir", "bwrdeistref", "sirol",
                "dosbarth", "plwyf"}  # fmt: skip
"""Words of names that are no name of a place."""


def names_another_council(body: Sequence[Draft], names: Iterable[str]) -> str:
    """The title that names a council of which the document has no word of the name; nothing where there is none."""
    own = {word for name in names for word in _words(name)} - _ANY_COUNCIL
    titles = [plain(one.text) for one in body if one.kind == "title"]
    found = next((title for title in titles if _named(title) - own), "")
    if not own or not found:
        return ""
    said = {word for outer in body for one in outer.walk() for text in one.words() for word in _words(text)}
    return "" if own & said else found


def is_of_another_kind(title: str, kind: str, names: Mapping[str, Iterable[str]]) -> bool:
    """Whether a title has the words of the name of another kind of document, and not those of its own."""
    said = _words(title)
    called = {one for one, known in names.items() if any(_words(name) <= said for name in known)}
    return bool(called) and kind not in called


def _named(title: str) -> set[str]:
    """The places whose councils a title names."""
    return {(one["en"] or one["cy"]).lower() for one in _COUNCIL.finditer(title)} - _NO_NAME


def _words(text: str) -> set[str]:
    return {word for word in re.findall(r"[^\W\d_]+", text.lower()) if len(word) > 2}

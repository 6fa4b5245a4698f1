"""By which words a document calls itself, and whether others name another document."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

_ITSELF = re.compile(
    r"\b(?:this(?! (?:\w+ )?(?:council|authority)\b)|it|(?<!yngor )(?<!wdurdod )h[wo]n)\b", re.IGNORECASE
)
_ARTICLE = re.compile(r"\b(?:the|its|our|an?|yr?|ei|ein)\s+|['’]r\s+", re.IGNORECASE)
_ASIDE = re.compile(
    r",[^,]*,|\([^()]*\)|"
    r"\b(?:by|to|at|of|gan|i|yn)\s+[^,;.]{0,60}?\b(?:committee|panel|board|group|cabinet|meeting|pwyllgor|cyfarfod)\b",
    re.IGNORECASE,
)
"""What stands in the middle of a sentence without being said of its date, and a body that did something."""
_DOCUMENT = re.compile(
    r"\b(?:protocols?|codes?|polic(?:y|ies)(?! committee)|procedures?|orders|regulations|scheme|strategy|plan|charter|"
    r"constitution|handbook|guide(?:lines)?|guidance|register|rules|statement|terms of reference|minutes|"
    r"b?protocol|[cg]od|[pb]olis[iï]\w*|g?weithdrefn\w*|gorchmynion|rheolau|rheoliadau|g?cynllun|strategaeth|"
    r"cyfansoddiad|siarter|cofrestr|canllaw\w*|cofnodion)\b",
    re.IGNORECASE,
)
"""What a document is called that a council may adopt, review or issue."""
_NAME_OF_COUNCIL = re.compile(
    r"(?:[\w'’&-]+\s+){1,4}?(?:town|community|parish|city|county|borough|district|village)\s+(?:\w+\s+)?council\b|"
    r"\b(?:c|g|ngh|ch)yngor (?:tref|cymuned|dinas|sir|bwrdeistref|plwyf)(?:\s+[\w'’-]+){1,2}",
    re.IGNORECASE,
)
_ALIKE = 5
"""Letters in which words are alike that are forms of one: members, membership."""
_OF_ANY = frozenset(word[:_ALIKE] for word in (
    "council", "cyngor", "full", "llawn", "annual", "meeting", "cyfarfod", "protocol", "brotocol", "policy", "polisi",
    "code", "procedure", "document", "dogfen", "date", "dyddiad", "version", "fersiwn", "this", "these", "that",
    "which", "have", "been", "were", "will", "also", "with", "from", "formally", "last", "latest", "next", "adopted",
    "approved", "ratified", "review", "amended", "updated", "revised", "issued", "agreed", "adolygwyd", "mabwysiadwyd",
    "cymeradwywyd", "diwygiwyd", "gyda", "gyngor", "gyfarfod", "blynyddol", "bydd", "cael", "caiff",
))  # fmt: skip
"""The beginnings of words that name no document, or any."""


@dataclass(frozen=True)
class OwnName:
    """The words by which a document calls itself, by their beginnings. By others it names another document."""

    known: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str]) -> "OwnName":
        """Those of its titles."""
        return cls(frozenset(_beginnings(" ".join(names))))

    def names_another(self, words: str) -> bool:
        """Whether words name a document that is not this one: "Code of Conduct" in a protocol."""
        return bool(self.known) and not _ITSELF.search(words) and self._is_another(words)

    def leads_to_another(self, words: str) -> bool:
        """Whether words that begin with this document end with another: "This protocol is read with the Code that"."""
        *before, after = _ITSELF.split(_ASIDE.sub(" ", words))
        _, *named = _ARTICLE.split(after, maxsplit=1)
        return bool(before) and any(map(self._is_another, named))

    def _is_another(self, words: str) -> bool:
        bare = _NAME_OF_COUNCIL.sub(" ", words)
        return bool(_DOCUMENT.search(bare) and self.others(bare))

    def others(self, words: str) -> set[str]:
        """The beginnings of words that are neither its own nor such as any document is called by."""
        return _beginnings(_NAME_OF_COUNCIL.sub(" ", words)) - self.known - _OF_ANY


def _beginnings(words: str) -> set[str]:
    return {word[:_ALIKE] for word in re.findall(r"[^\W\d_]{4,}", words.lower())}

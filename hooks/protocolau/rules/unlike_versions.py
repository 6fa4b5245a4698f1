"""Whether the newest version of a document is one of it at all: its words are compared with those of the one before.

Measured by the pairs of neighbouring words that two texts have in common (Sørensen's coefficient): versions of one
document have 0.94 and more of them in common, councils that used the same model 0.34 to 0.55, councils that did not
0.12 to 0.19, and documents of different kinds at most 0.13.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from protocolau.language.tokens import word_tokens
from protocolau.model.protocol import Document, Version
from protocolau.read.problem import Problem

VERY_UNLIKE = 0.25
"""The likeness below which two texts are asked about."""
FEWEST_WORDS = 100
"""Words below which a text is too short to be judged."""


def unlike_versions(documents: Iterable[Document]) -> Iterator[Problem]:
    """The newest version of a document has much in common with the one before."""
    for document in documents:
        if len(document.versions) > 1:
            yield from _unlike(*document.versions[-2:])


def _unlike(old: Version, new: Version) -> Iterator[Problem]:
    if old.language != new.language:
        return
    words = [_words(version) for version in (old, new)]
    if min(map(len, words)) >= FEWEST_WORDS and likeness(*words) < VERY_UNLIKE:
        what = f"hardly any of its words are those of the version before it, {old.path.name}"
        remedy = "if it is a document of another kind, move it into a folder named for the kind; if not, leave it"
        yield Problem(new.path, 1, what, remedy)


def likeness(one: list[str], other: list[str]) -> float:
    """The share of the pairs of neighbouring words that two texts have in common."""
    pairs = [Counter(pairwise(words)) for words in (one, other)]
    total = sum(counts.total() for counts in pairs)
    return 2 * (pairs[0] & pairs[1]).total() / total if total else 1.0


def _words(version: Version) -> list[str]:
    texts = (text for provision in version.provisions.values() for text in (provision.heading, provision.text))
    return [word for text in texts if text for word in word_tokens(text)]

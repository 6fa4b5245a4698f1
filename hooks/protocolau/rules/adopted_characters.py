"""Characters in a council's own words that look like others: its letters stay, and are written so as to be found."""

from collections.abc import Iterable, Iterator

from protocolau.language.hidden_characters import hidden_characters
from protocolau.model.protocol import Document
from protocolau.model.translation import anchor_of_unit
from protocolau.read.problem import Problem


def adopted_characters(documents: Iterable[Document]) -> Iterator[Problem]:
    """A version's words are NFC, with ordinary spaces, as those that somebody types who looks for them."""
    for version in (version for document in documents for version in document.versions):
        for unit, text in version.units.items():
            provision = version.provisions.get(anchor_of_unit(unit))
            for what, remedy in hidden_characters(text):
                yield Problem(version.path, provision.line if provision else 1, what, remedy)

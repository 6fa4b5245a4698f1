"""What follows from comparing the protocols of a whole library, each thing worked out once, when it is first asked for.

Whoever holds a library holds its index beside it, and lets go of both together.
"""

from functools import cached_property

from protocolau.comparison.edition import page_count
from protocolau.comparison.likeness import Likenesses
from protocolau.comparison.party_names import party_names
from protocolau.language import LANGUAGES
from protocolau.language.tokens import PartyNames
from protocolau.library.library import Library


class ComparisonIndex:
    """What pages share of a comparison: names of parties, likenesses of councils, the lengths of topics' editions."""

    def __init__(self, library: Library):
        self.library = library
        self._page_counts: dict[str, int] = {}

    @cached_property
    def party_names(self) -> dict[str, PartyNames]:
        """By language, the names by which texts call the parties."""
        return {language: party_names(self.library.vocabulary, language) for language in LANGUAGES}

    @cached_property
    def likenesses(self) -> Likenesses:
        """How like the protocols of councils are to each other."""
        return Likenesses(self.library.relations.versions)

    def page_count(self, topic: str) -> int:
        """On how many pages the wordings of a topic stand."""
        if topic not in self._page_counts:
            self._page_counts[topic] = page_count(self.library.relations.speakers[topic], topic)
        return self._page_counts[topic]

"""What follows from comparing the documents of a whole library, each thing worked out once, when it is first asked for.

Whoever holds a library holds its index beside it, and lets go of both together.
"""

from collections.abc import Mapping
from functools import cached_property

from protocolau.comparison.edition import page_count
from protocolau.comparison.likeness import Likenesses
from protocolau.comparison.said_alike import SaidAlike, said_alike
from protocolau.language import LANGUAGES
from protocolau.language.tokens import PartyNames
from protocolau.library.council_values import CouncilValues
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import RELATIONS, Library
from protocolau.library.party_names import party_names


class KindComparison:
    """What pages share of comparing the documents of one kind: their likenesses, the lengths of topics' editions."""

    def __init__(self, index: KindIndex, values: CouncilValues):
        self.index, self._values = index, values
        self._page_counts: dict[str, int] = {}

    @cached_property
    def likenesses(self) -> Likenesses:
        """How like to each other the documents of councils are."""
        return Likenesses(self.index.versions, self.index.vocabulary, self._values)

    @cached_property
    def said_alike(self) -> SaidAlike:
        """What they say alike, by the rows of the roles tables."""
        return said_alike(self.index, self._values)

    def page_count(self, topic: str) -> int:
        """On how many pages the wordings of a topic stand."""
        if topic not in self._page_counts:
            self._page_counts[topic] = page_count(self.index.speakers[topic], topic)
        return self._page_counts[topic]


class ComparisonIndex:
    """What pages share of a comparison: names of parties, and what follows from the documents of each kind."""

    def __init__(self, library: Library, values: CouncilValues | None = None):
        self.library = library
        self.values = values or CouncilValues()
        """What is kept of each council."""

    @cached_property
    def party_names(self) -> dict[str, PartyNames]:
        """By language, the names by which texts call the parties."""
        return {language: party_names(self.library.vocabulary, language) for language in LANGUAGES}

    @cached_property
    def by_kind(self) -> Mapping[str, KindComparison]:
        """For each kind of document what follows from comparing those of it."""
        return {kind: KindComparison(index, self.values) for kind, index in self.library.by_kind.items()}

    @property
    def relations(self) -> KindComparison:
        """What follows from comparing the relations protocols."""
        return self.by_kind[RELATIONS]

    def page_count(self, topic: str) -> int:
        """On how many pages a topic stands: as many as the kind of document with the most wordings needs."""
        speaking = (comparison for comparison in self.by_kind.values() if comparison.index.speakers[topic])
        return max((comparison.page_count(topic) for comparison in speaking), default=1)

    def is_spoken_of(self, topic: str) -> bool:
        """Whether any document that applies speaks of a topic."""
        return any(comparison.index.speakers[topic] for comparison in self.by_kind.values())

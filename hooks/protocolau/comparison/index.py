"""What follows from comparing the documents of a whole library, each thing worked out once, when it is first asked for.

Whoever holds a library holds its index beside it, and lets go of both together.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from protocolau.comparison.edition import page_count
from protocolau.comparison.excerpts import Excerpts, Topics, batches_of
from protocolau.comparison.likeness import Likenesses
from protocolau.comparison.said_alike import SaidAlike, said_alike
from protocolau.comparison.topic_wordings import grouping_key
from protocolau.language import LANGUAGES
from protocolau.language.tokens import PartyNames
from protocolau.library.council_values import CouncilValues
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import RELATIONS, Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Version
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress

Found = TypeVar("Found")
ENOUGH = 12
"""Batches of councils from which on several processes work on them."""


class KindComparison:
    """What pages share of comparing the documents of one kind: their likenesses, the lengths of topics' editions."""

    def __init__(self, index: KindIndex, values: CouncilValues):
        self.index, self._values = index, values
        self._page_counts: dict[str, int] = {}
        self._excerpts: Excerpts | None = None
        self._speaking: tuple[str, tuple[Version, ...]] = ("", ())
        """Of the topic that was asked for last its excerpts: the pages of both languages are made one after another."""

    @cached_property
    def likenesses(self) -> Likenesses:
        """How like to each other the documents of councils are."""
        return Likenesses(self.index.versions, self.index.vocabulary, self._values)

    @cached_property
    def said_alike(self) -> SaidAlike:
        """What they say alike, by the rows of the roles tables."""
        return said_alike(self.index, self._values)

    def speakers(self, topic: str) -> Iterable[Version]:
        """The versions that speak of a topic, in their order: of each an excerpt, where these have been gathered."""
        if not self._excerpts:
            return self.index.speakers[topic]
        if self._speaking[0] != topic:
            self._speaking = topic, tuple(self._excerpts.of(topic))
        return self._speaking[1]

    def let_go_of_excerpts(self) -> None:
        """Let go of what was read of a topic: there may be very many who speak of it."""
        self._speaking = "", ()

    def gather_excerpts(self, folder: Path, recipe: bytes, batches: Sequence[Sequence[str]]) -> Excerpts:
        """Begin to have ready what every version says on each topic: what is kept of batches of councils is there, and
        the others are to be written."""
        own = self.index.by_council
        versions = ([own[slug] for slug in batch if slug in own] for batch in batches)
        self._excerpts = Excerpts(folder, recipe, versions, self._values.stands_for)
        return self._excerpts

    def said(self, topic: str) -> bytes:
        """What is equal as long as the excerpts on a topic, which have to be gathered, say the same."""
        assert self._excerpts, "the excerpts have not been gathered"
        return self._excerpts.said(topic)

    def page_count(self, topic: str) -> int:
        """On how many pages the wordings of a topic stand."""
        if topic not in self._page_counts:
            speaking = len(self.index.speakers[topic])
            self._page_counts[topic] = page_count(speaking, lambda: self._wordings(topic))
        return self._page_counts[topic]

    def _wordings(self, topic: str) -> int:
        """How many wordings of a topic there are."""
        if self._excerpts:
            return self._excerpts.wordings(topic)
        return len({grouping_key(version, topic) for version in self.index.speakers[topic]})


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

    def gather(
        self, folder: Path, recipe: bytes, further: Callable[[Sequence[str]], Found], progress: Progress = SILENT
    ) -> list[Found]:
        """Have ready what every version that applies says on each topic, on all processors where there are many.

        It is kept in files of a folder that has to stay; `recipe` is all by which they are made, but for the councils'
        own files. `further` works out whatever else is asked of all councils while the words of a batch, given by its
        slugs, are at hand. Returns what it found of each batch of which something has changed.
        """
        batches = list(batches_of(self.library.councils))
        excerpts = [one.gather_excerpts(folder, recipe, batches) for one in self.by_kind.values()]
        new = [number for number in range(len(batches)) if not all(one.is_written(number) for one in excerpts)]

        def work(part: Iterable[int]) -> list[tuple[list[Topics], Found]]:
            numbers = progress.through(part, "what is said by topic is found")
            return [([one.write(number) for one in excerpts], further(batches[number])) for number in numbers]

        found = []
        for share, results in parallel_map(new, work, ENOUGH):
            for number, (written, other) in zip(share, results, strict=True):
                for one, topics in zip(excerpts, written, strict=True):
                    one.note(number, topics)
                found.append(other)
        return found

    def let_go_of_excerpts(self) -> None:
        """Let go of what was read of a topic."""
        for comparison in self.by_kind.values():
            comparison.let_go_of_excerpts()

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

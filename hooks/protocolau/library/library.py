"""The library: every council with the vocabulary that they share, on a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from protocolau.language import LANGUAGES
from protocolau.language.phrases import PhraseFinder
from protocolau.library.kind_index import KindIndex
from protocolau.library.party_mentions import party_finder
from protocolau.library.term_finder import TermFinder
from protocolau.model.protocol import Council, Document, Version
from protocolau.model.standing import CurrentVersion, Standing, current, standings, told_of
from protocolau.model.vocabulary import Topic, TopicGroup, Vocabulary

RELATIONS = "relations"
"""The kind of document that stands at a council's own address."""


@dataclass(frozen=True, eq=False)
class Library:
    """Every council by its slug, in alphabetical order of slugs, the vocabulary, and the day of which all is said."""

    vocabulary: Vocabulary
    councils: Mapping[str, Council]
    today: date

    @property
    def sole(self) -> Council | None:
        """The only council, where there is no other: the site is that council's own."""
        return next(iter(self.councils.values())) if len(self.councils) == 1 else None

    def part(self, councils: Iterable[str]) -> "Library":
        """A library of some of the councils, by their slugs, which shares what follows from the vocabulary."""
        made = Library(self.vocabulary, {slug: self.councils[slug] for slug in councils}, self.today)
        made.__dict__.update(party_finders=self.party_finders, term_finders=self.term_finders)
        return made

    def documents(self, kind: str) -> Iterator[tuple[Council, Document]]:
        """The documents of a kind, each with its council."""
        for council in self.councils.values():
            if kind in council.documents:
                yield council, council.documents[kind]

    def versions(self) -> Iterator[Version]:
        """Every version of every document, council by council."""
        for council in self.councils.values():
            yield from council.versions

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of which some council has a document, in the order of the vocabulary."""
        present = {kind for council in self.councils.values() for kind in council.documents}
        return tuple(kind for kind in self.vocabulary.documents if kind in present)

    @cached_property
    def current(self) -> Mapping[tuple[str, str], CurrentVersion]:
        """By council and kind the version to be shown, and how it stands."""
        return {
            (council.slug, kind): current(council, document, self.today)
            for council in self.councils.values()
            for kind, document in council.documents.items()
        }

    def version_shown(self, council: str, kind: str = RELATIONS) -> Version:
        """The version of a council's document that is shown at the document's address. KeyError: it has none."""
        return self.current[council, kind].version

    def document_of(self, version: Version) -> Document:
        """The document of which a version is one."""
        return self.councils[version.council].documents[version.kind]

    def is_shown(self, version: Version) -> bool:
        """Whether a version is the one that is shown at the address of its document."""
        return self.version_shown(version.council, version.kind) is version

    @cached_property
    def standings(self) -> Mapping[Version, Standing]:
        """How every version stands."""
        return {
            version: standing
            for council in self.councils.values()
            for document in council.documents.values()
            for version, standing in standings(council, document, self.today)
        }

    def told_of(self, version: Version) -> str:
        """What is to be said of how a version stands: its standing, with `.unsure` behind it where a date known to the
        month or the year alone may have changed that already."""
        return told_of(self.councils[version.council], self.document_of(version), version, self.today)

    def is_sure_of(self, version: Version) -> bool:
        """Whether no date known to the month or the year alone may have changed how a version stands."""
        return self.told_of(version) == self.standings[version]

    @cached_property
    def by_kind(self) -> Mapping[str, KindIndex]:
        """For each kind what follows from its documents together."""
        return {slug: self._kind_index(slug) for slug in self.vocabulary.documents}

    def _kind_index(self, kind: str) -> KindIndex:
        shown = (self.current[council.slug, kind] for council, _ in self.documents(kind))
        compared = (one.version for one in shown if one.standing.applies and not one.version.awaiting_review)
        return KindIndex(self.vocabulary, self.vocabulary.documents[kind], tuple(compared))

    @property
    def relations(self) -> KindIndex:
        """What follows from the relations protocols together."""
        return self.by_kind[RELATIONS]

    @cached_property
    def spoken_groups(self) -> tuple[tuple[TopicGroup, tuple[Topic, ...]], ...]:
        """The groups of topics, each with those of which some relations protocol speaks; no group without any."""
        speakers = self.relations.speakers
        groups = ((one, tuple(topic for topic in one.topics if speakers[topic.slug])) for one in self.vocabulary.groups)
        return tuple((group, topics) for group, topics in groups if topics)

    @cached_property
    def party_finders(self) -> Mapping[str, PhraseFinder[str]]:
        """By language what finds the parties, by their slugs, in its texts."""
        return {language: party_finder(self.vocabulary, language) for language in LANGUAGES}

    @cached_property
    def term_finders(self) -> Mapping[str, TermFinder]:
        """By language what finds the terms of the glossary in its texts."""
        return {language: TermFinder(self.vocabulary, language) for language in LANGUAGES}

"""The vocabulary that every document shares: topics, parties, kinds of document, policies, glossary, councils."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from protocolau.runtime.values import value

MEMBERS: Final = "members"
OFFICERS: Final = "officers"
BOTH: Final = "both"
Side = Literal["members", "officers", "both"]
"""The side on which a party stands; a party on neither has none."""


@value(frozen=True, slots=True)
class Bilingual:
    """The same words in both languages of the site."""

    en: str
    cy: str

    def __getitem__(self, language: str) -> str:
        """The words in a language, by its code."""
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Topic:
    """A shared idea by which statements of different councils are put side by side."""

    slug: str
    group: str
    """The slug of the group in which it stands."""
    name: Bilingual
    summary: Bilingual
    """What a statement on it says."""
    excludes: Bilingual | None = None
    """What is near and belongs elsewhere."""
    see: tuple[str, ...] = ()
    """The neighbouring topics."""


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics that belong together, in the order in which they are shown."""

    slug: str
    name: Bilingual
    summary: Bilingual
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Whoever does a thing or may expect it: members, officers, or a body or person on one of the sides or neither."""

    slug: str
    name: Bilingual
    summary: Bilingual
    side: Side | None
    called: Mapping[str, tuple[str, ...]]
    """What protocols call one of them, by language; Welsh unmutated."""
    called_together: Mapping[str, tuple[str, ...]]
    """What they call several of them."""
    excepted: Mapping[str, tuple[str, ...]]
    """Phrases that hold such a name and mean somebody else."""
    named_as: Mapping[str, tuple[str, ...]]
    """Further names of those who belong to it, which are not each other's."""


@dataclass(frozen=True, slots=True)
class DocumentKind:
    """A kind of document that councils adopt. Comparison, silence and likeness are within a kind."""

    slug: str
    name: Bilingual
    plural: Bilingual
    summary: Bilingual
    expects: frozenset[str]
    """The topics that one may expect a document of this kind to speak of."""


@dataclass(frozen=True, slots=True)
class Policy:
    """A law, code, procedure or guide that provisions cite, and the words by which they do."""

    slug: str
    kind: str
    """`law`, `code`, `procedure`, `rules`, `principles` or `guidance`."""
    name: Bilingual
    summary: Bilingual
    phrases: Mapping[str, tuple[str, ...]]
    """The words by which it is cited, by language; Welsh unmutated."""


@dataclass(frozen=True, slots=True)
class Term:
    """An entry of the glossary."""

    slug: str
    name: Bilingual
    plural: Bilingual | None
    explanation: Bilingual
    also: Mapping[str, tuple[str, ...]]
    """Other words for it, by language."""
    avoid: Mapping[str, tuple[str, ...]]
    """Renderings that are wrong or misleading, by language."""
    seen: Bilingual | None
    """Where the Welsh was seen in print."""
    draft: bool
    """Whether the rendering has not been found in print."""
    excepted: Mapping[str, tuple[str, ...]]
    """Phrases, by language, that hold a word for it and mean something else."""
    found_as: Mapping[str, tuple[str, ...]]
    """The phrases, by language, by which alone it is found where a word for it mostly means something else."""
    explained: bool
    """Whether it is explained where it stands in a text; otherwise it is only fixed for translators."""

    def phrases(self, language: str) -> tuple[str, ...]:
        """All that it is called in a language; Welsh unmutated."""
        plural = (self.plural[language],) if self.plural else ()
        return (self.name[language], *plural, *self.also.get(language, ()))


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything that protocols are tagged and explained with; every mapping is by slug."""

    groups: tuple[TopicGroup, ...]
    parties: Mapping[str, Party]
    documents: Mapping[str, DocumentKind]
    policies: Mapping[str, Policy]
    terms: Mapping[str, Term]
    kinds: Mapping[str, Bilingual]
    """The kinds of council."""
    nations: Mapping[str, Bilingual]
    topics: Mapping[str, Topic]
    """The topics of all groups, in their order."""

    def side_of(self, parties: Iterable[str]) -> Side | None:
        """The side of some parties together: both where they stand on both, None where none stands on any."""
        found: Side | None = None
        for slug in parties:
            side = self.parties[slug].side
            if side and side != found:
                if found or side == BOTH:
                    return "both"
                found = side
        return found

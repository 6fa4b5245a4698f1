"""The vocabulary that every protocol shares: topics, parties, policies, glossary, kinds, nations."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """The same words in both languages of the site."""

    en: str
    cy: str

    def __getitem__(self, language: str) -> str:
        """The words in a language, by its code."""
        return self.cy if language == "cy" else self.en


@dataclass(frozen=True, slots=True)
class Topic:
    """A shared idea by which provisions of different councils are put side by side."""

    slug: str
    group: str
    """The slug of the group in which it stands."""
    name: Bilingual
    summary: Bilingual


@dataclass(frozen=True, slots=True)
class TopicGroup:
    """Topics that belong together, in the order in which they are shown."""

    slug: str
    name: Bilingual
    summary: Bilingual
    topics: tuple[Topic, ...]


@dataclass(frozen=True, slots=True)
class Party:
    """Who has the role, is bound by the rule or may expect the thing."""

    slug: str
    name: Bilingual
    summary: Bilingual
    called: Mapping[str, tuple[str, ...]]
    """What protocols call one of them, by language; Welsh unmutated."""
    called_together: Mapping[str, tuple[str, ...]]
    """What they call several of them."""
    excepted: Mapping[str, tuple[str, ...]]
    """Phrases that hold such a name and mean somebody else."""


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


@dataclass(frozen=True, eq=False)
class Vocabulary:
    """Everything that protocols are tagged and explained with; every mapping is by slug."""

    groups: tuple[TopicGroup, ...]
    parties: Mapping[str, Party]
    policies: Mapping[str, Policy]
    terms: Mapping[str, Term]
    kinds: Mapping[str, Bilingual]
    """The kinds of council."""
    nations: Mapping[str, Bilingual]
    topics: Mapping[str, Topic]
    """The topics of all groups, in their order."""

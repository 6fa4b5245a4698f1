"""The library: every council with the vocabulary that they share."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from protocolau.language import LANGUAGES
from protocolau.library.term_finder import TermFinder
from protocolau.model.protocol import Council, Provision, Version
from protocolau.model.vocabulary import Vocabulary


@dataclass(frozen=True, eq=False)
class Library:
    """Every council by its slug, in alphabetical order of slugs, and the vocabulary."""

    vocabulary: Vocabulary
    councils: Mapping[str, Council]

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """The version in force of each council."""
        return tuple(council.in_force for council in self.councils.values())

    @cached_property
    def speakers(self) -> dict[str, tuple[Version, ...]]:
        """For each topic of the vocabulary the versions in force that speak of it; the others are silent."""
        found: dict[str, list[Version]] = {topic: [] for topic in self.vocabulary.topics}
        for version in self.versions:
            for topic in version.by_topic:
                found[topic].append(version)
        return {topic: tuple(versions) for topic, versions in found.items()}

    @cached_property
    def term_finders(self) -> Mapping[str, TermFinder]:
        """By language what finds the terms of the glossary in its texts."""
        return {language: TermFinder(self.vocabulary, language) for language in LANGUAGES}

    @cached_property
    def citing(self) -> Mapping[str, Mapping[str, tuple[Provision, ...]]]:
        """For each policy that is cited the councils that cite it, by slug, each with the provisions that do."""
        citing: dict[str, dict[str, list[Provision]]] = {}
        for version in self.versions:
            for provision in version.provisions.values():
                for policy in provision.policies:
                    citing.setdefault(policy, {}).setdefault(version.council, []).append(provision)
        return {
            policy: {council: tuple(provisions) for council, provisions in councils.items()}
            for policy, councils in citing.items()
        }

    def silent(self, topic: str) -> list[Council]:
        """The councils that say nothing on a topic."""
        speaking = {version.council for version in self.speakers[topic]}
        return [council for slug, council in self.councils.items() if slug not in speaking]

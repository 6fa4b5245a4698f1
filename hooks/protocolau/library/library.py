"""The library: every council with the vocabulary that they share."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from protocolau.model.protocol import Council, Version
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

    def silent(self, topic: str) -> list[Council]:
        """The councils that say nothing on a topic."""
        speaking = {version.council for version in self.speakers[topic]}
        return [council for slug, council in self.councils.items() if slug not in speaking]

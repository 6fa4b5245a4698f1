"""What follows from the documents of one kind together: who speaks of what, who is silent."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from protocolau.model.protocol import Version
from protocolau.model.vocabulary import DocumentKind, Topic, Vocabulary


@dataclass(frozen=True, eq=False)
class KindIndex:
    """The documents of a kind that apply, one version for each council, without those that await review."""

    vocabulary: Vocabulary
    kind: DocumentKind
    versions: tuple[Version, ...]
    """In alphabetical order of councils' slugs."""

    @property
    def is_comparable(self) -> bool:
        """Whether there are any two to compare."""
        return len(self.versions) > 1

    @cached_property
    def by_council(self) -> Mapping[str, Version]:
        """By the slug of a council its version."""
        return {version.council: version for version in self.versions}

    @cached_property
    def speakers(self) -> Mapping[str, tuple[Version, ...]]:
        """For each topic of the vocabulary the versions that speak of it."""
        speakers: dict[str, list[Version]] = {topic: [] for topic in self.vocabulary.topics}
        for version in self.versions:
            for topic in version.spoken:
                speakers[topic].append(version)
        return {topic: tuple(versions) for topic, versions in speakers.items()}

    @cached_property
    def topics(self) -> tuple[Topic, ...]:
        """The topics of which some version speaks, in the order of the vocabulary."""
        return tuple(topic for topic in self.vocabulary.topics.values() if self.speakers[topic.slug])

    def silences(self, version: Version) -> Iterator[Topic]:
        """The topics on which a version is silent.

        That is a public statement about a council: it is made only of a topic that the kind of document expects and
        of which another document of the kind speaks, and never of a version that awaits review.
        """
        if version.awaiting_review:
            return
        for topic in self.topics:
            if topic.slug not in self.kind.expects or topic.slug in version.spoken:
                continue
            if any(speaker.council != version.council for speaker in self.speakers[topic.slug]):
                yield topic

    def silent(self, topic: str) -> tuple[Version, ...]:
        """The versions that are silent on a topic, as `silences` has it."""
        if topic not in self.kind.expects or not self.speakers[topic]:
            return ()
        return tuple(version for version in self.versions if topic not in version.spoken)

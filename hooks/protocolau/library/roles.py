"""The roles table in Conwy's manner: members on the left, officers on the right, one row a topic.

Conwy's own table ends with a row that serves both columns; so does ours, wherever a provision
speaks of members and officers alike.
"""

from dataclasses import dataclass

from protocolau.model.protocol import Provision, Version
from protocolau.model.vocabulary import Topic, Vocabulary

ROLES, EXPECTATIONS = "roles", "expectations"
"""The groups of topics from which the two tables are made."""


@dataclass(frozen=True, slots=True)
class RolesRow:
    """What one council says on one topic, sorted by the party of whom it says so."""

    topic: Topic
    members: tuple[Provision, ...]
    officers: tuple[Provision, ...]
    both: tuple[Provision, ...]


def roles_rows(version: Version, vocabulary: Vocabulary, group: str) -> tuple[RolesRow, ...]:
    """The rows of one group of topics, in the order of the vocabulary, without the silent ones."""
    topics = next((found.topics for found in vocabulary.groups if found.slug == group), ())
    return tuple(roles_row(version, topic) for topic in topics if topic.slug in version.by_topic)


def roles_row(version: Version, topic: Topic) -> RolesRow:
    """The provisions of a version on a topic, by party. One that names no party serves both."""
    provisions = version.by_topic.get(topic.slug, ())
    by_party = {
        party: tuple(provision for provision in provisions if (provision.party or "both") == party)
        for party in ("members", "officers", "both")
    }
    return RolesRow(topic, **by_party)

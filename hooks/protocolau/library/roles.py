"""The roles table in Conwy's manner: members on the left, officers on the right, one row a topic.

Conwy's own table ends with a row that serves both columns; so does ours, wherever a provision
speaks of members and officers alike.
"""

from dataclasses import dataclass

from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import BOTH, MEMBERS, OFFICERS, Topic, Vocabulary

ROLES, EXPECTATIONS = "roles", "expectations"
"""The groups of topics from which the two tables are made."""


@dataclass(frozen=True, slots=True)
class RolesRow:
    """What one council says on one topic, sorted by the party of whom it says so."""

    topic: Topic
    members: tuple[Statement, ...]
    officers: tuple[Statement, ...]
    both: tuple[Statement, ...]


def roles_rows(version: Version, vocabulary: Vocabulary, group: str) -> tuple[RolesRow, ...]:
    """The rows of one group of topics, in the order of the vocabulary, without the silent ones."""
    topics = next((found.topics for found in vocabulary.groups if found.slug == group), ())
    return tuple(roles_row(version, topic, vocabulary) for topic in topics if topic.slug in version.by_topic)


def roles_row(version: Version, topic: Topic, vocabulary: Vocabulary) -> RolesRow:
    """The statements of a version on a topic, by the side of whom each binds. One that names no side serves both."""
    sides: dict[str, list[Statement]] = {MEMBERS: [], OFFICERS: [], BOTH: []}
    for statement in version.by_topic.get(topic.slug, ()):
        sides[vocabulary.side_of(statement.by) or BOTH].append(statement)
    return RolesRow(topic, tuple(sides[MEMBERS]), tuple(sides[OFFICERS]), tuple(sides[BOTH]))

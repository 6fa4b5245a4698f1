"""The roles tables in Conwy's manner: members on the left, officers on the right, one row a topic.

Conwy's own table ends with a row that serves both columns; so does ours, wherever a statement speaks of members and
officers alike. What is said of bodies and people on neither side, or of nobody in particular, has a row of its own.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import BOTH, MEMBERS, OFFICERS, Side, Topic, TopicGroup, Vocabulary

ABOUT, EXPECTATIONS, DISPUTES = "about", "expectations", "disputes"
"""Groups of topics of which the tables take not all."""


class RolesTable(Enum):
    """The two tables."""

    ROLES = "roles"
    """Who does, must, should or may do a thing."""
    EXPECTATIONS = "expectations"
    """Who may expect it of others."""


@dataclass(frozen=True, slots=True)
class RolesRow:
    """What one version says on one topic, by the side of whom it says so."""

    topic: Topic
    members: tuple[Statement, ...]
    officers: tuple[Statement, ...]
    both: tuple[Statement, ...]
    others: tuple[Statement, ...]
    """What is said of parties on neither side, or of nobody in particular."""

    @property
    def places(self) -> tuple[tuple[Statement, ...], ...]:
        """The statements in each of its four places."""
        return self.members, self.officers, self.both, self.others


Denied = Callable[[Version, Statement], bool]
"""Whether a statement of a version denies that its people may expect what it says."""


def parties_in(table: RolesTable, statement: Statement) -> tuple[str, ...]:
    """The parties by whom a table sorts a statement."""
    return statement.by if table is RolesTable.ROLES else statement.to


def topic_groups(table: RolesTable, vocabulary: Vocabulary) -> Iterator[TopicGroup]:
    """The groups whose topics may have a row in a table.

    What a protocol says of itself gives no role. Nor is it an expectation to whom a complaint goes.
    """
    left_out = {ABOUT} if table is RolesTable.ROLES else {ABOUT, DISPUTES}
    return (group for group in vocabulary.groups if group.slug not in left_out)


def _never(version: Version, statement: Statement) -> bool:
    return False


def has_row(
    table: RolesTable, version: Version, topic: Topic, vocabulary: Vocabulary, is_denied: Denied = _never
) -> bool:
    """Whether what a version says on a topic gives it a row in a table.

    In the table of expectations it does where members or officers may expect something that is not denied them. In
    the table of roles every topic of which the version speaks has a row, but for those on which it only says what
    either may expect.
    """
    statements = version.by_topic.get(topic.slug)
    if not statements:
        return False
    is_expected = [vocabulary.side_of(statement.to) is not None for statement in statements]
    if table is RolesTable.EXPECTATIONS:
        return any(
            expected and not is_denied(version, statement)
            for expected, statement in zip(is_expected, statements, strict=True)
        )
    return topic.group != EXPECTATIONS or not all(is_expected)


def roles_row(
    table: RolesTable, version: Version, topic: Topic, vocabulary: Vocabulary, is_denied: Denied = _never
) -> RolesRow:
    """All that a version says on a topic, in its places: of a side that has nothing there, nothing is said. What is
    denied nobody may expect."""
    places: dict[Side | None, list[Statement]] = {MEMBERS: [], OFFICERS: [], BOTH: [], None: []}
    for statement in version.by_topic.get(topic.slug, ()):
        parties = parties_in(table, statement)
        if table is RolesTable.ROLES or (parties and not is_denied(version, statement)):
            places[vocabulary.side_of(parties)].append(statement)
    members, officers, both, others = map(tuple, places.values())
    return RolesRow(topic, members, officers, both, others)

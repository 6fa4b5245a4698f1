"""The roles table, for one council on its own page and for all of them together on /roles/."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.comparison.topic_wordings import same_words
from protocolau.language.marks import plain
from protocolau.library.roles import EXPECTATIONS, ROLES, RolesRow, roles_row
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.version_view import VersionView, version_view_of

SameWords = list[tuple[Version, Statement]]
"""Provisions whose words are the same, each with the version that it stands in."""

MOST = 8
"""Wordings shown in a cell of the table of all councils; the topic's own page has every one."""


@dataclass(frozen=True, slots=True)
class RolesCell:
    """One provision in a roles table: its words, where they stand, and who else says the same."""

    text: str
    language: str
    where: str
    """What to call the provision in a reference to it."""
    statement: Statement
    version: Version
    also: int = 0
    """The number of other councils that say it in the same words."""
    repeated: bool = False
    """Whether its words already stand in a row above."""


@dataclass(frozen=True, slots=True)
class RolesRowView:
    """A row of a roles table."""

    topic: Topic
    members: list[RolesCell]
    officers: list[RolesCell]
    both: list[RolesCell]
    more: int = 0
    """Wordings left to the topic's own page."""


class RolesCells:
    """Makes the cells of one council's table, each provision's words once."""

    def __init__(self, version_view: VersionView):
        self._view = version_view
        self._seen: set[tuple[str, int]] = set()

    def cell(self, statement: Statement) -> RolesCell:
        """The cell of a statement."""
        key = (statement.anchor, statement.position)
        repeated = key in self._seen
        self._seen.add(key)
        return _cell(self._view, statement, repeated)


def _cell(view: VersionView, statement: Statement, repeated: bool = False, also: int = 0) -> RolesCell:
    words = view.reading.statement(statement)
    where = view.citation(statement.anchor)
    return RolesCell(plain(words.text), words.language, where, statement, view.version, also, repeated)


def shown_rows(cells: RolesCells, rows: tuple[RolesRow, ...]) -> list[RolesRowView]:
    """The rows of one council's table."""
    return [
        RolesRowView(
            one.topic,
            [cells.cell(statement) for statement in one.members],
            [cells.cell(statement) for statement in one.officers],
            [cells.cell(statement) for statement in one.both],
        )
        for one in rows
    ]


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The roles tables of all councils together."""
    t = rendering.messages
    version_views = {
        version.council: version_view_of(rendering, version) for version in rendering.library.relations.versions
    }
    groups = [group for group in rendering.library.vocabulary.groups if group.slug in (ROLES, EXPECTATIONS)]
    yield Page(
        language=rendering.language,
        address="roles/",
        section="roles",
        title=t("roles.title"),
        description=t("roles.description"),
        content=rendering.render(
            "pages/roles.html",
            groups=[
                (group, [_row_of_all(rendering, version_views, topic) for topic in group.topics]) for group in groups
            ],
        ),
    )


def _row_of_all(rendering: RenderContext, version_views: dict[str, VersionView], topic: Topic) -> RolesRowView:
    rows = [
        (version, roles_row(version, topic, rendering.library.vocabulary))
        for version in rendering.library.relations.speakers[topic.slug]
    ]
    members = _grouped([(version, statement) for version, row in rows for statement in row.members])
    officers = _grouped([(version, statement) for version, row in rows for statement in row.officers])
    both = _grouped([(version, statement) for version, row in rows for statement in row.both])
    return RolesRowView(
        topic,
        _group_cells(version_views, members),
        _group_cells(version_views, officers),
        _group_cells(version_views, both),
        more=sum(len(groups[MOST:]) for groups in (members, officers, both)),
    )


def _group_cells(version_views: dict[str, VersionView], groups: list[SameWords]) -> list[RolesCell]:
    return [_group_cell(version_views, group) for group in groups[:MOST]]


def _grouped(said: SameWords) -> list[SameWords]:
    """What is said in the same words, together; the wording most in use first."""
    groups: dict[str, SameWords] = {}
    for version, statement in said:
        groups.setdefault(same_words(plain(statement.text)), []).append((version, statement))
    return sorted(groups.values(), key=lambda group: -_councils(group))


def _councils(group: SameWords) -> int:
    return len({version.council for version, _ in group})


def _group_cell(version_views: dict[str, VersionView], group: SameWords) -> RolesCell:
    version, statement = group[0]
    return _cell(version_views[version.council], statement, also=_councils(group) - 1)

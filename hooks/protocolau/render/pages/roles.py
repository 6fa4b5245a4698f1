"""The roles table, for one council on its own page and for all of them together on /roles/."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.comparison.topic_wordings import same_words
from protocolau.language.marks import plain
from protocolau.library.roles import EXPECTATIONS, ROLES, RolesRow, roles_row
from protocolau.model.protocol import Provision, Version
from protocolau.model.vocabulary import Topic
from protocolau.render.citations import excerpt
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.version_view import VersionView, version_view_of

SameWords = list[tuple[Version, Provision]]
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
    provision: Provision
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
        self._showing = version_view
        self._seen: set[str] = set()

    def cell(self, provision: Provision) -> RolesCell:
        """The cell of a provision."""
        repeated = provision.anchor in self._seen
        self._seen.add(provision.anchor)
        return _cell(self._showing, provision, repeated)


def _cell(version_view: VersionView, provision: Provision, repeated: bool = False, also: int = 0) -> RolesCell:
    source = provision.text or provision.heading or ""
    name = provision.anchor if provision.text else f"{provision.anchor} heading"
    said = version_view.reading.say(name, source, provision.language)
    where = version_view.citation(provision.anchor)
    return RolesCell(excerpt(said.text), said.language, where, provision, version_view.version, also, repeated)


def shown_rows(cells: RolesCells, rows: tuple[RolesRow, ...]) -> list[RolesRowView]:
    """The rows of one council's table."""
    return [
        RolesRowView(
            one.topic,
            [cells.cell(provision) for provision in one.members],
            [cells.cell(provision) for provision in one.officers],
            [cells.cell(provision) for provision in one.both],
        )
        for one in rows
    ]


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The roles tables of all councils together."""
    t = rendering.messages
    version_views = {version.council: version_view_of(rendering, version) for version in rendering.library.versions}
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
    rows = [(version, roles_row(version, topic)) for version in rendering.library.speakers[topic.slug]]
    members = _grouped([(version, provision) for version, row in rows for provision in row.members])
    officers = _grouped([(version, provision) for version, row in rows for provision in row.officers])
    both = _grouped([(version, provision) for version, row in rows for provision in row.both])
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
    for version, provision in said:
        groups.setdefault(same_words(plain(provision.text or provision.heading or "")), []).append((version, provision))
    return sorted(groups.values(), key=lambda group: -_councils(group))


def _councils(group: SameWords) -> int:
    return len({version.council for version, _ in group})


def _group_cell(version_views: dict[str, VersionView], group: SameWords) -> RolesCell:
    version, provision = group[0]
    return _cell(version_views[version.council], provision, also=_councils(group) - 1)

"""The roles table, for one council on its own page and for all of them together on /roles/."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.comparison.wordings import same_words
from protocolau.library.roles import EXPECTATIONS, ROLES, Row, row
from protocolau.model.marks import plain
from protocolau.model.protocol import Provision, Version
from protocolau.model.vocabulary import Topic
from protocolau.render.page import Page, Studio
from protocolau.render.provisions import Showing, citation, excerpt, showing_of

MOST = 8
"""Wordings shown in a cell of the table of all councils; the topic's own page has every one."""


@dataclass(frozen=True, slots=True)
class Cell:
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
class ShownRow:
    """A row of a roles table."""

    topic: Topic
    members: list[Cell]
    officers: list[Cell]
    both: list[Cell]
    more: int = 0
    """Wordings left to the topic's own page."""


class Cells:
    """Makes the cells of one council's table, each provision's words once."""

    def __init__(self, showing: Showing):
        self._showing = showing
        self._seen: set[str] = set()

    def cell(self, provision: Provision) -> Cell:
        """The cell of a provision."""
        repeated = provision.anchor in self._seen
        self._seen.add(provision.anchor)
        return _cell(self._showing, provision, repeated)


def _cell(showing: Showing, provision: Provision, repeated: bool = False, also: int = 0) -> Cell:
    source = provision.text or provision.heading or ""
    name = provision.anchor if provision.text else f"{provision.anchor} heading"
    said = showing.reading.say(name, source, provision.language)
    where = citation(showing.interface, showing.reading, provision.anchor)
    return Cell(excerpt(said.text), said.language, where, provision, showing.version, also, repeated)


def shown_rows(cells: Cells, rows: tuple[Row, ...]) -> list[ShownRow]:
    """The rows of one council's table."""
    return [
        ShownRow(
            one.topic,
            [cells.cell(provision) for provision in one.members],
            [cells.cell(provision) for provision in one.officers],
            [cells.cell(provision) for provision in one.both],
        )
        for one in rows
    ]


def pages(studio: Studio) -> Iterator[Page]:
    """The roles tables of all councils together."""
    t = studio.words
    showings = {version.council: showing_of(studio, version) for version in studio.library.versions}
    groups = [group for group in studio.library.vocabulary.groups if group.slug in (ROLES, EXPECTATIONS)]
    yield Page(
        language=studio.language,
        address="roles/",
        section="roles",
        title=t("roles.title"),
        description=t("roles.description"),
        content=studio.render(
            "pages/roles.html",
            groups=[(group, [_row_of_all(studio, showings, topic) for topic in group.topics]) for group in groups],
        ),
    )


def _row_of_all(studio: Studio, showings: dict[str, Showing], topic: Topic) -> ShownRow:
    rows = [(version, row(version, topic)) for version in studio.library.speakers[topic.slug]]
    columns, more = [], 0
    for party in ("members", "officers", "both"):
        groups = _grouped([(version, one) for version, found in rows for one in getattr(found, party)])
        columns.append([_group_cell(showings, group) for group in groups[:MOST]])
        more += len(groups[MOST:])
    return ShownRow(topic, *columns, more)


Said = list[tuple[Version, Provision]]


def _grouped(said: Said) -> list[Said]:
    """What is said in the same words, together; the wording most in use first."""
    groups: dict[str, Said] = {}
    for version, provision in said:
        groups.setdefault(same_words(plain(provision.text or provision.heading or "")), []).append((version, provision))
    return sorted(groups.values(), key=lambda group: -_councils(group))


def _councils(group: Said) -> int:
    return len({version.council for version, _ in group})


def _group_cell(showings: dict[str, Showing], group: Said) -> Cell:
    version, provision = group[0]
    return _cell(showings[version.council], provision, also=_councils(group) - 1)

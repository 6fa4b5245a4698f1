"""Councils, the versions of their protocols, and the provisions that these are made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from protocolau.language import Language
from protocolau.model.labels import Label, labels_of
from protocolau.model.vocabulary import Bilingual
from protocolau.read.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a provision of kind `cell`."""

    columns: tuple["Provision", ...]
    """The heads of the columns; none where none are printed."""
    rows: tuple[tuple["Provision", ...], ...]
    row_headers: bool
    """Whether the first cell of each row names the row."""


@dataclass(frozen=True, slots=True)
class CycleStage:
    """A stage of a cycle and the party that leads it."""

    label: Bilingual
    party: str | None
    """By its slug in the vocabulary."""


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing of the source: redrawn by the editors from its steps, or known to be missing."""

    kind: str | None
    """`cycle`; None where the drawing is missing."""
    steps: tuple[CycleStage, ...]


@dataclass(frozen=True, slots=True)
class Provision:
    """Any numbered or unnumbered unit of a protocol. Its words are as adopted, to the letter."""

    anchor: str
    """Its permanent id, as anchors.py gives it."""
    kind: str
    """`section`, `clause`, `paragraph`, `item`, `table`, `diagram`, `cell`, or a kind that an editor wrote."""
    line: int
    """The line of the YAML file on which it begins."""
    number: str | None = None
    """As printed, punctuation included; never computed."""
    heading: str | None = None
    text: str | None = None
    """One paragraph, with marks of emphasis (language/marks.py)."""
    language: Language = "en"
    topics: tuple[str, ...] = ()
    """By their slugs in the vocabulary, the main one first."""
    party: str | None = None
    """The slug of the party that has the role, is bound by it or may expect it."""
    policies: tuple[str, ...] = ()
    """The slugs of those that these very words cite."""
    refers_to: tuple[str, ...] = ()
    """The anchors of provisions of this protocol to which the words refer."""
    span: int = 1
    """The columns that a cell covers."""
    items: tuple["Provision", ...] = ()
    """The list that follows the text."""
    table: Table | None = None
    diagram: Diagram | None = None
    provisions: tuple["Provision", ...] = ()
    """What follows inside it: clauses, further paragraphs."""
    notes: tuple[Bilingual, ...] = ()
    """Editors' notes: never the council's words."""

    def children(self) -> Iterator["Provision"]:
        """What stands inside it, in the order of the document."""
        yield from self.items
        if self.table:
            yield from self.table.columns
            for row in self.table.rows:
                yield from row
        yield from self.provisions

    def walk(self) -> Iterator["Provision"]:
        """Itself and everything inside it, in the order of the document."""
        yield self
        for child in self.children():
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Unit:
    """A translated piece of text beside the text from which it was made."""

    source: str
    """The text from which it was made; today's may be another."""
    target: str
    """The translation."""
    state: str
    """`adopted`, `reviewed` or `draft`: what its translator says of it."""
    path: Path
    """The file in which it stands: an older version's, where it is inherited from that."""
    line: int
    """The line of that file on which it begins."""
    note: str | None = None
    """The translator's."""
    waive: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The checks that do not apply to it, by name, each with the reason."""


@dataclass(frozen=True, eq=False)
class Translation:
    """The translation of a version into one language, unit by unit."""

    language: Language
    path: Path
    """The version's own file of translation; without one, that from which it inherits."""
    units: Mapping[str, Unit]
    """By the names that Version.units has."""


@dataclass(frozen=True, eq=False)
class Version:
    """One adopted text of a protocol: immutable once adopted."""

    council: str
    """The council's slug."""
    slug: str
    """The name of its file: the date of adoption, or `undated`."""
    path: Path
    title: str
    language: Language
    """The language in which it was adopted."""
    body: tuple[Provision, ...]
    adopted: PartialDate | None = None
    reviewed: PartialDate | None = None
    review_due: PartialDate | None = None
    issued: PartialDate | None = None
    source: str | None = None
    """The file name of the document from which the text was taken."""
    notes: tuple[Bilingual, ...] = ()
    """Editors' notes on the whole document."""
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """The translations of it, by their language."""

    def translated(self, translations: Iterable[Translation]) -> "Version":
        """The same version with these translations, instead of those that it has."""
        return replace(self, translations={translation.language: translation for translation in translations})

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by its anchor, in the order of the document."""
        return {provision.anchor: provision for part in self.body for provision in part.walk()}

    @cached_property
    def labels(self) -> dict[str, Label]:
        """What to call each provision in a reference to it, by its anchor."""
        return labels_of(self.body)

    @cached_property
    def units(self) -> dict[str, str]:
        """Every text that can be translated, by its unit: an anchor, or an anchor and ` heading`."""
        units = {"document title": self.title}
        for anchor, provision in self.provisions.items():
            if provision.language != self.language:
                continue
            if provision.heading:
                units[f"{anchor} heading"] = provision.heading
            if provision.text:
                units[anchor] = provision.text
        return units

    @cached_property
    def by_topic(self) -> dict[str, tuple[Provision, ...]]:
        """The provisions that speak of each topic, in the order of the document."""
        return _grouped((topic, provision) for provision in self.provisions.values() for topic in provision.topics)

    @cached_property
    def cited_by(self) -> dict[str, tuple[Provision, ...]]:
        """For each anchor that other provisions refer to, those provisions."""
        return _grouped((anchor, provision) for provision in self.provisions.values() for anchor in provision.refers_to)

    @cached_property
    def cell_heads(self) -> dict[str, tuple[Provision, ...]]:
        """For each cell of a table's rows, by its anchor, the cells that name its row and its column."""
        return {
            cell.anchor: tuple(head for head in _heads(table, row, place) if head.text)
            for table in (provision.table for provision in self.provisions.values() if provision.table)
            for row in table.rows
            for place, cell in enumerate(row)
        }


def _grouped(pairs: Iterable[tuple[str, Provision]]) -> dict[str, tuple[Provision, ...]]:
    """The provisions of pairs that have one key, by that key, in their order."""
    by_key: dict[str, list[Provision]] = {}
    for key, provision in pairs:
        by_key.setdefault(key, []).append(provision)
    return {key: tuple(provisions) for key, provisions in by_key.items()}


def _heads(table: Table, row: tuple[Provision, ...], place: int) -> tuple[Provision, ...]:
    row_head = row[:1] if table.row_headers and place else ()
    return row_head + (table.columns[place : place + 1] if row[place].span == 1 else ())


@dataclass(frozen=True, eq=False)
class Council:
    """A council, its facts, and every version of its protocol, the oldest first."""

    slug: str
    name: Bilingual
    short_name: Bilingual
    kind: str
    nation: str
    """Kind and nation by their slugs in the vocabulary."""
    versions: tuple[Version, ...]

    @property
    def in_force(self) -> Version:
        """The version last adopted."""
        return self.versions[-1]

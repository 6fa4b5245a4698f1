"""From checked shapes to the model: words are copied, anchors are given, nothing is invented."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from protocolau.model.anchors import AnchorContext, Anchors, inside
from protocolau.model.assemble_vocabulary import bilingual, ours
from protocolau.model.divisions import division_kind, divisions_of
from protocolau.model.protocol import Council, Document, Minute, Version
from protocolau.model.provision import CycleStage, Diagram, Provision, Table
from protocolau.model.statements import Statement, joined
from protocolau.model.translation import Translation, Unit, clause_unit, merged_unit
from protocolau.model.unit_alignment import UnitSpan, align
from protocolau.model.vocabulary import Bilingual
from protocolau.read.document import Location, YamlDocument
from protocolau.runtime.values import value
from protocolau.schema.fields import BilingualWords
from protocolau.schema.shapes import (
    BelowShape,
    CellShape,
    CouncilShape,
    DiagramShape,
    ProtocolShape,
    ProvisionShape,
    StatementShape,
    StatementTags,
    TableShape,
    TranslationShape,
    UnitShape,
)

Located = list[tuple[Location, Provision]]
"""Provisions, each with the place in the document where it is written."""


@value(frozen=True, slots=True)
class InheritedParties:
    """The parties that a lead-in or a head says of what is below it."""

    by: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    about: tuple[str, ...] = ()

    def below(self, shape: BelowShape | StatementTags | None) -> "InheritedParties":
        """These, or what a nearer lead-in, a head or a statement itself says instead."""
        if shape is None or shape.by is shape.to is shape.about is None:
            return self
        return InheritedParties(
            self.by if shape.by is None else tuple(shape.by),
            self.to if shape.to is None else tuple(shape.to),
            self.about if shape.about is None else tuple(shape.about),
        )


NOBODY = InheritedParties()
_TAGS = frozenset(StatementTags.model_fields)
NO_ENGLISH: Mapping[str, str] = MappingProxyType({})


class Assembly:
    """Assembles the provisions of one document, remembering where each was written."""

    def __init__(self, document: YamlDocument, shape: ProtocolShape, english: Mapping[str, str]):
        self.document, self.language, self.english = document, shape.language, english
        self.anchors, self.divisions = Anchors(), divisions_of(shape.body)
        self._located: list[tuple[Location, Provision | None]] = []

    @property
    def located(self) -> Located:
        """Every provision assembled, in the order of the document."""
        return [(location, provision) for location, provision in self._located if provision]

    def provisions(
        self,
        shapes: Sequence[ProvisionShape],
        at: Location,
        place: AnchorContext,
        parties: InheritedParties,
        item: bool = False,
    ) -> tuple[Provision, ...]:
        """The provisions of a list, in its order. Most lists are empty."""
        if not shapes:
            return ()
        return tuple(self._provision(shape, (*at, index), place, parties, item) for index, shape in enumerate(shapes))

    def _provision(
        self, shape: ProvisionShape, at: Location, place: AnchorContext, parties: InheritedParties, item: bool
    ) -> Provision:
        kind = _kind(shape, item)
        heading = self.english.get(shape.heading, shape.heading) if shape.heading else None
        division = self.divisions.get(id(shape))
        anchor = self.anchors.give(place, kind, shape.number, heading, shape.id, division)
        within = inside(place, anchor, kind, shape.number, heading, division)
        below = parties.below(shape.below)
        slot = len(self._located)
        self._located.append((at, None))  # kept free, so that a provision comes before what it holds
        provision = Provision(
            anchor=anchor,
            kind=kind,
            line=self.document.begins(at),
            number=shape.number,
            heading=_shared(shape.heading),
            statements=_statements(anchor, shape, shape.text or (), parties),
            language=shape.lang or self.language,
            items=self.provisions(shape.items, (*at, "items"), within, below, item=True),
            table=self._table(shape.table, (*at, "table"), anchor, kind, within, below) if shape.table else None,
            diagram=_diagram(shape.diagram) if shape.diagram else None,
            provisions=self.provisions(shape.provisions, (*at, "provisions"), within, NOBODY),
            notes=_notes(shape.notes),
            taken_from=tuple(shape.taken_from),
            to_decide=bilingual(shape.to_decide) if shape.to_decide else None,
        )
        self._located[slot] = (at, provision)
        return provision

    def _table(
        self, shape: TableShape, at: Location, anchor: str, kind: str, place: AnchorContext, parties: InheritedParties
    ) -> Table:
        base = anchor if kind == "table" else self.anchors.give(place, "table")
        columns = tuple(
            self._cell(cell, (*at, "columns", index), f"{base}.h{index + 1}", parties)
            for index, cell in enumerate(shape.columns)
        )
        rows = tuple(
            tuple(
                self._cell(cell, (*at, "rows", row, column), f"{base}.r{row + 1}c{column + 1}", heads)
                for column, (cell, heads) in enumerate(zip(cells, _heads(shape, cells, parties), strict=True))
            )
            for row, cells in enumerate(shape.rows)
        )
        return Table(columns, rows, shape.row_headers)

    def _cell(self, shape: CellShape, at: Location, anchor: str, parties: InheritedParties) -> Provision:
        anchor = self.anchors.take(anchor)
        cell = Provision(
            anchor=anchor,
            kind="cell",
            line=self.document.begins(at),
            statements=_statements(anchor, shape, shape.text, parties),
            language=self.language,
            span=shape.span,
            notes=_notes(shape.notes),
        )
        self._located.append((at, cell))
        return cell


def _heads(table: TableShape, row: Sequence[CellShape], parties: InheritedParties) -> Iterator[InheritedParties]:
    """What the heads of a row's cells say of each: that of the column, and nearer that of the row."""
    columns = [head for head in table.columns for _ in range(head.span)]
    row_head = row[0].below if table.row_headers else None
    column = 0
    for index, cell in enumerate(row):
        is_under_one_head = cell.span == 1 and column < len(columns)
        heads = parties.below(columns[column].below) if is_under_one_head else parties
        yield heads.below(row_head) if index else heads
        column += cell.span


def _statements(
    anchor: str, tags: StatementTags, shapes: Sequence[StatementShape], above: InheritedParties
) -> tuple[Statement, ...]:
    """The statements of a provision. Of a single one the tags stand beside the text."""
    if len(shapes) == 1 and _TAGS.isdisjoint(shapes[0].model_fields_set):
        return (_statement(anchor, 0, shapes[0], tags, above),)
    return tuple(_statement(anchor, index, shape, shape, above) for index, shape in enumerate(shapes))


def _statement(
    anchor: str, position: int, shape: StatementShape, tags: StatementTags, above: InheritedParties
) -> Statement:
    parties = above.below(tags)
    return Statement(
        anchor=anchor,
        position=position,
        text=sys.intern(shape.says),
        topics=tuple(tags.topic),
        by=parties.by,
        to=parties.to,
        about=parties.about,
        policies=tuple(tags.policies),
        refers_to=tuple(tags.refers_to),
        joined_by=shape.joined_by,
    )


def _shared(words: str | None) -> str | None:
    """The words, kept once however many councils and translations repeat them: most share most of theirs."""
    return sys.intern(words) if words else words


def _kind(shape: ProvisionShape, item: bool) -> str:
    if division := division_kind(shape, item):
        return division
    if shape.kind or item:
        return shape.kind or "item"
    if shape.table and not shape.text and not shape.number:
        return "table"
    if shape.diagram and not shape.text:
        return "diagram"
    if shape.heading:
        return "section" if shape.provisions or not shape.number else "clause"
    return "clause" if shape.number else "paragraph"


def _notes(shapes: Sequence[BilingualWords]) -> tuple[Bilingual, ...]:
    return tuple(map(ours, shapes)) if shapes else ()


def _diagram(shape: DiagramShape) -> Diagram:
    return Diagram(shape.kind, tuple(CycleStage(bilingual(step.label), step.by) for step in shape.steps))


def version(
    document: YamlDocument, shape: ProtocolShape, council: str, kind: str, english: Mapping[str, str] = NO_ENGLISH
) -> tuple[Version, Located]:
    """A version of a council's document of a kind, without translations, and where each provision is written.

    `english` has the English of its headings, where that was adopted alike: their anchors are made from it.
    """
    assembly = Assembly(document, shape, english)
    body = assembly.provisions(shape.body, ("body",), AnchorContext(), NOBODY)
    assembled = Version(
        council=council,
        kind=kind,
        slug=document.path.stem,
        path=document.path,
        title=shape.title,
        language=shape.language,
        body=body,
        adopted=shape.adopted,
        reviewed=shape.reviewed,
        review_due=shape.review_due,
        issued=shape.issued,
        withdrawn=shape.withdrawn,
        other_language=shape.other_language,
        awaiting_review=shape.awaiting_review,
        source=shape.source.file if shape.source else None,
        source_address=shape.source.address if shape.source else None,
        fetched=shape.source.fetched if shape.source else None,
        minute=Minute(shape.minute.reference, shape.minute.address) if shape.minute else None,
        notes=_notes(shape.notes),
    )
    return assembled, assembly.located


# ---- translations ----

_WHOLE = (range(1),)
"""How a clause of one statement is joined into units."""


def translation(document: YamlDocument, shape: TranslationShape, version: Version) -> Translation:
    """A translation of a version: each unit with the text that it was made from, laid beside today's statements."""
    units: dict[str, Unit] = {}
    spans: dict[str, tuple[range, ...]] = {}
    for name, entries in shape.units.items():
        written = [_unit(document, shape, name, index, entry) for index, entry in enumerate(entries)]
        provision = version.provisions.get(name)
        if provision is None or not provision.statements:
            units[name] = merged_unit(written, written[0].source if len(written) == 1 else None)
            continue
        if len(written) == len(provision.statements) == 1:  # as nearly always
            units[name], spans[name] = merged_unit(written, provision.statements[0].text), _WHOLE
            continue
        texts = [statement.text for statement in provision.statements]
        aligned = align(texts, [unit.source for unit in written])
        spans[name] = tuple(span.statements for span in aligned if span.statements)
        units.update(_units_of_clause(provision, aligned, written))
    return Translation(shape.language, document.path, units, spans)


def _units_of_clause(
    provision: Provision, aligned: Sequence[UnitSpan], written: Sequence[Unit]
) -> Iterator[tuple[str, Unit]]:
    """The units of a clause by their names. Entries without a statement are told of by the rules."""
    for span in aligned:
        if span.statements and span.entries:
            today = joined(provision.statements[span.statements.start : span.statements.stop])
            entries = written[span.entries.start : span.entries.stop]
            yield clause_unit(provision, span.statements), merged_unit(entries, today)


def _unit(document: YamlDocument, shape: TranslationShape, name: str, index: int, entry: UnitShape) -> Unit:
    source, target = (entry.en, entry.cy) if shape.language == "cy" else (entry.cy, entry.en)
    return Unit(
        source=sys.intern(" ".join(source)),
        target=sys.intern(" ".join(target)),
        state=entry.state or shape.state,
        path=document.path,
        line=document.begins(("units", name, index)),
        note=entry.note,
        waive=entry.waive,
    )


def council(slug: str, shape: CouncilShape, documents: Sequence[Document]) -> Council:
    """A council with its documents."""
    return Council(
        slug=slug,
        name=bilingual(shape.name),
        short_name=bilingual(shape.short_name),
        kind=shape.kind,
        nation=shape.nation,
        documents={document.kind: document for document in documents},
        ended=shape.ended,
        succeeded_by=shape.succeeded_by,
        formerly=tuple(shape.formerly),
        website=shape.website,
        contact=shape.contact,
    )

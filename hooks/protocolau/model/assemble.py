"""From checked shapes to the model: words are copied, anchors are given, nothing is invented."""

import sys

from protocolau.model.anchors import AnchorContext, Anchors, inside
from protocolau.model.protocol import Council, CycleStage, Diagram, Provision, Table, Translation, Unit, Version
from protocolau.model.vocabulary import Bilingual, Party, Policy, Term, Topic, TopicGroup, Vocabulary
from protocolau.read.document import Document, Location
from protocolau.schema.shapes import (
    BilingualWords,
    CellShape,
    CouncilShape,
    DiagramShape,
    PartyShape,
    PhrasesShape,
    ProtocolShape,
    ProvisionShape,
    TableShape,
    TermShape,
    TopicShape,
    TopicsShape,
    TranslationShape,
)

Located = list[tuple[Location, Provision]]
"""Provisions with the place in the document where each is written."""


class Assembly:
    """Assembles the provisions of one document, remembering where each was written."""

    def __init__(self, document: Document, language: str):
        self.document, self.language = document, language
        self.anchors = Anchors()
        self.located: Located = []

    def provisions(self, shapes: list[ProvisionShape], at: Location, place: AnchorContext, item: bool = False) -> tuple:
        """The provisions of a list, in its order."""
        return tuple(self._provision(shape, (*at, index), place, item) for index, shape in enumerate(shapes))

    def _provision(self, shape: ProvisionShape, at: Location, place: AnchorContext, item: bool) -> Provision:
        kind = _kind(shape, item)
        anchor = self.anchors.give(place, kind, shape.number, shape.heading, shape.id)
        within = inside(place, anchor, kind, shape.number, shape.heading)
        slot = len(self.located)
        self.located.append((at, None))  # kept free, so that a provision comes before what it holds
        provision = Provision(
            anchor=anchor,
            kind=kind,
            line=self.document.begins(at),
            number=shape.number,
            heading=_shared(shape.heading),
            text=_shared(shape.text),
            language=shape.lang or self.language,
            items=self.provisions(shape.items, (*at, "items"), within, item=True) if shape.items else (),
            table=self._table(shape.table, (*at, "table"), anchor, kind, within) if shape.table else None,
            diagram=_diagram(shape.diagram) if shape.diagram else None,
            provisions=self.provisions(shape.provisions, (*at, "provisions"), within) if shape.provisions else (),
            **_tags(shape),
        )
        self.located[slot] = (at, provision)
        return provision

    def _table(self, shape: TableShape, at: Location, anchor: str, kind: str, place: AnchorContext) -> Table:
        base = anchor if kind == "table" else self.anchors.give(place, "table", None, None, None)
        columns = [
            self._cell(cell, (*at, "columns", index), f"{base}.h{index + 1}")
            for index, cell in enumerate(shape.columns)
        ]
        rows = [
            tuple(
                self._cell(cell, (*at, "rows", row, column), f"{base}.r{row + 1}c{column + 1}")
                for column, cell in enumerate(cells)
            )
            for row, cells in enumerate(shape.rows)
        ]
        return Table(tuple(columns), tuple(rows), shape.row_headers)

    def _cell(self, shape: CellShape, at: Location, anchor: str) -> Provision:
        cell = Provision(
            anchor=self.anchors.take(anchor),
            kind="cell",
            line=self.document.begins(at),
            text=_shared(shape.text),
            language=self.language,
            span=shape.span,
            **_tags(shape),
        )
        self.located.append((at, cell))
        return cell


def _shared(words: str | None) -> str | None:
    """The words, kept once however many councils and translations repeat them: most share most of theirs."""
    return sys.intern(words) if words else words


def _kind(shape: ProvisionShape, item: bool) -> str:
    if shape.kind or item:
        return shape.kind or "item"
    if shape.table and not shape.text and not shape.number:
        return "table"
    if shape.diagram and not shape.text:
        return "diagram"
    if shape.heading:
        return "section" if shape.provisions or not shape.number else "clause"
    return "clause" if shape.number else "paragraph"


def _tags(shape: ProvisionShape | CellShape) -> dict:
    return {
        "topics": tuple(shape.topic),
        "party": shape.party,
        "policies": tuple(shape.policies),
        "refers_to": tuple(shape.refers_to),
        "notes": _notes(shape.notes),
    }


def _notes(shapes: list[BilingualWords]) -> tuple[Bilingual, ...]:
    return tuple(map(_bilingual, shapes))


def _bilingual(shape: BilingualWords) -> Bilingual:
    return Bilingual(shape.en, shape.cy)


def _diagram(shape: DiagramShape) -> Diagram:
    return Diagram(shape.kind, tuple(CycleStage(_bilingual(step.label), step.party) for step in shape.steps))


def version(document: Document, shape: ProtocolShape, council: str) -> tuple[Version, Located]:
    """A version of a council's protocol, and where in its document each provision is written."""
    assembly = Assembly(document, shape.language)
    body = assembly.provisions(shape.body, ("body",), AnchorContext())
    made = Version(
        council=council,
        slug=document.path.stem,
        path=document.path,
        title=shape.title,
        language=shape.language,
        body=body,
        adopted=shape.adopted,
        reviewed=shape.reviewed,
        review_due=shape.review_due,
        issued=shape.issued,
        source=shape.source.file if shape.source else None,
        notes=_notes(shape.notes),
    )
    return made, assembly.located


def translation(document: Document, shape: TranslationShape) -> Translation:
    """A translation, each unit with the text that it was made from."""
    source, target = ("cy", "en") if shape.language == "en" else ("en", "cy")
    units = {
        name: Unit(
            _shared(getattr(unit, source)),
            _shared(getattr(unit, target)), unit.state or shape.state,
            document.path, document.begins(("units", name)), unit.note, unit.waive,
        )
        for name, unit in shape.units.items()
    }  # fmt: skip
    return Translation(shape.language, document.path, units)


def council(slug: str, shape: CouncilShape, versions: tuple[Version, ...]) -> Council:
    """A council with the versions of its protocol."""
    return Council(slug, _bilingual(shape.name), _bilingual(shape.short_name), shape.kind, shape.nation, versions)


def vocabulary(shapes: dict) -> Vocabulary:
    """The vocabulary, from the shapes of its files by their names."""
    groups = _groups(shapes["topics"])
    return Vocabulary(
        groups=groups,
        parties={slug: _party(slug, shape) for slug, shape in shapes["parties"].root.items()},
        policies={
            slug: Policy(slug, shape.kind, *_named(shape), _phrases(shape.phrases))
            for slug, shape in shapes["policies"].root.items()
        },
        terms={slug: _term(slug, shape) for slug, shape in shapes["glossary"].root.items()},
        kinds={slug: _bilingual(shape) for slug, shape in shapes["kinds"].root.items()},
        nations={slug: _bilingual(shape) for slug, shape in shapes["nations"].root.items()},
        topics={topic.slug: topic for group in groups for topic in group.topics},
    )


def _groups(shape: TopicsShape) -> tuple[TopicGroup, ...]:
    return tuple(
        TopicGroup(slug, *_named(group), tuple(Topic(name, slug, *_named(one)) for name, one in group.topics.items()))
        for slug, group in shape.groups.items()
    )


def _named(shape: TopicShape) -> tuple[Bilingual, Bilingual]:
    return _bilingual(shape.name), _bilingual(shape.summary)


def _phrases(shape: PhrasesShape) -> dict[str, tuple[str, ...]]:
    return {"en": tuple(shape.en), "cy": tuple(shape.cy)}


def _party(slug: str, shape: PartyShape) -> Party:
    phrases = (shape.called, shape.called_together, shape.excepted)
    return Party(slug, *_named(shape), *(_phrases(one) for one in phrases))


def _term(slug: str, shape: TermShape) -> Term:
    return Term(
        slug,
        _bilingual(shape.term),
        _bilingual(shape.plural) if shape.plural else None,
        _bilingual(shape.explanation),
        _phrases(shape.also),
        _phrases(shape.avoid),
        _bilingual(shape.seen) if shape.seen else None,
        shape.draft,
    )

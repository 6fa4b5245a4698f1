"""Makes the model from checked shapes: copies the words, gives the anchors, invents nothing."""

import sys
from typing import TypedDict

from protocolau.language import Language
from protocolau.model.anchors import AnchorContext, Anchors, inside
from protocolau.model.protocol import Council, CycleStage, Diagram, Provision, Table, Translation, Unit, Version
from protocolau.model.vocabulary import Bilingual, Party, Policy, Term, Topic, TopicGroup, Vocabulary
from protocolau.read.document import Document, Location
from protocolau.schema.shapes import (
    BilingualWords,
    CellShape,
    CouncilShape,
    DiagramShape,
    GlossaryShape,
    NamesShape,
    PartiesShape,
    PartyShape,
    PhrasesShape,
    PoliciesShape,
    PolicyShape,
    ProtocolShape,
    ProvisionShape,
    TableShape,
    TermShape,
    TopicGroupShape,
    TopicShape,
    TopicsShape,
    TranslationShape,
    UnitShape,
)

Located = list[tuple[Location, Provision]]
"""Each provision with the place in the document where it is written, in the order of the document."""


class Assembly:
    """Assembles the provisions of one document, and notes in `located` where each is written."""

    def __init__(self, document: Document, language: Language):
        self.document, self.language = document, language
        self.anchors = Anchors()
        self.located: Located = []

    def provisions(
        self, shapes: list[ProvisionShape], at: Location, place: AnchorContext, item: bool = False
    ) -> tuple[Provision, ...]:
        """The provisions of a list that is written at a location, in its order.

        `place` is what their anchors are built on; `item` says whether they are items of a list in the text.
        """
        return tuple(self._provision(shape, (*at, index), place, item) for index, shape in enumerate(shapes))

    def _provision(self, shape: ProvisionShape, at: Location, place: AnchorContext, item: bool) -> Provision:
        kind = _kind(shape, item)
        anchor = self.anchors.give(place, kind, shape.number, shape.heading, shape.id)
        within = inside(place, anchor, kind, shape.number, shape.heading)
        before = len(self.located)
        provision = Provision(
            anchor=anchor,
            kind=kind,
            line=self.document.begins(at),
            number=shape.number,
            heading=_shared(shape.heading) if shape.heading else None,
            text=_shared(shape.text) if shape.text else None,
            language=shape.lang or self.language,
            items=self.provisions(shape.items, (*at, "items"), within, item=True) if shape.items else (),
            table=self._table(shape.table, (*at, "table"), anchor, kind, within) if shape.table else None,
            diagram=_diagram(shape.diagram) if shape.diagram else None,
            provisions=self.provisions(shape.provisions, (*at, "provisions"), within) if shape.provisions else (),
            **_tags(shape),
        )
        self.located.insert(before, (at, provision))  # a provision comes before what it holds
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


def _shared(words: str) -> str:
    """The words, kept once however many councils and translations repeat them: most share most of theirs."""
    return sys.intern(words)


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


class _Tags(TypedDict):
    """What an editor says about a provision, by the names of its fields."""

    topics: tuple[str, ...]
    party: str | None
    policies: tuple[str, ...]
    refers_to: tuple[str, ...]
    notes: tuple[Bilingual, ...]


def _tags(shape: ProvisionShape | CellShape) -> _Tags:
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
    """A version of a council's protocol, without translations, and where each of its provisions is written."""
    assembly = Assembly(document, shape.language)
    body = assembly.provisions(shape.body, ("body",), AnchorContext())
    assembled = Version(
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
    return assembled, assembly.located


def translation(document: Document, shape: TranslationShape) -> Translation:
    """A translation, each unit with the text that it was made from."""
    units = {name: _unit(document, name, unit, shape) for name, unit in shape.units.items()}
    return Translation(shape.language, document.path, units)


def _unit(document: Document, name: str, shape: UnitShape, whole: TranslationShape) -> Unit:
    english, welsh = _shared(shape.en), _shared(shape.cy)
    return Unit(
        source=welsh if whole.language == "en" else english,
        target=english if whole.language == "en" else welsh,
        state=shape.state or whole.state,
        path=document.path,
        line=document.begins(("units", name)),
        note=shape.note,
        waive=shape.waive,
    )


def council(slug: str, shape: CouncilShape, versions: tuple[Version, ...]) -> Council:
    """A council with the versions of its protocol, the oldest first."""
    return Council(slug, _bilingual(shape.name), _bilingual(shape.short_name), shape.kind, shape.nation, versions)


def vocabulary(
    topics: TopicsShape,
    parties: PartiesShape,
    policies: PoliciesShape,
    glossary: GlossaryShape,
    kinds: NamesShape,
    nations: NamesShape,
) -> Vocabulary:
    """The vocabulary, from the shapes of its files, each called as the file is."""
    groups = tuple(_group(slug, shape) for slug, shape in topics.groups.items())
    return Vocabulary(
        groups=groups,
        parties={slug: _party(slug, shape) for slug, shape in parties.root.items()},
        policies={slug: _policy(slug, shape) for slug, shape in policies.root.items()},
        terms={slug: _term(slug, shape) for slug, shape in glossary.root.items()},
        kinds={slug: _bilingual(shape) for slug, shape in kinds.root.items()},
        nations={slug: _bilingual(shape) for slug, shape in nations.root.items()},
        topics={topic.slug: topic for group in groups for topic in group.topics},
    )


def _group(slug: str, shape: TopicGroupShape) -> TopicGroup:
    topics = tuple(Topic(name, slug, *_named(topic)) for name, topic in shape.topics.items())
    return TopicGroup(slug, *_named(shape), topics)


def _policy(slug: str, shape: PolicyShape) -> Policy:
    return Policy(slug, shape.kind, *_named(shape), _phrases(shape.phrases))


def _named(shape: TopicShape) -> tuple[Bilingual, Bilingual]:
    """The name and the summary."""
    return _bilingual(shape.name), _bilingual(shape.summary)


def _phrases(shape: PhrasesShape) -> dict[str, tuple[str, ...]]:
    return {"en": tuple(shape.en), "cy": tuple(shape.cy)}


def _party(slug: str, shape: PartyShape) -> Party:
    called, together, excepted = map(_phrases, (shape.called, shape.called_together, shape.excepted))
    return Party(slug, *_named(shape), called, together, excepted)


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

"""protocol.json: a version with everything that is known of it, for programs. Its schema is published."""

from typing import Literal
from weakref import WeakKeyDictionary

from pydantic import TypeAdapter

from protocolau.exporting.record_shapes import (
    BilingualRecord,
    CouncilRecord,
    DiagramRecord,
    ProtocolRecord,
    ProvisionRecord,
    StatementRecord,
    StepRecord,
    TableRecord,
    UnitRecord,
    WordsRecord,
)
from protocolau.language import other
from protocolau.library.addresses import SiteAddresses, version_address
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.provision import Diagram, Provision, Table
from protocolau.model.statements import Statement
from protocolau.model.translation import TITLE, heading_unit
from protocolau.model.vocabulary import Bilingual
from protocolau.runtime.compact_json import compact
from protocolau.translation.reading import DisplayedText, Segment, reading_of

SCHEMA_PATH = "schema/protocol-record.json"
FILE = "protocol.json"
"""What the record of a version is called. It holds both languages, and lies beside the English page."""


def schema() -> bytes:
    """The JSON Schema of protocol.json."""
    return compact(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(ProtocolRecord).json_schema()}
    )


_KEPT = 4
"""Records that are kept: each is asked for by the pages that say how large it is, and at once for itself."""
_MADE: WeakKeyDictionary[Library, dict[tuple[Version, SiteAddresses], bytes]] = WeakKeyDictionary()
"""What was made last. It lives no longer than its library, of which a preview reads one after another."""


def record(library: Library, version: Version, addresses: SiteAddresses) -> bytes:
    """protocol.json of a version."""
    made, key = _MADE.setdefault(library, {}), (version, addresses)
    if key not in made:
        if len(made) >= _KEPT:
            del made[next(iter(made))]
        made[key] = _record(library, version, addresses)
    return made[key]


def _record(library: Library, version: Version, addresses: SiteAddresses) -> bytes:
    address = version_address(version)
    maker = _RecordBuilder(version)
    made: ProtocolRecord = {
        "schema": addresses.url("en", SCHEMA_PATH),
        "url": {"en": addresses.url("en", address), "cy": addresses.url("cy", address)},
        "council": _council(library.councils[version.council]),
        "document": version.kind,
        "version": version.slug,
        "standing": library.standings[version].value,
        "title": maker.words(TITLE, version.title, version.language),
        "language": version.language,
        "notes": [_bilingual(note) for note in version.notes],
        "body": maker.provisions(version.body),
    }
    if not library.is_sure_of(version):
        made["standing_is_sure"] = False
    if version.awaiting_review:
        made["awaiting_review"] = True
    if version.minute:
        made["minute"] = {"reference": version.minute.reference}
        if version.minute.address:
            made["minute"]["address"] = version.minute.address
    return compact({**made, **_stated(version, *_FACTS)})


_FACTS = (
    "other_language",
    "adopted",
    "issued",
    "reviewed",
    "review_due",
    "withdrawn",
    "source",
    "source_address",
    "fetched",
)
"""What a version states only where it is known."""


def _stated(thing: object, *facts: str) -> dict[str, str]:
    """Those facts of a thing that are known, as they are written."""
    return {fact: str(value) for fact in facts if (value := getattr(thing, fact))}


def _council(council: Council) -> CouncilRecord:
    made: CouncilRecord = {
        "slug": council.slug,
        "name": _bilingual(council.name),
        "short_name": _bilingual(council.short_name),
        "kind": council.kind,
        "nation": council.nation,
        "formerly": list(council.formerly),
    }
    if council.ended:
        made["ended"] = str(council.ended)
    if council.succeeded_by:
        made["succeeded_by"] = council.succeeded_by
    if council.website:
        made["website"] = council.website
    if council.contact:
        made["contact"] = council.contact
    return made


class _RecordBuilder:
    """Makes the records of one version's provisions."""

    def __init__(self, version: Version):
        self._reading = reading_of(version, other(version.language))

    def words(self, unit: str, source: str, language: str) -> WordsRecord:
        return self._words(source, language, self._reading.say(unit, source, language))

    def _words(self, source: str, language: str, said: DisplayedText, is_whole: bool = True) -> WordsRecord:
        """Words of the source beside those of the other language, where they are translated as a whole."""
        words = {said.language: said.text, language: source} if is_whole else {language: source}
        made: WordsRecord = {"state": said.state}
        if "en" in words:
            made["en"] = words["en"]
        if "cy" in words:
            made["cy"] = words["cy"]
        return made

    def provisions(self, provisions: tuple[Provision, ...]) -> list[ProvisionRecord]:
        return [self.provision(provision) for provision in provisions]

    def provision(self, one: Provision) -> ProvisionRecord:
        made: ProvisionRecord = {
            "anchor": one.anchor,
            "kind": one.kind,
            "language": one.language,
            "topics": list(one.topics),
            "policies": list(one.policies),
            "refers_to": list(one.refers_to),
            "statements": [_statement(statement, len(one.statements) == 1) for statement in one.statements],
            "span": one.span,
            "items": self.provisions(one.items),
            "provisions": self.provisions(one.provisions),
            "notes": [_bilingual(note) for note in one.notes],
        }
        self._add_words(made, one)
        if one.table:
            made["table"] = self.table(one.table)
        if one.diagram:
            made["diagram"] = _diagram(one.diagram)
        return made

    def _add_words(self, made: ProvisionRecord, one: Provision) -> None:
        if one.number:
            made["number"] = one.number
        if one.heading:
            made["heading"] = self.words(heading_unit(one.anchor), one.heading, one.language)
        if one.text and (said := self._reading.text(one)):
            segments = self._reading.segments(one)
            is_whole = len({segment.language for segment in segments}) == 1
            made["text"] = self._words(one.text, one.language, said, is_whole)
            if len(one.statements) > 1:
                made["units"] = [_unit(one, segment) for segment in segments]

    def table(self, table: Table) -> TableRecord:
        return {
            "columns": self.provisions(table.columns),
            "rows": [self.provisions(row) for row in table.rows],
            "row_headers": table.row_headers,
        }


def _unit(provision: Provision, segment: Segment) -> UnitRecord:
    made: UnitRecord = {"statements": list(segment.statements), "state": segment.state}
    if segment.language != provision.language:
        made["says"] = segment.text
    return made


def _statement(statement: Statement, alone: bool) -> StatementRecord:
    made: StatementRecord = {} if alone else {"says": statement.text}
    if statement.joined_by != " ":
        made["joined_by"] = statement.joined_by
    for key in STATEMENT_TAGS:
        if named := list(getattr(statement, key)):
            made[key] = named
    return made


STATEMENT_TAGS: tuple[Literal["topics", "by", "to", "about", "policies", "refers_to"], ...] = (
    "topics",
    "by",
    "to",
    "about",
    "policies",
    "refers_to",
)
"""What is said of a statement, by the names that records and tables have for it."""


def _diagram(diagram: Diagram) -> DiagramRecord:
    steps: list[StepRecord] = [{"label": _bilingual(step.label), "party": step.by} for step in diagram.steps]
    return {"kind": diagram.kind, "steps": steps}


def _bilingual(words: Bilingual) -> BilingualRecord:
    return {"en": words.en, "cy": words.cy}

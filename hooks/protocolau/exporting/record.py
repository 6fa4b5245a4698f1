"""protocol.json: a version with everything that is known of it, for programs. Its schema is published."""

import json
from typing import NotRequired, cast

from pydantic import TypeAdapter
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from protocolau.language import other
from protocolau.library.addresses import SiteAddresses, version_address
from protocolau.model.protocol import Council, Diagram, Provision, Table, Version
from protocolau.model.vocabulary import Bilingual
from protocolau.translation.reading import Reading

SCHEMA_PATH = "schema/protocol-record.json"


class BilingualRecord(TypedDict):
    """The same words in both languages."""

    en: str
    cy: str


class WordsRecord(TypedDict):
    """Words in the languages in which they are known, and the state of the translation."""

    en: NotRequired[str]
    cy: NotRequired[str]
    state: str


class TableRecord(TypedDict):
    """A table of cells."""

    columns: list["ProvisionRecord"]
    rows: list[list["ProvisionRecord"]]
    row_headers: bool


class StepRecord(TypedDict):
    """A stage of a cycle."""

    label: BilingualRecord
    party: str | None


class DiagramRecord(TypedDict):
    """A drawing: `kind` is null where the source's is missing."""

    kind: str | None
    steps: list[StepRecord]


class ProvisionRecord(TypedDict):
    """A provision. `notes` are editorial; every other word is the council's or a translation of it."""

    anchor: str
    kind: str
    number: NotRequired[str]
    heading: NotRequired[WordsRecord]
    text: NotRequired[WordsRecord]
    language: str
    topics: list[str]
    party: NotRequired[str]
    policies: list[str]
    refers_to: list[str]
    span: int
    items: list["ProvisionRecord"]
    table: NotRequired[TableRecord]
    diagram: NotRequired[DiagramRecord]
    provisions: list["ProvisionRecord"]
    notes: list[BilingualRecord]


class CouncilRecord(TypedDict):
    """A council and its facts."""

    slug: str
    name: BilingualRecord
    short_name: BilingualRecord
    kind: str
    nation: str


class ProtocolRecord(TypedDict):
    """One version of a council's protocol. Dates are ISO 8601, to the day, the month or the year."""

    schema: str
    url: BilingualRecord
    council: CouncilRecord
    version: str
    in_force: bool
    title: WordsRecord
    language: str
    adopted: NotRequired[str]
    issued: NotRequired[str]
    reviewed: NotRequired[str]
    review_due: NotRequired[str]
    source: NotRequired[str]
    notes: list[BilingualRecord]
    body: list[ProvisionRecord]


def schema() -> bytes:
    """The JSON Schema of protocol.json."""
    return _encoded(
        {"$schema": "https://json-schema.org/draft/2020-12/schema", **TypeAdapter(ProtocolRecord).json_schema()}
    )


def record(council: Council, version: Version, addresses: SiteAddresses) -> bytes:
    """protocol.json of a version."""
    address = version_address(council.slug, version.slug)
    maker = _RecordBuilder(version)
    dates = {key: getattr(version, key) for key in ("adopted", "issued", "reviewed", "review_due")}
    made: dict[str, object] = {
        "schema": addresses.url("en", SCHEMA_PATH),
        "url": {language: addresses.url(language, address) for language in ("en", "cy")},
        "council": {
            "slug": council.slug,
            "name": _bilingual(council.name),
            "short_name": _bilingual(council.short_name),
            "kind": council.kind,
            "nation": council.nation,
        },
        "version": version.slug,
        "in_force": version is council.in_force,
        "title": maker.words("document title", version.title, version.language),
        "language": version.language,
        **{key: str(date) for key, date in dates.items() if date},
        **({"source": version.source} if version.source else {}),
        "notes": [_bilingual(note) for note in version.notes],
        "body": maker.provisions(version.body),
    }
    return _encoded(made)


class _RecordBuilder:
    """Makes the records of one version's provisions."""

    def __init__(self, version: Version):
        self._reading = Reading(version, other(version.language))

    def words(self, unit: str, source: str, language: str) -> WordsRecord:
        said = self._reading.say(unit, source, language)
        translated = {said.language: said.text} if said.language != language else {}
        made: dict[str, object] = {language: source, **translated, "state": said.state}
        return cast("WordsRecord", made)

    def provisions(self, provisions: tuple[Provision, ...]) -> list[ProvisionRecord]:
        return [self.provision(provision) for provision in provisions]

    def provision(self, one: Provision) -> ProvisionRecord:
        made: dict[str, object] = {
            "anchor": one.anchor,
            "kind": one.kind,
            **({"number": one.number} if one.number else {}),
            **({"heading": self.words(f"{one.anchor} heading", one.heading, one.language)} if one.heading else {}),
            **({"text": self.words(one.anchor, one.text, one.language)} if one.text else {}),
            "language": one.language,
            "topics": list(one.topics),
            **({"party": one.party} if one.party else {}),
            "policies": list(one.policies),
            "refers_to": list(one.refers_to),
            "span": one.span,
            "items": self.provisions(one.items),
            **({"table": self.table(one.table)} if one.table else {}),
            **({"diagram": _diagram(one.diagram)} if one.diagram else {}),
            "provisions": self.provisions(one.provisions),
            "notes": [_bilingual(note) for note in one.notes],
        }
        return cast("ProvisionRecord", made)

    def table(self, table: Table) -> TableRecord:
        return {
            "columns": self.provisions(table.columns),
            "rows": [self.provisions(row) for row in table.rows],
            "row_headers": table.row_headers,
        }


def _diagram(diagram: Diagram) -> DiagramRecord:
    steps: list[StepRecord] = [{"label": _bilingual(step.label), "party": step.party} for step in diagram.steps]
    return {"kind": diagram.kind, "steps": steps}


def _bilingual(words: Bilingual) -> BilingualRecord:
    return {"en": words.en, "cy": words.cy}


def _encoded(made: object) -> bytes:
    return json.dumps(made, ensure_ascii=False, separators=(",", ":")).encode()

"""What a record of a version holds: the shape of protocol.json, of which its published schema is made."""

from typing import NotRequired

from pydantic import ConfigDict, with_config
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

_DESCRIBED = with_config(ConfigDict(use_attribute_docstrings=True))
"""What a field says of itself here, the schema says too."""


class BilingualRecord(TypedDict):
    """The same words in both languages."""

    en: str
    cy: str


class WordsRecord(TypedDict):
    """Words in the languages in which all of them are known, and the state of the translation.

    Of a text that is translated in part, `units` has what is translated.
    """

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


@_DESCRIBED
class StatementRecord(TypedDict):
    """What a provision says in one go, in the language of the provision, and what editors say of it.

    The text of a provision is its statements in order, a space between them or what `joined_by` says. A list that is
    empty is left out.
    """

    says: NotRequired[str]
    """Its words; left out where it is the only statement, whose words are the text of the provision."""
    joined_by: NotRequired[str]
    """What stands between it and the statement before it, where that is not one space."""
    topics: NotRequired[list[str]]
    """The principal one first."""
    by: NotRequired[list[str]]
    """The parties that do, must, should or may."""
    to: NotRequired[list[str]]
    """The parties that may expect it."""
    about: NotRequired[list[str]]
    """The parties of whom one complains."""
    policies: NotRequired[list[str]]
    refers_to: NotRequired[list[str]]


@_DESCRIBED
class UnitRecord(TypedDict):
    """A unit of translation: the places, from 0, of the statements that it covers, and their words translated."""

    statements: list[int]
    says: NotRequired[str]
    """Left out where they are not translated."""
    state: str


@_DESCRIBED
class ProvisionRecord(TypedDict):
    """A provision. `notes` are editorial; every other word is the council's or a translation of it."""

    anchor: str
    kind: str
    number: NotRequired[str]
    heading: NotRequired[WordsRecord]
    text: NotRequired[WordsRecord]
    language: str
    topics: list[str]
    policies: list[str]
    refers_to: list[str]
    statements: list[StatementRecord]
    units: NotRequired[list[UnitRecord]]
    """Where there are several statements, which words of the translation belong to which."""
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
    ended: NotRequired[str]
    succeeded_by: NotRequired[str]
    formerly: list[str]
    website: NotRequired[str]
    contact: NotRequired[str]


class MinuteRecord(TypedDict):
    """The minute of the meeting that adopted a version."""

    reference: str
    address: NotRequired[str]


@_DESCRIBED
class ProtocolRecord(TypedDict):
    """One version of a document that a council adopted. Dates are ISO 8601, to the day, the month or the year."""

    schema: str
    url: BilingualRecord
    council: CouncilRecord
    document: str
    """The kind of document, by its slug."""
    version: str
    standing: str
    """When the file was made: `in-force`, `latest-known` (its date is not known), `coming`, `superseded`, `withdrawn`
    or `ended` (its council is no more). The day itself is not given, so that the file changes only when this does."""
    standing_is_sure: NotRequired[bool]
    """false where a date known to the month or the year alone may have changed the standing already."""
    title: WordsRecord
    language: str
    awaiting_review: NotRequired[bool]
    """true where no person has confirmed its topics yet, so that none are given and it is called silent on none."""
    other_language: NotRequired[str]
    """`equal`: both languages were adopted alike; `exists`: the council has the other one too, which is not here."""
    adopted: NotRequired[str]
    issued: NotRequired[str]
    reviewed: NotRequired[str]
    review_due: NotRequired[str]
    withdrawn: NotRequired[str]
    source: NotRequired[str]
    source_address: NotRequired[str]
    """The address from which the source was fetched."""
    fetched: NotRequired[str]
    minute: NotRequired[MinuteRecord]
    notes: list[BilingualRecord]
    body: list[ProvisionRecord]

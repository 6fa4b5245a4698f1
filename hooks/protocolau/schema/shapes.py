"""The shapes of protocols, translations and councils: what validates them and what JSON Schemas are made from.

A description here is read twice: by whoever inherits the code, and by a clerk whose editor shows it.
"""

from itertools import chain
from operator import attrgetter
from typing import Annotated, Literal, Self

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from protocolau.language import Language
from protocolau.schema.fields import (
    AdoptedText,
    BilingualLine,
    BilingualWords,
    Contact,
    Date,
    Line,
    Names,
    NonEmptyText,
    Number,
    OneLine,
    Shape,
    SourceName,
    Texts,
    WebAddress,
    marks_are_closed,
)
from protocolau.schema.fields import optional_list as _list

State = Literal["adopted", "reviewed", "draft"]
Kind = Literal[
    "title", "notice", "contents", "preamble", "control", "part", "schedule", "appendix", "adoption", "linked-policies",
    "review", "signature", "field",
]  # fmt: skip


def _as_cell(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class StepShape(Shape):
    """A stage of a cycle."""

    label: BilingualLine
    by: Line | None = Field(None, description="The party that leads it.")


class DiagramShape(Shape):
    """A drawing that the source lacks: redrawn from the clauses around it, or known to be missing."""

    missing: bool = Field(False, description="true where the source's drawing is lost and nothing may be invented.")
    kind: Literal["cycle"] | None = Field(None, description="How the editors have redrawn it.")
    steps: list[StepShape] = _list("The stages, in order, where it is a cycle.")

    @model_validator(mode="after")
    def _is_drawn_or_missing(self) -> Self:
        if bool(self.steps) != bool(self.kind) or not (self.steps or self.missing):
            raise PydanticCustomError("diagram_of_nothing", "nothing is drawn")
        return self


class StatementTags(Shape):
    """What an editor says about a statement so that it can be compared."""

    topic: Names = _list("The topic, or a list of topics with the principal one first.")
    by: Names | None = Field(None, description="Who does, must, should or may do it; [] for nobody in particular.")
    to: Names | None = Field(None, description="Who may expect it.")
    about: Names | None = Field(None, description="Of whom one complains.")
    policies: Names = _list("The policies, laws and guides that these very words cite.")
    refers_to: Names = _list("Anchors of provisions of this protocol that the words refer to.")


class StatementShape(StatementTags):
    """What a provision says in one go: neighbouring sentences, or a part of one."""

    says: AdoptedText = Field(description="Its words as adopted, to the letter.")
    joined_by: OneLine = Field(" ", description="What stands between it and the statement before it, if not one space.")


class BelowShape(Shape):
    """What a lead-in or the head of a column or row says of its items and cells."""

    by: Names | None = None
    to: Names | None = None
    about: Names | None = None


def _as_statements(value: object) -> object:
    return [{"says": value}] if isinstance(value, str) else value


MOST_STATEMENTS = 200
"""Statements of one provision. The longest clause of the five protocols has six."""

Statements = Annotated[
    list[StatementShape],
    Field(min_length=1, max_length=MOST_STATEMENTS),
    BeforeValidator(_as_statements, json_schema_input_type=Line | list[StatementShape]),
]


CellStatements = Annotated[
    list[StatementShape],
    Field(max_length=MOST_STATEMENTS),
    BeforeValidator(
        lambda value: [] if value == "" else _as_statements(value),
        json_schema_input_type=Line | list[StatementShape],
    ),
]
"""The words of a cell; none where it is printed empty."""


def _joined(statements: list[StatementShape]) -> str:
    return statements[0].says + "".join(one.joined_by + one.says for one in statements[1:])


Look = Literal[
    "tags", "number-out-of-order", "number-begins-again", "paragraph-in-list", "empty-cells", "flat-table",
    "margin-note",
]  # fmt: skip
"""Why a person should look at a provision of a draft."""


class Speaking(StatementTags):
    """What has words: a provision or a cell. Tags beside a text of one statement are that statement's."""

    below: BelowShape | None = Field(None, description="What its words say of the items and cells below.")
    look_at: list[Look] = _list("What a person has still to look at, in a draft that awaits review.")
    sure: Annotated[int, Field(ge=0, le=100)] | None = Field(
        None, description="How many of a hundred suggestions like its topic are right, in a draft that awaits review."
    )
    notes: list[BilingualWords] = _list("Editors' notes: ours, never the council's.")

    @model_validator(mode="after")
    def _statements_bear_their_tags_and_join(self) -> Self:
        """Tags stand on one of several statements. Marks closed in each may still meet where two are joined."""
        text: list[StatementShape] | None = getattr(self, "text", None)
        if not text or len(text) < 2:
            return self
        if tagged := next((tag for tag in StatementTags.model_fields if getattr(self, tag)), None):
            raise PydanticCustomError("tags_beside_statements", "tags", {"tag": tagged})
        if not marks_are_closed(_joined(text)):
            raise PydanticCustomError("marks_meet", "marks meet")
        return self


class CellShape(Speaking):
    """A cell of a table."""

    text: CellStatements = Field(description='Its words as adopted, to the letter; "" where it is printed empty.')
    span: Annotated[int, Field(ge=1, le=12)] = Field(1, description="The number of columns that it covers.")

    @model_validator(mode="after")
    def _is_not_tagged_where_empty(self) -> Self:
        if self.topic and not self.text:
            raise PydanticCustomError("topic_without_words", "a topic")
        return self


Cell = Annotated[CellShape, BeforeValidator(_as_cell, json_schema_input_type=Line | CellShape)]


class TableShape(Shape):
    """A table: a row of column heads, if any, and rows of cells."""

    columns: list[Cell] = _list("The heads of the columns; left out where none are printed.")
    row_headers: bool = Field(False, description="true where the first cell of each row names the row.")
    rows: Annotated[list[Annotated[list[Cell], Field(min_length=1)]], Field(min_length=1)]

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(cell.text for cell in chain(self.columns, *self.rows)):
            raise PydanticCustomError("empty_table", "a table of empty cells")
        return self


SPEAKING = ("heading", "text", "items", "table", "diagram", "provisions")
"""The keys by which a provision says something."""
_SPOKEN = attrgetter(*SPEAKING)


class ProvisionShape(Speaking):
    """A numbered or unnumbered unit: part, section, clause, paragraph, list item or table."""

    id: Annotated[Number, Field(pattern=r"^[\w.][\w.-]*$")] | None = Field(
        None, description="An anchor fixed by hand; rare."
    )
    kind: Kind | None = Field(None, description="What it is, where it is not an ordinary provision.")
    number: Number | None = Field(None, description="The number exactly as printed, punctuation included.")
    heading: AdoptedText | None = Field(None, description="The heading as printed.")
    text: Statements | None = Field(
        None, description="One paragraph as adopted, to the letter, or a list of its statements; **bold**, *italic*."
    )
    lang: Language | None = Field(None, description="The language of these words, where it is not the protocol's.")
    items: list["ProvisionShape"] = _list("The list that follows the text.")
    table: TableShape | None = None
    diagram: DiagramShape | None = None
    provisions: list["ProvisionShape"] = _list("What follows inside it: clauses, further paragraphs.")
    taken_from: Names = _list("Only in a draft: whose words these are, as halewood/2022-07-12#3.1.")
    to_decide: BilingualWords | None = Field(None, description="Only in a draft: what is still to be decided here.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not any(_SPOKEN(self)):
            raise PydanticCustomError("says_nothing", "nothing is said")
        if self.topic and self.text is None:
            raise PydanticCustomError("topic_without_words", "a topic")
        return self


MOST_OMITTED = 200
"""Strings that are left out of a source. Each is looked for in the whole of it."""


class SourceShape(Shape):
    """The document from which the text was taken; it lies in the same folder."""

    file: SourceName = Field(description="Its name: .txt, .md, .pdf, .docx, .odt or .rtf.")
    omits: Annotated[list[str], Field(max_length=MOST_OMITTED)] = _list(
        "Strings of it that are not text: page furniture, bookmarks."
    )
    address: WebAddress | None = Field(None, description="The address from which the document was fetched.")
    fetched: Date | None = Field(None, description="The day on which it was fetched.")


class MinuteShape(Shape):
    """The minute of the meeting that adopted a version."""

    reference: Line = Field(description="What the council calls it: the number, the meeting, the day.")
    address: WebAddress | None = Field(None, description="Where it can be read.")


class ProtocolShape(Shape):
    """One adopted version of a council's protocol."""

    title: AdoptedText = Field(description="The title by which it is known, in its own language.")
    language: Language = Field(description="The language in which the council adopted it.")
    adopted: Date | None = Field(None, description="YYYY-MM-DD, YYYY-MM or YYYY: never more than is known.")
    issued: Date | None = Field(None, description="The date of issue, where the document gives one.")
    reviewed: Date | None = Field(None, description="The last review, where the document gives one.")
    review_due: Date | None = Field(None, description="The next review, where the document gives one.")
    withdrawn: Date | None = Field(None, description="The day from which the council no longer applies it.")
    other_language: Literal["exists", "equal"] | None = Field(
        None,
        description="'exists': the council has it in the other language too, which is not held here; "
        "'equal': both languages were adopted alike, the other one being in the file beside this one.",
    )
    awaiting_review: bool = Field(
        False,
        description="true as long as the topics, by and to of this version have not been confirmed by a person: "
        "the site then shows its text alone.",
    )
    source: SourceShape | None = None
    minute: MinuteShape | None = Field(None, description="The minute of its adoption.")
    notes: list[BilingualWords] = _list("Editors' notes on the whole document.")
    body: Annotated[list[ProvisionShape], Field(min_length=1)]


class UnitShape(Shape):
    """A text and its translation: the text from which it was made, and the words made from it.

    The source is a list where the translation joins neighbouring statements.
    """

    en: Texts
    cy: Texts
    state: State | None = Field(None, description="Where it differs from the state of the whole file.")
    note: NonEmptyText | None = Field(None, description="A translator's note; a reason for what looks unusual.")
    waive: dict[str, NonEmptyText] = Field(
        default_factory=dict, description="Checks whose warnings are mistaken here, each by its name with the reason."
    )


def _as_units(value: object) -> object:
    return [value] if isinstance(value, dict) else value


Units = Annotated[
    list[UnitShape],
    Field(min_length=1, max_length=MOST_STATEMENTS),
    BeforeValidator(_as_units, json_schema_input_type=UnitShape | list[UnitShape]),
]


class TranslationShape(Shape):
    """The translation of one version into one language."""

    language: Language = Field(description="The language into which it is translated.")
    state: State = Field(description="The state of every unit that does not say otherwise.")
    source: SourceShape | None = Field(
        None, description="The council's own document in this language, where both languages were adopted alike."
    )
    units: dict[str, Units] = Field(
        description="By anchor: `2.3` for a text (a list, where the clause has several statements), "
        "`2.3 heading` for a heading, `document title` for the title."
    )


class CouncilShape(Shape):
    """A council and its facts."""

    name: BilingualLine
    short_name: BilingualLine
    kind: Line
    nation: Line
    ended: Date | None = Field(None, description="The day on which the council ceased to be.")
    succeeded_by: Line | None = Field(None, description="The folder of the council that took its place.")
    formerly: Names = _list("Names that its folder has had, the oldest first: their addresses lead on to it.")
    website: WebAddress | None = Field(None, description="The council's own website.")
    contact: Contact | None = Field(None, description="The council's own contact: an e-mail address or a page.")

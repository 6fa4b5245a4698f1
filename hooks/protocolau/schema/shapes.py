"""The shape of every file under `protocols/`: what validates it and what its JSON Schema is made from.

A description here is read twice: by whoever inherits the code, and by a clerk whose editor shows it.
"""

from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    InstanceOf,
    RootModel,
    model_validator,
)
from pydantic_core import PydanticCustomError

from protocolau.language import Language
from protocolau.language.marks import plain
from protocolau.read.dates import PartialDate

State = Literal["adopted", "reviewed", "draft"]
Kind = Literal[
    "title", "notice", "contents", "preamble", "control", "appendix", "adoption", "linked-policies",
    "review", "signature", "field",
]  # fmt: skip


def _not_empty(words: str) -> str:
    if not words.strip():
        raise PydanticCustomError("empty_text", "empty")
    return words


def _one_paragraph(words: str) -> str:
    if "\n" in words or "\r" in words:
        raise PydanticCustomError("line_break", "a line break")
    return words


def _marks_closed(words: str) -> str:
    try:
        printed = plain(words)
    except ValueError:
        raise PydanticCustomError("open_mark", "an unclosed star") from None
    _not_empty(printed)
    return words


def _date(written: object) -> PartialDate:
    try:
        if isinstance(written, str):
            return PartialDate.parse(written)
    except ValueError:
        pass
    shown = written if isinstance(written, str) else "not text"
    raise PydanticCustomError("impossible_date", "not a date", {"written": shown})


def _as_list(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _as_cell(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


NonEmptyText = Annotated[str, AfterValidator(_not_empty)]
Line = Annotated[NonEmptyText, AfterValidator(_one_paragraph)]
Text = Annotated[Line, AfterValidator(_marks_closed)]


def _list(description: str) -> Any:
    """A list that may be left out."""
    return Field(default_factory=list, description=description)


Names = Annotated[list[Line], BeforeValidator(_as_list, json_schema_input_type=str | list[str])]
_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
Date = Annotated[
    InstanceOf[PartialDate],
    BeforeValidator(_date, json_schema_input_type=Annotated[str, Field(pattern=_DATE)]),
    Field(examples=["2016-04-27", "2018-03", "2018"]),
]


class Shape(BaseModel):
    """What every mapping has in common: no key that is not known."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BilingualWords(Shape):
    """The same words in English and in Welsh."""

    en: NonEmptyText
    cy: NonEmptyText


class StepShape(Shape):
    """A stage of a cycle."""

    label: BilingualWords
    party: Line | None = Field(None, description="The party that leads it.")


class DiagramShape(Shape):
    """A drawing that the source lacks: redrawn from the clauses around it, or known to be missing."""

    missing: bool = Field(False, description="true where the source's drawing is lost and nothing may be invented.")
    kind: Literal["cycle"] | None = Field(None, description="How the editors have redrawn it.")
    steps: list[StepShape] = _list("The stages, in order, where it is a cycle.")


class Tags(Shape):
    """What an editor says about a provision so that it can be compared."""

    topic: Names = _list("The topic, or a list of topics with the main one first.")
    party: Line | None = Field(None, description="Who has the role, is bound by it or may expect it.")
    policies: Names = _list("The policies, laws and guides that these very words cite.")
    refers_to: Names = _list("Anchors of provisions of this protocol that the words refer to.")
    notes: list[BilingualWords] = _list("Editors' notes: ours, never the council's.")


class CellShape(Tags):
    """A cell of a table."""

    text: Text
    span: Annotated[int, Field(ge=1, le=12)] = Field(1, description="The number of columns that it covers.")


Cell = Annotated[CellShape, BeforeValidator(_as_cell, json_schema_input_type=Line | CellShape)]


class TableShape(Shape):
    """A table: a row of column heads, if any, and rows of cells."""

    columns: list[Cell] = _list("The heads of the columns; left out where none are printed.")
    row_headers: bool = Field(False, description="true where the first cell of each row names the row.")
    rows: Annotated[list[Annotated[list[Cell], Field(min_length=1)]], Field(min_length=1)]


SPEAKING = ("heading", "text", "items", "table", "diagram", "provisions")
"""The keys by which a provision says something."""


class ProvisionShape(Tags):
    """A numbered or unnumbered unit: part, section, clause, paragraph, list item or table."""

    id: Annotated[Line, Field(pattern=r"^[\w.-]+$")] | None = Field(None, description="An anchor fixed by hand; rare.")
    kind: Kind | None = Field(None, description="What it is, where it is not an ordinary provision.")
    number: Line | None = Field(None, description="The number exactly as printed, punctuation included.")
    heading: Text | None = Field(None, description="The heading as printed.")
    text: Text | None = Field(None, description="One paragraph as adopted, to the letter; **bold** and *italic*.")
    lang: Language | None = Field(None, description="The language of these words, where it is not the protocol's.")
    items: list["ProvisionShape"] = _list("The list that follows the text.")
    table: TableShape | None = None
    diagram: DiagramShape | None = None
    provisions: list["ProvisionShape"] = _list("What follows inside it: clauses, further paragraphs.")

    @model_validator(mode="after")
    def _says_something(self) -> "ProvisionShape":
        if not any(getattr(self, key) for key in SPEAKING):
            raise PydanticCustomError("says_nothing", "nothing is said")
        return self


class SourceShape(Shape):
    """The document from which the text was taken; it lies in the same folder."""

    file: Line
    omits: list[str] = _list("Strings of it that are not text: page furniture, bookmarks.")


class ProtocolShape(Shape):
    """One adopted version of a council's protocol."""

    title: Line = Field(description="The title by which it is known, in its own language.")
    language: Language = Field(description="The language in which the council adopted it.")
    adopted: Date | None = Field(None, description="YYYY-MM-DD, YYYY-MM or YYYY: never more than is known.")
    issued: Date | None = Field(None, description="The date of issue, where the document gives one.")
    reviewed: Date | None = Field(None, description="The last review, where the document gives one.")
    review_due: Date | None = Field(None, description="The next review, where the document gives one.")
    source: SourceShape | None = None
    notes: list[BilingualWords] = _list("Editors' notes on the whole document.")
    body: Annotated[list[ProvisionShape], Field(min_length=1)]


class UnitShape(Shape):
    """A text and its translation: the text from which it was made, and the words made from it."""

    en: Text
    cy: Text
    state: State | None = Field(None, description="Where it differs from the state of the whole file.")
    note: NonEmptyText | None = Field(None, description="A translator's note; a reason for what looks unusual.")
    waive: dict[str, NonEmptyText] = Field(
        default_factory=dict, description="Checks whose warnings are mistaken here, each by its name with the reason."
    )


class TranslationShape(Shape):
    """The translation of one version into one language."""

    language: Language = Field(description="The language into which it is translated.")
    state: State = Field(description="The state of every unit that does not say otherwise.")
    units: dict[str, UnitShape] = Field(
        description="By anchor: `2.3` for a text, `2.3 heading` for a heading, `document title` for the title."
    )


class CouncilShape(Shape):
    """A council and its facts."""

    name: BilingualWords
    short_name: BilingualWords
    kind: Line
    nation: Line


class TopicShape(Shape):
    """A topic: its name and a line that explains it."""

    name: BilingualWords
    summary: BilingualWords


class TopicGroupShape(TopicShape):
    """A group of topics."""

    topics: Annotated[dict[str, TopicShape], Field(min_length=1)]


class TopicsShape(Shape):
    """Every topic, in groups."""

    groups: Annotated[dict[str, TopicGroupShape], Field(min_length=1)]


class PhrasesShape(Shape):
    """The words by which something is called in each language."""

    en: list[Line] = []
    cy: list[Line] = []


class PolicyShape(TopicShape):
    """A law, code, procedure or guide that protocols cite."""

    kind: Literal["law", "code", "procedure", "rules", "principles", "guidance"]
    phrases: PhrasesShape = PhrasesShape()


class TermShape(Shape):
    """An entry of the glossary."""

    term: BilingualWords
    plural: BilingualWords | None = None
    explanation: BilingualWords
    also: PhrasesShape = Field(PhrasesShape(), description="Other words for it.")
    avoid: PhrasesShape = Field(PhrasesShape(), description="Renderings that are wrong or misleading.")
    seen: BilingualWords | None = Field(None, description="Where the Welsh was seen in print.")
    draft: bool = Field(False, description="true for a rendering not yet found in print.")


class PartyShape(TopicShape):
    """A party, and what protocols call it."""

    called: PhrasesShape = Field(PhrasesShape(), description="Names of one of them; Welsh unmutated.")
    called_together: PhrasesShape = Field(PhrasesShape(), description="Names of several of them; Welsh unmutated.")
    excepted: PhrasesShape = Field(
        PhrasesShape(), alias="except", description="Phrases that hold such a name and mean somebody else."
    )


class PartiesShape(RootModel[dict[str, PartyShape]]):
    """The parties."""


class PoliciesShape(RootModel[dict[str, PolicyShape]]):
    """The policies, laws and guides."""


class GlossaryShape(RootModel[dict[str, TermShape]]):
    """The glossary."""


class NamesShape(RootModel[dict[str, BilingualWords]]):
    """Things that have nothing but a name."""


class SenseShape(Shape):
    """Renderings of a glossary's word where it is used in another sense or as another part of speech."""

    en: list[Line] = _list("English that its Welsh may also stand for.")
    cy: list[Line] = _list("Welsh that may also stand for its English, unmutated.")
    reason: Line = Field(description="Why these are right where the glossary's own word is not used.")


class AcceptedWordsShape(Shape):
    """Words and names that are well spelt though the dictionary lacks them, and other senses of glossary words."""

    words: dict[Line, Line] = Field(default_factory=dict, description="Each with why it is right or where it was seen.")
    names: dict[Line, Line] = Field(default_factory=dict, description="Each with whose or what name it is.")
    senses: dict[str, SenseShape] = Field(default_factory=dict, description="By the key of the glossary.")


SHAPES: dict[str, type[BaseModel]] = {
    "protocol": ProtocolShape,
    "translation": TranslationShape,
    "council": CouncilShape,
    "topics": TopicsShape,
    "parties": PartiesShape,
    "policies": PoliciesShape,
    "glossary": GlossaryShape,
    "words": AcceptedWordsShape,
    "names": NamesShape,
}
"""Each kind of file by the name of its JSON Schema."""

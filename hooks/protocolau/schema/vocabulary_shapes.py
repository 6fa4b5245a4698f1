"""The shapes of the vocabulary's files."""

from typing import Annotated, Literal

from pydantic import Field, RootModel

from protocolau.schema.fields import BilingualWords, Line, Names, Shape, Slug
from protocolau.schema.fields import optional_list as _list


class NamedShape(Shape):
    """A thing of the vocabulary: its name and a line that explains it."""

    name: BilingualWords
    summary: BilingualWords


class TopicShape(NamedShape):
    """A topic: what is in it, what is not, and its neighbours."""

    excludes: BilingualWords | None = Field(None, description="What is near and belongs elsewhere.")
    see: Names = _list("The topics to look at before choosing this one.")


class TopicGroupShape(NamedShape):
    """A group of topics."""

    topics: Annotated[dict[Slug, TopicShape], Field(min_length=1)]


class TopicsShape(Shape):
    """Every topic, in groups."""

    groups: Annotated[dict[Slug, TopicGroupShape], Field(min_length=1)]


class PhrasesShape(Shape):
    """The words by which something is called in each language."""

    en: list[Line] = []
    cy: list[Line] = []


class PolicyShape(NamedShape):
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
    excepted: PhrasesShape = Field(
        PhrasesShape(), alias="except", description="Phrases that hold a word for it and mean something else."
    )
    found_as: PhrasesShape = Field(
        PhrasesShape(),
        description="Phrases by which alone it is explained in a text, where a word for it mostly means another thing.",
    )
    explained: bool = Field(True, description="false for a phrase that is fixed for translators alone.")


class PartyShape(NamedShape):
    """A party, the side it is on if on any, and what protocols call it."""

    side: Literal["members", "officers", "both"] | None = None
    called: PhrasesShape = Field(PhrasesShape(), description="Names of one of them; Welsh unmutated.")
    called_together: PhrasesShape = Field(PhrasesShape(), description="Names of several of them; Welsh unmutated.")
    excepted: PhrasesShape = Field(
        PhrasesShape(), alias="except", description="Phrases that hold such a name and mean somebody else."
    )
    named_as: PhrasesShape = Field(
        PhrasesShape(),
        description="Further names of those who belong to it, which are not each other's; Welsh unmutated.",
    )


class PartiesShape(RootModel[dict[Slug, PartyShape]]):
    """The parties."""


class DocumentKindShape(NamedShape):
    """A kind of document, and the topics that one may expect of it."""

    plural: BilingualWords
    expects: Names = _list("The topics on whose absence a reader may be told of silence.")


class DocumentsShape(RootModel[dict[Slug, DocumentKindShape]]):
    """The kinds of document."""


class PoliciesShape(RootModel[dict[Slug, PolicyShape]]):
    """The policies, laws and guides."""


class GlossaryShape(RootModel[dict[Slug, TermShape]]):
    """The glossary."""


class NamesShape(RootModel[dict[Slug, BilingualWords]]):
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

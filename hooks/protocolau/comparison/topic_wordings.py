"""Councils that say the same on a topic in the same words, grouped."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache

from protocolau.comparison.compared_statements import ComparedStatement, statements_on
from protocolau.comparison.leading_headings import leading_beginning, leading_headings
from protocolau.comparison.turning import turning_lines
from protocolau.language.marks import plain
from protocolau.language.tokens import word_tokens
from protocolau.model.excerpt import Excerpt
from protocolau.model.governing import last_sentence
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import MEMBERS

WordingKey = tuple[str, ...]
"""The language of adoption, and the words of each statement: equal for versions that say the same."""


@dataclass(frozen=True)
class TopicSpeaker:
    """A version that speaks of a topic, as a reader of a language is shown it."""

    version: Version
    topic: str
    language: str

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchors of the provisions that speak of it, each once."""
        return self.version.anchors_on(self.topic)

    @cached_property
    def statements(self) -> tuple[ComparedStatement, ...]:
        """What it says: asked of the first of those who say the same, and seldom of the others."""
        return statements_on(self.version, self.topic, self.language)


@dataclass(frozen=True, slots=True)
class TopicWording:
    """The words that one or more councils use on a topic."""

    speakers: tuple[TopicSpeaker, ...]

    @property
    def first(self) -> TopicSpeaker:
        """The speaker whose words stand for all: theirs differ in case and punctuation at most. Who adopted both
        languages alike comes before whose words are translated."""
        return self.speakers[0]

    @property
    def key(self) -> WordingKey:
        """What its speakers have in common."""
        return wording_key(self.first.version, (one.statement for one in self.first.statements))


def topic_wordings(speakers: Iterable[Version], topic: str, language: str) -> list[TopicWording]:
    """The wordings of a topic, as they were adopted and as a reader of a language is shown them, the one most in use
    first.

    Case and punctuation make no difference; a "not" or a "may" in what leads into the words does. Grouping looks at
    each council once.
    """
    groups: dict[Hashable, list[TopicSpeaker]] = {}
    for version in speakers:
        key = version.wording if isinstance(version, Excerpt) else grouping_key(version, topic)
        groups.setdefault(key, []).append(TopicSpeaker(version, topic, language))
    wordings = (TopicWording(tuple(sorted(group, key=_is_translated))) for group in groups.values())
    return sorted(wordings, key=lambda wording: -len(wording.speakers))


def _is_translated(speaker: TopicSpeaker) -> bool:
    """Whether what a reader of one of the languages is shown of it is a translation."""
    return speaker.version.other_language != "equal"


def grouping_key(version: Version, topic: str) -> Hashable:
    """A key that is equal for versions whose adopted words on a topic are the same, under words that deny, force and
    condition them alike and of the same people: what members must not do is not what they may, though it be said in the
    same words."""
    said = version.by_topic[topic]
    return wording_key(version, said), tuple(_turned(version, statement) for statement in said)


def _turned(version: Version, statement: Statement) -> tuple[int | str, ...]:
    """What turns a statement that is not in its own words: what leads into it, and of whom alone it is said."""
    governing = version.governing[statement.anchor]
    headings = [one.heading or "" for one in leading_headings(governing)]
    begins = last_sentence(" ".join(one.text for one in leading_beginning(version, statement)))
    texts = [*headings, *(one.text for one in governing.lead_ins)]
    lines = (line for text in (*texts, begins) for line in turning_lines(plain(text), version.language))
    is_told_above = texts or (governing.headings and MEMBERS in statement.by)  # of a list that names nobody
    return (*lines, *(statement.by if is_told_above and len(statement.by) == 1 else ()))


def wording_key(version: Version, statements: Iterable[Statement]) -> WordingKey:
    """A key that is equal for versions whose adopted words on a topic are the same."""
    return (version.language, *(words_in_line(_with_row_head(version, statement)) for statement in statements))


def _with_row_head(version: Version, statement: Statement) -> str:
    """The words of a statement, and before those of a cell what names its place: `5 days` is said of many things."""
    said = (*version.governing[statement.anchor].row_head, statement)
    return " ".join(plain(one.text) for one in said)


@lru_cache(maxsize=2**14)
def words_in_line(text: str) -> str:
    """The words of a text in one line: equal for texts of the same words. Many councils have the same texts."""
    return " ".join(word_tokens(text))

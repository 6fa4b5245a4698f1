"""Councils that say the same on a topic in the same words, grouped."""

from collections.abc import Iterable
from dataclasses import dataclass

from protocolau.comparison.compared_statements import ComparedStatement, statements_on
from protocolau.language.marks import plain
from protocolau.language.tokens import word_tokens
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement

WordingKey = tuple[str, ...]
"""The language of adoption, and the words of each statement: equal for versions that say the same."""


@dataclass(frozen=True, slots=True)
class TopicSpeaker:
    """A version that speaks of a topic, with what it says."""

    version: Version
    statements: tuple[ComparedStatement, ...]


@dataclass(frozen=True, slots=True)
class TopicWording:
    """The words that one or more councils use on a topic."""

    speakers: tuple[TopicSpeaker, ...]

    @property
    def first(self) -> TopicSpeaker:
        """The speaker whose words stand for all: theirs differ in case and punctuation at most."""
        return self.speakers[0]

    @property
    def key(self) -> WordingKey:
        """What its speakers have in common."""
        return wording_key(self.first.version, (one.statement for one in self.first.statements))


def topic_wordings(speakers: Iterable[Version], topic: str, language: str) -> list[TopicWording]:
    """The wordings of a topic, as they were adopted and as a reader of a language is shown them, the one most in use
    first.

    Case and punctuation make no difference. Grouping looks at each council once.
    """
    groups: dict[WordingKey, list[TopicSpeaker]] = {}
    for version in speakers:
        key = wording_key(version, version.by_topic[topic])
        groups.setdefault(key, []).append(TopicSpeaker(version, statements_on(version, topic, language)))
    wordings = (TopicWording(tuple(group)) for group in groups.values())
    return sorted(wordings, key=lambda wording: -len(wording.speakers))


def wording_key(version: Version, statements: Iterable[Statement]) -> WordingKey:
    """A key that is equal for versions whose adopted words on a topic are the same."""
    return (version.language, *(same_words(plain(statement.text)) for statement in statements))


def same_words(text: str) -> str:
    """The words of a text in one line: equal for texts of the same words."""
    return " ".join(word_tokens(text))

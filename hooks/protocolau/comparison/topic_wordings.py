"""Councils that say the same on a topic in the same words, grouped."""

from collections.abc import Iterable
from dataclasses import dataclass

from protocolau.comparison.compared_statements import ComparedStatement, statements_on
from protocolau.language.tokens import word_tokens
from protocolau.model.protocol import Version


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


def topic_wordings(speakers: Iterable[Version], topic: str, language: str) -> list[TopicWording]:
    """The wordings of a topic as a reader of a language is shown them, the one most in use first.

    Case and punctuation make no difference. Grouping looks at each council once.
    """
    groups: dict[tuple[str, ...], list[TopicSpeaker]] = {}
    for version in speakers:
        statements = statements_on(version, topic, language)
        groups.setdefault(_key(statements), []).append(TopicSpeaker(version, statements))
    wordings = (TopicWording(tuple(group)) for group in groups.values())
    return sorted(wordings, key=lambda wording: -len(wording.speakers))


def wording_key(version: Version, topic: str, language: str) -> tuple[str, ...]:
    """A key that is equal for versions whose words on a topic are the same."""
    return _key(statements_on(version, topic, language))


def _key(statements: Iterable[ComparedStatement]) -> tuple[str, ...]:
    return tuple(same_words(statement.text) for statement in statements)


def same_words(text: str) -> str:
    """The words of a text in one line: equal for texts of the same words."""
    return " ".join(word_tokens(text))

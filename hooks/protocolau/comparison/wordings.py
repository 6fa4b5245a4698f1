"""Councils that say the same on a topic in the same words, grouped."""

from collections.abc import Iterable
from dataclasses import dataclass

from protocolau.comparison.compared_clauses import ComparedClause, clauses_on
from protocolau.language.tokens import word_tokens
from protocolau.model.protocol import Version


@dataclass(frozen=True, slots=True)
class TopicSpeaker:
    """One council's clauses on a topic."""

    version: Version
    clauses: tuple[ComparedClause, ...]


@dataclass(frozen=True, slots=True)
class TopicWording:
    """The words that one or more councils use on a topic: the first council's stand for all."""

    voices: tuple[TopicSpeaker, ...]


def topic_wordings(speakers: Iterable[Version], topic: str, language: str) -> list[TopicWording]:
    """The wordings of a topic as a reader of a language is shown them, the one most in use first.

    Case and punctuation make no difference. Grouping looks at each council once.
    """
    groups: dict[tuple[str, ...], list[TopicSpeaker]] = {}
    for version in speakers:
        found = clauses_on(version, topic, language)
        groups.setdefault(_key(found), []).append(TopicSpeaker(version, found))
    return sorted((TopicWording(tuple(voices)) for voices in groups.values()), key=lambda wording: -len(wording.voices))


def key_of(version: Version, topic: str, language: str) -> tuple[str, ...]:
    """Equal for versions whose words on a topic are the same."""
    return _key(clauses_on(version, topic, language))


def _key(clauses: Iterable[ComparedClause]) -> tuple[str, ...]:
    return tuple(same_words(clause.text) for clause in clauses)


def same_words(text: str) -> str:
    """The words of a text in one line: equal for texts of the same words."""
    return " ".join(word_tokens(text))

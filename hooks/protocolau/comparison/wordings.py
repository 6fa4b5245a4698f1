"""Councils that say the same on a topic in the same words, grouped."""

from collections.abc import Iterable
from dataclasses import dataclass

from protocolau.comparison.clauses import Clause, clauses_on
from protocolau.comparison.words import words
from protocolau.model.protocol import Version


@dataclass(frozen=True, slots=True)
class Voice:
    """One council's clauses on a topic."""

    version: Version
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """The words that one or more councils use on a topic: the first council's stand for all."""

    voices: tuple[Voice, ...]


def wordings(speakers: Iterable[Version], topic: str, language: str) -> list[Wording]:
    """The wordings of a topic as a reader of a language is shown them, the one most in use first.

    Case and punctuation make no difference. Grouping looks at each council once.
    """
    groups: dict[tuple[str, ...], list[Voice]] = {}
    for version in speakers:
        found = clauses_on(version, topic, language)
        groups.setdefault(_key(found), []).append(Voice(version, found))
    return sorted((Wording(tuple(voices)) for voices in groups.values()), key=lambda wording: -len(wording.voices))


def key_of(version: Version, topic: str, language: str) -> tuple[str, ...]:
    """Equal for versions whose words on a topic are the same."""
    return _key(clauses_on(version, topic, language))


def _key(clauses: Iterable[Clause]) -> tuple[str, ...]:
    return tuple(same_words(clause.text) for clause in clauses)


def same_words(text: str) -> str:
    """The words of a text in one line: equal for texts of the same words."""
    return " ".join(words(text))

"""Where a council is said not to speak of a topic, and yet has nearly the words that another says on it.

That a council does not speak of something is a public statement about it, and follows from the topics that editors gave
its statements. Measured on the five protocols: of the words of another's statement nine in ten, in their order, stand
nowhere but in what says the same.
"""

from collections import defaultdict
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from typing import NamedTuple

from protocolau.language.tokens import PartyNames, tokens
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import Library
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.read.problem import Problem

FEWEST_WORDS = 6
"""Words below which a statement says too little to be known again."""
NEARLY_ALL = 0.9
"""The share of the words of a statement that stand in another that says it too."""
RUN = 5
"""Neighbouring words that both have, at least."""

Words = tuple[str, ...]


class _Said(NamedTuple):
    """What a council says on a topic."""

    topic: str
    words: Words
    council: str
    anchor: str


def doubtful_silences(library: Library) -> Iterator[Problem]:
    """Statements with the words of another council's on a topic of which their own council is not said to speak."""
    for index in library.by_kind.values():
        for language in sorted({version.language for version in index.versions}):
            yield from _in_language(index, language, party_names(library.vocabulary, language))


def _in_language(index: KindIndex, language: str, names: PartyNames) -> Iterator[Problem]:
    @lru_cache(maxsize=65536)
    def words_of(text: str) -> Words:
        return tuple(token.key.partition("/")[0] for token in tokens(text, names) if token.is_word)

    versions = [version for version in index.versions if version.language == language]
    said: dict[Words, dict[tuple[str, Words], _Said]] = defaultdict(dict)
    for version in versions:
        for statement in version.statements:
            words = words_of(statement.text)
            if statement.topic and len(words) >= FEWEST_WORDS:
                one = _Said(statement.topic, words, version.council, statement.anchor)
                for run in _runs_of(words):
                    said[run].setdefault((one.topic, words), one)
    for version in versions:
        for statement in version.statements:
            words = words_of(statement.text)
            found = (one for at in range(len(words) - RUN + 1) for one in said.get(words[at : at + RUN], {}).values())
            yield from _unsaid(version, statement, words, found)


def _runs_of(words: Words) -> set[Words]:
    """Runs by which a statement is known: of its beginning, its middle and its end."""
    last = len(words) - RUN
    return {words[at : at + RUN] for at in (0, last // 2, last)}


def _unsaid(version: Version, statement: Statement, words: Words, found: Iterator[_Said]) -> Iterator[Problem]:
    told = {*version.spoken}
    for one in found:
        if one.topic not in told and one.council != version.council and _share(one.words, words) >= NEARLY_ALL:
            told.add(one.topic)
            where = f"{one.council} {one.anchor}"
            what = f"has nearly the words of {where}, on '{one.topic}', of which this council is said not to speak"
            line = version.provisions[statement.anchor].line
            yield Problem(version.path, line, what, "give them that topic too, unless they say nothing on it")


def _share(words: Words, others: Words) -> float:
    """How many of some words others have in the same order, from 0 to 1."""
    blocks = SequenceMatcher(None, words, others, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks) / len(words)

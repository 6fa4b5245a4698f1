"""From words to what people would say of them, with how sure that is."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TypeVar

from protocolau.importing.suggestions.examples import Examples, TaggedWords
from protocolau.importing.suggestions.likeness import LikenessIndex
from protocolau.importing.suggestions.parties import own_parties, parties_of
from protocolau.importing.suggestions.sentence import Parties, other_side

_NEIGHBOURS = 6
_POWER = 3
"""How much more the likest count than the less like."""
_TOPIC = 4.0
"""What a topic's own summary counts beside a statement of it."""
_SECOND = 0.3
"""What the further topics of a statement count beside its principal one."""
_ALIKE = 0.5
"""A likeness above which a statement says nearly the same as another."""
_FIRM = 0.6
"""A likeness from which the parties of the likest statements are believed more than the grammar."""

_SURE = ((0.0, 40), (0.1, 50), (0.2, 58), (0.5, 80), (0.7, 93), (0.9, 98))
"""How many of a hundred principal topics were right from a score on, each council suggested from the others;
`python -m tests.suggestion_quality` measures it again."""

_SENTENCE = re.compile(
    r"(?<!e\.g\.)(?<!i\.e\.)(?<!e\.e\.)(?<!h\.y\.)(?<!\bNo\.)(?<!\bCllr\.)(?<!\bCyng\.)(?<!\bMr\.)(?<!\bMrs\.)(?<=[.!?;])"
    r"[*’”\"')]*\s+(?=[*‘“\"'(]*[A-ZÂÊÎÔÛŴŶ])"
)
"""Between two sentences: behind the full stop of an abbreviation none ends."""
CUT_SURE = 0.12
"""The score that both topics need where a paragraph is cut between them."""
_TELLING = 3000
"""Letters of a part that tell what it is about. A document whose line breaks are lost may be one paragraph, whose part
so far would be judged again with each of its sentences."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What may be said of some words."""

    text: str
    topics: tuple[str, ...]
    by: tuple[str, ...]
    to: tuple[str, ...]
    sure: int
    """How many of a hundred such suggestions have the right topic."""
    others: tuple[str, ...] = ()
    """The topics that come next."""


class Suggester:
    """Suggests from examples."""

    def __init__(self, examples: Examples):
        self._examples = examples
        self._statements = LikenessIndex(examples.language, examples.statements, examples.names)
        self._topics = LikenessIndex(examples.language, examples.topics, examples.names, beside=self._statements)

    def suggest(self, words: TaggedWords) -> Suggestion:
        """What may be said of a statement."""
        return self._judged(words)[0]

    def _judged(self, words: TaggedWords) -> tuple[Suggestion, float]:
        alike = self._statements.likest(words, _NEIGHBOURS)
        scores = self._topic_scores(words, alike)
        total = sum(scores.values()) or 1.0
        ranked = [topic for topic, _ in _ranked(scores)[:4]]
        score = self._score(scores, total, alike)
        by, to = self._parties(words, alike)
        topics = (ranked[0],) if ranked and ranked[0] else ()
        others = tuple(topic for topic in ranked if topic and topic not in topics)[:3]
        return Suggestion(words.text, topics, by, to, _sure(score), others), score

    def statements_of(self, words: TaggedWords) -> list[Suggestion]:
        """A paragraph as the statements into which it may be cut, between sentences of different topics, or
        of which one binds members and the other officers."""
        sentences = [part for part in _SENTENCE.split(words.text) if part]
        if len(sentences) < 2 or " ".join(sentences) != words.text or "*" in words.text:
            return [self.suggest(words)]
        judged = cache(lambda beginning: self._judged(replace(words, text=beginning)))
        parts = [sentences[0]]
        for sentence in sentences[1:]:
            begun, sentence_begun = parts[-1][:_TELLING], sentence[:_TELLING]
            (before, sure), (after, as_sure) = judged(begun), judged(sentence_begun)
            apart = before.topics != after.topics and min(sure, as_sure) >= CUT_SURE
            if apart or self._bind_apart(begun, sentence_begun):
                parts.append(sentence)
            else:
                parts[-1] += f" {sentence}"
        return [replace(judged(part[:_TELLING])[0], text=part) for part in parts]

    def _bind_apart(self, before: str, after: str) -> bool:
        """Whether by the grammar of two sentences one binds members alone, and the other officers alone."""
        names, language = self._examples.names, self._examples.language
        one, other = (own_parties(text, names, language).by for text in (before, after))
        return bool(other) and other == other_side(one)

    def _score(self, scores: dict[str | None, float], total: float, alike: Sequence[tuple[int, float]]) -> float:
        nearest = min(1.0, alike[0][1] / _ALIKE) if alike else 0.0
        return _ranked(scores)[0][1] / total * nearest if scores else 0.0

    def _topic_scores(self, words: TaggedWords, alike: Sequence[tuple[int, float]]) -> dict[str | None, float]:
        """The topics of the likest statements, and those whose summary is like; None stands for no topic."""
        scores: dict[str | None, float] = defaultdict(float)
        for place, likeness in alike:
            topics = self._examples.statements[place].topics
            for position, topic in enumerate(topics or (None,)):
                scores[topic] += likeness**_POWER * (_SECOND if position else 1)
        for place, likeness in self._topics.likest(words, len(self._examples.topics)):
            scores[self._examples.topics[place].topics[0]] += _TOPIC * likeness**_POWER
        return scores

    def _parties(self, words: TaggedWords, alike: Sequence[tuple[int, float]]) -> Parties:
        """By the grammar; where it does not tell, or nearly the same has been said, as the likest have it."""
        said, is_plain = parties_of(words, self._examples.names, self._examples.language)
        near = alike[0][1] if alike and not is_plain else 0.0
        found = []
        for field, own in (("by", said.by), ("to", said.to)):
            votes: dict[tuple[str, ...], float] = defaultdict(float)
            for place, likeness in alike:
                votes[getattr(self._examples.statements[place], field)] += likeness**_POWER
            likest, weight = _ranked(votes)[0] if votes else ((), 0.0)
            firm = near > _FIRM and weight > _FIRM * sum(votes.values())
            found.append(likest if firm or not own else own)
        return Parties(*found)


Scored = TypeVar("Scored")


def _ranked(scores: Mapping[Scored, float]) -> list[tuple[Scored, float]]:
    """The highest first; of two as high the one that was found first."""
    return sorted(scores.items(), key=lambda one: -one[1])


def _sure(score: float) -> int:
    return next(percent for least, percent in reversed(_SURE) if score >= least)

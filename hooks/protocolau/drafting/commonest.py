"""The commonest wording of each topic, as the clauses of a draft, each saying where its words come from.

Where no wording is more common than the others, it is the one most like all of them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from protocolau.comparison.topic_wordings import same_words, topic_wordings
from protocolau.language import other
from protocolau.language.marks import plain
from protocolau.library.kind_index import KindIndex
from protocolau.model.governing import ends_sentence, sentence_before
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic, TopicGroup
from protocolau.translation.reading import Reading

_OF_ONE_COUNCIL = frozenset(
    ("title", "notice", "contents", "control", "adoption", "linked-policies", "review", "signature", "field", "cell")
)
"""Kinds of provisions whose words are about one document alone; a cell means nothing outside its table."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a statement in the language of a draft, and in the other one where they are known."""

    statement: Statement
    text: str
    other: str | None


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A paragraph of a draft: what leads into it, if anything does, and statements that follow one another."""

    version: Version
    lead_in: tuple[Words, ...]
    paragraphs: tuple[tuple[Words, ...], ...]
    """One that is led into nothing else has one; a list has one for each of its items."""

    @property
    def words(self) -> Iterator[Words]:
        """All its words, in order."""
        yield from self.lead_in
        for paragraph in self.paragraphs:
            yield from paragraph


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """What a draft says on a topic."""

    topic: Topic
    clauses: tuple[DraftClause, ...]
    saying: int
    """How many councils say just this."""
    speaking: int
    """How many councils speak of it."""


@dataclass(frozen=True, slots=True)
class GroupDraft:
    """What a draft says on the topics of a group."""

    group: TopicGroup
    topics: tuple[TopicDraft, ...]


def commonest(index: KindIndex, groups: Sequence[TopicGroup], language: str) -> tuple[GroupDraft, ...]:
    """What the documents of a kind say on each topic, in their commonest words, in the order of the vocabulary."""
    taken: set[tuple[str, str, int]] = set()
    drafts = (GroupDraft(group, tuple(_topics(index, group, language, taken))) for group in groups)
    return tuple(draft for draft in drafts if draft.topics)


def title(index: KindIndex, language: str) -> tuple[str, Version]:
    """The title that is most like those of all, and whose it is."""
    titles = [(Reading(version, language).title.text, version) for version in index.versions]
    return max(titles, key=lambda one: sum(fuzz.token_sort_ratio(one[0], other) for other, _ in titles))


def _topics(
    index: KindIndex, group: TopicGroup, language: str, taken: set[tuple[str, str, int]]
) -> Iterator[TopicDraft]:
    for topic in group.topics:
        speakers = [one for one in index.speakers[topic.slug] if _principal(one, topic, language)]
        if not speakers:
            continue
        version, saying = _commonest_speaker(speakers, topic, language)
        clauses = tuple(_clauses(version, _principal(version, topic, language), language, taken))
        if clauses:
            yield TopicDraft(topic, clauses, saying, len(index.speakers[topic.slug]))


def _principal(version: Version, topic: Topic, language: str) -> list[Statement]:
    """The statements of which a topic is the principal one, and whose words are known in a language."""
    return [
        one
        for one in version.by_topic.get(topic.slug, ())
        if one.topic == topic.slug and one.anchor not in _of_one_council(version) and words_in(version, one, language)
    ]


@cache
def _of_one_council(version: Version) -> frozenset[str]:
    """The anchors of what is about one document alone, with all that stands inside it."""
    outer = (one for one in version.provisions.values() if one.kind in _OF_ONE_COUNCIL)
    return frozenset(inner.anchor for one in outer for inner in one.walk())


def _commonest_speaker(speakers: list[Version], topic: Topic, language: str) -> tuple[Version, int]:
    """The version whose words on a topic stand for most councils, and for how many."""
    wordings = topic_wordings(speakers, topic.slug, language)
    most = len(wordings[0].speakers)
    texts = {one: _text(one, topic, language) for one in speakers}
    candidates = [wording.first.version for wording in wordings if len(wording.speakers) == most]
    return max(candidates, key=lambda one: sum(fuzz.token_set_ratio(texts[one], text) for text in texts.values())), most


def _text(version: Version, topic: Topic, language: str) -> str:
    said = (words_in(version, one, language) or "" for one in _principal(version, topic, language))
    return same_words(plain(" ".join(said)))


def words_in(version: Version, statement: Statement, language: str) -> str | None:
    """The words of a statement in a language; None where they are not known there, or not by themselves."""
    provision = version.provisions[statement.anchor]
    if provision.language == language:
        return statement.text
    for segment in Reading(version, language).segments(provision):
        if statement.position in segment.statements:
            known = segment.language == language and segment.state not in ("missing", "stale")
            return segment.text if known and len(segment.statements) == 1 else None
    return None


def _clauses(
    version: Version, statements: Sequence[Statement], language: str, taken: set[tuple[str, str, int]]
) -> Iterator[DraftClause]:
    """Statements as paragraphs; those that the same words lead into become one list."""
    leading = {one for statement in statements for one in version.governing[statement.anchor].lead_ins}
    lists: dict[tuple[Statement, ...], list[tuple[Words, ...]]] = {}
    for statement in statements:
        sentence = [one for one in _sentence(version, statement) if _key(version, one) not in taken]
        if (
            statement in leading
            or statement not in sentence
            or not all(words_in(version, one, language) for one in sentence)
        ):
            continue
        taken.update(_key(version, one) for one in sentence)
        lead_in = version.governing[statement.anchor].lead_ins
        lists.setdefault(lead_in, []).append(_words(version, sentence, language))
    for lead_in, paragraphs in lists.items():
        if lead_in and all(words_in(version, one, language) for one in lead_in):
            yield DraftClause(version, _words(version, lead_in, language), tuple(paragraphs))
        elif not lead_in:
            yield from (DraftClause(version, (), (paragraph,)) for paragraph in paragraphs)


def _sentence(version: Version, statement: Statement) -> tuple[Statement, ...]:
    """A statement with the others of its sentence, where it is but a part of one."""
    spoken = version.provisions[statement.anchor].statements
    start = statement.position - len(sentence_before(spoken, statement.position))
    end = statement.position
    while end + 1 < len(spoken) and not ends_sentence(spoken[end].text):
        end += 1
    return spoken[start : end + 1]


def _words(version: Version, statements: Sequence[Statement], language: str) -> tuple[Words, ...]:
    return tuple(
        Words(one, words_in(version, one, language) or "", words_in(version, one, other(language)))
        for one in statements
    )


def _key(version: Version, statement: Statement) -> tuple[str, str, int]:
    return version.council, statement.anchor, statement.position

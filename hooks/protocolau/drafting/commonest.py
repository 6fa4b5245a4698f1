"""The commonest wording of each topic, as the clauses of a draft, each saying where its words come from.

Where no wording is more common than the others, it is the one most like all of them.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from rapidfuzz import fuzz

from protocolau.comparison.leading_headings import leading_headings
from protocolau.comparison.topic_wordings import topic_wordings, words_in_line
from protocolau.language import other
from protocolau.language.marks import plain
from protocolau.library.kind_index import KindIndex
from protocolau.model.governing import ends_sentence, sentence_before
from protocolau.model.protocol import Version
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic, TopicGroup
from protocolau.translation.reading import NOT_CURRENT, Reading

_OF_ONE_COUNCIL = frozenset(
    ("title", "notice", "contents", "control", "adoption", "linked-policies", "review", "signature", "field", "cell")
)
"""Kinds of provisions whose words are about one document alone; a cell means nothing outside its table."""


@dataclass(frozen=True, slots=True)
class StatementWords:
    """The words of a statement in the language of a draft, and in the other one where they are known."""

    statement: Statement
    text: str
    other: str | None


@dataclass(frozen=True, slots=True)
class DraftParagraph:
    """Statements that follow one another."""

    words: tuple[StatementWords, ...]
    rare: Topic | None = None
    """The topic with which it begins, where no other council speaks of that."""


@dataclass(frozen=True, slots=True)
class DraftClause:
    """A clause of a draft: a paragraph, or a list with what leads into it."""

    version: Version
    lead_in: DraftParagraph | None
    paragraphs: tuple[DraftParagraph, ...]
    """The items of the list, or the one paragraph."""

    @property
    def words(self) -> Iterator[StatementWords]:
        """All its words, in order."""
        for paragraph in (*filter(None, (self.lead_in,)), *self.paragraphs):
            yield from paragraph.words


@dataclass(frozen=True, slots=True)
class TopicDraft:
    """What a draft says on a topic."""

    topic: Topic
    clauses: tuple[DraftClause, ...]
    """None where all it says has gone into lists of topics before it."""
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
    drafts = (GroupDraft(group, _with_whole_lists(_topics(index, group, language, taken))) for group in groups)
    return tuple(draft for draft in drafts if draft.topics)


def title(index: KindIndex, language: str) -> tuple[str, Version]:
    """The title that is most like those of all, and whose it is."""
    titles = [(Reading(version, language).title.text, version) for version in index.versions]
    return max(titles, key=lambda one: sum(fuzz.token_sort_ratio(one[0], other) for other, _ in titles))


def _with_whole_lists(topics: Iterable[TopicDraft]) -> tuple[TopicDraft, ...]:
    """Topics with each list in one place: items that the same words lead into go to the first of them."""
    topics = list(topics)
    lists: dict[_List, list[DraftParagraph]] = {}
    for clause in (clause for topic in topics for clause in topic.clauses if clause.lead_in):
        lists.setdefault(_list_of(clause), []).extend(clause.paragraphs)
    whole: list[TopicDraft] = []
    for topic in topics:
        kept = (one if not one.lead_in else _taken(one, lists) for one in topic.clauses)
        whole.append(replace(topic, clauses=tuple(clause for clause in kept if clause)))
    return tuple(whole)


_List = tuple[str, tuple[Statement, ...]]
"""The council whose list it is, and what leads into it."""


def _list_of(clause: DraftClause) -> _List:
    lead_in = clause.lead_in.words if clause.lead_in else ()
    return clause.version.council, tuple(one.statement for one in lead_in)


def _taken(clause: DraftClause, lists: dict[_List, list[DraftParagraph]]) -> DraftClause | None:
    """The clause with all the items of its list, the first time that it is met."""
    items = lists.pop(_list_of(clause), None)
    return replace(clause, paragraphs=tuple(items)) if items else None


def _topics(
    index: KindIndex, group: TopicGroup, language: str, taken: set[tuple[str, str, int]]
) -> Iterator[TopicDraft]:
    for topic in group.topics:
        speakers = [one for one in index.speakers[topic.slug] if _principal(one, topic, language)]
        if not speakers:
            continue
        version, saying = _commonest_speaker(speakers, topic, language)
        speaking = len(index.speakers[topic.slug])
        rare = topic if speaking == 1 else None
        clauses = tuple(_clauses(version, _principal(version, topic, language), language, taken, rare))
        if clauses:
            yield TopicDraft(topic, clauses, saying, speaking)


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
    return words_in_line(plain(" ".join(said)))


def words_in(version: Version, statement: Statement, language: str) -> str | None:
    """The words of a statement in a language; None where they are not known there, or not by themselves."""
    provision = version.provisions[statement.anchor]
    if provision.language == language:
        return statement.text
    for segment in Reading(version, language).segments(provision):
        if statement.position in segment.statements:
            known = segment.language == language and segment.state not in NOT_CURRENT
            return segment.text if known and len(segment.statements) == 1 else None
    return None


def _clauses(
    version: Version,
    statements: Sequence[Statement],
    language: str,
    taken: set[tuple[str, str, int]],
    rare: Topic | None,
) -> Iterator[DraftClause]:
    """Statements as paragraphs; those that the same words lead into become one list."""
    leading = {one for statement in statements for one in version.governing[statement.anchor].lead_ins}
    lists: dict[tuple[Statement, ...], list[DraftParagraph]] = {}
    for statement in statements:
        sentence = [one for one in _sentence(version, statement) if _key(version, one) not in taken]
        governing = version.governing[statement.anchor]
        lead_in = governing.lead_ins
        known = all(words_in(version, one, language) for one in (*sentence, *lead_in))
        known = known and not leading_headings(governing)  # without "Members must not" its words say the opposite
        if statement in leading or statement not in sentence or not known:
            continue
        taken.update(_key(version, one) for one in sentence)
        lists.setdefault(lead_in, []).append(DraftParagraph(_words(version, sentence, language), rare))
        rare = None
    for lead_in, paragraphs in lists.items():
        if lead_in:
            yield DraftClause(version, DraftParagraph(_words(version, lead_in, language)), tuple(paragraphs))
        else:
            yield from (DraftClause(version, None, (paragraph,)) for paragraph in paragraphs)


def _sentence(version: Version, statement: Statement) -> tuple[Statement, ...]:
    """A statement with the others of its sentence, where it is but a part of one."""
    spoken = version.provisions[statement.anchor].statements
    start = statement.position - len(sentence_before(spoken, statement.position))
    end = statement.position
    while end + 1 < len(spoken) and not ends_sentence(spoken[end].text):
        end += 1
    return spoken[start : end + 1]


def _words(version: Version, statements: Sequence[Statement], language: str) -> tuple[StatementWords, ...]:
    return tuple(
        StatementWords(one, words_in(version, one, language) or "", words_in(version, one, other(language)))
        for one in statements
    )


def _key(version: Version, statement: Statement) -> tuple[str, str, int]:
    return version.council, statement.anchor, statement.position

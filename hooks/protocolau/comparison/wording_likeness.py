"""How like two protocols are in wording.

It is the share of the words of both, on the topics of either, that stand in both in the same order in statements that
the alignment puts side by side, and not for the topic alone (Sørensen's coefficient). A topic of which one does not
speak counts as words that are not alike. Protocols are compared in English, as adopted or translated, so that the
figures are the same in both languages of the site.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from sys import intern
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from protocolau.comparison.alignment import AlignedText, Tokens, align
from protocolau.comparison.compared_statements import compared_statement
from protocolau.language.tokens import word_tokens
from protocolau.model.protocol import Version
from protocolau.model.vocabulary import Side, Vocabulary

LANGUAGE = "en"
"""The language in which protocols are compared."""
ENOUGH_TOLD = 0.9
"""The share of statements that has words in a language from which a protocol is compared in it."""
TopicWords = Mapping[str, tuple[AlignedText, ...]]
"""What a version says on each topic of which it speaks: its statements, each as its words."""


def topic_words(version: Version, vocabulary: Vocabulary) -> TopicWords:
    """The words of a version on each of its topics."""
    words: dict[tuple[str, int], tuple[str, ...]] = {}
    for one in version.statements:
        if one.topics:
            compared = compared_statement(version, one, LANGUAGE)
            words[one.anchor, one.position] = word_tokens(compared.text_in(LANGUAGE) or compared.text)
    return {
        topic: tuple(
            AlignedText(words[one.anchor, one.position], vocabulary.side_of(one.by), one.topic == topic) for one in said
        )
        for topic, said in version.by_topic.items()
    }


def language_of_words(version: Version) -> str:
    """The language that the words of a version are in that are compared: English, or its own, where too little of it
    has been translated; none where it is some of both."""
    own = version.language
    on_topics = [one for one in version.statements if one.topics] if own != LANGUAGE else []
    if not on_topics:
        return LANGUAGE
    told = sum(compared_statement(version, one, LANGUAGE).text_in(LANGUAGE) is not None for one in on_topics)
    share = told / len(on_topics)
    return LANGUAGE if share >= ENOUGH_TOLD else own if share <= 1 - ENOUGH_TOLD else ""


WrittenWords = tuple[list[str], dict[str, list[tuple[int, Side | None, bool]]]]
"""The same, to be kept: the texts, each once, and by topic each statement by the number of its text."""


def as_written(words: TopicWords) -> WrittenWords:
    """The words of a version in few plain values."""
    texts: dict[tuple[str, ...], int] = {}
    by_topic = {
        topic: [(texts.setdefault(one.keys, len(texts)), one.side, one.is_principal) for one in said]
        for topic, said in words.items()
    }
    return [" ".join(keys) for keys in texts], by_topic


def as_read(written: WrittenWords) -> TopicWords:
    """The words of a version, from those values."""
    texts, by_topic = written
    keys = [*map(_keys, texts)]
    return {
        topic: tuple(AlignedText(keys[number], side, is_principal) for number, side, is_principal in said)
        for topic, said in by_topic.items()
    }


@lru_cache(maxsize=2**13)
def _keys(text: str) -> tuple[str, ...]:
    return tuple(map(intern, text.split()))


def likeness_in_wording(left: TopicWords, right: TopicWords) -> float:
    """The likeness in wording of two protocols; 0 where neither speaks of any topic.

    Every statement counts once: among the words of its protocol under its principal topic, and beside another
    statement under the first topic on which the two are put side by side.
    """
    total = _word_count(left) + _word_count(right)
    if not total:
        return 0.0
    words, passing = 0, dict[_SideBySide, int]()
    for topic in left.keys() & right.keys():
        alike = _alike_on_topic(left[topic], right[topic])
        words += alike.words
        for pair, in_common in alike.passing:
            passing[pair] = max(in_common, passing.get(pair, 0))
    return min(1.0, 2 * (words + sum(passing.values())) / total)


def _word_count(words: TopicWords) -> int:
    """The words of a protocol, each statement once."""
    return sum(len(one.keys) for said in words.values() for one in said if one.is_principal)


_SideBySide = tuple[Tokens, Tokens]
"""The words of what is put side by side."""


class _AlikeOnTopic(NamedTuple):
    """How many words two protocols have alike on a topic."""

    words: int
    """In statements of which it is the principal topic: they stand side by side under no other."""
    passing: tuple[tuple[_SideBySide, int], ...]
    """In what may stand side by side under another topic too."""


@lru_cache(maxsize=2**15)
def _alike_on_topic(left: tuple[AlignedText, ...], right: tuple[AlignedText, ...]) -> _AlikeOnTopic:
    """What two protocols have alike that say this on a topic. Most say what others do, and are compared once."""
    left_rest, right_rest, words = list(left), list(right), 0
    for statement in left:
        if statement.is_principal and statement in right_rest:
            left_rest.remove(statement)
            right_rest.remove(statement)
            words += len(statement.keys)
    passing: Counter[_SideBySide] = Counter()
    for pair, is_principal in _side_by_side(left_rest, right_rest):
        if is_principal:
            words += LCSseq.similarity(*pair)
        else:
            passing[pair] += 1
    return _AlikeOnTopic(words, tuple((pair, LCSseq.similarity(*pair) * times) for pair, times in passing.items()))


def _side_by_side(left: Sequence[AlignedText], right: Sequence[AlignedText]) -> Iterator[tuple[_SideBySide, bool]]:
    """What is put side by side on one topic, and whether the topic is the principal one of all of it."""
    if not any(statement.is_principal for statement in (*left, *right)):
        return
    counted_left: set[int] = set()
    counted_right: set[int] = set()
    for group in align(left, right) if left and right else ():
        here = [left[place] for place in group.left if place not in counted_left]
        there = [right[place] for place in group.right if place not in counted_right]
        counted_left.update(group.left)
        counted_right.update(group.right)
        if here and there and not group.by_topic_alone:
            is_principal = all(statement.is_principal for statement in (*here, *there))
            yield (_words_of_all(here), _words_of_all(there)), is_principal


def _words_of_all(statements: Sequence[AlignedText]) -> tuple[str, ...]:
    """The words of some statements, as one text."""
    if len(statements) == 1:
        return statements[0].keys
    return tuple(word for statement in statements for word in statement.keys)


def let_go_of_words() -> None:
    """Let go of the words of those who have been compared: they are large, and hardly needed again."""
    _alike_on_topic.cache_clear()

"""What councils say on a topic, as a critical edition: one wording in full, the others by their differences.

Which statements answer to each other, and what they are to each other, is told by the words as they were adopted
(as translated, where councils adopted theirs in different languages), so that it is the same in both languages of
the site. What differs is marked in the words that the reader is shown.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product, starmap
from typing import NamedTuple, TypeVar

from protocolau.comparison.alignment import (
    FEWEST_TELLING_WORDS,
    MARKING_LIKENESS,
    AlignedGroup,
    AlignedText,
    align,
    word_likeness,
)
from protocolau.comparison.compared_statements import ComparedStatement, are_said_of_others, common_language
from protocolau.comparison.difference import Piece, difference
from protocolau.comparison.topic_wordings import TopicWording, WordingKey, topic_wordings
from protocolau.comparison.turning import are_led_apart
from protocolau.comparison.verdicts import DIFFERS, NEARLY, OTHER, SAME, verdict_of
from protocolau.language import LANGUAGES
from protocolau.language.tokens import PartyNames, comparison_keys, word_tokens
from protocolau.model.protocol import Version
from protocolau.model.vocabulary import Vocabulary

WORDINGS_ON_A_PAGE = 60
"""Wordings that stand on one page."""
FEW_WORDINGS = 40
"""Wordings among which the one most like the others is looked for, where no two councils use the same words."""
LED_SAME, LED, SEVERAL, AMONG = "led_same", "led", "several", "among"
BY_TOPIC, ALSO, LANGUAGE = "by_topic", "also", "language"
"""What leads into the same words, or nearly the same, turns what they say; several statements answer to each other, and
two among them say nearly the same; nothing but the topic brings two together; nothing answers to a statement; it cannot
be compared, since it has no words in the language of the comparison."""

Item = TypeVar("Item")
Names = Mapping[str, PartyNames]
"""The names of parties by language."""


@dataclass(frozen=True, slots=True)
class VariantStatement:
    """A statement of a wording beside the leading one."""

    statement: ComparedStatement
    verdict: str
    """`same`, `nearly`, `led_same`, `led`, `differs`, `other`, `several`, `among`, `by_topic`, `also` or `language`."""
    pieces: tuple[Piece, ...] = ()
    """Its words with their differences, where they are worth marking."""


@dataclass(frozen=True, slots=True)
class Variant:
    """A wording beside the leading one."""

    wording: TopicWording
    statements: tuple[VariantStatement, ...]
    missing: tuple[ComparedStatement, ...]
    """Statements of the leading wording to which nothing in it answers."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Every wording of a topic in one language."""

    topic: str
    leading: TopicWording | None
    """The one most in use; where no two councils use the same words, the one most like the others, or the first."""
    others: tuple[TopicWording, ...]

    @property
    def in_common(self) -> bool:
        """Whether more councils than one use the leading wording."""
        return self.leading is not None and len(self.leading.speakers) > 1

    @property
    def has_turned_wording(self) -> bool:
        """Whether some two wordings are the same words, said of others, or under words that turn them."""
        wordings = (self.leading, *self.others) if self.leading else ()
        return len({wording.key for wording in wordings}) < len(wordings)

    @property
    def has_common_statement(self) -> bool:
        """Whether some two wordings have a statement in the same words, or one has it within what another says."""
        wordings = (self.leading, *self.others) if self.leading else ()
        seen: set[tuple[str, str]] = set()
        for wording in wordings:
            language, *statements = wording.key
            own = {(language, words) for words in statements}
            if own & seen:
                return True
            seen |= own
        few = wordings[:FEW_WORDINGS]
        return any(_is_within(one.key, other.key) for one in few for other in few if one is not other)


def _is_within(one: WordingKey, other: WordingKey) -> bool:
    """Whether a statement of one wording, not of a few words only, stands whole within what another one says."""
    (language, *statements), (other_language, *others) = one, other
    whole = f" {' '.join(others)} "
    return language == other_language and any(
        f" {words} " in whole for words in statements if words.count(" ") + 1 >= FEWEST_TELLING_WORDS
    )


def edition(speakers: Iterable[Version], topic: str, language: str, names: Names) -> Edition:
    """The edition of a topic of which some versions speak. `names` are those of the parties by language."""
    wordings = topic_wordings(speakers, topic, language)
    if not wordings:
        return Edition(topic, None, ())
    is_clear = len(wordings[0].speakers) > 1 or len(wordings) > FEW_WORDINGS
    leading = wordings[0] if is_clear else _likest(wordings, names)
    return Edition(topic, leading, tuple(wording for wording in wordings if wording is not leading))


def _likest(wordings: Sequence[TopicWording], names: Names) -> TopicWording:
    """The wording whose words are most like those of all others, the first such."""
    speakers = [wording.first for wording in wordings]
    languages = {speaker.version.language for speaker in speakers}
    language = languages.pop() if len(languages) == 1 else LANGUAGES[0]
    texts = [
        [key for one in speaker.statements for key in comparison_keys(one.text_in(language) or "", names[language])]
        for speaker in speakers
    ]
    likenesses = [sum(word_likeness(text, other) for other in texts) for text in texts]
    return wordings[likenesses.index(max(likenesses))]


class Collation:
    """Wordings of a topic beside the leading one."""

    def __init__(self, topic: str, leading: TopicWording, vocabulary: Vocabulary, names: Names):
        self._topic, self.leading, self._vocabulary, self._names = topic, leading, vocabulary, names
        self._bases: dict[str, _Compared] = {}
        """The leading wording as it is compared, by the language of the comparison."""

    def variant(self, wording: TopicWording) -> Variant:
        """A wording beside the leading one, its statements in the order of their document."""
        language = common_language(self.leading.first.version, wording.first.version)
        if language not in self._bases:
            self._bases[language] = self._compared(self.leading, language)
        base, own = self._bases[language], self._compared(wording, language)
        return _Variant(base, own, language, self._names).made(wording, _groups(base.aligned, own.aligned))

    def _compared(self, wording: TopicWording, language: str) -> "_Compared":
        statements, side_of = wording.first.statements, self._vocabulary.side_of
        texts = [one.compared_text(language) for one in statements]
        aligned = (
            one.aligned(self._topic, side_of(one.statement.by), text, self._names[language])
            for one, text in zip(statements, texts, strict=True)
        )
        return _Compared(statements, texts, tuple(aligned))


class _Compared(NamedTuple):
    """A wording as it is compared in a language."""

    statements: Sequence[ComparedStatement]
    texts: Sequence[str | None]
    """By which each is compared; None where it has none in the language."""
    aligned: tuple[AlignedText, ...]


@lru_cache(maxsize=1024)
def _groups(left: tuple[AlignedText, ...], right: tuple[AlignedText, ...]) -> Sequence[AlignedGroup]:
    """What answers to what: worked out once for the pages of both languages, which compare the adopted words alike."""
    return align(left, right)


class _Variant:
    """Two wordings of a topic, to be compared in a language."""

    def __init__(self, base: _Compared, own: _Compared, language: str, names: Names):
        self._base, self._own, self._language, self._names = base, own, language, names

    @property
    def _is_told(self) -> bool:
        """Whether all has words in the language of the comparison: else nobody can tell that nothing answers to it."""
        return None not in self._base.texts and None not in self._own.texts

    def made(self, wording: TopicWording, groups: Sequence[AlignedGroup]) -> Variant:
        """The wording with each of its statements judged, by what answers to what."""
        judged: dict[int, VariantStatement] = {}
        for group in groups:
            for place in group.right:
                judged.setdefault(place, self._judged(group, place))
        alone = [place for group in groups if not group.right for place in group.left] if self._is_told else []
        missing = tuple(self._base.statements[place] for place in alone)
        return Variant(wording, tuple(judged[place] for place in sorted(judged)), missing)

    def _judged(self, group: AlignedGroup, place: int) -> VariantStatement:
        """The statement at a place beside those of the leading wording that stand in its group."""
        statement = self._own.statements[place]
        if not group.left:
            return VariantStatement(statement, ALSO if self._is_told else LANGUAGE)
        if self._own.texts[place] is None or any(self._base.texts[one] is None for one in group.left):
            return VariantStatement(statement, LANGUAGE)
        if len(group.left) > 1 or len(group.right) > 1:
            return VariantStatement(statement, self._verdict_together(group))
        return self._beside(group.left[0], place, group.by_topic_alone)

    def _verdict_together(self, group: AlignedGroup) -> str:
        """What several statements are to each other: the same words, cut otherwise, or not."""
        old = " ".join(self._base.texts[place] or "" for place in group.left)
        new = " ".join(self._own.texts[place] or "" for place in group.right)
        verdict = self._verdict(old, new)
        if verdict == OTHER and group.by_topic_alone:
            return BY_TOPIC
        if verdict == SAME and self._are_led_apart(group.left, group.right):
            return LED_SAME
        if verdict == SAME:
            return SAME
        return AMONG if any(starmap(self._are_nearly_the_same, product(group.left, group.right))) else SEVERAL

    def _are_nearly_the_same(self, base_place: int, place: int) -> bool:
        verdict = self._verdict(self._base.texts[base_place] or "", self._own.texts[place] or "")
        return verdict in (SAME, NEARLY) and not self._are_led_apart([base_place], [place])

    def _verdict(self, old: str, new: str) -> str:
        return _verdict(old, new, self._names[self._language], self._language)

    def _beside(self, base_place: int, place: int, by_topic_alone: bool) -> VariantStatement:
        base, statement = self._base.statements[base_place], self._own.statements[place]
        verdict = self._verdict(self._base.texts[base_place] or "", self._own.texts[place] or "")
        if verdict == OTHER and by_topic_alone:
            return VariantStatement(statement, BY_TOPIC)
        if verdict in (SAME, NEARLY) and self._are_led_apart([base_place], [place]):
            led = LED_SAME if verdict == SAME else LED
            return VariantStatement(statement, led, self._marks(base, statement, verdict))
        return VariantStatement(statement, verdict, self._marks(base, statement, verdict))

    def _are_led_apart(self, base_places: Sequence[int], places: Sequence[int]) -> bool:
        """Whether what leads into some statements turns what they say beside those of the leading wording, or tells
        alone that they are said of others."""
        names = self._names[self._language]
        first, own_first = self._base.statements[base_places[0]], self._own.statements[places[0]]
        if are_said_of_others(first, own_first, self._language, names):
            return True
        base, own = self._led_into(self._base, base_places), self._led_into(self._own, places)
        return are_led_apart(base, own, names, self._language)

    def _led_into(self, compared: _Compared, places: Sequence[int]) -> str:
        """What leads into some statements, each lead-in once."""
        return " ".join(dict.fromkeys(compared.statements[place].led_in(self._language) for place in places))

    def _marks(self, base: ComparedStatement, statement: ComparedStatement, verdict: str) -> tuple[Piece, ...]:
        """What differs in the words that are shown, as far as marks tell it."""
        if base.language != statement.language or base.text == statement.text:
            return ()
        if verdict not in (SAME, NEARLY, DIFFERS) or (
            verdict == SAME and word_tokens(base.text) != word_tokens(statement.text)
        ):
            return ()
        return _marks(base.text, statement.text, self._names[statement.language])


@lru_cache(maxsize=2**13)
def _verdict(old: str, new: str, names: PartyNames, language: str) -> str:
    """What two texts are to each other: worked out once for both languages, and for all who say the same."""
    keys, new_keys = comparison_keys(old, names), comparison_keys(new, names)
    return verdict_of(word_tokens(old), word_tokens(new), keys, new_keys, language)


def _marks(old: str, new: str, names: PartyNames) -> tuple[Piece, ...]:
    """What differs in two texts, where they are like enough for marks to tell it."""
    likeness = word_likeness(comparison_keys(old, names), comparison_keys(new, names))
    return difference(old, new, names) if likeness >= MARKING_LIKENESS else ()


# ---- pages ----


def page_count(speaking: int, wordings: Callable[[], int]) -> int:
    """On how many pages the wordings of a topic stand of which so many speak: as many in both languages.

    `wordings` counts them, which is not needed where few speak.
    """
    return max(1, -(-wordings() // WORDINGS_ON_A_PAGE)) if speaking > WORDINGS_ON_A_PAGE else 1


def on_page(items: Sequence[Item], number: int, pages: int) -> Sequence[Item]:
    """What stands on one of so many pages, spread evenly: where one language has fewer, no page of it is empty."""
    each, over = divmod(len(items), pages)
    start = (number - 1) * each + min(number - 1, over)
    return items[start : start + each + (number <= over)]

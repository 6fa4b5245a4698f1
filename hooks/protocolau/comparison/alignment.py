"""Which statements stand side by side: by likeness, among those on one topic.

Never a pair are statements of which one binds members and the other officers, nor two of which neither is mainly on the
topic, unless half of their words are the same: these answer to each other under whatever topic they stand.

1. One beside one: of all pairs that are like enough to be one the likest first, each statement once. Of two that are
   mainly on the topic the less is asked the fewer statements either has on it: where each has one, the topic
   tells enough; but never more than what says the same in nearly the same words has. Of two that do not bind the
   same, of which one binds both parties or names nobody, twice as much is asked. Of two of which one is mainly on
   another topic, more is asked. A short phrase that is left stands beside the only one left that says all of it and
   little more.
2. Several beside one: a statement that is left joins the likest partner, taken or not, where both are mainly on the
   topic and like enough for so many; so a clause of one council meets the list of another. A partner that is answered
   already, in half of its words, is joined only by what has a part in common with it too. Of two of which one is
   mainly on another topic, half of words and content is asked, and that nothing answers to the partner already. One
   that binds both parties bridges none: it stands again, once for each party.
3. What is left stands alone.

A date counts as one word, whichever day it is: two that say when they were adopted answer to each other.

How much is enough was measured beside pairs written by hand: `python -m tests.comparison.quality`.

The browser aligns too: assets/compare/alignment.js does the same, and tests/comparison/ holds both to it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from protocolau.language.dates import with_dates_as_words
from protocolau.model.vocabulary import BOTH, Side

PAIR_LIKENESS = 0.3
"""The likeness in words from which two provisions of two versions may be the same."""
MARKING_LIKENESS = 0.5
"""The likeness in words from which differences are marked word by word: below it the marks would hide the words."""
CERTAIN_LIKENESS = 0.25
"""The likeness in content below which nothing but the topic brings two statements together."""
PAIRING_LIKENESS, JOINING_LIKENESS = 0.04, 0.06
"""The likeness in words and in content together that is asked of two that are mainly on the topic, to be a pair, or to
join where one is left, for each pair beyond one that the statements of both on the topic could make."""
MOST_ASKED = 0.9
"""The most that is asked of these two, however many pairs there could be: in a list of fifteen, what nearly all words
say is alike answers to itself."""
PASSING_WORDS, PASSING_CONTENT = 0.3, 0.35
"""The likeness in words, or else in content, from which two may be a pair of which one is mainly on another topic."""
PASSING_JOINING = 0.5
"""The likeness in words and in content together from which one that is left joins another, of which one is mainly on
another topic."""
OTHER_SIDE = 2
"""How many times as much is asked of two that do not bind the same: one binds both parties, or names nobody."""
ANSWERED_LIKENESS = 0.2
"""The likeness in words and in content together from which one answered in half of its words is joined."""
FEW_PAIRS = 4
"""Pairs that the statements of both could make, up to which the topic is narrow: a short phrase may answer a clause."""
PRINCIPAL_WEIGHT = 0.2
"""How much it speaks for a pair that both are mainly on the topic."""
LAST_WEIGHT, NEARLY_ALL = 2, 0.8
"""How much speaks against a pair of which neither is mainly on the topic: such are made when no others are left, unless
that likeness in words says that they are the same."""
FEWEST_TELLING_WORDS = 5
"""Words below which a text is too short to be recognised within another."""
FEWEST_WORDS_OF_CLAUSE = 6
"""Words from which a text is known within another that has all of them in their order, however few its stems."""
FEWEST_TELLING_STEMS = 3
"""Stems below which a statement is too short to be said to be held in another."""
STEM_LETTERS = 8
"""Letters by which a word is known for another form of one: `manage` and `management`."""
SHORTEST_STEM = 4
"""Letters below which a word says little of what a statement is about."""

Tokens = Sequence[str]
"""The words of a text, as they are counted."""


@dataclass(frozen=True)
class AlignedText:
    """A statement as it is aligned."""

    keys: tuple[str, ...]
    """Its words, as they are counted."""
    side: Side | None = None
    """The side of those whom it binds."""
    is_principal: bool = True
    """Whether the topic is the one that it is mainly on."""
    is_entry: bool = False
    """Whether it is a cell that a head names in its row, as a date is: such a one answers to one statement at most."""

    def __hash__(self) -> int:
        return self._hash

    @cached_property
    def _hash(self) -> int:
        """Worked out once: what many statements are to each other is held by the statements."""
        return hash((self.keys, self.side, self.is_principal, self.is_entry))

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Its words, each date as one of them."""
        return with_dates_as_words(self.keys)

    @cached_property
    def stems(self) -> frozenset[str]:
        """What its words are about: the beginnings of the longer ones, without the names of parties."""
        return stems_of(self.told)

    @property
    def is_short(self) -> bool:
        """Whether it is too short to be said to be held in another."""
        return len(self.stems) < FEWEST_TELLING_STEMS

    def may_stand_beside(self, other: "AlignedText") -> bool:
        """Whether the two may be a pair, whatever their words."""
        return not _are_opposite(self.side, other.side)


class _Likeness(NamedTuple):
    """How like two statements are that may be a pair."""

    words: float
    content: float
    principal: int
    """How many of them are mainly on the topic."""
    bind_the_same: bool
    """Whether both bind the same side, or neither binds one."""
    is_untold: bool
    """Whether one of them has no words in the language of the comparison."""
    has_entry: bool
    """Whether one of them is an entry of a table."""
    short: int
    """How many of them are too short to be held in another; none where one has all words of the other in their order,
    and these are no mere phrase."""
    choices: int
    """How many pairs could be made of the statements, mainly on the topic, that may stand beside either."""

    @property
    def weight(self) -> float:
        """How much speaks for the pair."""
        weight = self.words + self.content
        if self.principal == 0 and self.words < NEARLY_ALL:
            return weight - LAST_WEIGHT
        return weight + PRINCIPAL_WEIGHT * (self.principal == 2)

    @property
    def may_pair(self) -> bool:
        """Whether the two are like enough to be put side by side, one beside one."""
        if self.principal == 2:
            return self.is_untold or self._are_like(PAIRING_LIKENESS)
        if self.principal == 0:
            return self.words >= MARKING_LIKENESS
        return self.words >= PASSING_WORDS or self.content >= PASSING_CONTENT

    @property
    def may_join(self) -> bool:
        """Whether one of the two, left over, is like enough to stand beside the other, which may have a partner.

        A short phrase is not held in a longer clause, however many of its words are, unless the topic is narrow.
        """
        if self.has_entry or self.principal == 0:
            return False
        if self.principal == 1:
            return self.words + self.content >= PASSING_JOINING
        if self.short == 1 and self.choices > FEW_PAIRS:
            return False
        return self._are_like(JOINING_LIKENESS)

    @property
    def may_join_answered(self) -> bool:
        """Whether they are like enough for that, though another statement answers to the partner already."""
        if self.principal < 2 or self.short == 1:
            return False
        return self.may_join and self.words + self.content >= ANSWERED_LIKENESS

    @property
    def may_hold(self) -> bool:
        """Whether one of the two is a short phrase, and the other little more."""
        is_mainly = self.principal == 2 and self.bind_the_same and not self.has_entry
        return is_mainly and self.short > 0 and self.words >= PAIR_LIKENESS

    def _are_like(self, asked: float) -> bool:
        """Whether the two have enough in common; how much is asked for each further pair that could be made."""
        times = 1 if self.bind_the_same else OTHER_SIDE
        return self.words + self.content >= min(asked * times * (self.choices - 1), MOST_ASKED)

    @property
    def is_certain(self) -> bool:
        """Whether more than the topic brings the two together."""
        return self.words >= PAIR_LIKENESS or self.content >= CERTAIN_LIKENESS


class AlignedGroup(NamedTuple):
    """Statements that stand side by side, by their places in the two sequences."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    by_topic_alone: bool = False
    """Whether nothing but the topic brought them together."""


@lru_cache(maxsize=16384)
def stems_of(keys: tuple[str, ...]) -> frozenset[str]:
    """The beginnings of the longer words of a text, without the names of parties."""
    return frozenset(key[:STEM_LETTERS] for key in keys if len(key) >= SHORTEST_STEM and "/" not in key)


def word_likeness(left: Tokens, right: Tokens) -> float:
    """From 0 to 1: how many of the words of both stand in both in the same order (Sørensen's coefficient)."""
    total = len(left) + len(right)
    return 2 * LCSseq.similarity(left, right) / total if total else 0.0


def content_likeness(left: AlignedText, right: AlignedText) -> float:
    """From 0 to 1: how much of the content of the one with less stands in the other, in any order."""
    fewest = min(len(left.stems), len(right.stems))
    return len(left.stems & right.stems) / fewest if fewest >= FEWEST_TELLING_STEMS else 0.0


def align(left: Sequence[AlignedText], right: Sequence[AlignedText]) -> list[AlignedGroup]:
    """Group two sequences of statements on one topic. Every statement is in one group, or in one for each party."""
    alignment = _Alignment(left, right)
    alignment.pair_the_likest()
    alignment.pair_what_is_held()
    alignment.join_the_left()
    alignment.repeat_for_the_other_party()
    return sorted(alignment.groups(), key=lambda group: (not group.left, group.left, group.right))


def _are_opposite(one: Side | None, other: Side | None) -> bool:
    return one != other and one is not None and other is not None and BOTH not in (one, other)


@dataclass(slots=True)
class _GrowingGroup:
    """A group to which statements may still be added."""

    left: list[int]
    right: list[int]
    by_topic_alone: bool = False


class _Alignment:
    """The groups so far, and what is left on each side, in order."""

    def __init__(self, left: Sequence[AlignedText], right: Sequence[AlignedText]):
        self._left, self._right = left, right
        self._likenesses = _likenesses(left, right)
        self._groups: list[_GrowingGroup] = []
        self._free_left = list(range(len(left)))
        self._free_right = list(range(len(right)))
        self._answered_left: set[int] = set()
        self._answered_right: set[int] = set()

    def pair_the_likest(self) -> None:
        """Put two and two side by side, the likest first."""
        weighed = ((-one.weight, i, j) for (i, j), one in self._likenesses.items() if one.may_pair)
        for _, i, j in sorted(weighed):
            if i in self._free_left and j in self._free_right:
                likeness = self._likenesses[i, j]
                self._groups.append(_GrowingGroup([i], [j], not likeness.is_certain))
                self._free_left.remove(i)
                self._free_right.remove(j)
                if likeness.words >= MARKING_LIKENESS:
                    self._answered_left.add(i)
                    self._answered_right.add(j)

    def pair_what_is_held(self) -> None:
        """Put a short phrase that is left beside the only one left that says all of it and little more."""
        held = [(i, j) for i in self._free_left for j in self._free_right if self._is_held(i, j)]
        for i, j in held:
            if sum(i == one or j == other for one, other in held) == 1:
                self._groups.append(_GrowingGroup([i], [j]))
                self._free_left.remove(i)
                self._free_right.remove(j)

    def _is_held(self, i: int, j: int) -> bool:
        likeness, one, other = self._likenesses.get((i, j)), self._left[i].stems, self._right[j].stems
        if likeness is None or not likeness.may_hold or not one or not other:
            return False
        return one <= other or other <= one

    def join_the_left(self) -> None:
        """Put what is left beside what is like enough."""
        for i in list(self._free_left):
            if (pair := self._likest((i, j) for j in range(len(self._right)))) is not None:
                self._join(*pair)
        for j in list(self._free_right):
            if (pair := self._likest((i, j) for i in range(len(self._left)))) is not None:
                self._join(*pair)

    def repeat_for_the_other_party(self) -> None:
        """Put what binds both parties, and stands beside what binds one, beside what binds the other too."""
        for group in list(self._groups):
            for i, j in [(i, j) for i in group.left for j in group.right]:
                one, other = self._left[i].side, self._right[j].side
                if one == BOTH and other not in (BOTH, None):
                    self._repeat(((i, place) for place in range(len(self._right))), 1, other)
                elif other == BOTH and one not in (BOTH, None):
                    self._repeat(((place, j) for place in range(len(self._left))), 0, one)

    def _repeat(self, pairs: Iterable[tuple[int, int]], position: int, side: Side | None) -> None:
        """Join the likest of some pairs whose text on one side binds the party opposite to another, unless joined."""
        texts = (self._left, self._right)[position]
        opposite = [pair for pair in pairs if _are_opposite(texts[pair[position]].side, side)]
        if any(i in group.left and j in group.right for group in self._groups for i, j in opposite):
            return
        if (pair := self._likest(opposite)) is not None:
            self._join(*pair)

    def groups(self) -> Iterator[AlignedGroup]:
        """Yield every group, and what is left alone."""
        for group in self._groups:
            yield AlignedGroup(tuple(sorted(group.left)), tuple(sorted(group.right)), group.by_topic_alone)
        yield from (AlignedGroup((i,), ()) for i in self._free_left)
        yield from (AlignedGroup((), (j,)) for j in self._free_right)

    def _join(self, i: int, j: int) -> None:
        """Put two statements, of which one is free, into the partner's group, or into one of their own."""
        is_certain = self._likenesses[i, j].is_certain
        if group := self._group_for(i, j):
            group.left = sorted({*group.left, i})
            group.right = sorted({*group.right, j})
            group.by_topic_alone = group.by_topic_alone and not is_certain
        else:
            self._groups.append(_GrowingGroup([i], [j], not is_certain))
        self._free_left = [place for place in self._free_left if place != i]
        self._free_right = [place for place in self._free_right if place != j]

    def _group_for(self, i: int, j: int) -> _GrowingGroup | None:
        """The group of one of two statements, where they fit; that of the one that may stand nowhere else, if any."""
        fitting = [one for one in self._groups if (i in one.left or j in one.right) and self._fits(one, i, j)]
        left, right = (texts[place].side not in (BOTH, None) for texts, place in ((self._left, i), (self._right, j)))
        only = (one for one in fitting if (left and i in one.left) or (right and j in one.right))
        return next(only, fitting[0] if fitting else None)

    def _fits(self, group: _GrowingGroup, i: int, j: int) -> bool:
        """Whether nothing in a group binds the other party than these two do."""
        sides = {self._left[place].side for place in (*group.left, i)}
        sides |= {self._right[place].side for place in (*group.right, j)}
        return not any(_are_opposite(one, other) for one in sides for other in sides)

    def _likest(self, pairs: Iterable[tuple[int, int]]) -> tuple[int, int] | None:
        """Of some pairs the likest in which one that is left may join the other, the first such."""
        joining = [pair for pair in pairs if pair in self._likenesses and self._may_join(*pair)]
        return max(joining, key=lambda pair: self._likenesses[pair].weight, default=None)

    def _may_join(self, i: int, j: int) -> bool:
        likeness = self._likenesses[i, j]
        is_answered = i in self._answered_left or j in self._answered_right
        return likeness.may_join_answered if is_answered else likeness.may_join


def _likenesses(left: Sequence[AlignedText], right: Sequence[AlignedText]) -> dict[tuple[int, int], _Likeness]:
    """How like every two statements are that may be a pair, by their places."""
    pairs: list[tuple[int, int]] = []
    beside_left, beside_right = [0] * len(left), [0] * len(right)
    for i, one in enumerate(left):
        for j, other in enumerate(right):
            if one.may_stand_beside(other):
                pairs.append((i, j))
                if one.is_principal and other.is_principal:
                    beside_left[i] += 1
                    beside_right[j] += 1
    return {(i, j): _likeness(left[i], right[j], beside_left[i] * beside_right[j]) for i, j in pairs}


def _likeness(one: AlignedText, other: AlignedText, choices: int) -> _Likeness:
    words, fewest = word_likeness(one.told, other.told), min(len(one.told), len(other.told))
    is_whole = fewest >= FEWEST_WORDS_OF_CLAUSE and words == 2 * fewest / (len(one.told) + len(other.told))
    return _Likeness(
        words,
        content_likeness(one, other),
        one.is_principal + other.is_principal,
        one.side == other.side,
        not (one.keys and other.keys),
        one.is_entry or other.is_entry,
        0 if is_whole else one.is_short + other.is_short,
        choices,
    )

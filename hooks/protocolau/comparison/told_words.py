"""What words say, in whatever form they stand: each by its line in `turning.yml`, or by its root.

By these `turning.py` judges whether two texts turn what is said. For the browser assets/compare/turning.js does both.
"""

import re
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise, permutations
from typing import Any, NamedTuple, TypeVar

from protocolau.comparison.alignment import Tokens
from protocolau.comparison.turning_words import Lines, Pairs, TurningWords, turning_words

_FIGURE = re.compile("[0-9.]+")
EMPTY = 0
"""The line of what says nothing by itself."""
Value = TypeVar("Value")


def between(one: Sequence[Value], other: Sequence[Value], around: int = 0) -> tuple[Sequence[Value], Sequence[Value]]:
    """What stands in two texts between that with which both begin and end, with so many words of that."""
    least = min(len(one), len(other))
    start = next((place for place in range(least) if one[place] != other[place]), least)
    end = next((place for place in range(least - start) if one[-1 - place] != other[-1 - place]), least - start)
    begin, left_out = max(start - around, 0), max(end - around, 0)
    return one[begin : len(one) - left_out], other[begin : len(other) - left_out]


class _Phrases(dict[str, Value]):
    """Words and phrases of two words, each with something: the line in which it stands, or what it stands for."""

    def __init__(self, values: Iterable[tuple[str, Value]]):
        super().__init__(values)
        self.firsts = frozenset(phrase.split(" ")[0] for phrase in self if " " in phrase)
        """The words with which phrases begin."""


class KnownWords(NamedTuple):
    """What is looked for in the texts of a language."""

    denied: _Phrases[int]
    forced: _Phrases[int]
    future: _Phrases[int]
    leading: _Phrases[int]
    """What denies or forces."""
    conditions: _Phrases[int]
    ends: _Phrases[int]
    """What says what is required, allowed or told."""
    told: _Phrases[int]
    """All that says the same just as it stands."""
    alike: Mapping[str, int]
    """Words that say the same in whatever form, by that by which these are known."""


@cache
def known_words(language: str) -> KnownWords:
    """What is looked for in the texts of a language, as `turning.yml` has it."""
    words = turning_words(language)
    return KnownWords(
        _by_word(words["denied"]),
        _by_word(words["forced"]),
        _by_word(words["future"]),
        _by_word(words["denied"], words["forced"]),
        _by_word(words["conditions"]),
        _by_word(words["forced"], words["future"]),
        _by_word(words["empty"], words["forced"], words["denied"], words["told"]),
        {
            _root(word, words): -1 - place  # below those of what is told
            for word, place in _by_word(words["alike"]).items()
        },
    )


def _by_word(*lines: Lines) -> _Phrases[int]:
    """Every word with the number of its line."""
    return _Phrases((word, place) for place, line in enumerate("|".join(lines).split("|")) for word in line.split(","))


@cache
def number_words(language: str) -> frozenset[str]:
    """Figures, and the words for them."""
    lines = turning_words(language)["told"].split("|")
    return frozenset(word for line in lines if _FIGURE.match(line) for word in line.split(","))


def lines_read(words: Sequence[str], lines: _Phrases[int]) -> list[int]:
    """The lines in which words of a text stand, in their order."""
    return [lines[phrase] for phrase in in_phrases(words, lines) if phrase in lines]


def in_full(text: Tokens, words: TurningWords) -> list[str]:
    """The words of a text, those that are written short in full: `cannot`, `shouldn t`, `7pm`, and figures as they are
    counted: `12th` is 12, `7.00` is 7, and `1` before `000` is 1000."""
    return changed(" ".join(text), words["whole"]).split()


def in_phrases(words: Sequence[str], known: _Phrases[Any]) -> Sequence[str]:
    """Words in their order, two that are known for a phrase as one."""
    if known.firsts.isdisjoint(words):
        return words
    phrases: list[str] = []
    place = 0
    while place < len(words):
        phrase = " ".join(words[place : place + 2]) if words[place] in known.firsts else ""
        is_known = phrase in known
        phrases.append(phrase if is_known else words[place])
        place += 2 if is_known and " " in phrase else 1
    return phrases


def told_of(words: Sequence[str], language: str) -> list[int | str]:
    """What words say, each by its line or by that by which its forms are known; of the name of a party the party. What
    is assumed is left out, unless it is joined to another, "the chair and council" are not the chair, or stands at an
    end: what the council tells the press is not what the press tells the council."""
    told, turning = known_words(language).told, turning_words(language)
    joining, assumed = turning["joining"], turning["assumed"]
    phrases = [one for one in in_phrases(words, told) if told.get(one) != EMPTY or one in joining]
    phrases = [one for before, one in pairwise(["", *phrases]) if not _is_said_again(before, one, told)]
    said = [told[phrase] if phrase in told else _said(phrase, language) for phrase in phrases]
    kept = (
        party_of(str(one)) if party_of(str(one)) in assumed else one
        for place, one in enumerate(said)
        if party_of(str(one)) not in assumed or _stays(phrases, place, joining)
    )
    return [one for one in kept if one != EMPTY]


def _is_said_again(before: str, word: str, told: Mapping[str, int]) -> bool:
    """Whether a number is the one before it again, in words or in figures: "five (5) days"."""
    is_figure = bool(_FIGURE.fullmatch(word)) != bool(_FIGURE.fullmatch(before))
    return is_figure and word in told and told[word] == told.get(before)


def _stays(words: Sequence[str], place: int, joining: Container[str]) -> bool:
    """Whether a word at a place stands at an end, or has one beside it that joins it to another."""
    return place in (0, len(words) - 1) or any(word in joining for word in words[place - 1 : place + 2])


def _said(word: str, language: str) -> int | str:
    """What a word says in whatever form it has; of the name of a party the party alone, however it is called."""
    if "/" in word:
        return party_of(word) + "/"
    root = _root(word, turning_words(language))
    return known_words(language).alike.get(root, root)


def _root(word: str, words: TurningWords) -> str:
    """That by which the forms of a word are known."""
    return changed(changed(word, words["spelt"]), words["forms"])


def party_of(word: str) -> str:
    """The party that a word names, `members` of `members/several`; of any other word the word itself."""
    return word.partition("/")[0]


def are_alike(
    here: Sequence[int | str], there: Sequence[int | str], words: TurningWords, may_turn: bool = True
) -> bool:
    """Whether two texts say the same, but for how words are joined and, where that may be, in which order two stand."""
    one, other = between(here, there)
    if len(one) == len(other):
        return (may_turn and _is_turned_round(one, other)) or all(
            _is_one(left, right, words) for left, right in zip(one, other, strict=True)
        )
    letters = ["".join(str(word) if is_in_letters(word) else "|" for word in text) for text in (one, other)]
    return letters[0] == letters[1] and "|" not in letters[0]


def is_in_letters(word: int | str) -> bool:
    """Whether a word is none of a line, nor a figure: 17.19 is not 1719, nor 19.17."""
    return isinstance(word, str) and not _FIGURE.fullmatch(word)


def _is_one(left: int | str, right: int | str, words: TurningWords) -> bool:
    """Whether two words say the same, mutated or not."""
    if isinstance(left, int) or isinstance(right, int):
        return left == right
    return is_mutated(left, right, words["initials"])


def _is_turned_round(one: Sequence[int | str], other: Sequence[int | str]) -> bool:
    """Whether two words stand the other way round, neither of which names a party: `open, honest`. A figure does not,
    nor what denies or allows: `may only`."""
    return len(one) == 2 and one[::-1] == other and all(map(may_turn_round, one))


def may_turn_round(word: int | str) -> bool:
    """Whether nothing is turned where a word stands before another that stood before it: it names no party, is no
    figure, and neither denies nor forces."""
    return word < EMPTY if isinstance(word, int) else "/" not in word and is_in_letters(word)


def in_order(words: Sequence[str], joining: Container[str]) -> list[str]:
    """Words with two parties that are joined in one order: officers and members are members and officers."""
    ordered = list(words)
    for place in range(1, len(words) - 1):
        if words[place] in joining and "/" in words[place - 1] and "/" in words[place + 1]:
            ordered[place - 1], ordered[place + 1] = sorted((ordered[place - 1], ordered[place + 1]))
    return ordered


@lru_cache(maxsize=2**14)
def changed(letters: str, pairs: Pairs) -> str:
    """The letters of a text, each that is found as what is meant. Many councils have the same texts."""
    for found, meant in _compiled(pairs):
        letters = found.sub(meant, letters)
    return letters


@cache
def _compiled(pairs: Pairs) -> Sequence[tuple[re.Pattern[str], str]]:
    return [(re.compile(found), meant.replace("$", "\\")) for found, meant in pairs]


def is_mutated(one: str, other: str, initials: Sequence[Sequence[str]]) -> bool:
    """Whether two words are one but for its first letter, as mutation changes it."""
    if one == other:
        return True
    return any(
        one.startswith(here) and other.startswith(there) and one[len(here) :] == other[len(there) :]
        for of in initials
        for here, there in permutations(of, 2)
        if len(one) > len(here) + 1
    )

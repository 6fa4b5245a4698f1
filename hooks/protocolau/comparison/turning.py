"""Words that turn what is said: "must" for "may", "not", "unless", "10" for "5", officers for members.

The browser judges too: assets/compare/turning.js does the same, and tests/comparison/ holds both to it. What turns is
data, told in `turning.yml`.
"""

import re
from collections.abc import Container, Iterable, Sequence
from functools import cache, lru_cache, reduce
from itertools import permutations
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import yaml
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from protocolau.comparison.alignment import Tokens
from protocolau.language.tokens import word_tokens
from protocolau.language.welsh.mutation import DATA as MUTATIONS
from protocolau.language.welsh.mutation import forms
from protocolau.runtime import yaml_loader

_ORDINAL = re.compile(r"^([0-9]+)(?:st|nd|rd|th|af|ail|ydd|ed|fed|eg|ain)$")
_HOUR = re.compile(r"^([0-9]+)(am|pm|yb|yp|yh)$")
_BEFORE_THOUSANDS, _THOUSANDS = re.compile("[0-9]{1,3}"), re.compile("[0-9]{3}")
_AROUND = 3
"""Words around those in which two texts differ that may belong to them: the parts of a phrase or of a figure."""
_FEW_LETTERS, _SHARE_OF_LETTERS = 4, 0.2
"""By how many letters, and by what share of them besides, texts may differ that are only spelt otherwise."""
_SHORTEST_DENIED = 3
"""Letters below which a word is too short to be known within one that denies it."""

Lines = list[list[str]]
"""Words and phrases, those of a line saying the same."""


class TurningWords(TypedDict):
    """What turns a statement of a language, as `turning.yml` tells it, a word of Welsh in all its forms."""

    assumed: list[str]
    joining: list[str]
    forced: Lines
    denied: Lines
    told: Lines
    exchanged: list[Lines]
    denying: list[str]
    whole: dict[str, str]
    spelt: list[tuple[str, str]]
    initials: list[list[str]]
    """The beginnings that mutation gives a word, a list for each letter that it changes; none but of Welsh."""


@cache
def turning_words(language: str) -> TurningWords:
    """The words of a language that turn what is said."""
    path = Path(__file__).with_name("turning.yml")
    said = yaml.load(path.read_text("utf-8"), yaml_loader.SafeLoader)[language]
    is_welsh = language == "cy"
    formed = _in_all_forms if is_welsh else _as_they_stand
    return {
        "assumed": said["assumed"],
        "joining": said["joining"],
        "forced": formed(said["forced"]),
        "denied": formed(said["denied"]),
        "told": formed(said["told"]),
        "exchanged": [formed(lines) for lines in said["exchanged"]],
        "denying": said["denying"],
        "whole": said["whole"],
        "spelt": [(one, other) for one, other in said["spelt"]],
        "initials": [[radical, *row.values()] for radical, row in MUTATIONS["radicals"].items()] if is_welsh else [],
    }


def _as_they_stand(lines: Lines) -> Lines:
    return lines


def _in_all_forms(lines: Lines) -> Lines:
    """Lines of Welsh words with each in every form that it may take."""
    return [sorted({form for word in line for form in forms(word)}) for line in lines]


def turns(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether two statements, by their words as they are counted, differ in what turns what they say."""
    words, known = turning_words(language), _known(language)
    here, there = (
        _in_order(_with_plain_figures(_in_full(text, known.whole)), words["joining"])
        for text in _where_they_differ(one, other)
    )
    return (
        _told(here, known.told, words["assumed"]) != _told(there, known.told, words["assumed"])
        or any(_are_exchanged(_lines_read(here, lines), _lines_read(there, lines)) for lines in known.exchanged)
        or _is_denied(here, there, words["denying"])
    )


def are_led_apart(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether what leads into two statements of the same words turns what one of them says, by the words of each."""
    if one == other:
        return False
    known = _known(language)
    here, there = (_in_full(text, known.whole) for text in (one, other))
    if _lines_read(here, known.denied) != _lines_read(there, known.denied):
        return True
    forces = _lines_read(here, known.forced), _lines_read(there, known.forced)
    return all(forces) and forces[0] != forces[1]


@lru_cache(maxsize=2**13)
def turning_lines(text: str, language: str) -> tuple[int, ...]:
    """The words in what leads into a statement that deny or force it, each by its line; none of most texts."""
    known = _known(language)
    return tuple(_lines_read(_in_full(word_tokens(text), known.whole), known.leading))


def are_spelt_apart(one: Tokens, other: Tokens, language: str) -> bool:
    """Whether nothing parts two texts but how words are spelt, joined or mutated."""
    sizes = [sum(map(len, text)) for text in (one, other)]
    if max(sizes) - min(sizes) > _FEW_LETTERS + _SHARE_OF_LETTERS * max(sizes):
        return False
    words = turning_words(language)
    here, there = ("".join(_in_full(text, _known(language).whole)) for text in (one, other))
    if _spelt(here, words["spelt"]) == _spelt(there, words["spelt"]):
        return True
    return len(one) == len(other) and all(
        _is_mutated(*pair, words["initials"]) for pair in zip(one, other, strict=True)
    )


def _where_they_differ(one: Tokens, other: Tokens) -> tuple[Tokens, Tokens]:
    """The words in which two texts differ, with a few around them. What is alike at both ends turns nothing."""
    least = min(len(one), len(other))
    start = next((place for place in range(least) if one[place] != other[place]), least)
    end = next((place for place in range(least - start) if one[-1 - place] != other[-1 - place]), least - start)
    begin, left_out = max(start - _AROUND, 0), max(end - _AROUND, 0)
    return one[begin : len(one) - left_out], other[begin : len(other) - left_out]


Value = TypeVar("Value")


class _Phrases(dict[str, Value]):
    """Words and phrases of two words, each with something: the line in which it stands, or what it stands for."""

    def __init__(self, values: Iterable[tuple[str, Value]]):
        super().__init__(values)
        self.firsts = frozenset(phrase.split(" ")[0] for phrase in self if " " in phrase)
        """The words with which phrases begin."""


class _Known(NamedTuple):
    """What is looked for in the texts of a language."""

    whole: _Phrases[list[str]]
    denied: _Phrases[int]
    forced: _Phrases[int]
    leading: _Phrases[int]
    """What denies or forces."""
    told: _Phrases[int]
    exchanged: tuple[_Phrases[int], ...]


@cache
def _known(language: str) -> _Known:
    words = turning_words(language)
    return _Known(
        _Phrases((short, full.split(" ")) for short, full in words["whole"].items()),
        _by_word(words["denied"]),
        _by_word(words["forced"]),
        _by_word([*words["denied"], *words["forced"]]),
        _by_word([*words["forced"], *words["denied"], *words["told"]]),
        tuple(map(_by_word, words["exchanged"])),
    )


def _by_word(lines: Lines) -> _Phrases[int]:
    return _Phrases((word, place) for place, line in enumerate(lines) for word in line)


def _read(words: Sequence[str], lines: _Phrases[int]) -> list[int | str]:
    """Words in their order, each word or phrase that stands in a line by that line."""
    return [lines.get(phrase, phrase) for phrase in _phrases(words, lines)]


def _lines_read(words: Sequence[str], lines: _Phrases[int]) -> list[int]:
    """The lines in which words of a text stand, in their order."""
    return [lines[phrase] for phrase in _phrases(words, lines) if phrase in lines]


def _in_full(words: Tokens, whole: _Phrases[list[str]]) -> list[str]:
    """Words, those that are written short in full: `cannot`, `shouldn t`."""
    return [word for phrase in _phrases(words, whole) for word in whole.get(phrase) or (phrase,)]


def _phrases(words: Sequence[str], known: _Phrases[Any]) -> Sequence[str]:
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


def _told(words: Sequence[str], lines: _Phrases[int], assumed: Container[str]) -> list[int | str]:
    """What is told of words, with figures and the parties that are named, however they are called."""
    read = _read(words, lines)
    return [_party(one) for one in read if isinstance(one, int) or _is_told(one, assumed)]


def _is_told(word: str, assumed: Container[str]) -> bool:
    """Whether a word is a figure, or the name of a party."""
    return _party(word) not in assumed if "/" in word else "0" <= word[0] <= "9"


def _party(said: int | str) -> int | str:
    """What is said, of the name of a party the party alone."""
    return said if isinstance(said, int) else said.partition("/")[0]


def _are_exchanged(here: list[int], there: list[int]) -> bool:
    """Whether as many lines are read in both, and not the same."""
    return len(here) == len(there) and here != there


def _is_denied(here: Sequence[str], there: Sequence[str], denying: Sequence[str]) -> bool:
    """Whether a word that one text alone has denies by its beginning one that the other alone has."""
    one, other = set(here) - set(there), set(there) - set(here)
    return any(
        beginning + word in of
        for words, of in ((one, other), (other, one))
        for word in words
        for beginning in denying
        if len(word) >= _SHORTEST_DENIED
    )


def _with_plain_figures(words: Tokens) -> list[str]:
    """Words with figures as they are counted: `12th` is 12, `7pm` is 7 pm, and `1` before `000` is 1000."""
    plain: list[str] = []
    for word in words:
        if plain and _THOUSANDS.fullmatch(word) and _BEFORE_THOUSANDS.fullmatch(plain[-1]):
            plain[-1] += word
        else:
            plain += _HOUR.sub(r"\1 \2", _ORDINAL.sub(r"\1", word)).split(" ")
    return plain


def _in_order(words: Sequence[str], joining: Container[str]) -> list[str]:
    """Words with two parties that are joined in one order: officers and members are members and officers."""
    ordered = list(words)
    for place in range(1, len(words) - 1):
        if words[place] in joining and "/" in words[place - 1] and "/" in words[place + 1]:
            ordered[place - 1], ordered[place + 1] = sorted((ordered[place - 1], ordered[place + 1]))
    return ordered


def _spelt(letters: str, spelt: Iterable[tuple[str, str]]) -> str:
    """The letters of a text, each spelling as the one that is meant."""
    return reduce(lambda text, pair: re.sub(pair[0], pair[1], text), spelt, letters)


def _is_mutated(one: str, other: str, initials: Sequence[Sequence[str]]) -> bool:
    """Whether two words are one but for its first letter, as mutation changes it."""
    if one == other:
        return True
    return any(
        one.startswith(here) and other.startswith(there) and one[len(here) :] == other[len(there) :]
        for of in initials
        for here, there in permutations(of, 2)
        if len(one) > len(here) + 1
    )

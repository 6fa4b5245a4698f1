"""The words that turn what is said and those that do not, as `turning.yml` tells them."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from typing_extensions import TypedDict  # pydantic needs this one before Python 3.12

from protocolau.language.welsh.mutation import MUTATIONS, forms
from protocolau.runtime import yaml_loader

Pairs = tuple[tuple[str, str], ...]
"""Regular expressions, each with what is meant by what it finds, `$1` for its first group."""
Lines = str
"""Words and phrases, those of a line saying the same: `must,shall|may,can`. So written, they are little to load."""


class TurningWords(TypedDict):
    """What turns a statement of a language and what does not, as `turning.yml` tells it, a word of Welsh in all its
    forms."""

    assumed: list[str]
    empty: Lines
    opening: list[str]
    joining: list[str]
    articles: list[str]
    future: Lines
    of_all: list[str]
    behind: list[str]
    expecting: list[str]
    open: str
    """A regular expression."""
    forced: Lines
    denied: Lines
    conditions: Lines
    told: Lines
    alike: Lines
    forms: Pairs
    whole: Pairs
    spelt: Pairs
    initials: list[list[str]]
    """The beginnings that mutation gives a word, a list for each letter that it changes; none but of Welsh."""


@cache
def turning_words(language: str) -> TurningWords:
    """The words of a language that turn what is said."""
    said = _as_told(language)
    is_welsh = language == "cy"
    formed = _in_all_forms if is_welsh else list

    def lines(key: str) -> Lines:
        return "|".join(",".join(formed(line)) for line in said[key])

    return {
        "assumed": said["assumed"],
        "empty": ",".join(said["empty"]),
        "opening": said["opening"],
        "joining": said["joining"],
        "articles": said["articles"],
        "future": lines("future"),
        "of_all": formed(said["of_all"]),
        "behind": formed(said["behind"]),
        "expecting": formed(said["expecting"]),
        "open": said["open"],
        "forced": lines("forced"),
        "denied": lines("denied"),
        "conditions": lines("conditions"),
        "told": lines("told"),
        "alike": lines("alike"),
        "forms": _pairs(said["forms"]),
        "whole": _pairs(said["whole"]),
        "spelt": _pairs(said["spelt"]),
        "initials": [[radical, *row.values()] for radical, row in MUTATIONS["radicals"].items()] if is_welsh else [],
    }


def _pairs(told: Iterable[Sequence[str]]) -> Pairs:
    return tuple((found, meant) for found, meant in told)


def _in_all_forms(words: list[str]) -> list[str]:
    """Welsh words, each in every form that it may take."""
    return sorted({form for word in words for form in forms(word)})


@cache
def plain_names(language: str) -> dict[str, str]:
    """The words of which the names of members and of officers as such are made, each with what is equal for all that
    name the same people: nothing where it names none by itself, as `elected`."""
    formed = _in_all_forms if language == "cy" else list
    lines = _as_told(language)["plainly"]
    return {word: line[0] if place else "" for place, line in enumerate(lines) for word in formed(line)}


@cache
def stage_words(language: str) -> frozenset[str]:
    """The words that name a stage of what is told, by the number behind them."""
    return frozenset(_as_told(language)["stages"])


def condition_heading(language: str) -> str:
    """A regular expression for what begins as a heading does that is only a condition of what stands below it."""
    pattern: str = _as_told(language)["on_condition"]
    return pattern


@cache
def _as_told(language: str) -> dict[str, Any]:
    path = Path(__file__).with_name("turning.yml")
    told: dict[str, Any] = yaml.load(path.read_text("utf-8"), yaml_loader.SafeLoader)[language]
    return told

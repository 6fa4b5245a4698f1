"""What is wrong and what to do, told in Welsh: the English of a message is its key, as gettext has it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import yaml

from protocolau.read.problem import Faulty, Problem
from protocolau.runtime import yaml_loader

_NAME = re.compile(r"\{([a-z_]+\d?)\}")
_WHOSE = re.compile(r"'[^']*': (?=.)")
"""Of which unit something is said."""
_ENTRY = re.compile(r" \(entry (\d+)\)$")
"""Which entry of a list is at fault, behind the key of the list."""
_FURTHER = re.compile(r" and (\d+) more$")
"""How many more there are than are named."""
_CATALOGUE = Path(__file__).with_name("messages.yml")

AnyProblem = TypeVar("AnyProblem", bound=Problem)


@dataclass(frozen=True, slots=True)
class _Message:
    """A message of the catalogue: how its English is known, and its Welsh."""

    pattern: re.Pattern[str]
    welsh: str
    fixed: int
    """Letters of it that are always the same: of two that fit the one with more is meant."""


_CLOSED = ("language", "gender", "face", "aside", "look", "fact", "refused")
"""Names that stand for the words of the catalogue alone."""
_FIGURES = ("line", "page")
"""Names that stand for a figure alone: 'page furniture: 3' names no page."""


def said_in(message: str, language: str) -> str:
    """A message in a language."""
    return message if language == "en" else in_welsh(message)


def told(line: object, language: str) -> str:
    """A line, or every fault of several, in a language. What is wrong and what to do are two messages in one line."""
    if isinstance(line, Faulty):
        return "\n".join(str(told_in(problem, language)) for problem in line.problems)
    if isinstance(line, Problem):
        return str(told_in(line, language))
    text = str(line)
    words = text.lstrip()
    said = said_in(words, language)
    if said == words:
        said = "; ".join(said_in(part, language) for part in words.split("; "))
    return text[: len(text) - len(words)] + said


def told_in(problem: AnyProblem, language: str) -> AnyProblem:
    """A fault or a warning in a language."""
    if language == "en":
        return problem
    return replace(problem, what=said_in(problem.what, language), remedy=said_in(problem.remedy, language))


def in_welsh(message: str) -> str:
    """A message in Welsh; one that is in no catalogue stays as it is."""
    for one in _messages():
        if match := one.pattern.fullmatch(message):
            return _filled(one.welsh, match.groupdict())
    whose = _WHOSE.match(message)
    return whose[0] + in_welsh(message[whose.end() :]) if whose else message


def _filled(message: str, values: Mapping[str, str]) -> str:
    return _NAME.sub(lambda name: _word(name[1], values[name[1]]), message)


def _word(name: str, value: str) -> str:
    known: Mapping[str, str] = _catalogue()["words"].get(name.rstrip("0123456789"), {})
    if name.startswith("key"):
        value = _ENTRY.sub(r" (cofnod \1)", value)
    if name.startswith("choices"):
        value = value.replace(" or ", " neu ")
    if name == "units":
        value = _FURTHER.sub(r" a \1 arall", value)
    if name == "dates":
        return ", ".join(_dated(one, known) for one in value.split(", "))
    return known.get(value, value)


def _dated(said: str, known: Mapping[str, str]) -> str:
    """What is said of a date, before it, and the date."""
    what, _, date = said.rpartition(" ")
    return f"{known.get(what, what)} {date}"


@cache
def _catalogue() -> dict[str, Any]:
    catalogue: dict[str, Any] = yaml.load(_CATALOGUE.read_text("utf-8"), yaml_loader.SafeLoader)
    return catalogue


@cache
def _messages() -> tuple[_Message, ...]:
    """Every message, those with the most letters of their own first."""
    groups = ("checks", "faults", "report", "commands", "help")
    found = [_message(**one) for group in groups for one in _catalogue()[group]]
    return tuple(sorted(found, key=lambda message: -message.fixed))


def _message(en: str, cy: str) -> _Message:
    parts = _NAME.split(en)
    pattern = "".join(_group(part) if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return _Message(re.compile(pattern, re.DOTALL), cy, sum(map(len, parts[::2])))


def _group(name: str) -> str:
    """What a name may stand for: one of a few words, a figure, or anything, nothing included, as the key that is ''."""
    if name in _FIGURES:
        return rf"(?P<{name}>\d+)"
    known = _catalogue()["words"].get(name.rstrip("0123456789"), {})
    only = "|".join(map(re.escape, known)) if name.startswith(_CLOSED) else ".*?"
    return f"(?P<{name}>{only})"

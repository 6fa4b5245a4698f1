"""Characters that no text of ours may hold, wherever it comes from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from protocolau.read.problem import Problem
from protocolau.read.text import unwanted_characters


def character_faults(path: Path, line: int, unit: str, text: str) -> Iterator[Problem]:
    """The invisible and control characters of a unit's text, told at the line on which the unit stands."""
    for problem in unwanted_characters(path, text):
        yield replace(problem, line=line, what=f"'{unit}' has {problem.what}")
    if "\r" in text:
        yield Problem(path, line, f"'{unit}' has a carriage return", "delete it")

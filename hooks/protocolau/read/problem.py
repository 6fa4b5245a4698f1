"""A fault found in a file, in words that its author can act on."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: where it is, what is wrong and what to do about it."""

    path: Path
    line: int
    """The line, counted from 1."""
    what: str
    remedy: str

    def __str__(self) -> str:
        return f"{_typed(self.path)}:{self.line}: {self.what}; {self.remedy}"


class Faulty(Exception):
    """Ends work that cannot go on because of faults, and carries every one of them."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))
        self.problems = sorted(problems)


def did_you_mean(word: str, known: Iterable[str], otherwise: str, likeness: float = 0.6) -> str:
    """What to do about a word that is not known: take the known one that is most like it, or something else.

    `likeness` is how much of the two words has to be the same, from 0 to 1.
    """
    nearest = get_close_matches(word, list(known), n=1, cutoff=likeness)
    return f"did you mean '{nearest[0]}'?" if nearest else otherwise


def _typed(path: Path) -> str:
    """The path as one would type it from the working directory: relative or absolute, whichever is shorter."""
    absolute = os.path.abspath(path)
    try:
        relative = os.path.relpath(absolute)
    except ValueError:  # on another drive of Windows
        relative = absolute
    return Path(min(relative, absolute, key=len)).as_posix()

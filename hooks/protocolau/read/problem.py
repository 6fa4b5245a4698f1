"""A fault found in a file, in words that its author can act on."""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from protocolau.language.hidden_characters import INVISIBLE

LONGEST_WORD = 200
"""Letters of a word for which the nearest known one is looked for."""


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: where it is, what is wrong and what to do about it."""

    path: Path
    line: int
    """The line, counted from 1."""
    what: str
    remedy: str

    def __str__(self) -> str:
        return printable(f"{as_typed(self.path)}:{self.line}: {_shortened(self.what)}; {_shortened(self.remedy)}")


class Faulty(Exception):
    """Ends work that cannot go on because of faults, and carries every one of them."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))
        self.problems = sorted(problems)


def faulty(path: Path, line: int, what: str, remedy: str) -> Faulty:
    """Makes the exception of a single fault."""
    return Faulty([Problem(path, line, what, remedy)])


MOST_FAULTS = 1_000
"""Faults of one file that are told at once."""


def first_faults(problems: Iterable[Problem]) -> list[Problem]:
    """The faults of one file, and after the most that are told, that there are more. No more than these are made."""
    told = list(islice(problems, MOST_FAULTS + 1))
    if len(told) <= MOST_FAULTS:
        return told
    last = told[MOST_FAULTS - 1]
    what = f"more than {MOST_FAULTS:,} faults in this file"
    return [*told[:MOST_FAULTS], Problem(last.path, last.line, what, "mend these and check again")]


def did_you_mean(word: str, known: Iterable[str], otherwise: str, likeness: float = 0.6) -> str:
    """What to do about a word that is not known: take the known one that is most like it, or something else.

    `likeness` is how much of the two words has to be the same, from 0 to 1.
    """
    if len(word) > LONGEST_WORD:
        return otherwise
    known = list(known)
    nearest = [one for one in known if one.casefold() == word.casefold()]
    nearest = nearest or get_close_matches(word, known, n=1, cutoff=likeness)
    return f"did you mean '{nearest[0]}'?" if nearest else otherwise


class Suggestions:
    """What to do about each of the words of a file that are not known, where many are known."""

    MOST = 50
    """Words for which the nearest known one is looked for: each is compared with all of them."""

    def __init__(self, known: Iterable[str], otherwise: str):
        self._known, self._otherwise = list(known), otherwise
        self._made = 0

    def of(self, word: str) -> str:
        """The nearest known word, or something else: for the first words alone."""
        self._made += 1
        if self._made > self.MOST:
            return self._otherwise
        return did_you_mean(word, self._known, self._otherwise)


def as_typed(path: Path) -> str:
    """The path as one would type it from the working directory: relative or absolute, whichever is shorter."""
    absolute = os.path.abspath(path)
    try:
        relative = os.path.relpath(absolute)
    except ValueError:  # on another drive of Windows
        relative = absolute
    return Path(min(relative, absolute, key=len)).as_posix()


_LONGEST_QUOTED, _LONGEST_PART = 200, 600
"""Letters of what a fault repeats, and of what is wrong or what to do as a whole: a clerk reads it on one screen."""
_QUOTED = re.compile(rf"(?<=['“(\[])[^'“”()\[\]]{{{_LONGEST_QUOTED + 1},}}(?=['”)\]])")


def _shortened(words: str) -> str:
    """A part of a fault, of which no more is repeated of a file's words than tells which they are."""
    if len(words) <= _LONGEST_QUOTED:
        return words
    words = _QUOTED.sub(lambda quoted: f"{quoted[0][: _LONGEST_QUOTED // 2]}…", words)
    half = _LONGEST_PART // 2
    return words if len(words) <= _LONGEST_PART else f"{words[:half]}…{words[-half:]}"


_BREAKS = re.compile(r"\s*[\t\n\r\x0b\x0c\x1c-\x1f\x85\u2028\u2029]\s*")
_UNSHOWN = re.compile(f"[\x00-\x1f\x7f-\x9f{INVISIBLE}]")


def printable(words: str) -> str:
    """Words in one line, whatever the name of a file or the message of a parser that they repeat may hold.

    A question mark stands for each byte that is no text, and for each character that a screen obeys instead of
    showing it.
    """
    text = words.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    return _UNSHOWN.sub("\ufffd", _BREAKS.sub(" ", text))

"""A fault found in a file, in words that its author can act on."""

from dataclasses import dataclass
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
        return f"{_shown(self.path)}:{self.line}: {self.what}; {self.remedy}"


class Faulty(Exception):
    """Raised where work cannot go on because of faults; carries every one of them."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(str(problem) for problem in sorted(problems)))
        self.problems = sorted(problems)


def _shown(path: Path) -> str:
    """The path as one would type it from the working directory, where it lies below that."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()

"""One fault of a file, to be raised."""

from pathlib import Path

from protocolau.read.problem import Faulty, Problem


def faulty(path: Path, line: int, what: str, remedy: str) -> Faulty:
    """Makes the exception of a single fault."""
    return Faulty([Problem(path, line, what, remedy)])

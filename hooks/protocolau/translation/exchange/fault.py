"""One fault of a file, to be raised."""

from pathlib import Path

from protocolau.read.problem import Faulty, Problem

_KINDS = {
    "tmx": ("this is a translation memory", "use: protocolau translation memory import FILE"),
    "martif": ("this is a glossary", "terms are written into protocols/vocabulary/glossary.yml by hand"),
    "tbx": ("this is a glossary", "terms are written into protocols/vocabulary/glossary.yml by hand"),
    "xliff": ("this is no memory but a file of units", "use: protocolau translation import FILE"),
}


def another_kind(root: str) -> tuple[str, str]:
    """What to say of an XML file that is of another kind than was asked for, by the name of its first element."""
    return _KINDS.get(root, (f"the file is of a kind that is not read here (<{root}>)", EXPORT))


EXPORT = "import a file that was exported from here, in PO, XLIFF or XLSX"
"""What to do with a file that is none of ours."""


def faulty(path: Path, line: int, what: str, remedy: str) -> Faulty:
    """Makes the exception of a single fault."""
    return Faulty([Problem(path, line, what, remedy)])

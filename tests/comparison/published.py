"""The figures of quality.py, as the pages on comparison print them: `python -m tests.comparison.published` writes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from tests.comparison.quality import ROOT, HandAlignment, Quality, agreements, aligned, found, gold, quality

PAGES = {"en": ROOT / "docs/comparison.md", "cy": ROOT / "docs/cy/comparison.md"}
AND = {"en": "and", "cy": "a"}
PAIRS = {"en": "pairs", "cy": "pâr"}
ROWS = re.compile(r"(?<=\n\|---\|---\|---\|---\|---\|\n)(?:\|.*\n)*")
"""What stands below the head of the table of figures."""
AGREEMENTS = re.compile(r"(?<=\n\|---\|---\|---\|---\|\n)(?:\|.*\n)*")
"""What stands below the head of the table of pairs that were read twice."""


def rows(library: Library, language: str) -> Iterator[str]:
    """The rows of the table, a pair of councils each, those of a county last."""
    for wanted in sorted(gold(), key=lambda pair: "conwy" in (pair.left, pair.right)):
        pairs = aligned(library, wanted.left, wanted.right)
        whole, unseen = quality(pairs, wanted.pairs), found(pairs, wanted, wanted.half(unseen=True))
        yield f"| {_title(library, wanted, language)} | {_figures(whole)} | {_figures(unseen)} |\n"


def agreement_rows(library: Library, language: str) -> Iterator[str]:
    """The rows of the table of pairs that were read twice."""
    for twice in agreements():
        read = (f"{len(reading.pairs)} {PAIRS[language]}" for reading in (twice.first, twice.second))
        yield f"| {_councils(library, twice.first, language)} | {' | '.join(read)} | {twice.share:.0%} |\n"


def _title(library: Library, wanted: HandAlignment, language: str) -> str:
    return f"{_councils(library, wanted, language)} ({len(wanted.pairs)} {PAIRS[language]})"


def _councils(library: Library, wanted: HandAlignment, language: str) -> str:
    one, other = (library.councils[slug].short_name[language] for slug in (wanted.left, wanted.right))
    return f"{one} {AND[language]} {other}"


def _figures(figures: Quality) -> str:
    return f"{figures.recall:.0%} | {figures.precision:.0%}"


def published(page: Path, table: re.Pattern[str] = ROWS) -> str:
    """The rows that a page prints in a table."""
    printed = table.search(page.read_text("utf-8"))
    assert printed, f"{page} has no table of figures"
    return printed[0]


def main() -> None:
    """Write the figures of today into both pages."""
    library = ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1))
    for language, page in PAGES.items():
        text = page.read_text("utf-8")
        for table, made in ((ROWS, rows), (AGREEMENTS, agreement_rows)):
            text = table.sub("".join(made(library, language)), text)
        page.write_text(text, "utf-8")


if __name__ == "__main__":
    main()

"""The figures of quality.py, as the pages on comparison print them: `python -m tests.comparison.published` writes."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from tests.comparison.quality import ROOT, HandAlignment, Quality, aligned, found, gold, quality

PAGES = {"en": ROOT / "docs/comparison.md", "cy": ROOT / "docs/cy/comparison.md"}
AND = {"en": "and", "cy": "a"}
PAIRS = {"en": "pairs", "cy": "pâr"}
ROWS = re.compile(r"(?<=\n\|---\|---\|---\|---\|---\|\n)(?:\|.*\n)*")
"""What stands below the head of the table of figures."""


def rows(library: Library, language: str) -> Iterator[str]:
    """The rows of the table, a pair of councils each, those of a county last."""
    for wanted in sorted(gold(), key=lambda pair: "conwy" in (pair.left, pair.right)):
        pairs = aligned(library, wanted.left, wanted.right)
        whole, unseen = quality(pairs, wanted.pairs), found(pairs, wanted, wanted.half(unseen=True))
        yield f"| {_title(library, wanted, language)} | {_figures(whole)} | {_figures(unseen)} |\n"


def _title(library: Library, wanted: HandAlignment, language: str) -> str:
    one, other = (library.councils[slug].short_name[language] for slug in (wanted.left, wanted.right))
    return f"{one} {AND[language]} {other} ({len(wanted.pairs)} {PAIRS[language]})"


def _figures(figures: Quality) -> str:
    return f"{figures.recall:.0%} | {figures.precision:.0%}"


def published(page: Path) -> str:
    """The rows that a page prints."""
    printed = ROWS.search(page.read_text("utf-8"))
    assert printed, f"{page} has no table of figures"
    return printed[0]


def main() -> None:
    """Write the figures of today into both pages."""
    library = ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1))
    for language, page in PAGES.items():
        text = page.read_text("utf-8")
        page.write_text(ROWS.sub("".join(rows(library, language)), text), "utf-8")


if __name__ == "__main__":
    main()

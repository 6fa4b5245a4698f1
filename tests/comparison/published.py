"""The figures of quality.py, as the pages on comparison print them: `python -m tests.comparison.published` writes."""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from tests.comparison.quality import (
    ROOT,
    HandAlignment,
    Pairs,
    Quality,
    agreement,
    agreements,
    aligned,
    answers_on,
    gold,
    quality,
)

PAGES = {"en": ROOT / "docs/comparison.md", "cy": ROOT / "docs/cy/comparison.md"}
AND = {"en": "and", "cy": "a"}
PAIRS = {"en": "pairs", "cy": "pâr"}
ALL = {
    False: {
        "en": "Parish, town and community councils together",
        "cy": "Cynghorau plwyf, tref a chymuned gyda'i gilydd",
    },
    True: {"en": "All pairs with Conwy together", "cy": "Pob pâr gyda Chonwy gyda'i gilydd"},
}
ROWS = re.compile(r"(?<=\n\|---\|---\|---\|---\|---\|\n)(?:\|.*\n)*")
"""What stands below the head of the table of figures."""
AGREEMENTS = re.compile(r"(?<=\n\|---\|---\|---\|---\|---\|---\|\n)(?:\|.*\n)*")
"""What stands below the head of the table of pairs that were read twice."""


def rows(library: Library, language: str) -> Iterator[str]:
    """The rows of the table, a pair of councils each, those of a county last."""
    for of_county in (False, True):
        answers = [
            Answers(one, aligned(library, one.left, one.right)) for one in gold() if _is_of_county(one) == of_county
        ]
        for one in answers:
            yield _row(_title(library, one.wanted, language), one.whole, one.unseen)
        total = f"**{ALL[of_county][language]} ({sum(len(one.wanted.pairs) for one in answers)} {PAIRS[language]})**"
        yield _row(total, _together(one.whole for one in answers), _together(one.unseen for one in answers))


class Answers(NamedTuple):
    """What the rules put side by side of two councils, and what should be."""

    wanted: HandAlignment
    pairs: Pairs

    @property
    def whole(self) -> tuple[Pairs, Pairs]:
        """All that was answered, and all that is wanted."""
        return self.pairs, self.wanted.pairs

    @property
    def unseen(self) -> tuple[Pairs, Pairs]:
        """The same of the half that was not looked at."""
        half = self.wanted.half(unseen=True)
        return answers_on(half, self.pairs, self.wanted), half.pairs


def _together(figures: Iterable[tuple[Pairs, Pairs]]) -> tuple[set, set]:
    """Answers and wanted pairs of several two councils, those of each two apart."""
    answers, wanted = zip(*figures, strict=True)
    return _apart(answers), _apart(wanted)


def _apart(sets: Iterable[Pairs]) -> set[tuple[int, tuple[str, str]]]:
    return {(place, pair) for place, pairs in enumerate(sets) for pair in pairs}


def _is_of_county(wanted: HandAlignment) -> bool:
    return "conwy" in (wanted.left, wanted.right)


def _row(title: str, whole: tuple[set, set], unseen: tuple[set, set]) -> str:
    return f"| {title} | {_figures(quality(*whole))} | {_figures(quality(*unseen))} |\n"


def agreement_rows(library: Library, language: str) -> Iterator[str]:
    """The rows of the table of pairs that were read twice."""
    for twice in agreements():
        readings = (twice.first, twice.second)
        read = [f"{len(reading.pairs)} {PAIRS[language]}" for reading in readings]
        pairs = aligned(library, twice.first.left, twice.first.right)
        shares = [f"{share:.0%}" for share in (twice.share, *(agreement(pairs, one.pairs) for one in readings))]
        yield f"| {_councils(library, twice.first, language)} | {' | '.join([*read, *shares])} |\n"


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

"""What stands in the margin of a PDF, beside its text: the numbers of lines."""

import pytest

from tests.imported import outline, structure
from tests.pdf_files import pdf

TEXT = """1. Introduction
1.1 This protocol guides members and officers in their
relations with one another, so that the business of the
council is done with courtesy.
1.2 It stands beside the code of conduct, which it does
not replace.
2. Roles
2.1 Members are responsible to those who have elected
them, and serve for as long as their term lasts.
2.2 Officers are responsible to the council as a whole,
and carry out its work.""".splitlines()
READ = [
    "1. # Introduction",
    "  1.1 This protocol guides members and officers in their relations with one another, so that the business of the "
    "council is done with courtesy.",
    "  1.2 It stands beside the code of conduct, which it does not replace.",
    "2. # Roles",
    "  2.1 Members are responsible to those who have elected them, and serve for as long as their term lasts.",
    "  2.2 Officers are responsible to the council as a whole, and carry out its work.",
]


def counted(step: int, left: int, lower: int = 0) -> bytes:
    """Three pages of which every line, or every second or fifth, has its number at a place, perhaps a bit lower."""
    pages: list[list[tuple[int, int, str] | str]] = [[], [], []]
    for number, words in enumerate(TEXT, 1):
        page, at = (0, number) if number < 10 else (1 + number // 11, number % 11 + 5)
        pages[page].append((100, 720 - 14 * at, words))
        if number % step == 0:
            pages[page].append((left - 6 * len(str(number)), 720 - 14 * at - lower, str(number)))
    return pdf(*pages)


@pytest.mark.parametrize(
    ("step", "left", "lower", "numbers"),
    [
        (1, 80, 0, ["1 2 3 4 5 6 7 8 9", "10", "11"]),
        (1, 80, 2, ["1 2 3 4 5 6 7 8 9", "10", "11"]),
        (1, 560, 0, ["1 2 3 4 5 6 7 8 9", "10", "11"]),
        (2, 80, 0, ["2 4 6 8", "10"]),
    ],
)
def test_numbers_of_lines_are_none_of_the_text(step, left, lower, numbers):
    data = counted(step, left, lower)
    assert outline(data, "a.pdf") == READ
    asides = structure(data, "a.pdf").asides
    assert [one.text for one in asides if one.what == "line number"] == numbers


ROWS = ["the notice of the meeting", "the minutes of the last one", "the reports of officers", "the list of payments"]


@pytest.mark.parametrize(
    "words",
    [
        [(60, 700, "The agenda holds these papers:"), *((80, 700 - 14 * n, str(n)) for n in (1, 2, 3, 4)),
         *((100, 700 - 14 * n, words) for n, words in enumerate(ROWS, 1))],
        [(100, 714, "Hall"), (300, 714, "Fee"), *((100, 700 - 14 * n, words) for n, words in enumerate(ROWS)),
         *((300, 700 - 14 * n, str(5 * n + 5)) for n in range(4))],
        [(60, 700 - 30 * n, str(n)) for n in (1, 2, 3, 4)]
        + [(100, 700 - 30 * n, "Members shall be") for n in (1, 2, 3, 4)]
        + [(100, 686 - 30 * n, "fair.") for n in (1, 2, 3, 4)],
    ],
)  # fmt: skip
def test_figures_that_count_items_or_stand_in_a_column_stay(words):
    assert not [one for one in structure(pdf(words), "a.pdf").asides if one.what == "line number"]

"""What stands in the margin of a PDF, beside its text: the numbers of lines, and notes."""

from pathlib import Path

import pytest

from tests.imported import COUNCIL, draft, outline, run_import, structure
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


CLAUSES = [
    (["1.1 This protocol guides members and officers in their", "relations with one another, with courtesy."],
     ["Purpose of", "this", "protocol"]),
    (["1.2 It stands beside the code of conduct."], []),
    (["1.3 Officers serve the council as a whole and not any", "group of it, nor a member of the council.",
      "(a) They advise all.", "(b) They are fair."], ["See also", "the code"]),
    (["1.4 Members do not ask otherwise of any of them."], ["Neutrality"]),
]  # fmt: skip
NOTED = [
    "1. # Introduction",
    "  1.1 # Purpose of this protocol This protocol guides members and officers in their relations with one another, "
    "with courtesy.",
    "  1.2 It stands beside the code of conduct.",
    "  1.3 # See also the code Officers serve the council as a whole and not any group of it, nor a member of the "
    "council.",
    "    * (a) They advise all.",
    "    * (b) They are fair.",
    "  1.4 # Neutrality Members do not ask otherwise of any of them.",
]


def noted(text: int, notes: int, step: float, order: str) -> bytes:
    """A page with notes beside its clauses: where both begin, how far their lines stand below each other, and which
    the file has first.
    """
    body, beside, y = [(text, 740, "1. Introduction")], [], 712.0
    for clause, words in CLAUSES:
        body += [(text, int(y) - 14 * at, one) for at, one in enumerate(clause)]
        beside += [(notes, int(y - step * at), one) for at, one in enumerate(words)]
        y -= max(14 * len(clause), step * len(words)) + 12
    if order == "line by line":
        return pdf(sorted([*body, *beside], key=lambda one: (-one[1], one[0])))
    return pdf([*beside, *body] if order == "notes first" else [*body, *beside])


@pytest.mark.parametrize(("text", "notes"), [(170, 60), (60, 440)])
@pytest.mark.parametrize("step", [14, 11.5])
@pytest.mark.parametrize("order", ["notes first", "notes last", "line by line"])
def test_a_note_in_the_margin_is_the_heading_of_its_clause_and_is_doubted(text, notes, step, order):
    made = structure(data := noted(text, notes, step, order), "a.pdf")
    assert outline(data, "a.pdf") == NOTED
    doubted = [one.number for outer in made.body for one in outer.walk() if "note in the margin" in one.doubts]
    assert doubted == ["1.1", "1.3", "1.4"]


def test_a_person_is_to_look_at_a_note_in_the_margin(tmp_path: Path):
    made = draft("a.pdf", noted(170, 60, 14, "notes first"), tmp_path)
    assert made.files[made.version].decode().count("look_at: [margin-note]") == 3


def test_what_is_doubtful_in_a_pdf_is_told_by_its_page(tmp_path: Path):
    (source := tmp_path / "a.pdf").write_bytes(noted(170, 60, 14, "notes first"))
    said = run_import(source, *COUNCIL, "--output", tmp_path / "out").output.splitlines()
    doubt = "a note in the margin was taken for its heading; put it where it belongs if it is none"
    assert f"  page 1: {doubt}: 1.4 Members do not ask otherwise of any of them." in said


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ([(60, 700, "Function"), (360, 700, "Officer"), (60, 680, "1.1 To pay what the council owes, up to 500 pounds"),
          (360, 680, "Clerk"), (60, 660, "1.2 To let the hall and the field by the river"), (360, 660, "Caretaker"),
          (60, 640, "1.3 To answer whoever asks for information"), (360, 640, "Clerk")], "Function | Officer; 1.1 To"),
        ([(60, 700, "1.1 Members treat officers with respect"), (360, 700, "Yes"),
          (60, 680, "1.2 Officers answer within five working days"), (360, 680, "No"),
          (60, 660, "1.3 Members know whom they may ask for advice"), (360, 660, "Yes"),
          (60, 640, "1.4 Officers know what members may ask"), (360, 640, "Yes")], "1.1 Members treat officers"),
        ([(60, 700, "Committee"), (200, 700, "Members"), (60, 680, "Planning"), (200, 680, "7. Of whom one is chair"),
          (60, 660, "Finance"), (200, 660, "9. Of whom one is chair"), (60, 640, "Staffing"),
          (200, 640, "5. Of whom one is chair")], "Committee | Members; Planning | 7."),
    ],
)  # fmt: skip
def test_words_in_the_columns_of_a_table_are_no_notes(words, read):
    made = structure(pdf(words), "a.pdf")
    assert not any("note in the margin" in one.doubts for outer in made.body for one in outer.walk())
    assert read in " ".join(outline(pdf(words), "a.pdf"))

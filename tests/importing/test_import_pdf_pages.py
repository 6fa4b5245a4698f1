"""Pages of a PDF as lines: what stands at their head and foot, tables, columns."""

import pytest

from protocolau.importing.lines import Line, Table, lines_of
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from protocolau.importing.structure.paragraphs import joined
from tests.pdf_files import pdf, ruled
from tests.read_lines import cells_of, lines


def test_pdf_sets_heads_and_feet_aside():
    head, second = (50, 770, "Anytown Council"), (70, 688, "and its second line")
    pages = [[head, (50, 700, f"{n}. A clause"), second, (300, 30, f"Page {n}")] for n in (1, 2, 3)]
    reading = read_document("a.pdf", pdf(*pages))
    assert [line.text for line in lines_of(reading.blocks)][:2] == [
        "1. A clause",
        "and its second line",
    ]
    assert {one.what for one in reading.asides} == {"header", "footer"}
    assert len(reading.asides) == 6


def test_pdf_words_of_the_text_that_reach_into_head_or_foot_stay():
    first = [(50, 400, "Words of the first page"), (50, 60, "7.1 A clause of it"), (50, 45, "12"), (50, 30, "of it")]
    second = [(50, 770, "7.2 A clause of it"), (50, 400, "More words of the second page"), (300, 30, "2")]
    reading = read_document("a.pdf", pdf(first, second))
    assert [line.text for line in lines_of(reading.blocks)] == [words for _, _, words in (*first, *second[:-1])]
    assert [(one.what, one.text) for one in reading.asides] == [("footer", "2")]


def test_pdf_tables_with_lines_are_tables():
    drawn = ruled(
        [40, 140, 300, 400], [700, 670, 640, 610],
        without=("140 640 m 140 610 l S", "300 640 m 300 610 l S", "40 670 m 140 670 l S"),
    )  # fmt: skip
    words = [
        (50, 730, "1.1 The stages are these:"), (50, 690, "Stage"), (150, 690, "What"), (310, 690, "Days"),
        (150, 660, "The Clerk writes to"), (310, 660, "10"), (150, 648, "the complainant."),
        (50, 625, "All of it is confidential."), (50, 580, "1.2 So it ends."),
    ]  # fmt: skip
    before, table, after = read_document("a.pdf", pdf(words, drawn=drawn)).blocks
    assert isinstance(before, Line) and isinstance(table, Table) and isinstance(after, Line)
    assert cells_of(table) == [
        ["Stage", "What", "Days"], ["+", "The Clerk writes to the complainant.", "10"],
        ["All of it is confidential.//"],
    ]  # fmt: skip


def test_pdf_tables_of_which_the_lines_are_thin_shapes_in_a_form_of_their_own_size():
    bars = [f"{x} 300 0.5 60 re f\n" for x in (20, 70, 150)] + [f"20 {y} 130 .5 re f\n" for y in (300, 330, 360)]
    words = [(50, 705, "a long first cell"), (150, 705, "b"), (50, 650, "c"), (150, 650, "and the last one")]
    (table,) = read_document("a.pdf", pdf(words, drawn=f"q 2 0 0 2 0 0 cm {''.join(bars)} Q\n")).blocks
    assert isinstance(table, Table) and cells_of(table) == [["a long first cell", "b"], ["c", "and the last one"]]


def test_pdf_tables_go_on_over_the_edge_of_a_page():
    drawn = ruled([40, 140, 400], [760, 730, 700, 40])
    first = [
        (50, 740, "Stage"),
        (150, 740, "What"),
        (50, 710, "One"),
        (150, 710, "Ends."),
        (50, 60, "Two"),
        (150, 60, "It is"),
    ]
    second = [(50, 740, "Stage"), (150, 740, "What"), (150, 710, "cut here."), (50, 60, "Three"), (150, 60, "Last.")]
    reading = read_document("a.pdf", pdf(first, second, drawn=drawn))
    (table,) = reading.blocks
    assert isinstance(table, Table)
    assert cells_of(table) == [["Stage", "What"], ["One", "Ends."], ["Two", "It is cut here."], ["Three", "Last."]]
    assert [(one.what, one.text) for one in reading.asides] == [("repeated", "Stage What")]


@pytest.mark.parametrize(
    "drawn",
    [
        "20 20 560 760 re S\n",
        "50 698 m 200 698 l S\n50 650 m 200 650 l S\n",
        ruled([40, 400], [720, 600]),
        ruled(list(range(20, 580, 5)), list(range(780, 20, -5))),
        "50 690 m 300 690 l S 175 720 m 175 640 l S\n",
        "".join(
            f"{x} {y} m {x + 9} {y + 7} {x + 3} {y + 2} {x + 8} {y} c S\n"
            for x in range(50, 300, 9)
            for y in (640, 710)
        ),
        "100 600 80 40 re S 180 620 m 300 620 l S 300 600 80 40 re S 340 600 m 340 500 l S 300 460 80 40 re S\n",
    ],
)
def test_pdf_lines_that_are_no_table(drawn):
    words = [(50, 700, "Words of the text"), (50, 680, "and more of them that go on."), (110, 615, "box")]
    assert all(isinstance(one, Line) for one in read_document("a.pdf", pdf(words, drawn=drawn)).blocks)


@pytest.mark.parametrize(
    ("after", "line"),
    [
        ("and so on", "by the Council¹² and so on"),
        (" ", "by the Council¹²"),
    ],
)
def test_pdf_the_raised_sign_of_a_note_parts_no_line(after, line):
    sign = f"by the Council) Tj ET BT /F1 5 Tf 116 706 Td (12) Tj ET BT /F1 10 Tf 123 700 Td ({after}"
    found = lines("a.pdf", pdf([(50, 700, sign), (50, 680, "12 Kept, with 3 in it."), (50, 600, "End here.")]))
    assert [one.text.strip() for one in found] == [line, "12 Kept, with 3 in it.", "End here."]


@pytest.mark.parametrize(
    "dot", ["{x} {y} m {r} {y} l {r} {t} l {x} {t} l h f\n", "{x} {y} m {r} {y} {r} {t} {x} {t} c h f\n"]
)
def test_pdf_dots_that_are_drawn_before_words_are_bullets(dot):
    drawn = "".join(dot.format(x=x, y=y, r=x + 4, t=y + 4) for x, y in ((50, 682), (70, 662), (50, 642), (300, 602)))
    words = [
        (40, 700, "1.1 They are:"),
        (60, 680, "open,"),
        (80, 660, "and so on;"),
        (60, 640, "fair."),
        (40, 600, "1.2 End."),
    ]
    found = lines("a.pdf", pdf(words, drawn=drawn))
    assert [line.text for line in found] == ["1.1 They are:", "• open,", "• and so on;", "• fair.", "1.2 End."]
    assert [line.indent // 100 for line in found] == [0, 1, 5, 1, 0]


def test_pdf_headings_that_come_again_on_a_page_and_figures_in_its_middle_are_its_text():
    said = ["1. The Mayor", "What members can expect", "The Mayor answers them.", "10", "2. The Clerk"]
    said += ["What members can expect", "The Clerk answers them.", "20", "It ends here."]
    page = [(60, 700 - 40 * at, words) for at, words in enumerate(said)]
    made = structured(read_document("a.pdf", pdf(page, page)))
    assert (" ".join(made.source), made.asides) == (" ".join([*said, *said]), ())


def test_pdf_prose_stays_before_the_columns_below_it():
    across = "a line of words that goes over the middle of the page, to the other half of it"
    rows = [
        (x, 700 - 14 * row, f"{side} column line number {row} of it")
        for row in range(8)
        for x, side in ((50, "left"), (320, "right"))
    ]
    found = lines("a.pdf", pdf([(50, 740, across), *rows, (50, 500, across), (50, 480, "short")]))
    assert [line.text.split()[0] for line in found] == ["a", *["left"] * 8, *["right"] * 8, "a", "short"]


def test_pdf_two_spaces_behind_a_sentence_part_no_line_that_is_set_to_both_edges():
    wide = "BT /F1 10 Tf 10.5 Tw 60 688 Td (of it in good time.  Officers do so as well, and they do) Tj ET"
    words = [(60, 700, "1. Members are kind to one another, and they tell the Clerk of the Council"), wide,
             (60, 676, "it in writing."), (60, 640, "Chair  "), (160, 640, "A. Jones")]  # fmt: skip
    found = list(lines_of(read_document("a.pdf", pdf(words)).blocks))
    assert [line.text.count("\t") for line in found] == [0, 0, 0, 1]
    assert [" ".join(line.text.split()) for line in joined(tuple(found))] == [
        "1. Members are kind to one another, and they tell the Clerk of the Council of it in good time. Officers do so "
        "as well, and they do it in writing.",
        "Chair A. Jones",
    ]


@pytest.mark.parametrize(
    ("above", "paragraphs"),
    [
        ([(60, 700, "1. Members are kind to one another, and all of them tell the Clerk of the Council")], 2),
        ([(60, 700, "1. Members are kind to one another, and all of them tell the Clerk of the Council.")], 3),
        ([(60, 700, "1. Members are kind"), (260, 700, "and then they tell the Clerk of the Council")], 3),
    ],
)
def test_pdf_a_wide_gap_in_the_rest_of_a_sentence_does_not_part_it(above, paragraphs):
    rest = (60, 688, "of it in time."), (160, 688, "Officers do so too.")
    found = tuple(lines_of(read_document("a.pdf", pdf([*above, *rest, (60, 660, "2. End.")])).blocks))
    assert len(list(joined(found))) == paragraphs


def test_pdf_two_columns_of_which_each_row_begins_on_one_line_are_a_table():
    words = []
    for row in range(4):
        y = 700 - 40 * row
        words += [(50, y, f"Members of row {row} do this and go"), (320, y, f"Officers of row {row} do that and go")]
        words += [(50, y - 12, "on below."), (320, y - 12, "on below it.")]
    (table,) = read_document("a.pdf", pdf(words)).blocks
    assert isinstance(table, Table)
    assert cells_of(table) == [
        [f"Members of row {row} do this and go on below.", f"Officers of row {row} do that and go on below it."]
        for row in range(4)
    ]


def test_pdf_columns_are_read_one_after_the_other():
    rows = [
        (x, 700 - 14 * row, f"{side} column line number {row} of it")
        for row in range(8)
        for x, side in ((50, "left"), (320, "right"))
    ]
    found = [line.text.split()[0] for line in lines("a.pdf", pdf(rows))]
    assert found == ["left"] * 8 + ["right"] * 8


def test_letters_stand_out_by_the_name_of_their_font_or_their_size():
    words = [(50, 700 - 20 * n, f"The line of number {n} of it.") for n in range(4)]
    assert [line.bold for line in lines("a.pdf", pdf(words, font="Helvetica-Bold"))] == [True] * 4
    large = "BT /F1 14 Tf 50 740 Td (A heading) Tj ET"
    assert [line.bold for line in lines("a.pdf", pdf([large, *words]))] == [True, *[False] * 4]


def test_pdf_without_text_says_so():
    with pytest.raises(Unreadable, match="pictures of pages"):
        read_document("a.pdf", pdf([]))


@pytest.mark.parametrize(
    ("top", "size", "foot", "head"),
    [
        (765, 16, "Anytown Town Council \\267 Page 1 of 1", True),
        (765, 10, "Anytown Town Council \\267 Page 1 of 1", False),
        (735, 16, "Tudalen 1", False),
        (765, 16, "The Clerk keeps page 1 of it.", False),
    ],
)
def test_the_head_of_a_page_alone_is_no_title(top, size, foot, head):
    title = f"BT /F1 {size} Tf 60 700 Td (Vehicles Protocol) Tj ET\n"
    text = [
        (60, 660 - 14 * place, f"1.{place} A vehicle is kept for the work of the Council.") for place in range(1, 6)
    ]
    reading = read_document("a.pdf", pdf([(60, top, "Members and Officers Protocol"), title, *text, (60, 30, foot)]))
    assert ("header" in {one.what for one in reading.asides}) == head
    assert ("footer" in {one.what for one in reading.asides}) == foot.endswith("1")
    assert (structured(reading).facts.title == "Vehicles Protocol") == head

"""Lines of a PDF put together from what is drawn: in their order, what is raised, struck out or goes on overleaf."""

from functools import partial
from io import BytesIO
from time import process_time

import pikepdf
import pytest

from protocolau.importing.lines import lines_of
from protocolau.importing.pdf.rows import rows_of
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from tests.importing.test_import_pdf import REST, lines, raised, turned, with_marks
from tests.pdf_files import pdf


@pytest.mark.parametrize(("size", "rise"), [(6, 4), (8, 5), (9, 5), (10, 5)])
def test_what_is_raised_parts_no_line_and_its_figures_are_not_those_of_the_line(size, rise):
    made = partial(raised, size=size, rise=rise)
    first = f"1.1 On the 14{made('th')} of May{made('1')}, the 2{made('nd')}, by section 5{made('2')}"
    second = f"and see rule 20{made('[3]')}, the plan{made('*')}\\) and H{raised('2', 6, -2)}O."
    found = lines(pdf([(60, 700, first), (60, 688, second)]))
    assert [line.text for line in found] == [
        "1.1 On the 14th of May¹, the 2nd, by section 5²", "and see rule 20[³], the plan*) and H2O.",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("apart", "words", "read"),
    [
        (300, "1. PROTOCOL ON ROLES", "1. PROTOCOL ON ROLES"),
        (180, "Cyflwyniad a Chefndir", "Cyflwyniad a Chefndir"),
        (1200, "A GUIDE", "A GUIDE"),
        (0, "C O D E  O F  C O N D U C T", "CODE OF CONDUCT"),
        (0, "A B C D E F", "A B C D E F"),
        (0, "X X O X O X", "X X O X O X"),
        (0, "The plan I a O b C d E f G", "The plan I a O b C d E f G"),
    ],
)
def test_letters_with_space_between_them_are_words(apart, words, read):
    """`apart` is in thousandths of the size of letters."""
    spaced = "".join(f"({one}) {-apart} " for one in words)
    assert lines(pdf([(60, 760, f") Tj [{spaced}] TJ ("), *REST]))[0].text == read


@pytest.mark.parametrize(("written", "nearer"), [("CON TE N TS", 9), ("C O N T E N TS", 5), ("CONT ENTS", 3)])
def test_words_with_space_between_their_letters_are_whole_whatever_spaces_the_file_has(written, nearer):
    """Some letters, as A and T, stand nearer to each other."""
    characters, left = [], 60.0
    for at, one in enumerate(written.replace(" ", "")):
        characters.append((one, True, (left, 700.0, left + 9, 710.0), 14.0))
        left += 12.5 - 2 * (at == nearer)
    places = [at for at, one in enumerate(written) if one == " "]
    for at in places:
        characters.insert(at, (" ", True, None, 0.0))
    assert [row.text for row in rows_of(characters)] == ["CONTENTS"]


def test_a_narrow_sign_has_no_space_beside_it_where_all_letters_are_given_as_much_room():
    """So it is in the fonts of typewriters."""
    written = "Members' views are heard. So it is. 7"
    boxes = [(60 + 7.2 * at + 60 * (one == "7"), 1.2 if one in ".'" else 5.0) for at, one in enumerate(written)]
    characters = [
        (one, False, None if one == " " else (middle - width / 2, 700.0, middle + width / 2, 708.0), 12.0)
        for one, (middle, width) in zip(written, boxes, strict=True)
    ]
    assert [row.text for row in rows_of(characters)] == [written.replace(" 7", " \t7")]


BODY = [(60, 700, "The Council is open to"), (60, 688, "all who live in it."), (60, 660, "Members are fair."),
        (60, 648, "Officers are fair, too."), (60, 620, "The end.")]  # fmt: skip


@pytest.mark.parametrize(
    ("drawn", "order"),
    [
        ([*BODY, (60, 740, "A heading")], [5, 0, 1, 2, 3, 4]),
        ([(60, 600, "A box at the foot"), (60, 588, "of the page."), *BODY], [2, 3, 4, 5, 6, 0, 1]),
        ([(70, 634, "A box between"), *BODY], [1, 2, 3, 4, 0, 5]),
        ([*BODY, (100, 674, "A box between")], [0, 1, 5, 2, 3, 4]),
        ([*BODY, (100, 694, "A box in a sentence")], [0, 1, 2, 3, 4, 5]),
        ([*BODY, (300, 700, "Column two"), (300, 688, "goes on."), (60, 590, "Below both.")], [0, 1, 2, 3, 4, 5, 6, 7]),
        ([(60, 60, "Page 1"), *BODY], [1, 2, 3, 4, 5]),
        ([*BODY, (120, 770, "A head"), (150, 40, "The foot of it")], [5, 0, 1, 2, 3, 4, 6]),
        ([*BODY, (300, 700, "Column two"), (60, 740, "A head"), (70, 600, "A box")], [6, 0, 1, 2, 3, 4, 7, 5]),
        ([*BODY, (400, 770, "A head at the right"), (400, 758, "of two lines")], [5, 6, 0, 1, 2, 3, 4]),
        (
            [
                *BODY[:3],
                (60, 640, f"Members {'and officers ' * 6}are fair."),
                (400, 770, "A head"),
                (400, 600, "The end."),
            ],
            [4, 0, 1, 2, 3, 5],
        ),
        (
            [*BODY, (300, 730, "Column two"), (300, 700, "It goes on."), (60, 590, "Below both.")],
            [0, 1, 2, 3, 4, 5, 6, 7],
        ),
    ],
)
def test_rows_that_the_file_has_in_another_order(drawn, order):
    assert [line.text.strip() for line in lines(pdf(drawn))] == [drawn[place][2] for place in order]


def test_an_item_at_the_head_of_a_column_is_set_in_as_those_before_it():
    left = ["1. They are to each other and to all:", "- open in all that they say and do;", "- honest to the public."]
    first = [(60 + 18 * (one[0] == "-"), 700 - 12 * place, one) for place, one in enumerate(left)]
    right = ["- fair to whoever asks them for help;", "- kind, and", "2. The end of it is not yet near."]
    second = [(330 + 18 * (one[0] == "-"), 700 - 12 * place, one) for place, one in enumerate(right)]
    (clause, end) = structured(read_document("a.pdf", pdf([*first, *second]))).body
    assert [len(clause.items), *(len(one.items) for one in clause.items), end.number] == [4, 0, 0, 0, 0, "2."]


def test_columns_of_clauses_are_no_table_where_the_numbers_go_on():
    text = ("of the clauses all are as long", "as each other, to the letter.")
    pages = [
        [(left, top - 12 * line, words) for place, number in enumerate(numbers) for top in (700 - 40 * place,)
         for line, words in enumerate((f"{number}. {text[0]}", text[1]))]
        for left, numbers in ((60, "1234"), (330, "5678"))
    ]  # fmt: skip
    found = structured(read_document("a.pdf", pdf([*pages[0], *pages[1]]))).body
    assert [one.number for one in found] == [f"{number}." for number in range(1, 9)]


def test_first_letters_and_signs_that_are_drawn_apart_from_their_words():
    first = "BT /F1 30 Tf 60 686 Td (T) Tj ET"
    page = [first, (60, 740, "A heading"), (80, 700, "he Council is open"), (80, 688, "to all:"), (80, 660, "members;"),
            (80, 646, "officers."), (60, 620, "The end."), (60, 660, "-"), (60, 646, "-")]  # fmt: skip
    assert [line.text.strip() for line in lines(pdf(page))] == [
        "A heading", "The Council is open", "to all:", "- members;", "- officers.", "The end.",
    ]  # fmt: skip
    other = [first.replace("(T)", "(A)"), (80, 700, "member is fair, as every"), (80, 688, "member is.")]
    assert lines(pdf(other))[0].text == "A member is fair, as every"


@pytest.mark.parametrize(
    ("drawn", "words", "struck"),
    [
        ("71 703 m 96 703 l S", "1. must be kind.", ["shall"]),
        ("71 702.8 25 .6 re f", "1. must be kind.", ["shall"]),
        ("60 703 m 166 703 l S", "", ["1. shall must be kind."]),
        ("71 703 m 133 703 l S", "1. kind.", ["shall must be"]),
        ("136 703 m 158 703 l S", "1. shall must be", ["kind."]),
        ("71 698 m 96 698 l S", "1. shall must be kind.", []),
        ("71 699 m 96 699 l S", "1. shall must be kind.", []),
        ("71 697 25 11 re f", "1. shall must be kind.", []),
        ("71 703 m 500 703 l S", "1. shall must be kind.", []),
    ],
)
def test_words_with_a_line_through_them_are_struck_out(drawn, words, struck):
    data = pdf([drawn, (60, 700, "1. shall must be kind."), *((60, y, "2. All are fair.") for y in (680, 660))])
    reading = read_document("a.pdf", data)
    assert [" ".join(line.text.split()) for line in lines_of(reading.blocks)][:-2] == ([words] if words else [])
    assert [one.text for one in reading.asides if one.what == "struck"] == struck


@pytest.mark.parametrize("degrees", [0, 90])
def test_words_that_a_mark_strikes_out_are_struck_out(degrees):
    places = [71, 709, 96, 709, 71, 697, 96, 697], [71, 689, 110, 689, 71, 677, 110, 677]
    mark = {"Subtype": pikepdf.Name.StrikeOut, "Rect": pikepdf.Array([71, 677, 110, 709])}
    marked = with_marks(
        turned(
            pdf([(60, 700, "1. shall must be kind."), (60, 682, "2. All are fair."), (60, 660, "3. So be it.")]),
            degrees,
        ),
        mark | {"QuadPoints": pikepdf.Array([*places[0]])},
        mark | {"QuadPoints": pikepdf.Array([*places[1]]), "F": 2},
    )
    reading = read_document("a.pdf", marked)
    words = ["1. must be kind.", "2. All are fair.", "3. So be it."]
    assert [" ".join(line.text.split(" ")) for line in lines_of(reading.blocks)] == words
    assert [(one.what, one.text) for one in reading.asides] == [("struck", "shall")]


@pytest.mark.parametrize("degrees", [0, 90])
def test_words_outside_of_the_part_of_a_page_that_is_shown_are_set_aside(degrees):
    page = pdf(
        [(60, 740, "1. Members are kind."), (60, 700, "2. So are all."), (60, 20, "Cut off"), (400, 740, "3. Next.")]
    )
    with pikepdf.open(BytesIO(page)) as file:
        file.pages[0].CropBox = pikepdf.Array([30, 100, 350, 790])
        file.pages[0].Rotate = degrees
        file.save(saved := BytesIO())
    reading = read_document("a.pdf", saved.getvalue())
    assert [line.text.strip() for line in lines_of(reading.blocks)] == ["1. Members are kind.", "2. So are all."]
    assert [(one.what, one.text) for one in reading.asides] == [("hidden", "Cut off 3. Next.")]


def test_a_drawing_of_many_words_comes_to_an_end():
    words = [(60 + place % 7 * 70, 780 - place % 700, "word") for place in range(16_000)]
    begun = process_time()
    assert len(" ".join(line.text for line in lines(pdf(words))).split()) == 16_000
    assert process_time() - begun < 30


def test_lines_that_overlap_from_head_to_foot_come_to_an_end():
    words = [f"BT /F1 10 Tf 60 {780 - place / 2} Td (Members {place}) Tj ET" for place in range(1_450)]
    begun = process_time()
    assert len(lines(pdf(words))) == 1_450
    assert process_time() - begun < 10


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("anybody else, who shall then tell the", "Clerk of it in writing.", True),
        ("anybody else, who then writes to the", "Chair and the Clerk of it.", True),
        ("the Chair, who shall tell the Clerk.", "Officers may do so as well.", False),
        ("the Clerk or the Chair", "Officers may do so as well.", False),
        ("anybody else, who shall then tell the", "2. Officers may do so as well.", False),
    ],
)
def test_a_sentence_goes_on_at_the_head_of_the_next_page(last, first, joined):
    head, line = (60, 780, "The Council's Protocol"), "A member who is told of this may tell"
    page = [head, (60, 720, "1. Members are kind to all."), (60, 52, line), (60, 40, last), (300, 20, "Page 1 of 2")]
    following = [head, (60, 740, first), (60, 700, "3. End."), (300, 20, "Page 2 of 2")]
    reading = read_document("a.pdf", pdf(page, following))
    texts = [text for one in structured(reading).body for inner in one.walk() for text in inner.words()]
    assert (f"{line} {last} {first}" in texts) == joined


def test_a_hyphen_at_the_end_of_a_line_is_kept_where_it_is_the_word_s_own():
    words = [
        "1. A co-",
        "opted member who lives in non-",
        "compliance gives no infor-",
        "mation: information is a right.",
    ]
    written = [(60, 700 - 12 * place, one) for place, one in enumerate(words)]
    drawn = [f"q 0 1 -1 0 600 0 cm BT /F1 10 Tf {x} {y - 300} Td ({one}) Tj ET Q" for x, y, one in written]
    for data in (pdf(written), turned(pdf(drawn), 90)):
        assert [line.text for line in lines(data)] == words
        (clause,) = structured(read_document("a.pdf", data)).body
        assert clause.text == (
            "A co-opted member who lives in non-compliance gives no information: information is a right."
        )


@pytest.mark.parametrize(
    ("above", "left", "joined"),
    [
        ("who show respect for others in all that they say and all that they write", 60, True),
        ("who show respect for others in all that they say and all that they write", 90, False),
        ("who show respect for others in all that they say and in what they write:", 60, False),
        ("who show respect for others", 60, False),
    ],
)
def test_a_sentence_that_is_broken_before_a_dash_goes_on_behind_it(above, left, joined):
    wide = "The Council expects of each of its members that they are kind,"
    page = [(60, 700, wide), (60, 688, above), (left, 676, "\\261 either aloud or in writing, it is all the same")]
    made = structured(read_document("a.pdf", pdf([*page, (60, 640, "It is so.")]))).body
    whole = f"{wide} {above} – either aloud or in writing, it is all the same"
    assert (whole in [text for one in made for inner in one.walk() for text in inner.words()]) == joined


def test_the_hours_of_a_day_that_are_broken_before_their_dash_go_on_behind_it():
    wide = "The office of the Council is open to the public from 9.00 am"
    page = [(60, 700, wide), (60, 688, "\\261 1.00 pm and is closed on each holiday of the bank."), (60, 640, "Come.")]
    (first, _) = structured(read_document("a.pdf", pdf(page))).body
    assert first.text == f"{wide} – 1.00 pm and is closed on each holiday of the bank."


@pytest.mark.parametrize(("rest", "gap"), [("Guidance/members.pdf", ""), ("It says what members may do.", " ")])
def test_the_address_of_a_page_that_is_broken_behind_a_stroke_is_one_word(rest, gap):
    wide = "Advice is at https://assets.publishing.service.gov.uk/media/files/708991/"
    page = [(60, 700, f"1. {wide}"), (60, 688, rest), (60, 640, "2. It is so.")]
    (clause, _) = structured(read_document("a.pdf", pdf(page))).body
    assert clause.text == f"{wide}{gap}{rest}"


@pytest.mark.parametrize(
    "address",
    ["https://www.anytown-/tc.gov.uk/register", "www.anytown-/council.gov.uk", "the.clerk@anytown-/tc.gov.uk"],
)
def test_the_address_that_is_broken_behind_its_hyphen_keeps_it(address):
    above, below = address.split("-/")
    above += "-"
    page = [(60, 700, f"1. The form for it is kept at {above}"), (60, 688, f"{below} for all."), (60, 640, "2. End.")]
    (clause, _) = structured(read_document("a.pdf", pdf(page))).body
    assert clause.text == f"The form for it is kept at {above}{below} for all."


def test_a_dash_before_what_begins_with_a_quotation_mark_is_the_sign_of_an_item():
    items = [(84, 680, "\\252Member\\272 means a councillor;"), (84, 660, "\\252Officer\\272 means one employed.")]
    page = [(60, 700, "1. In it:"), (74, 680, "\\261"), items[0], (74, 660, "\\261"), items[1], (60, 600, "2. End.")]
    (clause, _) = structured(read_document("a.pdf", pdf(page))).body
    assert [one.text for one in clause.items] == ["“Member” means a councillor;", "“Officer” means one employed."]


def test_a_word_that_joins_items_stays_with_the_one_behind_which_it_had_no_room():
    page = [(60, 700, "1. It is sent where the text of this line goes further."), (70, 680, "a\\) a member is ill;"),
            (84, 668, "or"), (70, 656, "b\\) an officer asks."), (60, 640, "2. End.")]  # fmt: skip
    (clause, _) = structured(read_document("a.pdf", pdf(page))).body
    assert [one.text for one in clause.items] == ["a member is ill; or", "an officer asks."]


@pytest.mark.parametrize("first", ["I", "M"])
def test_the_first_letters_of_small_capitals_stand_out_no_more_than_the_others(first):
    small = f"BT 60 740 Td /F1 14 Tf ({first}) Tj /F1 9.8 Tf (NTRODUCTION ) Tj /F1 14 Tf (T) Tj /F1 9.8 Tf (O IT) Tj ET"
    body = [(60, 700 - 12 * n, "Members and officers are courteous to each other.") for n in range(4)]
    (heading, *_) = lines(pdf([small, *body]))
    assert [(run.text, run.bold) for run in heading.runs] == [(f"{first}NTRODUCTION TO IT", False)]


def under(words: str, size: int = 90) -> str:
    return f"0.9 g BT /F1 {size} Tf 80 640 Td ({words}) Tj ET 0 g"


@pytest.mark.parametrize("last", [False, True])
def test_large_words_under_the_text_are_set_aside_and_on_pages_where_none_stands_on_them_too(last):
    text = [
        (60, 712 - 12 * n, f"{n}. Members and officers are courteous to each other at all times.") for n in range(1, 9)
    ]
    page = [*text, under("DRAFT")] if last else [under("DRAFT"), *text]
    found = read_document("a.pdf", pdf(page, [under("DRAFT"), (60, 500, "9. The end of it all.")]))
    assert [line.text for line in lines_of(found.blocks)] == [*(one[2] for one in text), "9. The end of it all."]
    assert [(one.what, one.text, one.page) for one in found.asides] == [
        ("watermark", "DRAFT", 1),
        ("watermark", "DRAFT", 2),
    ]


def test_large_words_on_which_no_text_stands_are_its_title():
    text = [
        (60, 600 - 12 * n, f"{n}. Members and officers are courteous to each other at all times.") for n in range(1, 9)
    ]
    found = read_document("a.pdf", pdf([under("Protocol"), *text]))
    assert (next(lines_of(found.blocks)).text, found.asides) == ("Protocol", ())

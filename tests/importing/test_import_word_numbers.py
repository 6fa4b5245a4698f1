"""The numbers that Word shows, of lists, styles and fields."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolau.importing.lines import lines_of
from protocolau.importing.number_formats import written
from protocolau.importing.word import read
from tests.importing.test_import_word import LEGAL, listed, numbers, shown
from tests.word_files import (
    abstract,
    cell,
    docx,
    field,
    level,
    listed_in_style,
    num,
    paragraph,
    run,
    starting,
    style,
    table,
)


@pytest.mark.parametrize(
    ("form", "counts", "expected"),
    [
        ("decimal", (0, 1, 12), "0 1 12"),
        ("decimalZero", (1, 10), "01 10"),
        ("lowerRoman", (4, 9, 14, 40, 1999), "iv ix xiv xl mcmxcix"),
        ("upperRoman", (90, 400), "XC CD"),
        ("lowerLetter", (1, 26, 27, 28, 53), "a z aa bb aaa"),
        ("upperLetter", (2, 29), "B CC"),
        ("ordinal", (1, 2, 3, 4, 11, 12, 13, 21, 102, 113), "1st 2nd 3rd 4th 11th 12th 13th 21st 102nd 113th"),
        ("ordinalText", (1, 12, 20, 21), "First Twelfth Twentieth Twenty-first"),
        ("cardinalText", (7, 42, 100), "Seven Forty-two One hundred"),
        ("chicago", (1, 2, 3, 4, 5), "* † ‡ § **"),
        ("numberInDash", (3,), "- 3 -"),
        ("decimalEnclosedCircle", (1, 20), "① ⑳"),
        ("hex", (10, 255), "A FF"),
        ("unheard-of", (3,), "3"),
    ],
)
def test_forms_of_numbers(form, counts, expected):
    assert " ".join(written(count, form) for count in counts) == expected


def test_levels_count_and_begin_again():
    data = docx(listed(0, 1, 1, 2, 2, 3, 1, 2, 0, 1), numbering=LEGAL + num(1, 0))
    assert numbers(data) == ["1.", "1.1", "1.2", "(a)", "(b)", "(i)", "1.3", "(a)", "2.", "2.1"]


def test_lists_of_one_abstract_list_count_together():
    data = docx(listed(0, 0) + listed(0, name=2) + listed(0), numbering=LEGAL + num(1, 0) + num(2, 0))
    assert numbers(data) == ["1.", "2.", "3.", "4."]


def test_a_list_that_overrides_its_start_does_so_once():
    data = docx(
        listed(0, 0) + listed(0, 0, name=2) + listed(0), numbering=LEGAL + num(1, 0) + num(2, 0, starting(0, 7))
    )
    assert numbers(data) == ["1.", "2.", "7.", "8.", "9."]


def test_an_override_may_bring_a_whole_level():
    other = num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "Article %1", "upperRoman", 3)}</w:lvlOverride>')
    assert numbers(docx(listed(0, 0, name=2), numbering=LEGAL + other)) == ["Article III", "Article IV"]


def test_a_level_that_never_begins_again():
    never = abstract(0, level(0, "Part %1"), level(1, "%2.", more='<w:lvlRestart w:val="0"/>'))
    assert numbers(docx(listed(0, 1, 1, 0, 1), numbering=never + num(1, 0))) == ["Part 1", "1.", "2.", "Part 2", "3."]


def test_a_level_that_begins_again_only_after_one_far_above():
    levels = abstract(0, level(0, "%1"), level(1, "%2"), level(2, "(%3)", more='<w:lvlRestart w:val="1"/>'))
    assert numbers(docx(listed(0, 1, 2, 1, 2, 0, 2), numbering=levels + num(1, 0))) == [
        "1",
        "1",
        "(1)",
        "2",
        "(2)",
        "2",
        "(1)",
    ]


def test_legal_style_writes_every_level_in_figures():
    levels = abstract(0, level(0, "Article %1", "upperRoman"), level(1, "%1.%2", more="<w:isLgl/>"))
    assert numbers(docx(listed(0, 0, 1), numbering=levels + num(1, 0))) == ["Article I", "Article II", "2.1"]


def test_a_level_that_was_passed_over_counts_as_used():
    assert numbers(docx(listed(1, 2, 1, 0), numbering=LEGAL + num(1, 0))) == ["1.1", "(a)", "1.2", "2."]
    assert numbers(docx(listed(0, 2, 1), numbering=LEGAL + num(1, 0))) == ["1.", "(a)", "1.2"]


def test_level_texts_of_every_form():
    levels = abstract(0, level(0, "Section %1 –"), level(1, "%2%1"), level(2, ""), level(3, "%4", "none"))
    assert numbers(docx(listed(0, 1, 2, 3), numbering=levels + num(1, 0))) == ["Section 1 –", "11", "", ""]


def test_bullets_are_one_sign():
    symbol = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    bullets = "".join(
        abstract(index, level(0, text, "bullet").replace("</w:lvl>", f"{look}</w:lvl>")) + num(index + 1, index)
        for index, (text, look) in enumerate([("\uf0b7", symbol), ("o", ""), ("–", ""), ("▪", ""), ("Note", "")])
    )
    data = docx("".join(listed(0, name=index) for index in range(1, 6)), numbering=bullets)
    assert numbers(data) == ["•", "•", "•", "•", "Note"]


def test_a_picture_as_a_bullet():
    levels = abstract(0, level(0, "", "bullet", more='<w:lvlPicBulletId w:val="0"/>'))
    assert numbers(docx(listed(0), numbering=levels + num(1, 0))) == ["•"]


def test_numbers_from_styles():
    levels = abstract(
        0, level(0, "%1", more='<w:pStyle w:val="Heading1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="Heading2"/>')
    )
    styles = (
        style("Heading1", listed_in_style(1), called="heading 1")
        + style("Heading2", listed_in_style(1, 0), based_on="Heading1", called="heading 2")
        + style("Mine", based_on="Heading2")
        + style("Off", listed_in_style(0), based_on="Heading2")
    )
    body = "".join(paragraph("words", one) for one in ("Heading1", "Heading2", "Mine", "Off", "Heading1"))
    data = docx(body, styles=styles, numbering=levels + num(1, 0))
    assert numbers(data) == ["1", "1.1", "1.2", "", "2"]
    assert [line.outline for line in lines_of(read(data).blocks)] == [0, 1, 1, 1, 0]


def test_a_paragraph_turns_off_or_changes_the_number_of_its_style():
    styles = style("Clause", listed_in_style(1, 1))
    body = (
        paragraph("a", "Clause") + paragraph("b", "Clause", num=0) + paragraph("c", "Clause", level=2)
        + paragraph("d", "Clause", num=2, level=0) + paragraph("e", "Clause")
    )  # fmt: skip
    second = abstract(5, level(0, "%1)"))
    data = docx(body, styles=styles, numbering=LEGAL + second + num(1, 0) + num(2, 5))
    assert shown(data) == ["1.1 a", "b", "(a) c", "1) d", "1.2 e"]


def test_a_list_style_leads_to_its_list():
    linked = abstract(0, more='<w:numStyleLink w:val="Ours"/>')
    real = abstract(1, level(0, "%1)"), more='<w:styleLink w:val="Ours"/>')
    styles = style("Ours", listed_in_style(2), kind="numbering")
    data = docx(listed(0, 0), styles=styles, numbering=linked + real + num(1, 0) + num(2, 1))
    assert numbers(data) == ["1)", "2)"]


def test_styles_and_lists_that_lead_in_circles_end():
    styles = style("A", based_on="B") + style("B", based_on="A") + style("Ours", listed_in_style(1), kind="numbering")
    circle = abstract(0, more='<w:numStyleLink w:val="Ours"/>')
    assert shown(docx(paragraph("x", "A") + listed(0), styles=styles, numbering=circle + num(1, 0))) == ["x", "words"]


def test_what_is_not_there_is_no_number():
    assert shown(docx(listed(0, name=9) + paragraph("x", "Nowhere", num="odd"))) == ["words", "x"]


def test_numbers_of_fields():
    sequence = paragraph(run("PART ") + field("SEQ part \\* ARABIC", "3"))
    fresh = paragraph(run("RHAN ") + field("SEQ rhan \\* ROMAN")) + paragraph(
        run("RHAN ") + field("SEQ rhan \\* roman")
    )
    automatic = paragraph(field("AUTONUM ") + run(" first")) + paragraph(field("AUTONUM") + run(" second"))
    assert shown(docx(sequence + fresh + automatic)) == ["PART 3", "RHAN I", "RHAN ii", "1. first", "2. second"]


def test_numbers_of_lists_inside_a_paragraph():
    levels = abstract(0, level(0, "%1."), level(1, "(%2)"), more='<w:name w:val="seq1"/>')
    body = (
        paragraph(
            run("—") + field('LISTNUM "SEQ1" \\l 2') + run(" first (see ") + field("LISTNUM") + run(")"), num=1, level=0
        )
        + paragraph("next", num=1, level=1)
        + paragraph(run("—") + field("LISTNUM \\l 2 \\s 5") + run(" fifth"), num=1, level=0)
    )
    data = docx(body, numbering=levels + num(1, 0))
    assert shown(data) == ["1. —(1) first (see (2))", "(3) next", "2. —(5) fifth"]
    assert [line.inline for line in lines_of(read(data).blocks)] == [("(1)", "(2)"), (), ("(5)",)]


def test_lists_of_fields_that_every_document_has():
    body = "".join(paragraph(field(f"LISTNUM LegalDefault \\l {one}") + run(" x")) for one in (1, 2, 2, 1))
    assert shown(docx(body)) == ["1. x", "1.1. x", "1.2. x", "2. x"]


def test_numbers_run_on_through_tables():
    data = docx(listed(0) + table([cell(listed(0)), cell(listed(0))]) + listed(0), numbering=LEGAL + num(1, 0))
    assert numbers(data) == ["1.", "2.", "3.", "4."]


class Counter:
    """Word's rule for a scheme without exceptions, said in the plainest way."""

    def __init__(self):
        self.counts = [0] * 4

    def next(self, one: int) -> list[int]:
        for higher in range(one):
            self.counts[higher] = self.counts[higher] or 1
        self.counts[one] += 1
        self.counts[one + 1 :] = [0] * (3 - one)
        return self.counts[: one + 1]


@given(st.lists(st.integers(0, 3), min_size=1, max_size=25))
def test_any_order_of_levels(order):
    scheme = abstract(0, *(level(one, ".".join(f"%{other + 1}" for other in range(one + 1))) for one in range(4)))
    counter = Counter()
    expected = [".".join(map(str, counter.next(one))) for one in order]
    assert numbers(docx(listed(*order), numbering=scheme + num(1, 0))) == expected


@given(st.lists(st.tuples(st.sampled_from([1, 2, 3]), st.integers(0, 2)), min_size=1, max_size=20))
def test_two_lists_beside_each_other_never_meet(order):
    scheme = abstract(0, *(level(one, f"%{one + 1}.") for one in range(3))) + abstract(
        1, *(level(one, f"(%{one + 1})") for one in range(3))
    )
    lists = num(1, 0) + num(2, 1) + num(3, 1)
    body = "".join(paragraph("x", num=name, level=one) for name, one in order)
    counters = {1: Counter(), 2: Counter()}
    counters[3] = counters[2]
    expected = [
        f"{counters[name].next(one)[-1]}." if name == 1 else f"({counters[name].next(one)[-1]})" for name, one in order
    ]
    assert numbers(docx(body, numbering=scheme + lists)) == expected

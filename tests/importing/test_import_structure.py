"""Lines to provisions: the ways in which such documents are really written."""

from time import process_time

import pytest
import yaml

from protocolau.importing.lines import Line, Run
from protocolau.importing.structure.by_count import with_counted_numbers
from protocolau.importing.structure.markers import follows, typed_marker
from protocolau.importing.structure.paragraphs import joined
from tests.conftest import ROOT
from tests.imported import outline, structure
from tests.pdf_files import pdf
from tests.word_files import abstract, cell, docx, level, num, paragraph, run, table


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("1 Introduction", "1", "Introduction"),
        ("1. Introduction", "1.", "Introduction"),
        ("1.1 The purpose", "1.1", "The purpose"),
        ("1.1. The purpose", "1.1.", "The purpose"),
        ("1.1The purpose", "1.1", "The purpose"),
        ("10.3 Media", "10.3", "Media"),
        ("2.2.1 Councillors", "2.2.1", "Councillors"),
        ("(1) In this code", "(1)", "In this code"),
        ("(a)the relevant authority", "(a)", "the relevant authority"),
        ("a) to act", "a)", "to act"),
        ("a. to act", "a.", "to act"),
        ("A. Selflessness", "A.", "Selflessness"),
        ("i. first", "i.", "first"),
        ("(iv) fourth", "(iv)", "fourth"),
        ("(aa) more", "(aa)", "more"),
        ("(ch) Cymraeg", "(ch)", "Cymraeg"),
        ("ff) Cymraeg", "ff)", "Cymraeg"),
        ("1.—(1) In this", "1.—", "(1) In this"),
        ("PART 1 —INTERPRETATION", "PART 1 —", "INTERPRETATION"),
        ("RHAN 2", "RHAN 2", ""),
        ("Section 22 - Protocol", "Section 22 -", "Protocol"),
        ("Annex A", "Annex A", ""),
        ("ATODLEN 1", "ATODLEN 1", ""),
        ("• bullet", "•", "bullet"),
        ("·bullet", "•", "bullet"),
        ("- dash", "•", "dash"),
        ("o\tround", "•", "round"),
        ("o \tround", "•", "round"),
    ],
)
def test_numbers_typed_by_hand(line, number, rest):
    marker, words = typed_marker(line)
    assert marker is not None
    assert (marker.printed, words) == (number, rest)


@pytest.mark.parametrize(
    "line",
    [
        "1 April 2026 is the day", "16th July 2019", "2019 was a year", "12.05.2019", "3.30 pm", "1.5 million pounds",
        "24 hours later", "e.g. this", "i.e. that", "A Council’s reputation", "I am", "Part of the council",
        "5, 6 and 7",
        "Section 117 of the Act applies", "sections 2 to 4", "10% of it", "-5 degrees", "İ) no Roman one", "ſ) no s",
    ],
)  # fmt: skip
def test_what_is_no_number(line):
    assert typed_marker(line)[0] is None


@pytest.mark.parametrize(
    ("one", "other"),
    [("a)", "b)"), ("h)", "i)"), ("(i)", "(ii)"), ("(iv)", "(v)"), ("(ix)", "(x)"), ("1.", "2."), ("1.9", "1.10"),
     ("c)", "ch)"), ("ch)", "d)"), ("dd)", "e)"), ("ff)", "g)"), ("(z)", "(aa)"), ("(aa)", "(bb)")],
)  # fmt: skip
def test_what_follows_in_a_list(one, other):
    first, second = typed_marker(f"{one} x")[0], typed_marker(f"{other} x")[0]
    assert first and second and follows(first, second)


CASES = yaml.safe_load((ROOT / "tests/importing/structure.yml").read_text("utf-8"))


def test_many_lines_that_begin_with_a_letter_take_no_long():
    lines = tuple(Line((Run("a Words of it."),), place=place) for place in range(20_000))
    begun = process_time()
    assert tuple(with_counted_numbers(lines)) == lines
    assert process_time() - begun < 10


@pytest.mark.parametrize("case", CASES)
def test_the_ways_in_which_documents_are_written(case):
    assert "\n".join(outline(CASES[case]["text"], CASES[case].get("file", "a.txt"))) == CASES[case]["outline"]


def test_the_title_and_the_number_of_each_page_are_set_aside_where_nothing_says_where_pages_end():
    clauses = [[f"{page}.{at} Members listen to officers.\n" for at in range(1, 9)] for page in range(1, 4)]
    pages = [
        ["Anytown Member Protocol\n", f"{page}. Roles\n", *said, str(page)] for page, said in enumerate(clauses, 1)
    ]
    made = structure("\n".join(line for page in pages for line in page))
    assert [(one.what, one.text) for one in made.asides] == [
        ("page number", "1"), ("repeated", "Anytown Member Protocol"), ("page number", "2"),
        ("repeated", "Anytown Member Protocol"), ("page number", "3"),
    ]  # fmt: skip


def test_what_is_set_aside_is_listed():
    made = structure("Contents\n1. One .... 1\n2. Two .... 2\n\n1. One\n\nWords of one.\n\nPage 3\n[image: crest]")
    assert [(one.what, one.text) for one in made.asides] == [
        ("contents", "Contents"), ("contents", "1. One .... 1"), ("contents", "2. Two .... 2"),
        ("page number", "Page 3"), ("mark", "[image: crest]"),
    ]  # fmt: skip


def test_doubts_are_marked():
    made = structure(
        "1. The first is a sentence.\n3. The third is a sentence.\na) an item;\nmore words here\nb) another."
    )
    doubts = [(one.number, doubt) for outer in made.body for one in outer.walk() for doubt in one.doubts]
    assert doubts == [("3.", "number out of order"), ("a)", "paragraph in a list")]


@pytest.mark.parametrize(
    ("within", "doubts"),
    [
        ([["Chair", "Mayor"], ["Clerk", "Ms Parry"]], ["table made flat"]),
        ([["A member alone"]], []),
        ([["A member"], ["An officer"]], []),
    ],
)
def test_a_table_in_a_cell_is_to_be_looked_at(within, doubts):
    inner = table(*([cell(paragraph(words)) for words in row] for row in within))
    rows = ["Who does it", "When"], ["Advice", "At once"], ["Replies", "In a week"]
    first, *others = ([cell(paragraph(words)) for words in row] for row in rows)
    made = structure(
        docx(table(first, [cell(paragraph("Both") + inner + paragraph()), *others[0][1:]], *others)), "a.docx"
    )
    assert [one.doubts for one in made.body if one.rows] == [doubts]


def test_a_table_of_too_many_columns_is_to_be_looked_at():
    rows = [[cell(paragraph(f"{row} of {at}")) for at in range(13)] for row in ("Name", "Number")]
    assert [one.doubts for one in structure(docx(table(*rows)), "a.docx").body] == [["table made flat"]]


def test_word_lists_bullets_and_headings():
    scheme = abstract(0, level(0, "%1."), level(1, "%1.%2")) + abstract(
        1, level(0, "·", "bullet"), level(1, "o", "bullet")
    )
    body = (
        paragraph(run("Protocol", "<w:b/>")) + paragraph(run("Introduction", "<w:b/>"), num=1, level=0)
        + paragraph("The aim is this:", num=1, level=1) + paragraph("one", num=2, level=0)
        + paragraph("inner", num=2, level=1)
        + paragraph("two", num=2, level=0) + paragraph("More is said here.", num=1, level=1)
    )  # fmt: skip
    assert outline(docx(body, numbering=scheme + num(1, 0) + num(2, 1)), "a.docx") == [
        "<title> Protocol", "1. # Introduction", "  1.1 The aim is this:", "    * one", "      * inner", "    * two",
        "  1.2 More is said here.",
    ]  # fmt: skip


def test_lines_of_a_pdf_that_were_broken_at_the_edge_are_one_paragraph():
    words = [
        (50, 700, "1.1 Mae hwn yn gymwys i gynghorwyr a gan y"), (50, 688, "Cyngor ei hun."), (50, 676, "Dim arall"),
        (50, 664, "i ddweud am hyn yn awr na byth wedyn gan"), (50, 652, "Glerc y cyngor hwn."),
        (50, 610, "1.2 It goes on up to here, word for word, by"), (50, 598, "Members."),
    ]  # fmt: skip
    assert outline(pdf(words), "a.pdf") == [
        "1.1 Mae hwn yn gymwys i gynghorwyr a gan y Cyngor ei hun.",
        "  Dim arall i ddweud am hyn yn awr na byth wedyn gan Glerc y cyngor hwn.",
        "1.2 It goes on up to here, word for word, by Members.",
    ]


def test_a_bold_line_below_a_full_one_is_not_the_rest_of_its_sentence():
    lines = Line((Run("They are accountable to all."),), full=True), Line((Run("A quick guide", bold=True),))
    assert list(joined(lines)) == list(lines)


def test_short_paragraphs_of_a_word_file_stay_apart_without_signs_or_stops():
    long = "papers that come back when those who had them have ceased to need them; and"
    items = ["a working partnership", "support for respective roles", long, "respect and courtesy"]
    broken = ["Members tell the Clerk of the Council of what they have heard from others about", "it in writing."]
    data = docx("".join(map(paragraph, ["Officers can expect from members:", *items, "They act for", "all.", *broken])))
    (one, *rest) = structure(data, "a.docx").body
    assert [one.text, *(other.text for other in rest)] == [
        "Officers can expect from members:", *items, "They act for all.", " ".join(broken)
    ]  # fmt: skip


def test_lines_that_never_end_come_to_an_end():
    begun = process_time()
    body = structure("1. The aim\n\n" + "word and the\n" * 10_000).body
    texts = [text for one in body for inner in one.walk() for text in inner.words()]
    assert sum(text.count("word and the") for text in texts) == 10_000
    assert process_time() - begun < 20


@pytest.mark.parametrize(
    ("start", "rest", "whole"),
    [
        ("within twenty-", "eight days", "within twenty-eight days"),
        ("a decision-", "making body", "a decision-making body"),
        ("a whistle-", "blowing policy", "a whistle-blowing policy"),
        ("the out-of-", "hours service", "the out-of-hours service"),
        ("an evidence-", "based view", "an evidence-based view"),
        ("more infor-", "mation on it", "more information on it"),
        ("the Coun-", "cil itself", "the Council itself"),
        ("a member-", "ship of it", "a membership of it"),
        ("the Member-", "Officer Protocol", "the Member-Officer Protocol"),
        ("Mair Pritchard-", "Evans and all", "Mair Pritchard-Evans and all"),
    ],
)
def test_a_hyphen_at_the_end_of_a_line_stays_where_it_is_the_word_s_own(start, rest, whole):
    text = f"1.1 The Clerk keeps a list of what there is to be said on the matter of {start}\n{rest} of the Council."
    assert outline(text) == [f"{text.partition(start)[0]}{whole} of the Council."]


def test_numbers_of_a_list_in_a_note_are_read():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    listed = paragraph("the clerk;", num=1, level=0) + paragraph("the chair.", num=1, level=0)
    data = docx(
        paragraph(run("1. Members respect officers") + note + run(".")),
        footnotes=f'<w:footnote w:id="2">{paragraph("That is:")}{listed}</w:footnote>',
        numbering=abstract(0, level(0, "(%1)", "lowerLetter")) + num(1, 0),
    )
    assert outline(data, "a.docx")[-3:] == ["¹ That is:", "(a) the clerk;", "(b) the chair."]


def test_a_large_title_on_two_lines_and_short_paragraphs_of_a_pdf():
    lines = [(26, 700, "Protocol on Relations between Members and"), (26, 668, "Officers")]
    wide = "Members decide what the Council does, and spend the money that the people of the town have paid to it"
    paragraphs = [(wide, "and more."), (f"{wide}.",), (f"{wide}.",), (wide, "and more."), (f"{wide}.",), (f"{wide}.",)]
    y = 650
    for one in paragraphs:
        lines += [(11, y - 13 * place, words) for place, words in enumerate(one)]
        y -= 13 * len(one) + 10
    drawn = [f"BT /F1 {size} Tf 60 {y} Td ({words}) Tj ET" for size, y, words in lines]
    (title, *others) = structure(pdf(drawn), "a.pdf").body
    assert title.text == "Protocol on Relations between Members and Officers"
    assert [one.text for one in others] == [" ".join(one) for one in paragraphs]


def test_a_page_of_short_paragraphs_has_the_steps_of_the_whole_pdf():
    words = "The Council and each of its committees, and all who work for it, respect each other in all they do,"
    first = [(60, 740 - 13 * place, words) for place in range(30)]
    signed = [(60, 740, "Signed: .................................... (Chair)"), (60, 716, "Date: ................"),
              (60, 692, "Next review: May 2024")]  # fmt: skip
    body = structure(pdf([*first, (60, 350, "and they say so.")], signed), "a.pdf").body
    assert [inner.text for one in body for inner in one.walk() if inner.text][1:] == [one[2] for one in signed]


def test_the_rest_of_a_sentence_of_a_pdf_is_no_row_of_the_table_below_it():
    words = [(50, 700, "1.1 The stages of it are in what stands below"), (50, 688, "Here:")]
    words += [(x, y, text) for y in (676, 664, 652) for x, text in ((50, f"Stage {y}"), (180, f"{y} days"))]
    assert outline(pdf(words), "a.pdf") == [
        "1.1 The stages of it are in what stands below Here:",
        "  Stage 676 | 676 days; Stage 664 | 664 days; Stage 652 | 652 days",
    ]


@pytest.mark.parametrize("items", [["1. minor;", "2. serious; or", "3. gross."], ["1) minor;", "2) serious; or"]])
def test_a_section_that_ends_in_nought_stands_beside_the_one_before_and_not_in_its_last_list(items):
    text = ["1.0 Introduction", "1.0.1 It is for members.", "1.0.2 A breach may be:", *items, "2.0 Officers’ duties",
            "2.0.1 Officers must be fair.", "3.0 Review", "3.0.1 It is reviewed each year."]  # fmt: skip
    found = outline("\n\n".join(text))
    assert len(found) == len(text) and [line for line in found if line[0] != " "] == [
        "1.0 # Introduction", "2.0 # Officers’ duties", "3.0 # Review",
    ]  # fmt: skip


def test_a_list_stands_at_the_level_that_word_gives_it():
    scheme = abstract(
        0, level(0, "%1."), level(1, "%2.", "lowerLetter"), level(2, "%3.", "lowerRoman"), level(3, "%4.")
    )
    words = (
        (0, "Members shall:"), (1, "be fair;"), (1, "avoid"), (2, "bullying"), (2, "harm"), (1, "tell:"), (2, "whom"),
        (3, "first"), (3, "second"), (0, "Officers are neutral."), (1, "always"), (2, "and ever"),
    )  # fmt: skip
    body = "".join(paragraph(text, num=1, level=at) for at, text in words)
    assert outline(docx(body, numbering=scheme + num(1, 0)), "a.docx") == [
        "1. Members shall:", "  * a. be fair;", "  * b. avoid", "    * i. bullying", "    * ii. harm", "  * c. tell:",
        "    * i. whom", "      1. first", "      2. second", "2. Officers are neutral.", "  * a. always",
        "    * i. and ever",
    ]  # fmt: skip


def test_an_inner_list_after_h_is_not_its_next_letter():
    scheme = abstract(0, level(0, "(%1)", "lowerLetter", start=7), level(1, "(%2)", "lowerRoman"))
    levels = (0, 0, 1, 1, 0)
    body = paragraph("They are:") + "".join(paragraph("words", num=1, level=at) for at in levels)
    assert outline(docx(body, numbering=scheme + num(1, 0)), "a.docx")[-5:] == [
        "  * (g) words", "  * (h) words", "    * (i) words", "    * (ii) words", "  * (i) words",
    ]  # fmt: skip


def test_a_table_that_only_arranges_numbers():
    rows = table(
        [cell(paragraph("1.1")), cell(paragraph("First words."))], [cell(paragraph("1.2")), cell(paragraph("Second."))]
    )
    assert outline(docx(rows), "a.docx") == ["1.1 First words.", "1.2 Second."]


def test_a_table_that_only_sets_a_page_beside_its_menu():
    menu = "<td>Agendas<br>Minutes</td>"
    text = "<h1>Code</h1><p>1.1 Be polite to all.</p><p>1.2 Be on time.</p><p>1.3 Be fair.</p><p>1.4 Be brief.</p>"
    page = f"<table><tr>{menu}<td>{text}</td></tr></table>"
    assert outline(page, "a.html")[-5:] == [
        "<title> Code", "1.1 Be polite to all.", "1.2 Be on time.", "1.3 Be fair.", "1.4 Be brief.",
    ]  # fmt: skip


def test_a_table_of_words_with_heads():
    bold = "<w:b/>"
    rows = table(
        [cell(paragraph(run("Members", bold))), cell(paragraph(run("Officers", bold)))],
        [cell(paragraph("lead")), cell(paragraph("advise"))],
    )
    (draft,) = structure(docx(rows), "a.docx").body
    assert (draft.heads, [[one.text for one in row] for row in draft.rows]) == (
        1,
        [["Members", "Officers"], ["lead", "advise"]],
    )


def test_words_that_stand_out_are_marked_where_only_some_do():
    body = paragraph(run("You must ") + run("not", "<w:b/>") + run(" do 5*4.")) + paragraph(
        run("All of it is bold.", "<w:b/>")
    )
    assert [one.text for one in structure(docx(body), "a.docx").body] == [
        "You must **not** do 5\\*4.",
        "All of it is bold.",
    ]

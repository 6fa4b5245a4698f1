"""Which lines an import takes for headings, and what stands below each."""

import pytest

from tests.imported import outline, structure
from tests.pdf_files import pdf
from tests.word_files import abstract, cell, docx, level, num, paragraph, run, style, table

TITLE, HEADING = style("Title"), style("Heading1", '<w:outlineLvl w:val="0"/>', called="heading 1")


def test_a_bold_paragraph_below_a_numbered_heading_is_a_heading_of_its_own():
    bold = [paragraph(run(words, "<w:b/>")) for words in ("6. When things go wrong", "Procedure for officers")]
    data = docx(f"{''.join(bold)}{paragraph('6.1 An officer should in the first place speak to the Clerk.')}")
    assert outline(data, "a.docx")[:2] == ["6. # When things go wrong", "  # Procedure for officers"]


def test_sections_do_not_stand_in_the_history_of_the_document_above_them():
    styles = style("Title") + style("Heading1", '<w:outlineLvl w:val="0"/>', called="heading 1")
    heads = [paragraph(words, style="Heading1") for words in ("Revision history", "1. Introduction", "2. Stage 1")]
    dates = table(*([cell(paragraph(words)) for words in row] for row in (("Version", "Date"), ("One", "12 May 2017"))))
    clause = paragraph("The Council wishes its members to settle their differences early.")
    title = paragraph("Complaints Protocol", style="Title")
    made = structure(
        docx("".join((title, heads[0], dates, heads[1], clause, heads[2], clause)), styles=styles), "a.docx"
    )
    assert [one.heading or one.text for one in made.body][1:] == ["Revision history", "Introduction", "Stage 1"]


SIZED = [
    (22, "Anytown Town Council"), (20, "Working Together: Members and Officers"), (16, "How we work"), (13, "Members"),
    (11, "Members decide what the Council does and how much of its money it spends."), (13, "Officers"),
    (11, "Officers advise members and carry out what the Council has decided to do."), (16, "The media"),
    (13, "The press"), (11, "Members speak to the press in their own name, and the Clerk for the Council."),
]  # fmt: skip


def test_a_smaller_heading_without_a_number_stands_in_the_section_above_it():
    said = [(14, "1. The Clerk"), (11, "Members"), (0, "The Clerk answers members in a week at the latest."),
            (14, "2. Review"), (0, "It is reviewed each year by the Council.")]  # fmt: skip
    looks = [f'<w:b/><w:sz w:val="{2 * size}"/>' if size else '<w:sz w:val="22"/>' for size, _ in said]
    body = "".join(paragraph(run(words, look)) for look, (_, words) in zip(looks, said, strict=True))
    assert outline(docx(body), "a.docx") == [
        "1. # The Clerk",
        "  # Members The Clerk answers members in a week at the latest.",
        "2. # Review It is reviewed each year by the Council.",
    ]


def test_a_clause_that_ends_with_the_sign_of_a_note_is_no_heading():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    words = paragraph(run("1. Members respect officers, and officers members.") + note)
    file = docx(
        words + table([cell(paragraph(x)) for x in "ab"]),
        footnotes=f'<w:footnote w:id="2">{paragraph("It is so.")}</w:footnote>',
    )
    assert outline(file, "a.docx")[0] == "1. Members respect officers, and officers members.¹"


@pytest.mark.parametrize("name", ["a.docx", "a.pdf"])
def test_headings_that_only_their_size_tells(name):
    drawn = [f"BT /F1 {size} Tf 60 {760 - 40 * place} Td ({words}) Tj ET" for place, (size, words) in enumerate(SIZED)]
    written = "".join(paragraph(run(words, f'<w:sz w:val="{2 * size}"/>')) for size, words in SIZED)
    file = docx(written) if name == "a.docx" else pdf(drawn)
    assert outline(file, name) == [
        "<title> Anytown Town Council",
        "<title> Working Together: Members and Officers",
        "# How we work",
        "  # Members Members decide what the Council does and how much of its money it spends.",
        "  # Officers Officers advise members and carry out what the Council has decided to do.",
        "# The media",
        "  # The press Members speak to the press in their own name, and the Clerk for the Council.",
    ]
    assert structure(file, name).facts.title == "Working Together: Members and Officers"


@pytest.mark.parametrize("sections", [["Diben"], ["Purpose", "Lobbying"]])
def test_the_heading_of_the_first_section_is_no_title(sections):
    parts = [paragraph(one, "Heading1") + paragraph("Members listen to officers.", num=1, level=0) for one in sections]
    body = paragraph("Planning Protocol", "Title") + "".join(parts)
    scheme = abstract(0, level(0, "%1.")) + num(1, 0)
    made = outline(docx(body, numbering=scheme, styles=TITLE + HEADING), "a.docx")
    assert made[0] == "<title> Planning Protocol"
    assert made[1::2] == [f"# {one}" for one in sections]


def test_below_a_title_a_second_line_that_says_what_the_document_is_is_one_too():
    body = paragraph("Anytown Town Council", "Title") + paragraph("Planning Protocol", "Heading1")
    body += paragraph("1. Members listen to officers.")
    assert outline(docx(body, styles=TITLE + HEADING), "a.docx") == [
        "<title> Anytown Town Council", "<title> Planning Protocol", "1. Members listen to officers.",
    ]  # fmt: skip


def test_an_underlined_line_is_no_part_of_the_words_below_it():
    text = "<p>Before it.</p><p><u>Complaints about members of staff that may be heard</u><br>Low level ones alone.</p>"
    assert outline(text + "<p>And so on.</p>", "a.html")[1] == (
        "# Complaints about members of staff that may be heard Low level ones alone."
    )


def test_clauses_begin_with_the_letter_of_their_part_and_words_go_on_below_a_list_that_is_set_in():
    text = """<h1>Scheme of Delegation</h1><p><b>A. Principles</b><p>A1. Officers act for the Council.
        <p>A2. The record states:<p style="margin-left: 40px">1. the date;<p style="margin-left: 40px">2. the reasons.
        <p>Nothing else has to stand in it.<p><b>B. Reserved</b><p>The Council decides:
        <p style="margin-left: 40px">1. the precept;<p style="margin-left: 40px">2. the annual return.
        <p>It may ask a committee first.<p>B1. Nobody else decides these."""
    assert outline(text, "a.html") == [
        "<title> Scheme of Delegation",
        "A. # Principles",
        "  A1. Officers act for the Council.",
        "  A2. The record states:",
        "    1. the date;",
        "    2. the reasons.",
        "    Nothing else has to stand in it.",
        "B. # Reserved The Council decides:",
        "  1. the precept;",
        "  2. the annual return.",
        "  It may ask a committee first.",
        "  B1. Nobody else decides these.",
    ]


def test_bullets_below_a_table_are_a_list_of_their_own():
    text = "<h1>Protocol</h1><p>3.1 They are shown below:<table><tr><td>a<td>b<tr><td>c<td>d</table>"
    assert outline(text + "<ul><li>one;<li>two.</ul><p>3.2 So it is.", "a.html")[1:] == [
        "3.1 They are shown below:", "  a | b; c | d", "  ", "    * one;", "    * two.", "3.2 So it is.",
    ]  # fmt: skip


def test_what_stands_over_the_history_of_the_document_is_no_title_and_a_line_to_sign_on_no_heading():
    text = """<p><b>Complaints Protocol</b><p><b>Document history</b><table><tr><td>Version<td>Changes<tr><td>1.0
        <td>First issue</table><p><b>1. Aims</b><p>1.1 Members listen.<p>Signed………………………. Town Mayor
        <p>Review: each year in May (next review May 2027)"""
    assert outline(text, "a.html") == [
        "<title> Complaints Protocol",
        "# Document history",
        "  Version | Changes; 1.0 | First issue",
        "1. # Aims",
        "  1.1 Members listen.",
        "<signature>",
        "  <field> Signed………………………. Town Mayor",
        "<adoption> Review: each year in May (next review May 2027)",
    ]


def test_a_list_that_words_lead_into_begins_with_1_below_a_section_without_a_doubt():
    text = "1. Roles\n\nThey differ.\n\n2. Visits\n\n2.1 They should:\n1. ask first;\n2. wear a badge.\n\n2.2 So it is."
    assert not any(one.doubts for outer in structure(text).body for one in outer.walk())


def test_a_bold_line_with_a_colon_is_a_heading_where_a_count_goes_on_and_the_name_below_a_table_is_none():
    text = """<h1>Protocol</h1><p>8. Officers listen.<p><b>When Things Go Wrong</b><p><b>Procedure for Members:</b>
        <p>9. The matter is raised with the Director.<p><b>Procedure for Officers:</b><p>10. The matter is raised
        with the Chief Executive.<table><tr><th>a<th>b<tr><td>c<td>d</table><p><b>Table 1: stages</b><p><b>Review</b>
        <p>It is reviewed each year by the Council."""
    assert outline(text, "a.html")[2:] == [
        "# When Things Go Wrong",
        "  # Procedure for Members:",
        "    9. The matter is raised with the Director.",
        "# Procedure for Officers:",
        "  10. The matter is raised with the Chief Executive.",
        "    <head> a | b; c | d",
        "    Table 1: stages",
        "# Review It is reviewed each year by the Council.",
    ]


def test_the_last_item_above_a_larger_heading_is_none():
    lines = [(13, "Staff"), (11, "1. They are civil."), (11, "2. They answer:"), (11, "\\225 by telephone"),
             (11, "3. Be discreet"), (13, "What staff can expect"), (11, "They are listened to.")]  # fmt: skip
    drawn = [f"BT /F1 {size} Tf 60 {760 - 30 * at} Td ({words}) Tj ET" for at, (size, words) in enumerate(lines)]
    assert outline(pdf(drawn), "a.pdf")[-2:] == ["3. Be discreet", "# What staff can expect They are listened to."]

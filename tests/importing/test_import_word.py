"""What is read from Word files: the words as they stand there, and what stands apart."""

import pytest

from protocolau.importing.lines import Line, Table, lines_of
from protocolau.importing.structure.build import structured
from protocolau.importing.word import read
from tests.word_files import (
    STRICT,
    abstract,
    cell,
    docx,
    field,
    level,
    listed,
    num,
    paragraph,
    run,
    style,
    table,
)

LEGAL = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"), level(3, "(%4)", "lowerRoman"))


def shown(data: bytes) -> list[str]:
    """Each line as printed: its number, then its words."""
    return [" ".join(filter(None, (line.number, line.text.strip()))) for line in lines_of(read(data).blocks)]


def numbers(data: bytes) -> list[str]:
    return [line.number for line in lines_of(read(data).blocks)]


def test_results_of_fields_and_no_instructions():
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>IF </w:instrText></w:r>'
        + field("PAGE", "7")
        + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' + run("yes")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )  # fmt: skip
    simple = f'<w:fldSimple w:instr="REF x">{run("clause 4")}</w:fldSimple>'
    silent = field("XE hidden") + field('TC "contents"') + field("SYMBOL 147") + field("SYMBOL 183 \\f Symbol")
    assert shown(docx(paragraph(nested) + paragraph(simple) + paragraph(silent))) == ["yes", "clause 4", "“•"]


def test_a_field_that_never_ends_hides_nothing():
    begun = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>REF x</w:instrText></w:r>'
    ended = '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>'
    body = paragraph(run("in clause ") + begun + run("4 ") + field("REF y", "and 5") + ended) + paragraph("Next")
    assert shown(docx(body)) == ["in clause 4 and 5", "Next"]


def test_tracked_changes_are_accepted_and_told():
    inserted = f'<w:ins w:id="1">{run("new ")}</w:ins>'
    removed = '<w:del w:id="2"><w:r><w:delText>old </w:delText></w:r></w:del>'
    moved = f'<w:moveFrom w:id="3">{run("away")}</w:moveFrom>'
    mark = '<w:rPr><w:del w:id="4"/></w:rPr>'
    body = paragraph(inserted + removed + moved + run("text"), num=1, level=0)
    body += paragraph("joined ", num=1, level=0, more=mark) + paragraph("up", num=1, level=0)
    reading = read(docx(body, numbering=LEGAL + num(1, 0)))
    assert [f"{line.number} {line.text}" for line in lines_of(reading.blocks)] == ["1. new text", "2. joined up"]
    assert [(one.what, one.text) for one in reading.asides] == [("deleted", "old"), ("deleted", "away")]
    assert reading.remarks["tracked changes"] == 4


def test_a_deleted_paragraph_leaves_no_number():
    gone = '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>'
    body = paragraph(gone, num=1, level=0, more='<w:rPr><w:del w:id="2"/></w:rPr>') + listed(0, 0)
    assert numbers(docx(body, numbering=LEGAL + num(1, 0))) == ["1.", "2."]


def test_hidden_words_are_set_aside_and_not_counted():
    hidden = "<w:vanish/>"
    body = (
        paragraph(run("seen ") + run("unseen", hidden))
        + paragraph(run("all hidden", hidden), num=1, level=0, more=f"<w:rPr>{hidden}</w:rPr>")
        + paragraph(run("Heading. "), num=1, level=0, more="<w:rPr><w:vanish/><w:specVanish/></w:rPr>")
        + paragraph("And its text")
    )
    reading = read(docx(body, numbering=LEGAL + num(1, 0)))
    assert [f"{line.number}|{line.text}" for line in lines_of(reading.blocks)] == ["|seen ", "1.|Heading. And its text"]
    assert [one.text for one in reading.asides] == ["unseen", "all hidden"]


def test_a_large_first_letter_belongs_to_its_word():
    initial = paragraph(run("T", '<w:sz w:val="96"/>'), more='<w:framePr w:dropCap="drop" w:lines="3"/>')
    framed = paragraph("In a frame", more='<w:framePr w:w="2000"/>')
    assert shown(docx(initial + paragraph("he Council meets.") + framed)) == ["The Council meets.", "In a frame"]
    assert shown(docx(initial)) == ["T"]
    assert shown(docx(initial + paragraph("he", num=1, level=0), numbering=LEGAL + num(1, 0))) == ["1. The"]


def test_text_boxes_once_in_their_place():
    inner = f"<w:txbxContent>{paragraph('in the box')}</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>' + inner + "</wps:txbx></w:drawing>"
        f"</mc:Choice><mc:Fallback><w:pict><v:textbox>{inner}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert shown(docx(paragraph(run("before") + box) + paragraph("after"))) == ["before", "in the box", "after"]


def drawing(inner: str, described: str = "") -> str:
    """A drawing in a paragraph, as Word writes it."""
    of = "http://schemas.openxmlformats.org/drawingml/2006"
    names = f'xmlns:wp="{of}/wordprocessingDrawing" xmlns:dgm="{of}/diagram" xmlns:c="{of}/chart"'
    said = f'<wp:docPr id="1" name="Picture 1" descr="{described}"/>'
    return paragraph(f"<w:r><w:drawing {names}><wp:inline>{said}{inner}</wp:inline></w:drawing></w:r>")


def test_the_words_of_diagrams_charts_and_descriptions_are_set_aside():
    of = "http://schemas.openxmlformats.org/drawingml/2006"
    names = f'xmlns:a="{of}/main" xmlns:dgm="{of}/diagram" xmlns:c="{of}/chart"'
    said = "<a:p><a:r><a:t>{}</a:t></a:r></a:p>".format
    points = [("", said("The Clerk") + said("advises")), (' type="pres"', said("unseen")), ("", said("The Council"))]
    diagram = "".join(f"<dgm:pt{kind}><dgm:t>{words}</dgm:t></dgm:pt>" for kind, words in points)
    labels = "<c:strCache><c:pt><c:v>2024</c:v></c:pt><c:pt><c:v>2025</c:v></c:pt></c:strCache>"
    chart = f"<w:x {names}>{said('Gifts')}{2 * labels}</w:x>"
    body = drawing('<dgm:relIds r:dm="r0"/>') + drawing('<c:chart r:id="r1"/>', "Of two years") + paragraph("after")
    reading = read(docx(body, diagrams=f"<w:x {names}>{diagram}</w:x>", charts=chart))
    assert [line.text for line in lines_of(reading.blocks)] == ["after"]
    assert [(one.what, one.text) for one in reading.asides] == [
        ("drawing", "The Clerk advises"), ("drawing", "The Council"),
        ("description", "Of two years"), ("drawing", "Gifts"), ("drawing", "2024; 2025"),
    ]  # fmt: skip
    assert read(docx(drawing('<dgm:relIds r:dm="r9"/>') + paragraph("after"))).asides == ()


def test_notes_follow_with_their_signs():
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    parts = (
        f'<w:footnote w:id="0" w:type="separator">{paragraph("never")}</w:footnote>'
        f'<w:footnote w:id="2">{paragraph("As amended.")}</w:footnote>'
    )
    reading = read(docx(paragraph(run("the Act") + note + run(".")), footnotes=parts))
    assert [line.text for line in reading.blocks] == ["the Act¹."]
    assert [line.text for line in reading.notes] == ["¹ As amended."]


def test_figures_that_are_raised_are_not_those_of_the_line():
    raised = '<w:vertAlign w:val="{}"/>'.format
    signed, styles = '<w:rStyle w:val="Sign"/>', style("Sign", kind="character", look=raised("superscript"))
    ones = [
        run("section 5") + run("1", raised("superscript")) + run(" on the 4") + run("th", raised("superscript")),
        run("rule 2") + run("3", signed) + run("0", signed + raised("baseline")),
        run("H") + run("2", raised("subscript")) + run("O"),
    ]
    assert shown(docx("".join(map(paragraph, ones)), styles=styles)) == ["section 5¹ on the 4th", "rule 2³0", "H2O"]


def test_headers_footers_and_comments_stand_apart():
    comments = f'<w:comment w:id="1">{paragraph("Check this")}</w:comment>'
    reading = read(docx(paragraph("text"), header=paragraph("DRAFT"), footer=paragraph("page 1"), comments=comments))
    assert [(one.what, one.text) for one in reading.asides] == [
        ("header", "DRAFT"), ("footer", "page 1"), ("comment", "Check this"),
    ]  # fmt: skip


def test_what_wraps_words_is_seen_through():
    control = f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('in a control')}</w:sdtContent></w:sdt>"
    prompt = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('Click here')}</w:sdtContent></w:sdt>"
    inner = "".join(f"<w:{one}>{run(one)}</w:{one}>" for one in ("hyperlink", "smartTag", "customXml", "bdo"))
    alternative = f"<mc:AlternateContent><mc:Fallback>{paragraph('fallback')}</mc:Fallback></mc:AlternateContent>"
    reading = read(
        docx(control + paragraph(inner + prompt) + alternative + f"<w:customXml>{paragraph('x')}</w:customXml>")
    )
    assert [line.text for line in reading.blocks] == ["in a control", "hyperlinksmartTagcustomXmlbdo", "fallback", "x"]
    assert [(one.what, one.text) for one in reading.asides] == [("prompt", "Click here")]


def test_signs_tabs_and_hyphens():
    inner = (
        "<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:tab/><w:t>un\u00adseen</w:t><w:softHyphen/><w:br/>"
        '<w:sym w:font="Wingdings" w:char="F0FC"/><w:t>\uf0b7</w:t></w:r><m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>'
    )
    assert shown(docx(paragraph(inner))) == ["co-op\tunseen\n✓•x=1"]


@pytest.mark.parametrize(
    ("font", "codes", "expected"),
    [("Wingdings", "üûþ£\x81", "✓✗☑▪①"), ("Wingdings 2", "POR£", "✓✗☑□"), ("Webdings", "arc", "✓✗□")],
)
def test_ticks_and_crosses_of_each_font_of_signs(font, codes, expected):
    letters = run(codes[:4], f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    signs = "".join(f'<w:r><w:sym w:font="{font}" w:char="{0xF000 + ord(one):X}"/></w:r>' for one in codes)
    assert shown(docx(paragraph(letters) + paragraph(signs))) == [expected[:4], expected]


def test_contents_lists_are_marked():
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{paragraph('1. One 3')}</w:sdtContent></w:sdt>"
    begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o</w:instrText></w:r>'
    begin += '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    body = (
        control
        + paragraph(begin + run("Two 4"))
        + paragraph(run("Three 5") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')
    )
    body += paragraph("Four 6", "TOC1") + paragraph("text")
    lines = lines_of(read(docx(body, styles=style("TOC1", called="toc 1"))).blocks)
    assert [line.contents for line in lines] == [True, True, True, True, False]


def test_tables_merged_and_nested():
    inner = table([cell(paragraph("deep"))])
    across, down, more = '<w:gridSpan w:val="2"/>', '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    data = docx(
        table(
            [cell(paragraph("head"), across)],
            [cell(paragraph("tall"), down), cell(paragraph("one") + inner)],
            [cell(paragraph(), more), cell(paragraph("two"))],
        )
    )
    (found,) = read(data).blocks
    assert isinstance(found, Table)
    assert [
        [(one.span, one.continued, [line.text for line in lines_of(one.blocks)]) for one in row] for row in found.rows
    ] == [
        [(2, False, ["head"])],
        [(1, False, ["tall"]), (1, False, ["one", "deep"])],
        [(1, True, []), (1, False, ["two"])],
    ]


def test_columns_that_a_row_leaves_free_stay_free():
    free = '<w:trPr><w:gridBefore w:val="1"/></w:trPr>', '<w:trPr><w:gridAfter w:val="2"/></w:trPr>'
    ragged = '<w:trPr><w:gridAfter w:val="1"/><w:wAfter w:w="113" w:type="dxa"/></w:trPr>'
    cells = [cell(paragraph(one)) for one in ("Matter", "Member", "Officer", "decides", "advises", "Gifts")]
    data = docx(table([ragged, *cells[:3]], [free[0], *cells[3:5]], [free[1], cells[5]]))
    (found,) = read(data).blocks
    assert isinstance(found, Table)
    assert [[(one.span, [line.text for line in lines_of(one.blocks)]) for one in row] for row in found.rows] == [
        [(1, ["Matter"]), (1, ["Member"]), (1, ["Officer"])],
        [(1, []), (1, ["decides"]), (1, ["advises"])],
        [(1, ["Gifts"]), (2, [])],
    ]


def test_looks_come_from_styles_and_runs():
    styles = (
        style("Strong", look="<w:b/>") + '<w:style w:type="character" w:styleId="C"><w:rPr><w:i/></w:rPr></w:style>'
    )
    body = paragraph(run("bold ") + run("not", '<w:b w:val="0"/>'), "Strong") + paragraph(
        run("x", '<w:rStyle w:val="C"/><w:u w:val="single"/>')
    )
    first, second = read(docx(body, styles=styles)).blocks
    assert isinstance(first, Line) and isinstance(second, Line)
    assert ([one.bold for one in first.runs], first.bold) == ([True, False], False)
    assert (second.italic, second.underlined) == (True, True)


def test_languages_of_words():
    welsh = paragraph(run("Cyngor", '<w:lang w:val="cy-GB"/>'))
    assert [
        line.language for line in lines_of(read(docx(welsh + paragraph(run("x", '<w:lang w:val="en-GB"/>')))).blocks)
    ] == ["cy", "en"]


def test_the_strict_form_of_the_format():
    assert shown(docx(listed(0), namespace=STRICT, numbering=LEGAL + num(1, 0))) == ["1. words"]


def test_paragraphs_that_are_set_out_or_stand_below_an_address_are_not_the_rest_of_the_one_above():
    def set_in(words: str, twips: int) -> str:
        return paragraph(words, more=f'<w:ind w:left="{twips}"/>')

    item = "(b) is a member of, and represents the authority on, any joint committee,"
    flush = "and who is entitled to vote on any question which falls to be decided there;"
    broken = ["(a) is one for as long as it is needed by reason of", "what the law says of it;"]
    address = "Advice is given by the Ombudsman at https://www.ombudsman.wales/complain/"
    data = docx(
        set_in("“member” means a person who –", 567) + set_in(broken[0], 1134) + set_in(broken[1], 567)
        + set_in(item, 1134) + set_in(flush, 567) + paragraph(address)
        + paragraph("If a complaint is made, it is told of.")
    )  # fmt: skip
    made = structured(read(data)).body
    words = [text for one in made for inner in one.walk() for text in inner.words()]
    assert {" ".join(broken)[4:], item[4:], flush, address, "If a complaint is made, it is told of."} < {*words}


@pytest.mark.parametrize(
    ("first", "then", "is_one"),
    [
        ("4. The role of the Commissioner for Public", "Appointments", True),
        ("4. The appointment of", "Members", True),
        ("4. Powers of search", "(others may exist)", True),
        ("4. Complaints", "General", False),
        ("Code of Practice", "on the powers of search", True),
    ],
)
def test_a_heading_that_a_page_has_broken_into_paragraphs_is_one(first, then, is_one):
    bold = [paragraph(run(words, '<w:b/><w:sz w:val="36"/>')) for words in (first, then)]
    text = paragraph(run("A member listens to what an officer has to say.", '<w:sz w:val="22"/>'))
    made = structured(read(docx("".join(bold) + text))).body
    spoken = [words for one in made for inner in one.walk() for words in (inner.heading, *inner.words())]
    assert (f"{first} {then}".removeprefix("4. ") in spoken) == is_one


def test_a_contents_list_that_says_so_may_have_one_line():
    listed = field("TOC \\o", "Update field to see contents.")
    body = paragraph("Protocol") + paragraph("Contents") + paragraph(listed) + paragraph("1. Members listen.")
    made = structured(read(docx(body)))
    assert [(one.what, one.text) for one in made.asides] == [
        ("contents", "Contents"), ("contents", "Update field to see contents."),
    ]  # fmt: skip


HEADS = ["Stage", "Days"]
ROW = [cell(paragraph(words)) for words in ("Reply", "5")]
TIMES = table([cell(paragraph(words)) for words in HEADS], ROW)
CAPTION = paragraph("Table 1: Times", style="Caption")
CAPTIONED = {
    "above its table": (CAPTION + TIMES, ["Table 1: Times"]),
    "below it": (TIMES + CAPTION, [""]),
    "in no style": (
        paragraph(run("Table 1: Times", "<w:b/>")) + TIMES + paragraph("Tabl 2") + TIMES,
        ["Table 1: Times", "Tabl 2"],
    ),
    "not one that tells of its table": (paragraph("Table 1 shows the times:") + TIMES, [""]),
    "with the table's own title below it": (
        CAPTION + table(*([cell(paragraph(run(one, "<w:b/>"))) for one in row] for row in (["Replies"], HEADS)), ROW),
        ["Table 1: Times Replies"],
    ),
}


@pytest.mark.parametrize("name", CAPTIONED)
def test_the_caption_of_a_table_is_no_heading_of_what_stands_below(name):
    body, captions = CAPTIONED[name]
    first = paragraph(run("1. Time", "<w:b/>")) + paragraph("1.1 Members reply in time.")
    styles = style("Caption", called="caption", look="<w:b/>")
    made = structured(read(docx(first + body + paragraph("1.2 More may be agreed."), styles=styles)))
    assert [one.number for one in made.body[0].provisions if one.number] == ["1.1", "1.2"]
    assert [(one.heading, len(one.rows)) for one in made.body[0].walk() if one.rows] == [(one, 2) for one in captions]

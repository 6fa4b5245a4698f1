"""OpenDocument as lines."""

import re

import pytest

from protocolau.importing.lines import lines_of
from protocolau.importing.reading import read_document
from tests.read_lines import lines, shown
from tests.word_files import packed

ODT = """<?xml version="1.0"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">
<office:automatic-styles><text:list-style style:name="L">
<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>
</text:list-style><style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:text>
<text:tracked-changes><text:changed-region><text:deletion><text:p>old</text:p></text:deletion></text:changed-region>
</text:tracked-changes>
<text:h text:outline-level="2">Head<text:s text:c="2"/>ing</text:h>
<text:list text:style-name="L"><text:list-item><text:p>one</text:p><text:p>more</text:p>
<text:list><text:list-item><text:p>inner</text:p></text:list-item></text:list></text:list-item>
<text:list-item text:start-value="5"><text:p text:style-name="B">five</text:p></text:list-item></text:list>
<text:p>note<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>said</text:p></text:note-body>
</text:note></text:p>
<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""


def test_headings_numbers_notes_and_tables_of_an_open_document_are_read():
    data = packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": ODT})
    assert shown("a.odt", data) == ["Head  ing", "1. one", "more", "(a) inner", "5. five", "note¹", "cell"]
    reading = read_document("a.odt", data)
    assert [line.text for line in reading.notes] == ["¹ said"]
    assert [(one.what, one.text) for one in reading.asides] == [("deleted", "old")]
    assert [line.bold for line in lines_of(reading.blocks)][4]


def open_document(more: str) -> bytes:
    """The document, with more at its end."""
    changed = ODT.replace("</office:text>", f"{more}</office:text>")
    drawn = 'xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:fo='
    return packed({"mimetype": "x", "content.xml": changed.replace("xmlns:fo=", drawn)})


OUTSIDE = """<text:tracked-changes><text:changed-region><text:deletion><text:list><text:list-item><text:p>old</text:p>
</text:list-item></text:list></text:deletion></text:changed-region></text:tracked-changes>
<text:section text:display="none"><text:p>one</text:p><text:p>two</text:p></text:section>
<text:p>A<text:hidden-text text:is-hidden="true">three</text:hidden-text><draw:frame>
<draw:image/><svg:desc>A cycle</svg:desc>
</draw:frame></text:p><text:p>Clause 5<text:span text:style-name="B">1</text:span></text:p>"""


def test_words_of_an_open_document_that_are_not_its_text_are_told():
    names = "".join(f' xmlns:{n}="urn:oasis:names:tc:opendocument:xmlns:{u}:1.0"' for n, u in
                    (("draw", "drawing"), ("svg", "svg-compatible")))  # fmt: skip
    whole = ODT.replace("<office:document-content", f"<office:document-content{names}")
    whole = whole.replace('fo:font-weight="bold"', 'style:text-position="super 58%"')
    start, end = whole.index("<text:tracked"), whole.index("</office:text>")
    data = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": whole[:start] + OUTSIDE + whole[end:]}
    assert shown("a.odt", packed(data)) == ["A", "Clause 5¹"]
    asides = [(one.what, one.text) for one in read_document("a.odt", packed(data)).asides]
    assert asides == [("deleted", "old"), ("hidden", "one two"), ("hidden", "three"), ("mark", "A cycle")]


@pytest.mark.parametrize(
    ("font", "sign"),
    [
        ('style:font-name="Wingdings"', "✓"),
        ('style:font-name="F2"', "☑"),
        ("fo:font-family=\"'Wingdings 2'\"", "☑"),
        ('style:font-name="Symbol"', "ϕ"),
        ('style:font-name="Arial"', "ϕ"),
    ],
)
def test_a_sign_of_an_open_document_is_read_by_its_font(font, sign):
    code = "\uf052" if sign == "☑" else "\uf0fc" if sign == "✓" else "\uf06a"
    face = '<office:font-face-decls><style:font-face style:name="F2" svg:font-family="\'Wingdings 2\'"/>'
    whole = ODT.replace("<office:automatic-styles>", f"{face}</office:font-face-decls><office:automatic-styles>")
    whole = whole.replace("xmlns:fo=", 'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:fo=')
    whole = whole.replace('fo:font-weight="bold"', font)
    words = f'<text:p>five<text:span text:style-name="B">{code}</text:span>'
    whole = whole.replace('<text:p text:style-name="B">five', words)
    assert shown("a.odt", packed({"mimetype": "x", "content.xml": whole}))[4] == f"5. five{sign}"


def test_numbered_paragraphs_and_the_letters_of_notes_in_an_open_document():
    one = '<text:numbered-paragraph text:style-name="L" text:level="{}"{}><text:p>{}</text:p></text:numbered-paragraph>'
    said = ((1, "", "a"), (2, "", "b"), (2, "", "c"), (1, ' text:start-value="7"', "d"))
    more = "".join(one.format(*of) for of in said)
    note = (
        '<text:p>e<text:note text:note-class="endnote"><text:note-citation>ii</text:note-citation><text:note-body>'
        "<text:p>f</text:p></text:note-body></text:note><draw:frame><draw:text-box><text:p>g</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )
    assert shown("a.odt", open_document(more + note))[7:] == ["1. a", "(a) b", "(b) c", "7. d", "eⁱⁱ", "g"]
    reading = read_document("a.odt", open_document(more + note))
    assert [line.text for line in reading.notes][-1] == "ⁱⁱ f"
    assert reading.remarks == {"tracked changes": 1, "notes": 2}


STRUCK = '<style:style style:name="X"><style:text-properties style:text-line-through-style="solid"/></style:style>'


def test_words_that_are_struck_out_in_an_open_document_are_set_aside():
    struck = '<text:p>must <text:span text:style-name="X">not</text:span> be</text:p>'
    data = packed(
        {
            "mimetype": "x",
            "content.xml": ODT.replace("</office:text>", f"{struck}</office:text>").replace(
                "<style:style", f"{STRUCK}<style:style"
            ),
        }
    )
    reading = read_document("a.odt", data)
    assert [line.text for line in lines_of(reading.blocks)][-1] == "must  be"
    assert [one.text for one in reading.asides if one.what == "struck"] == ["not"]


def test_the_words_of_shapes_in_an_open_document_are_read_once():
    words = "<text:p>{}</text:p>"
    box = (
        f"<draw:frame><draw:text-box>{words.format('outer <draw:frame><draw:text-box>{}</draw:text-box></draw:frame>')}"
    )
    box = box.format(words.format("inner")) + "</draw:text-box></draw:frame>"
    shape, group = (
        f"<draw:custom-shape>{words.format('shape')}</draw:custom-shape>",
        f"<draw:rect>{words.format('rect')}",
    )
    drawn = f"<text:p>by {box}{shape}</text:p><draw:g>{group}</draw:rect></draw:g>"
    assert shown("a.odt", open_document(drawn))[7:] == ["by", "outer", "inner", "shape", "rect"]


def test_cells_of_an_open_document_that_are_repeated_or_covered_stand_in_their_columns():
    inner = "<table:table><table:table-row>{0}{0}</table:table-row></table:table>"
    one = "<table:table-cell{}><text:p>{}</text:p></table:table-cell>"
    inner = inner.format(one.format("", "in"))
    rows = [
        one.format(' table:number-columns-repeated="2"', "same") + one.format(' table:number-rows-spanned="2"', "down"),
        one.format(' table:number-columns-spanned="2"', "wide") + '<table:covered-table-cell/>' * 2,
        f"<table:table-cell>{inner}</table:table-cell>" + one.format("", "a") + one.format("", "b"),
    ]  # fmt: skip
    drawn = "<table:table>" + "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>"
    table = read_document("a.odt", open_document(drawn)).blocks[-1]
    found = [
        [(" ".join(line.text for line in lines_of(cell.blocks)), cell.span, cell.continued) for cell in row]
        for row in table.rows
    ]
    assert found == [
        [("same", 1, False), ("same", 1, False), ("down", 1, False)],
        [("wide", 2, False), ("", 1, True)],
        [("in in", 1, False), ("a", 1, False), ("b", 1, False)],
    ]


def test_a_break_in_a_paragraph_of_an_open_document_parts_its_lines_and_a_line_end_of_the_file_does_not():
    changed = ODT.replace("<text:p>more</text:p>", "<text:p>1) first\nthing<text:line-break/>2) second</text:p>")
    assert shown("a.odt", packed({"mimetype": "x", "content.xml": changed}))[2] == "1) first thing\n2) second"


def test_a_style_that_a_program_made_for_one_paragraph_has_the_name_of_the_chosen_one():
    """LibreOffice saves what was changed in one paragraph as a style of that paragraph alone."""
    made = '<style:style style:name="P9" style:family="paragraph" style:parent-style-name="Protocol_20_Clause_20_1"/>'
    changed = ODT.replace("</office:automatic-styles>", f"{made}</office:automatic-styles>")
    changed = re.sub(r"<text:p[^>]*>(?=more)", '<text:p text:style-name="P9">', changed)
    named = '<style:style style:name="Protocol_20_Clause_20_1" style:family="paragraph"/>'
    spaces = re.search(r"<office:document-content([^>]*)>", ODT)[1]
    styles = f"<office:document-styles{spaces}><office:styles>{named}</office:styles></office:document-styles>"
    parts = {"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": changed, "styles.xml": styles}
    assert {line.text: line.style for line in lines("a.odt", packed(parts))}["more"] == "Protocol Clause 1"


def test_a_paragraph_without_words_sets_the_next_one_apart_and_letters_may_be_raised_by_a_part_of_their_height():
    raised = '<style:style style:name="U" style:family="text"><style:text-properties style:text-position="33% 80%"/>'
    lowered = raised.replace('"U"', '"L"').replace('"33%', '"-8%')
    styles = f"{raised}</style:style>{lowered}</style:style></office:automatic-styles>"
    said = '<text:p/><text:p>x<text:span text:style-name="U">2</text:span>'
    said += '<text:span text:style-name="L">3</text:span></text:p><text:p>next'
    changed = ODT.replace("</office:automatic-styles>", styles).replace("<text:p>more", said)
    read = [(line.text, line.apart) for line in lines("a.odt", packed({"mimetype": "x", "content.xml": changed}))]
    assert [one for one in read if one[0] in ("x²3", "x23", "next")] == [("x²3", True), ("next", False)]

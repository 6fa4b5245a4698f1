"""The awkward schemes by which Word numbers: what counts and is not shown, looks otherwise, or comes from elsewhere."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from protocolau.importing.lines import lines_of
from protocolau.importing.word import read
from tests.word_files import (
    abstract,
    cell,
    docx,
    field,
    level,
    listed_in_style,
    num,
    packed,
    paragraph,
    run,
    starting,
    style,
    table,
)

CLAUSES = abstract(0, level(0, "%1."), level(1, "%1.%2"), level(2, "(%3)", "lowerLetter"))


def looking(index: int, text: str, look: str, form: str = "decimal") -> str:
    """A level of a list whose number has a look of its own."""
    return level(index, text, form).replace("</w:lvl>", f"<w:rPr>{look}</w:rPr></w:lvl>")


def listed(*levels: int, name: int = 1) -> str:
    return "".join(paragraph("words", num=name, level=one) for one in levels)


def shown(data: bytes) -> list[str]:
    """Each line as printed: its number, then its words, but for the words that stand in every line."""
    lines = lines_of(read(data).blocks)
    return [" ".join(filter(None, (line.number, line.text.strip().replace("words", "")))).strip() for line in lines]


SCHEMES = {
    "a number that is hidden counts": (
        abstract(0, looking(0, "Part %1", "<w:vanish/>"), level(1, "%1.%2")) + num(1, 0),
        listed(0, 1, 1, 0, 1),
        ["", "1.1", "1.2", "", "2.1"],
    ),
    "a level in capitals": (
        abstract(0, looking(0, "(%1)", "<w:caps/>", "lowerLetter"), level(1, "%2)", "lowerRoman")) + num(1, 0),
        listed(0, 1, 0),
        ["(A)", "i)", "(B)"],
    ),
    "figures with a nought stay so in legal style": (
        abstract(
            0, level(0, "%1", "upperRoman"), level(1, "%2", "decimalZero"), level(2, "%1.%2.%3", more="<w:isLgl/>")
        )
        + num(1, 0),
        listed(0, 0, 1, 2),
        ["I", "II", "01", "2.01.1"],
    ),
    "a list begins again at its second level alone": (
        CLAUSES + num(1, 0) + num(2, 0, starting(1, 1)),
        listed(0, 1, 1) + listed(1, 1, name=2) + listed(1),
        ["1.", "1.1", "1.2", "1.1", "1.2", "1.3"],
    ),
    "a list begins again at every level that it overrides": (
        CLAUSES + num(1, 0) + num(2, 0, starting(0, 1) + starting(1, 5)),
        listed(0, 1, 0) + listed(0, 1, 1, 0, 1, name=2),
        ["1.", "1.1", "2.", "1.", "1.5", "1.6", "2.", "2.5"],
    ),
    "an override of the form goes on counting": (
        CLAUSES + num(1, 0) + num(2, 0, f'<w:lvlOverride w:ilvl="0">{level(0, "%1)", "upperRoman")}</w:lvlOverride>'),
        listed(0, 0) + listed(0, name=2) + listed(0),
        ["1.", "2.", "III)", "4."],
    ),
    "bullets inside a numbered list": (
        abstract(0, level(0, "%1."), level(1, "\uf0b7", "bullet"), level(2, "%3.", "lowerRoman")) + num(1, 0),
        listed(0, 1, 1, 0, 2, 2),
        ["1.", "•", "•", "2.", "i.", "ii."],
    ),
    "a paragraph without words has its number": (
        CLAUSES + num(1, 0),
        listed(0) + paragraph(num=1, level=0) + listed(0),
        ["1.", "2.", "3."],
    ),
    "a list may start at nothing": (
        abstract(0, level(0, "%1", start=0), level(1, "%1.%2", start=0)) + num(1, 0),
        listed(0, 1, 0, 1),
        ["0", "0.0", "1", "1.0"],
    ),
    "words alone before a paragraph": (
        abstract(0, level(0, "Note:", "none"), level(1, "%1.%2")) + num(1, 0),
        listed(0, 1),
        ["Note:", ".1"],
    ),
    "a level above that is not shown": (
        abstract(0, level(0, "Schedule %1", "upperLetter"), level(1, ""), level(2, "%1-%3")) + num(1, 0),
        listed(0, 1, 2, 2, 0, 2),
        ["Schedule A", "", "A-1", "A-2", "Schedule B", "B-1"],
    ),
    "noughts before a count": (
        abstract(
            0,
            level(0, "%1").replace(
                '<w:numFmt w:val="decimal"/>',
                '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
                '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
            ),
        )
        + num(1, 0),
        listed(0, 0),
        ["001", "002"],
    ),
    "numbers written in words": (
        abstract(0, level(0, "%1:", "ordinalText"), level(1, "Item %2", "cardinalText")) + num(1, 0),
        listed(0, 1, 1, 0),
        ["First:", "Item One", "Item Two", "Second:"],
    ),
    "what wraps or nests a paragraph does not break a count": (
        CLAUSES + num(1, 0),
        listed(0)
        + f"<w:sdt><w:sdtContent>{listed(1)}</w:sdtContent></w:sdt>"
        + table([cell(listed(1) + table([cell(listed(1)), cell(listed(1))])), cell(listed(0))])
        + f'<w:customXml>{listed(1)}<w:ins w:id="1">{listed(1)}</w:ins></w:customXml>',
        ["1.", "1.1", "1.2", "1.3", "1.4", "2.", "2.1", "2.2"],
    ),
    "a paragraph that was put in counts, and so does a number that was": (
        CLAUSES + num(1, 0),
        listed(0)
        + paragraph("words", num=1, level=0, more='<w:rPr><w:ins w:id="1"/></w:rPr>')
        + paragraph("words").replace(
            "<w:pPr>", '<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="2"/></w:numPr>'
        ),
        ["1.", "2.", "3."],
    ),
    "the number that a paragraph had before a change is not its own": (
        CLAUSES + num(1, 0),
        listed(0)
        + paragraph(
            "words",
            more='<w:pPrChange w:id="1"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>'
            "</w:pPrChange>",
        )
        + listed(0),
        ["1.", "", "2."],
    ),
    "where the end of a paragraph is deleted the next one's number holds": (
        CLAUSES + num(1, 0),
        listed(0)
        + paragraph("and ", num=1, level=1, more='<w:rPr><w:del w:id="1"/></w:rPr>')
        + paragraph("so on", num=1, level=0)
        + listed(1),
        ["1.", "2. and so on", "2.1"],
    ),
    "fields below headings": (
        "",
        paragraph(field("AUTONUMLGL") + run(" One"), more='<w:outlineLvl w:val="0"/>')
        + paragraph(field("AUTONUMLGL"))
        + paragraph(field("AUTONUMLGL \\e"))
        + paragraph(field("AUTONUMLGL") + run(" Two"), more='<w:outlineLvl w:val="0"/>')
        + paragraph(field("AUTONUMLGL \\s -")),
        ["1. One", "1.1.", "1.2", "2. Two", "2-1-"],
    ),
    "fields without headings": (
        "",
        "".join(paragraph(field(one)) for one in ("AUTONUMLGL", "AUTONUMLGL", "AUTONUM \\* roman", "AUTONUM \\e")),
        ["1.", "2.", "iii.", "4"],
    ),
}


@pytest.mark.parametrize("name", SCHEMES)
def test_schemes(name):
    numbering, body, expected = SCHEMES[name]
    assert shown(docx(body, numbering=numbering)) == expected


@pytest.mark.parametrize(
    ("own", "expected"), [("", "PART 1"), ('<w:caps w:val="0"/>', "Part 1")], ids=["as its heading", "its own look"]
)
def test_a_number_is_in_capitals_where_its_heading_is(own, expected):
    numbering = abstract(0, looking(0, "Part %1", own)) + num(1, 0)
    styles = style("Heading1", listed_in_style(1, 0), called="heading 1", look="<w:caps/>")
    assert shown(docx(paragraph("General", "Heading1"), styles=styles, numbering=numbering)) == [f"{expected} General"]


def test_a_paragraph_that_its_style_hides_is_set_aside_and_not_counted():
    styles = style("Guidance", look="<w:vanish/>")
    body = listed(0) + paragraph("For the clerk alone", "Guidance", num=1, level=0) + listed(0)
    reading = read(docx(body, styles=styles, numbering=CLAUSES + num(1, 0)))
    assert [line.number for line in lines_of(reading.blocks)] == ["1.", "2."]
    assert [(one.what, one.text) for one in reading.asides] == [("hidden", "For the clerk alone")]


def test_a_list_style_that_another_list_overrides():
    linked, real = (abstract(0, more='<w:numStyleLink w:val="Ours"/>'), abstract(1, level(0, "%1)"), level(1, "%1.%2")))
    styles = style("Ours", listed_in_style(2), kind="numbering") + style("Item", listed_in_style(1, 1))
    lists = linked + real + num(1, 0) + num(2, 1) + num(3, 0, starting(0, 4))
    data = docx(listed(0) + paragraph("words", "Item") + listed(0, name=3), styles=styles, numbering=lists)
    assert shown(data) == ["1)", "1.1", "4)"]


def test_a_cell_that_was_taken_out_is_set_aside():
    data = docx(table([cell(paragraph("stays")), cell(paragraph("goes"), '<w:cellDel w:id="1"/>')]))
    reading = read(data)
    assert shown(data) == ["stays"]
    assert [(one.what, one.text) for one in reading.asides] == [("deleted", "goes")]


def with_chunk(name: str, content: bytes) -> bytes:
    """A Word file in whose middle Word opens another document."""
    with ZipFile(BytesIO(docx(paragraph("before") + '<w:altChunk r:id="c1"/>' + paragraph("after")))) as archive:
        files: dict[str, str | bytes] = {each: archive.read(each) for each in archive.namelist()}
    relations = files["word/_rels/document.xml.rels"].decode()  # type: ignore[union-attr]
    one = f'<Relationship Id="c1" Type="http://x/aFChunk" Target="{name}"/>'
    files["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{one}</Relationships>")
    return packed(files | {f"word/{name}": content})


PAGE = "<html><body><ol start=3><li>a page</li></ol></body></html>"


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("chunk.html", PAGE.encode(), ["before", "3. a page", "after"]),
        (
            "chunk.mht",
            f"MIME-Version: 1.0\nContent-Type: text/html\n\n{PAGE}".encode(),
            ["before", "3. a page", "after"],
        ),
        ("chunk.txt", b"some text", ["before", "some text", "after"]),
        ("chunk.docx", docx(listed(0), numbering=CLAUSES + num(1, 0)), ["before", "1.", "after"]),
        ("chunk.rtf", b"{\\rtf1 x}", ["before", "after"]),
        ("chunk.docx", b"no such file", ["before", "after"]),
    ],
)
def test_a_document_inside_is_read_in_its_place_or_told(name, content, expected):
    data = with_chunk(name, content)
    assert shown(data) == expected
    assert read(data).remarks.get("documents inside", 0) == (len(expected) == 2)


def test_documents_inside_each_other_come_to_an_end():
    data = with_chunk("chunk.docx", with_chunk("chunk.docx", docx(paragraph("too deep"))))
    assert shown(data) == ["before", "before", "after", "after"]
    assert read(data).remarks == {"documents inside": 1}

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
    level,
    listed_in_style,
    num,
    packed,
    paragraph,
    starting,
    style,
    table,
)
from tests.word_schemes import CLAUSES, SCHEMES, listed, looking


def shown(data: bytes) -> list[str]:
    """Each line as printed: its number, then its words, but for the words that stand in every line."""
    lines = lines_of(read(data).blocks)
    return [" ".join(filter(None, (line.number, line.text.strip().replace("words", "")))).strip() for line in lines]


@pytest.mark.parametrize("name", SCHEMES)
def test_each_line_has_the_number_that_word_shows_before_it(name):
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

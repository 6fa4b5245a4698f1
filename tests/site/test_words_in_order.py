"""However oddly a provision is built, its number and its words stand in one order on every page and in every file."""

import io
import itertools
import re
from pathlib import Path

import docx
import pdfua
import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from protocolau.exporting.formats import formats
from protocolau.library.library import Library
from protocolau.render.pages import embed, protocol
from tests.exported import words_of_akoma_ntoso, words_of_text
from tests.going_out import THEME, outgoing
from tests.hostile.judging import VOCABULARY, loaded
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil
from tests.pages import text_without
from tests.rendering import render_context

TABLE = {"columns": ["five", "six"], "rows": [["seven", "eight"]]}
BODIES = {
    "a clause with a heading and a table": [
        {"number": "1.", "heading": "two three", "table": TABLE, "provisions": [{"number": "9", "text": "ten"}]}
    ],
    "a clause with a heading, words and a table": [
        {"number": "1.", "heading": "two three", "text": "four", "table": TABLE}
    ],
    "a clause with a list and a table": [
        {"number": "1.", "text": "two", "items": [{"text": "three"}, {"text": "four"}], "table": TABLE}
    ],
    "a heading with a table and headings below it": [
        {"heading": "two three", "table": TABLE, "provisions": [{"heading": "nine", "provisions": [{"text": "ten"}]}]}
    ],
    "clauses without a heading": [{"number": "1.", "text": "two"}, {"number": "3.", "text": "four"}],
    "a title with a number": [{"kind": "title", "number": "22", "text": "two three"}, {"heading": "four"}],
    "a title that is a heading": [{"kind": "title", "heading": "two three"}, {"heading": "four"}],
    "a title below a heading": [{"heading": "two", "text": "three"}, {"kind": "title", "text": "four"}],
    "a title in a part": [
        {"kind": "part", "heading": "two", "provisions": [{"kind": "title", "text": "three"}, {"heading": "four"}]}
    ],
    "a notice with a number and a heading": [{"kind": "notice", "number": "1", "heading": "two", "text": "three"}],
}


def library_of(folder: Path, body: list) -> Library:
    whole = {"title": "A Protocol", "language": "en", "body": body}
    council, problems = loaded(HostileCouncil(FACTS, whole, []), folder / "example")
    assert council and problems == []
    return Library(VOCABULARY, {"example": council}, TODAY)


def words_written(body: object) -> list[str]:
    """The numbers and words of the strings in a body, in the order in which they are to be read."""
    if isinstance(body, str):
        return re.findall(r"\w+", body)
    if isinstance(body, list):
        return list(itertools.chain.from_iterable(map(words_written, body)))
    order = ("number", "heading", "text", "items", "table", "columns", "rows", "provisions")
    return words_written([body[key] for key in order if key in body]) if isinstance(body, dict) else []


@pytest.mark.parametrize("name", BODIES)
def test_a_page_and_a_frame_have_every_word_in_its_order(name: str, tmp_path: Path):
    library, wanted = library_of(tmp_path, BODIES[name]), words_written(BODIES[name])
    rendering, document = render_context(library, "en"), library.councils["example"].documents["relations"]
    framed, pasted = embed.files(rendering, document)
    for html in (*(page.content for page in protocol.pages(rendering, document)), framed.content, pasted.content):
        tree = LexborHTMLParser(html)
        article = tree.css_first("article.protocol") or tree.css_first("section")
        words = re.findall(r"\w+", text_without(article, ".editorial, footer"))
        assert words[-len(wanted) :] == wanted
        assert [one.html for one in tree.css("ul, ol") if not one.css("li")] == []


@pytest.mark.parametrize("name", BODIES)
def test_every_file_has_every_word_in_its_order(name: str, tmp_path: Path):
    wanted, document = words_written(BODIES[name]), outgoing(tmp_path, body=BODIES[name])
    out = {form: writer.write(document) for form, writer in formats(THEME).items() if form != "card"}
    (tmp_path / "a.pdf").write_bytes(out["pdf"])
    assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
    told = {
        "akn": " ".join(words_of_akoma_ntoso(out["akn"])),
        "txt": " ".join(words_of_text(out["txt"])),
        "docx": " ".join(one.text for one in docx.Document(io.BytesIO(out["docx"])).element.body.iter("{*}t")),
        "pdf": pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range(),
    }
    for form, words in told.items():
        assert " ".join(wanted) in " ".join(re.findall(r"\w+", words)), form


SPREAD = {
    "columns": ["Task", {"text": "Members", "span": 2, "below": {"by": "members"}}, {"text": "Officers"}],
    "rows": [
        ["Advice", "ask", "read", {"text": "give", "topic": "purpose"}],
        ["Both", {"text": "act", "span": 2}, "d"],
    ],
}


def test_a_head_stands_above_each_column_that_it_covers(tmp_path: Path):
    library = library_of(tmp_path, [{"table": SPREAD}])
    rendering, council = render_context(library, "en"), library.councils["example"]
    version, document = council.versions[0], council.documents["relations"]
    framed, pasted = embed.files(rendering, document)
    for html in (*(page.content for page in protocol.pages(rendering, document)), framed.content, pasted.content):
        heads = LexborHTMLParser(html).css("thead th[colspan='2'][scope=colgroup]")
        assert [head.text() for head in heads] == ["Members"]
    table = version.provisions["table1"].table
    named = [(cell.text, [head.text for head in heads]) for cell, heads in table.cells_with_heads()]
    assert named[:4] == [("Advice", ["Task"]), ("ask", ["Members"]), ("read", ["Members"]), ("give", ["Officers"])]
    assert [cell.statements[0].by for cell in table.rows[0]] == [(), ("members",), ("members",), ()]
    columns = [version.labels[cell.anchor].places[-1] for cell in (table.rows[0][3], table.rows[1][2])]
    assert [(place.position, place.words.text) for place in columns] == [(4, "Officers"), (4, "Officers")]


def test_what_editors_say_of_a_cell_stands_on_the_page_and_in_a_frame(tmp_path: Path):
    noted = [{"text": word, "notes": [{"en": f"{word} is so printed", "cy": word}]} for word in ("head", "cell")]
    library = library_of(tmp_path, [{"table": {"columns": noted[:1], "rows": [noted[1:]]}}])
    rendering, document = render_context(library, "en"), library.councils["example"].documents["relations"]
    framed, pasted = embed.files(rendering, document)
    for html in (*(page.content for page in protocol.pages(rendering, document)), framed.content):
        notes = [note.text() for note in LexborHTMLParser(html).css(":is(th, td) .remarks .note")]
        assert [re.sub(r".* (\w+ is so printed)", r"\1", note) for note in notes] == [
            "head is so printed",
            "cell is so printed",
        ]
    assert b"so printed" not in pasted.content

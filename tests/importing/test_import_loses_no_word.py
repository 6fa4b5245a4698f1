"""Whatever stands in its lines, no word of a document is lost on the way to its provisions, nor takes long."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocolau.importing.lines import Line, Run
from protocolau.importing.structure.marks import marked_text
from protocolau.language.marks import has_loose_mark, spans
from tests.conftest import ROOT
from tests.imported import outline, structure
from tests.word_files import abstract, docx, level, num, paragraph, run

LONG = {
    "a paragraph whose looks change at every word": (
        "a.docx",
        docx(paragraph("".join(run(f"word{place} ", "<w:b/>" if place % 2 else "") for place in range(12_000)))),
    ),
    "a table whose cells reach into all rows": ("a.html", b"<table>" + b"<tr><td colspan=99 rowspan=999>a" * 250),
}


@pytest.mark.parametrize("name", LONG)
def test_the_time_grows_as_the_document_does(name):
    begun = process_time()
    structure(LONG[name][1], LONG[name][0])
    assert process_time() - begun < 4


SAID = """Members officers shall must not the Council and advise. respect; following: PROTOCOL Rhaid i aelodau’r Cyngor
barchu paragraph 5.2 (a) non-statutory 1 2026 £5 *bold* [link](x) <b> & o - • — “quoted” Part Schedule"""
WORDS = st.sampled_from(SAID.split())
NUMBERS = st.sampled_from(
    ["", "1. ", "1.1 ", "2.", "(a) ", "b) ", "(i)", "• ", "- ", "PART 2 ", "Annex A", "3 ", "a)", "\t", "    "]
)
LINES = st.tuples(NUMBERS, st.lists(WORDS, max_size=14)).map(lambda one: one[0] + " ".join(one[1]))


PIECES = st.sampled_from(["a", "(b", "c)", " d", "e ", " ", "f*g", "\\h", "*", "i\\", "\u00a0j"])


@given(st.lists(st.builds(Run, PIECES, st.booleans(), st.booleans()), min_size=1, max_size=6))
def test_every_letter_has_the_look_that_it_has_in_the_document_whatever_stands_beside_it(runs: list[Run]):
    """But for a look that all of them have. A bold word within italic ones ended in a traceback."""
    letters = [(letter, run.bold, run.italic) for run in runs for letter in run.text if not letter.isspace()]
    text = marked_text(Line(tuple(runs)), "".join(run.text for run in runs))
    found = [(letter, one.strong, one.emphasis) for one in spans(text) for letter in one.text if letter != " "]
    bold, italic = (len({one[look] for one in letters}) > 1 for look in (1, 2))
    assert found == [(letter, bold and strong, italic and slanting) for letter, strong, slanting in letters]
    assert not has_loose_mark(text)


def test_a_letter_o_that_is_no_bullet_is_a_word_and_hides_no_other():
    assert outline("o \t12th July 2022\n1.1ADOPTED BY COUNCIL 25th September 2019.")[-1].startswith("1.1")


@given(st.lists(LINES, min_size=1, max_size=30))
def test_no_word_of_any_text_is_lost(lines):
    text = "\n".join(lines)
    if any(character.isalnum() for character in text):
        structure(text)


REAL = sorted(
    {
        line
        for path in (ROOT / "protocols").glob("*/*.txt")
        for line in path.read_text("utf-8").split("\n")
        if line.strip()
    }
)
BEFORE = ("", "", "", "    ", "\t", "• ", "- ", "o ", "1. ", "(a) ", "1.1", "\f", "PART 1 ", "• RHAN 2: ")


@given(
    st.lists(st.tuples(st.sampled_from(BEFORE), st.sampled_from(REAL)), min_size=1, max_size=30),
    st.sampled_from(("\n", "\n\n", " ", "\r\n")),
)
def test_no_word_is_lost_of_lines_of_real_documents_in_any_order(lines, between):
    structure(between.join(before + line for before, line in lines))


@given(st.lists(st.tuples(st.integers(-1, 3), st.lists(WORDS, max_size=10)), min_size=1, max_size=20))
def test_no_word_of_any_word_file_is_lost(lines):
    scheme = abstract(0, *(level(one, f"%{one + 1}.") for one in range(4)))
    body = "".join(
        paragraph(run(" ".join(words)), num=1 if one >= 0 else "", level=one if one >= 0 else None)
        for one, words in lines
    )
    if any(words for _, words in lines):
        structure(docx(body, numbering=scheme + num(1, 0)), "a.docx")

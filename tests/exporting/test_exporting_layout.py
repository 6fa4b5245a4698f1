"""However oddly a document is built, its files have all its words, and none of them breaks or stands on another."""

import dataclasses
import io
import itertools
import re

import docx
import pdfua
import pypdfium2
import pytest
from docx.oxml.ns import qn
from lxml import etree

from protocolau.exporting import FORMS
from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.exporting.word_parts import bookmark_names
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.read.problem import Faulty
from tests.exported import said, words_of_text
from tests.going_out import ADDRESSES, SCHEMA, THEME, WORDS, outgoing
from tests.hostile.judging import VOCABULARY, loaded
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil


def test_a_table_of_many_columns_goes_out_and_no_word_in_it_is_broken(tmp_path):
    row = ["Antidisestablishmentarianism", *("Records and pays",) * 24]
    wide = {"heading": "Duties", "table": {"columns": [f"Officer {number}" for number in range(25)], "rows": [row]}}
    spanned = {"table": {"rows": [[{"text": "Councillors", "span": 2}], ["a", "b"]]}}
    protocol = {"title": "A Protocol", "language": "en", "body": [wide, spanned]}
    council, problems = loaded(HostileCouncil(FACTS, protocol, []), tmp_path / "example")
    assert problems == []
    library = Library(VOCABULARY, {"example": council}, TODAY)
    document = outgoing_document(library, council.versions[0], ADDRESSES, WORDS["en"])
    for form, writer in formats(THEME).items():
        (tmp_path / f"wide.{form}").write_bytes(writer.write(document))
    text = (tmp_path / "wide.txt").read_bytes()
    assert words_of_text(text) == said(council.versions[0], "en")
    grid = [len(line) for line in text.decode().splitlines() if line.startswith(("+", "|"))]
    assert len(set(grid)) == 2


def test_no_word_of_a_table_of_many_columns_is_broken_in_a_word_file(tmp_path):
    heads = ["Ref", "Responsibilities", *["Monitoring Officer"] * 6, "Accountability"]
    row = ["1.", "Telecommunications", *["Advises"] * 6, "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"]
    table = {"columns": heads, "rows": [row, [{"text": "All of these", "span": 9}]]}
    narrow = {"columns": ["Who", "What"], "rows": [["Clerk", "Responsibilities"]]}
    document = outgoing(tmp_path, body=[{"table": table}, {"table": narrow}])
    made, equal = docx.Document(io.BytesIO(formats(THEME)["docx"].write(document))).tables
    sizes = {run.font.size for row in made.rows for cell in row.cells for run in cell.paragraphs[0].runs}
    (size,) = sizes
    assert 5 < size.pt < 11
    assert sum(column.width.cm for column in made.columns) == pytest.approx(16, abs=0.1)
    for place, word in enumerate(["Ref", "Telecommunications", *["Monitoring"] * 6, "Accountability"]):
        for width in (made.columns[place].width, made.rows[1].cells[place].width):
            assert width.cm > 0.38 + len(word) * size.cm * 0.52, "half an em a letter, and the margins of the cell"
    assert len({column.width for column in equal.columns}) == 1
    assert {run.font.size for cell in equal.rows[1].cells for run in cell.paragraphs[0].runs} == {None}


def test_each_link_of_a_word_file_leads_to_its_own_clause(tmp_path):
    said = [{"number": "1.1", "text": "One."}, {"number": "1.1", "text": "Two."}, {"number": "1.1.2", "text": "Three."}]
    links = [
        {"number": "2", "text": "See clause 1.1.", "refers_to": ["1.1-2"]},
        {"number": "3", "text": "See clause 1.1.2.", "refers_to": ["1.1.2"]},
    ]
    document = docx.Document(io.BytesIO(formats(THEME)["docx"].write(outgoing(tmp_path, body=[*said, *links]))))
    marked = {one.get(qn("w:name")): one.getparent() for one in document.element.body.iter(qn("w:bookmarkStart"))}
    led = [marked[one.get(qn("w:anchor"))] for one in document.element.body.iter(qn("w:hyperlink"))]
    assert [one.text for one in led] == ["1.1\tTwo.", "1.1.2\tThree."]


def test_what_stands_in_a_list_of_a_word_file_is_set_in_from_what_it_stands_in_however_deep(tmp_path):
    """A bullet in (i) of (a) of 1.1, and bullets in bullets: none stands where what it belongs to does."""
    deepest = {"number": "(A)", "text": "level 4:", "items": [{"text": "level 5:", "items": [{"text": "level 6"}]}]}
    third = {"number": "(i)", "text": "level 3:", "items": [deepest]}
    body = {"number": "1.1", "text": "level 1:", "items": [{"number": "(a)", "text": "level 2:", "items": [third]}]}
    document = docx.Document(io.BytesIO(formats(THEME)["docx"].write(outgoing(tmp_path, body=[body]))))
    begins = [
        (one.style.paragraph_format.left_indent or 0) + (one.style.paragraph_format.first_line_indent or 0)
        for one in document.paragraphs
    ]
    assert begins == sorted(set(begins)) and len(begins) == 6
    for one in document.paragraphs[4:]:
        numbered = [one.style, one.style.base_style]
        assert any(style.element.find(f".//{qn('w:numPr')}") is not None for style in numbered), "a bullet has a sign"


def test_bookmarks_of_a_word_file_have_names_of_their_own_however_alike_their_anchors_begin():
    anchors = [f"responsibilities-of-the-monitoring-officer-{end}" for end in ("here", "there", "HERE")]
    names = list(bookmark_names([*anchors, *anchors]).values())
    assert len({name.casefold() for name in names}) == len(anchors) == len(names)
    assert all(re.fullmatch(r"p_\w{1,38}", name) for name in names)


def test_a_word_file_says_as_much_of_a_long_title_as_it_may(tmp_path):
    title = ("A Protocol on Relations " * 20).strip()
    written = formats(THEME)["docx"].write(outgoing(tmp_path, title=title))
    assert docx.Document(io.BytesIO(written)).core_properties.title == title[:255]


@pytest.mark.parametrize("language", LANGUAGES)
def test_characters_that_a_pdf_has_no_typeface_for_stand_in_it_as_their_numbers(tmp_path, language):
    said = "Ask for this in another language: 中文, ਪ, ☐ yes"
    document = outgoing(tmp_path, language, body=[{"text": said}])
    for documents in ([document], [document, document]):
        (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*documents))
        assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
        pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(tmp_path / "a.pdf")]
        words = " ".join(" ".join(pages).split())
        assert words.count(WORDS[language]("export.lacking").replace("'", "’")) == len(documents)
        assert "[U+4E2D][U+6587], [U+0A2A], ☐ yes" in words
    plain = outgoing(tmp_path, language)
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(plain))
    assert "U+" not in pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()


def over_each_other(page) -> list[str]:
    """The letters of a page of a PDF that stand on others of their line."""
    text = page.get_textpage()
    lines: dict[int, list[tuple[float, float, str]]] = {}
    for place in range(text.count_chars()):
        if (letter := text.get_text_range(place, 1)).strip():
            left, bottom, right, _ = text.get_charbox(place, loose=True)
            lines.setdefault(round(bottom), []).append((left, right, letter))
    return [
        before[2] + after[2]
        for line in map(sorted, lines.values())
        for before, after in itertools.pairwise(line)
        if after[0] < before[1] - 1
    ]


@pytest.mark.parametrize("columns", [5, 9, 16])
def test_no_word_of_a_table_of_many_columns_stands_on_another_in_a_pdf(tmp_path, columns):
    heads = [f"Responsibilities {number}" for number in range(columns)]
    rows = [["Antidisestablishmentarianism", *["Records and pays"] * (columns - 1)]] * 150
    tables = [{"table": {"columns": heads, "rows": rows}}, {"table": {"rows": rows[:2]}}]
    (tmp_path / "wide.pdf").write_bytes(formats(THEME)["pdf"].write(outgoing(tmp_path, body=tables)))
    assert pdfua.validate(str(tmp_path / "wide.pdf")).findings == ()
    pages = list(pypdfium2.PdfDocument(tmp_path / "wide.pdf"))
    assert len(pages) > 1
    assert [over_each_other(page) for page in pages] == [[]] * len(pages)
    texts = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    assert all("Responsibilities 0" in text for text in texts[:-1]), "the head stands on each page of the first table"


def test_the_section_of_a_table_that_would_be_too_small_lies_across_its_pages_of_a_pdf(tmp_path):
    """Wherever it stands under headings; a section with a smaller table stands upright, and so do its neighbours."""
    wide = {"columns": ["Decides"] * 12, "rows": [["Countersigns"] * 12] * 60}
    small = {"columns": ["Decides"] * 7, "rows": [["Advises"] * 7] * 60}
    clause = {"number": "1.1", "text": "Members decide."}
    body = [
        {"number": "1", "heading": "Purpose", "provisions": [clause]},
        {"number": "2", "heading": "Scheme", "provisions": [{**clause, "provisions": [{"table": wide}]}]},
        {"number": "3", "heading": "Meetings", "provisions": [{**clause, "provisions": [{"table": small}]}]},
        {
            "kind": "part",
            "number": "PART 2",
            "heading": "Officers",
            "provisions": [
                {"number": "4", "heading": "Staff", "provisions": [clause]},
                {"number": "5", "heading": "Delegation", "provisions": [{"heading": "Table", "table": wide}]},
                {"number": "6", "heading": "Review", "provisions": [clause]},
            ],
        },
    ]
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(outgoing(tmp_path, body=body)))
    assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
    pages = list(pypdfium2.PdfDocument(tmp_path / "a.pdf"))
    across = [page.get_width() > page.get_height() for page in pages]
    text = [" ".join(page.get_textpage().get_text_range().split()) for page in pages]
    for words in ("2 Scheme", "5 Delegation"):
        assert across[next(place for place, one in enumerate(text) if words in one)], words
    for words in ("1 Purpose", "3 Meetings", "PART 2 Officers", "4 Staff", "6 Review"):
        assert not across[next(place for place, one in enumerate(text) if words in one)], words
    for page in itertools.compress(pages, across):
        letters, place = page.get_textpage(), page.get_textpage().get_text_range().index("Countersigns")
        assert letters.get_charbox(place, loose=True)[3] - letters.get_charbox(place, loose=True)[1] > 6
        assert over_each_other(page) == []


@pytest.mark.parametrize("editions", [1, 2])
def test_no_word_of_a_note_stands_on_the_next_column_of_a_table_in_a_pdf(tmp_path, editions):
    """However narrow the words of a column make it, as where a table translated in part says so cell by cell."""
    noted = {"text": "1", "notes": [{"en": "Handwritten.", "cy": "Llawysgrifen."}]}
    table = {
        "columns": ["Ref.", "Consultation", *["Responsibilities"] * 6, "Risk"],
        "rows": [[noted, *["–"] * 7, noted]],
    }
    document = outgoing(tmp_path, body=[{"table": table}])
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*[document] * editions))
    page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage()
    end = page.get_charbox(page.get_text_range().index("Handwritten") + len("Handwritten"))[2]
    assert end < begin_of(page, "Consultation", 0) - 2


@pytest.mark.parametrize("columns", [["What", "Who", "When"], []])
@pytest.mark.parametrize("editions", [1, 2])
def test_a_row_of_a_table_stays_on_one_page_of_a_pdf_unless_it_would_fill_much_of_it(tmp_path, editions, columns):
    rows = [[f"Begins{row}", "is decided by the Council " * 6 + f"Ends{row}", "yearly"] for row in range(30)]
    long = ["Long", "is decided by the Council " * 250 + "Ended", "never"]
    document = outgoing(tmp_path, body=[{"table": {"columns": columns, "rows": [*rows, long]}}])
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*[document] * editions))
    assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
    pages = [set(page.get_textpage().get_text_range().split()) for page in pypdfium2.PdfDocument(tmp_path / "a.pdf")]
    assert len(pages) > 3
    for row in range(30):
        assert [f"Begins{row}" in words for words in pages] == [f"Ends{row}" in words for words in pages], row
    assert [place for place, words in enumerate(pages) if "Long" in words] < [
        place for place, words in enumerate(pages) if "Ended" in words
    ]


def test_no_line_ends_within_the_date_of_an_address_in_a_pdf(tmp_path):
    address = "https://council-protocols.example/cy/councils/{}/2024-05-15/"
    for length in range(4, 60, 5):
        document = dataclasses.replace(outgoing(tmp_path / str(length)), address=address.format("a" * length))
        made = pypdfium2.PdfDocument(formats(THEME)["pdf"].write(document, document))
        assert made[0].get_textpage().get_text_range().count("2024-05-15") == 4


def test_empty_cells_go_out_as_empty_cells(tmp_path):
    table = {"columns": ["", "Members", "Officers"], "row_headers": True, "rows": [["Budget", "Decide", ""]]}
    document = outgoing(tmp_path, body=[{"table": table}])
    made = {form: formats(THEME)[form].write(document) for form in FORMS}
    (tmp_path / "a.pdf").write_bytes(made["pdf"])
    assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
    (written,) = docx.Document(io.BytesIO(made["docx"])).tables
    assert [[cell.text for cell in row.cells] for row in written.rows] == [["", "Members", "Officers"], *table["rows"]]
    SCHEMA.assertValid(etree.fromstring(made["akn"]))


@pytest.mark.parametrize("columns", [["", "Chair", "Clerk"], []])
def test_what_names_a_row_stands_out_in_a_pdf(tmp_path, columns):
    rows = [["Budget", "Decides", "Advises"], ["Staff", "Appoints", "Manages"]]
    table = {"columns": columns, "row_headers": True, "rows": rows}
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(outgoing(tmp_path, body=[{"table": table}])))
    assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
    text = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage()
    weight = {
        word: pypdfium2.raw.FPDFText_GetFontWeight(text, text.get_text_range().index(word)) for word in sum(rows, [])
    }
    assert {weight["Budget"], weight["Staff"]}.isdisjoint({weight[word] for row in rows for word in row[1:]})


def test_a_note_on_a_cell_says_in_a_text_which_cell_it_is_on(tmp_path):
    note = {"en": "As it was printed.", "cy": "Fel yr argraffwyd ef."}
    noted = {"text": "Decide", "notes": [note]}
    rows = [[{"text": "Both", "span": 2}, noted], ["Budget", noted, ""]]
    table = {"columns": ["", "Members", {"text": "Officers", "notes": [note]}], "rows": rows}
    made = formats(THEME)["txt"].write(outgoing(tmp_path, body=[{"table": table}]))
    said = [line.strip("[]") for line in made.decode().splitlines() if line.startswith("[[")]
    places = ["Head of column 3", "Row 1, column 3", "Row 2, column 2"]
    assert said == [f"{place}: Editors’ note: As it was printed." for place in places]


@pytest.mark.parametrize("word", ["." * 300, "_" * 150, "abcdefghij" * 13])
def test_a_word_longer_than_a_line_is_broken_and_has_every_letter_in_a_pdf(tmp_path, word):
    labels = {"table": {"row_headers": True, "rows": [["Llanfairpwllgwyngyllgogerychwyrndrobwll", "Signed " + word]]}}
    table = {"table": {"columns": ["Who", "Signed"], "rows": [["Chair", word]]}}
    document = outgoing(tmp_path, body=[{"number": "1.", "text": f"Signed {word} Chair"}, labels, table])
    for documents in ([document], [document, document]):
        (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*documents))
        assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
        page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]
        text = page.get_textpage()
        assert max(text.get_charbox(place)[2] for place in range(text.count_chars())) < page.get_width() - 40
        assert over_each_other(page) == []
        unbroken = "".join(text.get_text_range().split())
        assert unbroken.count(word[:50]) and unbroken.count(word[0]) >= 3 * len(documents) * word.count(word[0])


def test_a_long_name_in_capitals_stays_in_the_column_of_its_heading_in_a_pdf(tmp_path):
    name = "LLANFAIRPWLLGWYNGYLLGOGERYCHWYRNDROBWLLLLANTYSILIOGOGOGOCH"
    document = outgoing(
        tmp_path, body=[{"kind": "title", "text": f"{name} COUNCIL"}, {"number": "1.", "heading": name}]
    )
    for documents in ([document], [document, document]):
        (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*documents))
        page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]
        text = page.get_textpage()
        assert max(text.get_charbox(place)[2] for place in range(text.count_chars())) < page.get_width() - 40
        assert over_each_other(page) == []
        assert "".join(text.get_text_range().split()).count(name) == 2 * len(documents)


def test_one_very_long_word_makes_no_letter_of_a_table_small_in_a_pdf(tmp_path):
    word = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
    sizes = []
    for last in (word[:16], word):
        table = {"columns": ["What"] * 7, "rows": [[*["Decides"] * 6, last]]}
        (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(outgoing(tmp_path, body=[{"table": table}])))
        assert pdfua.validate(str(tmp_path / "a.pdf")).findings == ()
        text = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage()
        place = text.get_text_range().replace("\r\n", "\n").index("Decides")
        sizes.append(text.get_charbox(place, loose=True)[3] - text.get_charbox(place, loose=True)[1])
        assert last in "".join(text.get_text_range().split())
    assert sizes[1] == pytest.approx(sizes[0], rel=0.02)


def test_a_word_of_a_note_that_is_longer_than_a_line_stays_on_the_page_of_a_pdf(tmp_path):
    note = [{"en": "See " + "abcdefghij" * 13, "cy": "Gweler " + "abcdefghij" * 13}]
    document = outgoing(tmp_path, notes=note, body=[{"number": "1.", "text": "Words.", "notes": note}])
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(document))
    page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0]
    text = page.get_textpage()
    assert max(text.get_charbox(place)[2] for place in range(text.count_chars())) < page.get_width() - 40
    assert "".join(text.get_text_range().split()).count("abcdefghij" * 13) == 2


def test_a_note_on_a_row_of_one_cell_stands_in_a_pdf(tmp_path):
    noted = {"text": "Both", "span": 2, "notes": [{"en": "Printed so.", "cy": "Felly yr argraffwyd."}]}
    table = {"row_headers": True, "rows": [["Leader", "Leads the Council"], [noted]]}
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(outgoing(tmp_path, body=[{"table": table}])))
    assert "Printed so." in pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range()


def test_a_long_title_leaves_the_head_of_a_page_of_a_pdf_on_it(tmp_path):
    title = "A Protocol on Relations between Members and Officers " * 8
    (tmp_path / "long.pdf").write_bytes(formats(THEME)["pdf"].write(outgoing(tmp_path, title=title.strip())))
    page = pypdfium2.PdfDocument(tmp_path / "long.pdf")[0]
    text = page.get_textpage()
    assert max(text.get_charbox(place)[3] for place in range(text.count_chars())) < page.get_height() - 20


@pytest.mark.parametrize("editions", [1, 2])
@pytest.mark.parametrize("is_numbered", [True, False])
def test_each_of_six_levels_of_a_list_is_set_in_further_in_a_pdf(tmp_path, is_numbered, editions):
    levels = [f"Level{level}" for level in range(1, 7)]
    items: list[dict] = []
    for place, words in reversed(list(enumerate(levels))):
        number = {"number": f"({'aiA1xX'[place]})"} if is_numbered else {}
        items = [{**number, "text": words, **({"items": items} if items else {})}]
    document = outgoing(tmp_path, body=[{"number": "10.10", "text": "As follows:", "items": items}])
    (tmp_path / "a.pdf").write_bytes(formats(THEME)["pdf"].write(*[document] * editions))
    page = pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage()
    for edition in range(editions):
        begins = [begin_of(page, words, edition) for words in levels]
        assert all(inner - outer > 5 for outer, inner in itertools.pairwise(begins)), begins


def begin_of(page, words: str, occurrence: int) -> float:
    """How far to the right some words of a page begin, or where they occur again."""
    places = [found.start() for found in re.finditer(words, page.get_text_range())]
    return page.get_charbox(places[occurrence])[0]


@pytest.mark.parametrize("levels", [8, 9, 17])
def test_what_is_nested_deeper_than_typst_can_set_stands_after_what_it_is_in(tmp_path, levels):
    body = {"number": f"({levels})", "text": "the end", "table": {"rows": [["one", "two"]]}}
    for level in range(levels - 1, 0, -1):
        body = {"number": f"({level})", "text": f"level {level}:", "items": [body]}
    document = outgoing(tmp_path, body=[body])
    for documents in ([document], [document, document]):
        (tmp_path / "deep.pdf").write_bytes(formats(THEME)["pdf"].write(*documents))
        assert pdfua.validate(str(tmp_path / "deep.pdf")).findings == ()
        pages = pypdfium2.PdfDocument(tmp_path / "deep.pdf")
        words = " ".join(word for page in pages for word in page.get_textpage().get_text_range().split())
        places = [words.find(f"level {level}:") for level in range(1, levels)] + [words.find("the end")]
        assert -1 not in places and places == sorted(places)


def test_what_is_too_long_for_a_pdf_is_told_in_a_line(tmp_path):
    document = outgoing(tmp_path, body=[{"number": "1", "heading": "Respect " * 5000, "text": "Words."}])
    with pytest.raises(Faulty, match=r"undated.yml:1: no PDF can be made of this \(.*\); write very long"):
        formats(THEME)["pdf"].write(document)

"""Sheets that a spreadsheet has sorted, merged, moved or shown otherwise are read for what they say, or refused."""

import re
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest
from openpyxl.comments import Comment
from openpyxl.styles import Font

from protocolau.translation.exchange.xlsx import STATE_LABELS
from tests.conftest import ROOT
from tests.exchange_files import exported, run, translate, version_of, welsh
from tests.word_files import packed


def test_cells_that_are_merged_over_rows_are_told(protocols):
    path = exported(protocols, "xlsx")
    translate(path, "1.3", "Y trydydd. Parch.")
    translate(path, "1.5", "Y pumed.")
    book = openpyxl.load_workbook(path)
    assert book.active["B6"].value == "1.3"
    book.active.merge_cells("D6:D7")
    book.save(path)
    code, said = run(protocols, "import", path)
    assert code == 1 and said.endswith("changed 1, refused 1\n")
    assert said.startswith("aber.xlsx:6: the cells D6:D7 are merged; divide them, write each")
    assert "1.3" not in version_of(protocols).translations["cy"].units


def test_each_group_of_merged_cells_is_told_once(protocols):
    path = exported(protocols, "xlsx")
    book = openpyxl.load_workbook(path)
    book.active.merge_cells("D3:D6")
    book.active.merge_cells("F5:F7")
    book.active.merge_cells("D8:E8")
    book.save(path)
    code, said = run(protocols, "import", path)
    told = [line.partition(" are merged")[0] for line in said.splitlines()[:-1]]
    assert code == 1 and told == ["aber.xlsx:3: the cells D3:D6", "aber.xlsx:5: the cells F5:F7"]


def test_a_workbook_of_an_old_kind_is_told_as_such(protocols):
    path = exported(protocols, "xlsx")
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))
    code, said = run(protocols, "import", path)
    assert code == 1 and ": this is a workbook or a document of an old kind (.xls, .doc); save it as XLSX" in said


def test_a_workbook_with_a_password_is_told_as_such(protocols):
    path = exported(protocols, "xlsx")
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    said = "the file is protected by a password; save it without a password"
    assert run(protocols, "import", path) == (1, f"aber.xlsx:1: {said}\n")


@pytest.mark.parametrize("magic", ["de120495", "950412de"])
def test_a_po_made_ready_for_a_program_is_told_as_such(protocols, magic):
    path = protocols.parent / "aber.mo"
    path.write_bytes(bytes.fromhex(magic) + bytes(40))
    said = "this is a PO file made ready for a program (.mo); import the PO file itself"
    assert run(protocols, "import", path) == (1, f"aber.mo:1: {said}\n")


@pytest.mark.parametrize("part", ["content.xml", "word/document.xml", "cy/aber.sdlxliff"])
def test_a_packed_file_without_a_sheet_is_told_as_such(protocols, part):
    path = exported(protocols, "xlsx")
    path.write_bytes(packed({part: "<a/>"}))
    said = "there is no sheet in XLSX in this file; save it as XLSX, or unpack it first"
    assert run(protocols, "import", path) == (1, f"aber.xlsx:1: {said}\n")


@pytest.mark.parametrize("comma", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("first", ["", "sep={}\r\n", '"sep={}"\r\n'])
def test_a_sheet_saved_as_text_is_told_as_such(protocols, comma, encoding, first):
    path = exported(protocols, "xlsx")
    rows = openpyxl.load_workbook(path).active.iter_rows(values_only=True)
    lines = (comma.join(value or "" for value in row) for row in rows)
    path.write_bytes((first.format(comma) + "\r\n".join(lines)).encode(encoding, "replace"))
    said = "this is a sheet that was saved as text (CSV); save it as XLSX"
    assert run(protocols, "import", path) == (1, f"aber.xlsx:1: {said}\n")


def test_a_cell_that_holds_no_words_refuses_its_row_alone(protocols):
    values = {"=1+1": "a formula", True: "something that is not text", date(2019, 9, 25): "a date", "#REF!": "an error"}
    for value, said in values.items():
        path = exported(protocols, "xlsx")
        translate(path, "1.3", "Trydydd.")
        book = openpyxl.load_workbook(path)
        book.active["D4"].value = value
        book.save(path)
        code, line = run(protocols, "import", path)
        assert code == 1 and line.startswith(f"aber.xlsx:4: the cell D4 holds {said}")
        assert "refused 1" in line and version_of(protocols).translations["cy"].units["1.3"].target == "Trydydd."


@pytest.mark.parametrize(
    ("value", "shown_as", "written"),
    [(0.2, "0%", "20%"), (0.125, "0.00%", "12.5%"), (1234567.5, "General", "1234567.5"), (2018, "0", "2018")],
)
def test_a_number_is_taken_as_the_cell_shows_it(protocols, value, shown_as, written):
    assert _number_in_a_cell(protocols, value, shown_as)[0] == 0
    assert version_of(protocols).translations["cy"].units["1.3"].target == written


def test_a_number_that_a_cell_shows_otherwise_is_refused(protocols):
    code, said = _number_in_a_cell(protocols, 5, '"£"#,##0.00')
    assert code == 1 and said.startswith("aber.xlsx:6: the cell D6 holds a number; format the cell as text")
    assert "1.3" not in version_of(protocols).translations["cy"].units


def _number_in_a_cell(protocols, value, shown_as):
    path = exported(protocols, "xlsx")
    book = openpyxl.load_workbook(path)
    assert book.active["B6"].value == "1.3"
    book.active["D6"].value, book.active["D6"].number_format = value, shown_as
    book.save(path)
    return run(protocols, "import", path)


STRUCK = '<r><t xml:space="preserve">Y </t></r><r><rPr><strike/></rPr><t>trydydd cymal.</t></r>'
BOLD = '<r><t xml:space="preserve">Y </t></r><r><rPr><b/></rPr><t>trydydd cymal.</t></r>'


def test_words_that_are_struck_through_are_not_taken(protocols):
    path = exported(protocols, "xlsx")
    translate(path, "1.5", "Y pumed.")
    book = openpyxl.load_workbook(path)
    book.active["D6"].value, book.active["D6"].font = "Y trydydd.", Font(strike=True)
    book.save(path)
    code, said = run(protocols, "import", path)
    assert code == 1 and said.splitlines() == [
        "aber.xlsx:6: the cell D6 has words that are struck through; "
        "delete them, or take the line through them away, and import the file again",
        "aber undated: changed 1, refused 1",
    ]


def test_nor_are_some_words_of_a_cell_that_are(protocols):
    path = exported(protocols, "xlsx")
    _share(path, STRUCK)
    code, said = run(protocols, "import", path)
    assert code == 1 and said.startswith("aber.xlsx:6: the cell D6 has words that are struck through; delete them")
    _share(exported(protocols, "xlsx"), BOLD)
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert version_of(protocols).translations["cy"].units["1.3"].target == "Y trydydd cymal."


def _share(path, text):
    """Puts a text into cell D6 as Excel does, which keeps the words of all cells in a part of their own."""
    with ZipFile(path) as archive:
        parts = {name: archive.read(name).decode() for name in archive.namelist()}
    sheet, kinds, links = "xl/worksheets/sheet1.xml", "[Content_Types].xml", "xl/_rels/workbook.xml.rels"
    parts[sheet] = re.sub(r'<c r="D6"( s="\d+").*?</c>', r'<c r="D6"\1 t="s"><v>0</v></c>', parts[sheet], count=1)
    kind = '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.{}"/>'
    parts[kinds] = parts[kinds].replace("</Types>", f"{kind.format('spreadsheetml.sharedStrings+xml')}</Types>")
    link = (
        'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings" Target="sharedStrings.xml'
    )
    parts[links] = parts[links].replace("</Rel", f'<Relationship Id="rId99" Type="{link}"/></Rel')
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{main}"><si>{text}</si></sst>'
    path.write_bytes(packed(parts))


@pytest.mark.parametrize("column", ["C", "D"])
@pytest.mark.parametrize("is_new", [True, False])
def test_a_column_that_was_sorted_alone_is_told_and_nothing_is_written(protocols, column, is_new):
    english, other = (_clauses(words) for words in ("Clause of the council.", "Cymal y cyngor."))
    (protocols / "aber" / "undated.yml").write_text(
        "title: Protocol\nlanguage: en\nbody:\n"
        + "".join(f"  - {{number: '{number}', text: {text}}}\n" for number, text in english.items()),
        "utf-8",
    )
    units = "".join(f"  '{number}': {{en: {text}, cy: {other[number]}}}\n" for number, text in english.items())
    before = "language: cy\nstate: draft\nunits:\n" + (units if not is_new else f"{units.splitlines()[0]}\n")
    (protocols / "aber" / "undated.cy.yml").write_text(before, "utf-8")
    path = exported(protocols, "xlsx")
    book = openpyxl.load_workbook(path)
    rows = range(3, 15)
    for row in rows:
        book.active[f"D{row}"].value = other[book.active[f"B{row}"].value]
    for row, value in zip(rows, sorted((book.active[f"{column}{row}"].value for row in rows), key=len), strict=True):
        book.active[f"{column}{row}"].value = value
    book.save(path)
    code, said = run(protocols, "import", path)
    assert code == 1 and "on the translations do not seem to be of the texts beside them; a column was sorted" in said
    assert len(said.splitlines()) == 1 and welsh(protocols) == before


def _clauses(words: str) -> dict[str, str]:
    """Twelve clauses of very different lengths, the words of each of its own."""
    return {str(number): f"{number} " + words * (1 + number * 5 % 12) for number in range(1, 13)}


def test_comments_on_cells_are_told(protocols):
    path = exported(protocols, "xlsx")
    translate(path, "1.1", "Y cyntaf.")
    book = openpyxl.load_workbook(path)
    for cell in ("D4", "D5", "D6", "B7"):
        book.active[cell].comment = Comment("Ydy hwn yn iawn?", "Siân")
    book.save(path)
    assert run(protocols, "import", path) == (
        0,
        "aber.xlsx:4: what is remarked on the cells 'D4', 'D5', 'D6' and 1 more is not read; "
        "put a remark into the column of notes\naber undated: changed 1, refused 0\n",
    )


def test_a_sheet_whose_columns_were_moved_is_read_by_its_headings(protocols):
    path = exported(protocols, "xlsx")
    book = openpyxl.load_workbook(path)
    book.active.insert_cols(2)
    book.active["E4"].value = 2018
    book.save(path)
    assert run(protocols, "import", path)[0] == 0
    assert version_of(protocols).translations["cy"].units["1.1"].target == "2018"


def test_a_sheet_of_notes_put_before_ours_is_passed_by(protocols):
    path = exported(protocols, "xlsx")
    translate(path, "1.1", "Y cyntaf.")
    book = openpyxl.load_workbook(path)
    book.create_sheet("Nodiadau", 0)["A1"] = "Cwestiynau i'r clerc"
    book.save(path)
    assert run(protocols, "import", path) == (0, "aber undated: changed 1, refused 0\n")
    assert "cy: Y cyntaf." in welsh(protocols)


@pytest.mark.parametrize("remark", [["Cyfieithwyd gan Siân"], [None, None, "A new clause.", "Cymal newydd."]])
def test_a_row_of_no_unit_put_below_ours_refuses_itself_alone(protocols, remark):
    path = exported(protocols, "xlsx")
    translate(path, "1.1", "Y cyntaf.")
    book = openpyxl.load_workbook(path)
    book.active.append(remark)
    book.save(path)
    code, said = run(protocols, "import", path)
    name = next(filter(None, remark))
    assert code == 1 and f"aber.xlsx:9: '{name}' does not say to which unit it belongs; export the protocol" in said
    assert said.endswith("aber undated: changed 1, refused 1\n") and "cy: Y cyntaf." in welsh(protocols)


@pytest.mark.parametrize("page", ["docs/translate.md", "docs/cy/translate.md"])
def test_the_pages_for_translators_call_the_states_as_a_sheet_does(page):
    words = (ROOT / page).read_text("utf-8")
    labels = [label for state, label in STATE_LABELS.items() if state != "adopted"]
    assert [label for label in labels if f"| `{label}` |\n" not in words] == []

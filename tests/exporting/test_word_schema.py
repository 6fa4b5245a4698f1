"""Word files by the schemas of the format (ECMA-376, as the Open XML SDK has them) and by its rules beyond shape."""

import re
import zipfile
from pathlib import Path

import pytest
from openxml_audit import OpenXmlValidator

from protocolau.exporting import word
from protocolau.exporting.outgoing_document import outgoing_document
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from tests.conftest import FIVE
from tests.going_out import ADDRESSES
from tests.rendering import THEME

LANGUAGES = ("en", "cy")


def written(library: Library, version: Version, language: str, folder: Path) -> Path:
    path = folder / f"{version.council}.{version.slug}.{language}.docx"
    path.write_bytes(word.write(outgoing_document(library, version, ADDRESSES, THEME.messages[language])))
    return path


def faults(path: Path) -> list[str]:
    return [fault.description for fault in OpenXmlValidator(max_errors=100).validate(str(path)).errors]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", FIVE)
def test_a_word_file_keeps_every_rule_of_its_format(library: Library, tmp_path: Path, slug: str, language: str):
    assert faults(written(library, library.version_shown(slug), language, tmp_path)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_so_does_that_of_the_most_awkward_document(library_with_a_sixth: Library, tmp_path: Path, language: str):
    for version in library_with_a_sixth.councils["llanffug"].versions:
        assert faults(written(library_with_a_sixth, version, language, tmp_path)) == []


@pytest.mark.parametrize(
    ("right", "wrong", "told"),
    [
        (r"(<w:pStyle [^>]*/>)(<w:ind [^>]*/>)", r"\2\1", "Unexpected element 'pStyle' found"),
        (r"<w:tblGrid>.*?</w:tblGrid>", "", "Required element 'tblGrid' is missing (minOccurs=1, found=0)"),
    ],
)
def test_a_rule_that_is_broken_is_told(library: Library, tmp_path: Path, right: str, wrong: str, told: str):
    path = written(library, library.version_shown("conwy"), "en", tmp_path)
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(broken, "w") as target:
        for part in source.namelist():
            content = source.read(part).decode("utf-8", "surrogateescape")
            if part == "word/document.xml":
                content = re.sub(right, wrong, content, count=1, flags=re.DOTALL)
            target.writestr(part, content.encode("utf-8", "surrogateescape"))
    assert told in faults(broken)

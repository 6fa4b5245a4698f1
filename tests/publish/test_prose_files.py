"""What lies beside the prose is published as it is, so nothing is that is elsewhere on the machine."""

import os
import sys
from pathlib import Path

import pytest
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import get_files, set_exclusions

from protocolau.host.site_builder import SiteBuilder
from protocolau.language import LANGUAGES
from tests.conftest import ROOT


def published(docs: Path) -> set[str]:
    config = load_config(str(ROOT / "mkdocs.yml"), docs_dir=str(docs))
    files = get_files(config)
    set_exclusions(files, config)
    return {file.src_uri for file in SiteBuilder().keep_used_assets(files, config) if file.inclusion.is_included()}


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    """A folder of prose, and beside it what is nobody's business."""
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "docs" / "cy").mkdir(parents=True)
    (tmp_path / "docs" / "cy" / "plain.txt").write_text("x", "utf-8")
    return tmp_path / "docs"


LINKS = {
    "x.txt": (
        "secret.txt",
        "this file is a link; put the file itself there",
        "dolen yw'r ffeil hon; rhowch y ffeil ei hun yno",
    ),
    "x.md": (
        "secret.txt",
        "this file is a link; put the file itself there",
        "dolen yw'r ffeil hon; rhowch y ffeil ei hun yno",
    ),
    "cy/x": (
        "",
        "this folder is a link; put the folder itself there, with its files",
        "dolen yw'r ffolder hon; rhowch y ffolder ei hun yno, gyda'i ffeiliau",
    ),
}


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_link_out_of_the_prose_is_refused(name: str, language: str, docs: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("PROTOCOLAU_LANGUAGE", language)
    target, *said = LINKS[name]
    assert published(docs) == {"cy/plain.txt"}
    (docs / name).symlink_to(docs.parent / "elsewhere" / target)
    with pytest.raises(PluginError) as refused:
        published(docs)
    assert str(refused.value).endswith(f"/docs/{name}:1: {said[LANGUAGES.index(language)]}")


LEFT = ("about.md~", "~$notes.docx", "#about.md#", "about.md.bak", "cy/about.md.orig", "about.md.rej", "Thumbs.db")


@pytest.mark.parametrize("name", LEFT)
def test_what_programs_leave_beside_a_page_is_not_published(name: str, docs: Path):
    (docs / name).write_text("words of another day", "utf-8")
    assert published(docs) == {"cy/plain.txt"}


def test_the_folder_of_the_prose_may_be_one(docs: Path):
    (docs.parent / "linked").symlink_to(docs)
    assert published(docs.parent / "linked") == {"cy/plain.txt"}


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the two are one")
@pytest.mark.parametrize("name", ["Plain.txt", "PLAIN.TXT"])
def test_of_two_files_that_some_systems_take_for_one_one_is_refused(name: str, docs: Path):
    (docs / "cy" / name).write_text("words of somebody else", "utf-8")
    with pytest.raises(PluginError) as refused:
        published(docs)
    assert str(refused.value).endswith(
        f"/docs/cy/plain.txt:1: Windows or macOS takes this name and 'cy/{name}' for one; "
        "rename one of the two, or delete it"
    )


@pytest.mark.skipif(os.name == "nt", reason="there every name of a file is text")
def test_a_name_of_which_no_address_can_be_made_is_refused(docs: Path):
    (docs / "p\udcf4l.docx").write_bytes(b"x")
    with pytest.raises(PluginError, match="the name of this file is not UTF-8 text; rename the file"):
        published(docs)

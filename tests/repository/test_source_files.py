"""A protocol's source is a plain file of its folder, of a kind that no browser executes; nothing else is published."""

import os
from pathlib import Path

import pytest

from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from tests.conftest import ROOT
from tests.statement_files import FACTS

VOCABULARY = load_vocabulary(ROOT / "protocols" / "vocabulary")
PROTOCOL = "title: A Protocol\nlanguage: en\nsource: {{file: '{}'}}\nbody:\n  - {{number: '{}', text: Words.}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "exampleton"
    folder.mkdir()
    (folder / "council.yml").write_text(FACTS, "utf-8")
    (tmp_path / "secret.txt").write_text("1 Words.", "utf-8")
    return folder


def faults(folder: Path, source: str, number: str = "1") -> list[str]:
    (folder / "undated.yml").write_text(PROTOCOL.format(source, number), "utf-8")
    return [f"{problem.line}: {problem.what}; {problem.remedy}" for problem in load_council(folder, VOCABULARY)[1]]


NO_NAMES = (
    "../secret.txt", "/etc/passwd", "/etc/hosts.txt", "a/b.txt", "a\\\\b.txt", ".hidden.txt", "..txt", "page.html",
    "page.htm", "page.svg", "page.xml", "script.js", "council.yml", "undated.yml", "no-suffix", "page.html.", "x.TXT",
    "two words.txt", "a%2e.txt", "a#b.txt", "a?b.txt", "<b>.txt", "ŵ.txt", "javascript:x.txt", "c:x.txt",
)  # fmt: skip


@pytest.mark.parametrize("name", NO_NAMES)
def test_a_source_has_a_plain_name_of_a_known_kind(name: str, folder: Path):
    said = faults(folder, name)
    wrong = "which is no name that a source can have; give the file a name of letters a to z, digits and hyphens"
    assert any(wrong in one for one in said), said


@pytest.mark.parametrize(
    "name", ["protocol.txt", "Protocol.pdf", "INDEX.txt", "protocol.pdf", "index.txt", "reviews.x.txt", "atom.md"]
)
def test_a_source_is_not_called_like_a_file_of_the_sites(name: str, folder: Path):
    said = f"3: 'file' is '{name}', as the site calls a file of its own; "
    assert faults(folder, name) == [said + "call it after the version: 2019-09-25.txt, or undated.txt"]


@pytest.mark.parametrize("suffix", ["md", "pdf", "docx", "odt", "rtf"])
def test_a_source_of_a_known_kind_is_taken_as_it_is(suffix: str, folder: Path):
    (folder / f"undated.{suffix}").write_bytes(b"\0\1\2")
    assert faults(folder, f"undated.{suffix}") == []


NOT_ORDINARY = "3: the source 'undated.txt' is no ordinary file; put the document itself there, no link"
ODD = {
    "a link out of the folder": lambda path: path.symlink_to(path.parents[1] / "secret.txt"),
    "a link inside the folder": lambda path: path.symlink_to("council.yml"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else Path.mkdir,
    "a folder": Path.mkdir,
}


@pytest.mark.skipif(os.name != "posix", reason="files as POSIX has them")
@pytest.mark.parametrize("name", ODD)
def test_a_source_is_an_ordinary_file(name: str, folder: Path):
    ODD[name](folder / "undated.txt")
    assert faults(folder, "undated.txt")[0] == NOT_ORDINARY


def test_a_source_is_of_a_size_that_can_be_published(folder: Path):
    for suffix, largest in (("txt", 2_000_000), ("pdf", 20_000_000)):
        with (folder / f"undated.{suffix}").open("wb") as file:
            file.truncate(largest + 1)
        assert faults(folder, f"undated.{suffix}") == [
            f"3: the source 'undated.{suffix}' has {largest + 1:,} bytes; at most {largest:,} are published; "
            "keep a smaller one, or its text"
        ]


@pytest.mark.parametrize("number", ["*", "**", "\\\\", "<", "&lt;", "*)"])
def test_a_number_is_compared_with_the_source_as_it_is_printed(number: str, folder: Path):
    (folder / "undated.txt").write_text(f"{number} Words.".replace("\\\\", "\\").replace("&", "&amp;"), "utf-8")
    assert faults(folder, "undated.txt", number.replace("\\\\", "\\")) == []

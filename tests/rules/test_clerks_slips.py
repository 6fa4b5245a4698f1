"""What people get wrong who write a protocol by hand: each slip is told where it is, with what to do about it."""

import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from protocolau.read.problem import as_typed
from protocolau.repository.check import examine
from protocolau.rules.provenance import printed_text
from tests.conftest import ROOT

CASES = yaml.safe_load((Path(__file__).parents[1] / "clerks_slips.yml").read_text("utf-8"))
COUNCIL = "name: {en: A Town, cy: A Town}\nshort_name: {en: A, cy: A}\nkind: town\nnation: wales\n"
UNCOMPARED = (
    "undated.yml:1: its words have been compared with no document; "
    "put the text of the council's document (.txt) beside it and name it under 'source'"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "protocols/vocabulary", tmp_path / "vocabulary")
    folder = tmp_path / "atown"
    folder.mkdir()
    (folder / "council.yml").write_text(COUNCIL, "utf-8")
    return folder


def said(folder: Path) -> list[str]:
    found = examine(folder, folder.parent / "vocabulary", date(2026, 1, 1))
    return [str(one).replace(f"{as_typed(folder)}/", "") for one in [*found.problems, *found.warnings]]


@pytest.mark.parametrize("name", CASES["slips"])
def test_a_slip_is_told_with_its_remedy(folder, name):
    case = CASES["slips"][name]
    text = CASES["protocol"]
    for old, new in case.get("change", {}).items():
        assert old in text
        text = text.replace(old, new)
    (folder / case.get("as", "undated.yml")).write_text(text, "utf-8")
    for file, content in case.get("beside", {}).items():
        (folder / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    for file in case.get("without", ()):
        (folder / file).unlink()
    assert said(folder) == case["says"]


@pytest.mark.parametrize("name", CASES["same_words"])
def test_the_same_words_in_another_document_are_the_same(folder, name):
    case = CASES["same_words"][name]
    omits = f", omits: {case['omits']}" if "omits" in case else ""
    text = CASES["protocol"].replace("body:", f"source: {{file: a.txt{omits}}}\nbody:")
    for old, new in case.get("change", {}).items():
        text = text.replace(old, new)
    (folder / "undated.yml").write_text(text, "utf-8")
    (folder / "a.txt").write_text(case["source"], "utf-8")
    assert said(folder) == []


def test_what_is_left_out_by_its_line_is_left_elsewhere():
    assert printed_text("Page\n2\nof 2 words\n", ["2"]).split() == ["Page", "of", "2", "words"]
    assert printed_text("see [image: a] here", ["[image: a]"]).split() == ["see", "here"]


def test_a_version_that_was_compared_with_nothing_says_so(folder):
    (folder / "undated.yml").write_text(CASES["protocol"], "utf-8")
    assert said(folder) == [UNCOMPARED]

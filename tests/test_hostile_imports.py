"""Whatever befalls a document: it is read, with no word lost and no fault found, or refused in a line."""

from pathlib import Path

import pytest

from tests.hostile.imports import hostile_documents, judge_import

DOCUMENTS = list(hostile_documents(200))


@pytest.mark.parametrize("place", range(len(DOCUMENTS)))
def test_any_document_is_read_or_refused(place: int, tmp_path: Path):
    assert judge_import(*DOCUMENTS[place], tmp_path / "import") in ("read", "refused")


FOUND = {
    "a star in a title": ("document.md", b"* 2 \\* 3 &amp; x"),
    "a page that ends within a line": ("document.md", b"# Protocol\n\nMembers and ot\x0cher officers respect all."),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_once_a_draft_with_a_fault_is_read(name: str, tmp_path: Path):
    assert judge_import(*FOUND[name], tmp_path / "import") == "read"


def test_a_document_of_which_nothing_is_left_is_refused(tmp_path: Path):
    assert judge_import("document.md", b"4", tmp_path / "import") == "refused"

"""Whatever befalls a document: it is read, with no word lost and no fault found, or refused in a line."""

from pathlib import Path

import pytest

from tests.conftest import project_of
from tests.hostile.imports import hostile_documents, judge_import

DOCUMENTS = list(hostile_documents(120))
"""The first of those of which `python -m tests.hostile.imports 2000` imports more, into the whole project."""


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """A project of one council: more, which every import reads, would decide no more than suggestions."""
    return project_of("taffs-well-and-nantgarw", tmp_path_factory.mktemp("imports") / "project")


@pytest.mark.parametrize("place", range(len(DOCUMENTS)))
def test_any_document_is_read_or_refused(place: int, project: Path, tmp_path: Path):
    assert judge_import(*DOCUMENTS[place], tmp_path / "import", project) in ("read", "refused")


FOUND = {
    "a star in a title": ("document.md", b"* 2 \\* 3 &amp; x"),
    "a page that ends within a line": ("document.md", b"# Protocol\n\nMembers and ot\x0cher officers respect all."),
    "a number without end": ("document.txt", b"1." * 20_000 + b"1 Respect.\n2. Advice."),
    "a link before signs without end": ("document.html", b"<p>Respect.<p><a href=/x>a</a> " + b"&lt;" * 20_000),
    "lists in lists without end": ("document.md", b"\n".join(b"  " * depth + b"- Respect" for depth in range(1500))),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_was_once_a_draft_with_a_fault_is_read(name: str, project: Path, tmp_path: Path):
    assert judge_import(*FOUND[name], tmp_path / "import", project) == "read"


def test_a_document_of_which_nothing_is_left_is_refused(project: Path, tmp_path: Path):
    assert judge_import("document.md", b"4", tmp_path / "import", project) == "refused"

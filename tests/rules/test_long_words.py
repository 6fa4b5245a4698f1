"""What is long is gone through once: no text that a file may hold keeps a check or an import for minutes."""

import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from protocolau.importing.reading import read_document
from protocolau.importing.structure.glued import cut
from protocolau.language.hidden_characters import hidden_characters
from protocolau.library.library import Library
from tests.hostile.judging import CHECKER, VOCABULARY, loaded
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil
from tests.word_files import abstract, docx, level, num, paragraph

PATIENCE = 120
"""Seconds, of which each takes a few; gone through from each of its letters, the same text takes ten minutes."""
MANY = 40_000
LONG = {
    "a word": "a" * MANY,
    "words": "a " * (MANY // 2),
    "spaces": f"a{' ' * MANY}b",
    "spaces in a bracket": f"(a{' ' * MANY}b",
    "figures": "1" * MANY,
    "sentences": "a; " * (MANY // 2),
    "apostrophes": f"{'a' * MANY}'",
}


@pytest.fixture(autouse=True)
def patience() -> Iterator[None]:
    if sys.platform == "win32":
        pytest.skip("there is no alarm")

    def too_long(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, too_long)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_and_its_translation_are_checked(name: str, tmp_path: Path):
    protocol = {"title": "T", "language": "en", "body": [{"number": "1", "text": LONG[name]}]}
    council, problems = loaded(HostileCouncil(FACTS, protocol, [("T", "draft"), (LONG[name], "draft")]), tmp_path / "a")
    assert council, problems
    assert council.versions[0].translations["cy"].units
    list(CHECKER.check_library(Library(VOCABULARY, {council.slug: council}, TODAY)))


@pytest.mark.parametrize("name", LONG)
def test_hidden_characters_are_looked_for_in_a_long_text(name: str):
    said = [what for what, _ in hidden_characters(f"{LONG[name]} r\u00c3\u00b4l")]
    assert said == ["“r\u00c3\u00b4l” has letters that were read in a wrong encoding"]


def test_a_row_of_many_cells_is_read():
    read = read_document("x.html", f"<h1>T</h1><table><tr>{'<td>a' * (MANY // 2)}</table>".encode())
    (_, table) = read.blocks
    assert len(table.rows[0]) == MANY // 2


def test_a_line_of_many_numbers_is_cut():
    assert len(list(cut(read_document("x.txt", f"T\n\nWords: {'(a)' * (MANY // 5)}x".encode()).blocks))) == 2


def test_what_is_printed_for_a_level_has_an_end():
    numbering = abstract(0, level(0, "%1" * MANY)) + num(1, 0)
    read = read_document("x.docx", docx(paragraph("a", num=1, level=0) * 100, numbering=numbering))
    assert {len(block.number) for block in read.blocks} <= set(range(512))

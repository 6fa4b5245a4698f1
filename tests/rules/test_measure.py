"""Whatever a file holds, reading it takes a bearable time, and what is past measure is said in a line."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from protocolau.importing.conservation import lost_words
from protocolau.importing.lines import Aside, ReadDocument
from protocolau.language.welsh.speller import Speller
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.document import read_yaml
from protocolau.read.problem import MOST_FAULTS, Faulty, Problem
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.rules.provenance import printed_text
from protocolau.translation.checks import TranslationChecker
from protocolau.translation.exchange import formats as exchange
from tests.conftest import ROOT
from tests.exchange_files import workbook

COUNCIL = """name: {en: Exampleton Town Council, cy: Cyngor Tref Exampleton}
short_name: {en: Exampleton, cy: Exampleton}
kind: town
nation: wales
"""
TOP = "title: A Protocol\nlanguage: en\nbody:\n"


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    return load_vocabulary(ROOT / "protocols" / "vocabulary")


@pytest.fixture
def exampleton(tmp_path: Path) -> Path:
    folder = tmp_path / "exampleton"
    folder.mkdir()
    (folder / "council.yml").write_text(COUNCIL, "utf-8")
    return folder


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The processor is not busy for longer. Each limit is a multiple of what is needed, and a fraction of what was."""
    begun = time.process_time()
    yield
    assert time.process_time() - begun < seconds


def told(problems: list[Problem]) -> list[str]:
    return [f"{problem.line}: {problem.what}; {problem.remedy}" for problem in problems]


MANY = 20_000
UNBEARABLE = {
    "keys that nobody knows": "".join(f"topik{number}: x\n" for number in range(MANY)) + TOP + "- text: Words.\n",
    "topics that nobody knows": TOP + "".join(f"- {{text: x, topic: mutual{number}}}\n" for number in range(MANY)),
    "references to nothing": TOP
    + "".join(f'- {{number: "{number}.1", text: x, refers_to: ["{number}.2"]}}\n' for number in range(MANY // 4)),
    "control characters": TOP + "- text: Words.\n" + "# \x07\n" * MANY,
}


@pytest.mark.parametrize("name", UNBEARABLE)
def test_a_file_with_faults_without_end_is_soon_judged(name: str, exampleton: Path, vocabulary: Vocabulary):
    (exampleton / "undated.yml").write_text(UNBEARABLE[name], "utf-8")
    with within(20):
        council, problems = load_council(exampleton, vocabulary)
    assert council is None
    assert len(problems) == MOST_FAULTS + 1
    assert any("more than 1,000 faults in this file; mend these and check again" in one for one in told(problems))


@pytest.mark.parametrize("piece", ["[", "<a", "[](", "[a](b", "</a", "*", "\\", "&", "&#1", "- "])
def test_a_source_of_one_mark_without_end_is_read_in_time(piece: str):
    with within(3):
        printed_text(piece * (1_000_000 // len(piece)), [])


def test_a_word_without_end_is_unknown_and_has_no_near_one():
    speller = Speller()
    with within(2):
        assert speller.unknown("ffwrdd " + "abcŵ" * 100_000)
        assert speller.near("abcŵ" * 1_250) == []


def test_unknown_words_without_end_are_soon_told(exampleton: Path, vocabulary: Vocabulary):
    (exampleton / "undated.yml").write_text(TOP + "  - {number: '1', text: Words.}\n", "utf-8")
    letters = [first + second + third for first in "bcdfg" for second in "klmnp" for third in "qvxz"]
    words = " ".join(f"{one}{other}" for one in letters for other in letters[:10])
    units = f"units:\n  '1': {{en: Words., cy: '{words}'}}\n"
    (exampleton / "undated.cy.yml").write_text("language: cy\nstate: draft\n" + units, "utf-8")
    council, _ = load_council(exampleton, vocabulary)
    checker, version = TranslationChecker(vocabulary), council.versions[0]
    with within(15):
        warnings = checker.check_translation(version, version.translations["cy"])
    assert len([warning for warning in warnings if "unknown word" in warning.what]) > 500


def test_what_is_set_aside_without_end_is_soon_proved_to_be_there():
    aside = tuple(Aside("address", f"{number}: https://example.org/{number}") for number in range(8_000))
    with within(3):
        assert lost_words(ReadDocument((), asides=aside), (), aside) == []


def po(entries: int) -> bytes:
    return b'msgid ""\nmsgstr ""\n' + b'\nmsgctxt "a b c"\nmsgid "x"\nmsgstr "y"\n' * entries


DAMAGED = bytearray(workbook(xl__workbook="<workbook>" + "words " * 1000))
DAMAGED[60:90] = bytes(30)
REFUSED = {
    "styles without end": (
        workbook(xl__styles="<styleSheet>" + "<xf/>" * 3_000_000),
        "1: the workbook's xl/styles.xml has 3,000,001 tags; copy its sheet into a new workbook",
    ),
    "parts too large": (
        workbook(xl__sharedStrings=" " * 50_000_001),
        "1: the workbook is too large when unpacked; keep to the sheet that was exported",
    ),
    "a damaged workbook": (bytes(DAMAGED), "1: this is not a workbook, or it is damaged; save it as XLSX"),
    "the beginning of a workbook": (
        workbook(xl__workbook="<workbook/>")[:40],
        "1: this is not a workbook, or it is damaged; save it as XLSX",
    ),
    "lines without end": (
        po(300_000),
        "1: the file has 1,200,002 lines; at most 200,000 are read; import each protocol's own file",
    ),
    "tags without end": (
        b"<xliff>" + b"<a/>" * 1_000_000 + b"</xliff>",
        "1: the file has more than 1,000,000 tags; import each protocol's own file",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_translators_file_past_measure_is_refused_at_once(name: str, tmp_path: Path):
    data, said = REFUSED[name]
    (tmp_path / "file").write_bytes(data)
    with within(3), pytest.raises(Faulty) as refused:
        exchange.read(tmp_path / "file")
    assert told(refused.value.problems) == [said]


def test_every_byte_of_a_workbook_may_be_damaged(tmp_path: Path):
    whole = workbook(xl__workbook="<workbook/>", xl__styles="<styleSheet/>")
    for place in range(0, len(whole), 3):
        spoilt = bytearray(whole)
        spoilt[place] ^= 0xFF
        (tmp_path / "file").write_bytes(spoilt)
        with pytest.raises(Faulty):
            exchange.read(tmp_path / "file")


ODD = {
    "a pipe": lambda path: os.mkfifo(path),
    "a device": lambda path: path.symlink_to("/dev/zero"),
    "a link to itself": lambda path: path.symlink_to(path),
    "a link to nothing": lambda path: path.symlink_to(path.with_name("nothing")),
    "a folder": lambda path: path.mkdir(),
}


@pytest.mark.skipif(os.name != "posix", reason="files as POSIX has them")
@pytest.mark.parametrize("name", ODD)
def test_what_is_no_ordinary_file_is_not_read(name: str, tmp_path: Path):
    ODD[name](tmp_path / "undated.yml")
    document, problems = read_yaml(tmp_path / "undated.yml")
    assert document is None
    assert [one for one in told(problems) if one.startswith("1: the file cannot be read (")] == told(problems) != []
    with pytest.raises(Faulty):
        exchange.read(tmp_path / "undated.yml")


@pytest.mark.skipif(os.name != "posix", reason="files as POSIX has them")
@pytest.mark.parametrize("place", ["council.yml", "undated.yml", "undated.cy.yml"])
@pytest.mark.parametrize("name", ODD)
def test_a_council_with_what_is_no_ordinary_file_has_a_fault(
    name: str, place: str, exampleton: Path, vocabulary: Vocabulary
):
    (exampleton / "undated.yml").write_text(TOP + "  - text: Words.\n", "utf-8")
    (exampleton / place).unlink(missing_ok=True)
    ODD[name](exampleton / place)
    assert load_council(exampleton, vocabulary)[1]

"""The parser in C and the one in Python find the same: the same values, and the same fault at the same line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from _pytest.mark import ParameterSet

from protocolau.read.document import parse_yaml
from protocolau.read.text import read_text
from protocolau.runtime import yaml_loader
from tests.conftest import ROOT

TESTS = ROOT / "tests"
SLIPS = yaml.safe_load((TESTS / "clerks_slips.yml").read_text("utf-8"))
PROTOCOL = SLIPS["protocol"]
MARKS = ["\t", ":", "'", '"', "[", "]", "{", "}", "#", "-", "&", "*", "%", "@", "`", "!", "|", ">", ",", "\n", " "]
MARKS += ["\u00a0", "---\n", ": ", "- ", "\\"]


def found(text: str, parser: type, monkeypatch: pytest.MonkeyPatch) -> tuple:
    """What a parser makes of a text, and every fault that it has then."""
    monkeypatch.setattr(yaml_loader, "SafeLoader", parser)
    document, problems = parse_yaml(Path("2024.yml"), text, [])
    said = [(one.line, one.what, one.remedy) for one in problems]
    return (document.data, document.mappings, said) if document else (None, None, said)


def alike(text: str, monkeypatch: pytest.MonkeyPatch) -> bool:
    return found(text, yaml.CSafeLoader, monkeypatch) == found(text, yaml.SafeLoader, monkeypatch)


def slipped(case: dict) -> str:
    text = PROTOCOL
    for old, new in case.get("change", {}).items():
        text = text.replace(old, new)
    return text


def files() -> Iterator[ParameterSet]:
    """Every file with a fault, and the real ones."""
    for path in sorted([*(TESTS / "faults").rglob("*.yml"), *(ROOT / "protocols").glob("*/*.yml")]):
        text, _ = read_text(path)
        if text is not None:
            yield pytest.param(text, id=path.name)


def one_slip_more(place: int) -> Iterator[str]:
    """The protocol with one character left out at a place, or with one mark too many."""
    yield PROTOCOL[:place] + PROTOCOL[place + 1 :]
    yield from (PROTOCOL[:place] + mark + PROTOCOL[place:] for mark in MARKS)


@pytest.mark.parametrize("name", SLIPS["slips"])
def test_a_slip_is_told_alike(name: str, monkeypatch: pytest.MonkeyPatch):
    assert alike(slipped(SLIPS["slips"][name]), monkeypatch)


@pytest.mark.parametrize("text", [*files()])
def test_a_file_is_read_alike(text: str, monkeypatch: pytest.MonkeyPatch):
    assert alike(text, monkeypatch)


def test_a_mark_too_many_and_a_character_too_few_are_told_alike_wherever(monkeypatch: pytest.MonkeyPatch):
    slips = [text for place in range(0, len(PROTOCOL), 3) for text in one_slip_more(place)]
    assert [text for text in slips if not alike(text, monkeypatch)] == []


def test_no_fault_is_told_in_the_words_of_a_parser(monkeypatch: pytest.MonkeyPatch):
    slips = [text for place in range(0, len(PROTOCOL), 7) for text in one_slip_more(place)]
    said = {what for text in slips for _, what, _ in found(text, yaml.CSafeLoader, monkeypatch)[2]}
    assert "this is not YAML" not in said and not [what for what in said if "expected" in what], said

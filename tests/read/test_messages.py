"""What is wrong and what to do in Welsh: every message has both languages, and puts in the same things."""

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from protocolau.cli.main import main
from protocolau.read.messages import in_welsh, told_in
from protocolau.read.problem import Problem
from protocolau.read.syntax_faults import KINDS, MISTYPED
from tests.conftest import ROOT
from tests.statement_files import FACTS

HERE = Path(__file__).parents[1]
CATALOGUE = yaml.safe_load((ROOT / "hooks/protocolau/read/messages.yml").read_text("utf-8"))
MESSAGES = [one for group in ("checks", "faults", "report", "commands", "help") for one in CATALOGUE[group]]
_NAME = re.compile(r"\{[a-z_]+\d?\}")


def _said() -> list[str]:
    """Every message that the tests know a check or a rule to give, without its place."""
    checks = yaml.safe_load((HERE / "bilingual/faults.yml").read_text("utf-8")).values()
    faults = yaml.safe_load((HERE / "faults/expected.yml").read_text("utf-8")).values()
    told = [re.sub(r" \[[a-z-]+\]$", "", line) for case in checks for line in case["tells"]]
    told += [re.sub(r"^(?:\S+:)?\d+: ", "", line) for case in faults for line in case["says"]]
    told += [re.sub(r"^council.yml:1: ", "", line) for line in told if line.startswith("council.yml")]
    return sorted({line for line in told if not line.startswith("council.yml")})


def _is_told(message: str) -> bool:
    """Whether a message is told in Welsh, and no English is put in for what it has no words of its own for."""
    told = in_welsh(message)
    left = re.sub(r"“[^”]*”|'[^']*'|`[^`]*`|\([^)]*\)", "", told)
    english = r"\b(?:the|its?|with|which|and|or|are|this|into|place|quotes|spaces)\b"
    return told != message and not re.search(english, left)


@pytest.mark.parametrize("message", _said())
def test_every_message_is_told_in_welsh(message):
    what, _, remedy = message.partition("; ")
    assert _is_told(what) and _is_told(remedy)


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: message["en"][:50])
def test_both_languages_put_in_the_same(message):
    assert sorted(_NAME.findall(message["en"])) == sorted(_NAME.findall(message["cy"]))


@pytest.mark.parametrize("fault", [*KINDS.values(), *(fault for _, fault in MISTYPED)])
def test_every_fault_of_syntax_is_told_in_welsh(fault):
    assert all(map(_is_told, fault))


def test_no_message_stands_twice():
    assert len({message["en"] for message in MESSAGES}) == len(MESSAGES)


def test_each_group_of_words_is_put_into_some_message():
    names = {name.strip("{}0123456789") for message in MESSAGES for name in _NAME.findall(message["en"])}
    assert set(CATALOGUE["words"]) <= names


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("“i Cynghorwyr” lacks a mutation", "mae angen treiglad yn “i Cynghorwyr”"),
        (
            "the English has “10” where the Welsh has “12”",
            "yn y Saesneg: “10”, ond yn y Gymraeg: “12”",
        ),
        ("the Welsh has “a)” where the English has no such", "yn y Gymraeg: “a)”, ond yn y Saesneg: dim o'r fath"),
        (
            "stale: its Welsh has other spaces than the protocol",
            "wedi dyddio: mae bylchau ei destun Cymraeg yn wahanol i rai'r protocol",
        ),
        ("'borough' is no kind of council", "nid yw 'borough' yn fath o gyngor"),
        ("'eng' is no nation of council", "nid yw 'eng' yn wlad"),
        ("this is a spreadsheet, not a document", "taenlen yw hon, nid dogfen"),
        ("'1 heading' has 2 entries", "mae gan '1 heading' 2 o gofnodion"),
        (
            "“ei buddiant” is feminine and what it stands for masculine",
            "mae “ei buddiant” yn fenywaidd a'r hyn y mae'n cyfeirio ato yn wrywaidd",
        ),
        ("'language' is 'eng'", "gwerth 'language' yw 'eng'"),
        ("something that nobody has translated", "something that nobody has translated"),
    ],
)
def test_a_message_in_welsh(english, welsh):
    assert in_welsh(english) == welsh


def test_a_fault_in_welsh_keeps_its_place():
    fault = Problem(Path("a.yml"), 3, "'cy' is missing", "add it")
    assert str(told_in(fault, "cy")) == "a.yml:3: mae 'cy' ar goll; ychwanegwch ef"
    assert told_in(fault, "en") is fault


@pytest.fixture
def aber(tmp_path) -> Path:
    """A council with a protocol, and something in its translation that looks wrong."""
    folder = tmp_path / "aber"
    folder.mkdir()
    (folder / "council.yml").write_text(FACTS)
    body = "body:\n  - {text: Yes., topic: purpose}\n"
    (folder / "undated.yml").write_text(f"title: To councillors\nlanguage: en\n{body}")
    units = 'units:\n  "document title": {en: To councillors, cy: I Cynghorwyr}\n'
    (folder / "undated.cy.yml").write_text(f"language: cy\nstate: draft\n{units}")
    return folder


def checked(folder: Path) -> str:
    said = CliRunner().invoke(main, ["check", "--language", "cy", str(folder)]).output
    return re.sub(r"\S*aber/", "", said)


def test_check_tells_its_warnings_in_welsh(aber):
    remark = "mae angen treiglad yn “I Cynghorwyr”; ysgrifennwch I Gynghorwyr [mutations]"
    assert f"rhybudd: undated.cy.yml:4: {remark}\n" in checked(aber)
    assert "rhybudd: undated.yml:1: ni chymharwyd ei geiriau ag unrhyw ddogfen; rhowch destun" in checked(aber)
    assert checked(aber).endswith("rhybuddion: 2\nni chafwyd gwall\n")


def test_and_its_faults(aber):
    (aber / "undated.yml").write_text("title: Yes\nlanguage: en\nbody:\n  - {textt: Yes.}\n")
    assert "undated.yml:4: allwedd anhysbys 'textt'; ai 'text' a olygwyd?\n" in checked(aber)

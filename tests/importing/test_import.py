"""`protocolau import`: files that pass the check, a report for a clerk, and nothing half-written."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from protocolau.cli.main import main
from protocolau.importing.first_draft import Choices, first_drafts
from protocolau.importing.packed_files import Unreadable
from protocolau.importing.yaml_text import CouncilFacts, council_yaml
from protocolau.read.problem import as_typed
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from tests.conftest import ROOT
from tests.imported import COUNCIL, FACTS, GIVEN, draft, run_import
from tests.word_files import abstract, docx, level, num, packed, paragraph, run

TEXT = """Anytown Town Council

Protocol on Member and Officer Relations

1. Introduction

1.1 The aim is this: "be kind", & *fair* <b>always</b>.
1.2 Members shall not:
a) bully; or
b) harass anyone.

Page 1 of 1

Adopted by the Council on 3 May 2022
"""


def test_the_files_of_a_draft(tmp_path):
    made = draft("protocol.txt", TEXT.encode(), tmp_path)
    assert list(made.files) == [
        "anytown/council.yml", "anytown/2022-05-03.yml", "anytown/2022-05-03.txt", "anytown/2022-05-03.original.txt",
    ]  # fmt: skip
    written = yaml.safe_load(made.files["anytown/2022-05-03.yml"])
    assert written["title"] == "Protocol on Member and Officer Relations"
    assert written["body"][2]["provisions"][0] == {
        "number": "1.1", "text": 'The aim is this: "be kind", & \\*fair\\* <b>always</b>.',
    }  # fmt: skip
    assert written["awaiting_review"] is True
    assert b"by and to \xc2\xb7 nes i rywun gadarnhau ei bynciau, by a to\n" in made.files["anytown/2022-05-03.yml"]
    assert [one["number"] for one in written["body"][2]["provisions"][1]["items"]] == ["a)", "b)"]
    assert written["body"][3]["kind"] == "adoption"


def test_a_word_file_in_welsh(tmp_path):
    scheme = abstract(0, level(0, "%1."), level(1, "(%2)", "lowerLetter"))
    body = (
        paragraph(run("Protocol Aelodau a Swyddogion", "<w:b/>")) + paragraph("Rhaid i aelodau barchu:", num=1, level=0)
        + paragraph("y staff; a", num=1, level=1) + paragraph("ei gilydd.", num=1, level=1)
        + paragraph("Mabwysiadwyd gan y Cyngor ar 3 Mai 2022")
    )  # fmt: skip
    made = draft("protocol.docx", docx(body, numbering=scheme + num(1, 0)), tmp_path)
    written = yaml.safe_load(made.files["anytown/2022-05-03.yml"])
    assert (written["language"], str(written["adopted"])) == ("cy", "2022-05-03")
    assert [one["number"] for one in written["body"][1]["items"]] == ["(a)", "(b)"]


@pytest.mark.parametrize(("language", "warned"), [("cy", True), ("en", False)])
def test_a_document_in_another_language_than_is_said_is_to_be_looked_at(tmp_path, language, warned):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    out = tmp_path / "out"
    done = run_import(source, "--council", "anytown", *GIVEN, "--language", language, "--output", out)
    told = "most of its words are in the other language; import again without --language if they are"
    assert done.exit_code == 0 and (told in done.output) is warned, done.output


@pytest.mark.parametrize("council", ["barrow", "bursledon", "conwy", "halewood", "taffs-well-and-nantgarw"])
def test_the_five_are_imported_without_a_fault_or_a_lost_word(council, tmp_path):
    source = next(one for one in (ROOT / "protocols" / council).glob("*.txt"))
    draft(source.name, source.read_bytes(), tmp_path)


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc", "Co", "Cn"]), max_size=30)


@given(st.lists(st.tuples(st.sampled_from(["", "1. ", "1.1 ", "(a) ", "• ", "# "]), WORDS), min_size=1, max_size=12))
def test_any_words_pass_the_check(tmp_path_factory, lines):
    text = "Words of a beginning.\n" + "\n".join(start + words for start, words in lines)
    draft("a.txt", text.encode(), tmp_path_factory.mktemp("draft"))


@pytest.mark.parametrize("sign", ["-", "–", "•", "§", "■"])
def test_a_cell_that_is_or_begins_with_a_sign_keeps_it(tmp_path, sign):
    rows = f"<tr><th>a<th>b<tr><td>{sign}<td>c<tr><td>d<td>{sign}<tr><td>{sign} e<br>{sign} f<td>{sign} g"
    draft("a.html", f"<h1>Protocol</h1><table>{rows}</table><p>{sign}<p>Words.".encode(), tmp_path)


def test_a_council_with_a_comma_in_its_name():
    facts = CouncilFacts("a", "Upton, Nether and Over Parish Council", "Cyngor Cymuned Upton", "parish", "england")
    assert yaml.safe_load(council_yaml(facts))["short_name"] == {"en": "Upton, Nether and Over", "cy": "Upton"}


def test_the_command_writes_a_folder_that_passes_the_check(tmp_path):
    source = tmp_path / "protocol.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, *COUNCIL, "--output", tmp_path / "councils")
    assert done.exit_code == 0, done.output
    assert sorted(os.listdir(tmp_path / "councils")) == ["anytown"]
    for said in (
        "found: 8 provisions, 5 with a number, 1 headings, 0 tables; in English",
        "dates in it: adopted 2022-05-03",
        "  page numbers: 1",
        "look at first: nothing stands out",
        "see it, and review it on its page: make serve",
    ):
        assert said in done.output.splitlines()
    done = CliRunner().invoke(main, ["check", str(tmp_path / "councils/anytown")])
    assert (done.exit_code, done.stdout) == (
        0,
        f"warning: {as_typed(tmp_path)}/councils/anytown/2022-05-03.yml:4: "
        "awaits review (provisions to look at: 5); "
        "confirm topics, by and to, then take 'awaiting_review' out\nno fault found\n",
    )


def test_another_document_of_a_council_that_has_a_folder(tmp_path):
    source = tmp_path / "code.txt"
    source.write_text("Code\n\n1. Members must be kind to all.\n", "utf-8")
    (tmp_path / "anytown").mkdir()
    (tmp_path / "anytown/council.yml").write_text(council_yaml(FACTS), "utf-8")
    done = run_import(
        source, "--council", "anytown", "--document", "conduct", "--adopted", "2021-03", "--output", tmp_path
    )
    assert done.exit_code == 0, done.output
    assert sorted(os.listdir(tmp_path / "anytown/conduct")) == [
        "2021-03.original.txt",
        "2021-03.txt",
        "2021-03.yml",
    ]
    assert (tmp_path / "anytown/council.yml").read_text("utf-8") == council_yaml(FACTS)


def test_missing_facts_are_named_in_one_message(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, "--council", "anytown", "--name", "Anytown", "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert done.output == (
        f"{as_typed(tmp_path)}/out/anytown/council.yml:1: "
        "this council has no folder yet, and its facts are not all given; "
        "add --name-cy, --kind, --nation, where --name-cy is the English name again if there is no Welsh one\n"
    )
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--council", "Any Town"], "'Any Town' is no slug; use a to z, 0 to 9 and hyphens: any-town\n"),
        (
            ["--council", "St. Mary's & Llanfair-ŵyl"],
            "is no slug; use a to z, 0 to 9 and hyphens: st-marys-and-llanfair-wyl\n",
        ),
        (["--council", "--"], "'--' is no slug; use a to z, 0 to 9 and hyphens\n"),
        (
            ["--council", "vocabulary"],
            "the folder 'vocabulary' is no council's, and no protocol is read in it; choose the name of another folder",
        ),
        (["--council", "a", "--name", "\u200bA"], "--name:1: an invisible or control character (U+200B, zero width"),
        (["--council", "a", "--adopted", "May 2020"], "'May 2020' is no date; write it as 2020-05"),
        (["--council", "a", "--adopted", "20222"], "'20222' is no date; write YYYY-MM-DD, YYYY-MM or YYYY"),
        (
            ["--council", "a", "--adopted", "0222-05"],
            "'0222-05' is of a year that cannot be meant; write a year from 1800 to 2999",
        ),
        (["--council", "a", "--document", "x/y"], "'x/y' is no kind of document; choose from: relations, "),
        (
            ["--council", "a", "--kind", "hamlet"],
            "'hamlet' is no kind of council; choose from: community, town, parish",
        ),
    ],
)
def test_what_is_asked_wrongly(tmp_path, arguments, message):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, *GIVEN, *arguments, "--output", tmp_path / "out")
    assert (done.exit_code, message in done.output, len(done.output.splitlines())) == (
        1,
        True,
        1 + ("reading" in done.output),
    )


@pytest.mark.parametrize(
    ("given", "name"),
    [("Null", "Null"), ("yes", "yes"), ("A\nkind: city", "A kind: city"), ('"A", {b: c} #', '"A", {b: c} #')],
)
def test_whatever_a_council_is_called_its_file_says_so(tmp_path, given, name):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    done = run_import(source, *COUNCIL, "--name", given, "--output", tmp_path / "out")
    assert done.exit_code == 0, done.output
    council, problems = load_council(tmp_path / "out/anytown", load_vocabulary(ROOT / "protocols/vocabulary"))
    assert problems == [] and council.name.en == name


def test_a_draft_that_would_be_too_large_to_read_is_refused():
    words = "\n\n".join(f"{at}. {'Be kind and fair to all. ' * 1000}" for at in range(1, 85))
    with pytest.raises(
        Unreadable, match="the draft would have more than 2,000,000 bytes, and no more are read; divide"
    ):
        first_drafts("long.txt", words.encode(), FACTS, Choices())


def test_a_version_that_is_there_is_never_overwritten(tmp_path):
    source = tmp_path / "a.txt"
    source.write_text(TEXT, "utf-8")
    arguments = (source, *COUNCIL, "--output", tmp_path / "out")
    assert run_import(*arguments).exit_code == 0
    (tmp_path / "out/anytown/2022-05-03.yml").write_text("mine", "utf-8")
    done = run_import(*arguments)
    assert (done.exit_code, "there is a version of this date already" in done.output) == (1, True)
    assert (tmp_path / "out/anytown/2022-05-03.yml").read_text("utf-8") == "mine"


def test_a_version_that_another_writes_meanwhile_is_not_overwritten(tmp_path, monkeypatch):
    source, other = tmp_path / "a.txt", tmp_path / "out/anytown/2022-05-03.yml"
    source.write_text(TEXT, "utf-8")

    @contextmanager
    def after_another(folder: Path) -> Iterator[None]:
        other.parent.mkdir()
        other.write_text("mine", "utf-8")
        yield

    monkeypatch.setattr("protocolau.cli.draft_files.folder_held", after_another)
    done = run_import(source, *COUNCIL, "--output", tmp_path / "out")
    assert (done.exit_code, "there is a version of this date already" in done.output) == (1, True)
    assert [one.name for one in other.parent.iterdir()] == [other.name] and other.read_text("utf-8") == "mine"


@pytest.mark.parametrize("kind", ["folder", "pipe", "nothing", "bomb"])
def test_hostile_files_end_in_one_line_and_write_nothing(tmp_path, kind):
    target = tmp_path / "file.docx"
    if kind == "folder":
        target.mkdir()
    elif kind == "pipe":
        os.mkfifo(target)
    elif kind == "bomb":
        target.write_bytes(packed({"word/document.xml": b"<a>" + b" " * 50_000_000 + b"</a>"}))
    done = run_import(target, *COUNCIL, "--output", tmp_path / "out")
    assert done.exit_code == 1
    assert [line for line in done.output.splitlines() if line.startswith(f"{as_typed(target)}:1: ")]
    assert not (tmp_path / "out").exists()


def test_the_core_needs_nothing_that_a_browser_has_not():
    """With the standard library, PyYAML and pydantic alone, a Word file becomes a draft."""
    program = """
import sys
allowed = {"yaml", "_yaml", "pydantic", "pydantic_core", "protocolau"}
allowed |= {"annotated_types", "typing_extensions", "typing_inspection"}  # which pydantic brings
class Refusing:
    def find_spec(self, name, path=None, target=None):
        top = name.partition(".")[0]
        if top.startswith("_sysconfigdata"):
            return None  # of the standard library too, under the name of the machine, which is in no list
        if top not in allowed and top not in sys.stdlib_module_names:
            raise ImportError(f"{name} may not be needed")
sys.meta_path.insert(0, Refusing())
from protocolau.importing.first_draft import Choices, first_drafts
from protocolau.importing.yaml_text import CouncilFacts
council = CouncilFacts("a", "A", "A", "town", "wales")
(made,) = first_drafts("a.txt", b"1. Members must be kind to all.", council, Choices())
print(made.version)
"""
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, env=environ)
    assert (done.stdout, done.stderr) == ("a/undated.yml\n", "")


def test_a_file_that_is_not_there_is_told_before_anything_is_asked_for(tmp_path):
    done = run_import(tmp_path / "nowhere.docx", "--council", "anytown", "--output", tmp_path / "out")
    assert done.exit_code == 1 and len(done.output.splitlines()) == 1
    assert "nowhere.docx:1: the file cannot be read (no such file or directory)" in done.output

"""Every fault is told at its line, whole and with its remedy: one small file for each in faults/."""

import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from protocolau.read.messages import told_in
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.schema.fields import held_by_every_system
from tests.conftest import ROOT
from tests.exampleton import COUNCIL, EXPECTED, FAULTS, SOUND, faults_at


@pytest.mark.parametrize("name", EXPECTED)
def test_a_fault_is_told_whole_with_its_line_and_its_remedy(name: str, exampleton: Path):
    case, source, folder = EXPECTED[name], FAULTS / name, exampleton
    if source.is_dir():
        folder = shutil.copytree(source, exampleton.with_name(name))
    else:
        place = exampleton / case.get("at", "undated.yml")
        shutil.copyfile(source, place)
    problems = sorted(faults_at(folder))
    assert [_told(problem, with_name=source.is_dir()) for problem in problems] == case["says"]
    assert source.is_dir() or {problem.path.resolve() for problem in problems} <= {place.resolve()}


def _told(problem, with_name: bool) -> str:
    named = f"{problem.path.name}:" if with_name else ""
    return f"{named}{problem.line}: {problem.what}; {problem.remedy}"


def test_every_file_of_faults_is_a_case_and_every_case_a_file():
    assert {path.name for path in FAULTS.iterdir()} - {"expected.yml"} == set(EXPECTED)


NOT_ON_WINDOWS = [
    "aux",
    "Nul.txt",
    "com1",
    "lpt9.old.pdf",
    "Protocol: agreed?.docx",
    "conduct ",
    "minutes.",
    'the "new" one',
]
"""Names that no file here may have, or nobody could clone these tests there."""


@pytest.mark.skipif(sys.platform == "win32", reason="has no such names")
@pytest.mark.parametrize("name", NOT_ON_WINDOWS)
def test_a_name_that_windows_cannot_hold_is_a_fault_of_a_council(name: str, exampleton: Path):
    (exampleton / name).write_text("")
    said = f"Windows can hold no file or folder named '{name}'; choose another name"
    assert [_told(problem, with_name=False) for problem in faults_at(exampleton)] == [f"1: {said}"]


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="there the two are one")
@pytest.mark.parametrize(("one", "other"), [("Agreed.pdf", "agreed.pdf"), ("cw\u0302yn.docx", "c\u0175yn.docx")])
def test_two_names_that_some_systems_take_for_one_are_a_fault_of_a_council(one: str, other: str, exampleton: Path):
    for name in (one, other):
        (exampleton / name).write_text(name, "utf-8")
    said = f"1: Windows or macOS takes this name and '{one}' for one; rename one of the two, or delete it"
    assert [_told(problem, with_name=False) for problem in faults_at(exampleton)] == [said]


@pytest.mark.parametrize("name", ["con", "com3"])
def test_a_council_is_not_named_like_a_device_of_windows(name: str, exampleton: Path):
    said = f"1: Windows can hold no file or folder named '{name}'; choose another name"
    folder = exampleton.rename(exampleton.with_name(name))
    assert [_told(problem, with_name=False) for problem in faults_at(folder)] == [said]
    begun = CliRunner().invoke(main, ["--project", str(ROOT), "new", name])
    assert said in begun.stderr


@pytest.mark.parametrize("name", ["conwy", "auxiliary", "com", "com10", "nullarbor", "con-wy", "prn2019.pdf"])
def test_other_names_stand_on_every_system(name: str):
    assert held_by_every_system(name)


TOP = "title: A Protocol\nlanguage: en\nbody:\n"
LEVELS = "".join(f"{'  ' * level}- heading: Part\n{'  ' * level}  items:\n" for level in range(30))
TOO_LARGE = "the file has 2,000,001 bytes; at most 2,000,000 are read; divide it or take out what is not protocol"
TOO_DEEP = "nested more than 40 levels deep; bring the provisions nearer to the top"
MADE = {
    "too large": (SOUND.ljust(2_000_001, "#"), f"1: {TOO_LARGE}"),
    "provisions in provisions without end": (TOP + LEVELS, f"42: {TOO_DEEP}"),
    "a source of a longer name than a disk can hold": (
        SOUND + f"source: {{file: {'x' * 300}.txt}}\n",
        f"13: the source '{'x' * 300}.txt' is no ordinary file; put the document itself there, no link",
    ),
    "nothing but brackets": ("[" * 100_000, f"1: {TOO_DEEP}"),
}


@pytest.mark.parametrize("name", MADE)
def test_a_file_past_all_measure_is_refused(name: str, exampleton: Path):
    text, expected = MADE[name]
    (exampleton / "undated.yml").write_text(text, "utf-8")
    council, problems = load_council(exampleton, load_vocabulary(ROOT / "protocols" / "vocabulary"))
    assert council is None
    assert [_told(problem, with_name=False) for problem in problems] == [expected]


def test_a_fault_in_one_version_does_not_hide_those_of_its_neighbours(exampleton: Path):
    for name in ("tab.yml", "unknown-topic.yml", "bell.yml"):
        shutil.copyfile(FAULTS / name, exampleton / name)
    assert {problem.path.name for problem in faults_at(exampleton)} == {"tab.yml", "unknown-topic.yml", "bell.yml"}


LONG = "x" * 5_000
TOLD_SHORT = {
    "a topic": ("topic: mutual-respect", f"topic: {LONG}"),
    "a key": ("topic:", f"{LONG[:900]}:"),
    "a language": ("language: en", f"language: {LONG}"),
    "a date": ("language: en", f"language: en\nadopted: {LONG}"),
    "a value with brackets and quotation marks in it": ("language: en", "language: “" + "it's (not) “so”, " * 300),
    "several": ("topic: mutual-respect", f"topic: {LONG}, {LONG}"),
    "a tag": ("topic: mutual-respect", f"topic: !{LONG} mutual-respect"),
}


@pytest.mark.parametrize("language", ["en", "cy"])
@pytest.mark.parametrize("name", TOLD_SHORT)
def test_a_fault_repeats_no_more_of_a_value_than_tells_which_it_is(name: str, language: str, exampleton: Path):
    old, new = TOLD_SHORT[name]
    assert old in SOUND
    (exampleton / "undated.yml").write_text(SOUND.replace(old, new, 1), "utf-8")
    said = [str(told_in(problem, language)) for problem in faults_at(exampleton)]
    assert "…" in "".join(said) and max(map(len, said)) < 1_000, said


SUCCEEDED = {
    "by one that is not here": (
        ["ended: 2020\nsucceeded_by: otherto\n", ""],
        ["exampleton: succeeded by 'otherto', which is not here; did you mean 'otherton'?"],
    ),
    "by itself": (
        ["ended: 2020\nsucceeded_by: exampleton\n", ""],
        [
            "exampleton: succeeded by 'exampleton', and so in the end by itself; "
            "take it out of the council that is there today"
        ],
    ),
    "by each other": (
        ["ended: 2020\nsucceeded_by: otherton\n", "ended: 2021\nsucceeded_by: exampleton\n"],
        [
            "exampleton: succeeded by 'otherton', and so in the end by itself; "
            "take it out of the council that is there today",
            "otherton: succeeded by 'exampleton', and so in the end by itself; "
            "take it out of the council that is there today",
        ],
    ),
    "by one that had its name": (
        ["ended: 2020\nsucceeded_by: otherton\n", "formerly: exampleton\n"],
        ["otherton: was formerly 'exampleton', which is or was another council's name; keep it for one of the two"],
    ),
    "by one that is said to have had its own name": (
        ["ended: 2020\nsucceeded_by: otherton\n", "formerly: [otherton, oldton, oldton]\n"],
        [
            f"otherton: was formerly '{name}', which is the council's name today or stands here twice; "
            "write the name that the folder had, or take it out"
            for name in ("oldton", "otherton")
        ],
    ),
    "by one that has another name now": (
        ["ended: 2020\nsucceeded_by: hen-dref\n", "formerly: hen-dref\n"],
        ["exampleton: succeeded by 'hen-dref', which is not here; did you mean 'otherton'?"],
    ),
    "and has not ended": (
        ["succeeded_by: otherton\n", ""],
        [
            "exampleton: 'succeeded_by' without 'ended', so nothing is said of it; "
            "write into 'ended' when the council ended, or take it out"
        ],
    ),
    "by another": (["ended: 2020\nsucceeded_by: otherton\n", "formerly: oldton\n"], []),
}


@pytest.mark.parametrize("name", SUCCEEDED)
def test_no_council_is_succeeded_by_nobody_or_itself(name: str, exampleton: Path):
    facts, said = SUCCEEDED[name]
    shutil.copytree(exampleton, exampleton.with_name("otherton"))
    for folder, more in zip(("exampleton", "otherton"), facts, strict=True):
        (exampleton.with_name(folder) / "council.yml").write_text(COUNCIL + more, "utf-8")
    found = faults_at(exampleton.parent)
    assert [f"{one.path.parent.name}: {one.what}; {one.remedy}" for one in sorted(found)] == said


def test_a_council_that_has_only_a_draft_succeeds_nobody_yet(exampleton: Path):
    new = exampleton.with_name("exampletons")
    shutil.copytree(exampleton, new)
    (new / "undated.yml").rename(new / "draft.yml")
    ended = COUNCIL + "ended: 2020\nsucceeded_by: "
    (exampleton / "council.yml").write_text(f"{ended}exampletons\n", "utf-8")
    (fault,) = faults_at(exampleton.parent)
    assert fault.what == "succeeded by 'exampletons', which has no adopted document here"
    (exampleton / "council.yml").write_text(f"{ended}exampletown\n", "utf-8")
    assert "did you mean" not in str(faults_at(exampleton.parent)), "it would be succeeded by itself"


LINKED = {
    "a council's": ("otherton", "exampleton"),
    "a council's, out of the protocols": ("otherton", "/usr"),
    "a document's": ("exampleton/conduct", "../otherton"),
    "a document's, in a circle": ("exampleton/conduct", ".."),
    "a document's, to itself": ("exampleton/conduct", "."),
}


@pytest.mark.parametrize("name", LINKED)
def test_a_folder_that_is_elsewhere_is_refused(name: str, exampleton: Path):
    place, target = LINKED[name]
    (exampleton.parent / place).symlink_to(target)
    (exampleton.parent / "otherton").mkdir() if target == "../otherton" else None
    found = [fault for fault in faults_at(exampleton.parent) if fault.path.parent.name != "otherton"]
    assert [(fault.path, fault.what) for fault in found] == [(exampleton.parent / place, "this folder is a link")]


@pytest.mark.parametrize("name", ["council.yml", "undated.yml", "undated.cy.yml", "conduct/undated.yml", "draft.yml"])
@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_file_that_is_elsewhere_is_refused(name: str, language: str, exampleton: Path, tmp_path: Path):
    """What it leads to may be any file of the machine on which the site is built."""
    place = exampleton / name
    place.parent.mkdir(exist_ok=True)
    place.unlink(missing_ok=True)
    (tmp_path / "secret").write_text(SOUND, "utf-8")
    place.symlink_to(tmp_path / "secret")
    (fault,) = faults_at(exampleton)
    says = {
        "en": "this file is a link; put the file itself there",
        "cy": "dolen yw'r ffeil hon; rhowch y ffeil ei hun yno",
    }
    assert str(told_in(fault, language)).endswith(f"/{name}:1: {says[language]}")


@pytest.mark.parametrize("is_link", [False, True])
def test_accepted_words_that_cannot_be_read_are_not_passed_over(exampleton: Path, is_link: bool):
    words = exampleton.with_name("vocabulary") / "words.yml"
    words.unlink()
    words.symlink_to("nowhere.yml") if is_link else words.mkdir()
    why = "no such file or directory" if is_link else "is a directory"
    (fault,) = faults_at(exampleton.parent)
    assert (fault.path.name, fault.what) == ("words.yml", f"the file cannot be read ({why})")

"""What the check command tells of the paths that it is given, and what it does not pass."""

import os
import re
import shutil
import socket
import subprocess
from contextlib import chdir
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from tests.conftest import FIVE, ROOT, program
from tests.exampleton import COUNCIL, EXPECTED, FAULTS, SOUND, faults_at


def check(*paths: str | Path, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """What the console has of the check, as a process of its own."""
    done = subprocess.run([program("protocolau"), "check", *paths], cwd=cwd, capture_output=True, text=True)
    assert "Traceback" not in done.stdout + done.stderr
    return done


def checked(*paths: str | Path, cwd: Path = ROOT) -> tuple[int, str, str]:
    """What the check ends with and says, in this process: its start alone takes a second."""
    with chdir(cwd):
        done = CliRunner().invoke(main, ["check", *map(str, paths)])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.stdout, done.stderr


def test_the_command_finds_no_fault_in_the_real_protocols():
    done = check()
    assert (done.returncode, done.stderr) == (0, "") and "no fault found" in done.stdout
    assert checked(*(ROOT / "protocols" / slug for slug in FIVE)) == (0, "no fault found\n", "")
    for path in (".", ROOT):
        assert checked(path) == (0, "no fault found\n", "")


def test_the_command_tells_faults_to_the_console_and_ends_with_1(exampleton: Path):
    shutil.copyfile(FAULTS / "unknown-topic.yml", exampleton / "undated.yml")
    done = check("exampleton", cwd=exampleton.parent)
    assert (done.returncode, done.stdout, done.stderr) == checked("exampleton", cwd=exampleton.parent)
    assert done.returncode == 1


def test_the_command_tells_each_fault_by_its_path_from_here_and_line_and_ends_with_1(exampleton: Path):
    shutil.copyfile(FAULTS / "unknown-topic.yml", exampleton / "undated.yml")
    expected = [f"exampleton/undated.yml:{line}" for line in EXPECTED["unknown-topic.yml"]["says"]]
    for path in ("exampleton", "exampleton/undated.yml", ".", "./exampleton/"):
        code, said, count = checked(path, cwd=exampleton.parent)
        assert (code, said.splitlines(), count) == (1, expected, "faults: 2\n"), path


def test_the_command_works_from_inside_a_council_folder(exampleton: Path):
    for path in (".", "undated.yml", "../exampleton"):
        assert checked(path, cwd=exampleton)[0] == 0, path
    shutil.copyfile(FAULTS / "unknown-party.yml", exampleton / "undated.yml")
    assert checked(".", cwd=exampleton)[1].startswith("undated.yml:5: unknown party 'member'; ")


def test_the_command_tells_every_fault_in_order_whatever_is_asked_for_twice(exampleton: Path):
    shutil.copyfile(FAULTS / "dreadful.yml", exampleton / "undated.yml")
    lines = checked("exampleton", "exampleton/undated.yml", cwd=exampleton.parent)[1].splitlines()
    assert lines == [f"exampleton/undated.yml:{line}" for line in EXPECTED["dreadful.yml"]["says"]]
    numbers = [int(re.match(r"exampleton/undated\.yml:(\d+): ", line)[1]) for line in lines]
    assert numbers == sorted(numbers) and len(numbers) > 20


def test_the_command_tells_of_the_file_asked_for_alone(exampleton: Path):
    shutil.copyfile(FAULTS / "tab.yml", exampleton / "2019-09-25.yml")
    assert checked("exampleton/undated.yml", cwd=exampleton.parent)[0] == 0
    assert checked("exampleton", cwd=exampleton.parent)[0] == 1


def test_the_command_tells_of_a_fault_in_the_vocabulary_whichever_council_is_asked_for(exampleton: Path):
    shutil.copyfile(FAULTS / "topic-in-two-groups.yml", exampleton.parent / "vocabulary" / "topics.yml")
    expected = f"vocabulary/topics.yml:{EXPECTED['topic-in-two-groups.yml']['says'][0]}\n"
    for path in ("exampleton", "exampleton/undated.yml", "vocabulary", "."):
        assert checked(path, cwd=exampleton.parent)[:2] == (1, expected), path


NOT_THERE = {
    "protocols/nowhere": "protocols/nowhere:1: there is nothing at this path; check its name\n",
    "x" * 300: f"{'x' * 300}:1: there is nothing at this path; check its name\n",
    "protocols/barrow/2019-07-16.txt":
        "protocols/barrow/2019-07-16.txt:1: this is not a .yml file; name a .yml file or a folder\n",
}  # fmt: skip


@pytest.mark.parametrize("path", NOT_THERE, ids=lambda path: path[:40])
def test_the_command_does_not_pass_what_it_cannot_check(path: str):
    assert checked(path)[:2] == (1, NOT_THERE[path])


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="has no devices among its files")
def test_the_command_does_not_pass_a_device_a_pipe_or_a_socket(tmp_path: Path):
    os.mkfifo(tmp_path / "pipe")
    with socket.socket(socket.AF_UNIX) as made, chdir(tmp_path):
        made.bind("socket")
    for path in ("/dev/zero", "pipe", "socket"):
        said = f"{path}:1: this is not a .yml file; name a .yml file or a folder\n"
        assert checked(path, cwd=tmp_path)[:2] == (1, said)


def test_the_command_does_not_pass_a_folder_without_protocols(tmp_path: Path):
    said = "1: there is no vocabulary to judge it by; name the project with --project"
    assert checked(".", cwd=tmp_path)[:2] == (1, f".:{said}\n")
    (tmp_path / "empty").mkdir()
    _, said, _ = checked(tmp_path / "empty")
    assert "1: there is no protocol in this folder; name a council's folder, or one of councils" in said


def test_a_folder_beside_the_vocabulary_is_judged_as_a_council_s_though_no_file_in_it_has_its_right_name(
    tmp_path: Path,
):
    shutil.copytree(ROOT / "protocols" / "vocabulary", tmp_path / "vocabulary")
    council = tmp_path / "exampleton"
    (council / "conduct").mkdir(parents=True)
    (council / "council.yml.txt").write_text(COUNCIL, "utf-8")
    (council / "conduct" / "undated.yml").write_text(SOUND, "utf-8")
    for path in (council, council / "conduct"):
        missing, unread = faults_at(path)
        assert missing.path == council / "council.yml" and missing.what.startswith("there is no council.yml")
        assert (unread.path.name, unread.remedy) == ("council.yml.txt", "rename it to council.yml")


@pytest.mark.parametrize("path", ["docs", "protocols/schema"])
def test_folders_in_which_nothing_is_a_protocol_are_not_taken_for_councils(path: str):
    (fault,) = faults_at(ROOT / path)
    assert (fault.path, fault.what) == (ROOT / path, "there is no protocol in this folder")


def test_the_folder_of_a_document_is_judged_with_its_council(exampleton: Path):
    (exampleton / "conduct").mkdir()
    (exampleton / "conduct" / "undated.yml").write_text(SOUND, "utf-8")
    assert faults_at(exampleton / "conduct") == []


def test_the_command_tells_of_a_file_whose_name_is_no_text(exampleton: Path):
    shutil.copyfile(FAULTS / "tab.yml", bytes(exampleton) + b"/caf\xe9.yml")
    assert check(str(exampleton)).stdout.endswith(
        "exampleton/caf\ufffd.yml:4: a tab where spaces belong; write spaces in its place\n"
    )


@pytest.mark.parametrize(
    "name", ["a\nb", "a\r\n::error::b", "a\tb", "\x1b[31ma", "a\x07", "\u202ea", "a\u200bb", "a\u2028b", "a\x85b"]
)
def test_whatever_a_folder_is_called_its_fault_is_one_line_that_no_screen_obeys(exampleton: Path, name: str):
    (exampleton / name).mkdir()
    (fault,) = faults_at(exampleton)
    assert str(fault).isprintable()
    said = checked(exampleton)[1].removesuffix("\n")
    assert said.isprintable() and said.endswith("name it for one of: local-resolution, conduct, other"), said

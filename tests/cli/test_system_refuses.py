"""What a real system refuses: a full disk, a closed output, no permission, a folder that is gone.

As root, permissions bind only a process without root's capabilities; `setpriv`, part of every Linux, starts one.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import program, project_of

LIMITED = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
PRINTING = [
    ["check"],
    ["translation", "status"],
    ["export", "halewood", "--format", "txt"],
    ["--help"],
    ["check", "--help"],
]

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or (bool(LIMITED) and not shutil.which("setpriv")),
    reason="needs /dev/full, and permissions that bind",
)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    return project_of("halewood", tmp_path_factory.mktemp("refused") / "project")


def run(project: Path, *arguments: str, limited: bool = False, **options: object) -> subprocess.CompletedProcess[str]:
    command = [*(LIMITED if limited else []), program("protocolau"), *arguments]
    options = {"stdout": subprocess.PIPE, "cwd": project, **options}
    return subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, **options)


@pytest.mark.parametrize("command", PRINTING, ids=" ".join)
def test_an_output_on_a_full_disk_ends_with_a_line(project: Path, command: list[str]):
    with open("/dev/full", "w") as full:
        done = run(project, *command, stdout=full)
    assert (done.returncode, done.stderr) == (1, "Error: no space left on device; mend this and try again\n")


@pytest.mark.parametrize("command", PRINTING, ids=" ".join)
def test_an_output_that_nobody_reads_ends_in_silence(project: Path, command: list[str]):
    read, write = os.pipe()
    os.close(read)
    try:
        done = run(project, *command, stdout=write)
    finally:
        os.close(write)
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("command", "closed", "status", "said"),
    [
        ("check", ">&-", 0, ""),
        ("export halewood --format txt --output -", ">&- 2>&- <&-", 0, ""),
        ("--help", ">&-", 0, ""),
        ("new bala", "<&-", 1, "its facts are not all given"),
    ],
)
def test_a_job_without_input_or_output_is_done_all_the_same(
    project: Path, command: str, closed: str, status: int, said: str
):
    shell = ["sh", "-c", f'"$0" {command} {closed}', program("protocolau")]
    done = subprocess.run(shell, cwd=project, capture_output=True, text=True)
    assert done.returncode == status and said in done.stderr and "Traceback" not in done.stderr, done.stderr


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_folder_that_is_gone_ends_with_a_line(tmp_path: Path, command: str):
    (tmp_path / "gone").mkdir()
    script = f'cd gone && rmdir ../gone && exec "$0" {command}'
    done = subprocess.run(
        ["sh", "-c", script, program("protocolau")], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (1, "Error: no such file or directory; mend this and try again\n")


WRITING = {
    "a new council": ["new", "llanffug", "--name", "A", "--name-cy", "A", "--kind", "town", "--nation", "wales"],
    "a version": ["adopt", "halewood", "2026-01-01"],
    "a file to take away": ["export", "halewood", "--format", "txt", "--output", "protocols/halewood/halewood.txt"],
    "the site": ["build"],
}


@pytest.mark.parametrize("name", WRITING)
def test_without_permission_to_write_a_command_ends_with_a_line_and_leaves_nothing(tmp_path: Path, name: str):
    project = project_of("halewood", tmp_path / "project")
    folders = [project / "protocols" / "halewood", project / "protocols", project]
    before = sorted(project.rglob("*"))
    for folder in folders:
        folder.chmod(0o500)
    try:
        done = run(project, *WRITING[name], limited=True)
    finally:
        for folder in folders:
            folder.chmod(0o755)
    assert done.returncode != 0 and "Traceback" not in done.stderr
    assert "permission denied" in done.stderr.splitlines()[-1] and ".new" not in done.stderr
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize("path", ["protocols/halewood/council.yml", "protocols/halewood/2022-07-12.cy.yml"])
def test_without_permission_to_read_the_file_is_named(tmp_path: Path, path: str):
    project = project_of("halewood", tmp_path / "project")
    (project / path).chmod(0)
    done = run(project, "check", limited=True)
    assert done.returncode == 1 and "Traceback" not in done.stderr
    assert f"{path}:1: the file cannot be read (permission denied); check its name and its permissions" in done.stdout


def test_a_disk_that_fills_leaves_no_part_of_a_new_council(tmp_path: Path):
    project = project_of("halewood", tmp_path / "project")
    before = sorted((project / "protocols").rglob("*"))
    resource = pytest.importorskip("resource")
    room = 4_000  # bytes of a file: enough for the facts of the council, and not for its draft
    limits = (resource.RLIMIT_FSIZE, (room, room))
    done = run(project, *WRITING["a new council"], preexec_fn=lambda: resource.setrlimit(*limits))
    assert done.returncode == 1 and len(done.stderr.splitlines()) == 1
    assert re.search(r"^Error: \S*protocols/\S+: file too large; mend this and try again$", done.stderr), done.stderr
    assert sorted((project / "protocols").rglob("*")) == before


def test_a_disk_that_fills_leaves_no_part_of_a_next_version(tmp_path: Path):
    project = project_of("halewood", tmp_path / "project")
    folder = project / "protocols/halewood"
    before = sorted(folder.iterdir())
    resource = pytest.importorskip("resource")
    room = 30_000  # bytes of a file: enough for the protocol, and not for its source
    source = folder / "2022-07-12.txt"
    source.write_bytes(source.read_bytes() + b"\n" * room)
    limits = (resource.RLIMIT_FSIZE, (room, room))
    done = run(project, "adopt", "halewood", "2027-05-01", preexec_fn=lambda: resource.setrlimit(*limits))
    assert done.returncode == 1 and done.stderr.endswith("2027-05-01.txt: file too large; mend this and try again\n")
    assert sorted(folder.iterdir()) == before


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (["build"], r"\S*/\.exports/\S+"),
        (["translation", "export", "--council", "halewood", "--format", "xlsx"], r"/\S+"),
    ],
    ids=["a build", "a workbook"],
)
def test_a_disk_that_fills_meanwhile_is_told_in_one_line_that_says_which(project: Path, command: list[str], place: str):
    resource = pytest.importorskip("resource")
    limits = (resource.RLIMIT_FSIZE, (4_000, 4_000))
    done = run(project, *command, preexec_fn=lambda: resource.setrlimit(*limits))
    assert done.returncode == 1 and re.search(rf"{place}: file too large; ", done.stderr.splitlines()[-1]), done.stderr
    assert "Traceback" not in done.stderr


BROKEN_OFF = """
import sys

class Finder:
    def find_spec(self, name, *_):
        if name == "click":
            raise KeyboardInterrupt

sys.meta_path.insert(0, Finder())
from protocolau.cli.begin import main
main()
"""


def test_a_command_that_is_broken_off_while_it_is_loaded_shows_no_traceback():
    done = subprocess.run([sys.executable, "-c", BROKEN_OFF], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "\n")

"""Where the system refuses, a command ends with a line, and no file is half written, lost or left over."""

import errno
import os
import shlex
import subprocess
import threading
from pathlib import Path

import polib
import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import load_vocabulary
from protocolau.runtime import files
from protocolau.runtime.files import folder_held, write_whole
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from tests.conftest import ROOT, copy_project, program
from tests.statement_files import FACTS

MANY = 6


@pytest.fixture
def version(tmp_path: Path):
    folder = tmp_path / "exampleton"
    folder.mkdir()
    (folder / "council.yml").write_text(FACTS, "utf-8")
    body = "".join(f'  - {{number: "{number}", text: Words {number}.}}\n' for number in range(1, MANY + 1))
    (folder / "undated.yml").write_text(f"title: A Protocol\nlanguage: en\nbody:\n{body}", "utf-8")
    council, problems = load_council(folder, load_vocabulary(ROOT / "protocols" / "vocabulary"))
    assert problems == []
    return council.versions[0]


@pytest.mark.parametrize("address", ["x", "127.0.0.1", ":8000", "localhost:80x", "1.2.3.4:0", "1.2.3.4:65536", "a:1"])
def test_a_preview_is_not_begun_where_nothing_can_listen(address: str):
    done = CliRunner().invoke(main, ["--project", str(ROOT), "serve", "--address", address])
    assert done.exit_code == 2
    assert done.output.endswith(
        f"Error: '{address}' is no HOST:PORT; write localhost or an IP address, and a port from 1 to 65535, "
        "such as 127.0.0.1:8001\n"
    )


@pytest.mark.parametrize(
    "command", ["check ''", "import '' --council x", "export halewood --format txt --output ''", "build --site-dir ''"]
)
def test_a_name_that_is_empty_is_none(command: str):
    """A script has it of a variable that is not set."""
    done = CliRunner().invoke(main, ["--project", str(ROOT), *shlex.split(command)])
    assert done.exit_code == 2 and done.output.endswith(": the name is empty.\n")


def test_no_file_is_written_where_a_folder_is_named(tmp_path: Path):
    done = CliRunner().invoke(
        main, ["--project", str(ROOT), *f"export conwy --format txt --output {tmp_path}/x/".split()]
    )
    assert done.exit_code == 2 and done.output.endswith(f"File '{tmp_path}/x/' is a directory.\n")
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "The URL isn't valid, it should include the http:// (scheme)"),
        ("cy", "Gwerth 'site_url' yn y ffurfweddiad: nid yw'r cyfeiriad yn iawn; dylai ddechrau â https://"),
    ],
)
def test_a_site_whose_address_lacks_its_beginning_is_refused_in_the_language(language: str, said: str, tmp_path: Path):
    command = [
        program("protocolau"),
        "--project",
        ROOT,
        "--language",
        language,
        "build",
        "--site-dir",
        tmp_path / "site",
    ]
    environ = {**os.environ, "SITE_URL": "protocols.llanffug.gov.uk"}
    done = subprocess.run(command, env=environ, capture_output=True, text=True)
    assert done.returncode == 1 and said in done.stderr


TAKEN = {
    "en": "address already in use; end the preview that runs there, or give another --address",
    "cy": "defnyddir y cyfeiriad hwn eisoes; caewch y rhagolwg sy'n rhedeg yno, neu rhowch --address arall",
}


@pytest.mark.parametrize("language", TAKEN)
def test_a_preview_where_another_runs_says_so_and_speaks_of_no_site(language: str, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EADDRINUSE, os.strerror(errno.EADDRINUSE))

    monkeypatch.setenv("PROTOCOLAU_LANGUAGE", language)  # which a preview sets, and would leave to other tests
    monkeypatch.setattr("protocolau.host.commands.mkdocs.main", refuse)
    done = CliRunner().invoke(main, ["--project", str(ROOT), "--language", language, "serve"])
    assert (done.exit_code, done.output) == (1, f"127.0.0.1:8000: {TAKEN[language]}\n")


REFUSALS = {
    "a full disk": (errno.ENOSPC, "no space left on device"),
    "a disk that can only be read": (errno.EROFS, "read-only file system"),
    "no permission": (errno.EACCES, "permission denied"),
}


@pytest.mark.parametrize("name", REFUSALS)
@pytest.mark.parametrize("step", ["fsync", "chmod"])
def test_a_file_that_cannot_be_written_is_as_it_was(name: str, step: str, tmp_path: Path, monkeypatch):
    number, _ = REFUSALS[name]

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    (tmp_path / "file").write_bytes(b"before")
    monkeypatch.setattr(files.os, step, refuse)
    with pytest.raises(OSError):
        write_whole(tmp_path / "file", b"after")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]
    assert (tmp_path / "file").read_bytes() == b"before"


@pytest.mark.parametrize("name", REFUSALS)
def test_a_command_that_is_refused_ends_with_a_line(name: str, tmp_path: Path, monkeypatch):
    number, why = REFUSALS[name]

    def refuse(*_: object) -> None:
        raise OSError(number, os.strerror(number), "schema/council.json")

    monkeypatch.setattr("protocolau.cli.schema.write_whole", refuse)
    done = CliRunner().invoke(main, ["--project", str(ROOT), "schema"])
    assert (done.exit_code, done.output) == (1, f"Error: schema/council.json: {why}; mend this and try again\n")


def test_a_save_broken_off_leaves_nothing(version, monkeypatch):
    def broken_off(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(files.os, "fsync", broken_off)
    before = sorted(version.path.parent.iterdir())
    with pytest.raises(KeyboardInterrupt):
        save(path_of(version, "cy"), version, "cy", [UnitChange("1", "Words 1.", "Geiriau 1.", "draft", None)])
    assert sorted(version.path.parent.iterdir()) == before


@pytest.mark.skipif(os.name != "posix", reason="folders that can be locked")
def test_what_several_save_at_once_is_all_kept(version):
    failures: list[Exception] = []

    def save_one(number: int) -> None:
        change = UnitChange(str(number), f"Words {number}.", f"Geiriau {number}.", "draft", None)
        try:
            save(path_of(version, "cy"), version, "cy", [change])
        except Exception as failure:
            failures.append(failure)

    threads = [threading.Thread(target=save_one, args=(number,)) for number in range(1, MANY + 1)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    saved = path_of(version, "cy").read_text("utf-8")
    assert all(f"Geiriau {number}." in saved for number in range(1, MANY + 1))


@pytest.mark.skipif(os.name != "posix", reason="folders that can be locked")
def test_files_taken_in_at_once_do_not_undo_one_another(tmp_path: Path):
    project = copy_project(tmp_path / "project")
    protocolau = [program("protocolau"), "--project", str(project), "translation"]
    sent = tmp_path / "sent.po"
    subprocess.run([*protocolau, "export", "--council", "barrow", "--output", sent], check=True)
    catalogue = polib.pofile(str(sent))
    chosen = [entry.msgctxt for entry in catalogue if entry.msgstr and not entry.obsolete][:3]
    importing = []
    for number, context in enumerate(chosen):
        returned = polib.pofile(str(sent))
        (entry,) = [one for one in returned if one.msgctxt == context]
        entry.msgstr = f"{entry.msgstr} Ail ddrafft {number}."
        returned.save(str(tmp_path / f"{number}.po"))
        importing.append(subprocess.Popen([*protocolau, "import", tmp_path / f"{number}.po"]))
    assert [one.wait() for one in importing] == [0, 0, 0]
    saved = (project / "protocols" / "barrow" / "2019-07-16.cy.yml").read_text("utf-8")
    assert [number for number in range(3) if f"Ail ddrafft {number}." not in saved] == []


@pytest.mark.skipif(os.name != "posix", reason="folders that can be locked")
def test_a_folder_that_is_held_is_waited_for(tmp_path: Path):
    done = threading.Event()

    def wait() -> None:
        with folder_held(tmp_path):
            done.set()

    with folder_held(tmp_path):
        waiting = threading.Thread(target=wait)
        waiting.start()
        assert not done.wait(0.2)
    waiting.join()
    assert done.is_set() and not list(tmp_path.iterdir())

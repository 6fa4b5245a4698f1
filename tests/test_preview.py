"""`make serve`: data pages as they are asked for, changes without a full build, faults without harm."""

import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request

import pytest

from tests.conftest import copy_project, program

PATIENCE = 30
"""Seconds after which something that ought to show is taken never to show."""


class Preview:
    """A running preview of a copy of the project."""

    def __init__(self, project, port: int):
        self.project, self.url = project, f"http://127.0.0.1:{port}/"

    def get(self, address: str) -> str:
        with urllib.request.urlopen(self.url + address, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def wait_for(self, address: str, text: str) -> str:
        """The page at an address once it holds a text."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                if text in (page := self.get(address)):
                    return page
            except OSError:
                pass
            time.sleep(0.05)
        raise AssertionError(f"{address} never showed {text!r}; the log says:\n{self.log()}")

    def log(self) -> str:
        return (self.project / "log").read_text()

    def change(self, path: str, old: str, new: str) -> None:
        file = self.project / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")

    def reword(self, version: str, old: str, new: str) -> None:
        """Changes a protocol and the source to whose words the check holds it."""
        for suffix in ("txt", "yml"):
            self.change(f"{version}.{suffix}", old, new)


@pytest.fixture(scope="module")
def preview(tmp_path_factory):
    project = copy_project(tmp_path_factory.mktemp("preview") / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}", "--watch-theme"]
    with (project / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log, env={**os.environ})
    preview = Preview(project, port)
    try:
        preview.wait_for("", "Council Protocols")
        yield preview
    finally:
        process.terminate()
        process.wait()


def test_every_kind_of_page_is_there_in_both_languages(preview):
    for address in ("", "councils/", "councils/conwy/", "councils/conwy/undated/", "topics/familiarity/", "about/"):
        for prefix in ("", "cy/"):
            assert "<h1" in preview.get(prefix + address)
    assert '"anchor":"8.6"' in preview.get("councils/conwy/protocol.json")


def test_a_file_to_take_away_is_made_when_it_is_asked_for_and_no_other(preview):
    assert preview.get("cy/councils/conwy/undated/protocol.txt").startswith("Cyngor Bwrdeistref Sirol Conwy\n")
    assert [path.suffix for path in preview.project.glob(".exports/??/*")] == [".txt"]


def test_a_missing_page_says_so(preview):
    with pytest.raises(urllib.error.HTTPError) as missing:
        preview.get("councils/nowhere/")
    assert missing.value.code == 404
    assert "There is no such page" in missing.value.read().decode()


def test_a_changed_clause_shows_without_building_the_prose_again(preview):
    before = preview.log().count("Building 'cy' documentation")
    preview.reword("protocols/conwy/undated", "The purpose of this Protocol", "The true purpose of this Protocol")
    assert "The true purpose of this Protocol" in preview.get("councils/conwy/")  # at once
    assert "The true purpose" in preview.get("topics/purpose/")
    assert preview.log().count("Building 'cy' documentation") == before


def test_a_translation_of_what_has_changed_is_shown_as_out_of_date(preview):
    preview.reword("protocols/barrow/2019-07-16", "Diversity should be", "Diversity must be")
    page = preview.wait_for("cy/councils/barrow/", "wedi dyddio")
    assert "notice translation stale" in page


def test_changed_prose_shows(preview):
    preview.change("docs/cy/about.md", "# ", "# Wedi newid: ")
    preview.wait_for("cy/about/", "Wedi newid")
    assert "<h1" in preview.get("councils/conwy/")


def test_a_fault_is_told_and_the_last_good_pages_stay(preview):
    good = (preview.project / "protocols/halewood/2022-07-12.yml").read_text("utf-8")
    preview.change("protocols/halewood/2022-07-12.yml", "language: en", "langauge: en")
    end = time.monotonic() + PATIENCE
    while "unknown key 'langauge'; did you mean 'language'?" not in preview.log():
        assert time.monotonic() < end, preview.log()
        time.sleep(0.05)
    assert "Halewood Town Council" in preview.get("councils/halewood/")
    assert "Traceback" not in preview.log()
    (preview.project / "protocols/halewood/2022-07-12.yml").write_text(good, "utf-8")


def test_a_council_taken_away_is_gone(preview):
    assert "Bursledon" in preview.get("councils/bursledon/")
    shutil.rmtree(preview.project / "protocols/bursledon")
    end = time.monotonic() + PATIENCE
    while "Bursledon Parish Council" in preview.get("councils/"):
        assert time.monotonic() < end
        time.sleep(0.05)
    with pytest.raises(urllib.error.HTTPError):
        preview.get("councils/bursledon/")

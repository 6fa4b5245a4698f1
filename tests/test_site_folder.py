"""The site is built alone, exchanged whole, and never lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from protocolau.publish import site_folder
from protocolau.publish.site_folder import SiteFolderFault, replaced_site


def write(folder: Path, words: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(words, "utf-8")


def leftovers(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir() if path.name not in (".site.lock", "site"))


@pytest.fixture(params=["in one step", "in two steps"])
def exchange(request, monkeypatch):
    """Both ways of putting a site in the place of another."""
    if request.param == "in two steps":
        monkeypatch.setattr(site_folder, "_exchanged", lambda one, other: False)


@pytest.mark.usefixtures("exchange")
def test_a_site_takes_the_place_of_the_last_one_and_leaves_nothing_beside_it(tmp_path):
    for words in ("first", "second"):
        with replaced_site(tmp_path / "site") as folder:
            write(folder, words)
        assert (tmp_path / "site/index.html").read_text() == words
        assert leftovers(tmp_path) == []


@pytest.mark.usefixtures("exchange")
def test_a_build_that_fails_leaves_the_last_site_as_it_was(tmp_path):
    write(tmp_path / "site", "good")
    with pytest.raises(ZeroDivisionError), replaced_site(tmp_path / "site") as folder:
        write(folder, "half")
        raise ZeroDivisionError
    assert (tmp_path / "site/index.html").read_text() == "good"
    assert leftovers(tmp_path) == []


def test_a_second_build_is_refused_while_the_first_is_under_way(tmp_path):
    with replaced_site(tmp_path / "site") as folder:
        write(folder, "first")
        under_way = pytest.raises(
            SiteFolderFault, match="another build of .*site is under way: wait until it has ended"
        )
        with under_way, replaced_site(tmp_path / "site"):
            raise AssertionError("two builds at once")
    assert (tmp_path / "site/index.html").read_text() == "first"


def test_a_build_killed_between_two_steps_loses_nothing(tmp_path):
    write(tmp_path / ".site-old", "good")
    write(tmp_path / ".site-new", "half")
    with pytest.raises(ZeroDivisionError), replaced_site(tmp_path / "site"):
        raise ZeroDivisionError
    assert (tmp_path / "site/index.html").read_text() == "good"
    assert leftovers(tmp_path) == []


BUILD_FOR_EVER = """
import sys, time
from pathlib import Path
from protocolau.publish.site_folder import replaced_site
with replaced_site(Path(sys.argv[1])) as folder:
    folder.mkdir()
    print("building", flush=True)
    time.sleep(600)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_a_killed_build_holds_no_lock_and_leaves_the_last_site(tmp_path):
    write(tmp_path / "site", "good")
    command = [sys.executable, "-c", BUILD_FOR_EVER, str(tmp_path / "site")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as build:
        assert build.stdout.readline() == "building\n"
        with pytest.raises(SiteFolderFault), replaced_site(tmp_path / "site"):
            raise AssertionError("two builds at once")
        build.send_signal(signal.SIGKILL)
    assert (tmp_path / "site/index.html").read_text() == "good"
    with replaced_site(tmp_path / "site") as folder:
        write(folder, "next")
    assert (tmp_path / "site/index.html").read_text() == "next"
    assert leftovers(tmp_path) == []

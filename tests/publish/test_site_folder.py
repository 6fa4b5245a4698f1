"""The site is built alone, exchanged whole, and never lost."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from protocolau.host import commands
from protocolau.publish import site_folder
from protocolau.publish.page_task import PageTask
from protocolau.publish.site_folder import SiteFolderFault, begin_with_last, replaced_site
from protocolau.publish.site_writer import SiteWriter
from protocolau.read.messages import in_welsh
from protocolau.render.page import Asset
from protocolau.runtime.project import Project

MARKS = ("404.html", "_headers")
"""Of every site; by them one is known."""


def write(folder: Path, words: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in (*MARKS, "index.html"):
        (folder / name).write_text(words, "utf-8")


def leftovers(folder: Path) -> list[str]:
    """What stands beside a site but for the one before it, with which the next build begins."""
    return sorted(path.name for path in folder.iterdir() if path.name not in (".site.lock", "site", ".site-last"))


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


@pytest.mark.parametrize("made", ["thesis.txt", "mkdocs.yml", ".git", "404.html"])
def test_what_no_build_has_made_is_left_where_it_is(tmp_path, made):
    """A second build would have removed it for good: 'build --site-dir .' in a project took the project."""
    folder = tmp_path / "site"
    if made == ".git":
        write(folder, "good")  # a branch of its own, from which the site is published
    folder.mkdir(exist_ok=True)
    (folder / made).write_text("precious", "utf-8")
    for place in (folder, folder / made, folder / ".." / "site", Path("/")):
        remedy = "name a folder for the site alone"
        message = f"{place.resolve()} holds what no build has made, which would be lost: {remedy}"
        with pytest.raises(SiteFolderFault, match=message), replaced_site(place):
            raise AssertionError("it is built")
        assert in_welsh(message) != message
    assert (folder / made).read_text("utf-8") == "precious" and leftovers(tmp_path) == []


@pytest.mark.parametrize("place", ["protocols/site", "protocols/halewood/a/b", "docs/site", "docs/cy", "hooks/site"])
def test_a_site_is_not_built_among_what_it_is_made_of(tmp_path, capsys, monkeypatch, place):
    """The next check would have taken it for a council, and the next build for pages."""
    monkeypatch.setenv("PROTOCOLAU_LANGUAGE", "en")
    project = Project(tmp_path / "project")
    for folder in ("protocols", "docs", "hooks"):
        (project.root / folder).mkdir(parents=True)
    (tmp_path / "link").symlink_to(project.root)
    for root in (project.root, tmp_path / "link"):
        assert commands.build(project, root / place, "en") == 1
        message = f"{root / place} lies in {place.partition('/')[0]}/, of which the site is made: name a folder for"
        assert capsys.readouterr().err == f"{message} the site alone\n"
        assert in_welsh(f"{message} the site alone").endswith("enwch ffolder i'r wefan yn unig")
    assert not list(project.root.glob("*/*"))


@pytest.mark.usefixtures("exchange")
def test_a_site_behind_a_link_is_exchanged_where_it_is(tmp_path):
    (tmp_path / "served").mkdir()
    (tmp_path / "site").symlink_to(tmp_path / "served")
    for words in ("first", "second", "third"):
        with replaced_site(tmp_path / "site") as folder:
            write(folder, words)
        assert (tmp_path / "site").is_symlink()
        assert (tmp_path / "served/index.html").read_text() == words


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


# ---- what stands there already is not written again ----


def build(folder: Path, made: dict[str, bytes | Path], prose: str = "prose") -> dict[str, bytes]:
    """Build a site of a page that MkDocs writes and of files at paths; what is a path is kept there. Returns the site
    as it then stands."""
    task = PageTask((), lambda _: (Asset(path, content) for path, content in made.items()), languages=("en",))
    with replaced_site(folder / "site") as new:
        write(new / "prose", prose)
        for name in MARKS:
            (new / name).touch()
        SiteWriter({"en": None}, {}, new, standing=begin_with_last(new)).write_all([task])
    return files(folder / "site")


def files(site: Path) -> dict[str, bytes]:
    assert all(any(path.iterdir()) for path in site.rglob("*") if path.is_dir())
    found = (path for path in site.rglob("*") if path.is_file() and path.name not in MARKS)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def written(site: Path) -> dict[str, tuple[int, int]]:
    """What tells of each file of a site that it was written again."""
    found = [path for path in site.rglob("*") if path.is_file() and path.name not in MARKS]
    return {path.name: (path.stat().st_ino, path.stat().st_mtime_ns) for path in found}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    path = tmp_path / "kept"
    path.write_bytes(b"a page")
    return path


def test_a_site_that_begins_with_the_one_before_the_last_is_as_one_from_nothing(tmp_path, kept: Path):
    first = {"a/page": kept, "a/list": b"1", "b/c/gone": b"gone", "same": b"same"}
    for _ in range(2):
        build(tmp_path, first, "first")
    again = build(tmp_path, {"a/page": b"made", "a/list": b"2", "new/page": kept, "same": b"same"}, "second")
    prose = {"prose/index.html": b"second"}
    assert again == {**prose, "a/page": b"made", "a/list": b"2", "new/page": b"a page", "same": b"same"}
    assert kept.read_bytes() == b"a page"
    as_it_was = files(tmp_path / ".site-last")
    assert as_it_was == {"prose/index.html": b"first", **{**first, "a/page": b"a page"}}


def test_of_a_site_that_stands_only_what_has_changed_is_written(tmp_path, kept: Path):
    made = {"page": kept, "list": b"1", "same": b"same"}
    for _ in range(2):
        build(tmp_path, made)
    before = written(tmp_path / ".site-last")
    build(tmp_path, {**made, "list": b"2"})
    after = written(tmp_path / "site")
    assert {name for name in after if after[name] != before[name]} == {"list"}


def test_what_somebody_changed_in_a_site_does_not_come_back(tmp_path, kept: Path):
    made = {"page": kept, "list": b"1"}
    for _ in range(2):
        right = build(tmp_path, made)
        for path in [*(tmp_path / "site").iterdir()]:
            if path.is_file():
                path.unlink()
                path.write_bytes(b"by hand")
        (tmp_path / "site/more").write_bytes(b"by hand")
    assert build(tmp_path, made) == right


def test_files_take_the_place_of_folders_and_folders_that_of_files_and_no_link_is_followed(tmp_path, kept: Path):
    for _ in range(2):
        build(tmp_path, {"a": b"1", "b/c": kept, "b/d/e": b"2", "f": kept, "g": b"3", "prose/more": b"4"})
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (tmp_path / ".site-last/out").symlink_to(elsewhere)
    made = {"a/x/y": b"5", "b": b"6", "f/z": kept, "g/index.html/h": kept, "out/more": b"7"}
    assert build(tmp_path, made) == {
        "prose/index.html": b"prose",
        **{**made, "f/z": b"a page", "g/index.html/h": b"a page"},
    }
    assert list(elsewhere.iterdir()) == []

"""Work is shared between processors where they can be had, and done all the same where they cannot."""

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager

import pytest

from protocolau.runtime import parallel
from protocolau.runtime.files import stamp_of
from protocolau.runtime.parallel import ENOUGH, parallel_map
from protocolau.runtime.progress import EVERY, Progress
from protocolau.runtime.project import NoProject, Project, find_project

MANY = list(range(ENOUGH))
PATIENCE = 60
"""Seconds after which something will not happen any more."""


def total_and_process(items) -> tuple[int, int]:
    return sum(items), os.getpid()


def test_every_item_is_worked_on_once_by_several_processes(monkeypatch):
    monkeypatch.setattr(parallel, "_processors", lambda: 3)
    results = parallel_map(MANY, total_and_process)
    assert sum(total for _, (total, _) in results) == sum(MANY)
    assert sorted(item for items, _ in results for item in items) == MANY
    assert len({process for _, (_, process) in results}) > 1


def test_where_the_system_cannot_fork_all_is_done_in_this_process(monkeypatch):
    monkeypatch.setattr(parallel.sys, "platform", "win32")
    assert parallel_map(MANY, total_and_process) == [(MANY, (sum(MANY), os.getpid()))]


def test_little_work_is_not_shared():
    assert parallel_map(MANY[1:], total_and_process) == [(MANY[1:], (sum(MANY), os.getpid()))]
    assert parallel_map([], len) == [([], 0)]


def test_within_a_share_no_further_processes_are_begun(monkeypatch):
    monkeypatch.setattr(parallel, "_processors", lambda: 2)

    def shares_within(items) -> int:
        return len(parallel_map(MANY, total_and_process))

    assert [within for _, within in parallel_map(MANY, shares_within)] == [1, 1]
    assert len(parallel_map(MANY, total_and_process)) == 2, "afterwards work is shared as before"


def test_a_closure_can_be_shared_and_what_a_helper_raises_is_raised_here(monkeypatch):
    monkeypatch.setattr(parallel, "_processors", lambda: 2)
    refused, begun, is_refused = MANY[1], [], multiprocessing.Event()

    def refuse(items):
        for item in items:
            if item == refused:
                is_refused.set()
                raise ValueError(f"no to {refused}")
            begun.append(item)
            assert is_refused.wait(PATIENCE)
            time.sleep(0.05)

    with pytest.raises(ValueError, match="no to 1"):
        parallel_map(MANY, refuse)
    assert len(begun) < len(MANY) - 1, "nobody works on for nothing"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no helpers")
def test_a_helper_that_the_system_kills_is_told_of_as_too_little_memory(monkeypatch):
    first = os.getpid()
    monkeypatch.setattr("protocolau.runtime.parallel._processors", lambda: 2)

    def die(share):
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        return sum(share)

    with pytest.raises(OSError, match="(?i)cannot allocate memory"):
        parallel_map(MANY, die)


def test_who_is_quick_takes_more_and_tells_how_far_all_is(monkeypatch):
    monkeypatch.setattr(parallel, "_processors", lambda: 2)
    first, last, said, is_late = MANY[0], MANY[-1], [], multiprocessing.Event()

    def work(items):
        for item in Progress(said.append, clock=iter(range(0, 10**6, 20)).__next__).through(items, "it is done"):
            if item == first:
                assert is_late.wait(PATIENCE)
            elif item == last:
                is_late.set()
        return said

    (slow, _), (quick, told) = parallel_map(MANY, work)
    assert (slow, quick) == ([first], MANY[1:])
    assert told[0].startswith("1 %") and told[-1].startswith("100 %")


KILLED = """
import os, signal, time
from protocolau.runtime import parallel
parallel._processors = lambda: 2
begun = os.getpid()

def work(items):
    for item in items:
        if os.getpid() == begun and item:
            os.kill(begun, signal.SIGKILL)
        while os.getpid() != begun:
            time.sleep(1)

parallel.parallel_map(list(range(parallel.ENOUGH)), work)
"""


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there are no helpers")
def test_a_helper_ends_when_the_process_that_began_is_killed():
    ran = subprocess.run([sys.executable, "-c", KILLED], stdout=subprocess.PIPE, timeout=PATIENCE)
    assert ran.returncode == -signal.SIGKILL, "and its helper no longer holds what it writes to"


def test_a_project_is_found_from_any_folder_of_it(tmp_path):
    (tmp_path / "mkdocs.yml").touch()
    (tmp_path / "protocols/aber").mkdir(parents=True)
    for start in ("", "protocols", "protocols/aber"):
        assert find_project(tmp_path / start) == Project(tmp_path)


def test_outside_a_project_there_is_none(tmp_path):
    (tmp_path / "mkdocs.yml").touch()  # the configuration of something else
    with pytest.raises(NoProject, match="no project in .* or above it: a folder with mkdocs.yml and protocols/"):
        find_project(tmp_path)


def test_a_long_piece_of_work_says_how_far_it_is_and_a_short_one_nothing():
    now, said = 0.0, []  # a tenth of the time for each
    progress = Progress(said.append, lambda: now)
    for _ in progress.through(range(100), "the pages are written"):
        now += EVERY / 10
    assert said == [f"{done} % of the pages are written" for done in range(10, 101, 10)]


def test_a_file_that_is_taken_away_while_a_folder_is_looked_through_is_not_there(tmp_path, monkeypatch):
    (tmp_path / "stays.yml").write_text("stays")
    (tmp_path / "goes.yml").write_text("goes")
    (tmp_path / "folder").mkdir()
    stays, scan = stamp_of(tmp_path / "stays.yml"), os.scandir

    @contextmanager
    def taking_away(folder):
        with scan(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
            for entry in found:
                entry.is_file()
        (tmp_path / "goes.yml").unlink(missing_ok=True)
        if (tmp_path / "folder").exists():
            (tmp_path / "folder").rmdir()
        yield found

    monkeypatch.setattr(os, "scandir", taking_away)
    assert stamp_of(tmp_path) == stays
    assert stamp_of(tmp_path / "goes.yml") == ()

"""A test that stands still is ended and run once more, with all others; one that always does so has failed."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

ONCE = """
import time
from pathlib import Path

def test_first(): pass

def test_that_stands_still():
    if not Path("begun").exists():
        Path("begun").touch()
        time.sleep(600)

def test_last(): pass
"""
ALWAYS = ONCE.replace("not Path", "Path('.') or Path")


@pytest.mark.parametrize(
    ("tests", "status", "told"), [(ONCE, 0, "3 passed, 1 rerun"), (ALWAYS, 1, "1 failed, 1 passed, 1 rerun")]
)
def test_what_stands_still_is_run_once_more(tmp_path: Path, tests: str, status: int, told: str):
    (tmp_path / "conftest.py").write_text("from tests.standing_still import pytest_handlecrashitem\n")
    (tmp_path / "test_still.py").write_text(tests)
    ended = ["-o", "faulthandler_timeout=4", "-o", "faulthandler_exit_on_timeout=true", "--max-worker-restart", "1"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-n", "1", "--dist", "loadfile", "-p", "no:cacheprovider", *ended],
        cwd=tmp_path, env={"PYTHONPATH": str(ROOT)}, capture_output=True, text=True, timeout=600, check=False,
    )  # fmt: skip
    assert (done.returncode, told in done.stdout) == (status, True), done.stdout
    assert "in test_that_stands_still" in done.stderr, "it is told where it stood"

"""A test that stands still does not hold up all others for ever: its process is ended, and it is run once more.

What may stand still is not ours: a browser that no longer answers, a fork that finds a lock held. pytest tells where
every thread stands, and ends the process after `faulthandler_timeout`, as pyproject.toml has it. How long something
takes never decides a test, so the first time decides nothing; what stands still a second time has failed.
"""

import pytest

_ended: set[str] = set()
"""The tests whose process has been ended once."""


@pytest.hookimpl(optionalhook=True)
def pytest_handlecrashitem(crashitem: str, report: pytest.TestReport) -> None:
    """Count as a failure only what ends a process for the second time.

    xdist gives such a test to the next process by itself, until it has begun as many as `--max-worker-restart` says.
    """
    if crashitem not in _ended:
        _ended.add(crashitem)
        report.outcome = "rerun"  # type: ignore[assignment]

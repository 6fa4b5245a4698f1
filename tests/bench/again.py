"""A second build after one council has changed, and how soon a preview shows a changed clause."""

import os
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

from tests.bench.measure import ENVIRONMENT, Figures
from tests.bench.projects import build
from tests.conftest import program

CHANGED = Path("protocols/council-0003/undated.yml")
WORDS = "The purpose of this Protocol is"


def second_build(project: Path) -> tuple[Figures, int, int]:
    """Change a clause of a project that has been built, and build again: what it took, files written, files in all.

    It is built once more before, as it is: a site begins with the one before the last.
    """
    build(project)
    _say(project, "Changed for the second build.")
    started = time.time_ns()
    figures = build(project)
    written = [path.stat().st_mtime_ns >= started for path in (project / "site").rglob("*") if path.is_file()]
    return figures, sum(written), len(written)


def preview(project: Path) -> float:
    """Seconds from a changed clause to the page that shows it, through the server; the median of five."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (project / "log").open("w") as out:
        server = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, env={**os.environ, **ENVIRONMENT})
    try:
        return sorted(_shown_after(project, port, index) for index in range(5))[2]
    finally:
        server.terminate()
        server.wait()


def _shown_after(project: Path, port: int, index: int) -> float:
    url = f"http://127.0.0.1:{port}/councils/{CHANGED.parent.name}/"
    _until(url, "")
    time.sleep(1.3)  # so that the change is not taken for part of the last one
    start, mark = time.perf_counter(), f"Changed-{index}"
    _say(project, mark)
    _until(url, mark)
    return time.perf_counter() - start


def _say(project: Path, mark: str) -> None:
    """Put words of our own before a sentence of a council."""
    path = project / CHANGED
    old = path.read_text("utf-8")
    path.write_text(old.replace(WORDS, f"{mark} {WORDS}", 1), "utf-8")


def _until(url: str, text: str) -> None:
    for _ in range(3000):
        try:
            with urllib.request.urlopen(url) as answer:
                if text in answer.read().decode():
                    return
        except OSError:
            pass
        time.sleep(0.02)
    raise TimeoutError(f"{url} never showed {text!r}")

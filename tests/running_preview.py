"""A preview of a copy of the project that runs as `make serve` has it run."""

import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.conftest import program

PATIENCE = 30
"""Seconds after which something that ought to show is taken never to show."""


def ended(process: subprocess.Popen) -> None:
    """Ends a process that was asked to end, whether it does or not."""
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


class Preview:
    """A running preview of a copy of the project."""

    def __init__(self, project: Path, port: int):
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

    @property
    def reloads(self) -> int:
        """How often it has told browsers to load again."""
        return self.log().count("Reloading browsers")

    def wait_for_reload(self, after: int) -> None:
        """Wait until it has told browsers more than so many times to load again, and is at rest."""
        end = time.monotonic() + PATIENCE
        while self.reloads <= after or self.log().count("Detected file changes") > self.reloads:
            assert time.monotonic() < end, f"no page was to be loaded again; the log says:\n{self.log()}"
            time.sleep(0.05)

    def reword(self, version: str, old: str, new: str) -> None:
        """Changes a protocol and the source to whose words the check holds it."""
        for suffix in ("txt", "yml"):
            self.change(f"{version}.{suffix}", old, new)


@contextmanager
def running_preview(project: Path, option: str, address: str, text: str) -> Iterator[Preview]:
    """A preview with an option of MkDocs, from when a page holds a text until the context ends."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("mkdocs"), "serve", option, "--dev-addr", f"127.0.0.1:{port}"]
    with (project / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)
    preview = Preview(project, port)
    try:
        preview.wait_for(address, text)
        yield preview
    finally:
        process.terminate()
        ended(process)

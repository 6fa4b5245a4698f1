"""`make bench`: builds of generated sites beside the same pages as plain MkDocs; a changed clause in the preview.

Arguments: numbers of councils (5 50 250 1000), and `--no-plain` to leave the comparison out.
"""

import math
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from tests.bench import compare, plain, search
from tests.bench.generate import generate
from tests.bench.measure import ENVIRONMENT, Figures, run
from tests.conftest import program

ROOT = Path(__file__).parents[2]


def main() -> None:
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()] or [5, 50, 250, 1000]
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        real = build(ours(base / "real", None))
        print(f"the five real councils: {real.seconds:.2f} s, {real.megabytes:.0f} MB\n")
        print("councils   pages  seconds  pages/s     MB   plain s  plain MB  times faster")
        found = [(size, row(base, size, "--no-plain" not in sys.argv)) for size in sizes]
        for (small, first), (large, second) in zip(found, found[1:], strict=False):
            exponent = math.log(second.seconds / first.seconds) / math.log(large / small)
            print(f"growth from {small} to {large}: seconds ~ councils^{exponent:.2f}")
        for size in sizes[-2:]:
            print(f"a changed clause shows after {preview(base / str(size)):.2f} s at {size} councils")


def row(base: Path, size: int, with_plain: bool) -> Figures:
    project = ours(base / str(size), size)
    mine = build(project)
    pages = sum(1 for _ in (project / "site").rglob("index.html"))
    line = f"{size:8} {pages:7} {mine.seconds:8.2f} {pages / mine.seconds:8.0f} {mine.megabytes:6.0f}"
    if with_plain:
        other_project = base / f"plain-{size}"
        plain.write(project / "protocols", other_project)
        other = build(other_project)
        line += f" {other.seconds:9.1f} {other.megabytes:9.0f} {other.seconds / mine.seconds:13.1f}"
    print(line, flush=True)
    compare.report(project / "site")
    search.report(project)
    return mine


def build(project: Path) -> Figures:
    return run([program("mkdocs"), "build"], project, project / "log")


def ours(project: Path, councils: int | None) -> Path:
    """This project with a number of generated councils, or with its own."""
    project.mkdir()
    for name in ("mkdocs.yml", "docs", "hooks"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    if councils is None:
        shutil.copytree(ROOT / "protocols", project / "protocols")
    else:
        generate(ROOT / "protocols", project / "protocols", councils)
    return project


def preview(project: Path) -> float:
    """Seconds from a changed clause to the page that shows it, through the server; the median of five."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("mkdocs"), "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (project / "log").open("w") as out:
        server = subprocess.Popen(command, cwd=project, stdout=out, stderr=out, env={**os.environ, **ENVIRONMENT})
    try:
        return sorted(_change(project, port, index) for index in range(5))[2]
    finally:
        server.terminate()
        server.wait()


def _change(project: Path, port: int, index: int) -> float:
    path = project / "protocols/council-0003/undated.yml"
    url = f"http://127.0.0.1:{port}/councils/council-0003/"
    _until(url, "")
    time.sleep(1.3)  # so that the change is not taken for part of the last one
    mark = f"Changed-{index}"
    old = path.read_text("utf-8")
    start = time.perf_counter()
    path.write_text(
        old.replace("The purpose of this Protocol is", f"{mark} The purpose of this Protocol is", 1), "utf-8"
    )
    _until(url, mark)
    return time.perf_counter() - start


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


main()

"""`python -m tests.bench.many 10000`: a build of so many generated councils and nothing else, and what it took.

For numbers that are too large to build the peers beside them. It says every minute how far it is, and how much memory
all processes have. The folder, some 1.5 MB a council, is below TMPDIR, and is deleted at the end.
"""

import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from tests.bench import sizes
from tests.bench.measure import Figures, family_memory, run
from tests.bench.projects import build_command, copied_project

EVERY = 60
"""Seconds from one line to the next."""


def main(councils: int) -> None:
    """Build, and print."""
    with tempfile.TemporaryDirectory() as folder:
        project = copied_project(Path(folder) / "project", councils)
        print(f"{councils} councils are generated in {project}", flush=True)
        figures = run(build_command(project), project, project / "log", Watcher(project / "log"))
        print(_said(figures, councils), flush=True)
        print("\n".join(sizes.table(sizes.sizes(project / "site"), councils)))
        pages = sum(1 for _ in (project / "site").rglob("index.html"))
        kept = sum(path.stat().st_size for path in (project / ".exports").rglob("*") if path.is_file())
        print(f"{pages:,} pages; {kept / 1e6:,.0f} MB kept for the next build, in part the site's own files")


def _said(figures: Figures, councils: int) -> str:
    each = 1000 * figures.processor / councils
    return (
        f"{figures.seconds:.0f} s, of processors {figures.processor:.0f} s ({each:.0f} ms a council), "
        f"{figures.megabytes:.0f} MB of memory in all processes (goal: 2,000)"
    )


class Watcher:
    """Prints now and then the memory of a process and all that it started, and the last line that it wrote."""

    def __init__(self, log: Path):
        self._log, self._start, self._next = log, time.monotonic(), time.monotonic() + EVERY

    def __call__(self, pid: int) -> None:
        """Print a line where it is time."""
        if time.monotonic() >= self._next:
            self._next += EVERY
            last = next(reversed(list(_lines(self._log))), "")
            minutes = (time.monotonic() - self._start) / 60
            print(f"{minutes:6.1f} min {family_memory(pid):6.0f} MB  {last}", flush=True)


def _lines(log: Path) -> Iterator[str]:
    yield from (line.strip() for line in log.read_text("utf-8", "replace").splitlines() if line.strip())


if __name__ == "__main__":
    main(int(sys.argv[1]))

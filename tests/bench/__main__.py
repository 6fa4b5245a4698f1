"""`make bench`: all that is measured of builds, sizes and a reader's browser, each beside its goal.

Arguments: numbers of councils (5 250 1000 where none is given); `--pairs 3` runs ours and the peers so often in turn;
`--plain` builds plain mkdocs-material too, which takes minutes; `--no-peers` and `--no-browser` leave those out.
"""

import argparse
import math
import os
import platform
import tempfile
from pathlib import Path
from statistics import median

from tests.bench import again, compare, exports, peers, plain, search, sizes
from tests.bench.measure import Figures
from tests.bench.projects import build, build_plainly, check, copied_project, files_left_out

EXPORTED = 20
"""Councils whose files to take away are made, to be timed apart."""


def main() -> None:
    """Measure, and print."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        base = Path(folder)
        print(_machine())
        real = build(copied_project(base / "real", None))
        print(f"the real councils, from nothing: {real}\n", flush=True)
        found = [(size, _one_size(base, size, asked)) for size in asked.councils]
        for (small, first), (large, second) in zip(found, found[1:], strict=False):
            exponent = math.log(second.processor / first.processor) / math.log(large / small)
            print(f"growth from {small} to {large}: processor seconds ~ councils^{exponent:.2f} (goal: at most 1)")
    print(f"\nfiles to take away, of {EXPORTED} councils:")
    exports.measure(EXPORTED)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("councils", nargs="*", type=int, default=[5, 250, 1000])
    parser.add_argument("--pairs", type=int, default=1)
    parser.add_argument("--plain", action="store_true")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--no-browser", action="store_true")
    asked = parser.parse_args()
    if not asked.no_peers and not peers.has_peers():
        print("Hugo and Pagefind are not installed, and are left out (make bench installs them)")
        asked.no_peers = True
    return asked


def _machine() -> str:
    """What it was measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"Python {platform.python_version()}, {os.cpu_count()} processors {model}, load before {load}"


def _one_size(base: Path, size: int, asked: argparse.Namespace) -> Figures:
    """Everything about a number of councils. Returns what the build took."""
    project = copied_project(base / str(size), size)
    print(f"--- {size} councils ---")
    mine = _beside_peers(base, project, size, asked)
    pages = sum(1 for _ in (project / "site").rglob("index.html"))
    print(f"{pages} pages, {pages / mine.seconds:.0f} a second (goal of memory: 2,000 MB)")
    print("\n".join(sizes.table(sizes.sizes(project / "site"), size)), flush=True)
    if not asked.no_browser:
        compare.report(project / "site")
        search.report(project)
    print(f"protocolau check: {check(project)}", flush=True)
    if size > len(again.CHANGED.parts):
        figures, written, of_all = again.second_build(project)
        print(f"again, one council changed: {figures}; {written} of {of_all} files written (goal: 5 s at 1,000)")
        print(f"a changed clause is seen in the preview after {again.preview(project):.2f} s (goal: 0.3 s at 1,000)")
    print(flush=True)
    return mine


def _beside_peers(base: Path, project: Path, size: int, asked: argparse.Namespace) -> Figures:
    """Build from nothing, in turn with the peers. Returns the run of ours with the median time.

    The peers make nothing to take away. What of ours stands beside theirs is therefore the building of pages, search
    and comparison alone; the whole is timed, too.
    """
    runs = [_afresh(project)]
    print(f"ours: {runs[0]}", flush=True)
    if not asked.no_peers:
        other = base / f"hugo-{size}"
        peers.write_hugo(project / "protocols", project / "site", other)
        ratios = []
        for _ in range(asked.pairs):
            hugo, pagefind = peers.hugo(other), peers.pagefind(other)
            print(f"Hugo: {hugo}; Pagefind over it: {pagefind}", flush=True)
            with files_left_out(project):
                pages = _afresh(project)
            print(f"ours, without small files to take away: {pages}", flush=True)
            runs.append(_afresh(project))
            print(f"ours: {runs[-1]}", flush=True)
            ratios.append((pages.seconds / (hugo.seconds + pagefind.seconds), pages.seconds / hugo.seconds))
        both, alone = (median(one) for one in zip(*ratios, strict=True))
        print(f"{both:.2f} of Hugo with Pagefind (goal 0.67), {alone:.2f} of Hugo alone (aim 1), without those files")
    if asked.plain:
        plain.write(project / "protocols", base / f"plain-{size}")
        print(f"plain mkdocs-material: {build_plainly(base / f'plain-{size}')}", flush=True)
    return sorted(runs, key=lambda one: one.seconds)[len(runs) // 2]


def _afresh(project: Path) -> Figures:
    """Build with nothing kept of an earlier build."""
    for kept in (project / "site", project / ".site-last", project / ".exports"):
        if kept.exists():
            kept.rename(kept.with_name(f"{kept.name}-before-{len(list(project.iterdir()))}"))
    return build(project)


if __name__ == "__main__":
    main()

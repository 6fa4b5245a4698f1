"""The index of the search alone, without the pages: `python -m tests.bench.index 5 250 1000 10000`.

For each number of councils, what it costs to make (seconds, and the most memory that the process has had), and what a
query fetches: the first with the scripts, the next three without. Bytes are those that travel, as they lie on the disk
and as a host that packs text sends them. A line for each language.
"""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from protocolau.publish.modules import joined
from protocolau.publish.scripts import published
from protocolau.repository.repository import ProtocolRepository
from protocolau.search.files import search_files
from tests.bench.generate import generate
from tests.bench.search import QUERIES, Fetched
from tests.conftest import BROWSER_FLAGS, ROOT, chromium, served
from tests.rendering import render_context

ASK = """async ([path, query]) => {
    globalThis.asked ??= (await import(path)).search(location.href);
    return (await globalThis.asked.find(query, { most: 10 })).results.length;
}"""
ENGINE = "engine.js"


def main() -> None:
    """Measure every number of councils that is asked for, each in a process of its own."""
    sizes = [word for word in sys.argv[1:] if word.isdigit()] or ["5", "250", "1000"]
    if len(sizes) > 1:
        for size in sizes:
            subprocess.run([sys.executable, "-m", "tests.bench.index", size], check=True, cwd=ROOT)
        return
    with tempfile.TemporaryDirectory() as folder:
        measure(Path(folder), int(sizes[0]))


def measure(folder: Path, councils: int) -> None:
    """Print the figures of so many generated councils."""
    generate(ROOT / "protocols", folder / "protocols", councils)
    start = time.perf_counter()
    library = ProtocolRepository(folder / "protocols").load(date(2026, 1, 1))
    read = time.perf_counter() - start
    for language, queries in QUERIES.items():
        start = time.perf_counter()
        size = written(folder / "site", search_files(render_context(library, language)))
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        made = (
            f"{councils:6} {language}: read in {read:.0f} s, index in {seconds:.1f} s, {size / 1e6:.1f} MB, {memory} MB"
        )
        print(made + "; " + fetched(folder / "site", queries), flush=True)


def written(site: Path, assets: Iterator) -> int:
    """Write files below a folder and tell their bytes."""
    size = 0
    for asset in assets:
        path = site / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        size += path.write_bytes(asset.content)
    return size


def fetched(site: Path, queries: tuple[str, ...]) -> str:
    """What queries fetch that are put one after another in one page."""
    assets = ROOT / "hooks" / "theme" / "assets"
    search = site / "search"
    (search / "index.html").write_text("<!doctype html><title>search</title>", "utf-8")
    for name in (ENGINE, "scripts.js"):
        (search / name).write_text(published(joined(assets / "search" / name), ".js"), "utf-8")
    (search / "search.css").write_bytes((assets / "search.css").read_bytes())
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        page = browser.new_page()
        page.goto(f"{address}search/")
        first, *later = (asked(page, query, index == 0) for index, query in enumerate(queries))
        browser.close()
    said = ", ".join(f"{len(one.files)}: {one.raw / 1000:.1f}" for one in later)
    return (
        f"first query {len(first.files)} requests, {first.raw / 1000:.0f} kB ({first.packed / 1000:.0f} packed), "
        f"later, with their requests, {said} kB"
    )


def asked(page: Page, query: str, is_first: bool) -> Fetched:
    """What a query fetches; the first has the scripts and the styles of the search with it."""
    answers: list = []
    count = partial(list.append, answers)
    page.on("response", count)
    if is_first:
        page.evaluate("Promise.all(['scripts.js', 'search.css'].map(async (path) => (await fetch(path)).text()))")
    page.evaluate(ASK, [f"/search/{ENGINE}", query])
    page.wait_for_load_state("networkidle")
    page.remove_listener("response", count)
    found = Fetched()
    for answer in answers:
        if not answer.url.endswith(ENGINE):
            found.add(answer)
    return found


if __name__ == "__main__":
    main()

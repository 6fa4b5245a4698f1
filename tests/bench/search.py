"""The search of a built site: how long its index takes, how large it is, and what a reader waits for and fetches."""

import gzip
import time
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from protocolau.repository.repository import ProtocolRepository
from protocolau.search.files import search_files
from tests.conftest import BROWSER_FLAGS, chromium, served
from tests.rendering import render_context

QUERIES = {
    "en": ("confidential information", "undue pressure", "training", "chair of the council"),
    "cy": ("wybodaeth gyfrinachol", "bwysau gormodol", "hyfforddiant", "nghadeirydd y cyngor"),
}
"""Four in each language, put one after another in one page; in Welsh most are mutated."""

_PACKED = (".html", ".css", ".js", ".json", "/")
"""What a host packs as it sends it. Everything else is packed already."""


@dataclass
class Fetched:
    """Bytes that a page asks for from now on: as they lie on the disk, and as a host that packs text sends them."""

    raw: int = 0
    packed: int = 0
    files: list[str] = field(default_factory=list)

    def add(self, answer) -> None:
        """Counts a response."""
        body = answer.body()
        path = answer.url.split("?")[0]
        self.files.append(path)
        self.raw += len(body)
        self.packed += len(gzip.compress(body)) if path.endswith(_PACKED) else len(body)


def report(project: Path) -> None:
    """Prints the figures of a project that has been built, a line for each language."""
    site, seconds = project / "site", index_seconds(project / "protocols")
    for language, asked in QUERIES.items():
        folder = site / ("" if language == "en" else language) / "search"
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        with served(site) as address, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
            found = searching(browser.new_page(), address + ("" if language == "en" else f"{language}/"), asked)
            browser.close()
        (first, wait), *later = found
        said = ", ".join(f"{len(one.files)}: {one.raw / 1000:.0f} ({one.packed / 1000:.0f})" for one, _ in later)
        print(
            f"  search {language}: index made in {seconds[language]:.1f} s, {size / 1e6:.1f} MB; first query "
            f"{len(first.files)} requests, {first.raw / 1000:.0f} kB ({first.packed / 1000:.0f} packed), "
            f"shown after {wait * 1000:.0f} ms; "
            f"later, with their requests, {said} kB, {', '.join(f'{ms * 1000:.0f}' for _, ms in later)} ms",
            flush=True,
        )


def index_seconds(protocols: Path) -> dict[str, float]:
    """Seconds that the files of the search take in each language, the library being read already."""
    library, seconds = ProtocolRepository(protocols).load(date(2026, 1, 1)), {}
    for language in QUERIES:
        start = time.perf_counter()
        for _ in search_files(render_context(library, language)):
            pass
        seconds[language] = time.perf_counter() - start
    return seconds


def searching(page: Page, address: str, asked: tuple[str, ...]) -> list[tuple[Fetched, float]]:
    """What each query fetches, and the seconds from its first key to its first result; the first opens the dialog."""
    page.goto(f"{address}councils/", wait_until="networkidle")
    found: list[tuple[Fetched, float]] = []
    for query in asked:
        answers: list = []
        count = partial(list.append, answers)
        page.on("response", count)
        start = time.perf_counter()
        if not found:
            page.keyboard.press("Control+k")
            page.locator("#search-box:focus").wait_for()
        before = page.locator("#search-options").text_content()
        page.locator("#search-box").fill(query)
        page.wait_for_function(
            "before => document.querySelector('#search-options .result') "
            "&& document.getElementById('search-options').textContent !== before",
            arg=before,
        )
        seconds = time.perf_counter() - start
        page.wait_for_load_state("networkidle")
        page.remove_listener("response", count)
        fetched = Fetched()
        for answer in answers:
            fetched.add(answer)
        found.append((fetched, seconds))
    return found

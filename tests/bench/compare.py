"""Comparing in a real browser: what it costs from a choice until it is answered on the screen, and what is fetched."""

import gzip
import json
import random
import statistics
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browsing import PHONE
from tests.conftest import BROWSER_FLAGS, Quiet, chromium

PAIRS = 10
THROTTLED = 4
"""How many times slower a phone's processor is taken to be."""
WATCHED = """for (const event of ["click", "mousedown"]) addEventListener(event, () => {
  const sum = document.querySelector("[data-part=sum]");
  if (!sum) return;
  const before = [sum.textContent, document.querySelector(".comparison")];
  const seen = new Set();
  const painted = (name) => {
    if (seen.has(name)) return;
    seen.add(name);
    // before all else that the page does once it has been painted
    requestAnimationFrame(() => scheduler.postTask(() => performance.mark(name), { priority: "user-blocking" }));
  };
  window.watching?.disconnect();
  window.watching = new MutationObserver(() => {
    if (sum.textContent && sum.textContent !== before[0]) painted("answer");
    const table = document.querySelector(".comparison");
    if (table && table !== before[1] && table.tBodies.length) painted("rows");
  });
  window.watching.observe(document.querySelector("[data-part=result]"), { childList: true, subtree: true });
}, true)"""
"""Marks when the answer to a choice, and its first rows, have been painted."""
CHOOSE = """(button) => setTimeout(() => { performance.mark("choice"); button.click(); }, 30)"""


@dataclass(frozen=True)
class Shown:
    """Milliseconds of processor that a choice costs the main thread until its answer and its first rows are painted.

    Not those of a clock, for what else the machine does is not to be measured.
    """

    answer: float
    rows: float


def comparing(site: Path) -> tuple[list[Shown], list[Shown]]:
    """Compares random pairs of the councils of a built site: each first on a page of its own, and then on one page."""
    councils = sorted(path.parent.name for path in (site / "councils").glob("*/comparison.packed"))
    chance = random.Random(1)
    pairs = [chance.sample(councils, 2) for _ in range(PAIRS)]
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        first = []
        for pair in pairs:
            page = browser.new_context(viewport=PHONE).new_page()
            page.add_init_script(WATCHED)
            page.goto(f"{address}compare/", wait_until="networkidle")
            first.append(chosen(browser, page, pair))
            if pair is not pairs[-1]:
                page.context.close()
        warm = [chosen(browser, page, pair) for pair in pairs]
        browser.close()
    return first, warm


def chosen(browser: Browser, page: Page, pair: list[str]) -> Shown:
    """What it costs to choose the second of two councils, where the first has been chosen."""
    while page.locator(".chosen li").count():
        page.locator(".chosen li button:last-child").first.evaluate("(button) => button.click()")
        page.wait_for_timeout(50)
    choose(page, pair[0])
    page.wait_for_timeout(800)
    browser.start_tracing(page=page, categories=["toplevel", "blink.user_timing", "devtools.timeline"])
    choose(page, pair[1])
    page.wait_for_timeout(800)
    return cost(json.loads(browser.stop_tracing())["traceEvents"])


def choose(page: Page, slug: str) -> None:
    """Chooses a council: by its button, where there are few, else by its name."""
    button = page.locator(f"[data-choose={slug}]")
    if button.count():
        return button.evaluate(CHOOSE)
    page.locator("#compare-council").fill(slug.replace("-", " "))
    option = page.get_by_role("option").first
    option.wait_for()
    return option.evaluate(CHOOSE.replace("button.click()", "button.dispatchEvent(new Event('mousedown'))"))


def cost(events: list[dict[str, Any]]) -> Shown:
    """The processor time of the tasks of the main thread between a choice and either mark."""
    marks = {event["name"]: event["ts"] for event in events if event.get("cat") == "blink.user_timing"}
    thread = next((event["pid"], event["tid"]) for event in events if event.get("name") == "choice")
    tasks = [
        event
        for event in events
        if (event["pid"], event["tid"]) == thread
        and event["name"] == "ThreadControllerImpl::RunTask"
        and "tdur" in event
        and event["ts"] + event["dur"] >= marks["choice"]
    ]
    answer, rows = (
        sum(task["tdur"] for task in tasks if task["ts"] <= marks.get(name, float("inf"))) / 1000
        for name in ("answer", "rows")
    )
    return Shown(answer, rows)


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address at which a built site is served, for as long as it is needed."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(site))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def weight(path: Path) -> str:
    """The size of a file, as it lies there and as a server sends it compressed."""
    content = path.read_bytes()
    return f"{len(content) / 1000:.0f} kB ({len(gzip.compress(content)) / 1000:.0f} kB gzip)"


def report(site: Path) -> None:
    """Prints the figures of a built site."""
    for name, goal, costs in zip(("first", "warm"), (100, 50), comparing(site), strict=True):
        answers, rows = ([getattr(one, of) * THROTTLED for one in costs] for of in ("answer", "rows"))
        print(
            f"  {name} pair on a phone, throttled {THROTTLED} times, processor ms from the choice: answer painted "
            f"{min(answers):.0f} to {max(answers):.0f}, median {statistics.median(answers):.0f}; "
            f"first rows painted, median {statistics.median(rows):.0f} (goal: {goal})"
        )
    council = next(path for path in sorted((site / "councils").iterdir()) if path.is_dir())
    files = {"page": site / "compare/index.html", "list": site / "compare/councils.json"}
    files["a council"] = council / "comparison.packed"
    files["the longest topic page"] = max(site.glob("topics/**/index.html"), key=lambda path: path.stat().st_size)
    print("  " + ", ".join(f"{name} {weight(path)}" for name, path in files.items()), flush=True)


if __name__ == "__main__":
    report(Path(sys.argv[1]))

"""Comparing in a real browser: how long it takes from fetched texts to the table, and what is fetched."""

import gzip
import random
import statistics
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from playwright.sync_api import sync_playwright

from tests.conftest import BROWSER_FLAGS, Quiet, chromium

PAIRS = 20
IN_BROWSER = """async (pairs) => {
  const { compare } = await import(new URL("../assets/compare/comparison.js", location.href));
  const { table } = await import(new URL("../assets/compare/view.js", location.href));
  const { words } = await import(new URL("../assets/words.js", location.href));
  const { councilOf, settingOf, unpacked } = await import(new URL("../assets/compare/council.js", location.href));
  const settings = settingOf(JSON.parse(document.getElementById("compare-data").textContent));
  const t = words(settings.words, settings.language);
  const fetched = async (slug) => {
    const council = councilOf({ en: await unpacked(await fetch(`../councils/${slug}/comparison.packed`)) }, "en");
    return { ...council, title: council.short, address: `../councils/${slug}/` };
  };
  const found = [];
  for (const pair of pairs) {
    const chosen = await Promise.all(pair.map(fetched));
    const start = performance.now();
    const topics = compare(chosen, settings);
    const compared = performance.now();
    document.body.append(table(topics, chosen, { ...settings, t, root: "../" }));
    document.body.offsetHeight; // so that the layout is done too
    found.push([compared - start, performance.now() - compared]);
    document.body.lastChild.remove();
  }
  return found;
}"""


@dataclass(frozen=True)
class Comparing:
    """The medians of comparing some pairs, in milliseconds; the first pair, met cold, apart."""

    first: float
    compared: float
    shown: float


def comparing(site: Path) -> Comparing:
    """Compares random pairs of the councils of a built site."""
    councils = sorted(path.name for path in (site / "councils").iterdir() if path.is_dir())
    chance = random.Random(1)
    pairs = [chance.sample(councils, 2) for _ in range(PAIRS + 1)]
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        page = browser.new_page()
        page.goto(f"{address}compare/")
        found = page.evaluate(IN_BROWSER, pairs)
        browser.close()
    compared, shown = zip(*found[1:], strict=True)
    return Comparing(sum(found[0]), statistics.median(compared), statistics.median(shown))


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
    found = comparing(site)
    print(
        f"  two councils compared in {found.compared:.1f} ms and shown in {found.shown:.1f} ms (medians of {PAIRS}; "
        f"the first pair, cold, {found.first:.1f} ms in all)"
    )
    council = next(path for path in sorted((site / "councils").iterdir()) if path.is_dir())
    files = {"page": site / "compare/index.html", "list": site / "compare/councils.json"}
    files["a council"] = council / "comparison.packed"
    files["the longest topic page"] = max(site.glob("topics/**/index.html"), key=lambda path: path.stat().st_size)
    print("  " + ", ".join(f"{name} {weight(path)}" for name, path in files.items()), flush=True)

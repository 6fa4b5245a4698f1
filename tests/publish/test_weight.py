"""What a page costs a reader on a slow line: bytes as they are sent, compressed, and requests. Never seconds."""

import gzip
import os
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.conftest import served

LIMITS = {
    "": (39, 15, 8),
    "about/": (41, 17, 8),
    "topics/chairs/": (39, 15, 10),
    "councils/halewood/": (50, 27, 10),
    "cy/councils/halewood/": (53, 27, 11),
    "cy/councils/conwy/": (74.5, 35, 12),
    "cy/councils/conwy/undated/": (68.2, 29, 12),
    "cy/councils/conwy/bilingual/": (56, 30.5, 11),
    "compare/?councils=conwy,halewood": (68, 49.8, 13),
    "cy/compare/?councils=conwy,halewood": (80, 61.73, 15),
    "councils/halewood/embed/": (7, 7, 2),
}
"""For a page the most kilobytes of all that it loads, of that without fonts, and the most requests.

Conwy's is the longest protocol that we have, with 230 clauses, two tables, and italics.
"""


def sent(file: Path) -> int:
    """The bytes that a host sends for a file: compressed, unless it is so already."""
    content = file.read_bytes()
    return len(content) if file.suffix == ".woff2" else len(gzip.compress(content, 9))


def cost(browser, site: Path, address: str, path: str) -> tuple[int, int, int]:
    """Of a page the bytes of all that it loads, of that without fonts, and the requests."""
    asked: set[str] = set()
    page = browser.new_page()
    page.on("request", lambda request: asked.add(urlsplit(request.url).path))
    page.goto(address + path, wait_until="networkidle")
    page.close()
    files = [file / "index.html" if file.is_dir() else file for file in (site / one.lstrip("/") for one in asked)]
    files = [file for file in files if file.is_file()]
    fonts = sum(sent(file) for file in files if file.suffix == ".woff2")
    everything = sum(map(sent, files))
    return everything, everything - fonts, len(files)


@pytest.mark.parametrize("path", LIMITS)
def test_a_page_and_all_that_it_loads_is_light(browser, site, address, path):
    most, without_fonts, requests = LIMITS[path]
    found = cost(browser, site, address, path)
    assert found[0] < most * 1000 and found[1] < without_fonts * 1000 and found[2] <= requests, found


def test_what_a_page_loads_besides_would_be_seen(browser, tmp_path):
    """A style that its page names, a picture that a script adds, and neither less than it is."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>x</title><link rel=stylesheet href=a.css><script src=b.js></script>"
    )
    (tmp_path / "a.css").write_bytes(b"/*" + os.urandom(20_000).hex().encode() + b"*/")
    (tmp_path / "b.js").write_text("new Image().src = 'c.svg'")
    (tmp_path / "c.svg").write_bytes(os.urandom(10_000))
    with served(tmp_path) as address:
        everything, without_fonts, requests = cost(browser, tmp_path, address, "")
    assert everything == without_fonts > 30_000
    assert requests == 4

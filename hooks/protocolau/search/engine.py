"""Pagefind, run on a folder of small pages that hold nothing but the words of a bundle each.

Of what it writes a site needs its script, its engine and the chunks of its index. Its fragments are not used,
since it indexes whatever it is given to keep in them; ours are named by its numbers (render/browser_files.py). Nor
are its filters, which it writes in another order each time: what results are narrowed by is a word like any other.
"""

import gzip
import html
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from pagefind.service import get_executable

from protocolau.search.index_words import IndexedBundle

UNSTEMMED = "zxx"
"""ISO 639's "no linguistic content": the words are the heads of forms, and are not to be cut further."""

_SIGNATURE = b"pagefind_dcd"
_USED = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "*.pf_meta", "index/*.pf_index")
_PAGE = '<html lang="{language}"><body data-pagefind-body>{fields}</body></html>'
_FIELD = '<p data-pagefind-weight="{weight}">{words}</p>'
_HEADING, _TEXT, _AROUND = 2, 1, 0.5
_CHUNKS = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}
"""A word's chunk is fetched whole: a fifth of Pagefind's own size spares a query of two words some 30 kB. Where a
version no longer heeds this the chunks are larger, and nothing else is different."""


class SearchFailed(Exception):
    """The index could not be made; its text says in one line why."""


def index(pages: list[IndexedBundle]) -> tuple[list[str], dict[str, bytes]]:
    """The number that Pagefind gives each page, in their order, and the files of its index. Raises SearchFailed."""
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        source, target = Path(folder, "pages"), Path(folder, "index")
        source.mkdir()
        for position, page in enumerate(pages):
            (source / f"{position:06}.html").write_text(_html(page), "utf-8")
        _run(source, target)
        return _numbers(target, len(pages)), dict(_files(target))


def _html(page: IndexedBundle) -> str:
    weighed = ((_HEADING, page.heading), (_TEXT, [*page.text, *page.marks]), (_AROUND, page.around))
    fields = "".join(_FIELD.format(weight=weight, words=html.escape(" ".join(words))) for weight, words in weighed)
    return _PAGE.format(language=UNSTEMMED, fields=fields)


def _run(source: Path, target: Path) -> None:
    program = get_executable()
    if program is None:
        raise SearchFailed("the search index needs Pagefind: install pagefind[bin] (make site does)")
    command = [program, "--site", source, "--output-path", target, "--force-language", UNSTEMMED, "--silent"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **_CHUNKS})
    except OSError as error:
        raise SearchFailed(f"Pagefind could not be run to make the search index: {error}") from None
    if done.returncode:
        said = " ".join((done.stderr or done.stdout).split()) or f"it ended with {done.returncode}"
        raise SearchFailed(f"Pagefind could not make the search index: {said}")


def _numbers(target: Path, count: int) -> list[str]:
    """Which page has which number, read from Pagefind's fragments."""
    found: dict[int, str] = {}
    for path in (target / "fragment").glob("*.pf_fragment"):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
        found[int(Path(fragment["url"]).stem)] = path.stem
    if len(found) != count:
        raise SearchFailed(f"Pagefind indexed {len(found)} of {count} pages")
    return [found[position] for position in range(count)]


def _files(target: Path) -> Iterator[tuple[str, bytes]]:
    for pattern in _USED:
        for path in sorted(target.glob(pattern)):
            yield path.relative_to(target).as_posix(), path.read_bytes()

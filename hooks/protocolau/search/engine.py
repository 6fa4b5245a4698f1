"""Pagefind, run on a folder of small pages that hold nothing but the words of a bundle each.

Of what it writes a site needs its script, its engine and the chunks of its index. Its fragments are not used,
since it indexes whatever it is given to keep in them; ours are named by its numbers (result_files.py). Nor are its
filters, which it writes in another order each time: what results are narrowed by is a word like any other.
"""

import gzip
import html
import json
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from pagefind.service import get_executable

from protocolau.search.index_words import IndexedBundle

UNSTEMMED = "zxx"
"""ISO 639's "no linguistic content": the words are the heads of forms, and are not to be cut further."""

_SIGNATURE = b"pagefind_dcd"
_USED_FILES = ("pagefind.js", "pagefind-entry.json", "wasm.unknown.pagefind", "*.pf_meta", "index/*.pf_index")
_PAGE = '<html lang="{language}"><body data-pagefind-body>{fields}</body></html>'
_FIELD = '<p data-pagefind-weight="{weight}">{words}</p>'
_HEADING_WEIGHT, _TEXT_WEIGHT, _CONTEXT_WEIGHT = 2, 1, 0.5
_ENVIRONMENT = {"PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE": "4000"}
"""A word's chunk is fetched whole: a fifth of Pagefind's own size spares a query of two words some 30 kB. Where a
version no longer heeds this the chunks are larger, and nothing else is different."""


class SearchFailed(Exception):
    """The index could not be made; its text says in one line why."""


class SearchIndex(NamedTuple):
    """An index of bundles."""

    numbers: list[str]
    """What the index calls each bundle, in their order."""
    files: dict[str, bytes]
    """By their paths."""


def index(bundles: Sequence[IndexedBundle]) -> SearchIndex:
    """Index bundles. Raises SearchFailed."""
    with tempfile.TemporaryDirectory(prefix="search-") as folder:
        source, target = Path(folder, "pages"), Path(folder, "index")
        source.mkdir()
        for position, bundle in enumerate(bundles):
            (source / f"{position:06}.html").write_text(_html(bundle), "utf-8")
        _run(source, target)
        return SearchIndex(_numbers(target, len(bundles)), dict(_files(target)))


def _html(bundle: IndexedBundle) -> str:
    weighed = (
        (_HEADING_WEIGHT, bundle.heading),
        (_TEXT_WEIGHT, [*bundle.text, *bundle.filter_terms]),
        (_CONTEXT_WEIGHT, bundle.context),
    )
    fields = "".join(_FIELD.format(weight=weight, words=html.escape(" ".join(words))) for weight, words in weighed)
    return _PAGE.format(language=UNSTEMMED, fields=fields)


def _run(source: Path, target: Path) -> None:
    program = get_executable()
    if program is None:
        raise SearchFailed("the search index needs Pagefind: install pagefind[bin] (make site does)")
    folders = ["--site", str(source), "--output-path", str(target)]
    command = [str(program), *folders, "--force-language", UNSTEMMED, "--silent"]
    try:
        process = subprocess.run(command, capture_output=True, text=True, env={**os.environ, **_ENVIRONMENT})
    except OSError as error:
        raise SearchFailed(f"Pagefind could not be run to make the search index: {error}") from None
    if process.returncode:
        reason = " ".join((process.stderr or process.stdout).split()) or f"it ended with {process.returncode}"
        raise SearchFailed(f"Pagefind could not make the search index: {reason}")


def _numbers(target: Path, count: int) -> list[str]:
    """The numbers of pages, in their order, read from Pagefind's fragments."""
    numbers: dict[int, str] = {}
    for path in (target / "fragment").glob("*.pf_fragment"):
        fragment = json.loads(gzip.decompress(path.read_bytes()).removeprefix(_SIGNATURE))
        numbers[int(Path(fragment["url"]).stem)] = path.stem
    if len(numbers) != count:
        raise SearchFailed(f"Pagefind indexed {len(numbers)} of {count} pages")
    return [numbers[position] for position in range(count)]


def _files(target: Path) -> Iterator[tuple[str, bytes]]:
    for pattern in _USED_FILES:
        for path in sorted(target.glob(pattern)):
            yield path.relative_to(target).as_posix(), path.read_bytes()

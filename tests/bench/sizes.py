"""Where each kilobyte of a built site is: what readers load, what is taken away, and what other sites show."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

PAGES, SEARCH, COMPARISON = "pages", "search", "comparison data"
TAKEN, EMBEDDED, FRAME = "files to take away", "for other sites", "styles, scripts, fonts and prose"
COUNTED = (PAGES, SEARCH, COMPARISON)
"""What the goal is of."""
GOAL, AIM = 350, 250
"""Kilobytes a council in both languages, of what is counted."""
COMPARED = {"comparison.packed", "councils.json"}
SECTIONS = ("topics", "roles", "parties", "policies", "glossary", "compare", "councils", "reviews", "translation")
LISTED = 0.05
"""Kilobytes a council from which on a kind is listed."""


class Kind(NamedTuple):
    """A kind of file."""

    group: str
    name: str


def kind_of(path: str) -> Kind:
    """What a file of a site is, by its path below the root."""
    path = path.removeprefix("cy/")
    section, _, rest = path.partition("/")
    name, suffix = path.rpartition("/")[2], path.rpartition(".")[2]
    if "/embed/" in path:
        return Kind(EMBEDDED, name)
    if section == "search" or name.startswith("sitemap"):
        return Kind(SEARCH, "sitemap" if section != "search" else "search")
    if name in COMPARED:
        return Kind(COMPARISON, name)
    if section in SECTIONS and suffix != "html":
        return Kind(TAKEN, name if name.startswith("protocol.") else f"*.{suffix}")
    if section == "councils" and rest != "index.html":
        return Kind(PAGES, _page_of_council(rest))
    return Kind(PAGES, f"{section}/") if section in SECTIONS else Kind(FRAME, "")


def _page_of_council(rest: str) -> str:
    inner = rest.split("/")[1:-1]
    if not inner:
        return "a council's page"
    last = next(part for part in reversed(inner) if part != "index.html" and not part.isdigit())
    return "the page of a version" if re.fullmatch(r"\d{4}(-\d\d)*|undated", last) else f"{last}/ of a council"


def sizes(site: Path) -> Counter[Kind]:
    """The bytes of each kind of file, a file at two addresses counted twice: that is what a host holds."""
    found: Counter[Kind] = Counter()
    for path in site.rglob("*"):
        if path.is_file():
            found[kind_of(path.relative_to(site).as_posix())] += path.stat().st_size
    return found


def counted(found: Counter[Kind], councils: int) -> float:
    """The kilobytes a council of what the goal is of."""
    return sum(size for kind, size in found.items() if kind.group in COUNTED) / councils / 1000


def table(found: Counter[Kind], councils: int) -> Iterator[str]:
    """The lines of a table: kilobytes a council, both languages together."""
    for group in (*COUNTED, EMBEDDED, TAKEN, FRAME):
        kinds = {kind: size for kind, size in found.items() if kind.group == group}
        yield f"  {sum(kinds.values()) / councils / 1000:8.1f} kB a council  {group}"
        for kind, size in sorted(kinds.items(), key=lambda one: -one[1]):
            if kind.name and size / councils / 1000 >= LISTED:
                yield f"  {size / councils / 1000:14.1f}    {kind.name}"
    yield f"  {counted(found, councils):8.1f} kB a council  counted (goal {GOAL}, aim {AIM})"
    yield f"  {sum(found.values()) / 1e6:8.1f} MB in all"

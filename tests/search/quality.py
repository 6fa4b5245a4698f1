"""How well the search answers: `python -m tests.search.quality`.

Each query of the files of TUNED is put to the search of the real site in Chromium, and what comes back is held
against the provisions that ought to (written before the search was tuned). The search was tuned by these alone; of
the files of HELD_OUT only the sums are printed, so that they stay unseen. The sums of all decide a test: they may
not fall below those of floors.yml.

Recall at 10 is the part of a query's provisions among the first ten results; the reciprocal rank is one over the
place of the first of them. A query with a word that is misspelt, or of the other language, counts as answered
where the words that were meant are offered, and then by what those find.
"""

import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import yaml

from protocolau.library.library import Library
from protocolau.repository.repository import ProtocolRepository
from protocolau.search.files import search_files
from protocolau.search.kept_statements import council_search_file
from tests.browsing import with_modules
from tests.conftest import ROOT
from tests.rendering import render_context

HERE = Path(__file__).parent
TUNED = ("queries", "asked", "everyday", "questions", "varied", "fresh")
"""The files of queries by which the search was tuned: words and numbers, as people ask, everyday words,
questions, all of these once more, and once more (`fresh`) when it had been tuned by the others."""
HELD_OUT = (
    "held_out",
    "asked_held_out",
    "everyday_held_out",
    "questions_held_out",
    "varied_held_out",
    "fresh_held_out",
)
"""Those of the same kinds that were not looked at."""
TEN = 10
Answer = list[list[str]]
"""The results of a query, the best first, each as the places where it stands: `council#anchor`, or a council's slug."""
ASK = """async ([base, queries]) => {
    const { search } = await import('/assets/search/engine.js');
    const asked = search(base);
    const ids = (found) => [
        ...[...found.clauses, ...found.results].map(one => one.places.map(place => `${place.slug}#${place.anchor}`)),
    ];
    const listed = (found) => {
        const councils = found.councils.map(one => [one.council[0]]);
        const isAnswered = found.results.some(one => one.local);
        const results = ids({ ...found, clauses: [] });
        const rest = isAnswered ? [...results, ...councils] : [...councils, ...results];
        return [...ids({ ...found, results: [] }), ...rest];
    };
    const answers = [];
    for (const { query, meant } of queries) {
        let found = await asked.find(query, { most: 10 });
        const offered = [found.counterpart, ...found.suggestions];
        const nothing = { ...found, clauses: [], councils: [], results: [] };
        if (meant) found = offered.includes(meant) ? await asked.find(meant, { most: 10 }) : nothing;
        answers.push(listed(found).slice(0, 10));
    }
    return answers;
}"""
"""Run in a page: for each query the ten best results, each as the places where it stands."""


@dataclass(frozen=True)
class Quality:
    """The means over some queries."""

    queries: int
    recall: float
    rank: float

    def __str__(self) -> str:
        return f"{self.queries:4} queries   recall at 10 {self.recall:.3f}   mean reciprocal rank {self.rank:.3f}"


def queries(name: str, language: str) -> list[dict]:
    """The queries of a file."""
    return yaml.safe_load((HERE / f"{name}.{language}.yml").read_text("utf-8"))


class JudgedQuery(NamedTuple):
    """A query with how well it was answered."""

    query: dict
    recall: float
    rank: float
    """One over the place of the first relevant result; 0 where there is none."""


def judged(asked: list[dict], answers: list[Answer]) -> Iterator[JudgedQuery]:
    """Judge the answer to each query."""
    for query, answer in zip(asked, answers, strict=True):
        relevant, results = set(query["relevant"]), [set(places) for places in answer[:TEN]]
        recall = len(relevant & set().union(*results)) / len(relevant)
        first = next((rank for rank, places in enumerate(results, 1) if relevant & places), None)
        yield JudgedQuery(query, recall, 1 / first if first else 0.0)


def summed(results: list[JudgedQuery]) -> Quality:
    """The means of judged queries."""
    count = len(results) or 1
    recall, rank = (sum(getattr(result, figure) for result in results) for figure in ("recall", "rank"))
    return Quality(len(results), recall / count, rank / count)


def together(parts: list[Quality]) -> Quality:
    """The means over all queries of some parts."""
    count = sum(part.queries for part in parts)
    recall, rank = (
        sum(part.queries * getattr(part, figure) for part in parts) / count for figure in ("recall", "rank")
    )
    return Quality(count, recall, rank)


@dataclass(frozen=True)
class Floor:
    """The least that the queries of a file are to reach in a language."""

    recall: float
    rank: float


def floor(name: str, language: str) -> Floor:
    """What floors.yml records for the queries of a file, less its tolerance."""
    floors = yaml.safe_load((HERE / "floors.yml").read_text("utf-8"))
    recorded, tolerance = floors[name][language], floors["tolerance"]
    return Floor(recorded["recall"] - tolerance, recorded["rank"] - tolerance)


def ask(page, base: str, asked: list[dict]) -> list[Answer]:
    """What the search below `base` answers to queries, asked in an open page of the site."""
    with_modules(page)
    return page.evaluate(ASK, [base, [{"query": query["query"], "meant": query.get("meant")} for query in asked]])


def reached(page, base: str, name: str, language: str) -> Quality:
    """What the search below `base` reaches by the queries of a file: the sums alone, in an open page of the site."""
    asked = queries(name, language)
    return summed(list(judged(asked, ask(page, base, asked))))


def write_without_mutations(library: Library, folder: Path) -> None:
    """The Welsh search made without the mutations of Welsh, with the files of single councils, below a folder."""
    write_search(library, folder, "cy", mutations=False)


def write_search(library: Library, folder: Path, language: str, mutations: bool = True) -> None:
    """The search of a language, with the files of single councils, below a folder."""
    rendering = render_context(library, language)
    of_councils = (council_search_file(rendering, council) for council in library.councils.values())
    for asset in chain(search_files(rendering, mutations=mutations), of_councils):
        path = folder / asset.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(asset.content)


def main() -> None:
    """Build the site, ask everything, print the figures; with `-v` each query that falls short as well."""
    from playwright.sync_api import sync_playwright

    from tests.conftest import BROWSER_FLAGS, build, chromium, served

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        site = Path(folder, "site")
        done = build(ROOT, site)
        assert done.returncode == 0, done.stderr
        write_without_mutations(ProtocolRepository(ROOT / "protocols").load(date(2026, 1, 1)), site / "unmutated")
        browser = playwright.chromium.launch(executable_path=chromium(), args=BROWSER_FLAGS)
        with served(site) as address:
            page = browser.new_page()
            page.goto(address)
            _report(page, address, "en", "English", "search/")
            _report(page, address, "cy", "Welsh", "cy/search/")
            _report(page, address, "cy", "Welsh without its mutations", "unmutated/search/")
        browser.close()


def _report(page, address: str, language: str, title: str, base: str) -> None:
    print(f"\n{title}")
    asked = [query for name in TUNED for query in queries(name, language)]
    results = list(judged(asked, ask(page, address + base, asked)))
    kinds = defaultdict(list)
    for result in results:
        kinds[result.query["kind"]].append(result)
    for kind, of_kind in kinds.items():
        print(f"  {kind:12} {summed(of_kind)}")
    print(f"  {'all':12} {summed(results)}")
    if "-v" in sys.argv:
        for query, recall, rank in results:
            if recall < 1 or rank < 1:
                print(f"    {recall:.2f} {rank:.2f}  {query['kind']}: {query['query']}")
    of_files = {name: reached(page, address + base, name, language) for name in (*TUNED, *HELD_OUT)}
    for name, quality in of_files.items():
        print(f"  {name:18} {quality}")
    print(f"  {'all held out':18} {together([of_files[name] for name in HELD_OUT])}")


if __name__ == "__main__":
    main()

"""What the site is made of: each piece of work with the addresses that it fills, made only when asked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolau.comparison.index import ComparisonIndex
from protocolau.exporting import record
from protocolau.language import LANGUAGES
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Topic
from protocolau.render import comparison_data
from protocolau.render.page import Asset, Page, RenderContext, SiteSettings
from protocolau.render.pages import (
    changes,
    compare,
    councils,
    glossary,
    home,
    likeness,
    policies,
    protocol,
    roles,
    topics,
    translation,
)
from protocolau.search import page as search

Made = Iterator[Page | Asset]


@dataclass(frozen=True, slots=True)
class PageTask:
    """Pages that are made together, for one language at a time."""

    addresses: tuple[str, ...]
    """Below the root of a language; files beside a page belong to its address."""
    make: Callable[[RenderContext], Made]
    unindexed: tuple[str, ...] = ()
    """Those addresses that search engines are asked to leave out."""
    languages: tuple[str, ...] = LANGUAGES
    """The languages in which it is made. Long work is a piece for each, so that processors can share it."""
    further: Callable[[], Iterable[str]] = tuple
    """More addresses below the first one, where it takes work to know them: a preview does without."""
    forget: Callable[[RenderContext], None] = lambda rendering: None
    """Lets go of what was worked out for these pages alone, once they are written in every language."""


@dataclass(frozen=True, slots=True)
class HomeProse:
    """The home page's own prose, as MkDocs made it: its title, its description, and its HTML."""

    title: str
    description: str
    html: str


WAYS_IN = "<!-- ways in -->"
"""Stands in the home page's prose where the ways to councils, topics and clauses go."""


def page_tasks(comparison: ComparisonIndex, prose: dict[str, HomeProse]) -> list[PageTask]:
    """All the work of the site, in the order of its addresses."""
    library = comparison.library
    fixed = [
        *(PageTask(search.ADDRESSES, search.pages, search.FOLDERS, languages=(language,)) for language in LANGUAGES),
        PageTask(("",), lambda rendering: _home(rendering, prose[rendering.language])),
        PageTask(("councils/",), councils.pages),
        PageTask(("topics/",), topics.pages),
        PageTask(compare.addresses(library), compare.pages),
        PageTask(("compare/likeness/",), likeness.pages),
        PageTask(("roles/",), roles.pages),
        PageTask(("policies/",), policies.pages),
        PageTask(("glossary/",), glossary.pages),
        PageTask(("translation/",), translation.pages),
        PageTask(("schema/",), _schemas),
    ]
    return [
        *fixed,
        *(_topic_work(comparison, topic) for topic in library.vocabulary.topics.values()),
        *(_council_work(council) for council in library.councils.values()),
    ]


def _home(rendering: RenderContext, prose: HomeProse) -> Made:
    content = prose.html.replace(WAYS_IN, home.ways_in(rendering))
    yield Page(rendering.language, "", "", prose.title, prose.description, f'<div class="home">{content}</div>')


def _topic_work(comparison: ComparisonIndex, topic: Topic) -> PageTask:
    return PageTask(
        (f"topics/{topic.slug}/",),
        lambda rendering: topics.topic_pages(rendering, topic),
        further=lambda: topics.further_addresses(comparison, topic),
    )


def _council_work(council: Council) -> PageTask:
    base = f"councils/{council.slug}/"
    older = tuple(f"{base}{version.slug}/" for version in council.versions)
    changed = (changes.address(council),) if len(council.versions) > 1 else ()
    pages = (base, f"{base}bilingual/", *changed, *older)
    return PageTask(
        pages,
        lambda rendering: _council(rendering, council),
        older,
        forget=lambda rendering: _forget(rendering, council),
    )


def _forget(rendering: RenderContext, council: Council) -> None:
    for version in council.versions:
        rendering.made.pop(version, None)
        version.derived.clear()


def _council(rendering: RenderContext, council: Council) -> Made:
    yield from protocol.pages(rendering, council)
    yield from translation.bilingual_pages(rendering, council)
    yield from changes.pages(rendering, council)
    base = f"councils/{council.slug}/"
    for version in council.versions:
        made = version.derived.get("record") or record.record(council, version, rendering.settings)
        version.derived["record"] = made
        yield Asset(f"{base}{version.slug}/protocol.json", made)
        if version is council.in_force:
            yield Asset(f"{base}protocol.json", made)
        compared = comparison_data.of_version(rendering, council, version)
        yield Asset(f"{base}{version.slug}/{comparison_data.FILE}", compared)
        if version is council.in_force:
            yield Asset(f"{base}{comparison_data.FILE}", compared)
        if version.source and rendering.language == LANGUAGES[0]:
            yield Asset(f"{base}{version.slug}/{version.source}", _bytes(version.path.parent / version.source))


def _schemas(rendering: RenderContext) -> Made:
    if rendering.language == LANGUAGES[0]:
        yield Asset(record.SCHEMA_PATH, record.schema())


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def sitemap(
    work: list[PageTask], prose_addresses: list[str], settings: SiteSettings
) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every page to be indexed: its address, and that of the same page in each language."""
    made = (one for piece in work for one in (*piece.addresses, *piece.further()) if one not in piece.unindexed)
    addresses = [*prose_addresses, *made]
    found = []
    for address in sorted(set(addresses) - {"schema/"}):
        urls = [(language, settings.url(language, address)) for language in LANGUAGES]
        found += [(url, [*urls, ("x-default", urls[0][1])]) for _, url in urls]
    return found

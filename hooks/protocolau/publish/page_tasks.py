"""What the site is made of: each piece of work with the addresses that it fills, made only when asked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from protocolau.comparison.index import ComparisonIndex
from protocolau.exporting import record
from protocolau.language import LANGUAGES
from protocolau.library.addresses import council_address, version_address
from protocolau.model.protocol import Council, Version
from protocolau.model.standing import Standing
from protocolau.model.vocabulary import Topic
from protocolau.render import comparison_data
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset, Page
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
from protocolau.search.files import FOLDERS

Content = Iterator[Page | Asset]


@dataclass(frozen=True, slots=True)
class PageTask:
    """Pages that are made together, for one language at a time."""

    addresses: tuple[str, ...]
    """Below the root of a language; files beside a page belong to its address."""
    make: Callable[[RenderContext], Content]
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
        *(PageTask(search.ADDRESSES, search.pages, FOLDERS, languages=(language,)) for language in LANGUAGES),
        PageTask(("",), lambda rendering: _home(rendering, prose[rendering.language])),
        PageTask(("councils/",), councils.pages),
        PageTask(("topics/",), topics.pages),
        PageTask(compare.addresses(library), compare.pages),
        PageTask(("compare/likeness/",), likeness.pages),
        PageTask(("roles/",), roles.pages),
        PageTask(("policies/",), policies.pages),
        PageTask(("glossary/",), glossary.pages),
        PageTask(("translation/",), translation.pages),
        PageTask(("schema/",), _schemas, unindexed=("schema/",)),
    ]
    return [
        *fixed,
        *(_topic_task(comparison, topic) for topic in library.vocabulary.topics.values()),
        *(_council_task(council) for council in library.councils.values()),
    ]


def _home(rendering: RenderContext, prose: HomeProse) -> Content:
    content = prose.html.replace(WAYS_IN, home.ways_in(rendering))
    yield Page(rendering.language, "", "", prose.title, prose.description, f'<div class="home">{content}</div>')


def _topic_task(comparison: ComparisonIndex, topic: Topic) -> PageTask:
    return PageTask(
        (f"topics/{topic.slug}/",),
        lambda rendering: topics.topic_pages(rendering, topic),
        further=lambda: topics.further_addresses(comparison, topic),
    )


def _council_task(council: Council) -> PageTask:
    base = council_address(council.slug)
    versions = tuple(version_address(council.slug, version.slug) for version in council.versions)
    changed = (changes.address(council),) if len(council.versions) > 1 else ()
    return PageTask(
        (base, f"{base}bilingual/", *changed, *versions),
        lambda rendering: _council_pages(rendering, council),
        unindexed=versions,
        forget=lambda rendering: _forget(rendering, council),
    )


def _forget(rendering: RenderContext, council: Council) -> None:
    for version in council.versions:
        rendering.cache.version_views.pop(version, None)


def _council_pages(rendering: RenderContext, council: Council) -> Content:
    yield from protocol.pages(rendering, council)
    yield from translation.bilingual_pages(rendering, council)
    yield from changes.pages(rendering, council)
    for version in council.versions:
        yield from _version_files(rendering, council, version)


def _version_files(rendering: RenderContext, council: Council, version: Version) -> Iterator[Asset]:
    """The files beside the pages of a version: at its own address, and at the council's where it is in force."""
    addresses = [version_address(council.slug, version.slug)]
    addresses += [council_address(council.slug)] if version is rendering.library.version_shown(council.slug) else []
    files = {
        "protocol.json": record.record(council, version, _in_force(rendering, version), rendering.settings.addresses),
    }
    if not version.awaiting_review:
        files[comparison_data.FILE] = comparison_data.of_version(rendering, council, version)
    for name, content in files.items():
        first, *further = (f"{address}{name}" for address in addresses)
        yield Asset(first, content, tuple(further))
    if version.source and rendering.language == LANGUAGES[0]:
        yield Asset(f"{addresses[0]}{version.source}", (version.path.parent / version.source).read_bytes())


def _schemas(rendering: RenderContext) -> Content:
    if rendering.language == LANGUAGES[0]:
        yield Asset(record.SCHEMA_PATH, record.schema())


def _in_force(rendering: RenderContext, version: Version) -> bool:
    return rendering.library.standings[version] is Standing.IN_FORCE

"""What the site is made of: each piece of work with the addresses that it fills, made only when asked."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from protocolau import LANGUAGES
from protocolau.library import Library
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Topic
from protocolau.render import comparison_data, record
from protocolau.render.page import Asset, Page, Setting, Studio
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
    search,
    topics,
    translation,
)

Made = Iterator[Page | Asset]


@dataclass(frozen=True, slots=True)
class Work:
    """Pages that are made together, for one language at a time."""

    addresses: tuple[str, ...]
    """Below the root of a language; files beside a page belong to its address."""
    make: Callable[[Studio], Made]
    unindexed: tuple[str, ...] = ()
    """Those addresses that search engines are asked to leave out."""
    languages: tuple[str, ...] = LANGUAGES
    """The languages in which it is made. Long work is a piece for each, so that processors can share it."""
    further: Callable[[], Iterable[str]] = tuple
    """More addresses below the first one, where it takes work to know them: a preview does without."""
    forget: Callable[[Studio], None] = lambda studio: None
    """Lets go of what was worked out for these pages alone, once they are written in every language."""


@dataclass(frozen=True, slots=True)
class Prose:
    """The home page's own prose, as MkDocs made it: its title, its description, and its HTML."""

    title: str
    description: str
    html: str


WAYS_IN = "<!-- ways in -->"
"""Stands in the home page's prose where the ways to councils, topics and clauses go."""


def catalogue(library: Library, prose: dict[str, Prose]) -> list[Work]:
    """All the work of the site, in the order of its addresses."""
    fixed = [
        *(Work(search.ADDRESSES, search.pages, search.FOLDERS, languages=(language,)) for language in LANGUAGES),
        Work(("",), lambda studio: _home(studio, prose[studio.language])),
        Work(("councils/",), councils.pages),
        Work(("topics/",), topics.pages),
        Work(compare.addresses(library), compare.pages),
        Work(("compare/likeness/",), likeness.pages),
        Work(("roles/",), roles.pages),
        Work(("policies/",), policies.pages),
        Work(("glossary/",), glossary.pages),
        Work(("translation/",), translation.pages),
        Work(("schema/",), _schemas),
    ]
    return [
        *fixed,
        *(_topic_work(library, topic) for topic in library.vocabulary.topics.values()),
        *(_council_work(council) for council in library.councils.values()),
    ]


def _home(studio: Studio, prose: Prose) -> Made:
    content = prose.html.replace(WAYS_IN, home.ways_in(studio))
    yield Page(studio.language, "", "", prose.title, prose.description, f'<div class="home">{content}</div>')


def _topic_work(library: Library, topic: Topic) -> Work:
    return Work(
        (f"topics/{topic.slug}/",),
        lambda studio: topics.topic_pages(studio, topic),
        further=lambda: topics.further_addresses(library, topic),
    )


def _council_work(council: Council) -> Work:
    base = f"councils/{council.slug}/"
    older = tuple(f"{base}{version.slug}/" for version in council.versions)
    changed = (changes.address(council),) if len(council.versions) > 1 else ()
    pages = (base, f"{base}bilingual/", *changed, *older)
    return Work(pages, lambda studio: _council(studio, council), older, forget=lambda studio: _forget(studio, council))


def _forget(studio: Studio, council: Council) -> None:
    for version in council.versions:
        studio.made.pop(version, None)
        version.derived.clear()


def _council(studio: Studio, council: Council) -> Made:
    yield from protocol.pages(studio, council)
    yield from translation.bilingual_pages(studio, council)
    yield from changes.pages(studio, council)
    base = f"councils/{council.slug}/"
    for version in council.versions:
        made = version.derived.get("record") or record.record(council, version, studio.setting)
        version.derived["record"] = made
        yield Asset(f"{base}{version.slug}/protocol.json", made)
        if version is council.in_force:
            yield Asset(f"{base}protocol.json", made)
        compared = comparison_data.of_version(studio, council, version)
        yield Asset(f"{base}{version.slug}/{comparison_data.FILE}", compared)
        if version is council.in_force:
            yield Asset(f"{base}{comparison_data.FILE}", compared)
        if version.source and studio.language == LANGUAGES[0]:
            yield Asset(f"{base}{version.slug}/{version.source}", _bytes(version.path.parent / version.source))


def _schemas(studio: Studio) -> Made:
    if studio.language == LANGUAGES[0]:
        yield Asset(record.SCHEMA_PATH, record.schema())


def _bytes(path: Path) -> bytes:
    return path.read_bytes()


def sitemap(work: list[Work], prose_addresses: list[str], setting: Setting) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every page to be indexed: its address, and that of the same page in each language."""
    made = (one for piece in work for one in (*piece.addresses, *piece.further()) if one not in piece.unindexed)
    addresses = [*prose_addresses, *made]
    found = []
    for address in sorted(set(addresses) - {"schema/"}):
        urls = [(language, setting.url(language, address)) for language in LANGUAGES]
        found += [(url, [*urls, ("x-default", urls[0][1])]) for _, url in urls]
    return found

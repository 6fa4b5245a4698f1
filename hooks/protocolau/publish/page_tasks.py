"""What the site is made of: each piece of work with the addresses that it fills, made only when asked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from protocolau.comparison.index import ComparisonIndex
from protocolau.exporting import record
from protocolau.language import LANGUAGES
from protocolau.library.addresses import (
    bilingual_address,
    changes_address,
    council_addresses,
    document_address,
    embed_address,
    former_addresses,
    version_address,
    version_addresses,
)
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.vocabulary import Topic
from protocolau.publish import lists_made_from, made_from
from protocolau.publish.page_task import Content, PageTask
from protocolau.render import citing, comparison_data
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset, Page
from protocolau.render.pages import (
    changes,
    compare,
    councils,
    coverage,
    documents,
    embed,
    glossary,
    home,
    likeness,
    moved,
    news,
    parties,
    policies,
    protocol,
    reviews,
    roles,
    topics,
    translation,
)
from protocolau.search import page as search
from protocolau.search.files import FOLDERS
from protocolau.search.kept_statements import council_search_file
from protocolau.search.result_files import council_file_path


@dataclass(frozen=True, slots=True)
class HomeProse:
    """The home page's own prose, as MkDocs made it: its title, its description, and its HTML."""

    title: str
    description: str
    html: str


WAYS_IN = "<!-- ways in -->"
"""Stands in the home page's prose where the ways to councils, topics and clauses go."""


DigestOf = Callable[[str], str | None]
"""What changes with any file of a council, by its slug; None where that cannot be told."""


def page_tasks(
    comparison: ComparisonIndex, prose: dict[str, HomeProse], digest_of: DigestOf = lambda slug: None
) -> list[PageTask]:
    """All the work of the site, in the order of its addresses."""
    library = comparison.library
    fixed = [
        *(PageTask(search.ADDRESSES, search.pages, FOLDERS, languages=(language,)) for language in LANGUAGES),
        PageTask(("",), lambda rendering: _home(rendering, prose[rendering.language])),
        PageTask(("councils/",), councils.pages, made_from=lists_made_from.of_councils),
        PageTask(("topics/",), topics.pages, made_from=lists_made_from.of_topics),
        _comparison_task(library, (compare.ADDRESS,), compare.pages, lists_made_from.of_choice),
        _comparison_task(library, coverage.addresses(library), coverage.pages, lists_made_from.of_coverage),
        _comparison_task(library, ("compare/likeness/",), likeness.pages, lists_made_from.of_likeness),
        PageTask(("roles/",), roles.pages, made_from=lists_made_from.of_roles, forget=_forget_all),
        PageTask(("policies/",), policies.pages, made_from=lists_made_from.of_policies),
        PageTask(("parties/",), parties.pages, made_from=lists_made_from.of_parties),
        PageTask(("glossary/",), glossary.pages, made_from=lists_made_from.of_vocabulary),
        PageTask(("translation/",), translation.pages, made_from=lists_made_from.of_desk),
        PageTask((reviews.ADDRESS,), reviews.pages, made_from=lists_made_from.of_reviews),
        PageTask((), lambda rendering: iter([news.news_of_all(rendering)]), files=(news.OF_ALL,)),
        PageTask(("schema/",), _schemas, unindexed=("schema/",), made_from=lists_made_from.of_vocabulary),
    ]
    return [
        *fixed,
        *(_topic_task(comparison, topic) for topic in library.vocabulary.topics.values()),
        *(_council_task(comparison, council, digest_of(council.slug)) for council in library.councils.values()),
        *(_moved_task(council) for council in library.councils.values() if council.formerly),
    ]


def _home(rendering: RenderContext, prose: HomeProse) -> Content:
    if rendering.library.sole:
        yield home.page_of_one(rendering, rendering.library.sole)
        return
    content = prose.html.replace(WAYS_IN, home.ways_in(rendering))
    yield Page(rendering.language, "", "", prose.title, prose.description, f'<div class="home">{content}</div>')


def _comparison_task(
    library: Library,
    addresses: tuple[str, ...],
    make: Callable[[RenderContext], Content],
    made_from: Callable[[RenderContext], str],
) -> PageTask:
    """A page of comparisons, which search engines leave out where there is nothing to compare."""
    unindexed = () if library.relations.is_comparable else addresses
    return PageTask(addresses, make, unindexed, made_from=made_from)


def _topic_task(comparison: ComparisonIndex, topic: Topic) -> PageTask:
    address = f"topics/{topic.slug}/"
    return PageTask(
        (address,),
        lambda rendering: topics.topic_pages(rendering, topic),
        unindexed=() if comparison.is_spoken_of(topic.slug) else (address,),
        further=lambda: topics.further_addresses(comparison, topic),
        made_from=lambda rendering: made_from.of_topic(rendering, topic),
        forget=_forget_topic,
    )


def _council_task(comparison: ComparisonIndex, council: Council, digest: str | None) -> PageTask:
    return PageTask(
        tuple(council_addresses(council)),
        lambda rendering: _council_pages(rendering, council),
        unindexed=(*map(version_address, council.versions), *map(embed_address, council.documents.values())),
        further=lambda: _further_addresses(comparison, council),
        last_known=dict(_last_known(comparison.library, council)),
        files=(council_file_path(council.slug),),
        made_from=(lambda rendering: made_from.of_council(rendering, council, digest)) if digest else None,
        forget=lambda rendering: _forget(rendering, council),
    )


def _further_addresses(comparison: ComparisonIndex, council: Council) -> Iterator[str]:
    for document in council.documents.values():
        version = comparison.library.version_shown(council.slug, document.kind)
        yield from translation.further_addresses(document, version)
        yield from changes.further_addresses(document)


def _last_known(library: Library, council: Council) -> Iterator[tuple[str, date]]:
    """Of the indexed pages of a council those that have a day, with it."""
    for document in council.documents.values():
        shown = library.version_shown(council.slug, document.kind).last_known(library.today)
        of_all = [day for one in document.versions if (day := one.last_known(library.today))]
        if shown:
            yield document_address(council.slug, document.kind), shown
            yield bilingual_address(document), shown
        if of_all and len(document.versions) > 1:
            yield changes_address(document), max(of_all)


def _moved_task(council: Council) -> PageTask:
    addresses = moved.addresses(council)
    return PageTask(addresses, lambda rendering: moved.pages(rendering, council), unindexed=addresses)


def _forget_all(rendering: RenderContext) -> None:
    """Let go of what was worked out for a page that quotes many councils."""
    rendering.cache.version_views.clear()


def _forget_topic(rendering: RenderContext) -> None:
    _forget_all(rendering)
    rendering.comparison.let_go_of_excerpts()


def _forget(rendering: RenderContext, council: Council) -> None:
    for version in council.versions:
        rendering.cache.version_views.pop(version, None)


def _council_pages(rendering: RenderContext, council: Council) -> Content:
    yield from documents.pages(rendering, council)
    yield council_search_file(rendering, council)
    for document in council.documents.values():
        yield from protocol.pages(rendering, document)
        yield from translation.bilingual_pages(rendering, document)
        yield from changes.pages(rendering, document)
        for version in document.versions:
            if not version.awaiting_review:
                made = comparison_data.of_version(rendering, council, version)
                yield _beside(version_addresses(rendering.library, version)[-1:], comparison_data.FILE, made)
    yield from files_to_take_away(rendering, council)


def files_to_take_away(rendering: RenderContext, council: Council) -> Content:
    """What others take away or embed in their own pages: calendar, feed, citations, data, sources, pages to embed."""
    yield reviews.council_calendar(rendering, council)
    yield news.news_of_council(rendering, council)
    for document in council.documents.values():
        yield from embed.files(rendering, document)
        for version in document.versions:
            yield from _version_files(rendering, council, version)
            yield from citing.citation_files(rendering, version)


def _version_files(rendering: RenderContext, council: Council, version: Version) -> Iterator[Asset]:
    """The files beside the pages of a version that are the same in each language: its data, and its source."""
    if rendering.language != LANGUAGES[0]:
        return
    addresses = version_addresses(rendering.library, version)
    former = [one for address in addresses for one in former_addresses(council, address)]
    made = record.record(rendering.library, version, rendering.settings.addresses)
    yield _beside([*addresses, *former], record.FILE, made)
    if version.source:
        yield _beside(addresses[:1], version.source, (version.path.parent / version.source).read_bytes())


def _beside(addresses: Sequence[str], name: str, content: bytes) -> Asset:
    """A file of one name beside the pages at some addresses."""
    first, *further = (f"{address}{name}" for address in addresses)
    return Asset(first, content, tuple(further))


def _schemas(rendering: RenderContext) -> Content:
    if rendering.language == LANGUAGES[0]:
        yield Asset(record.SCHEMA_PATH, record.schema())

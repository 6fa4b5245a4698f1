"""News of versions, as feeds: one for all councils, and one beside each council's page."""

import posixpath
from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

from protocolau.comparison.version_changes import SAME
from protocolau.exporting.feed import FILE, TYPE, Feed, FeedEntry, feed
from protocolau.library.addresses import changes_address, council_address, former_addresses, version_address
from protocolau.model.protocol import Council, Document, Version
from protocolau.model.standing import has_begun
from protocolau.read.dates import PartialDate
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.render.pages.councils import document_name
from protocolau.render.standing import version_date
from protocolau.render.version_step import step_id, version_step
from protocolau.translation.reading import Reading

MOST = 50
"""Entries of the feed for all councils: the newest."""

OF_ALL = f"reviews/{FILE}"
"""The path of the feed for all councils."""


class _News(NamedTuple):
    """A version that has come into force, the day of it, and the version before it."""

    adopted: PartialDate
    version: Version
    before: Version | None


def news_of_all(rendering: RenderContext) -> Asset:
    """The feed of all councils."""
    t, councils = rendering.messages, rendering.library.councils.values()
    documents = (document for council in councils for document in council.documents.values())
    title = t("news.title", name=t("site.name"))
    return _feed(rendering, OF_ALL, "reviews/", title, documents, MOST)


def news_of_council(rendering: RenderContext, council: Council) -> Asset:
    """The feed beside a council's page, and beside the pages that lead on to it from names that it has had."""
    address = council_address(council.slug)
    former = tuple(f"{one}{FILE}" for one in former_addresses(council, address))
    title = rendering.messages("news.title", name=council.name[rendering.language])
    return _feed(rendering, f"{address}{FILE}", address, title, council.documents.values(), None, former)


def news_link(rendering: RenderContext, council: Council, address: str) -> tuple[str, str, str]:
    """The feed of a council, as the head of the page at an address announces it."""
    title = rendering.messages("news.title", name=council.name[rendering.language])
    return TYPE, posixpath.relpath(f"{council_address(council.slug)}{FILE}", address), title


def _feed(
    rendering: RenderContext,
    path: str,
    page: str,
    title: str,
    documents: Iterable[Document],
    most: int | None,
    further: tuple[str, ...] = (),
) -> Asset:
    t = rendering.messages
    about = Feed(
        title, t("news.subtitle"), rendering.language, rendering.url(path), rendering.url(page), t("site.name")
    )
    found = sorted(_news(rendering, documents), key=lambda one: (one.adopted.last_day, one.version.slug), reverse=True)
    return Asset(path, feed(about, [_entry(rendering, one) for one in found[:most]]), further)


def _news(rendering: RenderContext, documents: Iterable[Document]) -> Iterable[_News]:
    """The versions that have a date, and have come into force by today."""
    for document in documents:
        for before, version in pairwise((None, *document.versions)):
            if version and version.adopted and has_begun(version, rendering.library.today):
                yield _News(version.adopted, version, before)


def _entry(rendering: RenderContext, news: _News) -> FeedEntry:
    t, version, begun = rendering.messages, news.version, news.adopted.last_day
    council = rendering.library.councils[version.council]
    name = document_name(rendering, rendering.library.document_of(version))
    summary, html = _said(rendering, news)
    return FeedEntry(
        id=_id(rendering, council, version),
        title=t("news.entry", document=name, date=version_date(rendering, version)),
        url=rendering.url(version_address(version)),
        published=begun,
        updated=max(begun, version.last_known(rendering.library.today) or begun),
        author=council.name[rendering.language],
        summary=summary,
        html=html,
    )


def _id(rendering: RenderContext, council: Council, version: Version) -> str:
    """The permanent address under the first name that the council had, whatever it is called today."""
    below = version_address(version).removeprefix(council_address(council.slug))
    return rendering.url(f"{council_address(council.first_slug)}{below}")


def _said(rendering: RenderContext, news: _News) -> tuple[str, str]:
    """What changed with a version, in a sentence and in full."""
    version, before = news.version, news.before
    if before is None:
        words = rendering.messages("news.first", title=Reading(version, rendering.language).title.text)
        return words, rendering.render("feed/changes.html", sum=words, rows=[], facts=[], changes="")
    step = version_step(rendering, before, version)
    address = changes_address(rendering.library.document_of(version))
    html = rendering.render(
        "feed/changes.html",
        sum=step.sum,
        facts=step.facts,
        rows=[row for run in step.runs for row in run.rows if row.change.verdict != SAME],
        changes=f"{rendering.url(address)}#{step_id(before)}",
    )
    return step.sum, html

"""The sitemap: every page that search engines may index, with its counterpart in each language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from protocolau.language import LANGUAGES
from protocolau.library.addresses import SiteAddresses
from protocolau.publish.page_task import PageTask


class SitemapEntry(NamedTuple):
    """A page: its absolute address, that of the same page in each language by the code of `hreflang`, and its last day.

    That is the last day on which the data know that anything was done about what it shows; None where there is none.
    """

    url: str
    alternates: list[tuple[str, str]]
    last_known: date | None


def sitemap(tasks: Sequence[PageTask], prose: Iterable[str], addresses: SiteAddresses) -> Iterator[SitemapEntry]:
    """The entries of the pages that tasks make and of the pages of prose at some addresses, in order of address."""
    indexed = {
        address for task in tasks for address in (*task.addresses, *task.further()) if address not in task.unindexed
    }
    known = {address: day for task in tasks for address, day in task.last_known.items()}
    for address in sorted({*prose, *indexed}):
        urls = [(language, addresses.url(language, address)) for language in LANGUAGES]
        for _, url in urls:
            yield SitemapEntry(url, [*urls, ("x-default", urls[0][1])], known.get(address))

"""The sitemap: every page that search engines may index. Each page names its counterparts in its own head."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from protocolau.language import LANGUAGES
from protocolau.library.addresses import SiteAddresses
from protocolau.publish.page_task import PageTask
from protocolau.render.theme import Theme

FILE = "sitemap.xml"
MOST = 40_000
"""Pages of one file. Search engines read no more than 50,000 of one; where there are more, it lists further files."""


class PagePlace(NamedTuple):
    """Where a page stands: its address below the root of its language."""

    address: str
    language: str


class SitemapEntry(NamedTuple):
    """A page: its absolute address, and its last day.

    That is the last day on which the data know that anything was done about what it shows; None where there is none.
    """

    url: str
    last_known: date | None


def sitemap(tasks: Sequence[PageTask], prose: Iterable[PagePlace], addresses: SiteAddresses) -> list[SitemapEntry]:
    """The entries of the pages that tasks make, in each language, and of pages of prose, in order of address."""
    indexed = {
        address for task in tasks for address in (*task.addresses, *task.further()) if address not in task.unindexed
    }
    known = {address: day for task in tasks for address, day in task.last_known.items()}
    places = {*prose, *(PagePlace(address, language) for address in indexed for language in LANGUAGES)}
    return [
        SitemapEntry(addresses.url(language, address), known.get(address))
        for address, language in sorted(places, key=lambda place: (place.address, LANGUAGES.index(place.language)))
    ]


def sitemap_files(
    entries: Sequence[SitemapEntry], addresses: SiteAddresses, theme: Theme, most: int = MOST
) -> Iterator[tuple[str, str]]:
    """The names of the files at the root of the site, and what is in each."""
    if len(entries) <= most:
        yield FILE, theme.render("pages/sitemap.xml", pages=entries)
        return
    parts = [entries[start : start + most] for start in range(0, len(entries), most)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield name, theme.render("pages/sitemap.xml", pages=part)
    yield FILE, theme.render("pages/sitemap_index.xml", files=[f"{addresses.site_url}{name}" for name in names])

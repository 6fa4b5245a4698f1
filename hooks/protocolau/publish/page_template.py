"""The theme's page, rendered once for each language and stamped for every page of ours.

Rendering the theme for each of thousands of pages is what makes MkDocs slow; what differs between
them is the head, the way to the root, the section in the masthead, and the content.
"""

import re
from html import escape
from types import SimpleNamespace
from typing import NamedTuple

from protocolau.render import frame
from protocolau.render.context import SiteSettings
from protocolau.render.page import Page

SITE = "\x03"
"""Stands in the theme's page for the way to the root of the site."""

_SLOTS = {"head": "\x10", "assets": "\x11", "header": "\x12", "content": "\x13", "footer": "\x14"}
SENTINELS = SimpleNamespace(**_SLOTS, address=frame.CANONICAL)
"""What the theme prints in place of a frame: where pages are cut, and where their own address goes."""


class _Cut(NamedTuple):
    """The theme's page between the places for ours, with the way to the root of the site put in."""

    before_head: str
    before_header: str
    before_content: str
    before_footer: str
    after: str


class PageTemplate:
    """The theme's page in one language, cut at the sentinels. Raises ValueError where one is missing."""

    def __init__(self, html: str, language: str, settings: SiteSettings):
        self.html = html
        self._pieces = re.split("[\x10-\x14]", html)
        if len(self._pieces) != len(_SLOTS) + 1:
            raise ValueError(f"the theme's page has {len(self._pieces) - 1} places for ours, not {len(_SLOTS)}")
        self._language, self._settings = language, settings
        self._cuts: dict[str, _Cut] = {}
        self._headers: dict[tuple[str, str], str] = {}
        self._footer = str(frame.footer(language, settings))

    def stamp(self, page: Page, relative: frame.RelativeAddresses | None = None) -> bytes:
        """The whole page. `relative` is given where a page does not lie at its address (the 404 page)."""
        relative = relative or frame.relative_addresses(page.language, page.address)
        cut = self._cut(relative.site)
        inner = "".join((self._header(page), cut.before_content, page.content, cut.before_footer, self._footer))
        canonical = self._settings.addresses.url(page.language, page.address)
        placed = frame.with_addresses(inner, relative, canonical)
        head = frame.head(page, self._settings)
        before = cut.before_head.replace(frame.CANONICAL, escape(canonical))
        return "".join((before, head, cut.before_header, placed, cut.after)).encode()

    def _cut(self, site: str) -> _Cut:
        """The pieces for pages from which the root of the site lies at a relative address. There are few such."""
        if site not in self._cuts:
            pieces = [piece.replace(f"{SITE}/", site).replace(SITE, site or "./") for piece in self._pieces]
            before, assets, to_header, to_content, to_footer, after = pieces
            to_header = assets + str(frame.assets(site, self._settings)) + to_header
            self._cuts[site] = _Cut(before, to_header, to_content, to_footer, after)
        return self._cuts[site]

    def _header(self, page: Page) -> str:
        """The masthead, made once for all pages of a section, and once for the section's own page."""
        address = page.address if page.address == f"{page.section}/" else "-"
        key = (page.section, address)
        if key not in self._headers:
            self._headers[key] = str(frame.header(self._language, address, page.section, self._settings))
        return self._headers[key]

"""The theme's page, rendered once for each language and stamped for every page of ours.

Rendering the theme for each of thousands of pages is what makes MkDocs slow; what differs between
them is the head, the way to the root, the section in the masthead, and the content.
"""

import re
from functools import cache
from types import SimpleNamespace

from protocolau.render import frame
from protocolau.render.page import ROOT, Page, SiteSettings

SITE = "\x03"
"""Stands in the theme's page for the way to the root of the site."""

_SLOTS = {"head": "\x10", "assets": "\x11", "header": "\x12", "content": "\x13", "footer": "\x14"}
SENTINELS = SimpleNamespace(**_SLOTS)
"""What the theme prints in place of a frame, and where pages are cut."""


class PageTemplate:
    """The theme's page in one language, cut at the sentinels."""

    def __init__(self, html: str, language: str, settings: SiteSettings):
        self._pieces = re.split("[\x10-\x14]", html)
        if len(self._pieces) != len(_SLOTS) + 1:
            raise ValueError(f"the theme's page has {len(self._pieces) - 1} places for ours, not {len(_SLOTS)}")
        self._language, self._settings = language, settings
        self._cut = cache(self._cut)
        self._header = cache(self._header)
        self._footer = str(frame.footer(language, settings))

    def stamp(self, page: Page, way: frame.RelativeAddresses | None = None) -> bytes:
        """The whole page. `way` is given where a page does not lie at its address (the 404 page)."""
        way = way or frame.relative_addresses(page.language, page.address)
        before, assets, header, content, foot, after = self._cut(way.site)
        canonical = self._settings.url(page.language, page.address)
        inner = "".join(
            (
                self._header(page.section, page.address == f"{page.section}/"),
                header,
                page.content,
                content,
                self._footer,
            )
        )
        placed = inner.replace(ROOT, way.root).replace(frame.SWITCH, way.switch).replace(frame.CANONICAL, canonical)
        return "".join((before, frame.head(page, self._settings), assets, placed, after)).encode()

    def _cut(self, site: str) -> list[str]:
        """The pieces with the way to the root of the site put in."""
        pieces = [piece.replace(f"{SITE}/", site).replace(SITE, site or "./") for piece in self._pieces]
        before, assets, to_header, to_content, to_footer, after = pieces
        return [before, assets + str(frame.assets(site)) + to_header, to_content, to_footer, "", after]

    def _header(self, section: str, is_section: bool) -> str:
        address = f"{section}/" if is_section else "-"
        return str(frame.header(self._language, address, section, self._settings))

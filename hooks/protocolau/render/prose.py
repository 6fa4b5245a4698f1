"""The pieces of prose pages that depend on who publishes the site, put where the prose has a comment of their name."""

import re

from protocolau.render.context import SiteSettings

_PIECE = re.compile(r"<!-- piece: (responsible|contact|enforcement) -->")
"""`<!-- piece: contact -->` stands in the Markdown where `prose/contact.html` of the theme goes."""


def with_pieces(html: str, language: str, settings: SiteSettings) -> str:
    """The HTML of a prose page with each comment that names a piece replaced by that piece."""

    def piece(found: re.Match[str]) -> str:
        messages = settings.theme.messages[language]
        return settings.theme.render(f"prose/{found[1]}.html", t=messages, publisher=settings.publisher)

    return _PIECE.sub(piece, html)

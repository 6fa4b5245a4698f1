"""What is put into pages of prose at the places that comments mark, so that they are true of any site and publisher."""

import re

from markupsafe import Markup

from protocolau.render.clause_examples import examples
from protocolau.render.context import RenderContext, SiteSettings
from protocolau.render.frame import relative_addresses, with_addresses
from protocolau.render.pages.councils import councils_by_name, facts_of_council
from protocolau.render.pages.home import FEW

COUNCILS, ADDRESSES = "<!-- councils -->", "<!-- addresses of clauses -->"
_PIECE = re.compile(r"<!-- piece: (responsible|contact|enforcement) -->")
"""`<!-- piece: contact -->` stands in the Markdown where `prose/contact.html` of the theme goes."""
_SEVERAL = re.compile(r"<!-- several councils -->(.*?)<!-- end -->\n?", re.DOTALL)
"""What is said only where councils stand beside each other."""


def with_pieces(html: str, language: str, settings: SiteSettings) -> str:
    """The HTML of a prose page with each comment that names a piece replaced by that piece."""

    def piece(found: re.Match[str]) -> str:
        messages = settings.theme.messages[language]
        return settings.theme.render(f"prose/{found[1]}.html", t=messages, publisher=settings.publisher)

    return _PIECE.sub(piece, html)


def filled(rendering: RenderContext, html: str, address: str) -> str:
    """The HTML of a page of prose with what the library says in its places."""
    html = _SEVERAL.sub("" if rendering.library.sole else r"\1", html)
    if COUNCILS in html:
        html = html.replace(COUNCILS, _placed(rendering, _councils(rendering), address))
    if ADDRESSES in html:
        rows = rendering.render("parts/clause_addresses.html", examples=examples(rendering))
        html = html.replace(ADDRESSES, _placed(rendering, rows, address))
    return html


def in_its_language(rendering: RenderContext, html: str, language: str) -> str:
    """The HTML of a page of prose, by the language of its words: one that is not translated says so, and in which they
    are."""
    if language == rendering.language:
        return html
    return rendering.render("prose/untranslated.html", html=Markup(html), written_in=language)


def _councils(rendering: RenderContext) -> str:
    councils = councils_by_name(rendering)
    documents = [one for council in councils[:FEW] for one in facts_of_council(rendering, council)]
    return rendering.render("parts/councils_of_site.html", documents=documents, total=len(councils), few=FEW)


def _placed(rendering: RenderContext, html: str, address: str) -> str:
    relative = relative_addresses(rendering.language, address)
    return with_addresses(html, relative, rendering.url(address))

"""/councils/<slug>/embed/: the version that is shown of a document, for a frame on another site; and HTML to paste."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from protocolau.language import other
from protocolau.library.addresses import document_address, embed_address, version_address
from protocolau.model.protocol import Document
from protocolau.model.provision import Provision
from protocolau.render.article import article
from protocolau.render.context import RenderContext
from protocolau.render.frame import SWITCH, relative_addresses, with_addresses
from protocolau.render.other_language import translation_notice
from protocolau.render.page import ROOT, Asset
from protocolau.render.pages.councils import facts
from protocolau.render.provision_view import ProvisionView
from protocolau.render.standing import standing_notice
from protocolau.render.version_view import VersionView
from protocolau.translation.reading import Reading

PASTED = "html.txt"
"""What the HTML to paste is called: text, so that a browser shows it as it is to be copied."""


def files(rendering: RenderContext, document: Document) -> Iterator[Asset]:
    """The page, which has a frame of its own and so is no page of the theme's, and the HTML to paste."""
    address, canonical = embed_address(document), document_address(document.council, document.kind)
    values = _values(rendering, document)
    html = rendering.render(
        "pages/embed.html",
        **values,
        other=other(rendering.language),
        switch=SWITCH,
        canonical=rendering.url(canonical),
        policy=rendering.settings.policy,
    )
    relative = relative_addresses(rendering.language, address)
    yield Asset(f"{address}index.html", with_addresses(html, relative, rendering.url(canonical)).encode())
    yield Asset(f"{address}{PASTED}", rendering.render("parts/pasted.html", **values).encode())


def frame_lines(rendering: RenderContext, document: Document) -> str:
    """The lines that show a document in a frame."""
    shown = rendering.library.version_shown(document.council, document.kind)
    url, title = rendering.url(embed_address(document)), Reading(shown, rendering.language).title
    return rendering.render("parts/frame_lines.html", url=url, title=title)


def _values(rendering: RenderContext, document: Document) -> dict[str, object]:
    """What both show: the words of the version, how it stands, and whose translation it is."""
    t, council = rendering.messages, rendering.library.councils[document.council]
    version = rendering.library.version_shown(document.council, document.kind)
    view, shown = rendering.view_of(version), facts(rendering, council, version)
    body = article(rendering, view)
    return {
        "body": body,
        "framed": _finished(rendering, view, body, is_framed=True),
        "pasted": _finished(rendering, view, body, is_framed=False),
        "article_language": view.language,
        "facts": shown,
        "notice": standing_notice(rendering, version),
        "translation_notice": translation_notice(rendering, version),
        "stale": [view.citation(one.anchor) for one in version.provisions.values() if _is_stale(view, one)],
        "is_partly_translated": _is_partly_translated(view.reading),
        "version_language": version.language,
        "page_title": t("protocol.page_title", title=shown.title, council=shown.name),
        "description": t("embed.description", title=shown.title, council=shown.name),
        "version_page": f"../{version.slug}/",
        "url": rendering.url(version_address(version)),
    }


def _is_stale(view: VersionView, provision: Provision) -> bool:
    return view.reading.state_at(provision) == "stale"


def _is_partly_translated(reading: Reading) -> bool:
    """Whether words of two languages stand side by side, some of them translated by us and some by nobody yet."""
    is_ours = not reading.is_original and reading.version.other_language != "equal"
    return is_ours and reading.state != "missing" and bool(reading.states["missing"])


class Finished(NamedTuple):
    """What is made before a whole is, by anchor: provisions whole, or their headings and words."""

    leaves: dict[str, Markup]
    lines: dict[str, Markup]


def _finished(
    rendering: RenderContext, view: VersionView, body: tuple[ProvisionView, ...], is_framed: bool
) -> Finished:
    """All that can be finished of each provision that is no cell of a table. In a frame its number leads to it."""
    line, whole = (rendering.settings.theme.macro("parts/bare_provision.html", one) for one in ("bare_line", "bare"))
    made, kept, root = Finished({}, {}), "framed" if is_framed else "pasted", ROOT if is_framed else ""
    for one in (inner for part in body for inner in part.walk()):
        html = getattr(one.leaf, kept) if one.leaf else None
        if html is None:
            link = (one.anchor, view.citation(one.anchor)) if is_framed and one.number else None
            made.lines[one.anchor] = line(one, root, link)
        if html is None and one.leaf:
            html = whole(one, made.lines, made.leaves, rendering.language, rendering.messages, root, is_framed)
            setattr(one.leaf, kept, html)
        if html is not None:
            made.leaves[one.anchor] = html
    return made

"""/councils/<slug>/ and /councils/<slug>/<version>/: a document as adopted, and what stands beside it.

Of any kind but the relations protocol these are /councils/<slug>/<kind>/ and /councils/<slug>/<kind>/<version>/.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any

from markupsafe import Markup

from protocolau.comparison.leading_headings import leading_headings
from protocolau.exporting.outgoing_document import adoption
from protocolau.exporting.record import FILE as RECORD
from protocolau.language import LANGUAGES, other
from protocolau.library.addresses import document_address, version_address
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Council, Document, Version
from protocolau.model.provision import CycleStage, Diagram
from protocolau.model.vocabulary import Topic
from protocolau.render.article import article, outline
from protocolau.render.asides import with_asides, without_asides
from protocolau.render.citing import cited, permanent_url
from protocolau.render.context import RenderContext
from protocolau.render.downloads import downloads
from protocolau.render.editing import line_of_document
from protocolau.render.frame import SWITCH, relative_addresses
from protocolau.render.linked_data import legislation
from protocolau.render.other_language import translation_notice
from protocolau.render.page import ROOT, Page
from protocolau.render.pages.councils import facts, facts_of_council
from protocolau.render.pages.embed import frame_lines
from protocolau.render.pages.likeness import nearest
from protocolau.render.pages.news import news_link
from protocolau.render.pages.own_roles import own_tables
from protocolau.render.picture import picture
from protocolau.render.provision_view import ProvisionView
from protocolau.render.standing import standing_notice, title_of_document, title_with_standing, version_date
from protocolau.render.version_view import VersionView
from protocolau.translation.reading import Reading

MANY = 400
"""Provisions above which a browser is told which pieces of a page it need not lay out before they are near."""
MOST_IN_PIECE = 16
"""Provisions of such a piece."""
MOST_STAGES, LONGEST_STAGE, LONGEST_LEADER = 5, 17, 24
"""Stages of a cycle that can be drawn without one covering another, and letters that a stage has room for."""


@dataclass(frozen=True, slots=True)
class CyclePoint:
    """A stage of a cycle on its circle, and where the arrows leave and reach it."""

    x: int
    y: int
    leave: str
    arrive: str


@dataclass(frozen=True, slots=True)
class ProtocolPage:
    """What the template of a protocol needs besides the views of its provisions."""

    version: Version
    language: str
    lines: Mapping[str, Markup]
    """By anchor the number and the words of each provision that is not a cell of a table, and not finished."""
    leaves: Mapping[str, Markup]
    """By anchor the finished HTML of provisions that others have too."""
    table_names: Mapping[str, str]
    """By anchor what to call the table of each provision that has one."""
    parties: Mapping[str, str]
    """The name of each party, by its slug."""
    pieces: frozenset[str]
    """The anchors of the pieces of a very long page: provisions with all that stands in them."""
    leading: frozenset[str]
    """The anchors of provisions whose heading leads into what stands below it."""
    circles: Mapping[str, tuple[CyclePoint, ...]]
    """By anchor the places of the stages of each cycle, clockwise from the top; none where they have no room."""


def protocol_page(rendering: RenderContext, view: VersionView, parts: tuple[ProvisionView, ...]) -> ProtocolPage:
    """Everything that the template asks for by anchor, worked out before it is rendered."""
    views = [one for part in parts for one in part.walk()]
    lines: dict[str, Markup] = {}
    leaves: dict[str, Markup] = {}
    page = ProtocolPage(
        version=view.version,
        language=rendering.language,
        lines=lines,
        leaves=leaves,
        table_names={one.anchor: _table_name(rendering, view, one) for one in views if one.has_table},
        parties={slug: party.name[rendering.language] for slug, party in rendering.library.vocabulary.parties.items()},
        pieces=frozenset(_pieces(parts) if len(views) > MANY else ()),
        leading=frozenset(_leading(view.version)),
        circles={one.anchor: _circle(rendering, one.diagram) for one in views if one.diagram},
    )
    made = rendering.settings.theme.macro("parts/line.html", "line")
    whole = rendering.settings.theme.macro("parts/provision.html", "provision")
    for one in views:
        if (leaf := None if page.pieces else one.leaf) is None:
            lines[one.anchor] = _line(rendering, view, one, made)
            continue
        if leaf.of_page is None:
            lines[one.anchor] = made(one, view.citation(one.anchor), ROOT)
            leaf.of_page = whole(one, page, rendering.messages, ROOT)
        leaves[one.anchor] = leaf.of_page
    return page


def _leading(version: Version) -> Iterator[str]:
    for governing in set(version.governing.values()):
        yield from (one.anchor for one in leading_headings(governing))


def _pieces(provisions: Iterable[ProvisionView]) -> Iterator[str]:
    """The largest provisions that are small enough to be pieces."""
    for provision in provisions:
        if sum(1 for _ in provision.walk()) <= MOST_IN_PIECE:
            yield provision.anchor
        else:
            yield from _pieces((*provision.items, *provision.provisions))


def _line(rendering: RenderContext, view: VersionView, provision: ProvisionView, made: Callable[..., Markup]) -> Markup:
    """The number and the words of a provision. Councils share most of theirs: what looks alike is made once."""
    label = view.citation(provision.anchor)
    lines, look = rendering.cache.lines, (label, *provision.look())
    if look in lines:
        return lines[look]
    line = made(provision, label, ROOT)
    lines[look] = line
    return line


def _table_name(rendering: RenderContext, view: VersionView, provision: ProvisionView) -> str:
    """The heading of a table in the language of the page, or its number, or that it is a table."""
    source = view.version.provisions[provision.anchor]
    if source.heading:
        return view.plain_unit(source.heading, f"{source.anchor} heading", view.version.language)
    return source.number or rendering.messages("table")


def _circle(rendering: RenderContext, diagram: Diagram) -> tuple[CyclePoint, ...]:
    steps = diagram.steps
    has_room = len(steps) <= MOST_STAGES and all(_has_room(rendering, step) for step in steps)
    return tuple(_on_circle(index, len(steps)) for index in range(len(steps))) if has_room else ()


def _has_room(rendering: RenderContext, step: CycleStage) -> bool:
    """Whether the words of a stage stand within it where it is drawn."""
    led = ""
    if step.by:
        party = rendering.library.vocabulary.parties[step.by].name[rendering.language]
        led = rendering.messages("cycle.led", party=party)
    return len(step.label[rendering.language]) <= LONGEST_STAGE and len(led) <= LONGEST_LEADER


def _on_circle(index: int, stages: int) -> CyclePoint:
    angle = 2 * pi * index / stages - pi / 2
    gap = 0.62
    return CyclePoint(*_ellipse(angle), _written(angle + gap), _written(angle - gap))


def _ellipse(angle: float) -> tuple[int, int]:
    return round(320 + 210 * cos(angle)), round(180 + 120 * sin(angle))


def _written(angle: float) -> str:
    return " ".join(map(str, _ellipse(angle)))


def pages(rendering: RenderContext, document: Document) -> Iterator[Page]:
    """Each version at an address of its own, and the one to be shown at the document's.

    The text of the one to be shown stands at both. What editors make of it, and what changes with other councils,
    stands at the document's alone, to which the other leads.
    """
    for version in document.versions:
        values = _values(rendering, version)
        address = document_address(version.council, version.kind)
        if rendering.library.is_shown(version):
            yield _page(rendering, version, address, _content(rendering, values))
            repeated = _content(rendering, values, whole=_ABOVE, own=_ABOVE)
            yield _page(rendering, version, version_address(version), repeated, canonical=address)
        else:
            content = _content(rendering, values, own=_ABOVE)
            yield _page(rendering, version, version_address(version), content, indexed=False)


_ABOVE = "../"
"""The way from the page of a date to the document's own."""


def _content(rendering: RenderContext, values: Mapping[str, Any], whole: str = "", own: str = "") -> str:
    """The content of a page; `whole` leads to the page that has all of it, where this one repeats its text, and `own`
    to the document's own page."""
    article_ = (without_asides if whole else with_asides)(values["article"])
    return rendering.render("pages/protocol.html", **{**values, "article": article_, "whole": whole, "own": own})


def _page(
    rendering: RenderContext,
    version: Version,
    address: str,
    content: str,
    canonical: str | None = None,
    indexed: bool = True,
) -> Page:
    t, council = rendering.messages, rendering.library.councils[version.council]
    title = Reading(version, rendering.language).title.text
    title = t("protocol.page_title", title=title, council=council.name[rendering.language])
    own = address == document_address(version.council, version.kind)
    title = (title_of_document if own else title_with_standing)(rendering, version, title)
    return Page(
        language=rendering.language,
        address=address,
        section="councils",
        title=title,
        description=_description(rendering, council, version),
        content=content,
        canonical=canonical,
        indexed=indexed,
        linked_data=legislation(rendering, version),
        picture=picture(rendering, version),
        records=(
            ("application/json", record_address(rendering.language, address), t("record.json")),
            news_link(rendering, council, address),
        ),
    )


def record_address(language: str, address: str) -> str:
    """The way from a page to protocol.json, which holds both languages and lies beside the English page."""
    if language == LANGUAGES[0]:
        return RECORD
    return f"{relative_addresses(language, address).site}{address}{RECORD}"


def _description(rendering: RenderContext, council: Council, version: Version) -> str:
    t, name = rendering.messages, council.name[rendering.language]
    adopted = adoption(rendering.library, version, t)
    if version.kind == RELATIONS and rendering.library.standings[version].applies:
        return t("protocol.description", council=name, adopted=adopted)
    kind = rendering.library.vocabulary.documents[version.kind].name[rendering.language]
    title = Reading(version, rendering.language).title.text
    return t("document.description", council=name, title=title, kind=kind, adopted=adopted)


def _values(rendering: RenderContext, version: Version) -> dict[str, object]:
    """What the pages of a version show."""
    view, library = rendering.view_of(version), rendering.library
    parts, council = article(rendering, view), library.councils[version.council]
    index = library.by_kind[version.kind]
    page = protocol_page(rendering, view, parts)
    return {
        "other": other(rendering.language),
        "switch": SWITCH,
        "translated": other(version.language),
        "translation_state": Reading(version, other(version.language)).state,
        "translation_notice": translation_notice(rendering, version),
        "facts": facts(rendering, council, version),
        "others": [one for one in facts_of_council(rendering, council) if one.version.kind != version.kind],
        "versions": [(one, version_date(rendering, one)) for one in library.document_of(version).versions],
        "is_shown": library.is_shown(version),
        "citations": [
            (one, cited(rendering, version, one), permanent_url(rendering, version, one)) for one in LANGUAGES
        ],
        "edit_url": line_of_document(version, rendering.language).url(rendering.settings),
        "publisher": rendering.settings.publisher,
        "embed": frame_lines(rendering, library.document_of(version)),
        "notice": standing_notice(rendering, version),
        "reading": view.reading,
        "article_language": view.language,
        "article": rendering.render("parts/article.html", page=page, body=parts),
        "downloads": list(downloads(rendering, version, view.language)),
        "outline": outline(view, parts),
        "roles": list(own_tables(rendering, view)),
        "is_comparable": _is_comparable(index, version),
        "silent": list(_silent(index, version)),
        **_likeness(rendering, council, version),
    }


def _is_comparable(index: KindIndex, version: Version) -> bool:
    """Whether it may be said on what a version is silent."""
    others = any(one.council != version.council for one in index.versions)
    return others and bool(index.kind.expects) and not version.awaiting_review


def _silent(index: KindIndex, version: Version) -> Iterator[tuple[Topic, int]]:
    """The topics on which a version is silent, each with how many other councils speak of it."""
    own = index.by_council.get(version.council)  # which may speak of what another version is silent on
    spoken = own.spoken if own else {}
    for topic in index.silences(version):
        yield topic, len(index.speakers[topic.slug]) - (topic.slug in spoken)


def _likeness(rendering: RenderContext, council: Council, version: Version) -> dict[str, object]:
    """The protocols most like this one, where it is one of those that are compared."""
    compared = rendering.library.relations.by_council.get(council.slug) is version
    return nearest(rendering, council) if compared else {"likeness": None}

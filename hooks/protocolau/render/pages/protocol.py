"""/councils/<slug>/ and /councils/<slug>/<version>/: a protocol as adopted, and what stands beside it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from protocolau.language import other
from protocolau.library.roles import EXPECTATIONS, ROLES, roles_rows
from protocolau.model.protocol import Council, Version
from protocolau.render.article import ProvisionView, article, outline
from protocolau.render.context import RenderContext
from protocolau.render.frame import SWITCH
from protocolau.render.linked_data import legislation
from protocolau.render.page import Page
from protocolau.render.pages.councils import facts
from protocolau.render.pages.likeness import nearest
from protocolau.render.pages.roles import RolesCells, shown_rows
from protocolau.render.version_view import VersionView, version_view_of
from protocolau.translation.reading import Reading

REMEMBERED = 6_000
"""Provisions kept as made, in each language. What many councils share is met early; the rest would fill memory."""


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
    """By anchor the number and the words of each provision that is not a cell of a table."""
    table_names: Mapping[str, str]
    """By anchor what to call the table of each provision that has one."""
    parties: Mapping[str, str]
    """The name of each party, by its slug."""
    circles: Mapping[str, tuple[CyclePoint, ...]]
    """By anchor the places of the stages of each cycle, clockwise from the top."""


def protocol_page(rendering: RenderContext, view: VersionView, parts: tuple[ProvisionView, ...]) -> ProtocolPage:
    """Everything that the template asks for by anchor, worked out before it is rendered."""
    views = [one for part in parts for one in part.walk()]
    return ProtocolPage(
        version=view.version,
        language=rendering.language,
        lines={one.anchor: _line(rendering, view, one) for one in views},
        table_names={one.anchor: _table_name(rendering, view, one) for one in views if one.has_table},
        parties={slug: party.name[rendering.language] for slug, party in rendering.library.vocabulary.parties.items()},
        circles={one.anchor: _circle(len(one.diagram.steps)) for one in views if one.diagram},
    )


def _line(rendering: RenderContext, view: VersionView, provision: ProvisionView) -> Markup:
    """The number and the words of a provision. Councils share most of theirs: what looks alike is made once."""
    label = view.citation(provision.anchor)
    lines, look = rendering.cache.lines, (label, *provision.look())
    if look in lines:
        return lines[look]
    line = Markup(rendering.render("parts/line.html", p=provision, label=label))
    if len(lines) < REMEMBERED:
        lines[look] = line
    return line


def _table_name(rendering: RenderContext, view: VersionView, provision: ProvisionView) -> str:
    """The heading of a table in the language of the page, or its number, or that it is a table."""
    source = view.version.provisions[provision.anchor]
    if source.heading:
        return view.plain_unit(source.heading, f"{source.anchor} heading", view.version.language)
    return source.number or rendering.messages("table")


def _circle(stages: int) -> tuple[CyclePoint, ...]:
    return tuple(_on_circle(index, stages) for index in range(stages))


def _on_circle(index: int, stages: int) -> CyclePoint:
    angle = 2 * pi * index / stages - pi / 2
    gap = 0.62
    return CyclePoint(*_ellipse(angle), _written(angle + gap), _written(angle - gap))


def _ellipse(angle: float) -> tuple[int, int]:
    return round(320 + 210 * cos(angle)), round(180 + 120 * sin(angle))


def _written(angle: float) -> str:
    return " ".join(map(str, _ellipse(angle)))


def pages(rendering: RenderContext, council: Council) -> Iterator[Page]:
    """Each version at an address of its own, and the one in force at the council's."""
    for version in council.versions:
        content = _content(rendering, council, version)
        in_force = version is rendering.library.version_shown(council.slug)
        if in_force:
            yield _page(rendering, council, version, f"councils/{council.slug}/", content)
        address = f"councils/{council.slug}/{version.slug}/"
        canonical = f"councils/{council.slug}/" if in_force else None
        yield _page(rendering, council, version, address, content, canonical, indexed=in_force)


def _page(
    rendering: RenderContext,
    council: Council,
    version: Version,
    address: str,
    content: str,
    canonical: str | None = None,
    indexed: bool = True,
) -> Page:
    t = rendering.messages
    title = Reading(version, rendering.language).title.text
    name = council.name[rendering.language]
    return Page(
        language=rendering.language,
        address=address,
        section="councils",
        title=_title(rendering, council, version, t("protocol.page_title", title=title, council=name)),
        description=t("protocol.description", council=name, adopted=_adopted(rendering, version)),
        content=content,
        canonical=canonical,
        indexed=indexed,
        linked_data=legislation(rendering, council, version),
        records=(("application/json", "protocol.json", t("record.json")),),
    )


def _title(rendering: RenderContext, council: Council, version: Version, title: str) -> str:
    """The title of a page, which says of a superseded version that it is one, and which."""
    if version is rendering.library.version_shown(council.slug):
        return title
    t = rendering.messages
    return t("superseded.title", title=title, date=t.date(version.adopted) if version.adopted else t("undated"))


def _adopted(rendering: RenderContext, version: Version) -> str:
    t = rendering.messages
    return t("adopted.on", date=t.date(version.adopted)) if version.adopted else t("adopted.unknown")


def _content(rendering: RenderContext, council: Council, version: Version) -> str:
    view = version_view_of(rendering, version)
    shown = article(view)
    vocabulary = rendering.library.vocabulary
    cells = RolesCells(view)
    translated = other(version.language)
    return rendering.render(
        "pages/protocol.html",
        other=other(rendering.language),
        switch=SWITCH,
        translated=translated,
        translation_state=Reading(version, translated).state,
        page=protocol_page(rendering, view, shown.parts),
        facts=facts(rendering, council, version),
        reading=view.reading,
        article_language=view.language,
        body=shown.parts,
        outline=outline(shown.parts),
        roles=shown_rows(cells, roles_rows(version, vocabulary, ROLES)),
        expectations=shown_rows(cells, roles_rows(version, vocabulary, EXPECTATIONS)),
        terms=sorted(
            (vocabulary.terms[slug] for slug in shown.terms),
            key=lambda term: term.name[rendering.language].casefold(),
        ),
        silent=list(rendering.library.relations.silences(version)),
        in_force=rendering.library.version_shown(council.slug),
        **(
            nearest(rendering, council)
            if rendering.library.relations.by_council.get(council.slug) is version
            else {"likeness": None}
        ),
    )

"""/councils/<slug>/ and /councils/<slug>/<version>/: a protocol as adopted, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from protocolau.language import other
from protocolau.language.marks import plain
from protocolau.library.roles import EXPECTATIONS, ROLES, roles_rows
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.environment import environment
from protocolau.render.frame import SWITCH
from protocolau.render.linked_data import legislation
from protocolau.render.page import ROOT, Page, RenderContext
from protocolau.render.pages.councils import facts
from protocolau.render.pages.likeness import nearest
from protocolau.render.pages.roles import RolesCells, shown_rows
from protocolau.render.provisions import ProvisionView, citation, outline, version_view_of
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


class ProtocolPage:
    """What the template of a protocol asks for beyond the shown provisions."""

    def __init__(self, rendering: RenderContext, version: Version):
        self.rendering, self.version, self.language = rendering, version, rendering.language
        self.reading = Reading(version, rendering.language)

    def heading_of(self, provision: Provision | ProvisionView) -> str:
        """The heading of a provision in the language of the page, or its number, or its anchor."""
        found = self.version.provisions[provision.anchor]
        if found.heading:
            return plain(self.reading.say(f"{found.anchor} heading", found.heading).text)
        return found.number or self.rendering.messages("table")

    def name_of(self, provision: Provision | ProvisionView) -> str:
        """What to call a provision in a reference to it, in the language of the page."""
        return citation(self.rendering.messages, self.reading, provision.anchor)

    def line(self, shown: ProvisionView) -> Markup:
        """The number and the words of a provision. Councils share most of theirs: what is alike is made once."""
        label = self.name_of(shown)
        lines = self.rendering.made.setdefault("lines", {})
        key = (label, *shown.face())
        if key in lines:
            return lines[key]
        macro = environment().get_template("parts/provision.html").module.line
        line = macro(shown, self.language, label, self.rendering.messages, ROOT)
        if len(lines) < REMEMBERED:
            lines[key] = line
        return line

    def party(self, slug: str) -> str:
        """The name of a party."""
        return self.rendering.name(self.rendering.library.vocabulary.parties, slug)

    def on_circle(self, index: int, steps: int) -> CyclePoint:
        """A stage's place, clockwise from the top."""
        angle = 2 * pi * index / steps - pi / 2
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
        in_force = version is council.in_force
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
    if version is council.in_force:
        return title
    t = rendering.messages
    return t("superseded.title", title=title, date=t.date(version.adopted) if version.adopted else t("undated"))


def _adopted(rendering: RenderContext, version: Version) -> str:
    t = rendering.messages
    return t("adopted.on", date=t.date(version.adopted)) if version.adopted else t("adopted.unknown")


def _content(rendering: RenderContext, council: Council, version: Version) -> str:
    version_view = version_view_of(rendering, version)
    body = version_view.body()
    vocabulary = rendering.library.vocabulary
    cells = RolesCells(version_view)
    translated = other(version.language)
    return rendering.render(
        "pages/protocol.html",
        other=other(rendering.language),
        switch=SWITCH,
        translated=translated,
        translation_state=Reading(version, translated).state,
        page=ProtocolPage(rendering, version),
        facts=facts(rendering, council, version),
        reading=version_view.reading,
        article_language=version_view.language,
        body=body,
        outline=outline(body),
        roles=shown_rows(cells, roles_rows(version, vocabulary, ROLES)),
        expectations=shown_rows(cells, roles_rows(version, vocabulary, EXPECTATIONS)),
        terms=sorted(
            (vocabulary.terms[slug] for slug in version_view.explained),
            key=lambda term: term.name[rendering.language].casefold(),
        ),
        silent=[topic for topic in vocabulary.topics.values() if topic.slug not in version.by_topic],
        in_force=council.in_force,
        **(nearest(rendering, council) if version is council.in_force else {"likeness": None}),
    )

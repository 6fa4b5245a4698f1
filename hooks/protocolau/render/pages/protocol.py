"""/councils/<slug>/ and /councils/<slug>/<version>/: a protocol as adopted, and what stands beside it."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi, sin

from markupsafe import Markup

from protocolau import other
from protocolau.library.reading import read_in
from protocolau.library.roles import EXPECTATIONS, ROLES, table
from protocolau.model.marks import plain
from protocolau.model.protocol import Council, Provision, Version
from protocolau.render.environment import environment
from protocolau.render.frame import SWITCH
from protocolau.render.linked_data import legislation
from protocolau.render.page import ROOT, Page, Studio
from protocolau.render.pages.councils import facts
from protocolau.render.pages.likeness import nearest
from protocolau.render.pages.roles import Cells, shown_rows
from protocolau.render.provisions import Shown, citation, outline, showing_of

REMEMBERED = 6_000
"""Provisions kept as made, in each language. What many councils share is met early; the rest would fill memory."""


@dataclass(frozen=True, slots=True)
class Point:
    """A stage of a cycle on its circle, and where the arrows leave and reach it."""

    x: int
    y: int
    leave: str
    arrive: str


class ProtocolPage:
    """What the template of a protocol asks for beyond the shown provisions."""

    def __init__(self, studio: Studio, version: Version):
        self.studio, self.version, self.language = studio, version, studio.language
        self.reading = read_in(version, studio.language)

    def heading_of(self, provision: Provision | Shown) -> str:
        """The heading of a provision in the language of the page, or its number, or its anchor."""
        found = self.version.provisions[provision.anchor]
        if found.heading:
            return plain(self.reading.say(f"{found.anchor} heading", found.heading).text)
        return found.number or self.studio.words("table")

    def name_of(self, provision: Provision | Shown) -> str:
        """What to call a provision in a reference to it, in the language of the page."""
        return citation(self.studio.words, self.reading, provision.anchor)

    def line(self, shown: Shown) -> Markup:
        """The number and the words of a provision. Councils share most of theirs: what is alike is made once."""
        label = self.name_of(shown)
        lines = self.studio.made.setdefault("lines", {})
        key = (label, *shown.face())
        if key in lines:
            return lines[key]
        macro = environment().get_template("parts/provision.html").module.line
        line = macro(shown, self.language, label, self.studio.words, ROOT)
        if len(lines) < REMEMBERED:
            lines[key] = line
        return line

    def party(self, slug: str) -> str:
        """The name of a party."""
        return self.studio.name(self.studio.library.vocabulary.parties, slug)

    def on_circle(self, index: int, steps: int) -> Point:
        """A stage's place, clockwise from the top."""
        angle = 2 * pi * index / steps - pi / 2
        gap = 0.62
        return Point(*_ellipse(angle), _written(angle + gap), _written(angle - gap))


def _ellipse(angle: float) -> tuple[int, int]:
    return round(320 + 210 * cos(angle)), round(180 + 120 * sin(angle))


def _written(angle: float) -> str:
    return " ".join(map(str, _ellipse(angle)))


def pages(studio: Studio, council: Council) -> Iterator[Page]:
    """Each version at an address of its own, and the one in force at the council's."""
    for version in council.versions:
        content = _content(studio, council, version)
        in_force = version is council.in_force
        if in_force:
            yield _page(studio, council, version, f"councils/{council.slug}/", content)
        address = f"councils/{council.slug}/{version.slug}/"
        canonical = f"councils/{council.slug}/" if in_force else None
        yield _page(studio, council, version, address, content, canonical, indexed=in_force)


def _page(
    studio: Studio,
    council: Council,
    version: Version,
    address: str,
    content: str,
    canonical: str | None = None,
    indexed: bool = True,
) -> Page:
    t = studio.words
    title = read_in(version, studio.language).title.text
    name = council.name[studio.language]
    return Page(
        language=studio.language,
        address=address,
        section="councils",
        title=_title(studio, council, version, t("protocol.page_title", title=title, council=name)),
        description=t("protocol.description", council=name, adopted=_adopted(studio, version)),
        content=content,
        canonical=canonical,
        indexed=indexed,
        linked_data=legislation(studio, council, version),
        records=(("application/json", "protocol.json", t("record.json")),),
    )


def _title(studio: Studio, council: Council, version: Version, title: str) -> str:
    """The title of a page, which says of a superseded version that it is one, and which."""
    if version is council.in_force:
        return title
    t = studio.words
    return t("superseded.title", title=title, date=t.date(version.adopted) if version.adopted else t("undated"))


def _adopted(studio: Studio, version: Version) -> str:
    t = studio.words
    return t("adopted.on", date=t.date(version.adopted)) if version.adopted else t("adopted.unknown")


def _content(studio: Studio, council: Council, version: Version) -> str:
    showing = showing_of(studio, version)
    body = showing.body()
    vocabulary = studio.library.vocabulary
    cells = Cells(showing)
    translated = other(version.language)
    return studio.render(
        "pages/protocol.html",
        other=other(studio.language),
        switch=SWITCH,
        translated=translated,
        translation_state=read_in(version, translated).state,
        page=ProtocolPage(studio, version),
        facts=facts(studio, council, version),
        reading=showing.reading,
        article_language=showing.language,
        body=body,
        outline=outline(body),
        roles=shown_rows(cells, table(version, vocabulary, ROLES)),
        expectations=shown_rows(cells, table(version, vocabulary, EXPECTATIONS)),
        terms=sorted(
            (vocabulary.terms[slug] for slug in showing.explained),
            key=lambda term: term.name[studio.language].casefold(),
        ),
        silent=[topic for topic in vocabulary.topics.values() if topic.slug not in version.by_topic],
        in_force=council.in_force,
        **(nearest(studio, council) if version is council.in_force else {"likeness": None}),
    )

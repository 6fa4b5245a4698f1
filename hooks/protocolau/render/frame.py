"""What stands round the content of every page: its head, the masthead and the foot."""

import json
import re
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape

from markupsafe import Markup

from protocolau.language import LANGUAGES, other
from protocolau.render.context import SiteSettings
from protocolau.render.page import ROOT, Page

SECTIONS = ("councils", "topics", "compare", "roles", "policies", "glossary", "about")
SWITCH = "\x05"
"""Stands in a made masthead for the address of the same page in the other language."""
CANONICAL = "\x06"
_INDENTED = re.compile(r"\n\s+")
"""Where a template has indentation or an empty line, which no page needs."""


@dataclass(frozen=True, slots=True)
class RelativeAddresses:
    """The relative ways from a page to the roots of its language and of the site."""

    root: str
    site: str
    switch: str
    section: str = ""
    """The section below which a page stands: from there its own section is nearer than the root of the language."""


@lru_cache(maxsize=4096)
def relative_addresses(language: str, address: str) -> RelativeAddresses:
    """The ways from the page at an address. A page without address (404) is reached from anywhere."""
    root = "../" * address.count("/") or "./"
    home = language == LANGUAGES[0]
    site = root if home else f"../{'' if root == './' else root}"
    switch = f"{root}{other(language)}/{address}" if home else f"{site}{address}"
    section, _, below = address.partition("/")
    return RelativeAddresses(root, site, switch, f"{section}/" if below else "")


def head(page: Page, settings: SiteSettings) -> Markup:
    """The title, the description and every other word that machines read first."""
    address = page.canonical if page.canonical is not None else page.address
    languages = LANGUAGES if page.in_both else (page.language,)
    alternates = [(language, settings.addresses.url(language, address)) for language in languages]
    made = _rendered(
        "frame/head.html",
        page.language,
        settings,
        title=page.title,
        address=page.address,
        description=page.description,
        canonical=settings.addresses.url(page.language, address),
        alternates=[*alternates, ("x-default", alternates[0][1])],
        indexed=page.indexed,
        records=page.records,
        policy=settings.policy,
        picture=(settings.addresses.url(page.language, page.picture[0]), page.picture[1]) if page.picture else None,
        moved_to=relative_addresses(page.language, page.address).root + page.moved_to if page.moved_to else None,
        linked_data=script_safe(page.linked_data) if page.linked_data else None,
    )
    return _without_lines(made)


def header(language: str, address: str, section: str, settings: SiteSettings) -> Markup:
    """The masthead: name, sections, language switch."""
    return _rendered(
        "frame/header.html",
        language,
        settings,
        root=ROOT,
        switch=SWITCH,
        other=other(language),
        sections=[section for section in SECTIONS if section != "compare"] if settings.sole else SECTIONS,
        current=section,
        address=address,
    )


def footer(language: str, settings: SiteSettings) -> Markup:
    """The foot of the page, with its address for the printed sheet."""
    return _rendered("frame/footer.html", language, settings, root=ROOT, canonical=CANONICAL)


def assets(site: str, settings: SiteSettings) -> Markup:
    """The links to styles, scripts and fonts, by the way to the root of the site."""
    return _without_lines(settings.theme.render("frame/assets.html", assets=site))


def _without_lines(of_head: str) -> Markup:
    """What stands in a head, whose elements need no line each: a thousand councils have nine thousand heads."""
    return Markup(str(of_head).strip().replace("\n<", "<"))  # Markup would escape what it puts in


@dataclass(frozen=True, slots=True)
class Frame:
    """All that stands round the content of a page whose content MkDocs makes."""

    address: Markup
    """The page's own address, escaped."""
    head: Markup
    assets: Markup
    header: Markup
    footer: Markup


def frame_of_prose(page: Page, settings: SiteSettings) -> Frame:
    """The whole frame of a page whose content MkDocs makes. One in Welsh alone has no English page beside it, and leads
    to the home page in its place."""
    relative = relative_addresses(page.language, page.address)
    if not page.in_both and page.indexed and page.language != LANGUAGES[0]:
        relative = replace(relative, switch=relative.site)
    canonical = settings.addresses.url(page.language, page.address)
    header_ = header(page.language, page.address, page.section, settings)
    return Frame(
        address=Markup(escape(canonical)),
        head=head(page, settings),
        assets=assets(relative.site, settings),
        header=Markup(with_addresses(header_, relative, canonical)),
        footer=Markup(with_addresses(footer(page.language, settings), relative, canonical)),
    )


def with_addresses(html: str, relative: RelativeAddresses, canonical: str) -> str:
    """The HTML with the page's own addresses in the places for them, escaped: a slug is a file name, and no more."""
    html = str(html)  # Markup would escape what it puts in once more
    placed = [(ROOT, relative.root), (SWITCH, relative.switch), (CANONICAL, canonical)]
    if relative.section:
        placed.insert(0, (ROOT + relative.section, relative.root.removeprefix("../")))
    for sentinel, address in placed:
        html = html.replace(sentinel, escape(address))
    return html


def _rendered(template: str, language: str, settings: SiteSettings, **values: object) -> Markup:
    t, sole = settings.theme.messages[language], settings.sole
    name = sole.name[language] if sole else t("site.name")
    html = settings.theme.render(template, t=t, site_name=name, sole=sole, language=language, **values)
    return Markup(_INDENTED.sub("\n", html))


def script_safe(data: object) -> Markup:
    """JSON that cannot end the script element in which it stands."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))

"""What stands round the content of every page: its head, the masthead and the foot."""

import json
from dataclasses import dataclass
from functools import lru_cache
from types import SimpleNamespace

from markupsafe import Markup

from protocolau.language import LANGUAGES, other
from protocolau.render.environment import environment
from protocolau.render.page import ROOT, Page, SiteSettings

SECTIONS = ("councils", "topics", "compare", "roles", "policies", "glossary", "about")
SWITCH = "\x05"
"""Stands in a made masthead for the address of the same page in the other language."""
CANONICAL = "\x06"


@dataclass(frozen=True, slots=True)
class RelativeAddresses:
    """The relative ways from a page to the roots of its language and of the site."""

    root: str
    site: str
    switch: str


@lru_cache(maxsize=4096)
def relative_addresses(language: str, address: str) -> RelativeAddresses:
    """The ways from the page at an address. A page without address (404) is reached from anywhere."""
    root = "../" * address.count("/") or "./"
    home = language == LANGUAGES[0]
    site = root if home else f"../{'' if root == './' else root}"
    switch = f"{root}{other(language)}/{address}" if home else f"{site}{address}"
    return RelativeAddresses(root, site, switch)


def head(page: Page, settings: SiteSettings) -> Markup:
    """The title, the description and every other word that machines read first."""
    address = page.canonical if page.canonical is not None else page.address
    alternates = [(language, settings.url(language, address)) for language in LANGUAGES]
    return _made(
        "frame/head.html",
        page.language,
        settings,
        title=page.title,
        address=page.address,
        description=page.description,
        canonical=settings.url(page.language, address),
        alternates=[*alternates, ("x-default", alternates[0][1])],
        indexed=page.indexed,
        records=page.records,
        linked_data=script_safe(page.linked_data) if page.linked_data else None,
    )


def header(language: str, address: str, section: str, settings: SiteSettings) -> Markup:
    """The masthead: name, sections, language switch."""
    return _made(
        "frame/header.html",
        language,
        settings,
        root=ROOT,
        switch=SWITCH,
        other=other(language),
        sections=SECTIONS,
        current=section,
        address=address,
    )


def footer(language: str, settings: SiteSettings) -> Markup:
    """The foot of the page, with its address for the printed sheet."""
    return _made("frame/footer.html", language, settings, root=ROOT, canonical=CANONICAL)


def assets(site: str) -> Markup:
    """The links to styles, scripts and fonts, by the way to the root of the site."""
    return Markup(environment().get_template("frame/assets.html").render(assets=site))


def frame_of_prose(page: Page, settings: SiteSettings) -> SimpleNamespace:
    """The whole frame of a page whose content MkDocs makes."""
    way = relative_addresses(page.language, page.address)
    canonical = settings.url(page.language, page.address)
    return SimpleNamespace(
        head=head(page, settings),
        assets=assets(way.site),
        header=_placed(header(page.language, page.address, page.section, settings), way, canonical),
        footer=_placed(footer(page.language, settings), way, canonical),
    )


def _placed(markup: Markup, way: RelativeAddresses, canonical: str) -> Markup:
    return Markup(str(markup).replace(SWITCH, way.switch).replace(ROOT, way.root).replace(CANONICAL, canonical))


def _made(template: str, language: str, settings: SiteSettings, **values: object) -> Markup:
    return Markup(environment().get_template(template).render(t=settings.messages[language], **values))


def script_safe(data: object) -> Markup:
    """JSON that cannot end the script element in which it stands."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c"))

"""News as a feed (Atom, RFC 4287). The dates are those of the data, never of a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lxml import etree
from lxml.builder import ElementMaker

FILE = "atom.xml"
"""What the feed beside a page is called."""

TYPE = "application/atom+xml"

NOTHING_KNOWN = date(1970, 1, 1)
"""When a feed without entries is said to have changed: the format asks for a day, and none is known."""

_XML = "{http://www.w3.org/XML/1998/namespace}"
_ATOM = "http://www.w3.org/2005/Atom"
_E = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A piece of news."""

    id: str
    """The same for ever, an absolute address."""
    title: str
    url: str
    published: date
    updated: date
    author: str
    summary: str
    html: str


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed says of itself."""

    title: str
    subtitle: str
    language: str
    own_url: str
    """Its own address."""
    url: str
    """That of the page that it goes with."""
    publisher: str


def feed(about: Feed, entries: Sequence[FeedEntry]) -> bytes:
    """The feed of some entries, in their order."""
    made = _E.feed(
        {f"{_XML}lang": about.language},
        _E.id(about.own_url),
        _E.title(about.title),
        _E.subtitle(about.subtitle),
        _E.updated(_time(max((entry.updated for entry in entries), default=NOTHING_KNOWN))),
        _E.author(_E.name(about.publisher)),
        _E.link(rel="self", type=TYPE, href=about.own_url),
        _E.link(rel="alternate", type="text/html", hreflang=about.language, href=about.url),
        *map(_entry, entries),
    )
    return etree.tostring(made, xml_declaration=True, encoding="utf-8", pretty_print=True)


def _entry(entry: FeedEntry) -> etree._Element:
    made: etree._Element = _E.entry(
        _E.id(entry.id),
        _E.title(entry.title),
        _E.link(rel="alternate", type="text/html", href=entry.url),
        _E.published(_time(entry.published)),
        _E.updated(_time(entry.updated)),
        _E.author(_E.name(entry.author)),
        _E.summary(entry.summary),
        _E.content(entry.html, type="html"),
    )
    return made


def _time(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"

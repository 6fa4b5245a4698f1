"""What pages are made from: the settings of the site, and for each language a context with a cache."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Protocol, TypeVar

from markupsafe import Markup

from protocolau.comparison.index import ComparisonIndex
from protocolau.exporting.exports import Exports
from protocolau.language import LANGUAGES
from protocolau.language.collation import collation_key
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.vocabulary import Bilingual
from protocolau.render.messages import Messages
from protocolau.render.page import ROOT
from protocolau.render.provision_view import ProvisionView
from protocolau.render.theme import Theme
from protocolau.render.version_view import VersionView
from protocolau.runtime.bounded import Bounded
from protocolau.translation.own_words.desk import OwnText

SITE_FROM_ROOT = {language: "" if language == LANGUAGES[0] else "../" for language in LANGUAGES}
"""The way from the root of a language to that of the site, where styles, scripts and source texts lie."""


class Named(Protocol):
    """A thing of the vocabulary that has a name."""

    @property
    def name(self) -> Bilingual: ...


NamedThing = TypeVar("NamedThing", bound=Named)


@dataclass(frozen=True)
class Publisher:
    """Who publishes the site, as far as they have said."""

    name: str | None = None
    contact: str | None = None
    """An e-mail address, or the address of a form or of a repository."""
    reply_days: int = 0
    """Within how many working days a letter is answered; 0 where nothing is promised."""
    is_public_body: bool = False
    """Whether the accessibility regulations of 2018 apply to it (SI 2018/952)."""


@dataclass(frozen=True)
class SiteSettings:
    """What pages depend on besides the library. The day is given, never read from a clock."""

    addresses: SiteAddresses
    today: date
    theme: Theme
    edit_url: str | None = None
    """The address under which the files of the repository can be edited, with a slash at its end."""
    own_words: Callable[[], Sequence[OwnText]] = tuple
    """The site's own words as the translator's desk shows them; asked for when the desk is made."""
    sole: Council | None = None
    """The council whose own site it is, where there is no other."""
    publisher: Publisher = field(default_factory=Publisher)
    policy: str | None = None
    """What pages say of themselves that they may load; nothing in a preview, whose server puts a script into them."""


@dataclass(frozen=True)
class RenderCache:
    """What the pages of one language share, so that it is made once."""

    version_views: dict[Version, VersionView] = field(default_factory=dict)
    """Forgotten again, council by council, when their pages are written."""
    leaves: dict[tuple[object, ...], ProvisionView] = field(default_factory=Bounded)
    """Provisions with nothing inside them, by all that they look like. Councils share most of theirs."""
    lines: dict[tuple[object, ...], Markup] = field(default_factory=Bounded)
    """Numbers and words of provisions, by all that they look like. Councils share most of theirs."""
    roles_rows: dict[tuple[object, ...], tuple[Markup, ...]] = field(default_factory=Bounded)
    """Rows of the roles tables of documents, by their topic and all that is told of what is said on it."""
    bilingual_rows: dict[tuple[object, ...], Markup] = field(default_factory=Bounded)
    """Rows of the pages of both languages, by all that they look like."""
    facts: dict[str, str] = field(default_factory=dict)
    """What is said of each council itself, by its slug: asked for by whatever names it."""


@dataclass(frozen=True)
class RenderContext:
    """What every page is made from: the library, the settings, and the language in which it speaks."""

    comparison: ComparisonIndex
    """The library, and what follows from comparing its protocols."""
    settings: SiteSettings
    language: str
    cache: RenderCache = field(default_factory=RenderCache)
    exports: Exports | None = None
    """The files that are taken away, where there are any."""

    @property
    def library(self) -> Library:
        """The library."""
        return self.comparison.library

    @cached_property
    def messages(self) -> Messages:
        """The interface words of the language."""
        return self.settings.theme.messages[self.language]

    def view_of(self, version: Version) -> VersionView:
        """The view of a version, made once for all pages of the language."""
        views = self.cache.version_views
        if version not in views:
            views[version] = VersionView(self.library, self.messages, version)
        return views[version]

    def url(self, address: str) -> str:
        """The absolute address of the page of this language at an address below its root."""
        return self.settings.addresses.url(self.language, address)

    def render(self, template: str, **values: object) -> str:
        """The HTML of a template with the values that every page needs and its own.

        No attribute of ours stands between single quotes, so that an apostrophe needs no escape.
        """
        html = self.settings.theme.render(
            template,
            t=self.messages,
            language=self.language,
            root=ROOT,
            site=SITE_FROM_ROOT[self.language],
            library=self.library,
            **values,
        )
        return html.replace("&#39;", "'")

    def name(self, things: Mapping[str, Named], slug: str) -> str:
        """The name of a thing of the vocabulary in the language of the page."""
        return things[slug].name[self.language]

    def in_order(self, things: Iterable[NamedThing]) -> list[NamedThing]:
        """Things that have a name, in its alphabetical order in the language of the page."""
        return sorted(things, key=lambda thing: collation_key(thing.name[self.language], self.language))

    def by_short_name(self, councils: Iterable[Council]) -> list[Council]:
        """Councils in the order for a list that has their short names: whole ones of Welsh begin with their kind."""
        language = self.language
        return sorted(self.in_order(councils), key=lambda one: collation_key(one.short_name[language], language))

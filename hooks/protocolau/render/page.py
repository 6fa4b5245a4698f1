"""A page of the site, finished but for the frame, and the settings in which pages are made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.render.environment import THEME, environment
from protocolau.render.messages import Messages, load_messages

ROOT = "\x02"
"""Stands in made HTML for the way to the root of the page's language. No text can hold it: readers refuse it."""


SITE_FROM_ROOT = {language: "" if language == LANGUAGES[0] else "../" for language in LANGUAGES}
"""The way from the root of a language to that of the site, where styles, scripts and source texts lie."""


@dataclass(frozen=True)
class SiteSettings:
    """What pages depend on besides the library. The day is given, never read from a clock."""

    site_url: str
    """The address of the English home page, with a slash at its end."""
    today: date
    edit_url: str | None = None
    """The address under which the files of the repository can be edited, with a slash at its end."""
    messages: Mapping[str, Messages] = field(default_factory=lambda: interface_messages())

    def url(self, language: str, address: str) -> str:
        """The absolute address of a page."""
        return f"{self.site_url}{'' if language == LANGUAGES[0] else language + '/'}{address}"


def interface_messages(theme: Path = THEME) -> Mapping[str, Messages]:
    """The words of the interface in every language."""
    path = theme / "words.yml"
    return load_messages(path, path.stat().st_mtime_ns)


@dataclass(frozen=True, slots=True)
class Page:
    """A page in one language. Its content has ROOT wherever the way to the language's root belongs."""

    language: str
    address: str
    """Below the root of its language; ends with a slash unless it is the home page's, which is empty."""
    section: str
    title: str
    description: str
    content: str
    canonical: str | None = None
    """The address of the page that this one repeats, where that is another."""
    indexed: bool = True
    linked_data: Mapping | None = None
    records: tuple[tuple[str, str, str], ...] = ()
    """Other forms of the same content: media type, address beside the page, label."""


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that is no page: its path below the root of the site, and its bytes."""

    path: str
    content: bytes


@dataclass(frozen=True)
class RenderContext:
    """What every page is made from: the library and what follows from it, the settings, and the language."""

    library: Library
    settings: SiteSettings
    language: str
    comparison: ComparisonIndex
    made: dict = field(default_factory=dict)
    """What pages have made of single versions and share with each other."""

    @property
    def messages(self) -> Messages:
        """The interface words of the language."""
        return self.settings.messages[self.language]

    def render(self, template: str, **values: object) -> str:
        """The HTML of a template with the values that every page needs and its own."""
        return (
            environment()
            .get_template(template)
            .render(
                t=self.messages,
                language=self.language,
                root=ROOT,
                site=SITE_FROM_ROOT[self.language],
                library=self.library,
                today=self.settings.today,
                **values,
            )
        )

    def name(self, things: Mapping, slug: str) -> str:
        """The name of a thing of the vocabulary in the language of the page."""
        return things[slug].name[self.language]

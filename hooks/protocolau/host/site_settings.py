"""The settings of the site: what MkDocs' configuration says of it, the day, and its own words."""

import os
import re
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from functools import cache

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from protocolau.host.saying import say, told
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.render.context import Publisher, SiteSettings
from protocolau.render.policy import CONTENT_POLICY
from protocolau.render.theme import Theme
from protocolau.repository.own_words import OwnWords
from protocolau.runtime.project import Project
from protocolau.schema.fields import is_contact

_SITE_URL = re.compile(r"/|https?://[^\s/?#\"'<>\\]+/[^\s?#\"'<>\\]*", re.ASCII)
"""An address of the web with no query and no fragment, in which a name of a page would be lost."""
_OF_PUBLISHER = tuple(field.name for field in fields(Publisher))
"""The keys by which the configuration says who publishes the site."""


def site_settings(
    config: MkDocsConfig, project: Project, theme: Theme, library: Library, previewing: bool
) -> SiteSettings:
    """What pages depend on besides the library, for a build that begins now.

    Raises PluginError where the configuration says of the site or its publisher what cannot be, or the day is none.
    """
    return SiteSettings(
        addresses=SiteAddresses(_site_url(config)),
        today=today(os.environ),
        theme=theme,
        edit_url=_edit_url(config),
        own_words=cache(OwnWords(project).desk),
        sole=library.sole,
        publisher=_publisher(config),
        policy=None if previewing else CONTENT_POLICY,
    )


def today(environ: Mapping[str, str]) -> date:
    """The day for which the site is built: SOURCE_DATE_EPOCH's if set, so that a build can be repeated.

    Raises PluginError where that is no time.
    """
    if (epoch := environ.get("SOURCE_DATE_EPOCH")) is None:
        return date.today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        what = f"SOURCE_DATE_EPOCH is '{epoch[:40]}', which is no time"
        raise PluginError(told(f"{what}; write the seconds since 1970, or take it out")) from None


def _site_url(config: MkDocsConfig) -> str:
    """The address of the site, to which those of its pages are joined. Raises PluginError where they cannot be."""
    url = config.site_url or "/"
    if not _SITE_URL.fullmatch(url):
        what = f"mkdocs.yml: the address of the site '{url}' is none that pages can stand below"
        raise PluginError(told(f"{what}; write one as https://example.org/folder/, and set SITE_URL to it"))
    return url


def _edit_url(config: MkDocsConfig) -> str | None:
    """Where the files of the main branch can be edited, if the publisher has said where the repository is."""
    return f"{config.repo_url.rstrip('/')}/edit/main/" if config.repo_url else None


def _publisher(config: MkDocsConfig) -> Publisher:
    """Who publishes the site, and how they are reached. Raises PluginError for what is said otherwise than it is read:
    else a page would say nothing, or show how the configuration is written.
    """
    said = config.extra.get("publisher") or {}
    if not isinstance(said, dict) or not said.keys() <= set(_OF_PUBLISHER):
        what = "mkdocs.yml: the publisher is not described by the keys that are read"
        raise PluginError(
            told(f"{what}; below 'publisher:' write {', '.join(_OF_PUBLISHER)}, each on a line of its own")
        )
    if (name := said.get("name") or None) and not isinstance(name, str | int):
        remedy = "write one name, in quotation marks, which stands on the pages of both languages"
        raise PluginError(told(f"mkdocs.yml: the publisher's name '{name}' is no text; {remedy}"))
    contact = said.get("contact") or config.repo_url or None
    if contact and not (isinstance(contact, str) and is_contact(contact)):
        what = f"mkdocs.yml: the publisher's contact '{contact}' is none"
        raise PluginError(told(f"{what}; write an e-mail address, or all of the address of a page, from https:// on"))
    days = said.get("reply_days") or 0
    if not isinstance(days, int) or not 0 <= days < 1000:
        what = f"mkdocs.yml: the publisher's reply_days '{days}' are no number of days"
        raise PluginError(told(f"{what}; write a whole number, or 0 where nothing is promised"))
    public = said.get("is_public_body") or False
    if not isinstance(public, bool):
        what = f"mkdocs.yml: the publisher's is_public_body '{public}' is neither true nor false"
        remedy = "write true for a public body such as a council, and false for any other publisher"
        raise PluginError(told(f"{what}; {remedy}"))
    return Publisher(str(name) if name else None, contact, int(days), public)


def tell_who_publishes(settings: SiteSettings) -> None:
    """Say what the accessibility statement lacks of a site that is to be published: it has an address of its own."""
    publisher = settings.publisher
    lacking = [
        name for name, value in (("PUBLISHER", publisher.name), ("PUBLISHER_CONTACT", publisher.contact)) if not value
    ]
    if lacking and not settings.addresses.site_url.endswith(".example/"):
        # The site is whole, and its pages say what is lacking.
        what = f"The accessibility statement does not say who is responsible for the site: set {' and '.join(lacking)}"
        say(f"{what} (README.md, on publishing)")

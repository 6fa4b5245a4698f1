"""A version as the pages of one language show it: its words, and what stands above each provision."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from protocolau.language.marks import plain
from protocolau.model.protocol import Provision, Version
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.translation.reading import DisplayedText, Reading


class TopicLink(NamedTuple):
    """What a topic's link says beside a provision."""

    slug: str
    name: str
    others: str
    """How many other councils speak of it, in words."""


class DisplayedWords(NamedTuple):
    """The heading and the text of a provision as they are displayed."""

    heading: DisplayedText | None
    text: DisplayedText | None

    @property
    def first(self) -> DisplayedText | None:
        """The text, or the heading where there is no text."""
        return self.text or self.heading


def version_view_of(rendering: RenderContext, version: Version) -> "VersionView":
    """The view of a version, made once for all pages of a language."""
    views = rendering.cache.version_views
    if version not in views:
        views[version] = VersionView(rendering, version)
    return views[version]


class VersionView:
    """A version in the language of the pages. Nothing in it depends on what was asked before."""

    def __init__(self, rendering: RenderContext, version: Version):
        self.rendering, self.version = rendering, version
        self.reading = Reading(version, rendering.language)
        self.language = rendering.language if self.reading.state != "missing" else version.language
        """The language of the article: the source's where nothing is translated."""

    def displayed(self, provision: Provision) -> DisplayedWords:
        """The heading and the text of a provision."""
        heading, text = provision.heading, provision.text
        say, language = self.reading.say, provision.language
        return DisplayedWords(
            say(f"{provision.anchor} heading", heading, language) if heading else None,
            say(provision.anchor, text, language) if text else None,
        )

    def plain_text(self, provision: Provision) -> DisplayedText:
        """The plain words of a provision, or of its heading where it has no others."""
        unit = provision.anchor if provision.text else f"{provision.anchor} heading"
        words = self.reading.say(unit, provision.text or provision.heading or "", provision.language)
        return replace(words, text=plain(words.text)) if "*" in words.text else words

    def plain_unit(self, source: str, unit: str, language: str) -> str:
        """The plain words of a unit, given the words of its source and their language."""
        return plain(self.reading.say(unit, source, language).text)

    def citation(self, anchor: str) -> str:
        """What to call a provision in a reference to it."""
        return citation(self.rendering.messages, self.reading, anchor)

    def topic_links(self, provision: Provision) -> tuple[TopicLink, ...]:
        """The links to the topics of a provision."""
        return tuple(self._topic_link(slug) for slug in provision.topics)

    def _topic_link(self, slug: str) -> TopicLink:
        library, links = self.rendering.library, self.rendering.cache.topic_links
        speaks = slug in library.version_shown(self.version.council).by_topic
        if (slug, speaks) not in links:
            name = library.vocabulary.topics[slug].name[self.rendering.language]
            others = len(library.relations.speakers[slug]) - speaks
            links[slug, speaks] = TopicLink(slug, name, self.rendering.messages("others", n=others))
        return links[slug, speaks]

    @cached_property
    def contexts(self) -> dict[str, str]:
        """For each provision, by its anchor, the headings and the lead-in above it, in words."""
        return {anchor: context for part in self.version.body for anchor, context in self._contexts(part, ())}

    def _contexts(self, provision: Provision, above: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        yield provision.anchor, sys.intern(" › ".join(above[-2:]))  # the same for many councils
        lead = self._lead(provision)
        for child in provision.children():
            yield from self._contexts(child, (*above, lead) if lead else above)

    def _lead(self, provision: Provision) -> str:
        """The heading of a provision, or the words that lead into the list inside it."""
        if provision.heading and provision.kind != "table":
            return self.plain_unit(provision.heading, f"{provision.anchor} heading", provision.language)
        if provision.text and provision.text.rstrip().endswith((":", "-")):
            return self.plain_unit(provision.text, provision.anchor, provision.language)
        return ""

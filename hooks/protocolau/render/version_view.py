"""A version as the pages of one language show it: its words, and what stands above each provision."""

import sys
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from protocolau.comparison.leading_headings import leading_headings
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.model.governing import Governing, ends_sentence, last_sentence, sentence_before
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.render.citations import citations
from protocolau.render.messages import Messages
from protocolau.render.provision_view import ProvisionView, TopicLink
from protocolau.translation.reading import DisplayedText, Segment, quoted_reading_of, reading_of


class DisplayedWords(NamedTuple):
    """The heading and the text of a provision as they are displayed."""

    heading: DisplayedText | None
    text: DisplayedText | None

    @property
    def first(self) -> DisplayedText | None:
        """The text, or the heading where there is no text."""
        return self.text or self.heading


def _words(segment: Segment) -> DisplayedText:
    """The plain words of a unit."""
    return DisplayedText(plain(segment.text), segment.language, segment.state)


def _plain(words: DisplayedText) -> DisplayedText:
    """The same without marks: most have none."""
    text = plain(words.text)
    return words if text is words.text else words._replace(text=text)


class GoverningWords(NamedTuple):
    """The plain words that govern a provision, in the language of the pages."""

    lead_ins: tuple[DisplayedText, ...]
    headings: tuple[DisplayedText, ...]


class SaidStatement(NamedTuple):
    """A statement in the language of the pages, beside a link to where it stands."""

    words: DisplayedText
    """Its plain words, with those of neighbours that the translation joins to it."""
    unit: str
    """The unit of translation in which its words stand: the same for statements of the same words."""


class QuotedStatement(NamedTuple):
    """A statement out of its place, in the language of the pages, with all that it needs to be understood there."""

    words: DisplayedText
    """Its plain words, with those of neighbours that the translation joins to it."""
    lead_ins: tuple[DisplayedText, ...]
    """The plain words that govern it, the outermost first: "You must not:", the head of its column."""
    headings: tuple[DisplayedText, ...]
    """The headings under which it stands, the outermost first, but for those that lead in."""
    unit: str
    """The unit of translation in which its words stand: the same for statements of the same words."""
    goes_on: bool
    """Whether its sentence goes on in words that are left out."""


class VersionView:
    """A version in the language of the pages. Nothing in it depends on what was asked before."""

    def __init__(self, library: Library, messages: Messages, version: Version):
        """The library is that of the version, and the language that in which the messages speak."""
        self.library, self.version = library, version
        self.reading = reading_of(version, messages.language)
        self.quoted_reading = quoted_reading_of(version, messages.language)
        """As it is quoted out of its place."""
        self.language = messages.language if self.reading.state != "missing" else version.language
        """The language of the article: the source's where nothing is translated."""
        self.parts: tuple[ProvisionView, ...] | None = None
        """Its body as it is shown, once it has been made (article.py): its own pages and those for others share it."""
        self._quoted: dict[tuple[str, int], QuotedStatement] = {}
        self._above: dict[Governing, GoverningWords] = {}
        self._citations = citations(messages, self.reading)
        self._plain_texts: dict[str, DisplayedText] = {}
        self._topic_links: dict[tuple[str, ...], tuple[TopicLink, ...]] = {}

    def displayed(self, provision: Provision) -> DisplayedWords:
        """The heading and the text of a provision."""
        return DisplayedWords(self.reading.heading(provision), self.reading.text(provision))

    def plain_text(self, provision: Provision) -> DisplayedText:
        """The plain words of a provision, or of its heading where it has no others."""
        if provision.anchor not in self._plain_texts:
            words = self.displayed(provision).first or DisplayedText("", provision.language, "adopted")
            self._plain_texts[provision.anchor] = _plain(words)
        return self._plain_texts[provision.anchor]

    def quoted_clause(self, provision: Provision) -> str:
        """The plain words of a provision as they are quoted; empty where it has none."""
        words = self.quoted_reading.text(provision)
        return plain(words.text) if words else ""

    def plain_unit(self, source: str, unit: str, language: str) -> str:
        """The plain words of a unit, given the words of its source and their language."""
        return plain(self.reading.say(unit, source, language).text)

    def citation(self, anchor: str) -> str:
        """What to call a provision in a reference to it."""
        return self._citations[anchor]

    def topic_links(self, provision: Provision) -> tuple[TopicLink, ...]:
        """The links to the topics of a provision."""
        slugs = provision.topics
        if slugs not in self._topic_links:
            topics, language = self.library.vocabulary.topics, self.reading.language
            self._topic_links[slugs] = tuple(TopicLink(slug, topics[slug].name[language]) for slug in slugs)
        return self._topic_links[slugs]

    def said(self, statement: Statement) -> SaidStatement:
        """A statement without what governs it."""
        segment = self.reading.segment_of(statement)
        return SaidStatement(_words(segment), segment.unit)

    def quoted(self, statement: Statement) -> QuotedStatement:
        """A statement with its headings and with every lead-in that governs it, the beginning of its sentence too."""
        place = (statement.anchor, statement.position)
        if place not in self._quoted:
            self._quoted[place] = self._quote(statement)
        return self._quoted[place]

    def _quote(self, statement: Statement) -> QuotedStatement:
        governing = self.version.governing[statement.anchor]
        statements = self.version.provisions[statement.anchor].statements
        segment = self.quoted_reading.segment_of(statement)
        above = self._governing_words(governing)
        is_last = segment.statements.stop == len(statements)
        leading = tuple(map(_plain, filter(None, map(self.quoted_reading.heading, leading_headings(governing)))))
        return QuotedStatement(
            _words(segment),
            (*leading, *above.lead_ins, *self.begins(statement)),
            tuple(one for one in above.headings if one not in leading),
            segment.unit,
            not is_last and not ends_sentence(segment.text),
        )

    def begins(self, statement: Statement) -> tuple[DisplayedText, ...]:
        """The words with which the sentence of a statement begins, where it does not begin itself."""
        segment = self.quoted_reading.segment_of(statement)
        statements = self.version.provisions[statement.anchor].statements
        before = self._segments(sentence_before(statements, statement.position))
        return tuple(_words(one)._replace(text=last_sentence(_words(one).text)) for one in before if one != segment)

    def _governing_words(self, governing: Governing) -> GoverningWords:
        """The plain words of what governs a provision. Siblings share them."""
        if governing not in self._above:
            headings = filter(None, map(self.quoted_reading.heading, governing.headings))
            self._above[governing] = GoverningWords(
                tuple(map(_words, self._segments(governing.lead_ins))),
                tuple(map(_plain, headings)),
            )
        return self._above[governing]

    def _segments(self, statements: Iterable[Statement]) -> tuple[Segment, ...]:
        """The units of translation in which statements stand, each once."""
        return tuple(dict.fromkeys(map(self.quoted_reading.segment_of, statements)))

    @cached_property
    def contexts(self) -> dict[str, str]:
        """For each provision, by its anchor, the nearest headings and every lead-in above it, in one line."""
        return {anchor: self.line(governing) for anchor, governing in self.version.governing.items()}

    def line(self, governing: Governing) -> str:
        """The nearest headings and every lead-in of what governs a provision, in one line."""
        return sys.intern(" › ".join(words.text for words in self._nearest(governing)))  # many councils have the same

    def mixed_line(self, governing: Governing) -> tuple[DisplayedText, ...]:
        """The parts of that line, where not all are in the language of the article; else none."""
        parts = self._nearest(governing)
        return parts if any(words.language != self.language for words in parts) else ()

    def _nearest(self, governing: Governing) -> tuple[DisplayedText, ...]:
        above = self._governing_words(governing)
        return (*(above.headings[-1:] if above.lead_ins else above.headings[-2:]), *above.lead_ins)

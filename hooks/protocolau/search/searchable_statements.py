"""What can be found: every statement and heading of the documents as they are shown, as a result shows it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from hashlib import blake2b
from typing import NamedTuple

import orjson

from protocolau.comparison.topic_wordings import words_in_line
from protocolau.language.marks import plain
from protocolau.language.search_tokens import distinct_search_words
from protocolau.model.governing import Governing
from protocolau.model.protocol import Council, Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.render.context import RenderContext
from protocolau.render.version_view import VersionView
from protocolau.runtime.compact_json import compact


class WordingKey(NamedTuple):
    """Equal for statements that one result can stand for."""

    text: str
    """In words alone, as the heading is: case and punctuation make no difference."""
    heading: str
    topics: tuple[str, ...]
    side: str | None
    language: str


class SearchableStatement(NamedTuple):
    """A statement as a result shows it, in the words of one language; or a heading, where a provision says no more."""

    kind: str
    """The kind of the document."""
    anchor: str
    """Of the clause, as the label is."""
    label: str
    heading: str
    text: str
    context: str
    """The headings next above it, the lead-ins that govern it, and the beginning of its sentence."""
    around: str
    """What else its clause says."""
    language: str
    """The language of its words: not the page's where there is no translation."""
    topics: tuple[str, ...]
    side: str | None
    """The side of those whom it binds."""
    same: tuple[str, str]
    """Its text and its heading in words alone."""
    words: str
    """Every word that it is found by, once, accents kept, with blanks between."""

    @property
    def key(self) -> WordingKey:
        """What it has in common with those that say the same."""
        return WordingKey(*self.same, self.topics, self.side, self.language)


class PackedStatement(NamedTuple):
    """A statement as it is kept: ten thousand councils have a million, and most say what another says."""

    key: bytes
    """Equal for statements that one result can stand for."""
    kind: str
    anchor: str
    label: str
    content: bytes
    """All of it, as JSON."""


def packed(statement: SearchableStatement) -> PackedStatement:
    """A statement as it is kept."""
    key = blake2b(compact(tuple(statement.key)), digest_size=16).digest()
    return PackedStatement(key, statement.kind, statement.anchor, statement.label, compact(tuple(statement)))


def unpacked(content: bytes) -> SearchableStatement:
    """The statement of which that is the content."""
    values = orjson.loads(content)
    for place in _TUPLES:
        values[place] = tuple(values[place])
    return SearchableStatement._make(values)


_TUPLES = [SearchableStatement._fields.index(name) for name in ("topics", "same")]
"""The places of what JSON has as lists."""


@lru_cache(maxsize=2**14)
def _found_by(texts: tuple[str, ...], language: str) -> str:
    """The words of some texts, once each. Councils have most texts from each other."""
    return " ".join(sorted(frozenset().union(*(_words_of(text, language) for text in texts))))


@lru_cache(maxsize=2**14)
def _words_of(text: str, language: str) -> frozenset[str]:
    return distinct_search_words(text, language)


class _Spoken(NamedTuple):
    """Words that stand together in the language of the page, with the statements that they say."""

    text: str
    language: str
    statements: tuple[Statement, ...]


def searchable_statements(rendering: RenderContext, council: Council) -> list[SearchableStatement]:
    """Every statement and heading of the documents of a council, as shown today, in the order of each document."""
    versions = (rendering.library.version_shown(council.slug, kind) for kind in council.documents)
    return [statement for version in versions for statement in _of_version(rendering, version)]


def _of_version(rendering: RenderContext, version: Version) -> Iterator[SearchableStatement]:
    version_view = VersionView(rendering.library, rendering.messages, version)
    contexts = _contexts(version_view)
    for provision in version.provisions.values():
        heading = version_view.quoted_reading.heading(provision)
        spoken = _spoken(version_view, provision)
        if not spoken and heading:
            spoken = [_Spoken("", heading.language, ())]
        for one in spoken:
            begins = _begins(version_view, one)
            above = plain(heading.text) if heading else ""
            context = " › ".join(filter(None, (contexts[provision.anchor], *begins)))
            others = [other.text for other in spoken if other is not one and other.text not in begins]
            yield SearchableStatement(
                version.kind,
                provision.anchor,
                version_view.citation(provision.anchor),
                above,
                one.text,
                context,
                " ".join(others),
                one.language,
                tuple(dict.fromkeys(topic for statement in one.statements for topic in statement.topics)),
                rendering.library.vocabulary.side_of(by for statement in one.statements for by in statement.by),
                same=(words_in_line(one.text), words_in_line(above)),
                words=_found_by((above, one.text, context, *others), one.language),
            )


def _begins(version_view: VersionView, one: _Spoken) -> tuple[str, ...]:
    """The words with which the sentence of some words begins, where they are not its beginning."""
    if not one.statements or not one.statements[0].position:
        return ()
    return tuple(words.text for words in version_view.begins(one.statements[0]))


def _contexts(version_view: VersionView) -> dict[str, str]:
    """What governs each provision, in one line: the headings next above it, and each lead-in.

    A heading under which half of the document stands, its title if it is printed as one, tells no part from another.
    """
    governing = version_view.version.governing
    below = Counter(heading.anchor for above in governing.values() for heading in above.headings)
    titles = {anchor for anchor, count in below.items() if count * 2 > len(governing)}
    lines = {above: version_view.line(_without(titles, above)) for above in set(governing.values())}
    return {anchor: lines[above] for anchor, above in governing.items()}


def _without(titles: set[str], governing: Governing) -> Governing:
    if titles.isdisjoint([heading.anchor for heading in governing.headings]):
        return governing
    return replace(governing, headings=tuple(heading for heading in governing.headings if heading.anchor not in titles))


def _spoken(version_view: VersionView, provision: Provision) -> list[_Spoken]:
    """The statements of a provision one by one; those that a translation joins together."""
    if version_view.reading.is_original:
        return [_Spoken(plain(one.text), provision.language, (one,)) for one in provision.statements]
    return [
        _Spoken(
            plain(segment.text),
            segment.language,
            provision.statements[segment.statements.start : segment.statements.stop],
        )
        for segment in version_view.quoted_reading.segments(provision)
    ]

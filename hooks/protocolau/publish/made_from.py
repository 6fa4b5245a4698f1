"""All that kept pages are made from beside the recipe of the site, in words that are equal as long as all of it is.

A piece of work is kept under these words, so they must name whatever its pages say that is not in the recipe, and
should name nothing else: what is named in vain is made again in vain. `tests/publish/test_again.py` compares every
byte.
"""

from collections.abc import Iterator
from dataclasses import fields
from datetime import date
from hashlib import sha256

from protocolau.exporting import FORMS
from protocolau.exporting.exports import BOTH_LANGUAGES
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Topic
from protocolau.read.dates import PartialDate
from protocolau.render.context import RenderContext
from protocolau.render.pages import likeness


def of_council(rendering: RenderContext, council: Council, digest: str) -> str:
    """What the pages of a council are made from: its files (`digest`), what each of its dates says today, the sizes of
    the files to take away; and of other councils those that are the likest to it, the one that took its place, and how
    many speak of what it is silent on."""
    library = rendering.library
    successor = library.councils[council.succeeded_by] if council.succeeded_by else None
    parts = (
        rendering.language,
        digest,
        list(_days(council, library.today)),
        _sizes(rendering, council),
        _likest(rendering, council),
        known_facts(rendering, successor) if successor else None,
        library.relations.is_comparable,
        list(_silences(library, council)),
    )
    return repr(parts)


def of_topic(rendering: RenderContext, topic: Topic) -> str:
    """What the pages of a topic are made from: who speaks of it, who is silent, and what of whose words is shown."""
    library, comparison = rendering.library, rendering.comparison
    sections = sha256()
    for kind, index in library.by_kind.items():
        if not (speakers := index.speakers[topic.slug]):
            continue
        silent = index.silent(topic.slug)
        sections.update(repr((kind, len(index.versions), len(speakers), len(silent))).encode())
        for version in (*speakers, *silent):
            sections.update(known_facts(rendering, library.councils[version.council]).encode())
        sections.update(comparison.by_kind[kind].said(topic.slug))
    spoken_of = [other for other in library.vocabulary.topics if comparison.is_spoken_of(other)]
    return repr((topic.slug, rendering.language, sections.hexdigest(), spoken_of))


def facts(council: Council) -> str:
    """What is said of a council itself, without its documents."""
    return repr([getattr(council, one.name) for one in fields(council) if one.name != "documents"])


def known_facts(rendering: RenderContext, council: Council) -> str:
    """The same, worked out once for all pieces of work."""
    known = rendering.cache.facts
    if council.slug not in known:
        known[council.slug] = facts(council)
    return known[council.slug]


def _days(council: Council, today: date) -> Iterator[tuple[int, int]]:
    """Of each date of a council whether its first and its last day are past, today, or to come."""
    dated = (
        (one.adopted, one.reviewed, one.review_due, one.issued, one.withdrawn, one.fetched) for one in council.versions
    )
    for day in (council.ended, *(day for days in dated for day in days)):
        if isinstance(day, PartialDate):
            yield _side(day.first_day, today), _side(day.last_day, today)


def _side(day: date, today: date) -> int:
    return (day > today) - (day < today)


def _sizes(rendering: RenderContext, council: Council) -> list[object]:
    exports = rendering.exports
    if not exports:
        return []
    return [
        exports.size(version, language, form)
        for version in council.versions
        for language in (*LANGUAGES, BOTH_LANGUAGES)
        for form in FORMS
    ]


def _likest(rendering: RenderContext, council: Council) -> list[object]:
    found = likeness.nearest(rendering, council)
    named = (found["likeness"] or {}).items()
    figures = {measure: [(known_facts(rendering, one), n) for one, n in nearest] for measure, nearest in named}
    family = [known_facts(rendering, one) for one in found.get("family", ())]
    return [figures, family, found.get("family_more"), found.get("untold")]


def _silences(library: Library, council: Council) -> Iterator[tuple[str, bool, list[tuple[str, int]]]]:
    """For each version whether it can be compared, and on what it is silent of which how many others speak."""
    for version in council.versions:
        index = library.by_kind[version.kind]
        others = any(one.council != council.slug for one in index.versions)
        own = index.by_council.get(council.slug)  # which may speak of what another version is silent on
        spoken = own.spoken if own else {}
        silences = (topic.slug for topic in index.silences(version))
        yield version.slug, others, [(topic, len(index.speakers[topic]) - (topic in spoken)) for topic in silences]

"""The page of a review: the document, the draft beside it, and the form for what is being looked at."""

from collections.abc import Mapping
from dataclasses import dataclass

from protocolau.editor.browser_files import ReviewSetup
from protocolau.editor.review.party_and_topic_names import name_of, names_of
from protocolau.editor.review.reviewed_version import DOCUMENT, DOUBT, ReviewedProvision, ReviewedVersion
from protocolau.editor.review.source_lines import source_lines
from protocolau.importing.suggestions.examples import Examples, TaggedWords
from protocolau.importing.suggestions.learning import examples_of
from protocolau.importing.suggestions.suggester import Suggester
from protocolau.library.addresses import document_address
from protocolau.library.library import Library
from protocolau.model.statements import Statement
from protocolau.model.vocabulary import Topic
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme
from protocolau.render.unit_labels import unit_label
from protocolau.schema.leaving_out import value_at
from protocolau.translation.memory import name_in_council

_SHOWN_FIRST = 12


@dataclass(frozen=True, slots=True)
class StatementFields:
    """A statement as its fields have it, with further topics that would fit."""

    words: str
    topic: str
    by: str
    to: str
    about: str
    others: tuple[str, ...]


def review_page(
    reviewed: ReviewedVersion, library: Library, theme: Theme, messages: Messages, token: str, prefix: str, order: str
) -> str:
    """The whole page."""
    left = reviewed.to_look_at(order)
    council = library.councils[reviewed.version.council]
    order = order if order == DOCUMENT else DOUBT
    setup: ReviewSetup = {
        "token": token,
        "council": council.slug,
        "version": name_in_council(reviewed.version),
        "language": messages.language,
        "order": order,
        "opened": reviewed.fingerprint,
        "words": {name: messages(f"edit.{name}") for name in ("silent", "saved", "restored", "changed")},
    }
    source = value_at(reviewed.document.data, ("source", "omits"))
    omits = [one for one in source if isinstance(one, str)] if isinstance(source, list) else []
    return theme.render(
        "edit/review.html",
        t=messages,
        language=messages.language,
        prefix=prefix,
        setup=setup,
        council=council,
        reviewed=reviewed,
        lacks_topics=reviewed.version.lacks_topics(library.vocabulary.documents[reviewed.version.kind]),
        order=order,
        first=left[:_SHOWN_FIRST],
        rank={one.name: place for place, one in enumerate(left)},
        query_version=name_in_council(reviewed.version),
        address=document_address(reviewed.version.council, reviewed.version.kind),
        lines=source_lines(reviewed.version, omits),
        label=lambda one: unit_label(messages, reviewed.version, one.provision.anchor),
        named=lambda slugs: names_of(slugs, library.vocabulary, messages.language),
        topics=[(topic.name[messages.language], topic.summary[messages.language]) for topic in _topics(library)],
        parties=[party.name[messages.language] for party in library.vocabulary.parties.values()],
    )


def review_form(
    reviewed: ReviewedVersion, one: ReviewedProvision, suggester: Suggester | None, theme: Theme, messages: Messages,
    library: Library,
) -> str:  # fmt: skip
    """The form for a provision."""
    language = messages.language
    below = value_at(one.written, ("below",))
    said = {tag: value_at(below, (tag,)) for tag in ("by", "to")} if isinstance(below, Mapping) else {}
    named = {tag: _slugs(said.get(tag)) for tag in ("by", "to")}
    return theme.render(
        "edit/review_form.html",
        t=messages,
        language=language,
        one=one,
        label=unit_label(messages, reviewed.version, one.provision.anchor),
        fields=[_fields(statement, reviewed, suggester, library, language) for statement in one.provision.statements],
        below={tag: names_of(slugs, library.vocabulary, language) for tag, slugs in named.items()},
        leads=bool(one.provision.items or one.provision.table),
        is_cell="rows" in one.at or "columns" in one.at,
        is_first=one.at[-1] == 0,
        is_outermost=len(one.at) < 4,
        source=reviewed.version.language,
    )


def suggester_for(library: Library, version_language: str, council: str) -> Suggester | None:
    """Who suggests for a version, from the documents of other councils; None where nothing can be learnt."""
    examples: Examples = examples_of(library, version_language, without=[council])
    return Suggester(examples) if examples.statements else None


def _topics(library: Library) -> list[Topic]:
    return list(library.vocabulary.topics.values())


def _slugs(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return tuple(one for one in value if isinstance(one, str)) if isinstance(value, list) else ()


def _fields(
    statement: Statement, reviewed: ReviewedVersion, suggester: Suggester | None, library: Library, language: str
) -> StatementFields:
    vocabulary = library.vocabulary
    others: tuple[str, ...] = ()
    if suggester:
        above = reviewed.version.governing[statement.anchor]
        heading = above.headings[-1].heading if above.headings else None
        leads = tuple(lead.text for lead in above.lead_ins)
        found = suggester.suggest(TaggedWords(statement.text, leads, heading or ""))
        others = tuple(topic for topic in (*found.topics, *found.others) if topic not in statement.topics)
    tags = (
        names_of(slugs, vocabulary, language)
        for slugs in (statement.topics, statement.by, statement.to, statement.about)
    )
    topic, by, to, about = tags
    return StatementFields(
        statement.text, topic, by, to, about, tuple(name_of(slug, vocabulary, language) for slug in others)
    )

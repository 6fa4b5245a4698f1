"""/topics/ and /topics/<topic>/: what councils say on one idea, as a critical edition, and who is silent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from protocolau.comparison.compared_statements import ComparedStatement
from protocolau.comparison.edition import Collation, Edition, VariantStatement, edition, on_page
from protocolau.comparison.index import ComparisonIndex, KindComparison
from protocolau.comparison.topic_wordings import TopicSpeaker, TopicWording
from protocolau.comparison.verdicts import SAME
from protocolau.library.addresses import council_address
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Version
from protocolau.model.vocabulary import DocumentKind, Topic, TopicGroup
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import topics_file
from protocolau.render.page import Asset, Page
from protocolau.render.pages.topic_quotes import Quoted, QuotedPart, parts, said_once
from protocolau.render.version_view import VersionView
from protocolau.translation.reading import Reading

NAMED = 3
"""Councils of a wording that its heading names; where there are more, it counts them."""
LISTED = 40
"""Councils in a list that is shown unasked."""


class SpeakerView(NamedTuple):
    """A council and its clauses on the topic, each with what to call it."""

    council: Council
    address: str
    """Of the document, below the root of the language."""
    clauses: list[tuple[str, str]]
    """Anchor and label; none where it is alone, since then its quotes lead to them."""


class ShownWording(NamedTuple):
    """A wording of a topic, with the councils that use it."""

    speakers: list[SpeakerView]
    language: str
    """The language of the document as it is shown, and so of the headings above its quotes."""
    quotes: list[Quoted]
    missing: Sequence[tuple[str, str]] = ()
    """Clauses of the leading wording, anchor and label, to which nothing in this one answers."""
    is_apart: bool = False
    """Whether nothing in it answers to anything in the leading wording."""

    @property
    def first(self) -> SpeakerView:
        """The council whose words stand for all."""
        return self.speakers[0]

    @property
    def parts(self) -> list[QuotedPart]:
        """Its statements, neighbours together of which the same is to be said."""
        return parts(self.quotes)


@dataclass(frozen=True, slots=True)
class KindSection:
    """What the documents of one kind say on a topic, on one page."""

    kind: DocumentKind
    speaking: int
    total: int
    leading: ShownWording
    in_common: bool
    in_short: str
    """How far the words of councils are the same where no two say it alike."""
    others: list[ShownWording]
    wordings: int
    silent: list[Council]
    concerned: list[str]
    """The sides whom its statements bind."""


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The list of topics: those of which some document speaks."""
    t = rendering.messages
    groups, speaking = spoken_groups(rendering), councils_speaking(rendering.library)
    yield topics_file(rendering, groups, speaking)
    yield Page(
        language=rendering.language,
        address="topics/",
        section="topics",
        title=t("topics.title"),
        description=t("topics.description", n=sum(len(topics) for _, topics in groups)),
        content=rendering.render(
            "pages/topics.html",
            groups=groups,
            concerned=sides_concerned(rendering),
            speaking=speaking,
        ),
    )


def spoken_groups(rendering: RenderContext) -> list[tuple[TopicGroup, list[Topic]]]:
    """The groups of topics, each with the topics of which some document speaks; no group without any."""
    groups = (
        (group, [topic for topic in group.topics if rendering.comparison.is_spoken_of(topic.slug)])
        for group in rendering.library.vocabulary.groups
    )
    return [(group, topics) for group, topics in groups if topics]


def councils_speaking(library: Library) -> dict[str, int]:
    """For each topic how many councils speak of it, in whatever kind of document."""
    councils: dict[str, set[str]] = {topic: set() for topic in library.vocabulary.topics}
    for index in library.by_kind.values():
        for topic, versions in index.speakers.items():
            councils[topic].update(version.council for version in versions)
    return {topic: len(slugs) for topic, slugs in councils.items()}


def sides_concerned(rendering: RenderContext) -> dict[str, str]:
    """For each topic the sides whom some council's statement on it binds."""
    library, values = rendering.library, rendering.comparison.values
    found: dict[str, set[str]] = {topic: set() for topic in library.vocabulary.topics}
    versions = [version for index in library.by_kind.values() for version in index.versions]
    for _, concerned in values.of_each(versions, "sides concerned", lambda version: _sides_of(library, version)):
        for topic, sides in concerned.items():
            found[topic].update(sides)
    return {topic: " ".join(sorted(sides)) for topic, sides in found.items()}


def _sides_of(library: Library, version: Version) -> dict[str, list[str]]:
    """For each topic of which a version speaks the sides whom its statements on it bind."""
    side_of = library.vocabulary.side_of
    return {
        topic: list(dict.fromkeys(side for statement in said if (side := side_of(statement.by))))
        for topic, said in version.by_topic.items()
    }


def further_addresses(comparison: ComparisonIndex, topic: Topic) -> Iterator[str]:
    """The addresses of a topic's pages after the first."""
    return (_address(topic, number) for number in range(2, comparison.page_count(topic.slug) + 1))


def _address(topic: Topic, number: int) -> str:
    return f"topics/{topic.slug}/" if number == 1 else f"topics/{topic.slug}/{number}/"


@dataclass(frozen=True, slots=True)
class _WholeEdition:
    """The edition of a topic in the documents of one kind, with what each of its pages says: worked out once for all of
    them, since there are the more of them the more councils speak."""

    index: KindIndex
    edition: Edition
    collation: Collation
    leading: ShownWording
    in_short: str
    """How far the words of councils are the same where no two say it alike."""
    concerned: list[str]


def topic_pages(rendering: RenderContext, topic: Topic) -> Iterator[Page]:
    """The pages of one topic: one, unless there are very many wordings."""
    editions = [
        _whole_edition(rendering, topic, comparison)
        for comparison in rendering.comparison.by_kind.values()
        if comparison.index.speakers[topic.slug]
    ]
    for number in range(1, rendering.comparison.page_count(topic.slug) + 1):
        yield _page(rendering, topic, editions, number)


def _whole_edition(rendering: RenderContext, topic: Topic, comparison: KindComparison) -> _WholeEdition:
    vocabulary, names = rendering.library.vocabulary, rendering.comparison.party_names
    whole = edition(comparison.speakers(topic.slug), topic.slug, rendering.language, names)
    assert whole.leading, "a kind of document that speaks of a topic has a wording of it"
    return _WholeEdition(
        comparison.index,
        whole,
        Collation(topic.slug, whole.leading, vocabulary, names),
        _leading(rendering, whole.leading),
        _in_short(whole),
        sorted(_sides(rendering.library, whole)),
    )


def _in_short(whole: Edition) -> str:
    """How far councils use the same words, no two of which say it alike: `turned`, `partly_common` or `no_common`."""
    if whole.has_turned_wording:
        return "turned"
    return "partly_common" if whole.has_common_statement else "no_common"


def _page(
    rendering: RenderContext,
    topic: Topic,
    editions: Sequence[_WholeEdition],
    number: int,
) -> Page:
    t, vocabulary, language = rendering.messages, rendering.library.vocabulary, rendering.language
    name, count = topic.name[language], rendering.comparison.page_count(topic.slug)
    group = next(group for group in vocabulary.groups if group.slug == topic.group)
    sections = [_section(rendering, whole, number) for whole in editions]
    return Page(
        language=language,
        address=_address(topic, number),
        section="topics",
        indexed=rendering.comparison.is_spoken_of(topic.slug),
        title=_title(rendering, name) if number == 1 else t("topic.further_title", topic=name, n=number),
        description=topic.summary[language] if number == 1 else t("topic.further_description", topic=name, n=number),
        content=rendering.render(
            "pages/topic.html",
            topic=topic,
            group=group,
            group_spoken_of=any(rendering.comparison.is_spoken_of(other.slug) for other in group.topics),
            see=[vocabulary.topics[slug] for slug in topic.see if rendering.comparison.is_spoken_of(slug)],
            sections=sections,
            by_kind=len(sections) > 1 or any(section.kind.slug != RELATIONS for section in sections),
            relations=RELATIONS,
            number=number,
            numbers=range(1, count + 1),
            named=NAMED,
            listed=LISTED,
            concerns={slug: t("topic.party", party=party.name[language]) for slug, party in vocabulary.parties.items()},
            concerned=sorted({side for section in sections for side in section.concerned}),
        ),
    )


def _title(rendering: RenderContext, topic: str) -> str:
    """The title of a topic's page, which names the council where there is but one."""
    if sole := rendering.library.sole:
        return rendering.messages("one.topic_title", topic=topic, council=sole.name[rendering.language])
    return rendering.messages("topic.page_title", topic=topic)


def _section(rendering: RenderContext, whole: _WholeEdition, number: int) -> KindSection:
    councils, index, topic = rendering.library.councils, whole.index, whole.edition.topic
    others = on_page(whole.edition.others, number, rendering.comparison.page_count(topic))
    return KindSection(
        kind=index.kind,
        speaking=len(index.speakers[topic]),
        total=len(index.versions),
        leading=whole.leading,
        in_common=whole.edition.in_common,
        in_short=whole.in_short,
        others=_said_once([_variant(rendering, whole.collation, wording) for wording in others]),
        wordings=len(whole.edition.others) + 1,
        silent=[councils[version.council] for version in index.silent(topic)] if number == 1 else [],
        concerned=whole.concerned,
    )


def _said_once(wordings: Sequence[ShownWording]) -> list[ShownWording]:
    """The wordings of a page; a statement that one before has under the same words is not said again."""
    quotes = said_once([(wording.first.council, wording.quotes) for wording in wordings])
    return [wording._replace(quotes=own) for wording, own in zip(wordings, quotes, strict=True)]


def _sides(library: Library, whole: Edition) -> set[str]:
    wordings = (whole.leading, *whole.others) if whole.leading else ()
    statements = (compared.statement for wording in wordings for compared in wording.first.statements)
    return {side for statement in statements if (side := library.vocabulary.side_of(statement.by))}


def _leading(rendering: RenderContext, wording: TopicWording) -> ShownWording:
    """A wording in the words of its first council, which stand for all."""
    version_view = rendering.view_of(wording.first.version)
    quotes = [quoted(rendering, version_view, statement) for statement in wording.first.statements]
    return ShownWording(_speakers(rendering, wording), version_view.language, quotes)


def _variant(rendering: RenderContext, collation: Collation, wording: TopicWording) -> ShownWording:
    """A wording by what it has differently from the leading one."""
    leading = collation.leading
    base, own = (rendering.view_of(shown.first.version) for shown in (leading, wording))
    compared = collation.variant(wording)
    quotes = [quoted(rendering, own, line.statement, line) for line in compared.statements]
    is_apart = len(compared.missing) == len(leading.first.statements)
    anchors = {} if is_apart else dict.fromkeys(missed.statement.anchor for missed in compared.missing)
    missing = [(anchor, base.citation(anchor)) for anchor in anchors]
    return ShownWording(_speakers(rendering, wording), own.language, quotes, missing, is_apart)


def quoted(
    rendering: RenderContext,
    version_view: VersionView,
    compared: ComparedStatement,
    variant: VariantStatement | None = None,
) -> Quoted:
    """A statement of a version as a page of its topic quotes it."""
    anchor = compared.statement.anchor
    provision = version_view.version.provisions[anchor]
    clause = version_view.quoted_clause(provision) if variant is None else ""
    governing = version_view.version.governing[anchor]
    return Quoted(
        anchor,
        provision.number,
        rendering.library.vocabulary.side_of(compared.statement.by),
        compared.text,
        compared.language,
        "stale" if compared.is_out_of_date else version_view.version.other_language or "",
        version_view.line(governing),
        version_view.citation(anchor),
        clause if clause != compared.text else "",
        variant.verdict if variant else "",
        variant.pieces if variant else (),
        variant is not None and variant.verdict == SAME and not variant.pieces,
        version_view.mixed_line(governing),
    )


def _speakers(rendering: RenderContext, wording: TopicWording) -> list[SpeakerView]:
    is_alone = len(wording.speakers) == 1
    return [_speaker(rendering, speaker, is_alone) for speaker in wording.speakers]


def _speaker(rendering: RenderContext, speaker: TopicSpeaker, is_alone: bool) -> SpeakerView:
    version = speaker.version
    folder = "" if version.kind == RELATIONS else f"{version.kind}/"
    address = f"{council_address(version.council)}{folder}"
    clauses = [] if is_alone else _clauses(rendering, speaker)
    return SpeakerView(rendering.library.councils[version.council], address, clauses)


def _clauses(rendering: RenderContext, speaker: TopicSpeaker) -> list[tuple[str, str]]:
    reading = Reading(speaker.version, rendering.language)
    return [(anchor, citation(rendering.messages, reading, anchor)) for anchor in speaker.anchors]

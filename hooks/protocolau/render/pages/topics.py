"""/topics/ and /topics/<topic>/: what councils say on one idea, as a critical edition, and who is silent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolau.comparison.compared_statements import ComparedStatement
from protocolau.comparison.difference import Piece
from protocolau.comparison.edition import Edition, VariantStatement, edition, on_page, variant
from protocolau.comparison.index import ComparisonIndex
from protocolau.comparison.topic_wordings import TopicSpeaker, TopicWording
from protocolau.language.tokens import PartyNames
from protocolau.library.library import Library
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Topic
from protocolau.render.citations import citation
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.version_view import VersionView, version_view_of
from protocolau.translation.reading import Reading

NAMED = 3
"""Councils of a wording that its heading names; where there are more, it counts them."""
LISTED = 40
"""Councils in a list that is shown unasked."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A provision out of its place: its words, and the headings and lead-in under which it stands."""

    anchor: str
    number: str | None
    side: str | None
    """The side of those whom it binds."""
    text: str
    language: str
    context: str
    label: str
    """What to call it in a reference to it."""
    verdict: str = ""
    """How it compares with the leading wording; empty where it is part of it."""
    pieces: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class SpeakerView:
    """A council and its provisions on the topic, each with what to call it."""

    council: Council
    clauses: list[tuple[str, str]]
    """Anchor and label."""


@dataclass(frozen=True, slots=True)
class ShownWording:
    """A wording of a topic, with the councils that use it."""

    speakers: list[SpeakerView]
    language: str
    """The language of the document as it is shown, and so of the headings above its quotes."""
    quotes: list[Quoted]
    missing: Sequence[tuple[str, str]] = ()
    """Provisions of the leading wording, anchor and label, to which nothing in this one answers."""

    @property
    def first(self) -> Council:
        """The council whose words stand for all."""
        return self.speakers[0].council


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The list of topics."""
    t = rendering.messages
    yield Page(
        language=rendering.language,
        address="topics/",
        section="topics",
        title=t("topics.title"),
        description=t("topics.description", n=len(rendering.library.vocabulary.topics)),
        content=rendering.render("pages/topics.html", concerned=_concerned(rendering.library)),
    )


def _concerned(library: Library) -> dict[str, str]:
    """For each topic the parties of whom some council's provision on it speaks."""
    found: dict[str, set[str]] = {topic: set() for topic in library.vocabulary.topics}
    for version in library.relations.versions:
        for topic, statements in version.by_topic.items():
            sides = (library.vocabulary.side_of(statement.by) for statement in statements)
            found[topic].update(side for side in sides if side)
    return {topic: " ".join(sorted(parties)) for topic, parties in found.items()}


def further_addresses(comparison: ComparisonIndex, topic: Topic) -> Iterator[str]:
    """The addresses of a topic's pages after the first."""
    return (_address(topic, number) for number in range(2, comparison.page_count(topic.slug) + 1))


def _address(topic: Topic, number: int) -> str:
    return f"topics/{topic.slug}/" if number == 1 else f"topics/{topic.slug}/{number}/"


def topic_pages(rendering: RenderContext, topic: Topic) -> Iterator[Page]:
    """The pages of one topic: one, unless there are very many wordings."""
    comparison, language, speakers = (
        rendering.comparison,
        rendering.language,
        rendering.library.relations.speakers[topic.slug],
    )
    whole = edition(speakers, topic.slug, language, comparison.party_names[language])
    for number in range(1, comparison.page_count(topic.slug) + 1):
        yield _page(rendering, topic, whole, number)


def _page(rendering: RenderContext, topic: Topic, whole: Edition, number: int) -> Page:
    t, library, language = rendering.messages, rendering.library, rendering.language
    name, count = topic.name[language], rendering.comparison.page_count(topic.slug)
    names = rendering.comparison.party_names[language]
    leading = _leading(rendering, whole.leading) if whole.leading else None
    others = [
        _variant(rendering, whole.leading, wording, names)
        for wording in on_page(whole.others, number, count)
        if whole.leading
    ]
    return Page(
        language=language,
        address=_address(topic, number),
        section="topics",
        title=t("topic.page_title", topic=name) if number == 1 else t("topic.further_title", topic=name, n=number),
        description=topic.summary[language] if number == 1 else t("topic.further_description", topic=name, n=number),
        content=rendering.render(
            "pages/topic.html",
            topic=topic,
            group=next(group for group in library.vocabulary.groups if group.slug == topic.group),
            speaking=len(library.relations.speakers[topic.slug]),
            total=len(library.relations.versions),
            leading=leading,
            in_common=whole.in_common,
            others=others,
            wordings=len(whole.others) + bool(whole.leading),
            silent=_silent(library, topic) if number == 1 else [],
            number=number,
            numbers=range(1, count + 1),
            named=NAMED,
            listed=LISTED,
            concerns={
                slug: t("topic.party", party=party.name[language]) for slug, party in library.vocabulary.parties.items()
            },
            concerned=sorted(_sides(library, whole)),
        ),
    )


def _silent(library: Library, topic: Topic) -> list[Council]:
    return [library.councils[version.council] for version in library.relations.silent(topic.slug)]


def _sides(library: Library, whole: Edition) -> set[str]:
    wordings = (whole.leading, *whole.others) if whole.leading else ()
    statements = (compared.statement for wording in wordings for compared in wording.first.statements)
    return {side for statement in statements if (side := library.vocabulary.side_of(statement.by))}


def _leading(rendering: RenderContext, wording: TopicWording) -> ShownWording:
    """A wording in the words of its first council, which stand for all."""
    version_view = version_view_of(rendering, wording.first.version)
    quotes = [_quoted(rendering, version_view, provision) for provision in wording.first.statements]
    return ShownWording(_speakers(rendering, wording), version_view.language, quotes)


def _variant(rendering: RenderContext, leading: TopicWording, wording: TopicWording, names: PartyNames) -> ShownWording:
    """A wording by what it has differently from the leading one."""
    base, own = (version_view_of(rendering, shown.first.version) for shown in (leading, wording))
    compared = variant(leading, wording, names)
    quotes = [_quoted(rendering, own, line.statement, line) for line in compared.statements]
    missing = [
        (missed.statement.anchor, citation(rendering.messages, base.reading, missed.statement.anchor))
        for missed in compared.missing
    ]
    return ShownWording(_speakers(rendering, wording), own.language, quotes, missing)


def _quoted(
    rendering: RenderContext,
    version_view: VersionView,
    compared: ComparedStatement,
    variant: VariantStatement | None = None,
) -> Quoted:
    anchor = compared.statement.anchor
    return Quoted(
        anchor,
        version_view.version.provisions[anchor].number,
        rendering.library.vocabulary.side_of(compared.statement.by),
        compared.text,
        compared.language,
        version_view.contexts[anchor],
        citation(rendering.messages, version_view.reading, anchor),
        variant.verdict if variant else "",
        variant.pieces if variant else (),
    )


def _speakers(rendering: RenderContext, wording: TopicWording) -> list[SpeakerView]:
    return [_speaker(rendering, speaker) for speaker in wording.speakers]


def _speaker(rendering: RenderContext, speaker: TopicSpeaker) -> SpeakerView:
    reading = Reading(speaker.version, rendering.language)
    anchors = dict.fromkeys(compared.statement.anchor for compared in speaker.statements)
    labelled = [(anchor, citation(rendering.messages, reading, anchor)) for anchor in anchors]
    return SpeakerView(rendering.library.councils[speaker.version.council], labelled)

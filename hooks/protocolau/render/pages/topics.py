"""/topics/ and /topics/<topic>/: each council's own words on one idea, side by side, and who is silent."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.comparison.wordings import Voice, Wording, wordings
from protocolau.library.reading import Said, read_in
from protocolau.model.protocol import Council, Provision
from protocolau.model.vocabulary import Topic
from protocolau.render.page import Page, Studio
from protocolau.render.provisions import citation, showing_of


@dataclass(frozen=True, slots=True)
class Quoted:
    """A provision out of its place: its words, and the headings and lead-in under which it stands."""

    provision: Provision
    said: Said
    context: str


@dataclass(frozen=True, slots=True)
class ShownVoice:
    """A council and its clauses on the topic, each with what to call it."""

    council: Council
    clauses: list[tuple[str, str]]
    """Anchor and label."""


@dataclass(frozen=True, slots=True)
class ShownWording:
    """A wording of a topic, with the councils that use it."""

    voices: list[ShownVoice]
    language: str
    """The language of the document as it is shown, and so of the headings above its quotes."""
    quotes: list[Quoted]


def pages(studio: Studio) -> Iterator[Page]:
    """The list of topics."""
    t = studio.words
    yield Page(
        language=studio.language,
        address="topics/",
        section="topics",
        title=t("topics.title"),
        description=t("topics.description", n=len(studio.library.vocabulary.topics)),
        content=studio.render("pages/topics.html"),
    )


def topic_pages(studio: Studio, topic: Topic) -> Iterator[Page]:
    """The page of one topic."""
    t, library = studio.words, studio.library
    found = [_shown(studio, wording) for wording in wordings(library.speakers[topic.slug], topic.slug, studio.language)]
    name = topic.name[studio.language]
    yield Page(
        language=studio.language,
        address=f"topics/{topic.slug}/",
        section="topics",
        title=t("topic.page_title", topic=name),
        description=topic.summary[studio.language],
        content=studio.render(
            "pages/topic.html",
            topic=topic,
            group=next(group for group in library.vocabulary.groups if group.slug == topic.group),
            speaking=len(library.speakers[topic.slug]),
            wordings=found,
            silent=library.silent(topic.slug),
            parties={
                slug: t("topic.party", party=party.name[studio.language])
                for slug, party in library.vocabulary.parties.items()
            },
        ),
    )


def _shown(studio: Studio, wording: Wording) -> ShownWording:
    """A wording in the words of its first council, whose voice stands for all."""
    first = wording.voices[0]
    showing = showing_of(studio, first.version)
    quotes = [
        Quoted(one, showing.said(one), showing.contexts[one.anchor])
        for one in (clause.provision for clause in first.clauses)
    ]
    return ShownWording([_voice(studio, voice) for voice in wording.voices], showing.language, quotes)


def _voice(studio: Studio, voice: Voice) -> ShownVoice:
    reading = read_in(voice.version, studio.language)
    clauses = [
        (one.anchor, citation(studio.words, reading, one.anchor))
        for one in (clause.provision for clause in voice.clauses)
    ]
    return ShownVoice(studio.library.councils[voice.version.council], clauses)

"""/topics/ and /topics/<topic>/: each council's own words on one idea, side by side, and who is silent."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.library.wordings import Wording, wordings
from protocolau.model.protocol import Council, Provision
from protocolau.model.vocabulary import Topic
from protocolau.render.page import Page, Studio
from protocolau.render.provisions import Showing, Shown


@dataclass(frozen=True, slots=True)
class Quoted:
    """A provision out of its place: its words, and the headings and lead-in under which it stands."""

    shown: Shown
    context: str


@dataclass(frozen=True, slots=True)
class ShownWording:
    """A wording of a topic, with the councils that use it."""

    councils: list[Council]
    article_language: str
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
    found = [_shown(studio, wording) for wording in wordings(library, topic.slug)]
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
        ),
    )


def _shown(studio: Studio, wording: Wording) -> ShownWording:
    """A wording in the words of its first council, whose voice stands for all."""
    councils = [studio.library.councils[voice.version.council] for voice in wording.voices]
    first = wording.voices[0]
    showing = Showing(studio, first.version)
    contexts = _contexts(showing, first.provisions)
    quotes = [Quoted(showing.alone(one), contexts[one.anchor]) for one in first.provisions]
    return ShownWording(councils, showing.language, quotes)


def _contexts(showing: Showing, wanted: tuple[Provision, ...]) -> dict[str, str]:
    """For each provision the headings and the lead-in above it, in the language of the page."""
    found: dict[str, str] = {}
    anchors = {provision.anchor for provision in wanted}
    for part in showing.version.body:
        _walk(showing, part, (), anchors, found)
    return found


def _walk(
    showing: Showing, provision: Provision, above: tuple[str, ...], wanted: set[str], found: dict[str, str]
) -> None:
    if provision.anchor in wanted:
        found[provision.anchor] = " › ".join(above[-2:])
    inner = (*above, lead) if (lead := _lead(showing, provision)) else above
    for child in provision.children():
        _walk(showing, child, inner, wanted, found)


def _lead(showing: Showing, provision: Provision) -> str:
    """The heading of a provision, or the words that lead into the list inside it."""
    if provision.heading and provision.kind != "table":
        return showing.words(provision.heading, f"{provision.anchor} heading", provision.language)
    leads = provision.text and provision.text.rstrip().endswith((":", "-"))
    return showing.words(provision.text, provision.anchor, provision.language) if leads else ""

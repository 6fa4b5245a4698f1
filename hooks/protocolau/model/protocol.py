"""Councils, their documents, and the versions of these."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from protocolau.language import other
from protocolau.model.governing import Governing, governing
from protocolau.model.labels import Label, labels_of
from protocolau.model.numbers import NumberPath
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement, joined
from protocolau.model.translation import TITLE, Translation, clause_unit, heading_unit
from protocolau.model.vocabulary import Bilingual, DocumentKind
from protocolau.read.dates import PartialDate

DRAFT = "draft"
"""The name of a version that nobody has adopted yet. It is no version of its document."""


@dataclass(frozen=True, slots=True)
class Minute:
    """The minute of the meeting that adopted a version."""

    reference: str
    """What the council calls it."""
    address: str | None = None


class TopicMention(NamedTuple):
    """How a version speaks of a topic, in short."""

    statements: int
    """How many of its statements do."""
    first: str
    """The anchor of the first."""


WORDS = ("body", "translations")
"""What of a version is let go of, and taken again when it is asked for, where there are too many versions to hold."""
IN_SHORT = ("spoken", "unit_count", "known")
"""What follows from these and stays: lists ask it of every version."""


@dataclass(frozen=True, eq=False)
class Version:
    """One adopted text of a document: immutable once adopted.

    Its words may be let go of by whoever can bring them back (`library/shelf.py`); who asks for them does not see it.
    """

    council: str
    """The slug of the council."""
    kind: str
    """The kind of the document."""
    slug: str
    """Its date of adoption, or `undated`."""
    path: Path
    title: str
    language: str
    body: tuple[Provision, ...]
    adopted: PartialDate | None = None
    reviewed: PartialDate | None = None
    review_due: PartialDate | None = None
    issued: PartialDate | None = None
    withdrawn: PartialDate | None = None
    """The date from which the council no longer applies it."""
    other_language: Literal["exists", "equal"] | None = None
    """Whether the council has the other language too: `exists` where it is not held here, `equal` where both were
    adopted alike."""
    awaiting_review: bool = False
    """Whether no person has confirmed what is said of its statements. It is then shown as text alone."""
    source: str | None = None
    """The file name of the document from which the text was taken."""
    source_address: str | None = None
    """The address from which that was fetched."""
    fetched: PartialDate | None = None
    """The day on which it was fetched."""
    minute: Minute | None = None
    """The minute of its adoption."""
    notes: tuple[Bilingual, ...] = ()
    translations: Mapping[str, Translation] = field(default_factory=dict)
    """The translations of it, by their language."""

    if not TYPE_CHECKING:

        def __getattr__(self, name: str) -> Any:
            """Its words, where they were let go of: Python asks for what it does not find here."""
            bring_back = self.__dict__.get("_bring_back")
            if bring_back is None or name not in WORDS:
                raise AttributeError(f"a version has no {name!r}")
            bring_back()
            return self.__dict__[name]

    def let_go(self) -> None:
        """Let go of its words, and of all that follows from them but what is known in short."""
        assert self.spoken is not None and self.unit_count
        held = {*self.__dataclass_fields__, *IN_SHORT, "_bring_back"}.difference(WORDS)
        for name in self.__dict__.keys() - held:
            del self.__dict__[name]

    def brought_back_by(self, bring_back: Callable[[], None]) -> None:
        """Say what brings its words back with `take_words`, whenever they are asked for."""
        self.__dict__["_bring_back"] = bring_back

    def take_words(self, other: "Version") -> None:
        """Take the words of the same version, as it was read again."""
        self.__dict__.update((name, getattr(other, name)) for name in WORDS)

    def next_review(self, today: date) -> PartialDate | None:
        """When it is to be reviewed, by a day; None where that is not known, or where that review has been done, or, as
        far as it is known when, may have been, and is no longer to come."""
        due, done = self.review_due, self.reviewed
        if not due or not done or done.last_day < due.first_day or today < done.first_day:
            return due
        return due if done.first_day < due.first_day and today <= due.last_day else None

    def translated(self, translations: Iterable[Translation]) -> "Version":
        """The same version with these translations, instead of those that it has."""
        return replace(self, translations={translation.language: translation for translation in translations})

    def lacks_topics(self, kind: DocumentKind) -> bool:
        """Whether none of its statements has a topic, though a document of its kind is expected to speak of some."""
        return bool(kind.expects) and not self.spoken

    def untagged(self) -> "Version":
        """The same version as text alone, with nothing that is said of its statements."""
        return replace(self, body=tuple(provision.untagged() for provision in self.body))

    def last_known(self, today: date) -> date | None:
        """The last day, by today, of which is known that something was done about it; of a date to the month its first
        day."""
        known = (self.adopted, self.issued, self.reviewed, self.fetched)
        return max((one.first_day for one in known if one and one.first_day <= today), default=None)

    @property
    def is_compared_with_source(self) -> bool:
        """Whether its words are held to those of its document, which is so where that is a text file."""
        return bool(self.source and self.source.endswith(".txt"))

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by its anchor, in the order of the document."""
        return {provision.anchor: provision for part in self.body for provision in part.walk()}

    @cached_property
    def labels(self) -> dict[str, Label]:
        """What to call each provision in a reference to it, by its anchor."""
        return labels_of(self.body)

    @cached_property
    def governing(self) -> dict[str, Governing]:
        """What stands above each provision and governs its words, by its anchor."""
        return governing(self.body)

    @cached_property
    def numbered(self) -> dict[tuple[str | None, NumberPath], tuple[str, ...]]:
        """The anchors of what is printed under a number, by the division in which it begins again and its path."""
        found: dict[tuple[str | None, NumberPath], list[str]] = {}
        for anchor, label in self.labels.items():
            if self.provisions[anchor].number and label.path:
                found.setdefault((label.scope, tuple(part.casefold() for part in label.path)), []).append(anchor)
        return {place: tuple(anchors) for place, anchors in found.items()}

    @cached_property
    def units(self) -> dict[str, str]:
        """Every text that can be translated, in the order of the document, by the name of its unit."""
        units = {TITLE: self.title}
        for anchor, provision in self.provisions.items():
            if provision.language != self.language:
                continue
            if provision.heading:
                units[heading_unit(anchor)] = provision.heading
            for statements in self.unit_spans(provision):
                words = joined(provision.statements[statements.start : statements.stop])
                units[clause_unit(provision, statements)] = words
        return units

    def unit_spans(self, provision: Provision) -> tuple[range, ...]:
        """How the statements of a provision are joined into units: as the translation joins them, else one by one."""
        translation = self.translations.get(other(self.language))
        spans = translation.spans.get(provision.anchor) if translation else None
        return spans or _one_by_one(len(provision.statements))

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """Every statement, in the order of the document."""
        return tuple(statement for provision in self.provisions.values() for statement in provision.statements)

    @cached_property
    def by_topic(self) -> dict[str, tuple[Statement, ...]]:
        """The statements that speak of each topic, in the order of the document."""
        speaking: dict[str, list[Statement]] = {}
        for statement in self.statements:
            for topic in statement.topics:
                speaking.setdefault(topic, []).append(statement)
        return {topic: tuple(statements) for topic, statements in speaking.items()}

    def anchors_on(self, topic: str) -> tuple[str, ...]:
        """The anchors of the provisions that speak of a topic, each once."""
        return tuple(dict.fromkeys(statement.anchor for statement in self.by_topic[topic]))

    @cached_property
    def spoken(self) -> Mapping[str, TopicMention]:
        """The topics of which it speaks, in the order in which it does."""
        return {topic: _mention(len(said), said[0].anchor) for topic, said in self.by_topic.items()}

    @cached_property
    def unit_count(self) -> int:
        """How many texts of it can be translated."""
        return len(self.units)

    @cached_property
    def known(self) -> dict[str, Any]:
        """What others have found out about its words, in a few words and by a name of their own."""
        return {}

    @cached_property
    def cited_by(self) -> dict[str, tuple[Provision, ...]]:
        """For each anchor that other provisions refer to, those provisions."""
        found: dict[str, list[Provision]] = {}
        for provision in self.provisions.values():
            for anchor in provision.refers_to:
                found.setdefault(anchor, []).append(provision)
        return {anchor: tuple(provisions) for anchor, provisions in found.items()}


@cache
def _one_by_one(count: int) -> tuple[range, ...]:
    """So many statements, each a unit of its own."""
    return tuple(range(place, place + 1) for place in range(count))


@cache
def _mention(statements: int, first: str) -> TopicMention:
    """Held once for all versions that speak of a topic so."""
    return TopicMention(statements, first)


@dataclass(frozen=True, eq=False)
class Document:
    """A document of a kind that a council has adopted, in one or more versions."""

    council: str
    """The slug of the council."""
    kind: str
    versions: tuple[Version, ...]
    """The oldest first; one whose date is not known counts as the oldest."""

    def version(self, slug: str) -> Version | None:
        """The version of a slug, if there is one."""
        return next((version for version in self.versions if version.slug == slug), None)


@dataclass(frozen=True, eq=False)
class Council:
    """A council, its facts, and the documents that it has adopted."""

    slug: str
    name: Bilingual
    short_name: Bilingual
    kind: str
    nation: str
    documents: Mapping[str, Document]
    """By their kind."""
    ended: PartialDate | None = None
    """The date on which it ceased to be."""
    succeeded_by: str | None = None
    """The slug of the council that took its place."""
    formerly: tuple[str, ...] = ()
    """The slugs that it has had, the oldest first."""
    website: str | None = None
    contact: str | None = None
    """An e-mail address, or the address of a page."""

    @property
    def first_slug(self) -> str:
        """The first slug that it had: what calendars and feeds know it by for ever."""
        return self.formerly[0] if self.formerly else self.slug

    @property
    def versions(self) -> tuple[Version, ...]:
        """Every version of every document."""
        return tuple(version for document in self.documents.values() for version in document.versions)

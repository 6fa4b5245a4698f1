"""A provision as the templates take it: its words and links, and beside them what editors add."""

from collections.abc import Iterator
from typing import NamedTuple

from markupsafe import Markup

from protocolau.library.links import TextRun
from protocolau.model.provision import Diagram
from protocolau.model.vocabulary import Bilingual, Policy

_OF_OWN_LOOK = frozenset(("title", "notice", "contents", "control", "review", "adoption", "signature", "appendix"))


class TopicLink(NamedTuple):
    """What a topic's link says beside a provision."""

    slug: str
    name: str


class ProvisionLink(NamedTuple):
    """A provision of the same document that remarks refer to."""

    anchor: str
    label: str


class LeafHtml:
    """The finished HTML of a provision with nothing inside it, as each page has it; made when a page first asks."""

    __slots__ = ("framed", "of_page", "pasted")

    def __init__(self) -> None:
        self.of_page: Markup | None = None
        self.framed: Markup | None = None
        self.pasted: Markup | None = None


class ProvisionView(NamedTuple):
    """A provision ready for a template."""

    anchor: str
    kind: str
    level: int
    """The level of its heading, 2 to 6."""
    number: str | None
    has_caption: bool
    heading: tuple[TextRun, ...]
    text: tuple[TextRun, ...]
    unlinked: tuple[TextRun, ...]
    """The text without links, as other sites show it."""
    language: str | None
    """The language of its words, where it is not that of what it stands in."""
    heading_language: str | None
    """The language of its heading, where it is not that of its words."""
    aside_language: str | None
    """The language of what editors say of it, where it is not that of its words."""
    state: str
    today: str | None
    """The adopted text, where its translation is out of date."""
    untranslated: str
    """Which words say so where it alone stands in the source's language, others being translated; else empty."""
    topics: tuple[TopicLink, ...]
    """Its topics, unless they are the very topics of the provision above."""
    span: int
    cites: tuple[Policy, ...]
    """Policies that it cites in words that could not be found."""
    see: tuple[ProvisionLink, ...]
    """Provisions that it refers to in words that could not be found."""
    cited_by: tuple[ProvisionLink, ...]
    notes: tuple[Bilingual, ...]
    diagram: Diagram | None
    row_headers: bool
    has_table: bool
    items: tuple["ProvisionView", ...] = ()
    provisions: tuple["ProvisionView", ...] = ()
    columns: tuple["ProvisionView", ...] = ()
    rows: tuple[tuple["ProvisionView", ...], ...] = ()
    leaf: LeafHtml | None = None
    """Where nothing stands inside it, and it has neither notes nor a diagram: one view, and one HTML, for all that
    have it so."""

    @property
    def look_of_kind(self) -> str:
        """The class of a kind of provision that looks like no other; empty for clauses, items and paragraphs."""
        return f"kind-{self.kind}" if self.kind in _OF_OWN_LOOK else ""

    @property
    def has_remarks(self) -> bool:
        """Whether editors have anything to say below its words."""
        said = self.cites or self.see or self.cited_by or self.notes
        return bool(said or self.state == "stale" or self.untranslated)

    def look(self) -> tuple[object, ...]:
        """All that its number and words look like: equal for provisions that look alike."""
        return (
            self.anchor,
            self.kind,
            self.level,
            self.number,
            self.heading,
            self.text,
            self.language,
            self.heading_language,
            self.aside_language,
            self.has_caption,
            self.topics,
        )

    def walk(self) -> Iterator["ProvisionView"]:
        """Itself and everything inside it that has a line of its own, cells of tables excepted."""
        yield self
        for child in (*self.items, *self.provisions):
            yield from child.walk()

"""A provision as it is being gathered, before it is written."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from protocolau.importing.suggestions.sentence import Parties
from protocolau.importing.suggestions.suggester import Suggestion


@dataclass(slots=True)
class DraftCell:
    """A cell's words and the columns that it covers."""

    text: str
    span: int = 1
    said: Suggestion | None = None
    """What may be said of its words."""
    below: Parties | None = None
    """Whom the cells below it bind, where it heads a column."""


@dataclass
class Draft:
    """A provision: words as printed, with marks for bold and italic, and what stands inside it."""

    number: str = ""
    heading: str = ""
    text: str = ""
    kind: str | None = None
    language: str | None = None
    items: list["Draft"] = field(default_factory=list)
    provisions: list["Draft"] = field(default_factory=list)
    rows: list[list[DraftCell]] = field(default_factory=list)
    heads: int = 0
    """How many of the rows are heads of columns."""
    place: int = 0
    page: int | None = None
    doubts: list[str] = field(default_factory=list)
    """What a person should look at, by the names that the report has words for."""
    statements: list[Suggestion] = field(default_factory=list)
    """What may be said of its text, as it may be cut."""
    below: Parties | None = None
    """Whom its items and cells bind, and to whom that is owed."""

    @property
    def empty(self) -> bool:
        """Whether it holds nothing that could be said without its number."""
        return not (self.heading or self.text or self.items or self.provisions or self.rows)

    @property
    def empty_inside(self) -> bool:
        """Whether nothing has been said under its heading yet."""
        return not (self.text or self.items or self.provisions or self.rows)

    def walk(self) -> Iterator["Draft"]:
        """This provision and all inside it, in the order in which they are printed."""
        yield self
        for one in (*self.items, *self.provisions):
            yield from one.walk()

    def words(self) -> Iterator[str]:
        """Its own texts in the order in which they are printed, without what is inside it."""
        yield from filter(None, (self.number, self.heading, self.text))
        for row in self.rows:
            yield from (cell.text for cell in row)

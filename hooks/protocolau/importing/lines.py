"""What every reader of documents makes: lines and tables in the order of the document, and what stands apart."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

BULLET = "•"
"""The one sign for every bullet, whatever its glyph and font."""


@dataclass(frozen=True, slots=True)
class Run:
    """A run of characters of one look."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    capitals: bool = False
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a line of a text: its words and how they are set."""

    runs: tuple[Run, ...]
    number: str = ""
    """The number that a list prints before the words, or `BULLET`. One typed by hand stands in the words."""
    level: int | None = None
    """The level of that list, from 0."""
    inline: tuple[str, ...] = ()
    """Numbers that fields print among the words, in order."""
    style: str = ""
    """The name of the style in which it is set."""
    outline: int | None = None
    """The level as a heading, from 0; None for words of the text."""
    indent: int = 0
    """How far it is set in, in twentieths of a point."""
    contents: bool = False
    """Whether it is a line of a contents list."""
    leads: bool = False
    """Whether its words, all of them, are a link to another place of the document."""
    place: int = 0
    """Which paragraph or line of the document it is, from 1."""
    page: int | None = None
    apart: bool = False
    """Whether a blank line or a gap stands before it."""
    size: float = 0.0
    """How large most of its letters are, in points; 0 where that is not known."""
    full: bool = False
    """Whether the next line's first word found no room on it, so that its words were broken there."""
    cut: bool = False
    """Whether it is one word that leaves no room for a letter more, so that the word itself may be broken there."""
    beside: str = ""
    """The note that stands in the margin beside it."""

    @property
    def text(self) -> str:
        """The words, with their tabs and line breaks."""
        return "".join(run.text for run in self.runs)

    @property
    def bold(self) -> bool:
        """Whether every word is bold."""
        return self._all("bold")

    @property
    def underlined(self) -> bool:
        """Whether every word is underlined."""
        return self._all("underlined")

    @property
    def italic(self) -> bool:
        """Whether every word is italic."""
        return self._all("italic")

    @property
    def language(self) -> str | None:
        """The language in which most characters are marked."""
        counts: dict[str | None, int] = {}
        for run in self.runs:
            counts[run.language] = counts.get(run.language, 0) + len(run.text.strip())
        return max(counts, key=lambda one: counts[one]) if counts else None

    def _all(self, look: str) -> bool:
        spoken = [run for run in self.runs if any(map(str.isalnum, run.text))]
        return bool(spoken) and all(getattr(run, look) for run in spoken)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, with the columns that it covers."""

    blocks: tuple["Block", ...]
    span: int = 1
    continued: bool = False
    """Whether it only continues the cell above it."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells."""

    rows: tuple[tuple[Cell, ...], ...]
    place: int = 0
    page: int | None = None
    heads: int = 0
    """How many rows at the top the document itself calls heads."""
    caption: Line | None = None


Block = Line | Table


@dataclass(frozen=True, slots=True)
class Aside:
    """Words of the document that are not its text: a header, a comment, deleted words."""

    what: str
    """One of the kinds that the report has words for."""
    text: str
    place: int = 0
    page: int | None = None


@dataclass(frozen=True)
class ReadDocument:
    """A document as read."""

    blocks: tuple[Block, ...]
    notes: tuple[Line, ...] = ()
    """Footnotes and endnotes, each with its sign before its words."""
    asides: tuple[Aside, ...] = ()
    remarks: Mapping[str, int | str] = field(default_factory=dict)
    """What was met and how often: tracked changes, pictures, parts that cannot be read."""


def lines_of(blocks: tuple[Block, ...]) -> Iterator[Line]:
    """Every line, those of tables among them, in order."""
    for block in blocks:
        if isinstance(block, Line):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from lines_of(cell.blocks)

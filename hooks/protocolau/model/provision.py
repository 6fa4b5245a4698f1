"""Provisions, the numbered and unnumbered units of a document, with the tables and diagrams in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from protocolau.model.statements import Statement, joined
from protocolau.model.vocabulary import Bilingual
from protocolau.runtime.values import value


@value(frozen=True, slots=True)
class Table:
    """Rows of cells, each cell a provision of kind `cell`."""

    columns: tuple["Provision", ...]
    rows: tuple[tuple["Provision", ...], ...]
    row_headers: bool
    """Whether the first cell of each row names the row."""

    def untagged(self) -> "Table":
        """The same table with nothing that is said of its statements."""
        columns = tuple(cell.untagged() for cell in self.columns)
        return replace(self, columns=columns, rows=tuple(tuple(cell.untagged() for cell in row) for row in self.rows))

    def cells_with_heads(self) -> Iterator[tuple["Provision", tuple["Provision", ...]]]:
        """The cells of its rows, each with those that name its column and its row. A head may cover several columns."""
        heads = tuple(head for head in self.columns for _ in range(head.span))
        for row in self.rows:
            column = 0
            for place, cell in enumerate(row):
                column_head = heads[column : column + 1] if cell.span == 1 else ()
                row_head = row[:1] if self.row_headers and place else ()
                yield cell, tuple(head for head in column_head + row_head if head.text)
                column += cell.span


@dataclass(frozen=True, slots=True)
class CycleStage:
    """A stage of a cycle and the party that leads it."""

    label: Bilingual
    by: str | None


@dataclass(frozen=True, slots=True)
class Diagram:
    """A drawing of the source: redrawn by the editors from its steps, or known to be missing."""

    kind: str | None
    steps: tuple[CycleStage, ...]


@value(frozen=True, slots=True)
class Provision:
    """Any numbered or unnumbered unit of a document. Its words are as adopted, to the letter."""

    anchor: str
    kind: str
    line: int
    """The line of the YAML file on which it begins."""
    number: str | None = None
    """As printed, punctuation included; never computed."""
    heading: str | None = None
    statements: tuple[Statement, ...] = ()
    """What its text says, in order."""
    language: str = "en"
    span: int = 1
    """The columns that a cell covers."""
    items: tuple["Provision", ...] = ()
    table: Table | None = None
    diagram: Diagram | None = None
    provisions: tuple["Provision", ...] = ()
    notes: tuple[Bilingual, ...] = ()
    taken_from: tuple[str, ...] = ()
    """In a draft: whose words these are, each as `halewood/2022-07-12#3.1`."""
    to_decide: Bilingual | None = None
    """In a draft: what is still to be decided here."""

    @property
    def text(self) -> str | None:
        """Its words, all statements together; None where it has none of its own."""
        if len(self.statements) == 1:
            return self.statements[0].text
        return joined(self.statements) or None

    @property
    def is_title(self) -> bool:
        """Whether its text is the title of the document: one that has a heading has that, and words of its own."""
        return self.kind == "title" and bool(self.statements) and not self.heading

    @property
    def has_caption(self) -> bool:
        """Whether its heading is that of its table alone. Where more stands below it, it is the heading of all that."""
        return self.kind == "table" and bool(self.heading) and not (self.items or self.provisions)

    @property
    def topics(self) -> tuple[str, ...]:
        """The topics of its statements, each once."""
        return _each_once([statement.topics for statement in self.statements])

    @property
    def policies(self) -> tuple[str, ...]:
        """The policies that its statements cite, each once."""
        return _each_once([statement.policies for statement in self.statements])

    @property
    def refers_to(self) -> tuple[str, ...]:
        """The anchors of the provisions that its statements refer to, each once."""
        return _each_once([statement.refers_to for statement in self.statements])

    def untagged(self) -> "Provision":
        """The same provision, and all inside it, with nothing that is said of its statements."""
        return replace(
            self,
            statements=tuple(statement.untagged() for statement in self.statements),
            items=tuple(item.untagged() for item in self.items),
            table=self.table.untagged() if self.table else None,
            provisions=tuple(provision.untagged() for provision in self.provisions),
        )

    def children(self) -> Iterator["Provision"]:
        """What stands inside it, in the order of the document."""
        yield from self.items
        if self.table:
            yield from self.table.columns
            for row in self.table.rows:
                yield from row
        yield from self.provisions

    def walk(self) -> Iterator["Provision"]:
        """Itself and everything inside it, in the order of the document."""
        rest = [self]
        while rest:
            provision = rest.pop()
            yield provision
            if provision.items or provision.table or provision.provisions:
                rest += reversed([*provision.children()])


def _each_once(named: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """What is named by any of some statements, in order."""
    if len(named) == 1 and len(named[0]) < 2:
        return named[0]
    return tuple(dict.fromkeys(chain.from_iterable(named)))

"""Results: each wording of a statement once, with every place where a council uses it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from protocolau.search.searchable_statements import SearchableStatement, WordingKey


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a council uses a wording."""

    council: str
    """The slug of the council."""
    kind: str
    """The kind of the document."""
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchableWording:
    """A statement and the places where it stands in those words; its context is that of the first."""

    statement: SearchableStatement
    occurrences: list[Occurrence]


def searchable_wordings(statements_of: Mapping[str, Iterable[SearchableStatement]]) -> list[SearchableWording]:
    """The wordings of every council's statements, in the order in which they first occur."""
    wordings: dict[WordingKey, SearchableWording] = {}
    for council, statements in statements_of.items():
        for statement in statements:
            wording = wordings.setdefault(statement.key, SearchableWording(statement, []))
            wording.occurrences.append(Occurrence(council, statement.kind, statement.anchor, statement.label))
    return list(wordings.values())

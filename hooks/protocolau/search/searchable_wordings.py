"""Results: each wording of a statement once, with every place where a council uses it; and results in bundles."""

from collections.abc import Iterable, Mapping, Sequence
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


Bundle = Sequence[SearchableWording]
"""Wordings that are indexed as one, and fetched together."""


def searchable_wordings(statements_of: Mapping[str, Iterable[SearchableStatement]]) -> list[SearchableWording]:
    """The wordings of every council's statements, in the order in which they first occur."""
    wordings: dict[WordingKey, SearchableWording] = {}
    for council, statements in statements_of.items():
        for statement in statements:
            wording = wordings.setdefault(statement.key, SearchableWording(statement, []))
            wording.occurrences.append(Occurrence(council, statement.kind, statement.anchor, statement.label))
    return list(wordings.values())


def bundled(wordings: Sequence[SearchableWording], most: int) -> list[Bundle]:
    """Put wordings into at most so many bundles, each of neighbours by topic and words; where they are few, one each.

    What a browser fetches for a query grows with the number of bundles, and hardly with their size: texts
    that are nearly the same are packed into little more than one of them.
    """
    size = -(-len(wordings) // most) if wordings else 1
    ordered = sorted(wordings, key=_neighbourhood) if size > 1 else wordings
    return [ordered[start : start + size] for start in range(0, len(ordered), size)]


def _neighbourhood(wording: SearchableWording) -> tuple[tuple[str, ...], str, str]:
    key = wording.statement.key
    return key.topics[:1], key.text, key.heading

"""Results: each wording of a statement once, with every place where a council uses it."""

from array import array
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from protocolau.search.searchable_statements import PackedStatement, SearchableStatement, unpacked


class Clause(NamedTuple):
    """A clause of a document of some council: many have the same."""

    kind: str
    """The kind of the document."""
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a council uses a wording."""

    council: str
    """The slug of the council."""
    kind: str
    """The kind of the document."""
    anchor: str
    label: str


class _Held:
    """What places have in common, each held once: the councils, and the clauses as many call theirs."""

    def __init__(self, councils: Iterable[str]) -> None:
        self.councils = list(councils)
        self.clauses: list[Clause] = []
        self._numbers: dict[Clause, int] = {}

    def number(self, clause: Clause) -> int:
        """By which number a clause is known."""
        if clause not in self._numbers:
            self._numbers[clause] = len(self.clauses)
            self.clauses.append(clause)
        return self._numbers[clause]


class Occurrences:
    """Every place of a wording, as two numbers each: ten thousand councils have a million of them."""

    __slots__ = ("_held", "_numbers")

    def __init__(self, held: _Held) -> None:
        self._held, self._numbers = held, array("I")

    def add(self, council: int, clause: int) -> None:
        """Add a place, given by the numbers of its council and of its clause."""
        self._numbers.extend((council, clause))

    @property
    def numbers(self) -> bytes:
        """What is equal for the same places, as long as what the numbers stand for is equal."""
        return self._numbers.tobytes()

    @property
    def councils(self) -> set[str]:
        """The slugs of the councils that use it."""
        return {self._held.councils[number] for number in set(self._numbers[::2])}

    @property
    def numbered(self) -> tuple[list[str], list[Clause]]:
        """The councils and the clauses that the numbers stand for."""
        return self._held.councils, self._held.clauses

    def __len__(self) -> int:
        return len(self._numbers) // 2

    def __iter__(self) -> Iterator[Occurrence]:
        councils, clauses = self._held.councils, self._held.clauses
        for place in range(0, len(self._numbers), 2):
            yield Occurrence(councils[self._numbers[place]], *clauses[self._numbers[place + 1]])


@dataclass(frozen=True, slots=True)
class SearchableWording:
    """A statement and the places where it stands in those words; its context is that of the first."""

    content: bytes
    """The statement, packed: it is looked into a few times, and held long."""
    occurrences: Occurrences

    @property
    def statement(self) -> SearchableStatement:
        """The first statement in those words."""
        return unpacked(self.content)


def searchable_wordings(statements_of: Mapping[str, Iterable[PackedStatement]]) -> list[SearchableWording]:
    """The wordings of every council's statements, in the order in which they first occur."""
    wordings: dict[bytes, SearchableWording] = {}
    held = _Held(statements_of)
    for number, council in enumerate(held.councils):
        for statement in statements_of[council]:
            wording = wordings.get(statement.key)
            if wording is None:
                wording = wordings[statement.key] = SearchableWording(statement.content, Occurrences(held))
            wording.occurrences.add(number, held.number(Clause(statement.kind, statement.anchor, statement.label)))
    return list(wordings.values())

"""Results: each wording of a provision once, with every place where a council uses it; and results in bundles."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from protocolau.search.searchable_provisions import SearchableProvision, WordingKey


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a council uses a wording."""

    council: str
    """The slug of the council."""
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchableWording:
    """A provision and the places where it stands in those words; its context is that of the first."""

    provision: SearchableProvision
    occurrences: list[Occurrence]


Bundle = Sequence[SearchableWording]
"""Wordings that are indexed as one, and fetched together."""


def searchable_wordings(provisions_of: Mapping[str, Iterable[SearchableProvision]]) -> list[SearchableWording]:
    """The wordings of every council's provisions, in the order in which they first occur."""
    wordings: dict[WordingKey, SearchableWording] = {}
    for council, provisions in provisions_of.items():
        for provision in provisions:
            wording = wordings.setdefault(provision.key, SearchableWording(provision, []))
            wording.occurrences.append(Occurrence(council, provision.anchor, provision.label))
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
    key = wording.provision.key
    return key.topics[:1], key.text, key.heading

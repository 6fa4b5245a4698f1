"""What is found: each wording of a provision once, with every place where a council uses it."""

from dataclasses import dataclass

from protocolau.comparison.topic_wordings import same_words


@dataclass(frozen=True, slots=True)
class SearchableProvision:
    """A provision as a result shows it, in the words of one language."""

    anchor: str
    label: str
    heading: str
    text: str
    context: str
    """The headings and the lead-in above it."""
    language: str
    topics: tuple[str, ...]
    party: str | None

    @property
    def key(self) -> tuple:
        """Equal for clauses that one result can stand for."""
        return (same_words(self.text), same_words(self.heading), self.topics, self.party, self.language)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """Where a council uses a wording."""

    council: str
    anchor: str
    label: str


@dataclass(frozen=True, slots=True)
class SearchableWording:
    """A clause and the places where it stands in those words; its context is that of the first."""

    clause: SearchableProvision
    places: list[Occurrence]


def searchable_wordings(clauses_of: dict[str, list[SearchableProvision]]) -> list[SearchableWording]:
    """The wordings of every council's clauses, in the order in which they first occur."""
    found: dict[tuple, SearchableWording] = {}
    for council, its in clauses_of.items():
        for clause in its:
            wording = found.setdefault(clause.key, SearchableWording(clause, []))
            wording.places.append(Occurrence(council, clause.anchor, clause.label))
    return list(found.values())


def alike(found: list[SearchableWording], most: int) -> list[list[SearchableWording]]:
    """Wordings put into at most so many bundles, each of neighbours by topic and words; where they are few, one each.

    What a browser fetches for a query grows with the number of bundles, and hardly with their size: texts
    that are nearly the same are packed into little more than one of them.
    """
    size = -(-len(found) // most) if found else 1
    ordered = sorted(found, key=lambda one: (one.clause.topics[:1], one.clause.key[:2])) if size > 1 else found
    return [ordered[start : start + size] for start in range(0, len(ordered), size)]

"""The clauses that name something, a party or a policy, council by council."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from hashlib import blake2b

from protocolau.library.addresses import council_address
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Council, Version
from protocolau.model.vocabulary import DocumentKind
from protocolau.render.citations import citations
from protocolau.render.context import RenderContext
from protocolau.translation.reading import reading_of

EXAMPLES = 12
"""Documents of which a list shows the clauses; of the others it says how many there are."""

Clause = tuple[str, str]
"""The anchor of a clause, and what to call it."""
Naming = Callable[[Version], Iterable[tuple[str, Iterable[str]]]]
"""Tells of a version which clauses name anything, by their anchors, and what."""


@dataclass(frozen=True, slots=True)
class NamingDocument:
    """The clauses of one document that name something."""

    council: Council
    kind: DocumentKind | None
    """Its kind, where it is not the council's relations protocol."""
    address: str
    clauses: tuple[Clause, ...]


def naming_documents(
    rendering: RenderContext, index: KindIndex, name: str, naming: Naming
) -> dict[str, list[NamingDocument]]:
    """By what is named the documents of a kind that name it, in the order of councils' short names.

    What each names is kept under `name`. Clauses that many call alike are held once.
    """
    is_relations = index.kind.slug == RELATIONS
    kind, folder = (None, "") if is_relations else (index.kind, f"{index.kind.slug}/")
    found: dict[str, list[NamingDocument]] = {}
    alike: dict[Clause, Clause] = {}
    for council in rendering.by_short_name(rendering.library.councils[slug] for slug in index.by_council):
        named = _kept_named(rendering, index.by_council[council.slug], name, naming)
        address = f"{council_address(council.slug)}{folder}"
        for slug, clauses in named.items():
            held = tuple(alike.setdefault(clause, clause) for clause in clauses)
            found.setdefault(slug, []).append(NamingDocument(council, kind, address, held))
    return found


def naming_digests(
    rendering: RenderContext, index: KindIndex, name: str, naming: Naming
) -> list[tuple[Version, bytes]]:
    """What each version of a kind names, as a digest: while they are equal, `naming_documents` gives the same."""

    def digest(version: Version) -> bytes:
        named = _kept_named(rendering, version, name, naming)
        return blake2b(repr(sorted(named.items())).encode(), digest_size=10).digest()

    return list(
        rendering.comparison.values.of_each(
            index.versions, f"digest of {name}, {index.kind.slug}, {rendering.language}", digest
        )
    )


def _kept_named(rendering: RenderContext, version: Version, name: str, naming: Naming) -> dict[str, list[Clause]]:
    kept = f"{name}, {rendering.language}"
    return rendering.comparison.values.of(version, kept, lambda: _named(rendering, version, naming))


def _named(rendering: RenderContext, version: Version, naming: Naming) -> dict[str, list[Clause]]:
    """By what a version names the clauses that do, in its order."""
    cited = citations(rendering.messages, reading_of(version, rendering.language))
    named: dict[str, list[Clause]] = {}
    for anchor, slugs in naming(version):
        clause = (anchor, cited[anchor])
        for slug in slugs:
            named.setdefault(slug, []).append(clause)
    return named

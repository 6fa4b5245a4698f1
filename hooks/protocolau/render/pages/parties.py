"""/parties/: each body or person that protocols name, and the clauses that name it; the file beside it has them all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from protocolau.library.addresses import council_address
from protocolau.library.kind_index import KindIndex
from protocolau.library.library import RELATIONS
from protocolau.library.party_mentions import naming_councils, party_mentions
from protocolau.model.protocol import Council, Version
from protocolau.model.vocabulary import DocumentKind, Party
from protocolau.render.citations import LabelsOf, citation
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import parties_file
from protocolau.render.page import Asset, Page
from protocolau.translation.reading import Reading

EXAMPLES = 12
"""Documents of which a list shows the clauses; of the others it says how many there are."""


@dataclass(frozen=True, slots=True)
class NamingDocument:
    """The clauses of one document that name a party."""

    council: Council
    kind: DocumentKind | None
    """Its kind, where it is not the council's relations protocol."""
    address: str
    clauses: tuple[tuple[str, str], ...]
    """By anchor, what to call each."""


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The list of bodies and people with the clauses that name them."""
    t, library = rendering.messages, rendering.library
    values = rendering.comparison.values
    indexes = [library.by_kind[kind] for kind in library.kinds]
    named = [(index, naming_councils(index, library.party_finders, values)) for index in indexes]
    name = f"labels of what names parties, {rendering.language}"
    labels_of = cache(lambda version: values.of(version, name, lambda: _labels(rendering, version)))
    parties = [(party, list(_naming(rendering, party, named, labels_of))) for party in _bodies(rendering)]
    named_at = ((party, [(one, one.address) for one in documents]) for party, documents in parties)
    yield parties_file(rendering, named_at)
    yield Page(
        language=rendering.language,
        address="parties/",
        section="parties",
        title=t("parties.title"),
        description=t("parties.description"),
        content=rendering.render("pages/parties.html", parties=parties, examples=EXAMPLES),
    )


def _bodies(rendering: RenderContext) -> list[Party]:
    """The parties that are not a whole side: these are named in nearly every clause."""
    return [party for party in rendering.library.vocabulary.parties.values() if party.slug != party.side]


def _naming(
    rendering: RenderContext,
    party: Party,
    named: Sequence[tuple[KindIndex, Mapping[str, Mapping[str, list[str]]]]],
    labels_of: LabelsOf,
) -> Iterator[NamingDocument]:
    """The documents that name a party, kind by kind, given by kind what each council names where."""
    for index, naming in named:
        for council, anchors in naming.get(party.slug, {}).items():
            yield _document(rendering, index, council, anchors, labels_of(index.by_council[council]))


def _document(
    rendering: RenderContext, index: KindIndex, council: str, anchors: Sequence[str], labels: Mapping[str, str]
) -> NamingDocument:
    kind = index.kind
    is_relations = kind.slug == RELATIONS
    return NamingDocument(
        rendering.library.councils[council],
        None if is_relations else kind,
        council_address(council) + ("" if is_relations else f"{kind.slug}/"),
        tuple((anchor, labels[anchor]) for anchor in anchors),
    )


def _labels(rendering: RenderContext, version: Version) -> dict[str, str]:
    """What to call each provision of a version that names any party."""
    reading = Reading(version, rendering.language)
    named = (anchor for anchor, _ in party_mentions(version, rendering.library.party_finders))
    return {anchor: citation(rendering.messages, reading, anchor) for anchor in named}

"""Which provisions name which parties: in what editors say of their statements, or by one of the party's own names."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from protocolau.language.marks import plain
from protocolau.language.tokens import PartyNames, comparison_keys
from protocolau.library.kind_index import KindIndex
from protocolau.model.protocol import Provision, Version

Names = Mapping[str, PartyNames]
"""By language the names of the parties."""


def naming_councils(index: KindIndex, names: Names) -> dict[str, dict[str, list[str]]]:
    """For each party that is named the councils that name it, by slug, each with the anchors of the provisions."""
    naming: dict[str, dict[str, list[str]]] = {}
    for version in index.versions:
        for anchor, parties in party_mentions(version, names):
            for party in parties:
                naming.setdefault(party, {}).setdefault(version.council, []).append(anchor)
    return naming


def party_mentions(version: Version, names: Names) -> Iterator[tuple[str, frozenset[str]]]:
    """Each provision that names parties, by its anchor, with these, in the order of the document."""
    for anchor, provision in version.provisions.items():
        if parties := _tagged(provision) | _in_words(provision, names[provision.language]):
            yield anchor, parties


def _tagged(provision: Provision) -> frozenset[str]:
    return frozenset(
        party for statement in provision.statements for party in (*statement.by, *statement.to, *statement.about)
    )


def _in_words(provision: Provision, names: PartyNames) -> frozenset[str]:
    texts = (provision.heading, provision.text)
    return frozenset(party for text in texts if text for party in _named(text, names))


@lru_cache(maxsize=20_000)
def _named(text: str, names: PartyNames) -> frozenset[str]:
    """The parties that a text names. Councils share most texts: each is looked through once."""
    keys = comparison_keys(plain(text), names)
    return frozenset(party for party, slash, _ in (key.rpartition("/") for key in keys) if slash)

"""Who is named where: bodies and office-holders in the words of protocols, whatever these call them."""

from collections.abc import Iterator, Mapping

from protocolau.language.marks import plain
from protocolau.language.phrases import PhraseFinder
from protocolau.library.kind_index import KindIndex
from protocolau.model.protocol import Version
from protocolau.model.vocabulary import Party, Vocabulary


def party_finder(vocabulary: Vocabulary, language: str) -> PhraseFinder[str]:
    """What finds the parties, by their slugs, in texts of a language."""
    parties = vocabulary.parties.values()
    return PhraseFinder(
        ((name, party.slug) for party in parties for name in _names(party, language)),
        ((phrase, party.slug) for party in parties for phrase in _others(party, language)),
        language,
    )


def _names(party: Party, language: str) -> tuple[str, ...]:
    lists = (party.called, party.called_together, party.named_as)
    return tuple(name for names in lists for name in names.get(language, ()))


def _others(party: Party, language: str) -> tuple[str, ...]:
    """The phrases that name none of those who belong to a party."""
    own = party.named_as.get(language, ())
    return tuple(phrase for phrase in party.excepted.get(language, ()) if phrase not in own)


def naming(index: KindIndex, finders: Mapping[str, PhraseFinder[str]]) -> dict[str, dict[str, tuple[str, ...]]]:
    """For each party the councils that name it, by slug, each with the anchors of the provisions that do."""
    naming: dict[str, dict[str, tuple[str, ...]]] = {party: {} for party in index.vocabulary.parties}
    for version in index.versions:
        for party, anchor in _named(version, finders):
            anchors = naming[party].get(version.council, ())
            naming[party][version.council] = tuple(dict.fromkeys((*anchors, anchor)))
    return naming


def _named(version: Version, finders: Mapping[str, PhraseFinder[str]]) -> Iterator[tuple[str, str]]:
    for anchor, provision in version.provisions.items():
        for found in finders[provision.language].find(plain(provision.text or "")):
            for party in found.meanings:
                yield party, anchor

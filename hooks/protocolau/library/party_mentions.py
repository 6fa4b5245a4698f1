"""Which provisions name which parties: in what editors say of their statements, or by one of the party's own names."""

from collections.abc import Iterator, Mapping

from protocolau.language.marks import plain
from protocolau.language.phrases import PhraseFinder
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.vocabulary import Party, Vocabulary

PartyFinders = Mapping[str, PhraseFinder[str]]
"""By language what finds the parties in texts."""


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


def party_mentions(version: Version, finders: PartyFinders) -> Iterator[tuple[str, frozenset[str]]]:
    """Each provision that names parties, by its anchor, with these, in the order of the document."""
    for anchor, provision in version.provisions.items():
        if parties := _tagged(provision) | _in_words(provision, finders[provision.language]):
            yield anchor, parties


def _tagged(provision: Provision) -> frozenset[str]:
    return frozenset(
        party for statement in provision.statements for party in (*statement.by, *statement.to, *statement.about)
    )


def _in_words(provision: Provision, finder: PhraseFinder[str]) -> frozenset[str]:
    texts = (plain(text) for text in (provision.heading, provision.text) if text)
    return frozenset(party for text in texts for found in finder.find(text) for party in found.meanings)

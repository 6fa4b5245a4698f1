"""The names by which protocols call the parties, from the vocabulary, in every form in which a text may have them."""

from collections.abc import Iterator

from protocolau.language.folding import lower_with_plain_marks
from protocolau.language.tokens import PartyName, PartyNames
from protocolau.language.welsh.mutation import forms
from protocolau.model.vocabulary import Party, Vocabulary


def party_names(vocabulary: Vocabulary, language: str) -> PartyNames:
    """The names of every party of a vocabulary in a language; a phrase of two parties is the first one's."""
    phrases: dict[str, PartyName] = {}
    for party in vocabulary.parties.values():
        for radical, key in _radicals(party, language):
            for form in sorted(forms(radical)) if language == "cy" else (radical,):
                phrases.setdefault(lower_with_plain_marks(form), PartyName(key, radical))
    return PartyNames(phrases)


def _radicals(party: Party, language: str) -> Iterator[tuple[str, str]]:
    """Each phrase of a party in a language, unmutated, with the key that all its names share."""
    lists = (
        (party.called, f"{party.slug}/one"),
        (party.called_together, f"{party.slug}/several"),
        (party.excepted, ""),
    )
    for phrases, key in lists:
        yield from ((phrase, key) for phrase in phrases.get(language, ()))

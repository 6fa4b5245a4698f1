"""Who does a thing and to whom it is owed, as the grammar of a council's text says it.

What the words themselves do not say, their lead-in does.
"""

from collections.abc import Mapping
from typing import NamedTuple

from protocolau.importing.suggestions import english_parties, welsh_parties
from protocolau.importing.suggestions.examples import TaggedWords
from protocolau.importing.suggestions.sentence import Grammar, Parties, named_words
from protocolau.language.tokens import PartyNames

_GRAMMARS: Mapping[str, Grammar] = {"en": english_parties.GRAMMAR, "cy": welsh_parties.GRAMMAR}


class FoundParties(NamedTuple):
    """What a grammar says."""

    parties: Parties
    is_plain: bool = False
    """Whether it is said outright who may expect it and of whom: nothing else can be meant."""


def parties_of(words: TaggedWords, names: PartyNames, language: str) -> FoundParties:
    """The parties of words in English or Welsh; nobody where their grammar does not tell."""
    grammar = _GRAMMARS[language]
    own = named_words(words.text, names)
    above = [named_words(text, names) for text in reversed(words.lead_ins)]
    for sentence in (own, *above):
        if expected := grammar.expected(sentence):
            return FoundParties(expected, is_plain=True)
    if said := grammar.said(own):
        return FoundParties(said)
    for sentence in above:
        if said := grammar.said(sentence):
            others = tuple(word.key for word in own if word.is_party and word.key not in said.by)
            return FoundParties(Parties(said.by, others[:1]))
    return FoundParties(Parties())


def own_parties(text: str, names: PartyNames, language: str) -> Parties:
    """The parties of a sentence by its own grammar alone; nobody where that does not tell."""
    return _GRAMMARS[language].said(named_words(text, names)) or Parties()


def named_alone(text: str, names: PartyNames, language: str) -> str | None:
    """The party whose name is all that a text says, but for an article; None where it says more."""
    articles = _GRAMMARS[language].before_party
    words = [word for word in named_words(text, names) if word.key not in articles]
    return words[0].key if len(words) == 1 and words[0].is_party else None

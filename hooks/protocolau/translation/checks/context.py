"""What units have in common when they are checked: speller, names, terms, ordinary English, the apostrophe in use."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from protocolau.language import LANGUAGES
from protocolau.language.addresses import without_addresses
from protocolau.language.tokens import PartyNames
from protocolau.language.welsh.speller import TOKEN, Speller
from protocolau.library.party_names import party_names
from protocolau.model.protocol import Council, Version
from protocolau.model.translation import Translation
from protocolau.model.vocabulary import Bilingual, Vocabulary
from protocolau.translation.checks.accepted_words import AcceptedWords
from protocolau.translation.checks.patterns import word_lists
from protocolau.translation.checks.terminology import Terminology, terminology

_OF_ANY_COUNCIL = {"Cyngor", *map(str.capitalize, word_lists("grammar.yml")["kinds_of_council"])}
"""Words of councils' Welsh names that mutate like any others: Cyngor Tref Conwy."""
_SIDES = ("members", "officers")
MOST_MENDED = 100
"""Unknown words of one translation to which near ones are looked for: each takes some 20 ms."""
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])['’](?=[^\W\d_])")


@dataclass(frozen=True)
class CheckContext:
    """What the checks of one translation share."""

    speller: Speller
    terms: Terminology
    names: frozenset[str]
    """Words of proper names, as they are written."""
    phrases: frozenset[str]
    """Proper names of any length that stay as they are, in small letters."""
    ordinary: frozenset[str]
    """English words that are no names: those that stand somewhere in small letters."""
    apostrophe: str
    """The one that the translation uses most."""
    parties: Mapping[str, PartyNames]
    """By language what the parties are called."""
    sides: Mapping[str, str]
    """By party `members` or `officers`, of those that are on one side alone."""
    _mended: set[str] = field(default_factory=set)

    def near(self, word: str) -> list[str]:
        """Words near to an unknown one, for the first unknown ones of a translation alone."""
        if len(self._mended) < MOST_MENDED:
            self._mended.add(word)
        return self.speller.near(word) if word in self._mended else []


class SharedContext:
    """What the checks of all translations share that are judged by one vocabulary and one list of accepted words."""

    def __init__(self, vocabulary: Vocabulary, accepted_words: AcceptedWords):
        self._speller = Speller((*accepted_words.words, *_tokens(_welsh_phrases(vocabulary))))
        self._terms = terminology(vocabulary, accepted_words)
        self._names = accepted_words.names
        self._ordinary = _ordinary_words(_english_texts(vocabulary))
        self._sides = {party.slug: party.side for party in vocabulary.parties.values() if party.side in _SIDES}
        self._parties = {language: party_names(vocabulary, language) for language in LANGUAGES}

    def of_translation(self, version: Version, translation: Translation, council: Council | None) -> CheckContext:
        """Adds what is one translation's own. The council's names count as names where the council is given."""
        names = (*self._names, *_council_names(council, translation.language))
        english = version.units.values() if version.language == "en" else ()
        return CheckContext(
            speller=self._speller,
            terms=self._terms,
            names=frozenset(_tokens(names)) - _OF_ANY_COUNCIL,
            phrases=frozenset(name.casefold() for name in names),
            ordinary=self._ordinary | _ordinary_words(english),
            parties=self._parties,
            sides=self._sides,
            apostrophe=_usual_apostrophe(unit.target for unit in translation.units.values()),
        )


def _english_texts(vocabulary: Vocabulary) -> Iterator[str]:
    """The English of the vocabulary, explanations included, for they show which words are ordinary."""
    yield from (name.en for name in _names(vocabulary))
    yield from (term.explanation.en for term in vocabulary.terms.values())
    yield from (topic.summary.en for topic in vocabulary.topics.values())


def _welsh_phrases(vocabulary: Vocabulary) -> Iterator[str]:
    """The Welsh names and terms of the vocabulary, which are well spelt without being the dictionary's."""
    yield from (name.cy for name in _names(vocabulary))
    for term in vocabulary.terms.values():
        yield from term.also.get("cy", ())


def _names(vocabulary: Vocabulary) -> Iterator[Bilingual]:
    for term in vocabulary.terms.values():
        yield term.name
        if term.plural:
            yield term.plural
    yield from (topic.name for topic in vocabulary.topics.values())
    yield from (party.name for party in vocabulary.parties.values())
    yield from (policy.name for policy in vocabulary.policies.values())
    yield from vocabulary.kinds.values()
    yield from vocabulary.nations.values()


def _council_names(council: Council | None, language: str) -> tuple[str, ...]:
    return (council.name[language], council.short_name[language]) if council else ()


def _tokens(texts: Iterable[str]) -> Iterator[str]:
    return (match[0] for text in texts for match in TOKEN.finditer(without_addresses(text)))


def _ordinary_words(texts: Iterable[str]) -> frozenset[str]:
    return frozenset(token for token in _tokens(texts) if token.islower())


def _usual_apostrophe(texts: Iterable[str]) -> str:
    counted = Counter(mark for text in texts for mark in _APOSTROPHE.findall(text))
    return "’" if counted["’"] > counted["'"] else "'"

"""What all units of a translation have in common: speller, names, terms, ordinary English, the apostrophe in use."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from protocolau.language.comparison_tokens import PartyNames, party_names
from protocolau.language.welsh.speller import TOKEN, Speller
from protocolau.model.protocol import Council, Translation, Version
from protocolau.model.vocabulary import Bilingual, Vocabulary
from protocolau.translation.checks.accepted_words import AcceptedWords
from protocolau.translation.checks.terminology import Terminology, terminology

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
    parties: Mapping[str, PartyNames] = field(default_factory=dict)
    """By language what members and officers are called."""


def check_context(
    version: Version, translation: Translation, vocabulary: Vocabulary, council: Council | None, words: AcceptedWords
) -> CheckContext:
    """The context of one translation. The council's own names count as names where the council is given."""
    listed = _listed(vocabulary)
    phrases = (*words.names, *_council_names(council, translation.language))
    english = version.units.values() if version.language == "en" else ()
    return CheckContext(
        speller=_speller(words.words, _tokens(listed.cy)),
        terms=terminology(vocabulary, words),
        names=frozenset(token for phrase in phrases for token in _tokens((phrase,))),
        phrases=frozenset(phrase.casefold() for phrase in phrases),
        ordinary=_ordinary(listed.en) | _ordinary(tuple(english)),
        parties={language: party_names(vocabulary, language) for language in ("en", "cy")},
        apostrophe=_usual_apostrophe(unit.target for unit in translation.units.values()),
    )


@dataclass(frozen=True)
class _Listed:
    """Every text of the vocabulary, by language."""

    en: tuple[str, ...]
    cy: tuple[str, ...]


def _listed(vocabulary: Vocabulary) -> _Listed:
    """English explanations too, for they show which words are ordinary; of the Welsh, names and terms alone."""
    names = list(_names(vocabulary))
    english = [
        *(term.explanation.en for term in vocabulary.terms.values()),
        *(topic.summary.en for topic in vocabulary.topics.values()),
    ]
    phrases = [phrase for term in vocabulary.terms.values() for phrase in term.also.get("cy", ())]
    return _Listed((*(name.en for name in names), *english), (*(name.cy for name in names), *phrases))


def _names(vocabulary: Vocabulary) -> Iterator[Bilingual]:
    for term in vocabulary.terms.values():
        yield term.name
        if term.plural:
            yield term.plural
    for kind in (vocabulary.topics, vocabulary.parties, vocabulary.policies):
        yield from (one.name for one in kind.values())
    yield from vocabulary.kinds.values()
    yield from vocabulary.nations.values()


def _council_names(council: Council | None, language: str) -> tuple[str, ...]:
    return (council.name[language], council.short_name[language]) if council else ()


@lru_cache(maxsize=8)
def _tokens(texts: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(match[0] for text in texts for match in TOKEN.finditer(text)))


@lru_cache(maxsize=64)
def _ordinary(texts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(token for token in _tokens(texts) if token.islower())


@lru_cache(maxsize=8)
def _speller(words: tuple[str, ...], listed: tuple[str, ...]) -> Speller:
    return Speller((*words, *listed))


def _usual_apostrophe(texts: Iterable[str]) -> str:
    counted = Counter(mark for text in texts for mark in _APOSTROPHE.findall(text))
    return "’" if counted["’"] > counted["'"] else "'"

"""The glossary as something to find in running text, in either language.

A phrase is found word by word. In Welsh a word counts in any mutation and with any clitic, unless the
phrase has a clitic of its own ("torri'r cod"); in English with 's. Accents and capitals make no
difference: "y gŵyn" is written so to tell it from "gwyn", and counts as "cwyn".
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import yaml

from protocolau.language import LANGUAGES
from protocolau.language.folding import unaccented
from protocolau.language.welsh.mutation import forms, split_clitic
from protocolau.model.vocabulary import Term, Vocabulary
from protocolau.translation.checks.accepted_words import AcceptedWords

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_ENDINGS = yaml.load(Path(__file__).with_name("endings.yml").read_text("utf-8"), yaml.CSafeLoader)
_BETWEEN = 3
"""Words that may stand between those of one term: "cynghorau cymuned a thref" holds "cynghorau tref"."""


class Written(NamedTuple):
    """A word of a text."""

    word: str
    """The word without its clitic, folded."""
    clitic: str
    """The letters of the clitic, or nothing."""


class WordForms(NamedTuple):
    """A word of a phrase to be found."""

    forms: frozenset[str]
    clitic: str
    """The clitic that it must have, if any."""


@dataclass(frozen=True)
class TermPhrase:
    """A phrase to be found, word by word."""

    words: tuple[WordForms, ...]


@dataclass(frozen=True, eq=False)
class TermForms:
    """A term with all that may stand for it in each language."""

    slug: str
    name: dict[str, str]
    calls: dict[str, tuple[TermPhrase, ...]]
    """What calls for the term: its name, its plural and its other names."""
    answers: dict[str, tuple[TermPhrase, ...]]
    """What may answer the call: the same, and its renderings in other senses."""
    avoid: tuple[tuple[str, TermPhrase], ...]
    """Welsh renderings that are wrong or misleading."""


@lru_cache(maxsize=4096)
def written(text: str, language: str) -> tuple[Written, ...]:
    """The words of a text."""
    return tuple(_written(match[0], language) for match in _WORD.finditer(text))


def _written(word: str, language: str) -> Written:
    if language == "en":
        return Written(unaccented(_POSSESSIVE.sub("", word)), "")
    stem, clitic = split_clitic(word)
    return Written(unaccented(stem), clitic[1:].casefold())


@lru_cache(maxsize=4096)
def phrase(text: str, language: str) -> TermPhrase:
    """Makes of a phrase as it stands in the glossary what finds it."""
    if language == "en":
        return TermPhrase(tuple(WordForms(_english_forms(stem), "") for stem, _ in written(text, language)))
    stems = (split_clitic(match[0]) for match in _WORD.finditer(text))
    return TermPhrase(
        tuple(WordForms(frozenset(map(unaccented, forms(stem))), clitic[1:].casefold()) for stem, clitic in stems)
    )


def _english_forms(word: str) -> frozenset[str]:
    """A word and its plural, whether or not there is one."""
    if re.search("[^aeiou]y$", word):
        return frozenset({word, f"{word[:-1]}ies"})
    plural = f"{word}es" if re.search("(s|x|ch|sh)$", word) else f"{word}s"
    return frozenset({word, plural, re.sub("man$", "men", word)})


def _relatives(phrase: TermPhrase, language: str) -> TermPhrase:
    """Adds to a phrase of one word its other parts of speech: adoption, adopt, adopted; mabwysiadu, mabwysiadwyd."""
    if len(phrase.words) > 1:
        return phrase
    known, clitic = phrase.words[0]
    related = {relative for word in known for relative in _related_words(word, language)}
    return TermPhrase((WordForms(known | related, clitic),))


def _related_words(word: str, language: str) -> list[str]:
    """The words that share a stem with a verb or its noun: a few of them are no words, which does no harm."""
    match = re.fullmatch(_ENDINGS[language]["stem"], word)
    if not match:
        return []
    changed = re.sub("a([^aeiou]+)$", r"e\1", match[1]) if language == "cy" else re.sub("y$", "i", match[1])
    stems = {match[1], changed}
    return [stem + ending for stem in stems for ending in _ENDINGS[language]["endings"]]


def _fits(wanted: WordForms, word: Written) -> bool:
    return word.word in wanted.forms and wanted.clitic in ("", word.clitic)


def stands(phrase: TermPhrase, text: tuple[Written, ...], at: int) -> bool:
    """Whether a phrase stands at a position, word after word."""
    words = text[at : at + len(phrase.words)]
    return len(words) == len(phrase.words) and all(map(_fits, phrase.words, words))


def occurs_whole(phrase: TermPhrase, text: tuple[Written, ...]) -> bool:
    """Whether a phrase stands in a text, word after word."""
    return any(stands(phrase, text, at) for at in range(len(text)))


def occurs(phrase: TermPhrase, text: tuple[Written, ...]) -> bool:
    """Whether a phrase stands in a text, a few other words between its own or none."""
    return any(_scattered(phrase.words, text, at) for at in range(len(text)))


def _scattered(words: tuple[WordForms, ...], text: tuple[Written, ...], at: int) -> bool:
    if not _fits(words[0], text[at]):
        return False
    for wanted in words[1:]:
        following = range(at + 1, min(at + 2 + _BETWEEN, len(text)))
        at = next((place for place in following if _fits(wanted, text[place])), -1)
        if at < 0:
            return False
    return True


class CalledTerm(NamedTuple):
    """A term that stands in a text."""

    entries: tuple[TermForms, ...]
    """The one or more entries that may be meant."""
    words: str
    """Its words, as they stand."""


@dataclass(frozen=True)
class Terminology:
    """The glossary's entries, and for each language its phrases by the forms of their first word, the longest first."""

    entries: tuple[TermForms, ...]
    index: dict[str, dict[str, list[tuple[TermPhrase, TermForms]]]]

    def called(self, text: str, language: str) -> list[CalledTerm]:
        """Finds the terms of a text, each once. A word of a longer term calls for nothing more."""
        words, at = written(text, language), 0
        called: dict[tuple[TermForms, ...], CalledTerm] = {}
        while at < len(words):
            size, entries = self._at(words, at, language)
            if entries:
                called.setdefault(entries, CalledTerm(entries, _quoted(text, at, size)))
            at += size
        return list(called.values())

    def _at(self, words: tuple[Written, ...], at: int, language: str) -> tuple[int, tuple[TermForms, ...]]:
        """The size of the longest term that begins at a position, and the entries that have it."""
        beginning = self.index[language].get(words[at].word, ())
        here = [(phrase, entry) for phrase, entry in beginning if stands(phrase, words, at)]
        size = max((len(phrase.words) for phrase, _ in here), default=1)
        return size, tuple(dict.fromkeys(entry for phrase, entry in here if len(phrase.words) == size))


def _quoted(text: str, at: int, size: int) -> str:
    places = list(_WORD.finditer(text))[at : at + size]
    return " ".join(text[places[0].start() : places[-1].end()].split())


def terminology(vocabulary: Vocabulary, accepted_words: AcceptedWords) -> Terminology:
    """Makes the glossary ready to be found in texts."""
    entries = tuple(_entry(term, accepted_words.senses.get(term.slug, {})) for term in vocabulary.terms.values())
    return Terminology(entries, {language: _index(entries, language) for language in LANGUAGES})


def _entry(term: Term, senses: Mapping[str, tuple[str, ...]]) -> TermForms:
    calls = {language: _phrases(_names(term, language), language) for language in LANGUAGES}
    answers = {
        language: tuple(_relatives(name, language) for name in names + _phrases(senses.get(language, ()), language))
        for language, names in calls.items()
    }
    avoid = tuple((wrong, phrase(wrong, "cy")) for wrong in term.avoid.get("cy", ()))
    return TermForms(term.slug, {"en": term.name.en, "cy": term.name.cy}, calls, answers, avoid)


def _names(term: Term, language: str) -> list[str]:
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _phrases(texts: Iterable[str], language: str) -> tuple[TermPhrase, ...]:
    return tuple(name for text in texts if (name := phrase(text, language)).words)


def _index(entries: tuple[TermForms, ...], language: str) -> dict[str, list[tuple[TermPhrase, TermForms]]]:
    index: dict[str, list[tuple[TermPhrase, TermForms]]] = {}
    for entry in entries:
        for name in entry.calls[language]:
            for form in name.words[0].forms:
                index.setdefault(form, []).append((name, entry))
    for beginning in index.values():
        beginning.sort(key=lambda pair: -len(pair[0].words))
    return index

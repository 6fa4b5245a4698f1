"""The glossary as the checks need it: what calls for a term in one language, and what answers the call in the other."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import yaml

from protocolau.language import LANGUAGES
from protocolau.language.phrases import Phrase, PhraseFinder, WordForms, WrittenWord, phrase, written_words
from protocolau.model.vocabulary import Term, Vocabulary
from protocolau.runtime import yaml_loader
from protocolau.translation.checks.accepted_words import AcceptedWords

_ENDINGS = yaml.load(Path(__file__).with_name("endings.yml").read_text("utf-8"), yaml_loader.SafeLoader)
_BETWEEN = 3
"""Words that may stand between those of one term: "cynghorau cymuned a thref" holds "cynghorau tref"."""


@dataclass(frozen=True, eq=False)
class TermForms:
    """A term with all that may stand for it in each language."""

    slug: str
    name: dict[str, str]
    calls: dict[str, tuple[Phrase, ...]]
    """What calls for the term: its name, its plural and its other names."""
    answers: dict[str, tuple[Phrase, ...]]
    """What may answer the call: the same, and its renderings in other senses."""
    avoid: tuple[tuple[str, Phrase], ...]
    """Welsh renderings that are wrong or misleading."""


def _relatives(phrase: Phrase, language: str) -> Phrase:
    """Adds to a phrase of one word its other parts of speech: adoption, adopt, adopted; mabwysiadu, mabwysiadwyd."""
    if len(phrase.words) > 1:
        return phrase
    known, clitic, before = phrase.words[0]
    related = {relative for word in known for relative in _related_words(word, language)}
    return Phrase((WordForms(known | related, clitic, before),))


def _related_words(word: str, language: str) -> list[str]:
    """The words that share a stem with a verb or its noun: a few of them are no words, which does no harm."""
    match = re.fullmatch(_ENDINGS[language]["stem"], word)
    if not match:
        return []
    changed = re.sub("a([^aeiou]+)$", r"e\1", match[1]) if language == "cy" else re.sub("y$", "i", match[1])
    stems = {match[1], changed}
    return [stem + ending for stem in stems for ending in _ENDINGS[language]["endings"]]


def occurs(phrase: Phrase, text: tuple[WrittenWord, ...]) -> bool:
    """Whether a phrase stands in a text, a few other words between its own or none."""
    return any(_scattered(phrase.words, text, at) for at in range(len(text)))


def _scattered(words: tuple[WordForms, ...], text: tuple[WrittenWord, ...], at: int) -> bool:
    if not words[0].fits(text[at]):
        return False
    for wanted in words[1:]:
        following = range(at + 1, min(at + 2 + _BETWEEN, len(text)))
        at = next((place for place in following if wanted.fits(text[place])), -1)
        if at < 0:
            return False
    return True


class CalledTerm(NamedTuple):
    """A term that stands in a text."""

    entries: tuple[TermForms, ...]
    """The one or more entries that may be meant."""
    words: str
    """Its words, as they stand."""


class AvoidedRendering(NamedTuple):
    """A Welsh rendering that is wrong or misleading for a term."""

    place: int
    """Its place among all of the glossary's."""
    entry: TermForms
    text: str
    phrase: Phrase


@dataclass(frozen=True)
class Terminology:
    """The glossary's entries, and for each language what finds them in a text."""

    entries: tuple[TermForms, ...]
    finders: Mapping[str, PhraseFinder[TermForms]]
    avoided: Mapping[str, tuple[AvoidedRendering, ...]]
    """Renderings to be avoided, by each form of their first word: few can stand in any one text."""

    def called(self, text: str, language: str) -> list[CalledTerm]:
        """Finds the terms of a text, each once. A word of a longer term calls for nothing more."""
        called: dict[tuple[TermForms, ...], CalledTerm] = {}
        for found in self.finders[language].find(text):
            words = " ".join(text[found.start : found.end].split())
            called.setdefault(found.meanings, CalledTerm(found.meanings, words))
        return list(called.values())

    def avoided_in(self, welsh: str) -> list[AvoidedRendering]:
        """The renderings to be avoided that stand in a text, in the glossary's order."""
        words = written_words(welsh, "cy")
        standing = {
            one.place: one
            for at, word in enumerate(words)
            for one in self.avoided.get(word.word, ())
            if one.phrase.stands(words, at)
        }
        return [standing[place] for place in sorted(standing)]


def terminology(vocabulary: Vocabulary, accepted_words: AcceptedWords) -> Terminology:
    """Makes the glossary ready to be found in texts."""
    terms = vocabulary.terms.values()
    entries = {term.slug: _entry(term, accepted_words.senses.get(term.slug, {})) for term in terms}
    finders = {
        language: PhraseFinder(
            ((text, entries[term.slug]) for term in terms for text in term.phrases(language)),
            ((text, entries[term.slug]) for term in terms for text in term.excepted.get(language, ())),
            language,
        )
        for language in LANGUAGES
    }
    return Terminology(tuple(entries.values()), finders, _by_first_form(entries.values()))


def _by_first_form(entries: Iterable[TermForms]) -> dict[str, tuple[AvoidedRendering, ...]]:
    avoided: dict[str, tuple[AvoidedRendering, ...]] = {}
    renderings = [(entry, text, wrong) for entry in entries for text, wrong in entry.avoid if wrong.words]
    for place, (entry, text, wrong) in enumerate(renderings):
        for form in wrong.words[0].forms:
            avoided[form] = (*avoided.get(form, ()), AvoidedRendering(place, entry, text, wrong))
    return avoided


def _entry(term: Term, senses: Mapping[str, tuple[str, ...]]) -> TermForms:
    calls = {language: _phrases(term.phrases(language), language) for language in LANGUAGES}
    answers = {
        language: tuple(_relatives(name, language) for name in names + _phrases(senses.get(language, ()), language))
        for language, names in calls.items()
    }
    avoid = tuple((wrong, phrase(wrong, "cy")) for wrong in term.avoid.get("cy", ()))
    return TermForms(term.slug, {"en": term.name.en, "cy": term.name.cy}, calls, answers, avoid)


def _phrases(texts: Iterable[str], language: str) -> tuple[Phrase, ...]:
    return tuple(name for text in texts if (name := phrase(text, language)).words)

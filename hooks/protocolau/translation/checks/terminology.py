"""The glossary as something to find in running text, in either language.

A phrase is found word by word. In Welsh a word counts in any mutation and with any clitic, unless the
phrase has a clitic of its own ("torri'r cod"); in English with 's. Accents and capitals make no
difference: "y gŵyn" is written so to tell it from "gwyn", and counts as "cwyn".
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

from protocolau.language.folding import unaccented
from protocolau.language.welsh.mutation import forms, split_clitic
from protocolau.model.vocabulary import Term, Vocabulary
from protocolau.translation.checks.accepted_words import AcceptedWords

Written = tuple[str, str]
"""A word folded, and the letters of its clitic."""

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_ENDINGS = yaml.load(Path(__file__).with_name("endings.yml").read_text("utf-8"), yaml.CSafeLoader)
_BETWEEN = 3
"""Words that may stand between those of one term: "cynghorau cymuned a thref" holds "cynghorau tref"."""


@dataclass(frozen=True)
class TermPhrase:
    """A phrase to be found: for each word its possible forms and the clitic that it must have, if any."""

    words: tuple[tuple[frozenset[str], str], ...]


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
        return unaccented(_POSSESSIVE.sub("", word)), ""
    stem, clitic = split_clitic(word)
    return unaccented(stem), clitic[1:].casefold()


@lru_cache(maxsize=4096)
def phrase(text: str, language: str) -> TermPhrase:
    """A phrase as it stands in the glossary → what finds it."""
    if language == "en":
        return TermPhrase(tuple((_english_forms(stem), "") for stem, _ in written(text, language)))
    stems = (split_clitic(match[0]) for match in _WORD.finditer(text))
    return TermPhrase(tuple((frozenset(map(unaccented, forms(stem))), clitic[1:].casefold()) for stem, clitic in stems))


def _english_forms(word: str) -> frozenset[str]:
    """A word and its plural, whether or not there is one."""
    if re.search("[^aeiou]y$", word):
        return frozenset({word, f"{word[:-1]}ies"})
    plural = f"{word}es" if re.search("(s|x|ch|sh)$", word) else f"{word}s"
    return frozenset({word, plural, re.sub("man$", "men", word)})


def _relatives(phrase: TermPhrase, language: str) -> TermPhrase:
    """A phrase of one word → that word as other parts of speech: adoption, adopt, adopted; mabwysiadu, mabwysiadwyd."""
    if len(phrase.words) > 1:
        return phrase
    found, clitic = phrase.words[0]
    kin = {one for word in found for one in _kin(word, language)}
    return TermPhrase(((found | kin, clitic),))


def _kin(word: str, language: str) -> list[str]:
    """The words that share a stem with a verb or its noun: a few of them are no words, which does no harm."""
    match = re.fullmatch(_ENDINGS[language]["stem"], word)
    if not match:
        return []
    changed = re.sub("a([^aeiou]+)$", r"e\1", match[1]) if language == "cy" else re.sub("y$", "i", match[1])
    stems = {match[1], changed}
    return [stem + ending for stem in stems for ending in _ENDINGS[language]["endings"]]


def _fits(wanted: tuple[frozenset[str], str], found: Written) -> bool:
    return found[0] in wanted[0] and wanted[1] in ("", found[1])


def stands(phrase: TermPhrase, text: tuple[Written, ...], at: int) -> bool:
    """Whether a phrase stands at a position, word after word."""
    found = text[at : at + len(phrase.words)]
    return len(found) == len(phrase.words) and all(map(_fits, phrase.words, found))


def occurs_whole(phrase: TermPhrase, text: tuple[Written, ...]) -> bool:
    """Whether a phrase stands in a text, word after word."""
    return any(stands(phrase, text, at) for at in range(len(text)))


def occurs(phrase: TermPhrase, text: tuple[Written, ...]) -> bool:
    """Whether a phrase stands in a text, a few other words between its own or none."""
    return any(_scattered(phrase.words, text, at) for at in range(len(text)))


def _scattered(words: tuple, text: tuple[Written, ...], at: int) -> bool:
    if not _fits(words[0], text[at]):
        return False
    for wanted in words[1:]:
        following = range(at + 1, min(at + 2 + _BETWEEN, len(text)))
        at = next((place for place in following if _fits(wanted, text[place])), -1)
        if at < 0:
            return False
    return True


@dataclass(frozen=True)
class Terminology:
    """The glossary's entries, and for each language its phrases by the forms of their first word, the longest first."""

    entries: tuple[TermForms, ...]
    index: dict[str, dict[str, list[tuple[TermPhrase, TermForms]]]]

    def called(self, text: str, language: str) -> list[tuple[tuple[TermForms, ...], str]]:
        """The words of a text that are terms, each once, with the one or more entries that may be meant.

        A word of a longer term calls for nothing more.
        """
        words, found, at = written(text, language), {}, 0
        while at < len(words):
            size, entries = self._at(words, at, language)
            if entries:
                found.setdefault(entries, (entries, _quoted(text, at, size)))
            at += size
        return list(found.values())

    def _at(self, words: tuple[Written, ...], at: int, language: str) -> tuple[int, tuple[TermForms, ...]]:
        """The size of the longest term that begins at a position, and the entries that have it."""
        here = [one for one in self.index[language].get(words[at][0], ()) if stands(one[0], words, at)]
        size = max((len(phrase.words) for phrase, _ in here), default=1)
        return size, tuple(dict.fromkeys(entry for phrase, entry in here if len(phrase.words) == size))


def _quoted(text: str, at: int, size: int) -> str:
    places = list(_WORD.finditer(text))[at : at + size]
    return " ".join(text[places[0].start() : places[-1].end()].split())


@lru_cache(maxsize=4)
def _terminology(vocabulary: "_Same", words: AcceptedWords) -> Terminology:
    senses = {slug: {"en": en, "cy": cy} for slug, en, cy in words.senses}
    entries = tuple(_entry(term, senses.get(term.slug, {})) for term in vocabulary.it.terms.values())
    return Terminology(entries, {language: _index(entries, language) for language in ("en", "cy")})


def terminology(vocabulary: Vocabulary, words: AcceptedWords) -> Terminology:
    """The glossary, ready to be found in texts; made once for a vocabulary."""
    return _terminology(_Same(vocabulary), words)


class _Same:
    """A vocabulary as a key: the same object, whatever is in it."""

    def __init__(self, it: Vocabulary):
        self.it = it

    def __hash__(self) -> int:
        return id(self.it)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.it is other.it


def _entry(term: Term, senses: dict[str, tuple[str, ...]]) -> TermForms:
    calls = {language: _phrases(_names(term, language), language) for language in ("en", "cy")}
    answers = {
        language: tuple(
            _relatives(one, language) for one in calls[language] + _phrases(senses.get(language, ()), language)
        )
        for language in calls
    }
    avoid = tuple((wrong, phrase(wrong, "cy")) for wrong in term.avoid.get("cy", ()))
    return TermForms(term.slug, {"en": term.name.en, "cy": term.name.cy}, calls, answers, avoid)


def _names(term: Term, language: str) -> list[str]:
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _phrases(texts: Iterable[str], language: str) -> tuple[TermPhrase, ...]:
    return tuple(found for text in texts if (found := phrase(text, language)).words)


def _index(entries: tuple[TermForms, ...], language: str) -> dict[str, list[tuple[TermPhrase, TermForms]]]:
    index: dict[str, list[tuple[TermPhrase, TermForms]]] = {}
    for entry in entries:
        for one in entry.calls[language]:
            for form in one.words[0][0]:
                index.setdefault(form, []).append((one, entry))
    for found in index.values():
        found.sort(key=lambda pair: -len(pair[0].words))
    return index

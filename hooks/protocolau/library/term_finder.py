"""Words of the glossary within running text, in whatever form they stand."""

import re
from dataclasses import dataclass

from protocolau.language.welsh.mutation import forms, phrase_pattern
from protocolau.model.vocabulary import Term, Vocabulary

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


REMEMBERED = 20_000
"""Texts whose terms are kept."""


@dataclass(frozen=True, slots=True)
class FoundTerm:
    """A term at a place in a text."""

    start: int
    end: int
    slug: str


class TermFinder:
    """Finds the glossary's terms in texts of one language.

    Each word of a text is looked up among the words with which a term can begin, mutated forms
    included; only where one does is the whole phrase tried. The longest term wins.
    """

    def __init__(self, vocabulary: Vocabulary, language: str):
        self._begins: dict[str, list[tuple[re.Pattern[str], str]]] = {}
        phrases = [(phrase, term.slug) for term in vocabulary.terms.values() for phrase in _phrases(term, language)]
        for phrase, slug in sorted(phrases, key=lambda phrase: -len(phrase[0])):
            pattern = re.compile(_pattern(phrase, language), re.IGNORECASE)
            for first in _first_words(phrase, language):
                self._begins.setdefault(first, []).append((pattern, slug))
        self._known: dict[str, tuple[FoundTerm, ...]] = {}

    def find(self, text: str) -> tuple[FoundTerm, ...]:
        """The terms that stand in a text, in their order. Councils share most texts: each is looked through once."""
        if text not in self._known:
            if len(self._known) >= REMEMBERED:
                self._known.clear()
            self._known[text] = self._find(text)
        return self._known[text]

    def _find(self, text: str) -> tuple[FoundTerm, ...]:
        found: list[FoundTerm] = []
        for word in _WORD.finditer(text):
            if found and word.start() < found[-1].end:
                continue
            for pattern, slug in self._begins.get(word[0].casefold(), ()):
                if match := pattern.match(text, word.start()):
                    found.append(FoundTerm(match.start(), match.end(), slug))
                    break
        return tuple(found)


def _phrases(term: Term, language: str) -> list[str]:
    plural = [term.plural[language]] if term.plural else []
    return [term.name[language], *plural, *term.also.get(language, ())]


def _pattern(phrase: str, language: str) -> str:
    if language == "cy":
        return phrase_pattern(phrase)
    return r"\s+".join(map(re.escape, phrase.split())).replace("'", "['’]") + r"(?![\w-])"


def _first_words(phrase: str, language: str) -> set[str]:
    first = _WORD.search(phrase)
    if not first:
        return set()
    return {form.casefold() for form in forms(first[0])} if language == "cy" else {first[0].casefold()}

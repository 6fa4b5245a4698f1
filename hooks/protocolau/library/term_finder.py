"""Words of the glossary within running text, in whatever form they stand."""

from typing import NamedTuple

from protocolau.language.phrases import REMEMBERED, PhraseFinder
from protocolau.model.vocabulary import Vocabulary


class FoundTerm(NamedTuple):
    """A term at a place in a text."""

    start: int
    end: int
    slug: str


class TermFinder:
    """Finds those of the glossary's terms that are explained in texts, each in its sense, in texts of one language."""

    def __init__(self, vocabulary: Vocabulary, language: str):
        terms = [term for term in vocabulary.terms.values() if term.explained]
        self._phrases = PhraseFinder(
            ((phrase, term.slug) for term in terms for phrase in term.found_as.get(language) or term.phrases(language)),
            ((phrase, term.slug) for term in terms for phrase in term.excepted.get(language, ())),
            language,
        )
        self._found: dict[str, tuple[FoundTerm, ...]] = {}

    def find(self, text: str) -> tuple[FoundTerm, ...]:
        """The terms that stand in a text, in their order. Of several that are called the same it is the first."""
        if text not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            found = self._phrases.find(text)
            self._found[text] = tuple(FoundTerm(start, end, meanings[0]) for start, end, meanings in found)
        return self._found[text]

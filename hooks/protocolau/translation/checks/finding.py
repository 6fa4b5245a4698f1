"""What a check looks at and what it says: warnings, which unlike faults leave the build alone."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from unicodedata import normalize

from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.read.problem import Problem
from protocolau.translation.checks.context import CheckContext
from protocolau.translation.checks.untranslated import foreign_sentence, is_name, untranslated_phrases

Finding = tuple[str, str]
"""What looks wrong, what to do."""


@dataclass(frozen=True, order=True, slots=True)
class BilingualWarning(Problem):
    """Something in a translation that looks wrong and may be right; it fails nothing."""

    check: str
    """The name of the check, by which a unit may waive it."""
    unit: str

    def __str__(self) -> str:
        return f"{Problem.__str__(self)} [{self.check}]"


@dataclass(frozen=True, slots=True)
class CheckedClause:
    """What a check of a part of a clause sees of the whole."""

    texts: Mapping[str, str]
    """Its words in each language, as far as it is translated."""
    goes_on: bool
    """Whether the clause goes on after the part."""


@dataclass(frozen=True, eq=False)
class CheckedUnit:
    """A unit as a check sees it: the words it was made from, the words made, and what the file has in common."""

    unit: str
    source_marked: str
    target_marked: str
    language: str
    """That of the translation."""
    context: CheckContext
    clause: "CheckedClause | None" = None
    """The clause of which it is a part."""
    note: str = ""
    """Its translator's note."""

    @cached_property
    def source(self) -> str:
        """The words from which it was made, without marks of emphasis."""
        return printed(self.source_marked)

    @cached_property
    def target(self) -> str:
        """The translation, without marks of emphasis."""
        return printed(self.target_marked)

    @property
    def en(self) -> str:
        """The English words, whichever was made from the other."""
        return self.target if self.language == "en" else self.source

    @property
    def cy(self) -> str:
        """The Welsh words."""
        return self.target if self.language == "cy" else self.source

    @property
    def names(self) -> tuple[str, str]:
        """What the two languages are called, that of the source first."""
        return ("Welsh", "English") if self.language == "en" else ("English", "Welsh")

    @cached_property
    def untranslated(self) -> tuple[str, ...]:
        """The phrases left in the language of the source, and in Welsh also single English words."""
        return untranslated_phrases(self.source, self.target, self.language, self.context)

    @cached_property
    def foreign_sentence(self) -> str | None:
        """The first sentence that is in the language of the source, unless it is the source's own."""
        sentence = foreign_sentence(self.target, self.language)
        return None if sentence and self.untranslated else sentence

    @property
    def is_translated(self) -> bool:
        """Whether there is a translation to be compared: not the source itself, nor another text in its language."""
        return not self.foreign_sentence and self.target not in self.untranslated

    @cached_property
    def names_of_both(self) -> tuple[str, ...]:
        """The proper names, in small letters, that stand in both languages, the longest first."""
        texts = (self.en.casefold(), self.cy.casefold())
        both = (name for name in self.context.phrases if all(name in text for text in texts))
        return tuple(sorted(both, key=lambda name: (-len(name), name)))

    @property
    def seen(self) -> Hashable:
        """All that a check which asks for no further names of the file can see: equal for units of which it says the
        same, in whichever translations they stand that are judged by one vocabulary."""
        clause = self.clause and (*(self.clause.texts[language] for language in LANGUAGES), self.clause.goes_on)
        words = self.source_marked, self.target_marked, self.language, clause, self.note
        return *words, self.untranslated, self.foreign_sentence, self.names_of_both, self.context.apostrophe

    def is_name(self, word: str) -> bool:
        """Whether a word of the translation is a proper name."""
        return is_name(word, self.source, self.context)


def printed(marked: str) -> str:
    """The words without marks of emphasis, in composed letters, also of a text that a translator has not finished."""
    marked = normalize("NFC", marked)
    try:
        return plain(marked)
    except ValueError:
        return marked.replace("*", "")


Check = Callable[[CheckedUnit], Iterator[Finding]]
"""A check of one unit: a law as its docstring, and a finding for each place that breaks it."""

"""Phrases found in running text, in whatever form they stand there: terms, names of parties and of policies.

A phrase is found word by word, with its own marks between. In Welsh a word counts in any mutation and with any clitic,
unless the phrase has a clitic of its own ("torri'r cod"); in English in the plural and with 's. Accents, capitals and
kinds of apostrophe make no difference: "y gŵyn" is written so to tell it from "gwyn", and counts as "cwyn". A hyphen
joins: in "is-gadeirydd" there is no "cadeirydd".
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Generic, NamedTuple, TypeVar

from protocolau.language.folding import unaccented
from protocolau.language.welsh.mutation import forms, split_clitic

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_WORDS = re.compile(f"({_WORD.pattern})")
"""Parts a text: in turn what stands between words, and a word."""
_APOSTROPHES = str.maketrans("", "", "'’")
_POSSESSIVE = re.compile(r"['’]s$")

REMEMBERED = 20_000
"""Texts of which a finder keeps what it found."""


class WrittenWord(NamedTuple):
    """A word of a text."""

    word: str
    """The word without its clitic, without accents and capitals."""
    clitic: str
    """The letters of the clitic, or nothing."""
    start: int
    end: int
    """Where it stands in the text: a clitic is part of it, the English 's is not."""
    before: str
    """What stands between it and the word before it: one space where there is white space, and no apostrophe."""


class WordForms(NamedTuple):
    """A word of a phrase to be found."""

    forms: frozenset[str]
    clitic: str
    """The clitic that it must have, if any."""
    before: str = " "
    """What must stand between it and the word before it."""

    def fits(self, written: WrittenWord) -> bool:
        """Whether a word of a text is this one."""
        return written.word in self.forms and self.clitic in ("", written.clitic)


@dataclass(frozen=True)
class Phrase:
    """A phrase to be found, word by word."""

    words: tuple[WordForms, ...]

    def stands(self, text: tuple[WrittenWord, ...], at: int) -> bool:
        """Whether it stands at a position among the words of a text."""
        if at + len(self.words) > len(text):
            return False
        for place, form in enumerate(self.words, at):
            if not form.fits(text[place]) or (place > at and form.before != text[place].before):
                return False
        return True


@lru_cache(maxsize=4096)
def written_words(text: str, language: str) -> tuple[WrittenWord, ...]:
    """The words of a text."""
    return tuple(_written_words(text, language))


def _written_words(text: str, language: str) -> Iterator[WrittenWord]:
    pieces, start = _WORDS.split(text), 0
    for marks, whole in zip(pieces[::2], pieces[1::2], strict=False):
        start += len(marks)
        word, clitic, length = _written(whole, language)
        yield _word((word, clitic, start, start + length, " " if marks == " " else _between(marks)))
        start += len(whole)


_word = partial(tuple.__new__, WrittenWord)
"""Makes a word of its parts, of which every text has dozens."""


@lru_cache(maxsize=65536)
def _written(word: str, language: str) -> tuple[str, str, int]:
    """A word without its clitic, accents and capitals; the clitic; and how many letters of it are part of it."""
    stem, clitic = _stem(word, language)
    return unaccented(stem), clitic, len(word if language == "cy" else stem)


def _between(marks: str) -> str:
    return re.sub(r"\s+", " ", marks.translate(_APOSTROPHES))


def _stem(word: str, language: str) -> tuple[str, str]:
    """A word without its clitic, and the clitic's letters. The English 's counts for nothing."""
    if language == "en":
        return _POSSESSIVE.sub("", word), ""
    stem, clitic = split_clitic(word)
    return stem, clitic[1:].casefold()


@lru_cache(maxsize=8192)
def phrase(text: str, language: str) -> Phrase:
    """Makes of a phrase as it stands in the vocabulary, unmutated, what finds it. Without a word it finds nothing."""
    return Phrase(tuple(_words_of_phrase(text, language)))


def _words_of_phrase(text: str, language: str) -> Iterator[WordForms]:
    end = 0
    for match in _WORD.finditer(text):
        stem, clitic = _stem(match[0], language)
        yield WordForms(_forms(stem, language), clitic, _between(text[end : match.start()]))
        end = match.end()


def _forms(word: str, language: str) -> frozenset[str]:
    return frozenset(map(unaccented, forms(word))) if language == "cy" else _english_forms(unaccented(word))


def _english_forms(word: str) -> frozenset[str]:
    """A word and its plural, whether or not there is one."""
    if re.search("[^aeiou]y$", word):
        return frozenset({word, f"{word[:-1]}ies"})
    plural = f"{word}es" if re.search("(s|x|ch|sh)$", word) else f"{word}s"
    return frozenset({word, plural, re.sub("man$", "men", word)})


Meaning = TypeVar("Meaning")


class FoundPhrase(NamedTuple, Generic[Meaning]):
    """A phrase at a place in a text."""

    start: int
    end: int
    meanings: tuple[Meaning, ...]
    """What it may mean, each once: several where one phrase was given for several things."""


class PhraseFinder(Generic[Meaning]):
    """Finds phrases in texts of one language.

    The longest that begins at a word is taken, and what it holds is looked through no more: "code of conduct" is no
    "conduct". Within an excepted phrase nothing has the meaning for which it is excepted: there is no "leadership" of
    the Nolan principles in "community leadership".
    """

    def __init__(self, phrases: Iterable[tuple[str, Meaning]], excepted: Iterable[tuple[str, Meaning]], language: str):
        """Both are given each with what it means, or what it does not mean though it holds a phrase that does."""
        self._language = language
        self._begins = _by_first_form(phrases, language)
        self._excepted = _by_first_form(excepted, language)
        self._found: dict[str, tuple[FoundPhrase[Meaning], ...]] = {}

    def find(self, text: str) -> tuple[FoundPhrase[Meaning], ...]:
        """The phrases that stand in a text, in their order. Councils share most texts: each is looked through once."""
        if text not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            self._found[text] = tuple(self._find(text))
        return self._found[text]

    def _find(self, text: str) -> Iterator[FoundPhrase[Meaning]]:
        words, after = written_words(text, self._language), 0
        excepted = [
            (place, place + size, meanings)
            for place in _beginnings(self._excepted, words)
            for size, meanings in _standing(self._excepted, words, place)
        ]
        for at in _beginnings(self._begins, words):
            if at < after:
                continue
            size, meanings = self._longest(words, at, excepted)
            if meanings:
                yield FoundPhrase(words[at].start, words[at + size - 1].end, meanings)
            after = at + size

    def _longest(
        self, words: tuple[WrittenWord, ...], at: int, excepted: list[tuple[int, int, tuple[Meaning, ...]]]
    ) -> tuple[int, tuple[Meaning, ...]]:
        """The size of the longest phrase that begins at a position, and its meanings; one word where there is none."""
        standing = []
        for size, meanings in _standing(self._begins, words, at):
            wrong = {meaning for start, end, no in excepted if start <= at and at + size <= end for meaning in no}
            if left := tuple(meaning for meaning in meanings if meaning not in wrong) if wrong else meanings:
                standing.append((size, left))
        if len(standing) < 2:
            return standing[0] if standing else (1, ())
        longest = max(size for size, _ in standing)
        return longest, tuple(
            dict.fromkeys(meaning for size, meanings in standing if size == longest for meaning in meanings)
        )


Beginnings = dict[str, dict[Phrase, tuple[Meaning, ...]]]
"""Phrases with their meanings, by each form of their first word."""


def _by_first_form(phrases: Iterable[tuple[str, Meaning]], language: str) -> Beginnings[Meaning]:
    beginnings: Beginnings[Meaning] = {}
    for text, meaning in phrases:
        added = phrase(text, language)
        for form in added.words[0].forms if added.words else ():
            beginning = beginnings.setdefault(form, {})
            beginning[added] = tuple(dict.fromkeys((*beginning.get(added, ()), meaning)))
    return beginnings


def _beginnings(beginnings: Beginnings[Meaning], words: tuple[WrittenWord, ...]) -> list[int]:
    """The positions of words with which a phrase may begin."""
    return [place for place, word in enumerate(words) if word[0] in beginnings]


def _standing(
    beginnings: Beginnings[Meaning], words: tuple[WrittenWord, ...], at: int
) -> Iterator[tuple[int, tuple[Meaning, ...]]]:
    """The sizes of the phrases that stand at a position, each with its meanings."""
    for known, meanings in beginnings.get(words[at].word, {}).items():
        if known.stands(words, at):
            yield len(known.words), meanings

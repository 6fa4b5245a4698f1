"""Phrases found in running text, in whatever form they stand there: terms, names of parties and of policies.

A phrase is found word by word, with its own marks between. In Welsh a word counts in any mutation and with any clitic,
unless the phrase has a clitic of its own ("torri'r cod"); in English in the plural and with 's. Accents, capitals and
kinds of apostrophe make no difference: "y gŵyn" is written so to tell it from "gwyn", and counts as "cwyn". A hyphen
joins: in "is-gadeirydd" there is no "cadeirydd".
"""

import re
from collections.abc import Iterable, Iterator, Set
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
        return at < len(text) and self.words[0].fits(text[at]) and _stand(self.words[1:], text, at + 1)


def _stand(further: tuple[WordForms, ...], text: tuple[WrittenWord, ...], at: int) -> bool:
    """Whether the further words of a phrase stand at a position among the words of a text."""
    if at + len(further) > len(text):
        return False
    for (fitting, clitic, before), (word, clitic_there, _, _, before_there) in zip(further, text[at:], strict=False):
        if word not in fitting or before != before_there or (clitic and clitic != clitic_there):
            return False
    return True


@lru_cache(maxsize=4096)
def written_words(text: str, language: str) -> tuple[WrittenWord, ...]:
    """The words of a text."""
    pieces, start, words = _WORDS.split(text), 0, []
    for marks, whole in zip(pieces[::2], pieces[1::2], strict=False):
        start += len(marks)
        word, clitic, length = _written(whole, language)
        words.append(_word((word, clitic, start, start + length, " " if marks == " " else _between(marks))))
        start += len(whole)
    return tuple(words)


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
        self._begun: dict[str, frozenset[Meaning]] = {}

    def may_find_beyond(self, text: str, known: Set[Meaning]) -> bool:
        """Whether a text has a word with which a phrase of a meaning begins that is not known. To ask is a tenth of the
        work of looking for phrases."""
        if (found := self._found.get(text)) is not None:
            return bool(found)
        begun = self._begun
        for word in _WORD.findall(text):
            if (meanings := begun.get(word)) is None:
                meanings = self._meanings_begun(word)
            if meanings and not meanings <= known:
                return True
        return False

    def _meanings_begun(self, word: str) -> frozenset[Meaning]:
        """The meanings of the phrases that begin with a word, as it is written."""
        if len(self._begun) >= REMEMBERED:
            self._begun.clear()
        phrases = self._begins.get(_written(word, self._language)[0], ())
        self._begun[word] = frozenset(meaning for one in phrases for meaning in one.meanings)
        return self._begun[word]

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
            for place, beginning in _beginnings(self._excepted, words)
            for size, meanings in _standing(beginning, words, place)
        ]
        for at, beginning in _beginnings(self._begins, words):
            if at < after:
                continue
            size, meanings = _longest(_standing(beginning, words, at), at, excepted)
            if meanings:
                yield FoundPhrase(words[at].start, words[at + size - 1].end, meanings)
            after = at + size


def _longest(
    standing: list[tuple[int, tuple[Meaning, ...]]], at: int, excepted: list[tuple[int, int, tuple[Meaning, ...]]]
) -> tuple[int, tuple[Meaning, ...]]:
    """The size of the longest of the phrases that stand at a position, and its meanings; one word where there is none.
    None has a meaning that is excepted there."""
    if excepted:
        standing = list(_without(standing, at, excepted))
    if len(standing) < 2:
        return standing[0] if standing else (1, ())
    longest = max(size for size, _ in standing)
    return longest, tuple(
        dict.fromkeys(meaning for size, meanings in standing if size == longest for meaning in meanings)
    )


def _without(
    standing: list[tuple[int, tuple[Meaning, ...]]], at: int, excepted: list[tuple[int, int, tuple[Meaning, ...]]]
) -> Iterator[tuple[int, tuple[Meaning, ...]]]:
    for size, meanings in standing:
        wrong = {meaning for start, end, no in excepted if start <= at and at + size <= end for meaning in no}
        if left := tuple(meaning for meaning in meanings if meaning not in wrong) if wrong else meanings:
            yield size, left


class _Beginning(NamedTuple, Generic[Meaning]):
    """A phrase that begins with a word, and its meanings."""

    clitic: str
    """That which the word must have, if any."""
    further: tuple[WordForms, ...]
    """The words of the phrase after the first."""
    meanings: tuple[Meaning, ...]


Beginnings = dict[str, tuple[_Beginning[Meaning], ...]]
"""Phrases with their meanings, by each form of their first word."""


def _by_first_form(phrases: Iterable[tuple[str, Meaning]], language: str) -> Beginnings[Meaning]:
    beginnings: dict[str, dict[Phrase, tuple[Meaning, ...]]] = {}
    for text, meaning in phrases:
        added = phrase(text, language)
        for form in added.words[0].forms if added.words else ():
            beginning = beginnings.setdefault(form, {})
            beginning[added] = tuple(dict.fromkeys((*beginning.get(added, ()), meaning)))
    return {
        form: tuple(_Beginning(one.words[0].clitic, one.words[1:], meanings) for one, meanings in beginning.items())
        for form, beginning in beginnings.items()
    }


def _beginnings(
    beginnings: Beginnings[Meaning], words: tuple[WrittenWord, ...]
) -> list[tuple[int, tuple[_Beginning[Meaning], ...]]]:
    """The positions of words with which phrases may begin, with these."""
    return [(place, beginnings[word[0]]) for place, word in enumerate(words) if word[0] in beginnings]


def _standing(
    beginnings: tuple[_Beginning[Meaning], ...], words: tuple[WrittenWord, ...], at: int
) -> list[tuple[int, tuple[Meaning, ...]]]:
    """The sizes of those phrases that stand at a position, each with its meanings."""
    clitic_there = words[at][1]
    return [
        (1 + len(further), meanings)
        for clitic, further, meanings in beginnings
        if (not clitic or clitic == clitic_there) and (not further or _stand(further, words, at + 1))
    ]

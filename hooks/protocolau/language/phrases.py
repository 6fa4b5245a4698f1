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
from itertools import accumulate
from typing import Generic, NamedTuple, TypeVar

from protocolau.language.addresses import places_of_addresses
from protocolau.language.folding import unaccented
from protocolau.language.welsh.mutation import forms, split_clitic

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
"""A word of a text: letters and figures, and within it apostrophes and hyphens."""
_WORDS = re.compile(f"({WORD.pattern})")
"""Parts a text: in turn what stands between words, and a word."""
_APOSTROPHES = str.maketrans("", "", "'’")
_SPACE = re.compile(r"\s+")
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
    pieces, start, words = _WORDS.split(text), 0, []
    for marks, whole in zip(pieces[::2], pieces[1::2], strict=False):
        start += len(marks)
        word, clitic, length = _written(whole, language)
        words.append(_word((word, clitic, start, start + length, _between(marks))))
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
    return " " if marks == " " else _SPACE.sub(" ", marks.translate(_APOSTROPHES))


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
    for match in WORD.finditer(text):
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


class _Begun(NamedTuple, Generic[Meaning]):
    """A phrase that begins with a word, and its meanings."""

    clitic: str
    """That which the word must have, if any."""
    further: tuple[WordForms, ...]
    """The words of the phrase after the first."""
    meanings: tuple[Meaning, ...]


_Beginnings = dict[str, tuple[_Begun[Meaning], ...]]
"""Phrases with their meanings, by each form of their first word."""


_BegunBy = tuple[tuple[_Begun[Meaning], ...], tuple[_Begun[Meaning], ...]]
"""The phrases, and the excepted ones, that begin with a word."""


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
        self._begun: dict[str, _BegunBy[Meaning] | None] = {}
        """What begins with a word as it is written: with most nothing does."""
        self._found: dict[str, tuple[FoundPhrase[Meaning], ...]] = {}

    def find(self, text: str) -> tuple[FoundPhrase[Meaning], ...]:
        """The phrases that stand in a text, in their order, but for those in an e-mail or web address: it has no words.
        Councils share most texts: each is looked through once."""
        if text not in self._found:
            if len(self._found) >= REMEMBERED:
                self._found.clear()
            found, addresses = self._find(_WORDS.split(text)), places_of_addresses(text)
            self._found[text] = tuple(
                one for one in found if not any(start < one.end and one.start < end for start, end in addresses)
            )
        return self._found[text]

    def _find(self, pieces: list[str]) -> Iterator[FoundPhrase[Meaning]]:
        """The phrases in a text, given as what stands between words and words, in turn."""
        beginnings, after = self._beginnings(pieces), 0
        starts = list(accumulate(map(len, pieces)))  # of a word: where what stands before it ends
        excepted = [
            (at, at + size, meanings)
            for at, (_, no_phrases) in beginnings
            if no_phrases
            for size, meanings in _standing(no_phrases, pieces, at, self._language)
        ]
        for at, (begun, _) in beginnings:
            if at < after or not begun:
                continue
            size, meanings = _longest(_standing(begun, pieces, at, self._language), at, excepted)
            if meanings:
                last = at + size - 1
                _, _, length = _written(pieces[2 * last + 1], self._language)
                yield FoundPhrase(starts[2 * at], starts[2 * last] + length, meanings)
            after = at + size

    def _beginnings(self, pieces: list[str]) -> list[tuple[int, _BegunBy[Meaning]]]:
        """The places of the words with which anything begins, with that."""
        words, known = pieces[1::2], self._begun
        if len(known) >= REMEMBERED:
            known.clear()
        for word in words:
            if word not in known:
                form = _written(word, self._language)[0]
                phrases, excepted = self._begins.get(form, ()), self._excepted.get(form, ())
                known[word] = (phrases, excepted) if phrases or excepted else None
        return [(at, begun) for at, word in enumerate(words) if (begun := known[word])]


def _longest(
    standing: list[tuple[int, tuple[Meaning, ...]]], at: int, excepted: list[tuple[int, int, tuple[Meaning, ...]]]
) -> tuple[int, tuple[Meaning, ...]]:
    """The size of the longest of the phrases that stand at a word, and its meanings; one word where there is none. None
    has a meaning that is excepted there."""
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


def _by_first_form(phrases: Iterable[tuple[str, Meaning]], language: str) -> _Beginnings[Meaning]:
    beginnings: dict[str, dict[Phrase, tuple[Meaning, ...]]] = {}
    for text, meaning in phrases:
        added = phrase(text, language)
        for form in added.words[0].forms if added.words else ():
            beginning = beginnings.setdefault(form, {})
            beginning[added] = tuple(dict.fromkeys((*beginning.get(added, ()), meaning)))
    return {
        form: tuple(_Begun(one.words[0].clitic, one.words[1:], meanings) for one, meanings in beginning.items())
        for form, beginning in beginnings.items()
    }


def _standing(
    begun: tuple[_Begun[Meaning], ...], pieces: list[str], at: int, language: str
) -> list[tuple[int, tuple[Meaning, ...]]]:
    """The sizes of those phrases that stand at a word, each with its meanings."""
    clitic_there, next_at = _written(pieces[2 * at + 1], language)[1], 2 * at + 3
    follows = _written(pieces[next_at], language)[0] if next_at < len(pieces) else ""
    return [
        (1 + len(further), meanings)
        for clitic, further, meanings in begun
        if (not clitic or clitic == clitic_there)
        and (not further or (follows in further[0][0] and _stand(further, pieces, at + 1, language)))
    ]


def _stand(further: tuple[WordForms, ...], pieces: list[str], at: int, language: str) -> bool:
    """Whether the further words of a phrase stand at a word of a text."""
    if 2 * (at + len(further)) > len(pieces):
        return False
    for place, (fitting, clitic, before) in enumerate(further, at):
        word, clitic_there, _ = _written(pieces[2 * place + 1], language)
        if word not in fitting or (clitic and clitic != clitic_there) or before != _between(pieces[2 * place]):
            return False
    return True

"""Which words of a translation are still in the language of its source."""

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import yaml

from protocolau.language import other
from protocolau.language.addresses import without_addresses
from protocolau.language.welsh.mutation import radicals, split_clitic
from protocolau.language.welsh.speller import TOKEN
from protocolau.runtime import yaml_loader
from protocolau.translation.checks.context import CheckContext

_SMALL_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words)
    for language, words in yaml.load(
        Path(__file__).with_name("languages.yml").read_text("utf-8"), yaml_loader.SafeLoader
    ).items()
}
"""By language the small words that give a sentence away."""

_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
_FEWEST_WORDS = 4
"""Words below which a sentence is not judged."""
_FEWEST_SIGNS = 2
"""Small words of a language that it takes to be in that language."""
_PHRASE = 3
"""Words in a row that make a phrase."""


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, without those of e-mail and web addresses."""
    return tuple(match[0] for match in TOKEN.finditer(without_addresses(text)))


@lru_cache(maxsize=1024)
def _distinct(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(tokens(text))


def untranslated_phrases(source: str, target: str, language: str, context: CheckContext) -> tuple[str, ...]:
    """Finds the phrases of the source in a translation into a language, and in Welsh also single English words."""
    source_words, target_words = [word.lower() for word in tokens(source)], tokens(target)
    known = set(source_words)
    foreign = {word for word in _distinct(target) if word.lower() in known and is_foreign(word, language, context)}
    if not foreign:
        return ()
    if source_words == [word.lower() for word in target_words]:
        return (target,)
    runs = [run for run in _shared_runs(source_words, target_words) if _is_phrase(run, foreign, context)]
    single = foreign.difference(*runs) if language == "cy" else frozenset[str]()
    alone = [word for word in dict.fromkeys(target_words) if word in single and not is_name(word, source, context)]
    return tuple(dict.fromkeys([*map(" ".join, runs), *alone]))


def foreign_sentence(target: str, language: str) -> str | None:
    """Finds the first sentence of a translation into a language that has more small words of the other."""
    for sentence in _SENTENCE.split(target):
        words = [split_clitic(word.lower())[0] for word in tokens(sentence)]
        signs = {name: sum(word in small for word in words) for name, small in _SMALL_WORDS.items()}
        here, there = signs[language], signs[other(language)]
        if len(words) >= _FEWEST_WORDS and there >= _FEWEST_SIGNS and there > here:
            return sentence
    return None


def is_name(word: str, source: str, context: CheckContext) -> bool:
    """Whether a word is a name: listed, or with a capital in the source and ordinary nowhere in small letters."""
    stem = split_clitic(word.replace("’", "'"))[0]
    casings = (stem, stem.capitalize()) if stem.isupper() else (stem,)
    names = {radical for casing in casings for radical in radicals(casing)}
    if not names.isdisjoint(context.names):
        return True
    source_words = _distinct(source)
    return any(name[0].isupper() and name in source_words and name.lower() not in context.ordinary for name in names)


def is_foreign(word: str, language: str, context: CheckContext) -> bool:
    """Whether a word of a translation into a language is of the other language alone, and no listed name."""
    if not context.names.isdisjoint({word, word.capitalize()}):
        return False
    if language == "cy":
        return not context.speller.knows(word)
    small = word.lower()
    return len(word) > 1 and small not in context.ordinary and context.speller.knows(small)


def _shared_runs(source: list[str], target: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The words that follow one another in both languages, as they stand in the translation.

    They are known by each few of them, which costs no more than there are words, however often some come again.
    """
    known = set(_phrases(source))
    start = end = 0
    for place, phrase in enumerate(_phrases([word.lower() for word in target])):
        if phrase not in known:
            continue
        if place >= end:
            yield target[start:end]
            start = place
        end = place + _PHRASE
    yield target[start:end]


def _phrases(words: list[str]) -> Iterator[tuple[str, ...]]:
    """Each few neighbouring words, in their order."""
    return zip(*(words[start:] for start in range(_PHRASE)), strict=False)


def _is_phrase(run: tuple[str, ...], foreign: set[str], context: CheckContext) -> bool:
    """Whether words are a phrase and no name: two or more cannot be the translation's."""
    return " ".join(run).casefold() not in context.phrases and sum(word in foreign for word in run) > 1

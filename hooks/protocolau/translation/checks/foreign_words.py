"""Tongue: the translation is in the language that it says, and nothing of the source is left in it."""

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from pathlib import Path

import yaml

from protocolau.language.addresses import without_addresses
from protocolau.language.welsh.mutation import radicals, split_clitic
from protocolau.language.welsh.speller import TOKEN
from protocolau.translation.checks.finding import CheckedUnit, Finding

_PROFILES: dict[str, frozenset[str]] = {
    language: frozenset(words)
    for language, words in yaml.load(
        Path(__file__).with_name("languages.yml").read_text("utf-8"), yaml.CSafeLoader
    ).items()
}
_SENTENCE = re.compile(r"(?<=[.!?:;])\s+")
_FEWEST, _SIGNS, _RUN = 4, 2, 3
"""Words below which a sentence is not judged, signs that it takes, words that make a phrase left untranslated."""


def left_untranslated(pair: CheckedUnit) -> Iterator[Finding]:
    """No words of the source stand in the translation but names and words of both languages."""
    for phrase in left(pair):
        remedy = "translate it, or list it under `names` in vocabulary/words.yml if it is a name"
        yield f"left in {pair.names[0]}: “{_short(phrase)}”", remedy


def wrong_language(pair: CheckedUnit) -> Iterator[Finding]:
    """Each sentence has more of the small words of its language than of the other."""
    if sentence := astray(pair):
        yield f"this reads as {pair.names[0]}: “{_short(sentence)}”", f"write it in {pair.names[1]}"


@lru_cache(maxsize=64)
def astray(pair: CheckedUnit) -> str | None:
    """The first sentence that is in the language of the source, unless it is the source's own."""
    other = "en" if pair.language == "cy" else "cy"
    for sentence in _SENTENCE.split(pair.target):
        words = [split_clitic(word.lower())[0] for word in tokens(sentence)]
        signs = {language: sum(word in profile for word in words) for language, profile in _PROFILES.items()}
        if len(words) >= _FEWEST and signs[other] >= _SIGNS and signs[other] > signs[pair.language]:
            return None if left(pair) else sentence
    return None


def is_translated(pair: CheckedUnit) -> bool:
    """Whether there is a translation to be compared: not the source itself, nor another text in its language."""
    return not astray(pair) and pair.target not in left(pair)


@lru_cache(maxsize=64)
def left(pair: CheckedUnit) -> tuple[str, ...]:
    """The phrases left in the language of the source, and, in Welsh, single English words of it."""
    source, target = tokens(pair.source), tokens(pair.target)
    small = [word.lower() for word in source]
    foreign = {word for word in target if word.lower() in small and is_foreign(pair, word)}
    if not foreign:
        return ()
    if small == [word.lower() for word in target]:
        return (pair.target,)
    runs = [run for run in _shared(small, target) if _is_phrase(pair, run, foreign)]
    in_runs = {word for run in runs for word in run}
    alone = [word for word in target if word in foreign - in_runs and not is_name(pair, word)]
    return tuple(dict.fromkeys([*map(" ".join, runs), *(alone if pair.language == "cy" else ())]))


def is_name(pair: CheckedUnit, word: str) -> bool:
    """Whether a word is a name: listed, or with a capital in the source and ordinary nowhere in small letters."""
    stem = split_clitic(word.replace("’", "'"))[0]
    cased = (stem, stem.capitalize()) if stem.isupper() else (stem,)
    names = {radical for one in cased for radical in radicals(one)}
    if not names.isdisjoint(pair.context.names):
        return True
    sources = set(tokens(pair.source))
    return any(name[0].isupper() and name in sources and name.lower() not in pair.context.ordinary for name in names)


def is_foreign(pair: CheckedUnit, word: str) -> bool:
    """Whether a word of the translation is of the source's language alone, and no listed name."""
    if not pair.context.names.isdisjoint({word, word.capitalize()}):
        return False
    if pair.language == "cy":
        return not pair.context.speller.knows(word)
    small = word.lower()
    return len(word) > 1 and small not in pair.context.ordinary and pair.context.speller.knows(small)


def _shared(source: list[str], target: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The words that follow one another in both languages, as they stand in the translation."""
    small = [word.lower() for word in target]
    blocks = SequenceMatcher(None, source, small, autojunk=False).get_matching_blocks()
    return [target[block.b : block.b + block.size] for block in blocks if block.size >= _RUN]


def _is_phrase(pair: CheckedUnit, run: tuple[str, ...], foreign: set[str]) -> bool:
    """Whether words are a phrase and no name: two or more cannot be the translation's."""
    return " ".join(run).casefold() not in pair.context.phrases and sum(word in foreign for word in run) > 1


@lru_cache(maxsize=1024)
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, without those of e-mail and web addresses."""
    return tuple(match[0] for match in TOKEN.finditer(without_addresses(text)))


def _short(text: str, longest: int = 60) -> str:
    return text if len(text) <= longest else text[:longest].rsplit(" ", 1)[0] + " …"

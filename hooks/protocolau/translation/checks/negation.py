"""Negation: what one language denies the other denies too."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from protocolau.language import LANGUAGE_NAMES, LANGUAGES, other
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.opposites import opposite, undone
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import SentencePair, sentence_pairs

_PATTERNS = {
    language: {sureness: compiled("|".join(patterns)) for sureness, patterns in lists.items() if patterns}
    for language, lists in data("negation.yml").items()
}
_REMEDY = "see whether a not, an unless or a without is lost or added"


@dataclass(frozen=True, slots=True)
class Denials:
    """The words of a sentence that surely deny, and how many others may."""

    sure: tuple[str, ...]
    perhaps: int
    joined: int
    """How many answer always: those that go on from another denial, and dim and neb where nothing else denies."""


@lru_cache(maxsize=2048)
def denials(sentence: str, language: str) -> Denials:
    """What denies something in a sentence."""
    patterns = _PATTERNS[language]
    rest = patterns["neutral"].sub(" – ", sentence)
    sure = tuple(match[0].strip() for match in patterns["sure"].finditer(rest))
    again = min(_number(patterns.get("again"), rest), [word.lower() for word in sure].count("no") - 1)
    sure, joined = (sure[:-again], again) if again > 0 else (sure, 0)
    alone = 0 if sure or _number(patterns.get("verbs"), rest) else _number(patterns.get("alone"), rest)
    joined += alone + _number(patterns.get("joined"), sentence)
    return Denials(sure, _number(patterns["perhaps"], sentence), joined)


def negation(pair: CheckedUnit) -> Iterator[Finding]:
    """A sentence that denies something in one language denies something in the other, and as often.

    "Ni ddylai" made "dylai" is a denial lost, "os" made "oni bai" one added. What may deny and need not
    ("avoid", "osgoi") answers unless its own like stands in the other language, and calls for nothing. A word that
    denies by its beginning (informal, non-political) is not made the word that it denies.
    """
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        if sentence.en and sentence.cy and (finding := _finding(sentence)):
            yield finding


def _finding(sentence: SentencePair) -> Finding | None:
    found = {"en": denials(sentence.en, "en"), "cy": denials(sentence.cy, "cy")}
    for here in LANGUAGES:
        there = other(here)
        answers = len(found[there].sure) + found[there].joined + max(0, found[there].perhaps - found[here].perhaps)
        if len(found[here].sure) > answers:
            told = ", ".join(f"“{word}”" for word in found[here].sure)
            return _lacking(here, told)
    return _opposed(sentence, found["cy"])


def _lacking(language: str, told: str) -> Finding:
    """That one language denies what the other does not, told by its words."""
    here, there = LANGUAGE_NAMES[language], LANGUAGE_NAMES[other(language)]
    return f"the {here} denies with {told} what the {there} does not", _REMEDY


def _opposed(sentence: SentencePair, welsh: Denials) -> Finding | None:
    for here, there, language in ((sentence.en, sentence.cy, "en"), (sentence.cy, sentence.en, "cy")):
        word = opposite(here, there, language)
        if word is None and language == "en" and not welsh.sure and not welsh.joined and not welsh.perhaps:
            word = undone(here, there)
        if word:
            return _lacking(language, f"“{word}”")
    return None


def _number(pattern: re.Pattern[str] | None, text: str) -> int:
    return sum(1 for _ in pattern.finditer(text)) if pattern else 0

"""Contraries: no limit is turned round, no "before" made an "after", and no "all" a "some"."""

from collections.abc import Iterator
from functools import cache
from re import Pattern

from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.negation import denials
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import SentencePair, sentence_pairs

_UNSURE = 2
"""The place of the words with which either may be said."""


def contraries(pair: CheckedUnit) -> Iterator[Finding]:
    """What says one of two contraries in one language does not say the other alone in the other language.

    "At least three" is no "dim mwy na thri", and "public" is no "preifat". Where one language denies more than the
    other it may well say so ("not in public", yn breifat), and nothing is told.
    """
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        if len(denials(sentence.en, "en").sure) == len(denials(sentence.cy, "cy").sure):
            yield from _turned_round(sentence)


def _turned_round(sentence: SentencePair) -> Iterator[Finding]:
    for english, welsh in _contraries():
        said = _alone(english, sentence.en)
        answered = said and _alone(welsh, sentence.cy)
        if said and answered and said[0] != answered[0]:
            yield f"the English has “{said[1]}” where the Welsh has “{answered[1]}”", "correct the one that is wrong"


def _alone(contraries: tuple[Pattern[str], ...], text: str) -> tuple[int, str] | None:
    """Which of two contraries a text has, and the words, where nothing in it may say the other."""
    found = [(place, match[0].strip()) for place, one in enumerate(contraries) if (match := one.search(text))]
    return found[0] if len(found) == 1 and found[0][0] < _UNSURE else None


@cache
def _contraries() -> tuple[tuple[tuple[Pattern[str], ...], tuple[Pattern[str], ...]], ...]:
    """The contraries of each language, side by side."""
    sides = ([tuple(map(compiled, one[language])) for one in data("contraries.yml")] for language in ("en", "cy"))
    return tuple(zip(*sides, strict=True))

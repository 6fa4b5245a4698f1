"""Dates in running text: every one of them as one word, for those who ask whether a date is told, not which.

The browser does the same: assets/compare/alignment.js, and tests/comparison/ holds both to it."""

import re
from collections.abc import Sequence

from protocolau.language.months import ENGLISH, WELSH

MONTHS_IN = {"en": tuple(map(str.lower, ENGLISH)), "cy": tuple(map(str.lower, WELSH))}
"""The months in small letters, by language."""
MONTHS = frozenset(month for months in MONTHS_IN.values() for month in months)
"""Those of both."""
DATE = "/date"
"""The word that stands for a date. A stroke is in no word of a text."""
_DAY = re.compile(r"[0-9]{1,2}[a-z]*")
_YEAR = re.compile(r"(19|20)[0-9]{2}")


def with_dates_as_words(words: Sequence[str]) -> tuple[str, ...]:
    """Words in small letters, a month with its year, and with its day where one is told, as one word."""
    if MONTHS.isdisjoint(words):
        return tuple(words)
    told: list[str] = []
    for word in words:
        if _YEAR.fullmatch(word) and told and told[-1] in MONTHS:
            del told[-2 if len(told) > 1 and _DAY.fullmatch(told[-2]) else -1 :]
            told.append(DATE)
        else:
            told.append(word)
    return tuple(told)

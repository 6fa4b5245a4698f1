"""Dates that are exchanged: each stands in both languages, and not where it belongs."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations, permutations, product
from typing import NamedTuple

from protocolau.language.welsh.mutation import forms
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data

_ORDINAL = {"en": "(?:st|nd|rd|th)?(?: of)?", "cy": "(?:af|ail|il|ydd|edd|fed|ed|eg|ain)?(?: o)?(?: fis)?"}

_MOST = 12
"""Dates of a text that are compared: every two with every two."""


class _Day(NamedTuple):
    """A date as it is said; without a year where none stands beside it."""

    day: str
    month: int
    year: str

    @property
    def in_year(self) -> tuple[str, int]:
        """Which day of whatever year."""
        return self.day, self.month


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date in a text, and which events its sentence names between the date before it and this one."""

    day: _Day
    text: str
    event: int | None
    """The last of them."""


def exchanged_dates(pair: CheckedUnit) -> Iterator[Finding]:
    """No two dates of one language have each other's month, year or event in the other.

    The order of dates tells nothing: "the letter of 1 March was answered on 3 April" may have them the other way round.
    """
    english, welsh = _dates(pair.en, "en"), _dates(pair.cy, "cy")
    if max(len(english), len(welsh)) > _MOST:
        return
    strays = _elsewhere(english, welsh), _elsewhere(welsh, english)
    for are_exchanged, (here, there) in ((_in_parts, strays), (_in_events, (english, welsh))):
        for (a, b), (c, d) in product(combinations(here, 2), permutations(there, 2)):
            if are_exchanged(a, b, c, d):
                yield f"the English has “{a.text}” where the Welsh has “{c.text}”", "correct the one that is wrong"
                return


def _elsewhere(dates: Sequence[_Dated], others: Sequence[_Dated]) -> list[_Dated]:
    """The dates that are not among the others."""
    return [one for one in dates if one.day not in {other.day for other in others}]


def _in_parts(a: _Dated, b: _Dated, c: _Dated, d: _Dated) -> bool:
    """Whether two dates have each other's month, or each other's year."""
    one, two, three, four = a.day, b.day, c.day, d.day
    is_month = (one.day, two.day, one.month, two.month) == (three.day, four.day, four.month, three.month)
    is_year = (one.in_year, two.in_year, one.year, two.year) == (three.in_year, four.in_year, four.year, three.year)
    return is_month or is_year and all((one.year, two.year))


def _in_events(a: _Dated, b: _Dated, c: _Dated, d: _Dated) -> bool:
    """Whether two dates are each other's, and the same two things are said to befall on them."""
    is_same = None not in (a.event, b.event) and (a.event, b.event) == (c.event, d.event)
    return is_same and a.event != b.event and a.day != b.day and (a.day, b.day) == (d.day, c.day)


def _dates(text: str, language: str) -> list[_Dated]:
    found, end = [], 0
    for match in _date(language).finditer(text):
        day = _Day(match[1], _months(language)[match[2].lower()], match[3] or "")
        found.append(_Dated(day, match[0], _event(text[end : match.start()], language)))
        end = match.end()
    return found


def _event(before: str, language: str) -> int | None:
    """The last event that is named before a date, in its sentence."""
    said = re.split(r"[.;:] ", before)[-1]
    places = [
        (match.end(), -match.start(), place)
        for place, pattern in enumerate(_events(language))
        for match in pattern.finditer(said)
    ]
    return max(places)[2] if places else None


@cache
def _events(language: str) -> list[re.Pattern[str]]:
    return [compiled(one[language]) for one in data("dates.yml")["events"]]


@cache
def _months(language: str) -> dict[str, int]:
    names = data("numbers.yml")["months"][language]
    return {form.lower(): place for place, name in enumerate(names, 1) for form in forms(name)}


@cache
def _date(language: str) -> re.Pattern[str]:
    names = "|".join(_months(language))
    return re.compile(rf"(?<!\d)(\d{{1,2}}){_ORDINAL[language]} ({names})\b(?:,? (\d{{4}}))?", re.IGNORECASE)

"""Dates as documents and people write them, in either language: "14 May 2024", "14/05/2024", "14 o Fai 2024"."""

import re

from protocolau.language.months import ABBREVIATED, ENGLISH, WELSH, WELSH_SOFTENED
from protocolau.read.dates import FIRST_YEAR, LAST_YEAR, ImpossibleYear, PartialDate, date_of_document

_MONTHS = {
    name.lower(): number
    for months in (ENGLISH, WELSH, WELSH_SOFTENED, ABBREVIATED)
    for number, name in enumerate(months, 1)
}
_NAMES = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ENDING = r"(?:st|nd|rd|th|af|ain|il|ydd|ed|eg|fed)?"
DATE = re.compile(
    rf"(?P<day>\d{{1,2}})\s*{_ENDING}\s*(?:day\s+|dydd\s+)?(?:of\s+|o\s+)?(?P<month>{_NAMES})\.?,?\s+(?P<year>\d{{4}})"
    rf"|(?P<month2>{_NAMES})\s+(?P<day2>\d{{1,2}}){_ENDING},?\s+(?P<year2>\d{{4}})"
    r"|(?P<day3>\d{1,2})[/.-](?P<month3>\d{1,2})[/.-](?P<year3>\d{4})"
    r"|(?P<year5>\d{4})-(?P<month5>\d{2})-(?P<day5>\d{2})"
    rf"|(?P<month4>{_NAMES})\s+(?P<year4>\d{{4}})",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"{DATE.pattern}"
    r"|(?P<year6>\d{4})[/.-](?P<month6>\d{1,2})(?:[/.-](?P<day6>\d{1,2}))?"
    r"|(?P<month7>\d{1,2})[/.-](?P<year7>\d{4})",
    re.IGNORECASE,
)


def date_in(words: str) -> PartialDate | None:
    """The first date in words, in either language, to the day or the month."""
    return _date(DATE.search(words))


def date_meant(words: str) -> PartialDate | None:
    """The date that words mean which are a date alone, though not as ISO 8601 writes it; None where they are none."""
    return _date(_ALONE.fullmatch(words.strip()))


def no_date(written: str) -> tuple[str, str]:
    """What is wrong with words that are no date, and what to do."""
    try:
        date_of_document(written)
    except ImpossibleYear:
        return f"'{written}' is of a year that cannot be meant", f"write a year from {FIRST_YEAR} to {LAST_YEAR}"
    except ValueError:
        pass
    meant = date_meant(written)
    return f"'{written}' is no date", f"write it as {meant}" if meant else "write YYYY-MM-DD, YYYY-MM or YYYY"


def _date(match: re.Match[str] | None) -> PartialDate | None:
    if not match:
        return None
    year, month, day = (
        next((said for name, said in match.groupdict().items() if name.startswith(part) and said), None)
        for part in ("year", "month", "day")
    )
    assert year and month
    number = int(month) if month.isdecimal() else _MONTHS[month.lower()]
    try:
        return date_of_document(f"{year}-{number:02}" + (f"-{int(day):02}" if day else ""))
    except ValueError:
        return None

"""Dates known to the day, the month or the year, and never more exactly than that."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

FIRST_YEAR, LAST_YEAR = 1800, 2999
"""No council's document is older. A later year is a slip, and calendars end soon after the year 9999 has begun."""

_WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)


class ImpossibleYear(ValueError):
    """A date is written as dates are, and of a year that is none of a council's documents."""


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date to the precision to which it is known."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, written: str) -> "PartialDate":
        """Reads `2016-04-27`, `2018-03` or `2018`, as ISO 8601 writes them; ValueError for anything else."""
        match = _WRITTEN.fullmatch(written)
        if not match:
            raise ValueError(written)
        year = int(match[1])
        month, day = (int(part) if part else None for part in match.group(2, 3))
        date(year, 1 if month is None else month, 1 if day is None else day)
        return cls(year, month, day)

    @property
    def first_day(self) -> date:
        """The earliest day that the date may mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> date:
        """The latest day that the date may mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def date_of_document(written: str) -> PartialDate:
    """Reads a date of a council's document.

    Raises ImpossibleYear for the years before the first and after the last, ValueError for what is no date.
    """
    read = PartialDate.parse(written)
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise ImpossibleYear(written)
    return read

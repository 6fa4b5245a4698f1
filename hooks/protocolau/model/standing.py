"""How a version stands on a day: what may be said in public of whether it applies.

A version is in force from its date until the date of the next one, or until it is withdrawn, or until its council
ends. Of a date known to the month or the year the last day is taken: a thing is said only when it is sure. A version
without a date is never said to be in force: it is the latest known, where none with a date has come after it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from protocolau.model.protocol import Council, Document, Version
from protocolau.read.dates import PartialDate


class Standing(StrEnum):
    """How a version stands on a day."""

    IN_FORCE = "in-force"
    LATEST_KNOWN = "latest-known"
    """Its date of adoption is not known, and none that is dated has come after it."""
    COMING = "coming"
    """Its date is still to come."""
    SUPERSEDED = "superseded"
    """A later version has taken its place."""
    WITHDRAWN = "withdrawn"
    """The council has withdrawn it."""
    ENDED = "ended"
    """Its council is no more, and it was the last or never began."""

    @property
    def applies(self) -> bool:
        """Whether it is taken for what the council says today, and so compared."""
        return self in (Standing.IN_FORCE, Standing.LATEST_KNOWN)


@dataclass(frozen=True, slots=True)
class CurrentVersion:
    """The version to be shown at the address of a document, and how it stands."""

    version: Version
    standing: Standing


def standings(council: Council, document: Document, today: date) -> Iterator[tuple[Version, Standing]]:
    """Every version of a document with how it stands on a day, the oldest first."""
    for version in document.versions:
        yield version, _standing(council, document, version, today)


def current(council: Council, document: Document, today: date) -> CurrentVersion:
    """The version to be shown: that in force or latest known, else the last that was, else the first to come."""
    by_standing = [CurrentVersion(*pair) for pair in standings(council, document, today)]
    applying = [version for version in by_standing if version.standing.applies]
    past = [version for version in by_standing if has_begun(version.version, today)]
    return next(reversed(applying or past), by_standing[0])


def successor(document: Document, version: Version, today: date) -> Version | None:
    """The version that has taken the place of another one by a day: the first after it that has begun."""
    return next((other for other in _later(document, version) if has_begun(other, today)), None)


def coming(document: Document, version: Version, today: date) -> Version | None:
    """The first version after another one whose date is still to come."""
    return next((other for other in _later(document, version) if not has_begun(other, today)), None)


def turned(council: Council, document: Document, version: Version, today: date) -> PartialDate | None:
    """The date on which what is said of a version on a day turns, or has turned: that on which it was superseded or
    withdrawn, or its council ended, else that of its adoption."""
    standing = _standing(council, document, version, today)
    later = successor(document, version, today)
    if standing is Standing.SUPERSEDED and later:
        return later.adopted
    if standing is Standing.WITHDRAWN:
        return version.withdrawn
    return council.ended if standing is Standing.ENDED else version.adopted


def told_of(council: Council, document: Document, version: Version, today: date) -> str:
    """What is to be said of how a version stands on a day: its standing, and whether it is not sure that it is still to
    come, or still applies."""
    standing = _standing(council, document, version, today)
    may_have_begun = standing is Standing.COMING and may_have_come(version.adopted, today)
    may_be_over = standing.applies and not is_sure(council, document, version, today)
    return f"{standing}.unsure" if may_have_begun or may_be_over else standing.value


def is_sure(council: Council, document: Document, version: Version, today: date) -> bool:
    """Whether no date on which what is said of a version turns may have come by a day, and may be still to come."""
    later = coming(document, version, today)
    days = (version.adopted, version.withdrawn, council.ended, later.adopted if later else None)
    return not any(may_have_come(day, today) for day in days)


def may_have_come(day: PartialDate | None, today: date) -> bool:
    """Whether a date known to the month or the year alone may have come by a day, and may be still to come."""
    return day is not None and day.first_day <= today < day.last_day


def has_ended(council: Council, today: date) -> bool:
    """Whether a council is no more, by a day."""
    return council.ended is not None and council.ended.last_day <= today


def _standing(council: Council, document: Document, version: Version, today: date) -> Standing:
    if not has_begun(version, today):
        return Standing.ENDED if has_ended(council, today) else Standing.COMING
    if version.withdrawn and version.withdrawn.last_day <= today:
        return Standing.WITHDRAWN
    if successor(document, version, today):
        return Standing.SUPERSEDED
    if has_ended(council, today):
        return Standing.ENDED
    return Standing.IN_FORCE if version.adopted else Standing.LATEST_KNOWN


def _later(document: Document, version: Version) -> tuple[Version, ...]:
    return document.versions[document.versions.index(version) + 1 :]


def has_begun(version: Version, today: date) -> bool:
    """Whether the date of a version has come, by a day; one without a date has begun."""
    return version.adopted is None or version.adopted.last_day <= today

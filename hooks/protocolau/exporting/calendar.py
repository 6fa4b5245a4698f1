"""Review dates as a calendar (iCalendar, RFC 5545) that calendar programs subscribe to.

Nothing in it is taken from a clock: the same events make the same bytes, whenever they are written.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from icalendar import Alarm, Calendar, Component, Event, Timezone, TimezoneStandard, vDuration, vText

FILE = "reviews.ics"
"""What the calendar beside a page is called."""

REMINDER = timedelta(days=-28)
"""When a reminder is given, counted from the day of the event."""

REFRESHED = timedelta(days=1)
"""How often a program need look whether anything has changed."""


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """Something that lasts a whole day."""

    uid: str
    """The same for the same event for ever, in every calendar."""
    day: date
    stamp: date
    """The day from which the data have known of it."""
    title: str
    description: str
    url: str


def calendar(name: str, language: str, url: str, events: Sequence[CalendarEvent]) -> bytes:
    """The calendar of some events, in their order. The words of events are in the language."""
    made = Calendar()
    made.add("prodid", "-//Council Protocols//Reviews//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    for key in ("name", "x-wr-calname"):
        made.add(key, _said(name, language))
    made.add("url", url)
    made.add("refresh-interval", vDuration(REFRESHED), parameters={"VALUE": "DURATION"})
    made.add("x-published-ttl", vDuration(REFRESHED))
    # a calendar without any component is none
    components: list[Component] = [_event(event, language) for event in events]
    for component in components or [_no_event()]:
        made.add_component(component)
    written: bytes = made.to_ical()
    return written


def _event(event: CalendarEvent, language: str) -> Event:
    made = Event()
    made.add("uid", event.uid)
    made.add("dtstamp", datetime.combine(event.stamp, time(), UTC))
    made.add("dtstart", event.day)
    made.add("dtend", event.day + timedelta(days=1))
    made.add("summary", _said(event.title, language))
    made.add("description", _said(event.description, language))
    made.add("url", event.url)
    made.add("transp", "TRANSPARENT")  # nobody is busy because of it
    made.add("x-microsoft-cdo-alldayevent", "TRUE")
    made.add_component(_reminder(event, language))
    return made


def _reminder(event: CalendarEvent, language: str) -> Alarm:
    made = Alarm()
    made.add("action", "DISPLAY")
    made.add("trigger", REMINDER)
    made.add("description", _said(event.title, language))
    return made


def _no_event() -> Timezone:
    """A component that says nothing: the time zone that is none."""
    made, standard = Timezone(), TimezoneStandard()
    made.add("tzid", "Etc/UTC")
    standard.add("dtstart", datetime(1970, 1, 1))
    standard.add("tzoffsetfrom", timedelta())
    standard.add("tzoffsetto", timedelta())
    made.add_component(standard)
    return made


def _said(words: str, language: str) -> vText:
    return vText(words, params={"LANGUAGE": language})

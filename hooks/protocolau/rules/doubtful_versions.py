"""What is said of a version and need not be so: its words, its language, its date, its tags, its place among others."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise

from protocolau.language.recognition import language_of
from protocolau.model.protocol import Document, Version
from protocolau.model.standing import may_have_come
from protocolau.read.document import read_yaml
from protocolau.read.problem import Problem
from protocolau.rules.versions import places_to_look_at


def doubtful_versions(documents: Iterable[Document], today: date) -> Iterator[Problem]:
    """Everything that is doubtful of the versions of some documents: warnings, for each of it may be right."""
    for document in documents:
        for version in document.versions:
            yield from _tags_are_confirmed(version)
            yield from _words_are_compared(version)
            yield from _is_adopted_by(version, today)
            yield from _is_done_by(version, today)
            yield from _language_is_that_of_its_words(version)
        for older, newer in pairwise(document.versions):
            yield from _order_is_sure(older, newer)


def _tags_are_confirmed(version: Version) -> Iterator[Problem]:
    """What is said of the statements of a version was confirmed by a person."""
    if not version.awaiting_review:
        return
    document, _ = read_yaml(version.path)
    data = document.data if document else None
    if not isinstance(data, dict) or "awaiting_review" not in data:
        what = "none of its statements has a topic, so its text alone is shown"
        yield Problem(version.path, 1, what, "give them topics, by and to")
        return
    left = len(list(places_to_look_at(data)))
    what = f"awaits review (provisions to look at: {left})" if left else "awaits review"
    line = document.line(("awaiting_review",)) if document else 1
    yield Problem(version.path, line, what, "confirm topics, by and to, then take 'awaiting_review' out")


def _words_are_compared(version: Version) -> Iterator[Problem]:
    """The words of a version were compared with those of the document that they were taken from."""
    if not version.is_compared_with_source:
        what = "its words have been compared with no document"
        remedy = "put the text of the council's document (.txt) beside it and name it under 'source'"
        yield Problem(version.path, 1, what, remedy)


def _is_adopted_by(version: Version, today: date) -> Iterator[Problem]:
    """The date on which a version was adopted is not still to come, nor so inexact that it may be."""
    if version.adopted and version.adopted.first_day > today:
        what = f"its date of adoption, {version.adopted}, is still to come"
        yield Problem(version.path, 1, what, "correct it, unless the council has adopted it for that day")
    elif may_have_come(version.adopted, today):
        what = f"its date of adoption, {version.adopted}, is not over, so it is not said to be in force yet"
        remedy = "say the month and the day in it and in the name of its file, if they are known"
        yield Problem(version.path, 1, what, remedy)


def _is_done_by(version: Version, today: date) -> Iterator[Problem]:
    """The dates on which a version was issued and reviewed are not still to come."""
    for key, day in (("issued", version.issued), ("reviewed", version.reviewed)):
        if day and day.first_day > today:
            what = f"'{key}' ({day}) is still to come, and nothing is said of it before"
            yield Problem(version.path, 1, what, "correct it if it is wrong")


def _language_is_that_of_its_words(version: Version) -> Iterator[Problem]:
    """A version is in the language that its words look like, where they look like any."""
    found = language_of(" ".join(statement.text for statement in version.statements))
    if found and found != version.language:
        what = f"its language is said to be '{version.language}', and its words look like '{found}'"
        yield Problem(version.path, 1, what, f"write 'language: {found}' if they are")


def _order_is_sure(older: Version, newer: Version) -> Iterator[Problem]:
    """Of two versions it is sure which came first: one may have no date, and a month or a year may mean its end."""
    if newer.adopted and not older.adopted:
        what = f"it has no date of adoption, and is taken for older than {newer.path.name}"
        yield Problem(older.path, 1, what, "give it its date, or leave it if it is older")
    elif newer.adopted and older.adopted and older.adopted.last_day >= newer.adopted.first_day:
        after = newer.path.name
        what = f"its date of adoption, {older.adopted}, may be after that of {after}, which is taken for newer"
        remedy = "say the month and the day in it and in the name of its file, if they are known"
        yield Problem(older.path, 1, what, remedy)

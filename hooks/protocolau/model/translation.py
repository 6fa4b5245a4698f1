"""Translations: units of translated text beside the text that each was made from.

A unit is a statement as the source is cut, or neighbouring statements where the other language joins them. Its name is

    document title      the title of the document
    2.3 heading         the heading of 2.3
    2.3                 the text of 2.3, where it is a single unit
    2.3 s2, 2.3 s2-3    the second statement of 2.3, or the second and the third together
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from protocolau.model.provision import Provision
from protocolau.runtime.values import value

TITLE = "document title"
"""The unit of a document's title."""
_HEADING = " heading"
_STATEMENTS = " s"
_PLACES = re.compile(r"s([1-9]\d*)(?:-([1-9]\d*))?")
STATES_FROM_WEAKEST = ("draft", "reviewed", "adopted")


@value(frozen=True, slots=True)
class Unit:
    """A translated piece of text beside the text from which it was made."""

    source: str
    target: str
    state: str
    """`adopted`, `reviewed` or `draft`: what its translator says of it."""
    path: Path
    """The file in which it stands: an older version's, where it is inherited from that."""
    line: int
    """The line of that file on which it begins."""
    note: str | None = None
    waive: Mapping[str, str] = field(default_factory=dict, hash=False)
    """The checks that do not apply to it, by name, each with the reason."""


@dataclass(frozen=True, eq=False)
class Translation:
    """The translation of a version into one language, unit by unit."""

    language: str
    path: Path
    """The version's own file of translation; without one, that from which it inherits."""
    units: Mapping[str, Unit]
    """By their names."""
    spans: Mapping[str, tuple[range, ...]] = field(default_factory=dict)
    """By anchor how the statements of a clause are joined into units: runs of their places, all of them in order."""


def heading_unit(anchor: str) -> str:
    """The name of the unit of a provision's heading."""
    return f"{anchor}{_HEADING}"


def clause_unit(provision: Provision, statements: range) -> str:
    """The name of the unit of some neighbouring statements of a provision, given by their places."""
    if len(statements) == len(provision.statements):
        return provision.anchor
    first, last = statements.start + 1, statements.stop
    return f"{provision.anchor}{_STATEMENTS}{first}" + (f"-{last}" if last > first else "")


def anchor_of_unit(name: str) -> str:
    """The anchor of the provision that a unit belongs to; empty for the title of the document."""
    if name == TITLE:
        return ""
    anchor, space, part = name.partition(" ")
    return anchor if space else name


def is_heading(name: str) -> bool:
    """Whether a unit is that of a heading."""
    return name.endswith(_HEADING)


def key_of_unit(name: str) -> str:
    """The key under which a unit stands in its file: for statements that of their clause."""
    return name if name == TITLE or is_heading(name) else anchor_of_unit(name)


def places_of_unit(name: str, count: int) -> range | None:
    """The places of the statements of a unit in a clause of so many; None where the name names none."""
    if " " not in name or name == key_of_unit(name):
        return range(count)
    match = _PLACES.fullmatch(name.partition(" ")[2])
    if not match:
        return None
    first, last = int(match[1]), int(match[2] or match[1])
    return range(first - 1, last) if first <= last else None


def same_words(text: str, other: str) -> bool:
    """Whether two texts have the same words to the letter, by whatever space they are joined."""
    return "".join(text.split()) == "".join(other.split())


def merged_unit(entries: Sequence[Unit], today: str | None) -> Unit:
    """Neighbouring entries as one unit, in the weakest of their states. Today's words stand for the same ones."""
    first = entries[0]
    source = " ".join(entry.source for entry in entries)
    if today is not None and source != today and same_words(source, today):
        source = today
    if len(entries) == 1:
        return replace(first, source=source) if source != first.source else first
    return replace(
        first,
        source=source,
        target=" ".join(entry.target for entry in entries),
        state=min((entry.state for entry in entries), key=STATES_FROM_WEAKEST.index),
        note=" ".join(entry.note for entry in entries if entry.note) or None,
        waive={check: reason for entry in entries for check, reason in entry.waive.items()},
    )

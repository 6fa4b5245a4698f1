"""What to call a provision in a reference to it, in words, and the beginning of a text."""

import re
from functools import lru_cache

from protocolau.language.marks import plain
from protocolau.model.anchors import NAMED
from protocolau.model.divisions import DIVISIONS
from protocolau.model.labels import Label, Place
from protocolau.model.provision import Provision
from protocolau.render.messages import Messages
from protocolau.translation.reading import READ_AT_ONCE, DisplayedText, Reading

_BLANKS = re.compile(r"[.…_]{2,}|…|:")
"""What stands in a field behind its name: a colon, or dots to be written on."""

_AROUND = re.compile(r"^[^\w(“\"]+|[^\w)”\"]+$")


class Citations(dict[str, str]):
    """What to call each provision of a reading in a reference to it, by its anchor, made when it is asked for."""

    def __init__(self, messages: Messages, reading: Reading):
        super().__init__()
        self._messages, self._reading = messages, reading

    def __missing__(self, anchor: str) -> str:
        self[anchor] = made = _citation(self._messages, self._reading, anchor)
        return made


@lru_cache(maxsize=READ_AT_ONCE)
def citations(messages: Messages, reading: Reading) -> Citations:
    """The citations of a reading: pages, lists and the search all ask for the same."""
    return Citations(messages, reading)


def citation(messages: Messages, reading: Reading, anchor: str) -> str:
    """What to call a provision in a reference to it: `9.1(d)(i)`, `appendix 1.5, table`, `Preamble, first item`."""
    return citations(messages, reading)[anchor]


def row_citation(messages: Messages, reading: Reading, anchor: str, whole_table: bool = False) -> str:
    """What to call the row in which a cell stands, or the whole table: `9.1, table, Gifts`."""
    label, finer = reading.version.labels[anchor], {"row", "column"} if whole_table else {"column"}
    places = tuple(place for place in label.places if place.word not in finer)
    return _in_words(messages, reading, label._replace(places=places))


def cell_name(messages: Messages, reading: Reading, anchor: str) -> DisplayedText:
    """What to call a cell among those of its row: what names its column or row, or which of them it is."""
    place = reading.version.labels[anchor].places[-1]
    naming = place.words if place.words and place.words.anchor != anchor else None
    words = reading.text(naming) if naming else None
    name = _place(messages, reading, place._replace(words=naming))
    return DisplayedText(name, words.language if words else messages.language, "adopted")


def _citation(messages: Messages, reading: Reading, anchor: str) -> str:
    return _in_words(messages, reading, reading.version.labels[anchor])


def _in_words(messages: Messages, reading: Reading, label: Label) -> str:
    if label.called and not (label.scope or label.subject or label.places):
        return label.called
    steps = [_place(messages, reading, place) for place in label.places]
    name = ", ".join(part for part in (_beginning(messages, reading, label), *steps) if part)
    return name if label.called or label.subject else name[:1].upper() + name[1:]


def _beginning(messages: Messages, reading: Reading, label: Label) -> str:
    """The number, with the part in which the numbers begin again, or the name of what has none."""
    if label.subject is None:
        return " ".join(filter(None, (label.scope and label.called and _scope(messages, label.scope), label.called)))
    name = _name(messages, reading, label.subject)
    if label.occurrence > 1:
        name = f"{name} ({label.occurrence})"
    return f"{name} {label.called}" if label.called else name


def _name(messages: Messages, reading: Reading, subject: Provision) -> str:
    """A part by its kind and number, else the words of a heading, else what such a thing is called."""
    if subject.kind in DIVISIONS and (subject.anchor != subject.kind or not subject.heading):
        division = _division(messages, subject.anchor)
        return division[:1].upper() + division[1:]
    if heading := reading.heading(subject):
        return plain(heading.text).rstrip(":")
    return messages(f"named.{subject.kind}") if subject.kind in NAMED else ""


def _scope(messages: Messages, scope: str) -> str:
    """`appendix` before a number in the only one; `Part 3,` where there are several."""
    words = ", ".join(_division(messages, part) for part in scope.split("."))
    return f"{words}," if words[-1:].isdigit() or "-" in scope else words


def _division(messages: Messages, anchor: str) -> str:
    """What a part, schedule or appendix is called, by its anchor: `part-2` is Part 2, `appendix-b` appendix B."""
    kind, _, designator = anchor.rpartition(".")[2].partition("-")
    if kind not in DIVISIONS:
        return anchor
    return " ".join(filter(None, (messages(f"scope.{kind}"), designator.replace("-", " ").upper())))


def _place(messages: Messages, reading: Reading, place: Place) -> str:
    """A step down: `third item`, `row 2`, the name of a field or the head of a column."""
    if name := _said(reading, place):
        return f"{name} ({place.occurrence})" if place.occurrence > 1 else name
    if place.position is None:
        return messages(f"place.{place.word}")
    ordinals = messages(f"place.{place.word}.ordinals").split(", ")
    if place.position <= len(ordinals) and ordinals[0]:
        return ordinals[place.position - 1]
    return f"{messages(f'place.{place.word}')} {place.position}"


def _said(reading: Reading, place: Place) -> str:
    """The name of a field or the head of a row or column, without the marks around it; empty where there is none."""
    words = reading.text(place.words) if place.words else None
    if words is None:
        return ""
    name = plain(words.text)
    return _AROUND.sub("", _BLANKS.split(name, maxsplit=1)[0] if place.word == "field" else name)

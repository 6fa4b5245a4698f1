"""YAML to plain values, with the line of every mapping, from the parser's own events.

Every scalar stays the string that was written: a clause number `1.10`, a date and the word `no`
mean what they say. Going by events skips the nodes, tags and implicit types that a council's
document never uses, which makes reading several times faster than loading. The lines of single
values are found by reading once more, when a fault asks for one.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeAlias, cast

import yaml
from yaml.events import (
    AliasEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from protocolau.read.problem import Faulty, Problem
from protocolau.read.syntax_faults import CUT_OFF, DEEPEST, TOO_DEEP, merged, other_yaml, syntax_fault, tab
from protocolau.read.text import read_text, unwanted_in, without_unwanted
from protocolau.runtime import yaml_loader

Location = tuple[str | int, ...]
"""The way to a value from the top of its document: keys and positions."""

PlainValue: TypeAlias = "str | list[PlainValue] | Mapping[str, PlainValue] | None"
"""What a YAML file is made of."""

_OF_PROVISIONS = {"number", "heading", "text", "says", "topic", "by", "to", "items"}
"""Keys that often stand a second time because the dash is missing with which the next provision begins."""
_NOTHING = {"", "~", "null", "Null", "NULL"}
_SIGNED = re.compile(r"[ \t]#\w")
_NUMBER, _NUMBER_SIGN = re.compile(r"[ \t]+#\d"), re.compile(r"[ \t]+#\w")
"""Begins a remark as any other `#` does that stands behind a space, and is likelier one of the words: "Minute #42"."""


@dataclass(frozen=True)
class YamlDocument:
    """A YAML file as it is read, and the lines on which its parts stand."""

    path: Path
    data: PlainValue
    mappings: dict[Location, int]
    """The line, from 1, on which each mapping begins."""
    text: str

    def begins(self, location: Location) -> int:
        """The line, from 1, on which the mapping at a location begins, or the nearest one that holds it."""
        return _nearest(self.mappings, location)

    def line(self, location: Location) -> int:
        """The line, from 1, of any value, or of the nearest thing that holds it."""
        return _nearest(self._lines, location)

    @cached_property
    def _lines(self) -> dict[Location, int]:
        reader = _Reader(self.path, [], every=True)
        reader.read(self.text)
        return reader.lines


def _nearest(lines: dict[Location, int], location: Location) -> int:
    while location and location not in lines:
        location = location[:-1]
    return lines.get(location, 1)


class _Unreadable(Exception):
    """Ends the reading of a file at a fault after which the rest of it means nothing."""

    def __init__(self, line: int, what: str, remedy: str):
        super().__init__(what)
        self.fault = (line, what, remedy)


def read_yaml(path: Path) -> tuple[YamlDocument | None, list[Problem]]:
    """Reads a YAML file: the document, and every fault of its characters and its syntax.

    The document is None where a fault leaves nothing to go on with.
    """
    text, problems = read_text(path)
    return parse_yaml(path, text, problems) if text is not None else (None, problems)


def values_of(path: Path) -> Mapping[str, PlainValue]:
    """The values of a YAML file of keys; none where it is empty. Raises Faulty with every fault of its syntax."""
    document, problems = read_yaml(path)
    data = document.data if document else None
    if isinstance(data, str | list):
        what, remedy = "'the file' ought to be made of keys and values", "write 'key: value' lines below it"
        problems.append(Problem(path, 1, what, remedy))
    if document is None or problems or isinstance(data, str | list):
        raise Faulty(problems)
    return data or {}


def parse_yaml(path: Path, text: str, problems: list[Problem]) -> tuple[YamlDocument | None, list[Problem]]:
    """A text as the document that it would be at a path, and every fault of its syntax after those given."""
    reader = _Reader(path, problems)
    if stray := merged(text) or tab(text) or other_yaml(text):
        return None, [*problems, Problem(path, *stray)]
    try:
        return YamlDocument(path, reader.read(text), reader.lines, text), problems
    except _Unreadable as error:
        problems.append(Problem(path, *error.fault))
    except yaml.YAMLError as error:
        problems.append(Problem(path, *syntax_fault(error, text)))
    return None, list(dict.fromkeys(problems))


def _line(event: Event) -> int:
    """The line, from 1, on which an event begins."""
    return event.start_mark.line + 1 if event.start_mark else 1


class _Reader:
    """Builds values from events. Adds faults to `problems` on the way, and notes the lines of mappings or of all."""

    def __init__(self, path: Path, problems: list[Problem], every: bool = False):
        self.path, self.problems, self.every = path, problems, every
        self.lines: dict[Location, int] = {}
        self.escapes = False
        self.signed: list[str] = []
        """The lines of a text in which a number sign may begin a remark."""

    def read(self, text: str) -> PlainValue:
        """The value that a text is. Raises _Unreadable or YAMLError where it is none."""
        parser = yaml_loader.SafeLoader(text)
        self.escapes = "\\" in text
        self.signed = text.split("\n") if _SIGNED.search(text) else []
        try:
            # The parser has None to give only after the end of the stream, where nothing is asked of it.
            self.next_event = cast(Callable[[], Event], parser.get_event)
            self.next_event()  # the start of the stream
            if type(self.next_event()) is StreamEndEvent:
                raise _Unreadable(1, "the file is empty", "write it or delete it")
            value = self._value(self.next_event(), ())
            self.next_event()  # the end of the document
            if type(extra := self.next_event()) is not StreamEndEvent:
                raise _Unreadable(
                    _line(extra), "a second document begins here", "take out the line '---' or make two files"
                )
            return value
        finally:
            parser.dispose()

    def _value(self, event: Event, at: Location) -> PlainValue:
        """The value that an event begins. Types are compared by identity: this runs for every list and mapping."""
        kind = type(event)
        if self.every or kind is MappingStartEvent:
            self.lines[at] = _line(event)
        if type(event) is ScalarEvent:
            self._refuse_marks(event)
            return self._scalar(event)
        if isinstance(event, NodeEvent):
            self._refuse_marks(event)
        if kind is AliasEvent:
            return None
        if len(at) >= DEEPEST:
            raise _Unreadable(_line(event), *TOO_DEEP)
        return self._mapping(at) if kind is MappingStartEvent else self._sequence(at)

    def _mapping(self, at: Location) -> dict[str, PlainValue]:
        """A mapping. Words, which most values are, are taken as they come: no place is made for them."""
        mapping: dict[str, PlainValue] = {}
        next_event, every = self.next_event, self.every
        while type(event := next_event()) is not MappingEndEvent:
            if type(event) is not ScalarEvent or "\n" in event.value or "\r" in event.value:
                raise _Unreadable(_line(event), "a key that is not a word", "put quotes round it if it is text")
            if event.anchor or event.tag:
                self._refuse_marks(event)
            key = self._words(event) if self.escapes else event.value
            if key in mapping:
                self._refuse_again(key, _line(event))
                self._value(next_event(), (*at, f"{key} again"))
                continue
            value = next_event()
            if type(value) is ScalarEvent and not (value.anchor or value.tag or every):
                mapping[key] = self._scalar(value)
            else:
                mapping[key] = self._value(value, (*at, key))
            if every:
                self.lines[*at, key] = _line(event)
        return mapping

    def _scalar(self, event: ScalarEvent) -> str | None:
        if event.implicit[0] and event.value in _NOTHING:
            return None
        if self.signed and not event.style:
            self._refuse_number_sign(event)
        return self._words(event) if self.escapes else event.value

    def _refuse_number_sign(self, event: ScalarEvent) -> None:
        """Words are not cut off by a number sign, behind which they would be lost."""
        end, sign = event.end_mark, _NUMBER_SIGN if " " in event.value else _NUMBER
        if end and sign.match(self.signed[end.line], end.column):
            self._fault(end.line + 1, *CUT_OFF)

    def _words(self, event: ScalarEvent) -> str:
        """The words of a scalar. Escapes, as in "\\u200b", bring in characters that reading the text did not meet."""
        if event.style != '"':
            return event.value
        for what, remedy in unwanted_in(event.value):
            self._fault(_line(event), what, remedy)
        return without_unwanted(event.value)

    def _sequence(self, at: Location) -> list[PlainValue]:
        values: list[PlainValue] = []
        while type(event := self.next_event()) is not SequenceEndEvent:
            values.append(self._value(event, (*at, len(values))))
        return values

    def _refuse_marks(self, event: NodeEvent) -> None:
        """What is put before a value to name it or say its type; of words that begin so, the first would be lost."""
        if event.anchor:
            is_alias = type(event) is AliasEvent
            what = f"an alias (*{event.anchor})" if is_alias else f"an anchor (&{event.anchor})"
            self._fault(_line(event), what, "write the words out in full where they belong")
        if tag := getattr(event, "tag", None):
            shown = tag.replace("tag:yaml.org,2002:", "!!")
            self._fault(_line(event), f"a tag ({shown})", "put quotes round the words, or take the tag out")

    def _refuse_again(self, key: str, line: int) -> None:
        remedy = "keep one of the two"
        if key in _OF_PROVISIONS:
            remedy += ", or, if another provision begins here, begin it with '- '"
        self._fault(line, f"the key '{key}' stands a second time in the same place", remedy)

    def _fault(self, line: int, what: str, remedy: str) -> None:
        self.problems.append(Problem(self.path, line, what, remedy))

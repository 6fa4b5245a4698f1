"""A translation file as text: where in it things stand, and what is to be put in their place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode, SequenceNode

from protocolau.runtime import yaml_loader
from protocolau.translation.editing.entries import WrittenEntry

_NULL = "tag:yaml.org,2002:null"


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """A stretch of the text and what is to stand there instead."""

    start: int
    end: int
    replacement: str


def applied(text: str, edits: Iterable[TextEdit]) -> str:
    """A text with some stretches of it replaced; those at one place in the order in which they come."""
    parts, position = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, text[position:]])


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A translation file: its text, and where in it things stand."""

    text: str
    languages: tuple[str, str]
    """The keys of source and target."""
    root: MappingNode
    units: MappingNode
    """The mapping of units."""
    state: str
    """The state of every unit that does not say otherwise."""

    @classmethod
    def parse(cls, text: str, source: str, target: str) -> "ParsedFile":
        """Parses a text that is known to be in the shape of a translation file."""
        root = as_mapping(yaml.compose(text, yaml_loader.SafeLoader))
        values = values_of(root)
        return cls(text, (source, target), root, as_mapping(values["units"]), values["state"].value)

    @property
    def newline(self) -> str:
        """The line end that the file uses."""
        return "\r\n" if "\r\n" in self.text else "\n"

    def entries(self, key: str) -> list[WrittenEntry]:
        """The entries that stand under a key; none where the file does not have it."""
        node = values_of(self.units).get(key)
        return [self._entry(item) for item in items_of(node)] if node else []

    def _entry(self, node: MappingNode) -> WrittenEntry:
        values = {name: value for name, value in values_of(node).items() if value.tag != _NULL}
        source, target = (_texts(values[language]) for language in self.languages)
        note, waive = values.get("note"), values.get("waive")
        return WrittenEntry(
            source,
            target,
            values["state"].value if "state" in values else self.state,
            note.value if note else None,
            {check: reason.value for check, reason in values_of(as_mapping(waive)).items()} if waive else {},
        )


def _texts(node: Node) -> tuple[str, ...]:
    return tuple(item.value for item in node.value) if isinstance(node, SequenceNode) else (node.value,)


def values_of(node: MappingNode) -> dict[str, Node]:
    """The values of a mapping by their keys."""
    return {key.value: value for key, value in node.value}


def items_of(node: Node) -> list[MappingNode]:
    """The entries of a key: those of a list, or the only one, which may stand without a list."""
    return [as_mapping(item) for item in node.value] if isinstance(node, SequenceNode) else [as_mapping(node)]


def as_mapping(node: Node | None) -> MappingNode:
    """The node, which is known to be a mapping. Raises TypeError where it is none after all."""
    if not isinstance(node, MappingNode):
        raise TypeError("edited is only what is known to be in shape")
    return node


def is_empty(node: Node) -> bool:
    """Whether a key stands there without a value."""
    return bool(node.tag == _NULL)


def inserted_lines(file: ParsedFile, position: int, lines: str) -> TextEdit:
    """Whole lines at the beginning of a line, or at the end of a file whose last line is not ended."""
    if position and file.text[position - 1] != "\n":
        return TextEdit(position, position, file.newline + lines)
    return TextEdit(position, position, lines + file.newline)


def line_start(text: str, index: int) -> int:
    """The beginning of the line on which a place is."""
    return text.rfind("\n", 0, index) + 1


def line_end(text: str, node: Node) -> int:
    """The beginning of the line after a value, past a remark that stands behind it."""
    return next_line(text, value_end(text, node))


def next_line(text: str, index: int) -> int:
    """The beginning of the line after a place."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def value_end(text: str, node: Node) -> int:
    """Where a value ends. The parser ends a block where the next thing begins, empty lines included."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return value_end(text, last[1] if isinstance(last, tuple) else last)
    start = cast(int, node.start_mark.index)
    return start + len(text[start : node.end_mark.index].rstrip())


def quote_of(node: Node) -> str | None:
    """The quotes in which a text stands."""
    return node.style if isinstance(node, ScalarNode) else None


Values = Mapping[str, "str | tuple[str, ...] | Mapping[str, str]"]
"""The keys of an entry as they are to be written: a text, several texts, or reasons by check."""

"""A translation file with some of its units changed, and every other character as it was.

The file is never written anew from its values: the parser says where each value stands, and only
these places are replaced. Comments, order, quotes and line ends of the rest stay, since
nothing touches them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml
from yaml.nodes import CollectionNode, MappingNode, Node, ScalarNode

from protocolau.translation.editing.scalars import quoted, scalar
from protocolau.translation.editing.unit_change import UnitChange


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """A stretch of the text and what is to stand there instead."""

    start: int
    end: int
    replacement: str


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
        root = _mapping(yaml.compose(text, yaml.CSafeLoader))
        values = _values(root)
        return cls(text, (source, target), root, _mapping(values["units"]), values["state"].value)

    @property
    def newline(self) -> str:
        """The line end that the file uses."""
        return "\r\n" if "\r\n" in self.text else "\n"


def edited_text(text: str, source: str, target: str, changes: Sequence[UnitChange], order: Sequence[str]) -> str:
    """The text of a translation file with some units changed or added.

    `source` and `target` are its languages, `order` is every unit in the order of the document: a new
    unit is put after the nearest one before it.
    """
    file = ParsedFile.parse(text, source, target)
    present = {name: _mapping(node) for name, node in _values(file.units).items()}
    edits = [
        edit for change in changes if change.unit in present for edit in _unit_edits(file, change, present[change.unit])
    ]
    added = sorted(
        (change for change in changes if change.unit not in present), key=lambda change: order.index(change.unit)
    )
    return _applied(text, [*edits, *_additions(file, added, order)])


def _applied(text: str, edits: list[TextEdit]) -> str:
    """Applies edits to a text; those at one place in the order in which they come."""
    parts, position = [], 0
    for edit in sorted(edits, key=lambda edit: (edit.start, edit.end)):
        parts += [text[position : edit.start], edit.replacement]
        position = edit.end
    return "".join([*parts, text[position:]])


def _values(node: MappingNode) -> dict[str, Node]:
    return {key.value: value for key, value in node.value}


def _mapping(node: Node | None) -> MappingNode:
    if not isinstance(node, MappingNode):
        raise TypeError("edited is only what is known to be in shape")
    return node


def _wanted(file: ParsedFile, change: UnitChange, states_it: bool) -> dict[str, str]:
    """The keys of a unit. Its state is written where it is not the file's, or where it is written already."""
    source, target = file.languages
    wanted = {source: change.source, target: change.target}
    if states_it or change.state != file.state:
        wanted["state"] = change.state
    return wanted | ({"note": change.note} if change.note else {})


def _unit_edits(file: ParsedFile, change: UnitChange, unit: MappingNode) -> Iterator[TextEdit]:
    """The edits of a unit that is there already. Keys that a change does not speak of stay."""
    present = _values(unit)
    wanted = _wanted(file, change, "state" in present and present["state"].tag != _NULL)
    for key, text in wanted.items():
        if key in present and present[key].value != text:
            yield _value_edit(file.text, present[key], text, unit.flow_style)
    if "note" in present and "note" not in wanted and present["note"].tag != _NULL:
        yield _note_removal(file.text, unit)
    yield from _new_keys(file, unit, {key: text for key, text in wanted.items() if key not in present})


_NULL = "tag:yaml.org,2002:null"


def _value_edit(text: str, node: Node, words: str, in_braces: bool) -> TextEdit:
    """A value in place of another; what stands behind it on the line stays."""
    start, end = node.start_mark.index, _end(text, node)
    style = node.style if isinstance(node, ScalarNode) else None
    written = quoted(words) if in_braces else scalar(words, style)
    return TextEdit(start, end, written if end > start else f" {written}")


def _note_removal(text: str, unit: MappingNode) -> TextEdit:
    """A note taken out: its lines, or its place between braces."""
    keys = [key.value for key, _ in unit.value]
    place = keys.index("note")
    key, node = unit.value[place]
    if not unit.flow_style:
        return TextEdit(text.rfind("\n", 0, key.start_mark.index) + 1, _line_end(text, node), "")
    if place:
        return TextEdit(_end(text, unit.value[place - 1][1]), _end(text, node), "")
    return TextEdit(key.start_mark.index, unit.value[1][0].start_mark.index, "")


def _new_keys(file: ParsedFile, unit: MappingNode, wanted: Mapping[str, str]) -> Iterator[TextEdit]:
    """A state goes below the words, a note below both."""
    indent = " " * unit.start_mark.column
    for key, text in wanted.items():
        above = [_end(file.text, node) for name, node in _values(unit).items() if name in {*file.languages, "state"}]
        if unit.flow_style:
            yield TextEdit(max(above), max(above), f", {key}: {quoted(text)}")
        else:
            yield _inserted(file, _next_line(file.text, max(above)), f"{indent}{key}: {scalar(text)}")


def _additions(file: ParsedFile, added: Sequence[UnitChange], order: Sequence[str]) -> Iterator[TextEdit]:
    """The places for units that are not there yet, in the order of the document."""
    if not added:
        return
    if file.units.flow_style:
        yield _rewritten_braces(file, added, order)
        return
    places = {name: place for place, name in enumerate(order)}
    known = sorted((places[key.value], index) for index, (key, _) in enumerate(file.units.value) if key.value in places)
    for change in added:
        before = bisect_left(known, (places[change.unit], 0)) - 1
        yield _addition(file, change, known[before][1] if before >= 0 else None)


def _addition(file: ParsedFile, change: UnitChange, after: int | None) -> TextEdit:
    """A new unit after one of those in the file, or before all of them."""
    units = file.units
    indent = units.start_mark.column
    if after is None:
        key = next(key for key, _ in file.root.value if key.value == "units")
        position = file.text.index("\n", key.end_mark.index) + 1
    else:
        position = _line_end(file.text, units.value[after][1])
    return _inserted(file, position, _block(file, change, " " * indent))


def _rewritten_braces(file: ParsedFile, added: Sequence[UnitChange], order: Sequence[str]) -> TextEdit:
    """Units in braces: taken out of them where there are none yet, else one more goes inside."""
    units = file.units
    if units.value:
        more = "".join(f", {quoted(change.unit)}: {_braces(_wanted(file, change, False))}" for change in added)
        end = units.value[-1][1].end_mark.index
        return TextEdit(end, end, more)
    blocks = file.newline.join(_block(file, change, "  ") for change in added)
    start = units.start_mark.index
    return TextEdit(start - (file.text[start - 1] == " "), units.end_mark.index, file.newline + blocks)


def _block(file: ParsedFile, change: UnitChange, indent: str) -> str:
    keys = [f"{indent}  {key}: {scalar(text)}" for key, text in _wanted(file, change, False).items()]
    return file.newline.join([f"{indent}{quoted(change.unit)}:", *keys])


def _braces(wanted: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in wanted.items()) + "}"


def _inserted(file: ParsedFile, position: int, lines: str) -> TextEdit:
    """Whole lines at the beginning of a line, or at the end of a file whose last line is not ended."""
    if position and file.text[position - 1] != "\n":
        return TextEdit(position, position, file.newline + lines)
    return TextEdit(position, position, lines + file.newline)


def _line_end(text: str, node: Node) -> int:
    """The beginning of the line after a value, past a remark that stands behind it."""
    return _next_line(text, _end(text, node))


def _next_line(text: str, index: int) -> int:
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def _end(text: str, node: Node) -> int:
    """Where a value ends. The parser ends a block where the next thing begins, empty lines included."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())

"""A translation file with some of its units changed, and every other character as it was.

The file is never written anew from its values: the parser says where each value stands, and only
these places are cut out and filled. Comments, order, quotes and line ends of the rest stay, since
nothing touches them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import yaml
from yaml.nodes import CollectionNode, MappingNode, ScalarNode

from protocolau.translation.editing.scalars import quoted, scalar


@dataclass(frozen=True, slots=True)
class UnitChange:
    """A unit as it is to stand in the file."""

    unit: str
    source: str
    """The text from which the translation was made."""
    target: str
    state: str
    note: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class TextEdit:
    """A stretch of the text and what is to stand there instead."""

    start: int
    end: int
    written: str


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """A translation file under the knife: its text, its parsed form, and how its author lays things out."""

    text: str
    root: MappingNode
    languages: tuple[str, str]
    """The keys of source and target."""

    @property
    def newline(self) -> str:
        """The line end that the file uses."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @property
    def units(self) -> MappingNode:
        """The mapping of units."""
        return _values(self.root)["units"]

    @property
    def state(self) -> str:
        """The state of every unit that does not say otherwise."""
        return _values(self.root)["state"].value


def changed(text: str, source: str, target: str, changes: Sequence[UnitChange], order: Sequence[str]) -> str:
    """The text of a translation file with some units changed or added.

    `source` and `target` are its languages, `order` is every unit in the order of the document: a new
    unit is put after the nearest one before it.
    """
    sheet = ParsedFile(text, yaml.compose(text, yaml.CSafeLoader), (source, target))
    present = _values(sheet.units)
    cuts = [cut for change in changes if change.unit in present for cut in _cuts(sheet, change, present[change.unit])]
    added = sorted((change for change in changes if change.unit not in present), key=lambda one: order.index(one.unit))
    return _cut(text, [*cuts, *_additions(sheet, added, order)])


def _cut(text: str, cuts: list[TextEdit]) -> str:
    """The text with its cuts made; cuts at one place are filled in the order in which they come."""
    parts, position = [], 0
    for cut in sorted(cuts, key=lambda cut: (cut.start, cut.end)):
        parts += [text[position : cut.start], cut.written]
        position = cut.end
    return "".join([*parts, text[position:]])


def _values(node: MappingNode) -> dict[str, ScalarNode | MappingNode]:
    return {key.value: value for key, value in node.value}


def _wanted(sheet: ParsedFile, change: UnitChange, states_it: bool) -> dict[str, str]:
    """The keys of a unit. Its state is written where it is not the file's, or where it is written already."""
    source, target = sheet.languages
    wanted = {source: change.source, target: change.target}
    if states_it or change.state != sheet.state:
        wanted["state"] = change.state
    return wanted | ({"note": change.note} if change.note else {})


def _cuts(sheet: ParsedFile, change: UnitChange, unit: MappingNode) -> Iterator[TextEdit]:
    """What has to be cut for a unit that is there already. Keys that a change does not speak of stay."""
    present = _values(unit)
    wanted = _wanted(sheet, change, "state" in present and present["state"].tag != _NULL)
    for key, text in wanted.items():
        if key in present and present[key].value != text:
            yield _value_cut(sheet.text, present[key], text, unit.flow_style)
    if "note" in present and "note" not in wanted and present["note"].tag != _NULL:
        yield _removal(sheet.text, unit)
    yield from _new_keys(sheet, unit, {key: text for key, text in wanted.items() if key not in present})


_NULL = "tag:yaml.org,2002:null"


def _value_cut(text: str, node: ScalarNode, words: str, in_braces: bool) -> TextEdit:
    """A value in place of another; what stands behind it on the line stays."""
    start, end = node.start_mark.index, _end(text, node)
    written = quoted(words) if in_braces else scalar(words, node.style)
    return TextEdit(start, end, written if end > start else f" {written}")


def _removal(text: str, unit: MappingNode) -> TextEdit:
    """A note taken out: its lines, or its place between braces."""
    keys = [key.value for key, _ in unit.value]
    place = keys.index("note")
    key, node = unit.value[place]
    if not unit.flow_style:
        return TextEdit(text.rfind("\n", 0, key.start_mark.index) + 1, _line_end(text, node), "")
    if place:
        return TextEdit(_end(text, unit.value[place - 1][1]), _end(text, node), "")
    return TextEdit(key.start_mark.index, unit.value[1][0].start_mark.index, "")


def _new_keys(sheet: ParsedFile, unit: MappingNode, wanted: Mapping[str, str]) -> Iterator[TextEdit]:
    """A state goes below the words, a note below both."""
    indent = " " * unit.start_mark.column
    for key, text in wanted.items():
        above = [_end(sheet.text, node) for name, node in _values(unit).items() if name in {*sheet.languages, "state"}]
        if unit.flow_style:
            yield TextEdit(max(above), max(above), f", {key}: {quoted(text)}")
        else:
            yield _inserted(sheet, _next_line(sheet.text, max(above)), f"{indent}{key}: {scalar(text)}")


def _additions(sheet: ParsedFile, added: Sequence[UnitChange], order: Sequence[str]) -> Iterator[TextEdit]:
    """The places for units that are not there yet, in the order of the document."""
    if not added:
        return
    if sheet.units.flow_style:
        yield _rewritten_braces(sheet, added, order)
        return
    places = {name: place for place, name in enumerate(order)}
    known = sorted(
        (places[key.value], index) for index, (key, _) in enumerate(sheet.units.value) if key.value in places
    )
    for change in added:
        before = bisect_left(known, (places[change.unit], 0)) - 1
        yield _addition(sheet, change, known[before][1] if before >= 0 else None)


def _addition(sheet: ParsedFile, change: UnitChange, after: int | None) -> TextEdit:
    """A new unit after one of those in the file, or before all of them."""
    units = sheet.units
    indent = units.start_mark.column
    if after is None:
        key = next(key for key, _ in sheet.root.value if key.value == "units")
        position = sheet.text.index("\n", key.end_mark.index) + 1
    else:
        position = _line_end(sheet.text, units.value[after][1])
    return _inserted(sheet, position, _block(sheet, change, " " * indent))


def _rewritten_braces(sheet: ParsedFile, added: Sequence[UnitChange], order: Sequence[str]) -> TextEdit:
    """Units in braces: taken out of them where there are none yet, else one more goes inside."""
    units = sheet.units
    if units.value:
        more = "".join(f", {quoted(one.unit)}: {_braces(_wanted(sheet, one, False))}" for one in added)
        end = units.value[-1][1].end_mark.index
        return TextEdit(end, end, more)
    blocks = sheet.newline.join(_block(sheet, one, "  ") for one in added)
    start = units.start_mark.index
    return TextEdit(start - (sheet.text[start - 1] == " "), units.end_mark.index, sheet.newline + blocks)


def _block(sheet: ParsedFile, change: UnitChange, indent: str) -> str:
    keys = [f"{indent}  {key}: {scalar(text)}" for key, text in _wanted(sheet, change, False).items()]
    return sheet.newline.join([f"{indent}{quoted(change.unit)}:", *keys])


def _braces(wanted: Mapping[str, str]) -> str:
    return "{" + ", ".join(f"{key}: {quoted(text)}" for key, text in wanted.items()) + "}"


def _inserted(sheet: ParsedFile, position: int, lines: str) -> TextEdit:
    """Whole lines at the beginning of a line, or at the end of a file whose last line is not ended."""
    if position and sheet.text[position - 1] != "\n":
        return TextEdit(position, position, sheet.newline + lines)
    return TextEdit(position, position, lines + sheet.newline)


def _line_end(text: str, node: ScalarNode | MappingNode) -> int:
    """The beginning of the line after a value, past a remark that stands behind it."""
    return _next_line(text, _end(text, node))


def _next_line(text: str, index: int) -> int:
    found = text.find("\n", index)
    return len(text) if found < 0 else found + 1


def _end(text: str, node: ScalarNode | CollectionNode) -> int:
    """Where a value ends. The parser ends a block where the next thing begins, empty lines included."""
    if isinstance(node, CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return _end(text, last[1] if isinstance(last, tuple) else last)
    start = node.start_mark.index
    return start + len(text[start : node.end_mark.index].rstrip())

"""Single keys of a version or of a provision, written, changed or taken out."""

from collections.abc import Container, Iterator, Sequence

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from protocolau.read.document import Location
from protocolau.repository.editing.version_text import NotEditable, VersionText, last_line, value_of
from protocolau.runtime import yaml_loader
from protocolau.schema.shapes import ProtocolShape
from protocolau.translation.editing.parsed_file import TextEdit

ORDER = (
    "id", "kind", "number", "heading", "text", "lang", "span", "topic", "by", "to", "about", "policies", "refers_to",
    "below", "look_at", "sure", "notes", "items", "table", "diagram", "provisions",
)  # fmt: skip
"""The order in which the keys of a provision are written."""
ORDER_OF_FILE = tuple(ProtocolShape.model_fields)
"""The order in which the keys of a version are written that say something of the whole."""


def with_key(file: VersionText, at: Location, key: str, written: Sequence[str] | None) -> VersionText:
    """The file with a key of one of its parts as it is written: its lines, not indented; None takes the key out.

    A remark behind a value of one line stays where the new one has one line too.
    """
    part = file.mapping(at)
    if written is None:
        return file.with_edits(_removals(file, part, {key}))
    if part.flow_style and value_of(part, key) is not None:
        return _with_value_in_braces(file, part, key, written)
    block = file.block(at)
    if value_of(block, key) is None:
        return _with_new_key(file, block, key, written)
    rows, remark = _rows_of(file, block, key)
    first = rows.start == block.start_mark.line
    indent = file.lines[rows.start][: block.start_mark.column] if first else " " * block.start_mark.column
    lines = [indent + written[0], *(" " * block.start_mark.column + line for line in written[1:])]
    if remark and len(lines) == 1:
        lines[0] += remark
    return file.with_lines(rows, file.ended(lines))


def without_keys(file: VersionText, keys: Container[str]) -> VersionText:
    """The file without some keys, wherever they stand in it."""
    return file.with_edits(edit for part in _parts(file.top, keys) for edit in _removals(file, part, keys))


def as_block(file: VersionText, at: Location) -> VersionText:
    """The file with a cell of plain words as one that can have further keys."""
    node = file.node(at)
    if not isinstance(node, ScalarNode):
        return file
    line = file.lines[node.start_mark.line]
    column = node.start_mark.column
    return file.with_lines(
        range(node.start_mark.line, node.start_mark.line + 1), [f"{line[:column]}text: {line[column:]}"]
    )


def names(values: Sequence[str]) -> str:
    """A name by itself, none or several in brackets."""
    return values[0] if len(values) == 1 else f"[{', '.join(values)}]"


def _rows_of(file: VersionText, block: MappingNode, key: str) -> tuple[range, str]:
    """The lines of a key with its value, and the remark behind it."""
    name, value = next((name, value) for name, value in block.value if name.value == key)
    rows = _rows(name, value)
    end = value.end_mark
    inline = len(rows) == 1 and end.line == rows.start
    remark = file.lines[rows.start][end.column :].rstrip("\r\n") if inline else ""
    if remark.strip() and not remark.lstrip().startswith("#"):
        raise NotEditable("layout")
    return rows, remark if remark.strip() else ""


def _rows(name: Node, value: Node) -> range:
    """The lines on which a key and its value stand."""
    return range(name.start_mark.line, max(last_line(value), name.start_mark.line) + 1)


def _parts(node: Node, without: Container[str]) -> Iterator[MappingNode]:
    """Every mapping in a node, the outer ones first; none of what stands under some keys."""
    if isinstance(node, MappingNode):
        yield node
        for key, value in node.value:
            if key.value not in without:
                yield from _parts(value, without)
    elif isinstance(node, SequenceNode):
        for one in node.value:
            yield from _parts(one, without)


def _removals(file: VersionText, part: MappingNode, keys: Container[str]) -> Iterator[TextEdit]:
    """The places of some keys of a mapping that has others too."""
    leading = next((place for place, (key, _) in enumerate(part.value) if key.value not in keys), None)
    if leading is None:
        raise NotEditable("layout")
    gone = [place for place, (key, _) in enumerate(part.value) if key.value in keys]
    if part.flow_style:
        yield from (_removal_in_braces(part, place, leading) for place in gone)
        return
    if leading:
        yield _removal_of_first(file, part, leading)
    for place in gone:
        if place > leading:
            rows = _rows(*part.value[place])
            yield TextEdit(file.starts[rows.start], file.starts[rows.stop], "")


def _removal_in_braces(part: MappingNode, place: int, leading: int) -> TextEdit:
    """A key in braces goes with the comma before it, one of the first with that after it."""
    key, value = part.value[place]
    if place < leading:
        return TextEdit(key.start_mark.index, part.value[place + 1][0].start_mark.index, "")
    return TextEdit(part.value[place - 1][1].end_mark.index, value.end_mark.index, "")


def _removal_of_first(file: VersionText, part: MappingNode, leading: int) -> TextEdit:
    """The first keys taken out: what follows them stands behind the dash, and the remarks between before it."""
    first, column = part.start_mark.line, part.start_mark.column
    following = part.value[leading][0].start_mark
    gone = {row for pair in part.value[:leading] for row in _rows(*pair)}
    kept = [file.lines[row] for row in range(first, following.line) if row not in gone]
    return TextEdit(file.starts[first], following.index, "".join([*kept, file.lines[first][:column]]))


def _with_value_in_braces(file: VersionText, part: MappingNode, key: str, written: Sequence[str]) -> VersionText:
    """A key in braces with a value that says the same in them as on a line of its own."""
    (line,) = written if len(written) == 1 else ("",)
    try:
        alike = line and yaml.load(f"{{{line}}}", yaml_loader.BaseLoader) == yaml.load(line, yaml_loader.BaseLoader)
    except yaml.YAMLError:
        alike = False
    if not alike:
        raise NotEditable("in-braces")
    name, value = next((name, value) for name, value in part.value if name.value == key)
    return file.with_edits([TextEdit(name.start_mark.index, value.end_mark.index, line)])


def _with_new_key(file: VersionText, block: MappingNode, key: str, written: Sequence[str]) -> VersionText:
    """A key put behind those that are written before it."""
    order = ORDER if key in ORDER else ORDER_OF_FILE
    before = [value for name, value in block.value if order.index(name.value) < order.index(key)]
    indent = " " * block.start_mark.column
    lines = file.ended([indent + line for line in written])
    if before:
        place = max(map(last_line, before)) + 1
        return file.with_lines(range(place, place), lines)
    start, column = block.start_mark.line, block.start_mark.column
    line = file.lines[start]
    lines[0] = line[:column] + lines[0][column:]
    return file.with_lines(range(start, start + 1), [*lines, indent + line[column:]])

"""Single keys of a provision, written, changed or taken out."""

from collections.abc import Sequence

from yaml.nodes import MappingNode, ScalarNode

from protocolau.read.document import Location
from protocolau.repository.editing.version_text import NotEditable, VersionText, last_line, value_of

ORDER = (
    "id", "kind", "number", "heading", "text", "lang", "span", "topic", "by", "to", "about", "policies", "refers_to",
    "below", "look_at", "sure", "notes", "items", "table", "diagram", "provisions",
)  # fmt: skip
"""The order in which the keys of a provision are written."""


def with_key(file: VersionText, at: Location, key: str, written: Sequence[str] | None) -> VersionText:
    """The file with a key of a provision as it is written: its lines, not indented; None takes the key out.

    A remark behind a value of one line stays where the new one has one line too.
    """
    block = file.block(at)
    if value_of(block, key) is None:
        return file if written is None else _with_new_key(file, block, key, written)
    rows, remark = _rows_of(file, block, key)
    first = rows.start == block.start_mark.line
    if written is None:
        return _without_rows(file, block, rows) if first else file.with_lines(rows, [])
    indent = file.lines[rows.start][: block.start_mark.column] if first else " " * block.start_mark.column
    lines = [indent + written[0], *(" " * block.start_mark.column + line for line in written[1:])]
    if remark and len(lines) == 1:
        lines[0] += remark
    return file.with_lines(rows, file.ended(lines))


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
    rows = range(name.start_mark.line, max(last_line(value), name.start_mark.line) + 1)
    end = value.end_mark
    inline = len(rows) == 1 and end.line == rows.start
    remark = file.lines[rows.start][end.column :].rstrip("\r\n") if inline else ""
    if remark.strip() and not remark.lstrip().startswith("#"):
        raise NotEditable("layout")
    return rows, remark if remark.strip() else ""


def _without_rows(file: VersionText, block: MappingNode, rows: range) -> VersionText:
    """The first key taken out: what follows it stands behind the dash."""
    if len(block.value) < 2:
        raise NotEditable("layout")
    column = block.start_mark.column
    dashes = file.lines[rows.start][:column]
    following = block.value[1][0].start_mark.line
    kept = file.lines[rows.stop : following]
    line = dashes + file.lines[following][column:]
    return file.with_lines(range(rows.start, following + 1), [*kept, line])


def _with_new_key(file: VersionText, block: MappingNode, key: str, written: Sequence[str]) -> VersionText:
    """A key put behind those that are written before it."""
    before = [value for name, value in block.value if ORDER.index(name.value) < ORDER.index(key)]
    indent = " " * block.start_mark.column
    lines = file.ended([indent + line for line in written])
    if before:
        place = max(map(last_line, before)) + 1
        return file.with_lines(range(place, place), lines)
    start, column = block.start_mark.line, block.start_mark.column
    line = file.lines[start]
    lines[0] = line[:column] + lines[0][column:]
    return file.with_lines(range(start, start + 1), [*lines, indent + line[column:]])

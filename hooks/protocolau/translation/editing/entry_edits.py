"""The edits of the entries of one key: in place where they are, and into the list or out of it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import cast

from yaml.nodes import CollectionNode, MappingNode, Node, SequenceNode

from protocolau.runtime.yaml_scalars import quoted, scalar
from protocolau.translation.editing.entries import PlannedEntry, WrittenEntry
from protocolau.translation.editing.parsed_file import (
    ParsedFile,
    TextEdit,
    Values,
    as_mapping,
    inserted_lines,
    is_empty,
    items_of,
    line_end,
    line_start,
    next_line,
    quote_of,
    value_end,
    values_of,
)

_ITEM = "  "
"""How much further in the lines of an entry stand where it is one of a list."""


def entry_edits(
    file: ParsedFile, node: Node, before: Sequence[WrittenEntry], planned: Sequence[PlannedEntry]
) -> list[TextEdit]:
    """What makes of the value of a key, which has some entries, the planned ones."""
    if isinstance(node, SequenceNode):
        return list(_edits_of_list(file, node, before, planned))
    unit = as_mapping(node)
    becomes_list = len(planned) > 1
    own = list(_edits_of_entry(file, unit, before[0], _own(planned).entry, _ITEM if becomes_list else ""))
    if not becomes_list:
        return own
    return [*own, *(_list_in_braces if unit.flow_style else _list_of_block)(file, unit, planned, own)]


def values_of_entry(file: ParsedFile, entry: WrittenEntry, states_it: bool = False) -> Values:
    """The keys of an entry. Its state is written where it is not the file's, or where it is written already."""
    source, target = file.languages
    values: dict[str, str | tuple[str, ...] | Mapping[str, str]] = {
        source: entry.source[0] if len(entry.source) == 1 else entry.source,
        target: entry.target[0] if len(entry.target) == 1 else entry.target,
    }
    if states_it or entry.state != file.state:
        values["state"] = entry.state
    if entry.note:
        values["note"] = entry.note
    if entry.waive:
        values["waive"] = entry.waive
    return values


def block_lines(file: ParsedFile, entry: WrittenEntry) -> list[str]:
    """The lines of an entry in a block, not yet indented."""
    return [line for key, value in values_of_entry(file, entry).items() for line in _lines(key, value)]


def braces(file: ParsedFile, entry: WrittenEntry) -> str:
    """An entry between braces."""
    return "{" + ", ".join(f"{key}: {_inline(value)}" for key, value in values_of_entry(file, entry).items()) + "}"


def _lines(key: str, value: str | tuple[str, ...] | Mapping[str, str]) -> Iterator[str]:
    if isinstance(value, str):
        yield f"{key}: {scalar(value)}"
        return
    yield f"{key}:"
    if isinstance(value, Mapping):
        yield from (f"  {check}: {scalar(reason)}" for check, reason in value.items())
    else:
        yield from (f"  - {scalar(text)}" for text in value)


def _inline(value: str | tuple[str, ...] | Mapping[str, str]) -> str:
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{check}: {quoted(reason)}" for check, reason in value.items()) + "}"
    return "[" + ", ".join(map(quoted, value)) + "]"


# ---- one entry


def _edits_of_entry(
    file: ParsedFile, unit: MappingNode, before: WrittenEntry, after: WrittenEntry, further: str = ""
) -> Iterator[TextEdit]:
    """The edits of an entry that is there already. What stays is not touched; new lines stand `further` in."""
    present = values_of(unit)
    old = values_of_entry(file, before, "state" in present and not is_empty(present["state"]))
    new = values_of_entry(file, after, "state" in old)
    for key, value in new.items():
        if key in present and old.get(key) != value:
            yield _value_edit(file, present[key], value, unit.flow_style)
    yield from (_removal(file.text, unit, key) for key in ("note", "waive") if key in old and key not in new)
    yield from _new_keys(file, unit, {key: value for key, value in new.items() if key not in present}, further)


def _value_edit(
    file: ParsedFile, node: Node, value: str | tuple[str, ...] | Mapping[str, str], in_braces: bool
) -> TextEdit:
    """A value in place of another; what stands behind it on the line stays."""
    start, end = node.start_mark.index, value_end(file.text, node)
    is_scalar = isinstance(value, str) and not in_braces
    written = scalar(cast(str, value), quote_of(node)) if is_scalar else _inline(value)
    if isinstance(node, CollectionNode) and not node.flow_style:
        start = len(file.text[:start].rstrip())  # a block begins on a line of its own
        return TextEdit(start, end, f" {written}")
    return TextEdit(start, end, written if end > start else f" {written}")


def _removal(text: str, unit: MappingNode, name: str) -> TextEdit:
    """A key taken out: its lines, or its place between braces."""
    keys = [key.value for key, _ in unit.value]
    place = keys.index(name)
    key, node = unit.value[place]
    if not unit.flow_style:
        return TextEdit(line_start(text, key.start_mark.index), line_end(text, node), "")
    if place:
        return TextEdit(value_end(text, unit.value[place - 1][1]), value_end(text, node), "")
    return TextEdit(key.start_mark.index, unit.value[1][0].start_mark.index, "")


def _new_keys(file: ParsedFile, unit: MappingNode, wanted: Values, further: str) -> Iterator[TextEdit]:
    """A state goes below the words, a note below both."""
    indent = further + " " * unit.start_mark.column
    for key, value in wanted.items():
        ends = {name: value_end(file.text, node) for name, node in values_of(unit).items()}
        above = [end for name, end in ends.items() if key == "waive" or name in {*file.languages, "state"}]
        if unit.flow_style:
            yield TextEdit(max(above), max(above), f", {key}: {_inline(value)}")
        else:
            lines = file.newline.join(indent + line for line in _lines(key, value))
            yield inserted_lines(file, next_line(file.text, max(above)), lines)


# ---- a list of entries


def _edits_of_list(
    file: ParsedFile, node: SequenceNode, before: Sequence[WrittenEntry], planned: Sequence[PlannedEntry]
) -> Iterator[TextEdit]:
    """Entries edited, taken out and put in. A new one stands behind the one that goes before it in the clause."""
    items = items_of(node)
    kept = {plan.old for plan in planned}
    for index in range(len(items)):
        if index not in kept:
            yield _item_removal(file.text, items, index, node.flow_style)
    last: int | None = None
    for plan in planned:
        if plan.old is None:
            yield _item_addition(file, node, items, last, plan.entry)
        else:
            last = plan.old
            yield from _edits_of_entry(file, items[last], before[last], plan.entry)


def _item_removal(text: str, items: Sequence[MappingNode], index: int, in_brackets: bool) -> TextEdit:
    """An entry taken out of its list; never the first, whose place the entry that takes it in has."""
    item = items[index]
    if in_brackets:
        return TextEdit(value_end(text, items[index - 1]), value_end(text, item), "")
    return TextEdit(line_start(text, item.start_mark.index), line_end(text, item), "")


def _item_addition(
    file: ParsedFile, node: SequenceNode, items: Sequence[MappingNode], after: int | None, entry: WrittenEntry
) -> TextEdit:
    """An entry put into a list, behind another or before all."""
    if node.flow_style:
        if after is None:
            start = items[0].start_mark.index
            return TextEdit(start, start, f"{braces(file, entry)}, ")
        end = value_end(file.text, items[after])
        return TextEdit(end, end, f", {braces(file, entry)}")
    start = line_start(file.text, node.start_mark.index)
    position = start if after is None else line_end(file.text, items[after])
    return inserted_lines(file, position, item_lines(file, entry, " " * node.start_mark.column))


def item_lines(file: ParsedFile, entry: WrittenEntry, indent: str) -> str:
    """The lines of an entry of a list."""
    first, *others = block_lines(file, entry)
    return file.newline.join([f"{indent}- {first}", *(f"{indent}  {line}" for line in others)])


# ---- from one entry to a list


def _own(planned: Sequence[PlannedEntry]) -> PlannedEntry:
    return next(plan for plan in planned if plan.old is not None)


def _list_in_braces(
    file: ParsedFile, unit: MappingNode, planned: Sequence[PlannedEntry], own: Sequence[TextEdit]
) -> Iterator[TextEdit]:
    """A list about an entry in braces, with what is new before and behind it."""
    place = planned.index(_own(planned))
    before = "".join(f"{braces(file, plan.entry)}, " for plan in planned[:place])
    behind = "".join(f", {braces(file, plan.entry)}" for plan in planned[place + 1 :])
    start, end = unit.start_mark.index, value_end(file.text, unit)
    yield TextEdit(start, start, f"[{before}")
    yield TextEdit(end, end, f"{behind}]")


def _list_of_block(
    file: ParsedFile, unit: MappingNode, planned: Sequence[PlannedEntry], own: Sequence[TextEdit]
) -> Iterator[TextEdit]:
    """An entry's block made an item: a dash before its first key, the other lines two columns further in."""
    indent, place = " " * unit.start_mark.column, planned.index(_own(planned))
    start, end = unit.start_mark.index, line_end(file.text, unit)
    before, behind = (
        [item_lines(file, plan.entry, indent) for plan in plans] for plans in (planned[:place], planned[place + 1 :])
    )
    yield from (inserted_lines(file, line_start(file.text, start), lines) for lines in before)
    yield TextEdit(start, start, "- ")
    replaced = [edit for edit in own if edit.end > edit.start]
    line = next_line(file.text, start)
    while line < end:
        if file.text[line : next_line(file.text, line)].strip() and not any(
            edit.start <= line < edit.end for edit in replaced
        ):
            yield TextEdit(line, line, _ITEM)
        line = next_line(file.text, line)
    yield from (inserted_lines(file, end, lines) for lines in behind)

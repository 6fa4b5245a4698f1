"""A translation file with some of its units changed, and every other character as it was.

The file is never written anew from its values: the parser says where each value stands, and only
these places are replaced. Comments, order, quotes and line ends of the rest stay, since
nothing touches them.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from protocolau.runtime.yaml_scalars import quoted
from protocolau.translation.editing.entries import PlannedEntry
from protocolau.translation.editing.entry_edits import block_lines, braces, entry_edits, item_lines
from protocolau.translation.editing.parsed_file import (
    ParsedFile,
    TextEdit,
    applied,
    inserted_lines,
    line_end,
    values_of,
)


@dataclass(frozen=True, slots=True)
class KeyPlan:
    """What is to stand under a key of the file."""

    key: str
    entries: Sequence[PlannedEntry]
    is_list: bool
    """Whether the entries stand in a list where the key is new, which a clause of several statements has."""


def edited_text(file: ParsedFile, plans: Sequence[KeyPlan], order: Sequence[str]) -> str:
    """The text of a translation file with what stands under some keys changed or added.

    `order` is every key in the order of the document: a new one is put after the nearest one before it.
    """
    present = values_of(file.units)
    edits = [
        edit
        for plan in plans
        if plan.key in present
        for edit in entry_edits(file, present[plan.key], file.entries(plan.key), plan.entries)
    ]
    added = sorted((plan for plan in plans if plan.key not in present), key=lambda plan: order.index(plan.key))
    return applied(file.text, [*edits, *_additions(file, added, order)])


def _additions(file: ParsedFile, added: Sequence[KeyPlan], order: Sequence[str]) -> Iterator[TextEdit]:
    """The places for keys that are not there yet, in the order of the document."""
    if not added:
        return
    if file.units.flow_style:
        yield _rewritten_braces(file, added)
        return
    places = {name: place for place, name in enumerate(order)}
    known = sorted((places[key.value], index) for index, (key, _) in enumerate(file.units.value) if key.value in places)
    for plan in added:
        before = bisect_left(known, (places[plan.key], 0)) - 1
        yield _addition(file, plan, known[before][1] if before >= 0 else None)


def _addition(file: ParsedFile, plan: KeyPlan, after: int | None) -> TextEdit:
    """A new key after one of those in the file, or before all of them."""
    units = file.units
    indent = units.start_mark.column
    if after is None:
        key = next(key for key, _ in file.root.value if key.value == "units")
        position = file.text.index("\n", key.end_mark.index) + 1
    else:
        position = line_end(file.text, units.value[after][1])
    return inserted_lines(file, position, _block(file, plan, " " * indent))


def _rewritten_braces(file: ParsedFile, added: Sequence[KeyPlan]) -> TextEdit:
    """Units in braces: taken out of them where there are none yet, else one more goes inside."""
    units = file.units
    if units.value:
        more = "".join(f", {quoted(plan.key)}: {_in_braces(file, plan)}" for plan in added)
        end = units.value[-1][1].end_mark.index
        return TextEdit(end, end, more)
    blocks = file.newline.join(_block(file, plan, "  ") for plan in added)
    start = units.start_mark.index
    return TextEdit(start - (file.text[start - 1] == " "), units.end_mark.index, file.newline + blocks)


def _block(file: ParsedFile, plan: KeyPlan, indent: str) -> str:
    entries = [entry for _, entry in plan.entries]
    if plan.is_list or len(entries) > 1:
        lines = [item_lines(file, entry, f"{indent}  ") for entry in entries]
    else:
        lines = [f"{indent}  {line}" for line in block_lines(file, entries[0])]
    return file.newline.join([f"{indent}{quoted(plan.key)}:", *lines])


def _in_braces(file: ParsedFile, plan: KeyPlan) -> str:
    written = ", ".join(braces(file, entry) for _, entry in plan.entries)
    return f"[{written}]" if plan.is_list or len(plan.entries) > 1 else written

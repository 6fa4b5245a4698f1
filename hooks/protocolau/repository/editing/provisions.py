"""Provisions moved a level in or out, joined with the one before, and their statements said anew.

The words of a document and their order stay whatever is moved: what follows a provision that goes out goes with it.
Each change gives the file anew, and raises NotEditable where it cannot be made.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from yaml.nodes import SequenceNode

from protocolau.read.document import Location
from protocolau.repository.editing.keys import as_block, names, with_key
from protocolau.repository.editing.version_text import Lines, NotEditable, VersionText, last_line, moved, value_of
from protocolau.runtime.yaml_scalars import quoted, scalar

LISTS = ("items", "provisions")


@dataclass(frozen=True, slots=True)
class SaidAnew:
    """A statement as a person says it: its words, and what is said of them."""

    text: str
    topics: tuple[str, ...] = ()
    by: tuple[str, ...] | None = None
    """None where the words above say it; nobody where it is empty."""
    to: tuple[str, ...] | None = None
    about: tuple[str, ...] | None = None
    policies: tuple[str, ...] = ()
    refers_to: tuple[str, ...] = ()
    joined_by: str = " "


def with_statements(file: VersionText, at: Location, said: Sequence[SaidAnew]) -> VersionText:
    """The file with the text of a provision or cell cut into some statements, and what is said of each."""
    file = as_block(file, at)
    tags = ("topic", "by", "to", "about", "policies", "refers_to")
    if len(said) == 1:
        if isinstance(file.node((*at, "text")), SequenceNode):
            file = with_key(file, at, "text", [f"text: {scalar(said[0].text)}"])
        written = dict(_tag_lines(said[0]))
        for tag in tags:
            file = with_key(file, at, tag, [written[tag]] if tag in written else None)
        return file
    for tag in tags:
        file = with_key(file, at, tag, None)
    lines = ["text:"]
    for one in said:
        lines.append(f"  - says: {scalar(one.text)}")
        lines += [f"    {line}" for _, line in _tag_lines(one)]
        lines += [f"    joined_by: {quoted(one.joined_by)}"] * (one.joined_by != " ")
    return with_key(file, at, "text", lines)


def _tag_lines(said: SaidAnew) -> list[tuple[str, str]]:
    values: list[tuple[str, tuple[str, ...] | None]] = [
        ("topic", said.topics or None), ("by", said.by), ("to", said.to), ("about", said.about),
        ("policies", said.policies or None), ("refers_to", tuple(map(quoted, said.refers_to)) or None),
    ]  # fmt: skip
    return [(tag, f"{tag}: {names(value)}") for tag, value in values if value is not None]


def with_below(file: VersionText, at: Location, below: Mapping[str, tuple[str, ...]]) -> VersionText:
    """The file with what the words of a provision say of all that stands below it."""
    said = ", ".join(f"{key}: {names(value)}" for key, value in below.items() if value)
    return with_key(file, at, "below", [f"below: {{{said}}}"] if said else None)


def with_number(file: VersionText, at: Location, number: str) -> VersionText:
    """The file with another printed number of a provision; none where it is empty."""
    return with_key(file, at, "number", [f"number: {quoted(number)}"] if number else None)


def with_heading(file: VersionText, at: Location, heading: str) -> VersionText:
    """The file with another heading of a provision; none where it is empty."""
    return with_key(file, at, "heading", [f"heading: {scalar(heading)}"] if heading else None)


def text_as_heading(file: VersionText, at: Location) -> VersionText:
    """The file with the text of a provision as its heading."""
    block = file.block(at)
    text = value_of(block, "text")
    if text is None or isinstance(text, SequenceNode) or value_of(block, "heading") is not None:
        raise NotEditable("words-only")
    for tag in ("topic", "by", "to", "about", "policies", "refers_to", "look_at", "sure"):
        file = with_key(file, at, tag, None)
    file = with_key(file, at, "heading", [f"heading: {scalar(str(text.value))}"])
    return with_key(file, at, "text", None)


def heading_as_text(file: VersionText, at: Location) -> VersionText:
    """The file with the heading of a provision as its text."""
    block = file.block(at)
    heading = value_of(block, "heading")
    if heading is None or value_of(block, "text") is not None:
        raise NotEditable("words-only")
    file = with_key(file, at, "text", [f"text: {scalar(str(heading.value))}"])
    return with_key(file, at, "heading", None)


def joined_to_previous(file: VersionText, at: Location) -> VersionText:
    """The file with the words of a provision, which has nothing else, behind those of the one before it."""
    previous = _previous(at)
    block, before = file.block(at), file.block(previous)
    text, first = value_of(block, "text"), value_of(before, "text")
    words_alone = {"text", "topic", "by", "to", "about", "look_at", "sure"} >= {key.value for key, _ in block.value}
    has_below = any(value_of(before, key) is not None for key in (*LISTS, "table", "diagram"))
    if not words_alone or text is None or first is None or has_below:
        raise NotEditable("words-only")
    if isinstance(text, SequenceNode) or isinstance(first, SequenceNode):
        raise NotEditable("words-only")
    file = file.with_lines(file.rows(at), [])
    return with_key(file, previous, "text", [f"text: {scalar(f'{first.value} {text.value}')}"])


def moved_in(file: VersionText, at: Location, into: str) -> VersionText:
    """The file with a provision as the last of what stands inside the one before it, in its `items` or `provisions`."""
    previous = _previous(at)
    before = file.block(previous)
    if into == "items" and any(value_of(before, key) is not None for key in ("table", "provisions")):
        raise NotEditable("not-last")
    rows, lines = file.rows(at), file.lines
    block = [lines[row] for row in rows]
    existing = value_of(before, into)
    if existing is not None and not isinstance(existing, SequenceNode):
        raise NotEditable("layout")
    column = before.start_mark.column
    dash = column + 2
    if existing is not None:
        if existing.flow_style:
            raise NotEditable("in-braces")
        dash = existing.start_mark.column
    new = moved(block, dash - file.dash(at))
    if existing is None:
        new = [f"{' ' * column}{into}:{file.newline}", *new]
    between = lines[last_line(before) + 1 : rows.start]
    place = last_line(existing or before) + 1
    rest = lines[place : last_line(before) + 1]
    return file.with_lines(range(place, rows.stop), file.ended([*between, *new, *rest]))


def moved_out(file: VersionText, at: Location) -> VersionText:
    """The file with a provision, and every one that follows it in the same list, behind the one that holds them."""
    parent, within = at[:-2], at[-2]
    if len(at) < 4 or within not in LISTS:
        raise NotEditable("outermost")
    if parent[-2] not in (*LISTS, "body"):
        raise NotEditable("outermost")
    holder = file.block(parent)
    siblings = cast(SequenceNode, file.node(at[:-1]))
    if siblings.flow_style:
        raise NotEditable("in-braces")
    if last_line(siblings) != last_line(holder):
        raise NotEditable("not-last")
    first, last = file.line_of(at), last_line(siblings)
    start = first if at[-1] else siblings.start_mark.line - 1
    if not at[-1] and not file.lines[start].strip().startswith(f"{within}:"):
        raise NotEditable("layout")
    out = moved(file.lines[first : last + 1], file.dash(parent) - siblings.start_mark.column)
    return file.with_lines(range(start, last + 1), out)


def with_looked_at(file: VersionText, at: Location) -> VersionText:
    """The file without the marks that ask a person to look at a provision or cell."""
    return with_key(with_key(file, at, "look_at", None), at, "sure", None)


def without_awaiting_review(file: VersionText) -> VersionText:
    """The file of a version that no longer awaits review."""
    top = file.block(())
    found = [key.start_mark.line for key, _ in top.value if key.value == "awaiting_review"]
    lines: Lines = file.lines
    return VersionText("".join(line for row, line in enumerate(lines) if row not in found))


def _previous(at: Location) -> Location:
    """The place of the provision before one in the same list."""
    place = at[-1]
    if not isinstance(place, int) or not place or at[-2] not in (*LISTS, "body"):
        raise NotEditable("no-previous")
    return (*at[:-1], place - 1)

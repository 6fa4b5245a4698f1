"""The text of a version's file with the places of its parts, and cuts and insertions made in it.

Where a part begins and ends is told by PyYAML's nodes. A provision is the lines from its dash to the last line of its
words; a comment above the next one belongs to the next one, and goes where that goes.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from protocolau.read.document import Location
from protocolau.runtime import yaml_loader
from protocolau.translation.editing.parsed_file import TextEdit, applied

Lines = list[str]


class NotEditable(Exception):
    """A change that cannot be made safely: what is in the way, and what to do instead."""

    def __init__(self, word: str):
        super().__init__(word)
        self.word = word
        """Which of the reasons it is: `in-braces`, `not-last`, `no-previous`, `outermost`, `words-only` or `layout`."""


@dataclass(frozen=True)
class VersionText:
    """A version's file as it stands."""

    text: str

    @cached_property
    def lines(self) -> Lines:
        """Its lines with their ends."""
        return self.text.splitlines(keepends=True)

    @cached_property
    def starts(self) -> Sequence[int]:
        """Where each of its lines begins, and where the last one ends."""
        return list(accumulate(map(len, self.lines), initial=0))

    @cached_property
    def newline(self) -> str:
        """How its lines end."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @cached_property
    def top(self) -> Node:
        """The node that holds all others. Raises NotEditable for an empty file."""
        node = yaml.compose(self.text, Loader=yaml_loader.SafeLoader)
        if node is None:
            raise NotEditable("layout")
        return node

    def node(self, at: Location) -> Node:
        """The node at a location. Raises NotEditable where there is none."""
        node = self.top
        for step in at:
            if isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.value):
                node = node.value[step]
            elif isinstance(node, MappingNode) and (found := value_of(node, str(step))) is not None:
                node = found
            else:
                raise NotEditable("layout")
        return node

    def mapping(self, at: Location) -> MappingNode:
        """The mapping at a location. Raises NotEditable where there is none."""
        node = self.node(at)
        if not isinstance(node, MappingNode):
            raise NotEditable("layout")
        return node

    def block(self, at: Location) -> MappingNode:
        """The mapping at a location, written on lines of its own. Raises NotEditable where it is not."""
        node = self.mapping(at)
        if node.flow_style:
            raise NotEditable("in-braces")
        return node

    def line_of(self, at: Location) -> int:
        """The line, from 0, on which a part begins: that of its dash, where it is one of a list."""
        return self.node(at).start_mark.line

    def rows(self, at: Location) -> range:
        """The lines of one of a list, from its dash to its last words."""
        node = self.node(at)
        return range(node.start_mark.line, last_line(node) + 1)

    def dash(self, at: Location) -> int:
        """The column of the dash of one of a list."""
        return self.lines[self.line_of(at)].rindex("-", 0, self.node(at).start_mark.column)

    def with_lines(self, rows: range, new: Sequence[str]) -> "VersionText":
        """The file with other lines in the place of some."""
        before, after = self.lines[: rows.start], self.lines[rows.stop :]
        if before and new and not before[-1].endswith("\n"):
            before[-1] += self.newline
        return VersionText("".join([*before, *new, *after]))

    def with_edits(self, edits: Iterable[TextEdit]) -> "VersionText":
        """The file with some stretches of it replaced."""
        return VersionText(applied(self.text, edits))

    def ended(self, lines: Sequence[str]) -> Lines:
        """Lines with their ends."""
        return [line.rstrip("\r\n") + self.newline for line in lines]


def value_of(node: MappingNode, key: str) -> Node | None:
    """What stands under a key."""
    return next((value for name, value in node.value if name.value == key), None)


def last_line(node: Node) -> int:
    """The last line, from 0, on which words of a node stand."""
    if isinstance(node, ScalarNode) or (isinstance(node, MappingNode | SequenceNode) and node.flow_style):
        end = node.end_mark
        return end.line if end.column or end.line == node.start_mark.line else end.line - 1
    if isinstance(node, MappingNode):
        return max((last_line(value) for _, value in node.value), default=node.start_mark.line)
    return max((last_line(value) for value in node.value), default=node.start_mark.line)


def moved(lines: Sequence[str], columns: int) -> Lines:
    """Lines that stand so many columns further in, or out."""
    if columns >= 0:
        return [" " * columns + line if line.strip() else line for line in lines]
    return [line[-columns:] if not line[:-columns].strip() else line.lstrip(" ") for line in lines]

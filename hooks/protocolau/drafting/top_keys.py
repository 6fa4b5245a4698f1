"""The YAML of a version with some of its keys set or taken out, and every other character as it was.

The parser says where each key and value stands, and only these places are touched.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import yaml


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    replacement: str = ""


_Pair = tuple[yaml.nodes.Node, yaml.nodes.Node]


def with_keys(text: str, values: dict[str, str], after: str) -> str:
    """The text with keys of its top set; one that is not there yet comes after another one."""
    pairs = {key.value: (key, value) for key, value in _root(text).value}
    present = [_Edit(*_span(pairs[name][1]), value) for name, value in values.items() if name in pairs]
    place = _end_of_line(text, pairs[after][1].end_mark.index)
    new = "".join(f"{name}: {value}\n" for name, value in values.items() if name not in pairs)
    return _applied(text, [*present, _Edit(place, place, new)])


def without_top_keys(text: str, names: Iterable[str]) -> str:
    """The text without some keys of its top."""
    wanted = set(names)
    return _applied(text, (edit for edit in _removals(text, _root(text), wanted)))


def with_source(text: str, file: str) -> str:
    """The text with another name for the file of its source, where it has one."""
    for key, value in _root(text).value:
        if key.value == "source" and isinstance(value, yaml.MappingNode):
            for inner, name in value.value:
                if inner.value == "file":
                    return _applied(text, [_Edit(*_span(name), file)])
    return text


def without_keys(text: str, names: Iterable[str]) -> str:
    """The text without some keys, wherever they stand in it."""
    wanted = set(names)
    return _applied(text, (edit for node in _mappings(_root(text)) for edit in _removals(text, node, wanted)))


def _root(text: str) -> yaml.MappingNode:
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert isinstance(root, yaml.MappingNode), "a version that has been read is made of keys and values"
    return root


def _mappings(node: yaml.nodes.Node) -> Iterator[yaml.MappingNode]:
    """Every mapping in a node, the outer ones first."""
    if isinstance(node, yaml.MappingNode):
        yield node
        for _, value in node.value:
            yield from _mappings(value)
    elif isinstance(node, yaml.SequenceNode):
        for one in node.value:
            yield from _mappings(one)


def _removals(text: str, node: yaml.MappingNode, names: set[str]) -> Iterator[_Edit]:
    """The places of some keys of a mapping: up to the key that follows, or to the end of the line of the last.

    In braces the last goes with the comma before it.
    """
    pairs: list[_Pair] = node.value
    for before, (key, value), following in zip([None, *pairs[:-1]], pairs, [*pairs[1:], None], strict=True):
        if key.value not in names:
            continue
        if node.flow_style and before:
            yield _Edit(before[1].end_mark.index, value.end_mark.index)
        elif following:
            yield _Edit(key.start_mark.index, following[0].start_mark.index)
        else:
            yield _Edit(text.rindex("\n", 0, key.start_mark.index) + 1, _end_of_line(text, _last_index(value)))


def _last_index(node: yaml.nodes.Node) -> int:
    """Where the last words of a node end; the parser counts the remarks after a list as its own."""
    if isinstance(node, yaml.SequenceNode) and node.value and not node.flow_style:
        return _last_index(node.value[-1])
    if isinstance(node, yaml.MappingNode) and node.value and not node.flow_style:
        return _last_index(node.value[-1][1])
    return int(node.end_mark.index)


def _span(node: yaml.nodes.Node) -> tuple[int, int]:
    return node.start_mark.index, node.end_mark.index


def _end_of_line(text: str, index: int) -> int:
    return (text.find("\n", index) + 1) or len(text)


def _applied(text: str, edits: Iterable[_Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text

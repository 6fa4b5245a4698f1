"""Welsh words put into a data file that holds both languages, every other byte of which stays."""

from collections.abc import Iterator, Mapping
from typing import cast

import yaml
from yaml.nodes import MappingNode, Node

from protocolau.runtime import yaml_loader
from protocolau.runtime.yaml_scalars import quoted, scalar
from protocolau.translation.editing.parsed_file import TextEdit, applied, quote_of, value_end, values_of
from protocolau.translation.own_words.bilingual_data import entries


def with_welsh(text: str, words: Mapping[str, str]) -> str:
    """The text of a file with other Welsh for some of its entries, by their keys.

    Raises ValueError where the file is laid out so that it cannot be done safely.
    """
    root = yaml.compose(text, Loader=yaml_loader.SafeLoader)
    edits = [_edit(text, node, words[key], in_braces) for key, node, in_braces in _welsh(root, ()) if key in words]
    edited = applied(text, edits)
    if _by_key(edited) != {**_by_key(text), **words}:
        raise ValueError("the words cannot be put in place")
    return edited


def _by_key(text: str) -> dict[str, str]:
    return {one.key: one.target for one in entries(yaml.load(text, Loader=yaml_loader.SafeLoader))}


def _welsh(node: Node | None, above: tuple[str, ...], in_braces: bool = False) -> Iterator[tuple[str, Node, bool]]:
    """The node of each Welsh text with its key, and whether it stands in braces."""
    if not isinstance(node, MappingNode):
        return
    values, key = values_of(node), ".".join(above)
    in_braces = in_braces or bool(node.flow_style)
    if set(values) != {"en", "cy"}:
        for name, value in values.items():
            yield from _welsh(value, (*above, str(name)), in_braces)
    elif isinstance(values["cy"], MappingNode):
        in_braces = in_braces or bool(values["cy"].flow_style)
        yield from ((f"{key}[{form}]", one, in_braces) for form, one in values_of(values["cy"]).items())
    else:
        yield key, values["cy"], in_braces


def _edit(text: str, node: Node, words: str, in_braces: bool) -> TextEdit:
    style = quote_of(node)
    written = quoted(words) if in_braces and style != "'" else scalar(words, style)
    return TextEdit(cast(int, node.start_mark.index), value_end(text, node), written)

"""XML as it is written for translators' programs: a root, elements of its namespace, and the bytes of a file."""

from collections.abc import Mapping
from typing import cast

from lxml import etree


def root_of(namespace: str, name: str, attributes: Mapping[str, str], **prefixes: str) -> etree._Element:
    """The root of a file; `prefixes` are those of further namespaces."""
    spaces = cast(dict[str, str], {None: namespace} | prefixes)
    return etree.Element(f"{{{namespace}}}{name}", dict(attributes), nsmap=spaces)


def add(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    """Puts an element into another one. It is of the file's own namespace unless its name says of which it is; `_` in
    the name of an attribute stands for `-`.
    """
    tag = name if name.startswith("{") else f"{{{parent.nsmap[None]}}}{name}"
    element = etree.SubElement(parent, tag, {key.replace("_", "-"): value for key, value in attributes.items()})
    element.text = text
    return element


def file_of(root: etree._Element) -> bytes:
    """The bytes of a file."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"

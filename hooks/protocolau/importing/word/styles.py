"""Word's styles: what a paragraph or a run takes from the style in which it is set, and from those below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_OFF = {"0", "false", "off", "none"}
_HEADING = re.compile(r"heading (\d)", re.IGNORECASE)
_LONGEST_CHAIN = 50


@dataclass(frozen=True)
class Style:
    """A style: its name, what it is based on and its own properties."""

    id: str
    name: str
    kind: str
    based_on: str | None
    paragraph: Element | None
    run: Element | None


@dataclass(frozen=True)
class Styles:
    """Every style of a document."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default: str | None = None
    """The style of a paragraph that names none."""
    run_defaults: Element | None = None

    @classmethod
    def of(cls, root: Element | None) -> "Styles":
        """The styles of a part."""
        if root is None:
            return cls()
        found = {style.id: style for element in root.iterfind("w.style") for style in _style(element)}
        defaults = [
            element.get("w.styleId")
            for element in root.iterfind("w.style")
            if element.get("w.type", "paragraph") == "paragraph" and on(element, "w.default", attribute=True)
        ]
        return cls(found, defaults[0] if defaults else None, root.find("w.docDefaults/w.rPrDefault/w.rPr"))

    def chain(self, style: str | None) -> Iterator[Style]:
        """A style and those that it is based on, the nearest first."""
        seen: set[str] = set()
        while style and style in self.by_id and style not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            yield self.by_id[style]
            style = self.by_id[style].based_on

    def of_paragraph(self, properties: Element | None) -> str | None:
        """The id of the style of a paragraph with these properties."""
        named = value(properties, "w.pStyle")
        return named if named in self.by_id else self.default

    def paragraph_property(self, properties: Element | None, style: str | None, tag: str) -> Element | None:
        """A property of a paragraph: its own, else the nearest style's."""
        own = properties.find(tag) if properties is not None else None
        if own is not None:
            return own
        for one in self.chain(style):
            if one.paragraph is not None and (found := one.paragraph.find(tag)) is not None:
                return found
        return None

    def outline(self, properties: Element | None, style: str | None) -> int | None:
        """The level of a paragraph as a heading, from 0."""
        level = number(self.paragraph_property(properties, style, "w.outlineLvl"))
        if level is not None:
            return level if 0 <= level < 9 else None
        names = [match for one in self.chain(style) if (match := _HEADING.match(one.name))]
        return int(names[0][1]) - 1 if names else None

    def run_property(self, properties: Element | None, style: str | None, tag: str) -> Element | None:
        """A property of a run: its own, else its character style's, the paragraph's style's, the document's."""
        if properties is not None and (own := properties.find(tag)) is not None:
            return own
        for name in (value(properties, "w.rStyle"), style):
            for one in self.chain(name):
                if one.run is not None and (found := one.run.find(tag)) is not None:
                    return found
        return self.run_defaults.find(tag) if self.run_defaults is not None else None

    def name(self, style: str | None) -> str:
        """The name by which a style is known, or nothing."""
        return self.by_id[style].name if style in self.by_id else ""


def _style(element: Element) -> Iterator[Style]:
    if name := element.get("w.styleId"):
        yield Style(
            name,
            value(element, "w.name") or name,
            element.get("w.type", "paragraph"),
            value(element, "w.basedOn"),
            element.find("w.pPr"),
            element.find("w.rPr"),
        )


def value(parent: Element | None, tag: str) -> str | None:
    """The value of a property."""
    element = parent.find(tag) if parent is not None else None
    return element.get("w.val") if element is not None else None


def number(element: Element | None) -> int | None:
    """The value of a property that is a number, or None."""
    written = element.get("w.val", "") if element is not None else ""
    return int(written) if re.fullmatch(r"-?\d{1,9}", written) else None


def on(element: Element | None, name: str = "w.val", attribute: bool = False) -> bool:
    """Whether a switch is on: it is when it stands without a value, and not when it does not stand."""
    if element is None:
        return False
    return element.get(name, "0" if attribute else "1").lower() not in _OFF

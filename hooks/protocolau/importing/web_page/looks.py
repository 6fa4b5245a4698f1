"""How the words of a page look: by their elements, by the styles of these, and by the style sheets in it."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from protocolau.importing.web_page.elements import STRUCK
from protocolau.importing.web_page.list_styles import sheets

_REMARK = re.compile(r"/\*.*?(?:\*/|\Z)|<!--|-->", re.DOTALL)
_AT_RULE = re.compile(r"@[\w-]+[^{};@]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_OF_CLASS = re.compile(r"(?:[a-z]\w*)?\.([\w-]+)", re.IGNORECASE)
_CLASS = re.compile(r"\.([\w-]+)")
_SHOWN = re.compile(r"\bdisplay\s*:\s*(?!none)\w|\bvisibility\s*:\s*visible", re.IGNORECASE)
_NOT_SHOWN = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*hidden)\b[^;]*", re.IGNORECASE)
_BOLD = re.compile(r"bold|[6-9]00", re.IGNORECASE)
_LEAN = re.compile(r"normal|[1-5]00|light", re.IGNORECASE)

_LENGTH = re.compile(r"(\d{1,3}(?:\.\d{1,3})?)(pt|px|em|rem|cm|in)")
_UNITS = {"pt": 20, "px": 15, "em": 240, "rem": 240, "cm": 567, "in": 1440}


@dataclass(frozen=True, slots=True)
class Look:
    """How words look."""

    bold: bool = False
    italic: bool = False
    underlined: bool = False
    struck: bool = False
    raised: bool = False
    capitals: bool = False
    indent: int = 0
    """How far they are set in by styles, in twentieths of a point."""

    def inside(self, tag: str, style: str) -> "Look":
        """How words look in an element that stands in words of this look, given what styles say of it."""
        lines = _said("text-decoration(?:-line)?", style)
        weight, slope = _said("font(?:-weight)?", style), _said("font(?:-style)?", style)
        raised, case = _said("vertical-align", style), _said("text-transform", style)
        return Look(
            bold=_turned(tag in ("b", "strong", "th") or self.bold, _BOLD.search(weight), _LEAN.fullmatch(weight)),
            italic=_turned(
                tag in ("i", "em", "cite") or self.italic, re.search("italic|oblique", slope), slope == "normal"
            ),
            underlined=self.underlined or tag == "u" or "underline" in lines,
            struck=self.struck or tag in STRUCK or "line-through" in lines,
            raised=self.raised or tag == "sup" or raised == "super",
            capitals=_turned(self.capitals, case == "uppercase", case != ""),
            indent=self.indent + sum(_twentieths(_said(f"{name}-left", style)) for name in ("margin", "padding")),
        )


def _twentieths(length: str) -> int:
    """A length of a style in twentieths of a point; 0 where it is none, or none that is known."""
    found = _LENGTH.fullmatch(length)
    return round(float(found[1]) * _UNITS[found[2]]) if found else 0


def _turned(so_far: bool, on: object, off: object) -> bool:
    return True if on else False if off else so_far


def _said(name: str, style: str) -> str:
    """What styles say last of a property; nothing where they do not speak of it."""
    found = re.findall(rf"(?:^|;)\s*{name}\s*:\s*([^;]*)", style, re.IGNORECASE) if ":" in style else []
    return str(found[-1]).replace("!important", "").strip().lower() if found else ""


def style_of(given: Mapping[str, str | None], rules: Mapping[str, str]) -> str:
    """All that styles say of an element, by its classes and by itself, the last word of each property counting."""
    classes = (given.get("class") or "").split() if rules else ()
    return ";".join((*(rules[one] for one in classes if one in rules), given.get("style") or ""))


def rules_of_classes(page: str) -> dict[str, str]:
    """What the style sheets of a page say of each class, whatever stands around it.

    A class is not called hidden where another rule shows it: a script opens it, or closes what is beside it.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    opened: set[str] = set()
    for selector, said in _rules(page):
        if name := _OF_CLASS.fullmatch(selector):
            found[name[1]].append(said)
        elif _SHOWN.search(said):
            opened.update(_CLASS.findall(selector))
    rules = {name: ";".join(said) for name, said in found.items()}
    return {name: _NOT_SHOWN.sub("", said) if name in opened else said for name, said in rules.items()}


def _rules(page: str) -> Iterator[tuple[str, str]]:
    for rule in _AT_RULE.sub("", _REMARK.sub(" ", sheets(page))).split("}"):
        selectors, _, said = rule.rpartition("{")
        yield from ((selector.strip(), said) for selector in selectors.rpartition(";")[2].split(","))

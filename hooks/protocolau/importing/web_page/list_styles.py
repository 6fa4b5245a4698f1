"""How the styles of a page have the numbers of its lists written, where they say so by the name of a class."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from protocolau.importing.number_formats import written

_STYLES = {
    "decimal": "decimal", "lower-alpha": "lowerLetter", "lower-latin": "lowerLetter", "upper-alpha": "upperLetter",
    "upper-latin": "upperLetter", "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none",
}  # fmt: skip
_TYPES = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "1": "decimal"}
_LIST_STYLE = re.compile(r"\blist-style(?:-type)?\s*:[^;}]*?\b(" + "|".join(_STYLES) + r")\b", re.IGNORECASE)
_SHEET = re.compile(r"<style\b([^<>]*)>((?:[^<]+|<(?!/?style\b))*+)", re.IGNORECASE)
_OF_CLASS = re.compile(r"(?<![\w.-])(?:ol)?\.([\w-]+)\s*\{([^{}]*)\}")
_OF_LISTS = re.compile(r"<(/?)(ol|ul|li)\b([^<>]*)", re.IGNORECASE)
_BEFORE = re.compile(r"\.(lst-kix_[\w-]+-(\d+))\s*>\s*li:before\s*\{\s*content:([^{}]*)\}")
_PART = re.compile(r"\"([^\"]*)\"|counter\(lst-ctn-(kix_[\w-]+?),\s*([\w-]+)\)")


@dataclass(frozen=True, slots=True)
class Counting:
    """What a page of Google Docs prints before an item: words, and counters of its own and of other lists."""

    level: int
    parts: tuple[tuple[str, str, str], ...]
    """Of each part its words, or the list that is counted and the form of its number."""

    def number(self, counts: Mapping[str, int]) -> str:
        """The number of an item, given where each list is; nothing where it is a bullet."""
        if not any(of for _, of, _ in self.parts):
            return ""
        parts = (words if not of else written(counts.get(of, 1), _STYLES.get(form, "decimal"))
                 for words, of, form in self.parts)  # fmt: skip
        return "".join(parts).strip()


def form_of_numbers(given: Mapping[str, str | None], forms: Mapping[str, str]) -> str:
    """How the numbers of a list are written: as its own style says, that of its class, or its type; as figures else."""
    if style := _LIST_STYLE.search(given.get("style") or ""):
        return _STYLES[style[1].lower()]
    of_class = next((forms[name] for name in (given.get("class") or "").split() if name in forms), None)
    return of_class or _TYPES.get(given.get("type") or "1", "decimal")


def sheets(page: str) -> str:
    """Every style sheet of a page but those for paper."""
    return " ".join(sheet for given, sheet in _SHEET.findall(page) if not re.search(r"\bprint\b", given))


def forms_of_classes(page: str) -> dict[str, str]:
    """The form of the numbers of a list by its class."""
    found = ((name, _LIST_STYLE.search(rules)) for name, rules in _OF_CLASS.findall(sheets(page)))
    return {name: _STYLES[style[1].lower()] for name, style in found if style}


def counting_of_classes(page: str) -> dict[str, Counting]:
    """What Google Docs prints before the items of a list by its class."""
    if "lst-kix_" not in page:
        return {}
    return {
        name: Counting(int(level), tuple(_PART.findall(content)))
        for name, level, content in _BEFORE.findall(sheets(page))
    }


def items_of_reversed(page: str) -> list[int]:
    """How many items each list has that counts backwards, its first number, in the order in which they begin."""
    counts: list[int] = []
    open_lists: list[int | None] = []
    for closes, tag, rest in _OF_LISTS.findall(page) if "reversed" in page else ():
        if tag.lower() == "li":
            if not closes and open_lists and (place := open_lists[-1]) is not None:
                counts[place] += 1
        elif closes:
            del open_lists[-1:]
        else:
            backwards = re.search(r"\breversed\b", rest) is not None
            open_lists.append(len(counts) if backwards else None)
            counts += [0] * backwards
    return counts

"""Fields: what Word works out and prints among the words.

What a field printed last stands in the file and is used. Numbers of lists, which Word works out
whenever it shows a document, are worked out here.
"""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from protocolau.importing.number_formats import letters, roman, written
from protocolau.importing.word.numbering import Numbered, Numbering
from protocolau.importing.word.styles import number, on
from protocolau.importing.word.symbols import sign

_TOKEN = re.compile(r'"((?:[^"\\]|\\.)*)"|“([^”]*)”|(\S+)')
SILENT = {"TC", "XE", "TA", "RD", "SET", "ASK", "PRIVATE", "BIDIOUTLINE", "ADVANCE"}
"""Fields that print nothing."""
COUNTING = {"LISTNUM", "AUTONUM", "AUTONUMLGL", "AUTONUMOUT"}
CONTENTS = {"TOC", "TOA", "INDEX"}
_STANDARD = {
    "numberdefault": ("{a})", "{i})", "({n})", "({a})", "({i})", "{n}.", "{a}.", "{i}."),
    "outlinedefault": ("{A}.", "{n}.", "{a})", "({n})", "({a})", "({i})", "({a})", "({i})"),
    "legaldefault": (),
}
_FIRST = {"numberdefault": "{n})", "outlinedefault": "{I}."}


@dataclass
class Field:
    """A field that has begun: its instruction, and whether its result has."""

    instruction: str = ""
    result: bool = False
    data: Element | None = None

    @property
    def name(self) -> str:
        """What kind of field it is."""
        return (self.instruction.split() or [""])[0].upper()

    @property
    def arguments(self) -> list[str]:
        """What follows the name, without quotation marks."""
        found = _TOKEN.findall(self.instruction)
        return [quoted or curly or bare for quoted, curly, bare in found][1:]

    def switch(self, name: str) -> str | None:
        """What follows a switch; an empty text where nothing does; None where it is not there."""
        arguments = self.arguments
        for index, one in enumerate(arguments):
            if one.lower() == f"\\{name}":
                after = arguments[index + 1] if index + 1 < len(arguments) else ""
                return "" if after.startswith("\\") else after
            if one.lower().startswith(f"\\{name}") and len(one) > 2 and name != "*":
                return one[2:]
        return None


@dataclass
class FieldCounts:
    """The counts of fields as a document goes by."""

    numbering: Numbering
    sequences: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    standard: dict[str, dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    automatic: dict[int, int] = field(default_factory=dict)
    headed: int = -1
    """The level of the last heading that such a field has numbered."""

    def list_number(self, one: Field, at: Numbered | None, before: int | None) -> tuple[str, int]:
        """What a LISTNUM field prints in a paragraph of a list, and its level, from 1.

        Without a level of its own it has that of the field before it in the paragraph, else the one
        below the paragraph's.
        """
        arguments = one.arguments
        name = arguments[0] if arguments and not arguments[0].startswith("\\") else None
        level, start = _whole(one.switch("l")), _whole(one.switch("s"))
        target = self.numbering.named(name) if name else None
        if name is None and at:
            target = at.list
        same = at is not None and target is not None and self._same_list(at.list, target)
        if level is None:
            level = before or (at.level + 2 if same and at else 1)
        level = min(max(level, 1), 9)
        if target is None:
            return self._standard((name or "NumberDefault").lower(), level - 1, start), level
        return self.numbering.next(Numbered(at.list if same and at else target, level - 1), start), level

    def _same_list(self, one: str, other: str) -> bool:
        first, second = self.numbering.list(one), self.numbering.list(other)
        return first is not None and second is not None and first.abstract == second.abstract

    def _standard(self, name: str, level: int, start: int | None) -> str:
        """A number of one of the three lists that every document has."""
        counts = self.standard[name]
        counts[level] = start if start is not None else counts.get(level, 0) + 1
        for deeper in [one for one in counts if one > level]:
            del counts[deeper]
        if name == "legaldefault":
            return "".join(f"{counts.get(one, 1)}." for one in range(level + 1))
        patterns = (_FIRST.get(name, "{n})"), *_STANDARD.get(name, _STANDARD["numberdefault"]))
        return _filled(patterns[min(level, len(patterns) - 1)], counts[level])

    def automatic_number(self, one: Field, outline: int | None) -> str:
        """What an AUTONUM field prints in a paragraph at a level of headings, or below the last heading."""
        level = min(self.headed + 1, 8) if outline is None else outline
        self.headed = self.headed if outline is None else outline
        counts = self.automatic
        counts[level] = counts.get(level, 0) + 1
        for deeper in [index for index in counts if index > level]:
            del counts[deeper]
        stop = "" if one.switch("e") is not None else (one.switch("s") or ".")[0]
        if one.name == "AUTONUM":
            return _in_form(counts[level], one.switch("*") or "") + stop
        if one.name == "AUTONUMOUT":
            patterns = ("{I}.", "{A}.", "{n}.", "{a})", "({n})", "({a})", "({i})", "({a})", "({i})")
            return _filled(patterns[level], counts[level])
        return (one.switch("s") or ".")[0].join(str(counts.get(index, 1)) for index in range(level + 1)) + stop

    def sequence(self, one: Field) -> str:
        """What a SEQ field prints that has not printed yet."""
        name = (one.arguments or [""])[0].lower()
        if (reset := _whole(one.switch("r"))) is not None:
            self.sequences[name] = reset
        elif one.switch("c") is None:
            self.sequences[name] += 1
        if one.switch("h") is not None and one.switch("*") is None:
            return ""
        return _in_form(self.sequences[name], one.switch("*") or "")


def printed(one: Field) -> str:
    """What a field prints that is neither counted nor has printed before."""
    if one.name == "SYMBOL":
        return _symbol(one)
    if one.name == "FORMCHECKBOX":
        box = one.data.find("w.checkBox") if one.data is not None else None
        checked = box.find("w.checked") if box is not None else None
        return (
            "☒" if on(checked if checked is not None else (box.find("w.default") if box is not None else None)) else "☐"
        )
    if one.name == "FORMDROPDOWN":
        return _chosen(one.data)
    if one.name in ("MACROBUTTON", "GOTOBUTTON"):
        return " ".join(one.instruction.split()[2:])
    if one.name == "QUOTE":
        return " ".join(argument for argument in one.arguments if not argument.startswith("\\"))
    return ""


def _symbol(one: Field) -> str:
    arguments = one.arguments
    code = arguments[0] if arguments else ""
    try:
        point = int(code, 16) if code.lower().startswith("0x") else int(code)
    except ValueError:
        return code[:1]
    font = one.switch("f") or ""
    if font or one.switch("u") is not None or not 0 < point < 256:
        return sign(point, font) if 0 < point < 0x110000 else ""
    return bytes([point]).decode("cp1252", "replace")


def _chosen(data: Element | None) -> str:
    menu = data.find("w.ddList") if data is not None else None
    if menu is None:
        return ""
    entries = [entry.get("w.val", "") for entry in menu.iterfind("w.listEntry")]
    chosen = number(menu.find("w.result")) or number(menu.find("w.default")) or 0
    return entries[chosen] if 0 <= chosen < len(entries) else ""


def _in_form(count: int, form: str) -> str:
    forms = {"roman": "lowerRoman", "alphabetic": "lowerLetter", "ordinal": "ordinal", "cardtext": "cardinalText",
             "ordtext": "ordinalText", "hex": "hex"}  # fmt: skip
    text = written(count, forms.get(form.lower(), "decimal"))
    return text.upper() if form in ("ROMAN", "ALPHABETIC", "Roman", "Alphabetic") else text


def _filled(pattern: str, count: int) -> str:
    small, roman_small = letters(count), roman(count)
    return pattern.format(n=count, a=small, A=small.upper(), i=roman_small, I=roman_small.upper())


def _whole(written_number: str | None) -> int | None:
    return int(written_number) if written_number and written_number.isdecimal() and len(written_number) < 7 else None

"""The numbers of Word's lists: which list and level a paragraph belongs to, and what is printed before it.

Paragraphs whose lists are of one abstract list count together, wherever they stand. A level begins
again after any higher level, unless it says after which (`lvlRestart`), and where a list that
overrides its start is used for the first time. A level that was passed over counts as if it had
been used once: after "(1)" typed by hand and "(a)" of a list, its next number is "(2)".
"""

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from xml.etree.ElementTree import Element

from protocolau.importing.lines import BULLET
from protocolau.importing.number_formats import written
from protocolau.importing.word.styles import Styles, number, on, value
from protocolau.importing.word.symbols import is_of_signs, readable

LEVELS = 9
LONGEST_TEXT = 255
"""Letters of what is printed for a level: in Word's own lists some 40. It is filled in anew for every paragraph."""
_PLACE = re.compile(r"%([1-9])")
_WORDS = re.compile(r"\w{2,}")
_NEVER_LEGAL = ("none", "bullet", "decimalZero")
"""Forms that stay in legal style; 01 is in figures as it is (`fLegal` of [MS-DOC])."""


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is counted and printed."""

    start: int = 0
    form: str = "decimal"
    custom: str = ""
    text: str = ""
    legal: bool = False
    restart: int | None = None
    """After which level, from 1, it begins again; 0 for never."""
    style: str | None = None
    font: str = ""
    picture: bool = False
    indent: int = 0
    hidden: bool = False
    """Whether its number counts, and is not shown."""
    capitals: bool | None = None
    """Whether its number is shown in capitals; None where that is as in the rest of the paragraph."""


@dataclass(frozen=True)
class List:
    """A list that paragraphs name: an abstract list with what it overrides."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The list and level to which a paragraph belongs."""

    list: str
    level: int


class Numbering:
    """Every list of a document, and the counts as its paragraphs go by."""

    def __init__(self, root: Element | None, styles: Styles):
        self._styles = styles
        self._abstract = (
            {} if root is None else {one.get("w.abstractNumId", ""): one for one in root.iterfind("w.abstractNum")}
        )
        self._nums = {} if root is None else {one.get("w.numId", ""): one for one in root.iterfind("w.num")}
        self._lists: dict[str, List | None] = {}
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._used: set[tuple[str, int]] = set()

    def of_paragraph(self, properties: Element | None, style: str | None) -> Numbered | None:
        """The list and level of a paragraph, its own or its style's."""
        own = properties.find("w.numPr") if properties is not None else None
        name, level = value(own, "w.numId"), number(own.find("w.ilvl")) if own is not None else None
        owner = None
        if name is None:
            name, owner = self._of_style(style)
        if name is None or self.list(name) is None:
            return None
        if level is None:
            level = self._level_of_style(name, style, owner)
        return Numbered(name, min(max(level, 0), LEVELS - 1))

    def _of_style(self, style: str | None) -> tuple[str | None, str | None]:
        for one in self._styles.chain(style):
            if one.paragraph is not None and (name := value(one.paragraph.find("w.numPr"), "w.numId")) is not None:
                return name, one.id
        return None, None

    def _level_of_style(self, name: str, style: str | None, owner: str | None) -> int:
        """The level that names the style or one it is based on, else the one that such a style gives."""
        found = self.list(name)
        chain = list(self._styles.chain(style))
        for one in chain if owner and found else ():
            for index, level in found.levels.items() if found else ():
                if level.style == one.id:
                    return index
            if one.id == owner:
                break
        for one in chain:
            numbering = one.paragraph.find("w.numPr") if one.paragraph is not None else None
            given = number(numbering.find("w.ilvl")) if numbering is not None else None
            if given is not None:
                return given
        return 0

    def list(self, name: str) -> List | None:
        """A list by its id; None where there is none, or where the id says that there is to be no number."""
        if name not in self._lists:
            self._lists[name] = self._read_list(name)
        return self._lists[name]

    def named(self, name: str) -> str | None:
        """The id of a list whose abstract list has a name of its own, as fields give it."""
        for abstract, element in self._abstract.items():
            if (value(element, "w.name") or "").lower() == name.lower():
                return next((num for num, one in self._nums.items() if value(one, "w.abstractNumId") == abstract), None)
        return None

    def _read_list(self, name: str) -> List | None:
        num = self._nums.get(name)
        if num is None or name == "0":
            return None
        abstract = self._abstract_behind(value(num, "w.abstractNumId") or "", set())
        if abstract is None:
            return None
        levels = _levels(self._abstract[abstract], {})
        starts = {}
        for override in num.iterfind("w.lvlOverride"):
            index = _index(override)
            levels |= _levels(override, {index: levels.get(index, Level())}, index)
            if (start := number(override.find("w.startOverride"))) is not None:
                starts[index] = start
                levels[index] = replace(levels.get(index, Level()), start=start)
        return List(abstract, levels, starts)

    def _abstract_behind(self, abstract: str, seen: set[str]) -> str | None:
        """An abstract list, or the one that its list style leads to."""
        element = self._abstract.get(abstract)
        if element is None or abstract in seen:
            return None
        link = value(element, "w.numStyleLink")
        if link is None or element.find("w.lvl") is not None:
            return abstract
        seen.add(abstract)
        for one in self._styles.chain(link):
            name = value(one.paragraph.find("w.numPr"), "w.numId") if one.paragraph is not None else None
            if name in self._nums:
                behind = self._abstract_behind(value(self._nums[name], "w.abstractNumId") or "", seen)
                if behind:
                    return behind
        linked = (key for key, one in self._abstract.items() if value(one, "w.styleLink") == link)
        return next(linked, None)

    def next(self, at: Numbered, start: int | None = None, capitals: bool = False) -> str:
        """Counts a paragraph, or a field, and returns what is printed, in capitals where the paragraph is."""
        found = self.list(at.list)
        if found is None:
            return ""
        counts = self._counts[found.abstract]
        level = found.levels.get(at.level, Level())
        if start is not None:
            counts[at.level] = start
        elif at.level in found.starts and (at.list, at.level) not in self._used:
            counts[at.level] = found.starts[at.level]
        elif at.level in counts:
            counts[at.level] += 1
        else:
            counts[at.level] = level.start
        for higher in range(at.level):
            counts.setdefault(higher, found.levels.get(higher, Level()).start)
        self._used.add((at.list, at.level))
        for deeper in [index for index in counts if index > at.level]:
            restart = found.levels.get(deeper, Level()).restart
            if restart is None or at.level < restart:
                del counts[deeper]
        text = "" if level.hidden else self._printed(found, at.level, counts)
        return text.upper() if (capitals if level.capitals is None else level.capitals) else text

    def level(self, at: Numbered) -> Level:
        """How a level is printed."""
        found = self.list(at.list)
        return found.levels.get(at.level, Level()) if found else Level()

    def _printed(self, found: List, index: int, counts: dict[int, int]) -> str:
        level = found.levels.get(index, Level())
        if level.picture:
            return BULLET
        if level.form == "bullet":
            return _bullet(level)

        def count(match: re.Match[str]) -> str:
            other = int(match[1]) - 1
            one = found.levels.get(other, Level())
            form = "decimal" if level.legal and one.form not in _NEVER_LEGAL else one.form
            return written(counts.get(other, one.start), form, one.custom) if other <= index else ""

        return readable(_PLACE.sub(count, level.text), level.font).strip()


def _bullet(level: Level) -> str:
    """The sign of a bullet; words in its place are kept."""
    if not level.text.strip():
        return ""
    return level.text.strip() if _WORDS.search(level.text) and not is_of_signs(level.font) else BULLET


def _levels(parent: Element, known: dict[int, Level], only: int | None = None) -> dict[int, Level]:
    found = dict(known)
    for element in parent.iterfind("w.lvl"):
        index = _index(element) if only is None else only
        if 0 <= index < LEVELS:
            found[index] = _level(element)
    return found


def _index(element: Element) -> int:
    written_index = element.get("w.ilvl", "0")
    return int(written_index) if written_index.isdecimal() else 0


def _level(element: Element) -> Level:
    form = _form(element)
    fonts = element.find("w.rPr/w.rFonts")
    indent = element.find("w.pPr/w.ind")
    return Level(
        start=start if (start := number(element.find("w.start"))) is not None else 0,
        form=form.get("w.val", "decimal") if form is not None else "decimal",
        custom=form.get("w.format", "") if form is not None else "",
        text=_text(element),
        legal=on(element.find("w.isLgl")),
        restart=number(element.find("w.lvlRestart")),
        style=value(element, "w.pStyle"),
        font=(fonts.get("w.ascii") or fonts.get("w.hAnsi") or "") if fonts is not None else "",
        picture=element.find("w.lvlPicBulletId") is not None,
        indent=twips(indent),
        hidden=on(element.find("w.rPr/w.vanish")),
        capitals=None if (caps := element.find("w.rPr/w.caps")) is None else on(caps),
    )


def _form(element: Element) -> Element | None:
    """The form of a level: the one for newer programs, where there are two."""
    newer = element.find("mc.AlternateContent/mc.Choice/w.numFmt")
    return newer if newer is not None else element.find("w.numFmt")


def _text(element: Element) -> str:
    text = element.find("w.lvlText")
    return "" if text is None or on(text, "w.null", attribute=True) else text.get("w.val", "")[:LONGEST_TEXT]


def twips(indent: Element | None) -> int:
    """How far the first line of a paragraph is set in."""
    if indent is None:
        return 0
    left = whole(indent.get("w.start") or indent.get("w.left"))
    return left - whole(indent.get("w.hanging")) + whole(indent.get("w.firstLine"))


def whole(written_number: str | None) -> int:
    """A number that is written in an attribute; 0 where none is."""
    return int(written_number) if written_number and re.fullmatch(r"-?\d{1,7}", written_number) else 0

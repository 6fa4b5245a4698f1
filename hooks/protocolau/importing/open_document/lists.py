"""The levels of the lists of OpenDocument text, and what they print as the document goes by."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from protocolau.importing.lines import BULLET
from protocolau.importing.number_formats import written

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}


@dataclass(frozen=True, slots=True)
class ListLevel:
    """A level of a list."""

    form: str = ""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    bullet: bool = False


@dataclass
class ListCount:
    """The counts of a list as the document goes by."""

    counts: dict[int, int] = field(default_factory=dict)


def levels_of(style: Element) -> dict[int, ListLevel]:
    """The levels of a style of lists or of the outline, the outermost 0."""
    found = {}
    for one in style:
        level = one.get("text.level", "")
        if not level.isdecimal():
            continue
        start, shown = one.get("text.start-value", "1"), one.get("text.display-levels", "1")
        found[int(level) - 1] = ListLevel(
            one.get("style.num-format", ""),
            one.get("style.num-prefix", ""),
            one.get("style.num-suffix", ""),
            int(start) if start.isdecimal() else 1,
            int(shown) if shown.isdecimal() else 1,
            one.tag in ("text.list-level-style-bullet", "text.list-level-style-image"),
        )
    return found


def next_number(count: ListCount, levels: Mapping[int, ListLevel], depth: int, start: int | None) -> str:
    """Counts an item and returns what is printed."""
    level = levels.get(depth, ListLevel())
    counts = count.counts
    for higher in range(depth):
        counts.setdefault(higher, levels.get(higher, ListLevel()).start)
    counts[depth] = start if start is not None else counts.get(depth, level.start - 1) + 1
    for deeper in [one for one in counts if one > depth]:
        del counts[deeper]
    if level.bullet:
        return BULLET
    if level.form not in _FORMS:
        return ""
    shown = range(max(0, depth - level.shown + 1), depth + 1)
    forms = ((one, levels.get(one, ListLevel()).form) for one in shown)
    return (
        level.before.lstrip()
        + ".".join(written(counts[one], _FORMS[form]) for one, form in forms if form in _FORMS)
        + level.after.rstrip()
    )

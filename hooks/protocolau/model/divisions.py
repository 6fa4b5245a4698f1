"""Parts, schedules and appendices, which divide a document, and whether the numbers begin again in them.

Where they begin again, the division is part of every anchor and citation in it ("Schedule 1, 4"); where they run on
through the parts, it is of none ("paragraph 10" of Part 3 is plain 10). What is in the data decides, not the kind:
the numbers are looked at.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from protocolau.model.numbers import NumberPath, number_parts, path_of
from protocolau.schema.shapes import ProvisionShape

DIVISIONS = {"part": ("part", "rhan"), "schedule": ("schedule", "atodlen"), "appendix": ("appendix", "atodiad")}
"""The kinds of division, each with the words by which one is printed."""

_KIND_OF = {word: kind for kind, words in DIVISIONS.items() for word in words}
_WORD = "|".join(_KIND_OF)
_DESIGNATOR = r"(\d+[a-z]?|[ivx]{1,5}|[a-z])"
_NAMED = re.compile(rf"\b(?:{_WORD})\s+{_DESIGNATOR}\b", re.IGNORECASE)
_BEGINS_SO = re.compile(rf"({_WORD})\s+{_DESIGNATOR}\s*(?:$|[—–:.-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Division:
    """A part, schedule or appendix."""

    name: str
    """Its anchor, where it stands by itself: `part-2`, `schedule-1`, `appendix`."""
    begins_again: bool
    """Whether it goes before what is in it. It does unless there are numbers in it which run on."""


def division_kind(shape: ProvisionShape, item: bool) -> str | None:
    """The kind of division that a provision is: as the data say, or, unless it is an item, as it is printed."""
    if shape.kind or item:
        return shape.kind if shape.kind in DIVISIONS else None
    return _kind_printed(shape.number or shape.heading or "")


@lru_cache(maxsize=4096)
def _kind_printed(words: str) -> str | None:
    """The kind of division that a number or a heading says that it begins."""
    printed = _BEGINS_SO.match(words.strip())
    return _KIND_OF[printed[1].lower()] if printed else None


def divisions_of(body: Sequence[ProvisionShape]) -> dict[int, Division]:
    """The divisions of a document, by the identity of their shapes."""
    survey = _Survey()
    survey.walk(body, None, ())
    return dict(survey.divisions())


@dataclass(slots=True)
class _Found:
    shape: ProvisionShape
    kind: str
    parent: int | None
    """The identity of the division that it stands in."""
    start: int
    """How many numbers stand before it."""
    first: NumberPath | None = None
    """The first number in it."""
    numbers: list[NumberPath] = field(default_factory=list)


class _Survey:
    """Looks through a document once for its divisions and its numbers."""

    def __init__(self) -> None:
        self._found: list[_Found] = []
        self._first_at: dict[NumberPath, int] = {}
        """For each number and each beginning of one, how many numbers stand before the first of its kind."""
        self._count = 0

    def walk(
        self, shapes: Sequence[ProvisionShape], within: _Found | None, above: NumberPath, item: bool = False
    ) -> None:
        for shape in shapes:
            if shape.kind != "contents":  # a list of numbers that stand elsewhere
                self._visit(shape, within, above, item)

    def _visit(self, shape: ProvisionShape, within: _Found | None, above: NumberPath, item: bool) -> None:
        if kind := division_kind(shape, item):
            within = _Found(shape, kind, id(within.shape) if within else None, self._count)
            self._found.append(within)
            above = ()
        elif shape.number:
            above = path_of(shape.number, above)
            if above[0][0].isdigit():
                self._note(above, within)
        self.walk(shape.items, within, above, item=True)
        self.walk(shape.provisions, within, above)

    def _note(self, path: NumberPath, within: _Found | None) -> None:
        for end in range(1, len(path) + 1):
            self._first_at.setdefault(path[:end], self._count)
        if within:
            within.first = within.first or path
            within.numbers.append(path)
        self._count += 1

    def divisions(self) -> Iterator[tuple[int, Division]]:
        """Each division found, by the identity of its shape."""
        beside: dict[tuple[str, int | None], list[_Found]] = defaultdict(list)
        for found in self._found:
            beside[found.kind, found.parent].append(found)
        for members in beside.values():
            shared = _in_several(members)
            for found in members:
                yield id(found.shape), Division(_name(found, len(members)), self._begins_again(found, shared))

    def _begins_again(self, found: _Found, shared: set[NumberPath]) -> bool:
        if found.first is None:
            return True
        return found.first in shared or self._first_at[found.first] < found.start


def _in_several(members: Sequence[_Found]) -> set[NumberPath]:
    """The numbers that stand in more than one of some divisions."""
    counts = Counter(path for found in members for path in set(found.numbers))
    return {path for path, count in counts.items() if count > 1}


def _name(found: _Found, beside: int) -> str:
    if found.kind == "appendix" and beside == 1:
        return found.kind
    designator = _designator(found.shape)
    return f"{found.kind}-{designator.lower()}" if designator else found.kind


def _designator(shape: ProvisionShape) -> str | None:
    """What a division is called by beside its kind: its number, or what stands behind that word in its heading."""
    if shape.number:
        last = number_parts(shape.number)[-1]
        return None if last.lower() in _KIND_OF else last
    named = _NAMED.search(shape.heading or "")
    return named[1] if named else None

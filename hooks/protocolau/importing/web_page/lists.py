"""The lists of a web page that are open: how deep they stand, and what number an item of the innermost has."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise

from protocolau.importing.lines import BULLET, Line
from protocolau.importing.number_formats import written
from protocolau.importing.structure.markers import follows, typed_marker
from protocolau.importing.web_page.list_styles import (
    Counting,
    counting_of_classes,
    form_of_numbers,
    forms_of_classes,
    items_of_reversed,
)


@dataclass
class _OpenList:
    """A list that is open: whether it counts, how, and where it is."""

    ordered: bool
    form: str
    count: int
    step: int
    name: str
    counting: Counting | None
    """How a page of Google Docs numbers it, and under which name."""
    items: list[Line] = field(default_factory=list)
    """The first lines of its items, so far."""


@dataclass
class PageLists:
    """The lists of a page, while it is read."""

    forms: Mapping[str, str]
    """Of classes of lists the form of their numbers."""
    counting: Mapping[str, Counting]
    """Of classes of lists that have counters of their own how these are written."""
    reversed: list[int]
    """Of each list to come that counts backwards how many items it has, the next one last."""
    _open: list[_OpenList] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    """Where each list is that has counters of its own."""

    @property
    def depth(self) -> int:
        """How many lists stand one in the other, as the page tells it; 0 outside every list."""
        if self._open and (counting := self._open[-1].counting):
            return counting.level + 1
        return len(self._open)

    def begin(self, tag: str, given: Mapping[str, str | None]) -> None:
        """Opens a list, given its element, `ul` or `ol`, and the attributes of that."""
        step = -1 if "reversed" in given else 1
        items = self.reversed.pop() if step < 0 and self.reversed else 1
        start = given.get("start") or ""
        first = int(start) if re.fullmatch(r"-?\d{1,6}", start) else items
        own = next((one for one in (given.get("class") or "").split() if one in self.counting), "")
        form = form_of_numbers(given, self.forms)
        self._open.append(_OpenList(tag == "ol", form, first - step, step, own, self.counting.get(own)))

    def next_number(self, value: str) -> str | None:
        """The number of an item that begins, given what it says itself of its count: a bullet, or nothing where none is
        printed; None outside every list."""
        if not self._open:
            return None
        current = self._open[-1]
        if not current.ordered:
            return BULLET
        current.count = int(value) if re.fullmatch(r"\d{1,6}", value) else current.count + current.step
        self._counts[current.name.removeprefix("lst-")] = current.count
        if current.counting:
            return current.counting.number(self._counts) or BULLET
        return f"{written(current.count, current.form)}." if current.form != "none" else ""

    def put(self, line: Line) -> None:
        """Takes the first line of an item of the innermost list."""
        if self._open:
            self._open[-1].items.append(line)

    def end(self) -> dict[int, Line]:
        """Closes the innermost list, where one is open. Where each of its items has its number among its words, the
        styles of the site print no other: of each, by its identity, what it is then."""
        ended = self._open.pop() if self._open else None
        if not ended or ended.form != "decimal" or not _say_their_numbers(ended.items):
            return {}
        return {id(item): replace(item, number="", level=None) for item in ended.items}


def _say_their_numbers(items: list[Line]) -> bool:
    typed = [typed_marker(item.text)[0] for item in items]
    return len(typed) > 1 and all(one and two and follows(one, two) for one, two in pairwise(typed))


def lists_of(page: str) -> PageLists:
    """The lists of a page that is still to be read, with what its style sheets say of them."""
    return PageLists(forms_of_classes(page), counting_of_classes(page), items_of_reversed(page)[::-1])

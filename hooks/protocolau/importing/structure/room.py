"""Provisions that are still open, and which of them a number closes before it stands in its place."""

import re
from dataclasses import dataclass, field

from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.entries import Entry
from protocolau.importing.structure.markers import DIVISIONS, Marker, follows

ORDER = {"schedule": 0, "annex": 0, "appendix": 0, "part": 1, "chapter": 2, "section": 3, "article": 4}
_OPENS = re.compile(r"[:—–-]$|\b(?:following|canlynol)\W*$")
_NAME = re.compile(r"(?:[A-Z]\. ?)*[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?")
"""What stands behind the first letter of a name."""
_SET_IN = 150
"""Twentieths of a point by which an inner bullet is set in further than an outer one."""
ITEMS = {"letter", "roman", "bullet"}


@dataclass
class Open:
    """A provision that is still open, with what it was."""

    draft: Draft
    entry: Entry | None = None
    heading: bool = False
    paragraph: bool = False
    closed: list[Marker] = field(default_factory=list)
    """The numbers that stood inside it and are done with."""

    @property
    def marker(self) -> Marker | None:
        return self.entry.marker if self.entry else None

    @property
    def marker_kind(self) -> str:
        return self.marker.kind if self.marker else ""

    @property
    def division(self) -> int | None:
        """How deep a part of a document it is by its kind, the outermost 0; None where it is none."""
        marker = self.marker
        return ORDER[marker.kind] if marker and marker.kind in DIVISIONS else None

    @property
    def item(self) -> bool:
        return bool(self.marker and self.marker.kind in ITEMS) and not self.heading


@dataclass
class OpenProvisions:
    """The open provisions, from the document down to the last line."""

    body: Draft = field(default_factory=Draft)
    stack: list[Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stack = [Open(self.body)]

    def _close_items(self) -> None:
        while self.stack[-1].item or self.stack[-1].paragraph:
            self._pop()

    def _close_paragraph(self) -> None:
        while self.stack[-1].paragraph:
            self._pop()

    def _expected(self, marker: Marker) -> bool:
        """Whether a figure that may be anything is the next of a count."""
        return any(one.kind == "figure" and follows(one, marker) for one in self._known()) or first(marker)

    def _is_initial(self, entry: Entry, marker: Marker) -> bool:
        """Whether a capital letter is that of a name, "J. Prosser", where no letters count anything."""
        if entry.heading or not marker.capital or marker.form != "#." or first(marker):
            return False
        counted = any(one.capital and one.kind in ("letter", "roman") for one in self._known())
        return _NAME.fullmatch(entry.text) is not None and not counted

    def _known(self) -> list[Marker]:
        """The numbers that are open, and those that stood inside them."""
        return [one.marker for one in self.stack if one.marker] + [one for held in self.stack for one in held.closed]

    def _make_room(self, entry: Entry, marker: Marker) -> str:
        """Closes what does not hold a number; says what is odd about it."""
        if marker.kind == "bullet":
            self._room_for_bullet(entry)
            return ""
        if marker.kind == "dotted":
            return self._room_for_dotted(marker)
        return self._room_for_series(entry, marker)

    def _room_for_dotted(self, marker: Marker) -> str:
        for index in range(len(self.stack) - 1, 0, -1):
            one = self.stack[index]
            other = one.marker
            if other and one.heading and _names_letter(other, marker):
                self._keep(index + 1)
                return ""
            if (
                other is None
                or other.kind not in ("figure", "dotted")
                or other.kind == "figure"
                and len(other.value) != 1
            ):
                if one.heading and other is None or one.division is not None:
                    self._keep(index + 1)
                    return ""
                continue
            if len(other.value) < len(marker.value):
                if marker.value[: len(other.value)] == other.value:
                    self._keep(index + 1)
                    return ""
                continue
            if other.kind == "figure" and any(_counts_alike(one.marker, marker) for one in self.stack[:index]):
                continue  # 2.0 stands beside 1.0, not beside an item 3. below it
            if len(other.value) == len(marker.value):
                parent = self.stack[index - 1].marker
                if other.value[:-1] == marker.value[:-1] or parent is None or parent.kind in DIVISIONS:
                    self._keep(index)
                    return "" if follows(other, marker) else "number out of order"
        section = next(
            (i for i, one in enumerate(self.stack) if one.heading and one.marker and one.marker.kind == "figure"), None
        )
        self._keep(section if section is not None else 1)
        return ""

    def _room_for_series(self, entry: Entry, marker: Marker) -> str:
        same = [index for index in range(len(self.stack) - 1, 0, -1) if self._same_series(self.stack[index], marker)]
        if entry.heading:  # stands beside a heading of its count, not beside what that holds
            same.sort(key=lambda index: not self.stack[index].heading)
        begins = first(marker)
        inner = begins and not entry.heading and bool(same) and self._deeper(self.stack[same[0]], entry)
        alike = [index for index in same if self._beside(self.stack[index], entry)]
        if not (inner and self._levels(self.stack[same[0]], entry)):
            for index in (*alike, *same):
                other = self.stack[index].marker
                if other and follows(other, marker):
                    self._keep(index)
                    return ""
        is_led_in = bool(_OPENS.search(self.stack[-1].draft.text))
        if inner or begins and self._under_heading(same, entry):
            self._room_for_list(entry, marker)
            return "" if inner or is_led_in else "number begins again"
        if not begins and not same and marker.kind == "figure" and (index := self._once_open(entry, marker)):
            self._keep(index)
            return ""
        heading = next((i for i in range(len(self.stack) - 1, 0, -1) if self._plain_head(self.stack[i])), 0)
        if begins and not (same and same[0] == len(self.stack) - 1 and not self._opens()):
            beside = bool(same) and entry.heading and self.stack[same[0]].heading
            if same and (beside or not (self._opens() or self._is_set_in(entry))) and heading < same[0]:
                self._keep(same[0])
                return "number begins again"
            self._room_for_list(entry, marker)
            return ""
        if same and (heading < same[0] or not begins):
            self._keep(same[0])
            return "number out of order"
        self._room_for_list(entry, marker)
        return "" if begins or not self.stack[-1].item else "number out of order"

    def _once_open(self, entry: Entry, marker: Marker) -> int:
        """Where a count goes on that an unnumbered heading has broken off: only a heading leaves that one."""
        for index in range(len(self.stack) - 1, -1, -1):
            one = self.stack[index]
            if any(_goes_up(other, marker) for other in one.closed):
                return index + 1
            if (
                one.heading
                and one.marker is None
                and not (entry.heading and entry.rank <= (one.entry.rank if one.entry else 0))
            ):
                return index + 1
        return 0

    def _plain_head(self, one: Open) -> bool:
        return one.heading and (one.marker is None or one.division is not None)

    def _opens(self) -> bool:
        """Whether the last words lead into a list."""
        return bool(_OPENS.search(self.stack[-1].draft.text)) or (
            self.stack[-1].heading and not self.stack[-1].draft.text and self.stack[-1].marker is not None
        )

    def _room_for_list(self, entry: Entry, marker: Marker) -> None:
        """A list begins inside what spoke last. A figure that nothing leads into stands in no paragraph,
        and in a bullet only where it is set in further.
        """
        if entry.heading:
            self._close_paragraph()
        if marker.kind != "figure" or self._opens():
            return
        while self.stack[-1].paragraph or self._is_bullet_beside(entry):
            self._pop()

    def _is_set_in(self, entry: Entry) -> bool:
        """Whether what comes is set in further than the item that spoke last, as a list inside that is."""
        return self.stack[-1].item and self._deeper(self.stack[-1], entry)

    def _is_bullet_beside(self, entry: Entry) -> bool:
        """Whether the last provision is a bullet that does not hold what comes."""
        last = self.stack[-1]
        return last.item and last.marker_kind == "bullet" and not self._deeper(last, entry)

    def _same_series(self, one: Open, marker: Marker) -> bool:
        other = one.marker
        if other is None or one.division is not None:
            return False
        kinds = {other.kind, marker.kind}
        alike = other.kind == marker.kind or kinds <= {"letter", "roman"}
        if not alike or _counts_otherwise(other, marker):
            return False
        return _bare_form(other) == _bare_form(marker) and other.capital == marker.capital

    def _room_for_bullet(self, entry: Entry) -> None:
        for index in range(len(self.stack) - 1, 0, -1):
            one = self.stack[index]
            if one.marker is None or one.marker.kind != "bullet":
                if one.paragraph:
                    return
                if self._is_in_bullet_beside(index, entry):
                    continue
                if one.item or one.heading or one.marker:
                    self._keep(index + 1)
                    return
                continue
            if not self._deeper(one, entry):
                outer = self.stack[index - 1]
                if outer.marker is None or outer.marker.kind != "bullet" or self._deeper(outer, entry):
                    self._keep(index)
                    return
                continue
            self._keep(index + 1)
            return

    def _is_in_bullet_beside(self, index: int, entry: Entry) -> bool:
        """Whether a number is set in below an open bullet of which what comes is a neighbour: it does not hold that."""
        outer = next((one for one in reversed(self.stack[:index]) if one.marker_kind == "bullet"), None)
        inner = self.stack[index].entry
        return bool(outer and inner and self._deeper(outer, inner) and not self._deeper(outer, entry))

    def _deeper(self, one: Open, entry: Entry) -> bool:
        outer, inner = one.entry.line if one.entry else None, entry.line
        if outer is None or inner is None:
            return False
        if outer.level is not None and inner.level is not None and outer.level != inner.level:
            return inner.level > outer.level
        return inner.indent > outer.indent + _SET_IN

    def _under_heading(self, same: list[int], entry: Entry) -> bool:
        """Whether a list begins below a heading of the same form of number: it is no heading itself."""
        one = self.stack[same[0]] if same else None
        return one is not None and one.heading and not entry.heading and not one.draft.empty_inside

    def _levels(self, one: Open, entry: Entry) -> bool:
        """Whether the lists of both say at which level they stand."""
        outer, inner = one.entry.line if one.entry else None, entry.line
        return outer is not None and inner is not None and outer.level is not None and inner.level is not None

    def _beside(self, one: Open, entry: Entry) -> bool:
        """Whether both are set in alike."""
        outer, inner = one.entry.line if one.entry else None, entry.line
        if outer is None or inner is None:
            return False
        if self._levels(one, entry) and outer.level != inner.level:
            return False
        return abs(outer.indent - inner.indent) <= _SET_IN

    def _keep(self, length: int) -> None:
        while len(self.stack) > max(length, 1):
            self._pop()

    def _pop(self) -> None:
        one = self.stack.pop()
        if one.marker:
            self.stack[-1].closed.append(one.marker)


def _names_letter(one: Marker, other: Marker) -> bool:
    """Whether a number begins with the letter of a part: A1 in A."""
    return one.kind == "letter" and one.capital and other.value[:1] == (1000 + ord("A") - 1 + one.value[0],)


def _counts_alike(one: Marker | None, other: Marker) -> bool:
    return one is not None and one.kind == other.kind and len(one.value) == len(other.value) == 1


def _goes_up(one: Marker, other: Marker) -> bool:
    return one.kind == other.kind and _bare_form(one) == _bare_form(other) and one.value < other.value


def _counts_otherwise(one: Marker, other: Marker) -> bool:
    """Whether a list of Roman numerals begins after a letter, or one of letters after a Roman numeral: inside it."""
    if follows(one, other):
        return False
    in_letters = other.other == 1 and one.kind == "letter" and one.other not in (1, 5, 10)
    return in_letters or one.kind == "roman" and other.kind == "letter" and other.value == (1,)


def first(marker: Marker) -> bool:
    """Whether a list may begin with a number: 1, a, i, or aa."""
    return marker.value in ((1,), (27,), (101,)) or marker.other == 1


def _bare_form(marker: Marker) -> str:
    form = re.sub(r"[—–-]", "", marker.form)
    return "#." if form == "#" and marker.kind == "figure" else form

"""Lines put one inside the other: an item in its clause, a clause in its section, a section in its part."""

import re
from dataclasses import dataclass, field, replace

from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.entries import Entry
from protocolau.importing.structure.markers import DIVISIONS, Marker, follows, typed_marker
from protocolau.importing.structure.marks import marked_text
from protocolau.importing.structure.tables import table_draft

_ORDER = {"schedule": 0, "annex": 0, "appendix": 0, "part": 1, "chapter": 2, "section": 3, "article": 4}
_OPENS = re.compile(r"[:—–-]$|\b(?:following|canlynol)\W*$")
_SET_IN = 150
"""Twentieths of a point by which an inner bullet is set in further than an outer one."""
_ITEMS = {"letter", "roman", "bullet"}


@dataclass
class _Open:
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
    def division(self) -> int | None:
        marker = self.marker
        return _ORDER[marker.kind] if marker and marker.kind in DIVISIONS else None

    @property
    def item(self) -> bool:
        return bool(self.marker and self.marker.kind in _ITEMS) and not self.heading


@dataclass
class Gathering:
    """The open provisions, from the document down to the last line."""

    body: Draft = field(default_factory=Draft)
    stack: list[_Open] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.stack = [_Open(self.body)]

    def add(self, entry: Entry, coming: list[Entry]) -> None:
        """Puts a line in its place."""
        if entry.title:
            self._keep(1)
            title = self._draft(entry, entry.text)
            title.kind, title.text, title.heading = "title", title.heading or title.text, ""
            self.body.provisions.append(title)
        elif entry.table is not None:
            self._close_paragraph()
            self._close_items()
            self._attach(_Open(table_draft(entry.table), entry, paragraph=True), listed=False)
            self._pop()
        elif entry.marker is None:
            self._heading(entry, coming) if entry.heading else self._paragraph(entry, coming)
        elif entry.marker.kind in DIVISIONS:
            self._division(entry)
        else:
            self._numbered(entry, coming)

    def _draft(self, entry: Entry, text: str) -> Draft:
        line = entry.line
        assert line is not None
        draft = Draft(place=line.place, page=line.page, number=_printed(entry.marker))
        words = marked_text(line, text)
        if entry.heading:
            draft.heading = words
        else:
            draft.text = words
        return draft

    def _attach(self, one: _Open, listed: bool) -> None:
        """Puts a provision inside the one that is open last."""
        owner = self.stack[-1].draft
        as_item = listed and owner is not self.body and not owner.provisions
        (owner.items if as_item else owner.provisions).append(one.draft)
        self.stack.append(one)

    def _division(self, entry: Entry) -> None:
        order = _ORDER[entry.marker.kind] if entry.marker else 0
        if entry.marker and entry.marker.kind == "part" and self._in_schedule() and entry.marker.value not in ((1,),):
            order = 1
        while len(self.stack) > 1 and not (self.stack[-1].division is not None and self.stack[-1].division < order):
            self._pop()
        self._attach(_Open(self._draft(entry, entry.text), entry, heading=True), listed=False)

    def _in_schedule(self) -> bool:
        return any(one.division == 0 for one in self.stack)

    def _heading(self, entry: Entry, coming: list[Entry]) -> None:
        top = self.stack[-1]
        if top.division is not None and not top.draft.heading and top.draft.empty:
            top.draft.heading = marked_text(entry.line, entry.text)  # type: ignore[arg-type]
            return
        following = next((one.marker for one in coming if one.marker), None)
        while len(self.stack) > 1 and not self._holds(self.stack[-1], entry, following):
            self._pop()
        self._attach(_Open(self._draft(entry, entry.text), entry, heading=True), listed=False)

    def _holds(self, one: _Open, entry: Entry, following: Marker | None) -> bool:
        """Whether a heading without a number stands inside an open provision."""
        if one.entry is None or not one.heading:
            return False
        if one.division is not None:
            return True
        outer, inner = one.entry.outline, entry.outline
        if outer is not None and inner is not None:
            return outer < inner
        if one.marker is None:
            return one.entry.rank < entry.rank or (one.draft.empty_inside and one.entry.rank == entry.rank)
        inside = (
            following is not None
            and len(following.value) > len(one.marker.value)
            and (following.value[: len(one.marker.value)] == one.marker.value)
        )
        return inside or (one.entry.rank < entry.rank and following is not None and not follows(one.marker, following))

    def _close_items(self) -> None:
        while self.stack[-1].item or self.stack[-1].paragraph:
            self._pop()

    def _close_paragraph(self) -> None:
        while self.stack[-1].paragraph:
            self._pop()

    def _paragraph(self, entry: Entry, coming: list[Entry]) -> None:
        self._close_paragraph()
        if self.stack[-1].item and not self._goes_on_inside(entry, coming):
            self._close_items()
        top = self.stack[-1]
        if top.entry is not None and not top.draft.text and not top.draft.items and not top.draft.provisions and (
            top.heading or top.marker is not None
        ) and top.division is None:  # fmt: skip
            top.draft.text = marked_text(entry.line, entry.text)  # type: ignore[arg-type]
            return
        self._attach(_Open(self._draft(entry, entry.text), entry, paragraph=True), listed=False)

    def _goes_on_inside(self, entry: Entry, coming: list[Entry]) -> bool:
        """Whether a paragraph belongs to the item above it: its list goes on after it."""
        top = self.stack[-1]
        following = next((one for one in coming if one.marker or one.heading or one.table), None)
        if entry.text.endswith(":") or top.marker is None:
            return False
        if following and following.marker and not following.heading and top.marker.kind != "bullet":
            same = [one for one in self.stack if one.item and one.marker and one.marker.form == following.marker.form]
            if any(one.marker and follows(one.marker, following.marker) for one in same):
                top.draft.doubts.append("paragraph in a list")
                return True
        return False

    def _numbered(self, entry: Entry, coming: list[Entry]) -> None:
        marker = entry.marker
        assert marker is not None
        if not marker.sure and marker.form == "#" and not self._expected(marker):
            self._paragraph(replace(entry, marker=None, text=entry.line.text.strip() if entry.line else ""), coming)
            return
        doubt = self._make_room(entry, marker)
        listed = marker.kind in _ITEMS and not entry.heading
        text, inner = entry.text, None
        if marker.kind in ("figure", "dotted") or marker.kind in _ITEMS and marker.kind != "bullet":
            bare = text.lstrip("—– \xa0")
            inner, rest = typed_marker(bare) if bare else (None, "")
            if not (
                inner
                and _first(inner)
                and inner.kind in ("figure", "letter", "roman")
                and inner.sure
                and inner.form[0] == "("
            ):
                inner = None
        one = _Open(self._draft(entry, "" if inner else text), entry, heading=entry.heading)
        if doubt:
            one.draft.doubts.append(doubt)
        self._attach(one, listed)
        if inner:
            if text.lstrip("\xa0 ").startswith(("—", "–")):
                one.draft.number += text.lstrip("\xa0 ")[0]
            self._numbered(Entry(entry.line, None, inner, rest), coming)

    def _expected(self, marker: Marker) -> bool:
        """Whether a figure that may be anything is the next of a count."""
        known = [one.marker for one in self.stack if one.marker] + [other for one in self.stack for other in one.closed]
        return any(one.kind == "figure" and follows(one, marker) for one in known) or _first(marker)

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
                if other.kind == "dotted" and one.heading:
                    continue
                continue
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
        same = [
            index for index in range(len(self.stack) - 1, 0, -1) if self._same_series(self.stack[index], marker, entry)
        ]
        for index in same:
            other = self.stack[index].marker
            if other and follows(other, marker):
                self._keep(index)
                return ""
        begins = _first(marker)
        if not begins and not same and marker.kind == "figure" and (index := self._once_open(entry, marker)):
            self._keep(index)
            return ""
        heading = next((i for i in range(len(self.stack) - 1, 0, -1) if self._plain_head(self.stack[i])), 0)
        if begins and not (same and same[0] == len(self.stack) - 1 and not self._opens()):
            if same and not self._opens() and heading < same[0]:
                self._keep(same[0])
                return "number begins again"
            self._room_for_list(marker)
            return ""
        if same and (heading < same[0] or not begins):
            self._keep(same[0])
            return "number out of order"
        self._room_for_list(marker)
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

    def _plain_head(self, one: _Open) -> bool:
        return one.heading and (one.marker is None or one.division is not None)

    def _opens(self) -> bool:
        """Whether the last words lead into a list."""
        return bool(_OPENS.search(self.stack[-1].draft.text)) or (
            self.stack[-1].heading and not self.stack[-1].draft.text and self.stack[-1].marker is not None
        )

    def _room_for_list(self, marker: Marker) -> None:
        """A list begins inside what spoke last; a figure that begins anew under a heading is that heading's."""
        top = self.stack[-1]
        if marker.kind == "figure" and top.paragraph and not self._opens():
            self._close_paragraph()
            while self.stack[-1].item:
                self._pop()

    def _same_series(self, one: _Open, marker: Marker, entry: Entry) -> bool:
        other = one.marker
        if other is None or one.division is not None:
            return False
        kinds = {other.kind, marker.kind}
        alike = other.kind == marker.kind or kinds <= {"letter", "roman"}
        return alike and _bare_form(other) == _bare_form(marker) and other.capital == marker.capital

    def _room_for_bullet(self, entry: Entry) -> None:
        for index in range(len(self.stack) - 1, 0, -1):
            one = self.stack[index]
            if one.marker is None or one.marker.kind != "bullet":
                if one.paragraph:
                    return
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

    def _deeper(self, one: _Open, entry: Entry) -> bool:
        outer, inner = one.entry.line if one.entry else None, entry.line
        if outer is None or inner is None:
            return False
        if outer.level is not None and inner.level is not None and outer.level != inner.level:
            return inner.level > outer.level
        return inner.indent > outer.indent + _SET_IN

    def _keep(self, length: int) -> None:
        while len(self.stack) > max(length, 1):
            self._pop()

    def _pop(self) -> None:
        one = self.stack.pop()
        if one.marker:
            self.stack[-1].closed.append(one.marker)


def gathered(entries: list[Entry]) -> list[Draft]:
    """The provisions of a document."""
    gathering = Gathering()
    for index, entry in enumerate(entries):
        gathering.add(entry, entries[index + 1 : index + 12])
    return gathering.body.provisions


def _goes_up(one: Marker, other: Marker) -> bool:
    return one.kind == other.kind and _bare_form(one) == _bare_form(other) and one.value < other.value


def _first(marker: Marker) -> bool:
    return marker.value == (1,) or marker.other == 1 or marker.value == (101,)


def _bare_form(marker: Marker) -> str:
    form = re.sub(r"[—–-]", "", marker.form)
    return "#." if form == "#" and marker.kind == "figure" else form


def _printed(marker: Marker | None) -> str:
    return "" if marker is None or marker.kind == "bullet" else marker.printed

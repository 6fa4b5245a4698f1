"""Lines put one inside the other: an item in its clause, a clause in its section, a section in its part."""

from dataclasses import replace
from itertools import pairwise

from protocolau.importing.lines import Line
from protocolau.importing.structure.draft import Draft
from protocolau.importing.structure.entries import (
    OF_A_FORM,
    OPENING,
    TO_FILL_IN,
    Entry,
    stands_beside,
    stands_over,
    surely_over,
)
from protocolau.importing.structure.markers import DIVISIONS, Marker, follows, typed_marker
from protocolau.importing.structure.marks import escaped, marked_text
from protocolau.importing.structure.room import ITEMS, ORDER, Open, OpenProvisions, first
from protocolau.importing.structure.tables import table_draft

_MOST_OPEN = 60
"""Provisions inside one another, many more than any document has: each takes room of which Python has only so much."""


class Gathering(OpenProvisions):
    """Puts one line after another in its place."""

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
            self._attach(Open(table_draft(entry.table), entry, paragraph=True), listed=False)
            self._pop()
        elif entry.marker is None:
            self._heading(entry, coming) if entry.heading else self._paragraph(entry, coming)
        elif entry.marker.kind in DIVISIONS:
            self._division(entry)
        else:
            self._numbered(entry, coming)
        if entry.line is not None and entry.line.beside:
            self._note_beside(entry.line)

    def _note_beside(self, line: Line) -> None:
        """Puts a note in the margin over what it stands beside, as its heading; below a heading, as its text."""
        owner = next((one.draft for one in self.stack if one.draft.place == line.place), self.stack[-1].draft)
        if owner.heading or owner is self.body:
            note = Draft(text=escaped(line.beside), place=line.place, page=line.page)
            owner.provisions.append(note)
            owner = note
        else:
            owner.heading = escaped(line.beside)
        owner.doubts.append("note in the margin")

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

    def _attach(self, one: Open, listed: bool) -> None:
        """Puts a provision inside the one that is open last."""
        self._keep(_MOST_OPEN)
        owner = self.stack[-1].draft
        if listed and one.marker_kind == "bullet":
            owner = _list_below_table(owner, one.draft)
        as_item = listed and owner is not self.body and not owner.provisions
        (owner.items if as_item else owner.provisions).append(one.draft)
        self.stack.append(one)

    def _division(self, entry: Entry) -> None:
        order = ORDER[entry.marker.kind] if entry.marker else 0
        if entry.marker and entry.marker.kind == "part" and self._in_schedule() and entry.marker.value not in ((1,),):
            order = 1
        while len(self.stack) > 1 and not (self.stack[-1].division is not None and self.stack[-1].division < order):
            self._pop()
        self._attach(Open(self._draft(entry, entry.text), entry, heading=True), listed=False)

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
        self._attach(Open(self._draft(entry, entry.text), entry, heading=True), listed=False)

    def _holds(self, one: Open, entry: Entry, following: Marker | None) -> bool:
        """Whether a heading without a number stands inside an open provision."""
        if one.entry is None or not one.heading:
            return False
        if one.division is not None:
            return True
        outer, inner = one.entry.outline, entry.outline
        if outer is not None and inner is not None:
            return outer < inner
        if one.marker is not None and surely_over(one.entry, entry):
            return True
        if one.marker is None:
            return stands_over(one.entry, entry) or one.draft.empty_inside and stands_beside(one.entry, entry)
        inside = (
            following is not None
            and len(following.value) > len(one.marker.value)
            and (following.value[: len(one.marker.value)] == one.marker.value)
        )
        if stands_beside(one.entry, entry) and _begins_with_headings(one.draft):
            return True
        return inside or (
            stands_over(one.entry, entry) and following is not None and not follows(one.marker, following)
        )

    def _paragraph(self, entry: Entry, coming: list[Entry]) -> None:
        self._close_paragraph()
        if self.stack[-1].item and not self._goes_on_inside(entry, coming):
            self._close_items()
        self._close_led_list(entry)
        top = self.stack[-1]
        begun = (top.heading or top.marker is not None) and top.division is None
        said = top.draft.text or top.draft.items or top.draft.provisions
        if top.entry is not None and begun and not said and not TO_FILL_IN.search(entry.text):
            top.draft.text = marked_text(entry.line, entry.text)  # type: ignore[arg-type]
            return
        self._attach(Open(self._draft(entry, entry.text), entry, paragraph=True), listed=False)

    def _close_led_list(self, entry: Entry) -> None:
        """Closes a list of figures that is set in below the words which lead into it, where these go on after it."""
        for index, (one, inner) in enumerate(pairwise(self.stack)):
            if inner.entry is None or inner.marker_kind != "figure" or inner.heading:
                continue
            if one.draft.text.endswith(":") and self._deeper(one, inner.entry) and self._beside(one, entry):
                self._keep(index if one.paragraph else index + 1)
                return

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

    def _close_opening(self, entry: Entry) -> None:
        """Closes what a numbered heading does not stand in: the history of the document, an introduction that looks
        like it, and any heading without a number over which it stands out. They have words, and hold no number yet.
        """
        for index, one in enumerate(self.stack):
            if entry.heading and one.heading and one.entry and one.marker is None:
                outer, inner = one.entry.outline, entry.outline
                over = stands_over(entry, one.entry) if outer is None or inner is None else inner < outer
                opens = OPENING.match(one.entry.text) and outer == inner and stands_beside(one.entry, entry)
                of_a_form = OF_A_FORM.fullmatch(one.entry.text.strip(" :"))
                if (over or opens or of_a_form) and _speaks_alone(one.draft):
                    self._keep(index)
                    return

    def _numbered(self, entry: Entry, coming: list[Entry]) -> None:
        marker = entry.marker
        assert marker is not None
        unsure = not marker.sure and marker.form == "#" and not _holds_next(marker, coming)
        if unsure and not self._expected(marker) or self._is_initial(entry, marker):
            self._paragraph(replace(entry, marker=None, text=entry.line.text.strip() if entry.line else ""), coming)
            return
        self._close_opening(entry)
        doubt = self._make_room(entry, marker)
        listed = marker.kind in ITEMS and not entry.heading
        text, inner = entry.text, None
        if marker.kind in ("figure", "dotted") or marker.kind in ITEMS and marker.kind != "bullet":
            bare = text.lstrip("—– \xa0")
            inner, rest = typed_marker(bare) if bare else (None, "")
            if not (
                inner
                and first(inner)
                and inner.kind in ("figure", "letter", "roman")
                and inner.sure
                and inner.form[0] == "("
            ):
                inner = None
        one = Open(self._draft(entry, "" if inner else text), entry, heading=entry.heading)
        if doubt:
            one.draft.doubts.append(doubt)
        self._attach(one, listed)
        if inner:
            if text.lstrip("\xa0 ").startswith(("—", "–")):
                one.draft.number += text.lstrip("\xa0 ")[0]
            self._numbered(Entry(entry.line, None, inner, rest), coming)


def _list_below_table(owner: Draft, item: Draft) -> Draft:
    """The list in which an item stands below a table, which no words of their own lead into; else what is open."""
    last = owner.provisions[-1] if owner.provisions else owner
    if last.rows:
        owner.provisions.append(Draft(place=item.place, page=item.page))
        return owner.provisions[-1]
    return last if last.items and not any(last.words()) else owner


def _holds_next(marker: Marker, coming: list[Entry]) -> bool:
    """Whether the next number is the first inside of one: "2 Ward matters" stands over 2.1 in whichever part."""
    inner = next((one.marker for one in coming if one.marker), None)
    return inner is not None and inner.kind == "dotted" and inner.value == (*marker.value, 1)


def _begins_with_headings(one: Draft) -> bool:
    """Whether nothing stands in a section yet, or a heading without a number is the first thing in it."""
    first_inside = one.provisions[0] if one.provisions else None
    headed = first_inside is not None and first_inside.heading != "" and not first_inside.number
    return one.empty_inside or headed and not one.text and not one.items


def _speaks_alone(one: Draft) -> bool:
    """Whether words stand under a heading, and nothing with a number."""
    return not one.empty_inside and not any(
        inner.number for part in (one.items, one.provisions) for inner in part[::-1]
    )


def gathered(entries: list[Entry]) -> list[Draft]:
    """The provisions of a document."""
    gathering = Gathering()
    for index, entry in enumerate(entries):
        gathering.add(entry, entries[index + 1 : index + 12])
    return gathering.body.provisions


def _printed(marker: Marker | None) -> str:
    return "" if marker is None or marker.kind == "bullet" else marker.printed

"""What to call a provision in a reference to it: the whole printed path, else the nearest heading and the place there.

A label has no words but the document's own, so that a page can say it in its language. No two provisions of a version
have the same: what is printed twice is counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from protocolau.language.marks import plain
from protocolau.model.anchors import NAMED
from protocolau.model.divisions import DIVISIONS
from protocolau.model.numbers import NumberPath, continued, is_letter, is_whole, path_of, printed_path
from protocolau.model.provision import Provision, Table


class Place(NamedTuple):
    """A step down to what has neither number nor heading: the third item, the row of a table."""

    word: str
    """`paragraph`, `item`, `table`, `diagram`, `field`, `row` or `column`."""
    position: int | None = None
    """Which one it is; None where it is the only one of its kind there."""
    words: Provision | None = None
    """What names it: a field, or the head of a row or column."""
    occurrence: int = 1
    """Which of several that are named so."""


class Label(NamedTuple):
    """The parts of a reference; a page puts them into words."""

    scope: str | None = None
    """The anchor of the part, schedule or appendix in which the numbers begin again."""
    number: str | None = None
    """The path of printed numbers to the provision or to the nearest one above it: `9.1(d)(i)`."""
    called: str | None = None
    """The same, where a number is printed more than once with which of them it is: `1.1 (2)(a)`."""
    path: NumberPath = ()
    """The same numbers, one by one."""
    subject: Provision | None = None
    """What gives it its name where no number is printed: what has a heading, a part, or a kind with a name."""
    occurrence: int = 1
    """Which of several subjects of that name it is."""
    heading: Provision | None = None
    """The nearest provision with a heading."""
    places: tuple[Place, ...] = ()
    """The steps from what has that number or name down to the provision."""

    @property
    def cell(self) -> bool:
        """Whether it is a cell of a table."""
        return any(place.word in {"row", "column"} for place in self.places)


def labels_of(body: Iterable[Provision]) -> dict[str, Label]:
    """The label of every provision of a body and of everything inside it, by its anchor."""
    labelling = _Labelling()
    labelling.inside(tuple(body), _Above(), None)
    return labelling.labels


class _Above(NamedTuple):
    """What stands above some provisions: what it is called, and the number that theirs continue."""

    label: Label = Label()
    path: NumberPath = ()
    number: str = ""
    called: str = ""


_ALONE = frozenset(("table", "diagram"))
"""What is called without its place where no other stands beside it."""


class _Labelling:
    """Labels the provisions of one version, in order, counting what is called alike."""

    def __init__(self) -> None:
        self.labels: dict[str, Label] = {}
        """Of each provision and of everything inside it, by its anchor."""
        self._said: dict[object, int] = {}

    def inside(self, provisions: Sequence[Provision], above: _Above, parent: Provision | None) -> None:
        """Label some provisions that stand beside each other, and everything inside them."""
        words = [_word(one) for one in provisions]
        counts = {"paragraph": 1} if parent and parent.text else {}
        before: Provision | None = None
        for one, word in zip(provisions, words, strict=True):
            counts[word] = count = counts.get(word, 0) + 1
            is_only = word in _ALONE and words.count(word) == 1
            here = self._here(one, above, Place(word, None if is_only else count))
            self.labels[one.anchor] = here.label
            if one.items:
                self.inside(one.items, here, one)
            if one.table:
                self._cells(one.table, _above_cells(one, here.label, before))
            if one.provisions:
                self.inside(one.provisions, here, one)
            before = one if one.heading else before

    def _here(self, one: Provision, above: _Above, place: Place) -> _Above:
        heading = one if one.heading else above.label.heading
        if one.kind in DIVISIONS:
            scope = one.anchor if _goes_before(one) else above.label.scope
            return _Above(self._named(Label(scope, subject=one, heading=heading)))
        if one.number:
            return self._numbered(one.number, above, heading)
        if (one.heading and one.kind != "table") or one.kind in NAMED:
            return _below(above, self._named(Label(above.label.scope, subject=one, heading=heading)))
        if one.kind == "field" and one.text:
            said = self._count(_key(above.label), "field", plain(one.text))
            place = place._replace(words=one, occurrence=said)
        label = above.label if heading is above.label.heading else above.label._replace(heading=heading)
        return _below(above, _placed(label, place))

    def _numbered(self, number: str, above: _Above, heading: Provision | None) -> _Above:
        """What has a number: by the whole path of them; a letter under no number by what it stands under."""
        path, label = path_of(number, above.path), above.label
        subject = label.subject if is_letter(path) else None
        if subject:
            shown = called = continued("", number)
        elif is_whole(number, above.path):
            shown = called = printed_path(number)
        else:
            shown = continued(above.number, number)
            called = shown if above.called == above.number else continued(above.called, number)
        name = f"{_name(subject)} ({label.occurrence}) {called}" if subject else f"{label.scope} {called}"
        if (said := self._count(name if subject or label.scope else called)) > 1:
            called = f"{called} ({said})"
        occurrence = label.occurrence if subject else 1
        return _Above(Label(label.scope, shown, called, path, subject, occurrence, heading), path, shown, called)

    def _named(self, label: Label) -> Label:
        """A label that names its subject, counted among those of one name."""
        return label._replace(occurrence=self._count(_name(label.subject))) if label.subject else label

    def _count(self, *key: object) -> int:
        self._said[key] = said = self._said.get(key, 0) + 1
        return said

    def _cells(self, table: Table, above: Label) -> None:
        heads = _heads(table.columns)
        for place, cell in enumerate(table.columns):
            self.labels[cell.anchor] = _placed(above, Place("column", place + 1, heads[place]))
        over = [head for cell, head in zip(table.columns, heads, strict=True) for _ in range(cell.span)]
        row_heads = _heads([row[0] for row in table.rows]) if table.row_headers else []
        for index, row in enumerate(table.rows):
            column = 0
            for place, cell in enumerate(row):
                is_head = table.row_headers and place == 0
                words = row_heads[index] if row_heads and not is_head else None
                label = _placed(above, Place("row", index + 1, words))
                if len(row) - table.row_headers > 1 and not is_head:
                    head = over[column] if column < len(over) and cell.span == 1 else None
                    label = _placed(label, Place("column", column + 1, head))
                self.labels[cell.anchor] = label
                column += cell.span


def _above_cells(one: Provision, label: Label, before: Provision | None) -> Label:
    """What the cells of a provision's table are called by. Dates of review go by the heading above them."""
    if one.kind == "review" and not one.heading and before and not before.table:
        return label._replace(subject=before, occurrence=1)
    return label if one.kind == "table" or not label.number else _placed(label, Place("table"))


LONGEST_HEAD = 40
"""Characters of the head of a row or column by which its cells are called."""


def _heads(cells: Sequence[Provision]) -> list[Provision | None]:
    """The heads of rows or columns that name them: those that are short, and unlike the others."""
    texts = [plain(cell.text or "").strip() for cell in cells]
    counts = Counter(texts)
    return [
        cell if 0 < len(text) <= LONGEST_HEAD and counts[text] == 1 else None
        for cell, text in zip(cells, texts, strict=True)
    ]


def _word(provision: Provision) -> str:
    """What a provision is counted as by its place; empty for one that is called by its number or its name."""
    if provision.kind in {"table", "diagram", "field"}:
        return provision.kind
    if provision.number or provision.heading or provision.kind in NAMED or provision.kind in DIVISIONS:
        return ""
    return "item" if provision.kind == "item" else "paragraph"


def _name(subject: Provision) -> str:
    """What a subject is called, as far as that tells it from others."""
    if subject.kind in DIVISIONS and (subject.anchor != subject.kind or not subject.heading):
        return subject.anchor.rpartition(".")[2].replace("-", " ")
    return plain(subject.heading or subject.kind).casefold().strip().rstrip(":")


def _below(above: _Above, label: Label) -> _Above:
    """What stands above what has no number itself. It is made anew: `_replace` takes twice as long."""
    return _Above(label, above.path, above.number, above.called)


def _placed(label: Label, place: Place) -> Label:
    scope, number, called, path, subject, occurrence, heading, places = label
    return Label(scope, number, called, path, subject, occurrence, heading, (*places, place))


def _key(label: Label) -> tuple[object, ...]:
    """What tells a label from others."""
    places = tuple((place.word, place.position, place.occurrence) for place in label.places)
    return label.scope, label.called, label.subject and label.subject.anchor, places


def _goes_before(division: Provision) -> bool:
    """Whether a division's anchor goes before those of the numbers in it."""
    numbered = [one.anchor for one in division.walk() if one.number and one.number.strip(" (")[:1].isdigit()]
    inner = [anchor for anchor in numbered if anchor != division.anchor]
    return not inner or any(anchor.startswith(f"{division.anchor}.") for anchor in inner)

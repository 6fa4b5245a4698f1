"""What to call a provision in a reference to it: the printed numbers that lead there, else a heading."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from protocolau.model.anchors import SCOPES, bare_number

if TYPE_CHECKING:  # protocol.py itself imports this module
    from protocolau.model.protocol import Provision


@dataclass(frozen=True, slots=True)
class Label:
    """The parts of a reference; a page puts them into words."""

    scope: str | None = None
    """The kind of the part in which the numbers start again: `appendix`."""
    number: str | None = None
    """The path of printed numbers to the provision or to the nearest one above it: `9.1(d)(i)`."""
    occurrence: int = 1
    """Which of several provisions of that number it is."""
    heading: "Provision | None" = None
    """The nearest provision with a heading, where no number is printed."""
    cell: bool = False
    """Whether it is a cell of a table."""


def labels_of(body: Iterable["Provision"]) -> dict[str, Label]:
    """The label of every provision of a body and of everything inside it, by its anchor."""
    return {anchor: label for part in body for anchor, label in _labels(part, Label())}


def _labels(provision: "Provision", above: Label) -> Iterator[tuple[str, Label]]:
    """The anchor and the label of a provision and of everything inside it."""
    label = _label(provision, above)
    yield provision.anchor, label
    for child in provision.children():
        yield from _labels(child, label)


def _label(provision: "Provision", above: Label) -> Label:
    heading = provision if provision.heading else above.heading
    if provision.kind in SCOPES:
        return Label(provision.kind, heading=provision)
    if provision.number:
        number = _path(above.number, bare_number(provision.number))
        return Label(above.scope, number, _occurrence(provision.anchor), heading)
    if provision.heading and provision.kind != "table":
        return Label(above.scope, None, 1, provision)
    return Label(above.scope, above.number, above.occurrence, heading, provision.kind == "cell")


def _path(above: str | None, number: str) -> str:
    """`9.1` and `d` are `9.1(d)`; a number with a point, or under none, stands alone."""
    return number if above is None or "." in number or number.isdigit() else f"{above}({number})"


def _occurrence(anchor: str) -> int:
    last = anchor.rpartition("-")[2]
    return int(last) if "-" in anchor and last.isdigit() else 1

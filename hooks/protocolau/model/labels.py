"""What to call a provision in a reference to it: the printed numbers that lead there, else a heading."""

from dataclasses import dataclass

from protocolau.model.anchors import SCOPES, bare_number
from protocolau.model.protocol import Provision, Version


@dataclass(frozen=True, slots=True)
class Label:
    """The parts of a reference; a page puts them into words."""

    scope: str | None = None
    """The kind of the part in which the numbers start again: `appendix`."""
    number: str | None = None
    """The path of printed numbers to the provision or to the nearest one above it: `9.1(d)(i)`."""
    occurrence: int = 1
    """Which of several provisions of that number it is."""
    heading: Provision | None = None
    """The nearest provision with a heading, where no number is printed."""
    cell: bool = False
    """Whether it is a cell of a table."""


def labels(version: Version) -> dict[str, Label]:
    """The label of every provision, by its anchor."""
    if "labels" not in version.derived:
        found: dict[str, Label] = {}
        for part in version.body:
            _walk(part, Label(), found)
        version.derived["labels"] = found
    return version.derived["labels"]


def _walk(provision: Provision, above: Label, found: dict[str, Label]) -> None:
    label = found[provision.anchor] = _label(provision, above)
    for child in provision.children():
        _walk(child, label, found)


def _label(provision: Provision, above: Label) -> Label:
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

"""The eIds of Akoma Ntoso, by the OASIS naming convention for it (AKN-NC 1.0).

    sec_2                   a section printed as "2."
    sec_2__cl_2-1           clause 2.1 in it: marks within a number become hyphens, those around it are left out
    sec_2__cl_2-1__point_a  item (a) of that
    sec_2__al_1             the first paragraph without a number in the section
    sec_2__cl_2-1-2         the second clause that is printed as 2.1 there, for an eId is given once

An element's name is shortened as the convention shortens it; one that it does not shorten is written in full.
"""

import re
from collections import Counter

_SHORT = {
    "alinea": "al",
    "clause": "cl",
    "section": "sec",
    "subclause": "subcl",
    "subsection": "subsec",
}


class ElementIds:
    """Gives each element of one document its eId."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._unnumbered: Counter[str] = Counter()

    def give(self, above: str, element: str, number: str | None = None) -> str:
        """The eId of an element below another, by the number that is printed, else by its place among its like."""
        stem = "__".join(filter(None, (above, _SHORT.get(element, element))))
        if named := _bare(number or ""):
            return self._first_free(f"{stem}_{named}")
        self._unnumbered[stem] += 1
        return self._first_free(f"{stem}_{self._unnumbered[stem]}")

    def _first_free(self, wanted: str) -> str:
        given, again = wanted, 1
        while given in self._given:
            again += 1
            given = f"{wanted}-{again}"
        self._given.add(given)
        return given


def _bare(number: str) -> str:
    return re.sub(r"[^\w]+", "-", number).strip("-_").replace("_", "-")

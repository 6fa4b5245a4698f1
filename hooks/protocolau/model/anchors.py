"""Anchors: the permanent id of a provision, the same in every language and on every page.

An anchor is the path of printed numbers, so that a citation can be typed from paper. A number that holds its parent's
is whole by itself; one that does not continues it:

    8.6                 clause 8.6, wherever its section stands
    2                   section "2."
    3.1.a               item a) of clause 3.1
    9.1.d.i             sub-item i. of item d) of clause 9.1
    6.1.a               item (a) of (1) of paragraph 6, printed "6.—", "(1)", "(a)", under whatever cross-heading
    1.1-2               the second clause that is printed as 1.1

A part, schedule or appendix is named in English whatever the language, and goes before what is in it where the numbers
begin again there (model/divisions.py):

    part-2              Part 2; paragraph 4 in it is 4, where the numbers run on
    schedule-1.4        paragraph 4 of Schedule 1, whose numbers begin again
    appendix.1.5        clause 1.5 of the only appendix; of several, appendix-b.1.5

Where no number is printed, the words of the heading or the kind of the provision serve:

    political-groups    an unnumbered heading; reports.a is item a) under the heading "Reports" and under no number
    2.1.para1           the first unnumbered paragraph after the words of 2.1
    2.1.item3           the third bullet of 2.1
    1.3.table1.r2c1     a cell: row 2, column 1 (h2: the head of column 2) of the first table in 1.3
    title, adoption, …  the kind, for parts of a document that have a name of their own
"""

import re
import unicodedata
from collections import Counter
from functools import lru_cache

from protocolau.model.divisions import Division
from protocolau.model.numbers import NumberPath, bare_number, is_letter, is_whole, path_of
from protocolau.runtime.values import value

NAMED = {"title", "notice", "contents", "preamble", "control", "adoption", "linked-policies", "review", "signature"}
"""Kinds of which a document has one as a rule, whose name is their anchor."""

_SLUG_WORDS = 6
_LONGEST_WORD = 60
"""Letters of a word of a slug: no word has more, and a slug is part of every anchor below its heading."""


@value(frozen=True, slots=True)
class AnchorContext:
    """Where an anchor is being given: what the anchors of the things inside are built on."""

    scope: str = ""
    """The anchor of the part, schedule or appendix that one is in, where its numbers begin again."""
    base: str = ""
    """The anchor of the nearest thing above that has a number or a name."""
    numbered: str = ""
    """The anchor of the nearest thing above that has a number."""
    path: NumberPath = ()
    """The printed numbers that lead to that one."""


class Anchors:
    """Gives each provision of one document its anchor, in the order of the document."""

    def __init__(self) -> None:
        self._given: set[str] = set()
        self._repeats: Counter[str] = Counter()
        self._unnumbered: Counter[tuple[str, str]] = Counter()

    def give(
        self,
        place: AnchorContext,
        kind: str,
        number: str | None = None,
        heading: str | None = None,
        fixed: str | None = None,
        division: Division | None = None,
    ) -> str:
        """Gives a provision its anchor: what is built on its place, or the id that an editor wrote, as it stands."""
        return self.take(fixed or self._wanted(place, kind, number, heading, division))

    def take(self, wanted: str) -> str:
        """Gives the anchor wanted, or, where that is given already, the first free one made from it."""
        anchor = wanted
        while anchor in self._given:
            self._repeats[wanted] += 1
            anchor = f"{wanted}-{self._repeats[wanted] + 1}"
        self._given.add(anchor)
        return anchor

    def _wanted(
        self, place: AnchorContext, kind: str, number: str | None, heading: str | None, division: Division | None
    ) -> str:
        if division:
            return _join(place.scope, division.name)
        if number:
            return numbered(place, number)
        if kind in NAMED:
            return _join(place.scope, kind)
        if heading and kind != "table":
            return _join(place.scope, slug(heading))
        word = {"item": "item", "table": "table", "diagram": "diagram", "field": "field"}.get(kind, "para")
        self._unnumbered[place.base, word] += 1
        return _join(place.base, f"{word}{self._unnumbered[place.base, word]}")


def inside(
    place: AnchorContext,
    anchor: str,
    kind: str,
    number: str | None = None,
    heading: str | None = None,
    division: Division | None = None,
) -> AnchorContext:
    """The place inside a provision. A plain paragraph or bullet leaves the place as it was."""
    if division:
        return AnchorContext(anchor if division.begins_again else place.scope, anchor)
    if number:
        return AnchorContext(place.scope, anchor, anchor, path_of(number, place.path))
    if heading or kind in NAMED or kind == "table":
        return AnchorContext(place.scope, anchor, place.numbered, place.path)
    return place


def numbered(place: AnchorContext, number: str) -> str:
    """The anchor that a printed number asks for at a place."""
    bare = bare_number(number)
    if not is_whole(number, place.path):
        return _join(place.numbered, bare)
    return _join(place.base if is_letter(path_of(number, place.path)) else place.scope, bare)


@lru_cache(maxsize=4096)
def slug(words: str) -> str:
    """The first words of a text in plain letters, joined by hyphens."""
    text = unicodedata.normalize("NFKD", words.replace("’", "").replace("'", ""))
    text = "".join(character for character in text if not unicodedata.combining(character))
    plain_words = re.findall(r"[a-z0-9]+", text.lower())
    return "-".join(word[:_LONGEST_WORD] for word in plain_words[:_SLUG_WORDS]) or "part"


def _join(base: str, name: str) -> str:
    return f"{base}.{name}" if base else name

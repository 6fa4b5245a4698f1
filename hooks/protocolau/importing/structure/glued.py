"""Numbers glued into the middle of a line: the line is cut where its own count, or a list in it, goes on."""

import re
from collections.abc import Iterator
from dataclasses import replace

from protocolau.importing.lines import Block, Line, Run, Table
from protocolau.importing.structure.markers import Marker, follows, typed_marker
from protocolau.importing.structure.paragraphs import AN_END, CITES, marked

_PLACE = re.compile(
    r"(?<=[.;:!?)”’\"])[ \t\xa0]*(?=[(\d•·a-zA-Z])|(?<=[;,] and)\s+(?=[(a-z])|(?<=[;,] or)\s+(?=[(a-z])|(?<=\s)(?=[•·])"
)
_HEADED = re.compile(
    r"(?<=[a-zA-Z’'”)])[ \t\xa0]+(?=\d{1,3}(?:\.\d{1,3})+\.?\s+[A-Z“‘])|"
    r"(?<=[a-z.;:”)])[ \t\xa0]+(?=\d{1,2}\.\s+[A-Z][a-z]+)|(?<=[a-zA-Z.;:”)])[ \t\xa0]+(?=\d{1,2}\.\s+[A-Z]{3})"
)
"""Where a number may stand behind a heading, which no stop ends."""
_LEADS_ON = re.compile(r"(?:^|[:;.,!?–—-]|[;,] (?:and|or|ac?|neu))\s*$")
"""What stands before a point in the middle of the line where it is the sign of an item, and parts no two facts."""
_A_DOCUMENT = 4
"""Numbers that are glued into a line from which on it is taken for a whole document."""
_FAR = 500
"""How many numbers further on the next of a list is looked for: each may be one's next."""
_IN_CAPITALS = re.compile(
    r"\W*[\d.]+\s+(?:[A-Z][A-Z’'&/,-]+\s+|[A-Z]{2,}\s+|AND\s+|OF\s+|A\s+(?=[A-Z]{2}))+(?=[A-Z“‘][a-z]*\s)"
)
"""A number with a heading in capitals, before a sentence on the same line."""


def cut(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """The blocks, with every line cut before the numbers that are glued into it."""
    for block in blocks:
        if isinstance(block, Table) or len(block.text) < 30:
            yield block
        else:
            yield from _cut_line(block)


def _cut_line(line: Line) -> Iterator[Line]:
    own, _ = marked(line)
    text = line.text
    may_be = dict.fromkeys(match.end() for match in _PLACE.finditer(text))
    found = [(place, marker) for place in may_be if (marker := _marker_at(text, place))]
    known = {place for place, _ in found}
    more = [(match.end(), marker) for match in _HEADED.finditer(text) if (marker := _marker_at(text, match.end()))]
    more = [(place, marker) for place, marker in more if not CITES.search(text[:place].rstrip())]
    found = sorted(found + [one for one in more if one[0] not in known], key=lambda one: one[0])
    places = _sequence(own, found, text)
    yield from _parts(line, places) if places else (line,)


def _marker_at(text: str, place: int) -> Marker | None:
    if re.search(r"\d\.$", text[max(0, place - 2) : place]):
        return None  # inside a number
    marker, rest = typed_marker(text[place : place + 120])
    if marker is None or not rest.strip():
        return None
    if marker.kind == "bullet":
        parts = text[place] == "·" and not _LEADS_ON.search(text[:place])  # as in "Version 2 · Adopted: 14 May 2024"
        return marker if text[place] in "•·" and not parts else None
    spaced = text[place - 1 : place].isspace() or marker.form.startswith("(")
    return marker if marker.sure and (spaced or ")" in marker.form or marker.kind == "dotted") else None


def _sequence(own: Marker | None, found: list[tuple[int, Marker]], text: str) -> list[int]:
    """The places at which a count goes on. What only cites a number never follows from the last."""
    places: list[int] = []
    open_counts = [own] if own and own.kind != "bullet" else []
    bullets = sum(marker.kind == "bullet" for _, marker in found)
    for index, (place, marker) in enumerate(found):
        if marker.kind == "bullet":
            if bullets >= 2 or own and own.kind == "bullet":
                places.append(place)
            continue
        goes_on = next((one for one in reversed(open_counts) if one.form == marker.form and follows(one, marker)), None)
        deeper = next((one for one in open_counts if _first_inside(one, marker)), None)
        if goes_on:
            del open_counts[open_counts.index(goes_on) :]
        elif not deeper and not _begins(marker, [other for _, other in found[index + 1 : index + _FAR]], text[:place]):
            continue
        open_counts.append(marker)
        places.append(place)
    return places


def _first_inside(one: Marker, marker: Marker) -> bool:
    return marker.kind == "dotted" and marker.value[:-1] == one.value and marker.value[-1] == 1


def _begins(marker: Marker, later: list[Marker], before: str) -> bool:
    """Whether a list begins here: it is at its first number, after a colon or a stop, and goes on later."""
    first = marker.value == (1,) or marker.other == 1 or marker.kind == "dotted" and marker.value[-1] == 1
    second = _next(marker, later)
    listed = before.rstrip().endswith((":", "—", "–", "-")) or marker.kind in ("figure", "dotted")
    return first and second is not None and (listed or ")" in marker.form and _next(second, later) is not None)


def _next(marker: Marker, later: list[Marker]) -> Marker | None:
    return next((other for other in later if other.form == marker.form and follows(marker, other)), None)


def _parts(line: Line, places: list[int]) -> Iterator[Line]:
    headed = [place + found.end() for place in places if (found := _IN_CAPITALS.match(line.text[place:]))]
    ends = _ends(line.text, places) if len(places) >= _A_DOCUMENT else []
    edges = [0, *sorted({*places, *headed, *ends}), len(line.text)]
    for start, end in zip(edges, edges[1:], strict=False):
        runs = tuple(_between(line.runs, start, end))
        if start == 0:
            if "".join(run.text for run in runs).strip() or line.number:
                yield replace(line, runs=runs)
        else:
            yield replace(line, runs=runs, number="", level=None, outline=None, apart=True)


def _ends(text: str, places: list[int]) -> list[int]:
    """Where a document on one line says when it was adopted, and by whom: before its first number or after its last."""
    spaces = re.finditer(r"(?<=[\w.!?)…_])[ \t\xa0]+(?=[A-ZI])", text)
    found = [one for one in spaces if AN_END.match(text[one.end() : one.end() + 60])]
    return [
        one.end()
        for one in found
        if one.start() < places[0] or one.start() > places[-1] and not text[one.start() - 1].isalnum()
    ]


def _between(runs: tuple[Run, ...], start: int, end: int) -> Iterator[Run]:
    position = 0
    for run in runs:
        piece = run.text[max(0, start - position) : max(0, end - position)]
        position += len(run.text)
        if piece:
            yield replace(run, text=piece)

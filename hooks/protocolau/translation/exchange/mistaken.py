"""Translations that fit by their names and their texts, and are surely none of these: a slip of the hand or a program.

A program may have put the source where nothing was translated, and a translation may have been moved or copied to the
row of other words. Somebody who means it says so: what is said anew to be reviewed is taken.
"""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from protocolau.read.problem import Problem
from protocolau.translation.exchange.fingerprint import fingerprint
from protocolau.translation.exchange.incoming import IncomingUnit

_LONGEST_NAME = 3
"""Words that may well be the same in both languages, or the translation of several texts."""
_FEWEST = 3
"""Copies of a source by which a program is known, that copies names as well, and units of which it renames more."""
_ALIKE = 70
"""Likeness from which two texts may have one translation: Chair and Chairman."""


class MistakenRows:
    """The rows of a file, which tell whose translation one of them has, and whether a program has copied the source."""

    def __init__(self, rows: Sequence[IncomingUnit]):
        copies = [row for row in rows if _is_source(row)]
        is_most = 2 * len(copies) >= sum(bool(row.target) and _is_new(row) for row in rows)
        are_long = sum(_is_long(row.source) for row in copies) >= _FEWEST
        self._is_copied = are_long or is_most and len(copies) >= _FEWEST
        self._left: dict[str, list[IncomingUnit]] = {}
        for row in rows:
            if row.exported:
                self._left.setdefault(row.exported.target, []).append(row)

    def is_untranslated(self, row: IncomingUnit) -> bool:
        """Whether a row has its source for its translation, and that is no name; in a file full of such, nor a name."""
        return _is_source(row) and (self._is_copied or _is_long(row.target or ""))

    def fault(self, rows: Sequence[IncomingUnit]) -> tuple[str, str] | None:
        """What is wrong with the rows of a unit, and what to do, where one has the translation of other words."""
        for row in rows:
            if other := self._owner(row):
                what = f"'{row.unit}' has the translation with which '{other.unit}' was exported"
                return (
                    what,
                    "put each beside its own text; if it is meant so, write the line state: reviewed in its note",
                )
        return None

    def _owner(self, row: IncomingUnit) -> IncomingUnit | None:
        """The row of quite other words that left with the translation that a row has now; of a few words, which may
        be the translation of several texts, where it has that of this row in turn."""
        if not row.exported or not _is_new(row):
            return None
        owners = self._left.get(fingerprint(row.target or ""), [])
        is_its_own = any(fuzz.ratio(owner.source, row.source) >= _ALIKE for owner in owners)
        is_moved = _is_long(row.target or "") or any(
            fingerprint(one.target or "") == row.exported.target for one in owners
        )
        return owners[0] if owners and is_moved and not is_its_own else None


def untranslated(path: Path, rows: Sequence[IncomingUnit]) -> Iterator[Problem]:
    """What is said of the rows that have their source for their translation, all in one line."""
    if rows:
        what = f"the text itself stands in the place of the translation of {named([row.unit for row in rows])}"
        remedy = "translate it; if it is meant so, write the line state: reviewed in its note"
        yield Problem(path, rows[0].line, what, remedy)


def renamed(path: Path, rows: Sequence[IncomingUnit], is_known: Callable[[str], bool]) -> Problem | None:
    """What is said of a file in which a program has given each of its units another name; None where it has not."""
    if len(rows) <= _FEWEST or any(is_known(row.unit) for row in rows):
        return None
    what = f"none of the units of the file is in the protocol: {named([row.unit for row in rows])}"
    remedy = "keep the names with which they were exported, or export it anew and put the translations there"
    return Problem(path, rows[0].line, what, remedy)


def named(units: Sequence[str]) -> str:
    """The first few of some units by their names, and how many more there are."""
    names = ", ".join(f"'{unit}'" for unit in units[:3])
    return f"{names} and {len(units) - 3} more" if len(units) > 3 else names


def _is_source(row: IncomingUnit) -> bool:
    return _is_new(row) and any(map(str.isalpha, row.source)) and _bare(row.target or "") == _bare(row.source)


def _is_new(row: IncomingUnit) -> bool:
    """Whether a row has not left with its translation, of which nobody has said that it is meant so."""
    return not (_is_meant(row) or row.exported and row.exported.left_with(row.target or ""))


def _is_meant(row: IncomingUnit) -> bool:
    return row.says_state and row.state == "reviewed"


def _is_long(text: str) -> bool:
    return len(text.split()) > _LONGEST_NAME


def _bare(text: str) -> str:
    """The letters and figures of a text alone, as a program may set other marks."""
    return "".join(filter(str.isalnum, text.lower()))

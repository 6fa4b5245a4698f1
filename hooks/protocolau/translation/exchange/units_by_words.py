"""Which unit has the words of a row of a translator's file, whatever its clause is called today."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from unicodedata import normalize

from protocolau.model.protocol import Version
from protocolau.model.translation import key_of_unit
from protocolau.translation.exchange.incoming import IncomingUnit

_PLAIN_MARKS = str.maketrans(
    {**dict.fromkeys("‘’‛′`´", "'"), **dict.fromkeys("“”„″", '"'), **dict.fromkeys("‐‑–—−", "-"), "…": "..."}
)


class UnitsByWords:
    """The units of a version by their words, beside the rows of a file."""

    def __init__(self, version: Version, rows: Sequence[IncomingUnit]):
        self._units, self._rows = version.units, rows
        self._today = {_letters(source): source for source in version.units.values()}
        self._places: dict[str, list[str]] = {}
        for unit, source in version.units.items():
            self._places.setdefault(_letters(source), []).append(unit)
        self._written = {(row.unit, _letters(row.source)) for row in rows}

    def rows_at_their_words(self) -> list[IncomingUnit]:
        """The rows of the file, each with today's letters and under the name of the unit that has its words."""
        times = Counter((row.protocol, row.unit) for row in self._rows)
        return [self._at_its_words(row, times[row.protocol, row.unit]) for row in self._rows]

    def elsewhere(self, row: IncomingUnit) -> list[str]:
        """The units that have the words of a row, and no row of their own with them, if none is of the row's clause."""
        letters = _letters(row.source)
        places = self._places.get(letters, [])
        is_here = any(key_of_unit(place) == key_of_unit(row.unit) for place in places)
        if is_here or row.unit not in self._units:
            return []
        return [place for place in places if (place, letters) not in self._written]

    def _at_its_words(self, row: IncomingUnit, times: int) -> IncomingUnit:
        """A row with today's letters, and under the name of the unit of another clause that alone has its words.

        A clause may have another number since the export, or a spreadsheet its column of units sorted alone. A source
        that left with other marks than today's keeps them.
        """
        today, left = self._today.get(_letters(row.source), row.source), row.exported
        if not (left and left.came_from(row.source) and not left.came_from(today)):
            row = replace(row, source=today)
        places = self.elsewhere(row)
        return replace(row, unit=places[0]) if times == len(places) == 1 else row


def _letters(text: str) -> str:
    """A text by which the same words are found, however their letters are composed and their spaces laid out.

    A program may have set other quotation marks, dashes and dots in the source than it has.
    """
    return " ".join(normalize("NFC", text).translate(_PLAIN_MARKS).split())

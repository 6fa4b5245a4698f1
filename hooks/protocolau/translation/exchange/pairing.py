"""Which unit of today the rows of a translator's file are for.

A row names its unit as the clause was cut when it was exported. The clause may have been cut anew since, or have a
statement more; and the translation may join other neighbours. So the rows of a clause and its units of today are
laid side by side by their words, as `unit_alignment` does it: a row whose words are those of a unit is for that unit,
whatever it is called today, and neighbours whose words are the same together belong together. Only rows whose words
the clause has no more are paired by their names, or by what stands around them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import joined
from protocolau.model.translation import Unit, clause_unit, key_of_unit, merged_unit, places_of_unit, same_words
from protocolau.model.unit_alignment import align
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import IncomingUnit
from protocolau.translation.reading import STATES, state_of


@dataclass(frozen=True, slots=True)
class PairedRows:
    """Neighbouring rows of a file and the unit of today that they are for."""

    rows: tuple[IncomingUnit, ...]
    incoming: IncomingUnit
    """The rows as one, under the name that the unit has today."""
    today: str | None
    """Today's text of the unit; None where the clause has nothing that the rows could be for."""
    unit: Unit | None = None
    """Its translation, where it has one."""

    @property
    def is_partial(self) -> bool:
        """Whether some of the rows are translated and others are not, so that there is no translation of the whole."""
        return len({bool((row.target or "").strip()) for row in self.rows}) > 1

    @property
    def changed(self) -> set[str]:
        """Which of `target`, `state` and `note` were changed in any of the rows since they left, or are not as here."""
        if all(row.exported for row in self.rows):
            return {name for row in self.rows if row.exported for name in row.changed_since(row.exported)}
        today = self.today or ""
        return self.incoming.changed_since(ExportFingerprint.of_unit(self.unit, today, state_of(self.unit, today)))

    def left_with(self, target: str) -> bool | None:
        """Whether the rows left with this translation of the whole; None where they do not say with what they left."""
        exported = [row.exported for row in self.rows if row.exported]
        if len(exported) < len(self.rows):
            return None
        ends: list[int] = [0]
        for part in exported:
            is_last = part is exported[-1]
            stops = [len(target)] if is_last else [place for place, char in enumerate(target) if char == " "]
            ends = [stop for stop in stops if any(part.left_with(target[end:stop].lstrip(" ")) for end in ends)]
        return bool(ends)


def paired_rows(version: Version, language: str, rows: Sequence[IncomingUnit]) -> list[PairedRows]:
    """Pairs rows with units, in the order of the file. Each row is of a heading, a title or a clause that exists."""
    translation = version.translations.get(language)
    units = translation.units if translation else {}
    by_key: dict[str, list[IncomingUnit]] = {}
    for row in rows:
        by_key.setdefault(key_of_unit(row.unit), []).append(row)
    pairs = [pair for key, of_key in by_key.items() for pair in _of_key(version, key, of_key, units)]
    order = {id(row): place for place, row in enumerate(rows)}
    return sorted(pairs, key=lambda pair: order[id(pair.rows[0])])


def _of_key(
    version: Version, key: str, rows: Sequence[IncomingUnit], units: Mapping[str, Unit]
) -> Iterable[PairedRows]:
    provision = version.provisions.get(key)
    if provision is None or not provision.statements:
        return [PairedRows((row,), row, version.units[key], units.get(key)) for row in rows]
    return _of_clause(provision, version.unit_spans(provision), rows, units)


def _of_clause(
    provision: Provision, spans: Sequence[range], rows: Sequence[IncomingUnit], units: Mapping[str, Unit]
) -> Iterator[PairedRows]:
    """Lays the rows of a clause beside its units of today."""
    rows = sorted(rows, key=lambda row: _start(row, len(provision.statements)))
    today = [joined(provision.statements[span.start : span.stop]) for span in spans]
    for aligned in align(today, [row.source for row in rows]):
        beside = [rows[index] for index in aligned.entries]
        names = [clause_unit(provision, spans[index]) for index in aligned.statements]
        if len(beside) != len(names) and all(row.unit in names for row in beside):
            own = {row.unit: spans[aligned.statements[names.index(row.unit)]] for row in beside}
            yield from (_paired(provision, own[row.unit], [own[row.unit]], [row], units) for row in beside)
        elif beside and names:
            covered = [spans[index] for index in aligned.statements]
            yield _paired(provision, range(covered[0].start, covered[-1].stop), covered, beside, units)
        else:
            yield from (PairedRows((row,), row, None) for row in beside)


def _start(row: IncomingUnit, count: int) -> int:
    places = places_of_unit(row.unit, count)
    return places.start if places else count


def _paired(
    provision: Provision, places: range, spans: Sequence[range], rows: Sequence[IncomingUnit], units: Mapping[str, Unit]
) -> PairedRows:
    """Rows beside neighbouring statements, which are one or more units of today."""
    name, today = clause_unit(provision, places), joined(provision.statements[places.start : places.stop])
    present = [unit for span in spans if (unit := units.get(clause_unit(provision, span)))]
    unit = merged_unit(present, today) if present else None
    return PairedRows(tuple(rows), _merged(rows, name, today), today, unit)


def _merged(rows: Sequence[IncomingUnit], name: str, today: str) -> IncomingUnit:
    """The rows as one, in the weakest of their states, with today's text where their words are its."""
    source = " ".join(row.source for row in rows)
    source = today if same_words(source, today) else source
    if len(rows) == 1:
        return replace(rows[0], unit=name, source=source)
    return replace(
        rows[0],
        unit=name,
        source=source,
        target=" ".join(row.target or "" for row in rows),
        state=max((row.state for row in rows), key=STATES.index),
        note=" ".join(row.note for row in rows if row.note) or None,
        previous_source=" ".join(row.previous_source or row.source for row in rows),
        exported=None,
    )

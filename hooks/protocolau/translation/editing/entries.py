"""The entries of a translation file under one key, and what they are to be once some units have changed.

A heading and the title have one entry. A clause has as many as its translation needs: an entry is laid beside the
statements whose words it holds, and a change finds its entry so, however the clause or the file is cut.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from protocolau.model.statements import Statement, joined
from protocolau.model.translation import STATES_FROM_WEAKEST, places_of_unit, same_words
from protocolau.model.unit_alignment import align
from protocolau.translation.editing.unit_change import UnitChange


@dataclass(frozen=True, slots=True)
class WrittenEntry:
    """An entry as it stands in the file."""

    source: tuple[str, ...]
    """The text from which it was made: several where it joins statements."""
    target: tuple[str, ...]
    state: str
    """Its own, or that of the file."""
    note: str | None = None
    waive: Mapping[str, str] = field(default_factory=dict)


class PlannedEntry(NamedTuple):
    """An entry as it is to stand in the file."""

    old: int | None
    """The place that it has had in the list; None for one that is new."""
    entry: WrittenEntry


class ApartInFile(Exception):
    """The file joins some statements of a unit with others, so that the unit alone cannot be written."""


def planned_entries(
    statements: Sequence[Statement], entries: Sequence[WrittenEntry], changes: Iterable[UnitChange]
) -> list[PlannedEntry]:
    """The entries of one key after its changes; without statements it is that of a heading or of the title.

    Raises ApartInFile.
    """
    if not statements:
        (change,) = changes
        return [_changed(statements, entries, range(len(entries)), change)[0]]
    return list(_with_changes(statements, entries, _spans(statements, entries), changes))


def entries_of(statements: Sequence[Statement], entries: Sequence[WrittenEntry], unit: str) -> list[WrittenEntry]:
    """The entries of one key that hold the words of a unit; without statements every one."""
    places = places_of_unit(unit, len(statements))
    if not statements or places is None:
        return list(entries)
    return [entries[at] for spoken, held in _spans(statements, entries) if _overlap(places, spoken) for at in held]


def _spans(statements: Sequence[Statement], entries: Sequence[WrittenEntry]) -> list[tuple[range, range]]:
    sources = [" ".join(entry.source) for entry in entries]
    return [(span.statements, span.entries) for span in align([one.text for one in statements], sources)]


def _with_changes(
    statements: Sequence[Statement],
    entries: Sequence[WrittenEntry],
    spans: Sequence[tuple[range, range]],
    changes: Iterable[UnitChange],
) -> Iterator[PlannedEntry]:
    """Goes through the spans of a clause; those that a change covers are replaced by it, the others stay."""
    changed_in = {places: change for change in changes if (places := places_of_unit(change.unit, len(statements)))}
    written: set[range] = set()
    for spoken, standing in spans:
        places = next((places for places in changed_in if _overlap(places, spoken)), None)
        if places is None:
            yield from (PlannedEntry(index, entries[index]) for index in standing)
            continue
        if not (places.start <= spoken.start and spoken.stop <= places.stop):
            raise ApartInFile(changed_in[places].unit)
        if places not in written:
            written.add(places)
            covered = [index for other, held in spans if _overlap(places, other) for index in held]
            yield from _changed(statements[places.start : places.stop], entries, covered, changed_in[places])


def _overlap(some: range, others: range) -> bool:
    return max(some.start, others.start) < min(some.stop, others.stop)


def _changed(
    statements: Sequence[Statement], entries: Sequence[WrittenEntry], covered: Sequence[int], change: UnitChange
) -> list[PlannedEntry]:
    """The entries of a unit after its change: as many as before where its words have stayed, else one."""
    before = [entries[index] for index in covered]
    source = tuple(text for entry in before for text in entry.source)
    target = tuple(text for entry in before for text in entry.target)
    if len(before) > 1 and " ".join(target) == change.target and same_words(" ".join(source), change.source):
        return _with_same_words(before, covered, change)
    entry = WrittenEntry(
        source=source if _is_same(source, change.source, statements) else _source(statements, change.source),
        target=target if len(before) == 1 and " ".join(target) == change.target else (change.target,),
        state=change.state,
        note=change.note,
        waive=_waived(before) if change.waive is None else change.waive,
    )
    return [PlannedEntry(covered[0] if covered else None, entry)]


def _waived(entries: Iterable[WrittenEntry]) -> dict[str, str]:
    return {check: reason for entry in entries for check, reason in entry.waive.items()}


def _with_same_words(before: Sequence[WrittenEntry], covered: Sequence[int], change: UnitChange) -> list[PlannedEntry]:
    """Several entries of one unit, whose words stay, with what the change says of the whole."""
    if change.state != min((entry.state for entry in before), key=STATES_FROM_WEAKEST.index):
        before = [replace(entry, state=change.state) for entry in before]
    if change.note != (" ".join(entry.note for entry in before if entry.note) or None):
        before = [replace(entry, note=None if index else change.note) for index, entry in enumerate(before)]
    if change.waive is not None and change.waive != _waived(before):
        before = [replace(entry, waive={} if index else change.waive) for index, entry in enumerate(before)]
    return [PlannedEntry(index, entry) for index, entry in zip(covered, before, strict=True)]


def _is_same(source: Sequence[str], wanted: str, statements: Sequence[Statement]) -> bool:
    """Whether the entry has the wanted source already; in a clause it makes no difference what joins the parts."""
    written = " ".join(source)
    return written == wanted or bool(source and statements and same_words(written, wanted))


def _source(statements: Sequence[Statement], wanted: str) -> tuple[str, ...]:
    """A source text as it is written: statement by statement where it is that of several."""
    if len(statements) > 1 and same_words(joined(statements), wanted):
        return tuple(statement.text for statement in statements)
    return (wanted,)

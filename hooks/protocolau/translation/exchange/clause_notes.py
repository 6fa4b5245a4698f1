"""The clauses that went out as notes to the units that are parts of them, and come back as if somebody had noted them.

A program may have left out whose note each is and of what, by which they are known otherwise.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from unicodedata import normalize

from protocolau.model.protocol import Version
from protocolau.model.translation import key_of_unit
from protocolau.translation.exchange.incoming import IncomingUnit


def without_clauses(version: Version, rows: Sequence[IncomingUnit]) -> tuple[IncomingUnit, ...]:
    """The rows of a file of one protocol, without the clause among the notes of each that is a part of one."""
    sources: dict[str, list[str]] = {}
    for row in rows:
        sources.setdefault(key_of_unit(row.unit), []).append(row.source)
    return tuple(_without_clause(row, _clauses(version, row.unit, sources)) if row.note else row for row in rows)


def _clauses(version: Version, unit: str, sources: dict[str, list[str]]) -> Iterator[str]:
    """The clause of a unit that is a part of it: as it is today, and as it was when its parts left."""
    key = key_of_unit(unit)
    if key != unit:
        yield " ".join(sources[key])
        provision = version.provisions.get(key)
        yield (provision.text if provision else None) or ""


def _without_clause(row: IncomingUnit, clauses: Iterator[str]) -> IncomingUnit:
    note = normalize("NFC", row.note or "")
    for clause in filter(str.strip, clauses):
        words = r"\s+".join(map(re.escape, normalize("NFC", clause).split()))
        rest, times = re.subn(rf"^[ \t]*{words}[ \t]*(?:\n|\Z)", "", note, flags=re.MULTILINE)
        if times:
            return replace(row, note=rest.strip() or (None if row.adds_note else ""))
    return row

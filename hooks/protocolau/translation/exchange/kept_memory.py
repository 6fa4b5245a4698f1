"""The memory kept from other programs: a TMX file beside the vocabulary, whose texts are offered like our own.

What is kept is what came in by `translation memory import --keep`; it is offered and never written into a protocol's
translation by itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from protocolau.read.problem import Faulty
from protocolau.runtime.files import write_whole
from protocolau.translation.exchange import tmx
from protocolau.translation.exchange.incoming import read_bytes
from protocolau.translation.exchange.tmx import TmxUnit
from protocolau.translation.memory import EXACT, MemoryMatch, TranslatedPair, UnitAddress

KEPT = "memory.tmx"
PLACE = UnitAddress(KEPT, "", "")
"""Where a pair of it stands, to whoever asks."""


def kept_pairs(vocabulary: Path, source: str, target: str) -> list[TranslatedPair]:
    """The pairs kept beside a vocabulary, from one language into another. Raises Faulty where the file is spoilt."""
    return [TranslatedPair(unit.texts[source], unit.texts[target], unit.state, PLACE) for unit in _kept(vocabulary)]


def keep(vocabulary: Path, units: Sequence[TmxUnit]) -> int:
    """Keeps those of a memory's units that are not kept yet, and can stand in a text. Says how many these are."""
    known = list(_kept(vocabulary))
    texts = {_both(unit) for unit in known}
    new = [unit for unit in _distinct(units) if _both(unit) not in texts and _is_to_be_kept(unit)]
    if new:
        write_whole(vocabulary / KEPT, tmx.write(map(_match, (*known, *new))))
    return len(new)


def _is_to_be_kept(unit: TmxUnit) -> bool:
    return all(map(tmx.is_sound, _both(unit))) and not tmx.is_copied(unit)


def _kept(vocabulary: Path) -> Iterator[TmxUnit]:
    path = vocabulary / KEPT
    for unit in _read(path) if path.exists() else ():
        yield TmxUnit(unit.texts, "reviewed" if unit.state == "reviewed" else "draft")


def _read(path: Path) -> list[TmxUnit]:
    try:
        return tmx.read(read_bytes(path), path)
    except Faulty as spoilt:
        remedy = "put the last good one in its place, or delete it"
        raise Faulty([replace(problem, remedy=remedy) for problem in spoilt.problems]) from None


def _distinct(units: Sequence[TmxUnit]) -> list[TmxUnit]:
    return list({_both(unit): unit for unit in units}.values())


def _both(unit: TmxUnit) -> tuple[str, str]:
    return unit.texts["en"], unit.texts["cy"]


def _match(unit: TmxUnit) -> MemoryMatch:
    return MemoryMatch(EXACT, *_both(unit), unit.state, (PLACE,))

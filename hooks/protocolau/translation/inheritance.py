"""A new version starts with the translation of the one before it.

Where its text is unchanged, the translation holds as it stood, wherever in the document the text has
moved and however its clause is cut now; where it changed at the same place, the old translation arrives as stale;
the rest is missing. A clause of which its own translation has a part inherits the other parts. What the council adopted
with the older version is not said to be adopted with the newer: it is as good as reviewed.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.statements import joined
from protocolau.model.translation import (
    TITLE,
    Translation,
    Unit,
    clause_unit,
    heading_unit,
    key_of_unit,
    merged_unit,
    places_of_unit,
    same_words,
)
from protocolau.model.unit_alignment import align


def with_inherited(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Versions, given the oldest first, each with its translations completed from those of the one before it."""
    completed: list[Version] = []
    for version in versions:
        completed.append(_completed(version, completed[-1]) if completed else version)
    return tuple(completed)


def _completed(newer: Version, older: Version) -> Version:
    """The newer version, with what the older one's translations give to its own.

    What was adopted in both languages alike is as it was adopted: nothing is added to it.
    """
    if newer.other_language == "equal" or older.language != newer.language or not older.translations:
        return newer
    inherited = {
        language: _inherited(newer, _not_adopted(translation), newer.translations.get(language))
        for language, translation in older.translations.items()
    }
    return newer.translated({**newer.translations, **inherited}.values())


def _not_adopted(translation: Translation) -> Translation:
    """A translation of which nothing is said to have been adopted."""
    units = {
        name: replace(unit, state="reviewed") if unit.state == "adopted" else unit
        for name, unit in translation.units.items()
    }
    return replace(translation, units=units)


@dataclass(frozen=True, slots=True)
class _OlderUnits:
    """The units of an older translation, as a newer version looks for them."""

    translation: Translation
    by_source: Mapping[str, Unit]
    by_key: Mapping[str, Sequence[Unit]]
    """Those of each clause, in order."""
    kept: frozenset[str]
    """The texts of the newer version: a unit made from one of them is not the old form of another."""

    def at(self, name: str) -> Unit | None:
        """The unit that had this name, unless its text has moved."""
        return self.unless_moved(self.translation.units.get(name))

    def same(self, name: str, source: str) -> Unit | None:
        """The unit that had this name, if it is that of the same words."""
        unit = self.translation.units.get(name)
        return unit if unit and unit.source == source else None

    def unless_moved(self, unit: Unit | None) -> Unit | None:
        """A unit, unless its text stands somewhere in the newer version."""
        return unit if unit and unit.source not in self.kept else None


def _older_units(translation: Translation, newer: Version) -> _OlderUnits:
    by_key: dict[str, list[tuple[int, Unit]]] = {}
    for name, unit in translation.units.items():
        places = places_of_unit(name, 1) or range(1)
        by_key.setdefault(key_of_unit(name), []).append((places.start, unit))
    texts = {text for _, text in _titles(newer)} | {statement.text for statement in newer.statements}
    return _OlderUnits(
        translation,
        {unit.source: unit for unit in translation.units.values()},
        {key: [unit for _, unit in sorted(units, key=lambda placed: placed[0])] for key, units in by_key.items()},
        frozenset(texts),
    )


def _inherited(newer: Version, translation: Translation, own: Translation | None) -> Translation:
    """An older version's translation as the newer one has it. A unit of its own goes before an inherited one.

    Unless it is that of other words, as where what stands before it has been added or taken out since.
    """
    older = _older_units(translation, newer)
    own = _without_displaced(own, newer, older) if own else None
    units: dict[str, Unit] = {}
    spans: dict[str, tuple[range, ...]] = {}
    for name, source in _titles(newer):
        if unit := older.same(name, source) or older.by_source.get(source) or older.at(name):
            units[name] = unit
    for provision in newer.provisions.values():
        if provision.statements and provision.language == newer.language:
            placed = list(_units_of_clause(provision, older, own))
            spans[provision.anchor] = tuple(places for places, _ in placed)
            units.update({clause_unit(provision, places): unit for places, unit in placed if unit})
    path = own.path if own else translation.path
    return Translation(translation.language, path, {**units, **(own.units if own else {})}, spans)


def _without_displaced(own: Translation, newer: Version, older: _OlderUnits) -> Translation:
    """A version's own translation without units of other words than today's, where these have moved elsewhere.

    Nor is one kept in the place of words that the older translation has.
    """
    texts = dict(_titles(newer))
    for anchor, spans in own.spans.items():
        provision = newer.provisions[anchor]
        texts.update((clause_unit(provision, places), _words(provision, places)) for places in spans)
    displaced = {
        name
        for name, unit in own.units.items()
        if unit.source != texts.get(name) and (unit.source in older.kept or texts.get(name) in older.by_source)
    }
    return replace(own, units={name: unit for name, unit in own.units.items() if name not in displaced})


def _titles(version: Version) -> Iterator[tuple[str, str]]:
    """The units of the title and of the headings, with their words."""
    yield TITLE, version.title
    for anchor, provision in version.provisions.items():
        if provision.heading:
            yield heading_unit(anchor), provision.heading


_Placed = tuple[range, Unit | None]
"""Neighbouring statements that are a unit, and its translation, where it has one."""


def _units_of_clause(provision: Provision, older: _OlderUnits, own: Translation | None) -> Iterator[_Placed]:
    """The units of a clause: those of its own translation, and between them what the older one has."""
    open_from = 0
    for places in own.spans.get(provision.anchor, ()) if own else ():
        if own and (unit := own.units.get(clause_unit(provision, places))):
            yield from _inherited_units(provision, range(open_from, places.start), older)
            yield places, unit
            open_from = places.stop
    yield from _inherited_units(provision, range(open_from, len(provision.statements)), older)


def _inherited_units(provision: Provision, places: range, older: _OlderUnits) -> Iterator[_Placed]:
    """The units of some statements: what the older clause has of their words, else what stood elsewhere or here."""
    statements = provision.statements[places.start : places.stop]
    entries = older.by_key.get(provision.anchor, ())
    for span in align([statement.text for statement in statements], [unit.source for unit in entries]):
        here = range(places.start + span.statements.start, places.start + span.statements.stop)
        beside = entries[span.entries.start : span.entries.stop]
        words = joined(provision.statements[here.start : here.stop])
        if here and beside and same_words(words, " ".join(unit.source for unit in beside)):
            yield here, merged_unit(beside, words)
        else:
            yield from _changed_units(provision, here, beside, older)


def _changed_units(
    provision: Provision, places: range, beside: Sequence[Unit], older: _OlderUnits
) -> Iterator[_Placed]:
    """The units of statements whose words the older clause does not have; `beside` is what stood in their place.

    Where as many stood there each is the old form of one; else all are that of the whole, as in a file of its own.
    """
    runs = [(run, older.by_source.get(_words(provision, run))) for run in _runs_found(provision, places, older)]
    old = [unit for unit in beside if older.unless_moved(unit)]
    if places and old and len(beside) != len(places) and not any(unit for _, unit in runs):
        yield places, merged_unit(old, None)
        return
    for run, unit in runs:
        if unit is None and len(beside) == len(places):
            unit = older.unless_moved(beside[run.start - places.start])
        yield run, unit or older.at(clause_unit(provision, run))


def _runs_found(provision: Provision, places: range, older: _OlderUnits) -> Iterator[range]:
    """Some statements cut into units: the longest runs of which the older translation has the very words."""
    start = places.start
    while start < places.stop:
        ends = range(places.stop, start + 1, -1)
        end = next((end for end in ends if _words(provision, range(start, end)) in older.by_source), start + 1)
        yield range(start, end)
        start = end


def _words(provision: Provision, places: range) -> str:
    return joined(provision.statements[places.start : places.stop])

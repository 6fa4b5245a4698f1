"""A new version starts with the translation of the one before it.

Where its text is unchanged, the translation holds as it stood, wherever in the document the text has
moved; where it changed under the same anchor, the old translation arrives as stale; the rest is missing.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protocolau.model.protocol import Provision, Version
from protocolau.model.statements import Statement, joined
from protocolau.model.translation import TITLE, Translation, Unit, clause_unit, heading_unit


def with_inherited(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Versions, given the oldest first, each with its translations completed from those of the one before it."""
    completed: list[Version] = []
    for version in versions:
        completed.append(_completed(version, completed[-1]) if completed else version)
    return tuple(completed)


def _completed(newer: Version, older: Version) -> Version:
    """The newer version, with what the older one's translations give to its own."""
    if older.language != newer.language or not older.translations:
        return newer
    inherited = {
        language: _inherited(newer, translation, newer.translations.get(language))
        for language, translation in older.translations.items()
    }
    return newer.translated({**newer.translations, **inherited}.values())


def _inherited(newer: Version, translation: Translation, own: Translation | None) -> Translation:
    """An older version's translation as the newer one has it. A unit of its own goes before an inherited one."""
    by_source = {unit.source: unit for unit in translation.units.values()}
    units: dict[str, Unit] = {}
    spans: dict[str, tuple[range, ...]] = {}
    for name, source in _titles(newer):
        if unit := by_source.get(source) or translation.units.get(name):
            units[name] = unit
    for provision in newer.provisions.values():
        if own and provision.anchor in own.spans:
            spans[provision.anchor] = own.spans[provision.anchor]
        elif provision.statements and provision.language == newer.language:
            spans[provision.anchor] = tuple(_spans_by_source(provision.statements, by_source))
            units.update(_units_of_clause(provision, spans[provision.anchor], by_source, translation))
    path = own.path if own else translation.path
    return Translation(translation.language, path, {**units, **(own.units if own else {})}, spans)


def _titles(version: Version) -> Iterator[tuple[str, str]]:
    """The units of the title and of the headings, with their words."""
    yield TITLE, version.title
    for anchor, provision in version.provisions.items():
        if provision.heading:
            yield heading_unit(anchor), provision.heading


def _spans_by_source(statements: Sequence[Statement], by_source: Mapping[str, Unit]) -> Iterator[range]:
    """The statements cut into units: the longest runs of which the older translation has the very words."""
    start = 0
    while start < len(statements):
        ends = range(len(statements), start + 1, -1)
        end = next((end for end in ends if joined(statements[start:end]) in by_source), start + 1)
        yield range(start, end)
        start = end


def _units_of_clause(
    provision: Provision, spans: Sequence[range], by_source: Mapping[str, Unit], translation: Translation
) -> Iterator[tuple[str, Unit]]:
    """The units of a clause by their names: what has the very words, else what stood at the same place."""
    for statements in spans:
        name = clause_unit(provision, statements)
        words = joined(provision.statements[statements.start : statements.stop])
        if unit := by_source.get(words) or translation.units.get(name):
            yield name, unit

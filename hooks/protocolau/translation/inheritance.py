"""A new version starts with the translation of the one before it.

Where its text is unchanged, the translation holds as it stood, wherever in the document the text has
moved; where it changed under the same anchor, the old translation arrives as stale; the rest is missing.
"""

from collections.abc import Iterable

from protocolau.model.protocol import Translation, Version


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
    heirs = {name: by_source.get(source) or translation.units.get(name) for name, source in newer.units.items()}
    inherited = {name: unit for name, unit in heirs.items() if unit}
    if own is None:
        return Translation(translation.language, translation.path, inherited)
    return Translation(translation.language, own.path, {**inherited, **own.units})

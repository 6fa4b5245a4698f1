"""A new version starts with the translation of the one before it.

Where its text is unchanged, the translation holds as it stood, wherever in the document the text has
moved; where it changed under the same anchor, the old translation arrives as stale; the rest is missing.
"""

from itertools import pairwise

from protocolau.model.protocol import Translation, Unit, Version


def inherit(versions: tuple[Version, ...]) -> None:
    """Completes the translations of each version, the oldest first, from those of its predecessor."""
    for older, newer in pairwise(versions):
        if older.language != newer.language:
            continue
        for language, translation in older.translations.items():
            own = newer.translations.get(language)
            units = {**_inherited(newer, translation), **(own.units if own else {})}
            newer.translations[language] = Translation(language, own.path if own else translation.path, units)


def _inherited(newer: Version, translation: Translation) -> dict[str, Unit]:
    by_source = {unit.source: unit for unit in translation.units.values()}
    found = {name: by_source.get(source) or translation.units.get(name) for name, source in newer.units.items()}
    return {name: unit for name, unit in found.items() if unit}

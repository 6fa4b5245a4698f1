"""Lists: a list is translated whole."""

from collections.abc import Iterator

from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.translation import Translation, clause_unit
from protocolau.translation.checks.finding import Finding


def list_lengths(version: Version, translation: Translation) -> Iterator[tuple[str, Finding]]:
    """Where some items of a list are translated all of them are.

    Each finding comes with the unit of which it is told: the first of the first item that is translated.
    """
    for provision in version.provisions.values():
        items = {item.anchor: units for item in provision.items if (units := _units(item, version))}
        done = [anchor for anchor, units in items.items() if all(unit in translation.units for unit in units)]
        if done and len(done) < len(items):
            missing = ", ".join(anchor for anchor in items if anchor not in done)
            what = f"of the {len(items)} items of this list {len(done)} are translated"
            yield items[done[0]][0], (what, f"translate {missing}")


def _units(item: Provision, version: Version) -> list[str]:
    """The names of the units of an item's text; none where that is not to be translated."""
    names = (clause_unit(item, statements) for statements in version.unit_spans(item))
    return [name for name in names if name in version.units]

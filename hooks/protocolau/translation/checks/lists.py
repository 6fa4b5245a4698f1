"""Lists: a list is translated whole."""

from collections.abc import Iterator

from protocolau.model.protocol import Provision, Version
from protocolau.model.translation import Translation
from protocolau.translation.checks.finding import Finding


def list_lengths(version: Version, translation: Translation) -> Iterator[tuple[str, Finding]]:
    """Where some items of a list are translated all of them are.

    Each finding comes with the unit of which it is told: the first item that is translated.
    """
    for provision in version.provisions.values():
        items = [item.anchor for item in provision.items if _is_unit(item, version)]
        done = [anchor for anchor in items if anchor in translation.units]
        if done and len(done) < len(items):
            missing = ", ".join(anchor for anchor in items if anchor not in translation.units)
            what = f"of the {len(items)} items of this list {len(done)} are translated"
            yield done[0], (what, f"translate {missing}")


def _is_unit(item: Provision, version: Version) -> bool:
    return item.anchor in version.units

"""What a row of a translator's file makes of today's unit: what was changed is taken from the row, the rest stays."""

from unicodedata import normalize

from protocolau.model.translation import STATES_FROM_WEAKEST, Unit
from protocolau.translation.editing.unit_change import UnitChange
from protocolau.translation.exchange.incoming import NO_NOTE, IncomingUnit


def merged(incoming: IncomingUnit, unit: Unit | None, changed: set[str]) -> UnitChange:
    """Today's unit with what the translator changed in it: any of `target`, `state` and `note`."""
    note = _note(incoming, unit) if "note" in changed or unit is None else unit.note
    if unit and changed == {"note"}:
        return UnitChange(incoming.unit, unit.source, unit.target, unit.state, note, unit.waive)
    is_new = unit is None or "target" in changed and not is_alike(unit.target, incoming.target or "")
    target = (incoming.target or "") if unit is None or is_new else unit.target
    waive = unit.waive if unit else {}
    if incoming.state == "stale":
        source = unit.source if unit else incoming.previous_source or incoming.source
        return UnitChange(incoming.unit, source, target, unit.state if unit and not is_new else "draft", note, waive)
    is_said = unit is None or "state" in changed or incoming.says_state
    said = incoming.state if unit is None or is_said else unit.state
    state = said if said in STATES_FROM_WEAKEST else "draft"
    return UnitChange(incoming.unit, incoming.source, target, state, note, waive)


def _note(incoming: IncomingUnit, unit: Unit | None) -> str | None:
    """The note of the file, beside the one that is here where it is another program's."""
    before, note = unit.note if unit else None, normalize("NFC", incoming.note or "")
    if note == NO_NOTE:
        return None
    if incoming.adds_note and before and note:
        return before if note in before else f"{before}\n{note}"
    return note or None


def is_alike(text: str, other: str) -> bool:
    """Whether two texts are the same, however their letters are composed."""
    return normalize("NFC", text) == normalize("NFC", other)


def is_same(change: UnitChange, unit: Unit) -> bool:
    """Whether a change leaves a unit as it is."""
    return (change.source, change.target, change.state, change.note) == (
        unit.source, unit.target, unit.state, unit.note
    )  # fmt: skip

"""The clause of which a unit is a part, as the checks see it."""

from protocolau.language import other
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.translation import Translation, Unit, clause_unit, key_of_unit, places_of_unit
from protocolau.translation.checks.finding import CheckedClause, printed


def checked_clause(name: str, version: Version, translation: Translation) -> CheckedClause | None:
    """The clause of a unit; None for a heading, the title, and a unit that is the whole text of its clause."""
    provision = version.provisions.get(key_of_unit(name))
    if provision is None or provision.anchor == name:
        return None
    places = places_of_unit(name, len(provision.statements))
    units = units_of_clause(provision, version, translation)
    texts = {
        other(translation.language): printed(" ".join(unit.source for unit in units)),
        translation.language: printed(" ".join(unit.target for unit in units)),
    }
    return CheckedClause(texts, places is not None and places.stop < len(provision.statements))


def units_of_clause(provision: Provision, version: Version, translation: Translation) -> list[Unit]:
    """The translated units of a clause, in order."""
    names = (clause_unit(provision, places) for places in version.unit_spans(provision))
    return [translation.units[name] for name in names if name in translation.units]

"""The form in which a unit is translated."""

from dataclasses import dataclass

from protocolau.comparison.difference import Piece, difference
from protocolau.editor.edited_unit import EditedUnit
from protocolau.editor.translation_aids import TranslationAids
from protocolau.library.library import Library
from protocolau.read.messages import told_in
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme
from protocolau.render.unit_labels import unit_label
from protocolau.translation.checks import BilingualWarning
from protocolau.translation.exchange.kept_memory import PLACE
from protocolau.translation.memory import MemoryMatch, UnitAddress, name_in_council


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation from memory, what it is called where it stands, and how its source differs from ours."""

    match: MemoryMatch
    place: str
    changes: tuple[Piece, ...]


def form(edited: EditedUnit, aids: TranslationAids, theme: Theme, messages: Messages) -> str:
    """The HTML of the form for a unit, in the language of the messages."""
    unit = edited.unit
    return theme.render(
        "edit/form.html",
        t=messages,
        language=messages.language,
        edited=edited,
        label=unit_label(messages, edited.version, edited.name),
        changes=difference(unit.source, edited.source) if unit and edited.state == "stale" else (),
        remarks=_remarks(edited, aids, messages),
        suggestions=[_suggestion(edited, match, aids.library, messages) for match in aids.suggestions(edited)],
        terms=aids.terms(edited),
    )


def _remarks(edited: EditedUnit, aids: TranslationAids, messages: Messages) -> list[tuple[str, BilingualWarning]]:
    """What the checks say of a unit, each with the name of the check, in the language of the messages."""
    warnings = aids.warnings(edited, edited.unit)
    return [(_check_name(messages, warning.check), told_in(warning, messages.language)) for warning in warnings]


def _suggestion(edited: EditedUnit, match: MemoryMatch, library: Library, messages: Messages) -> Suggestion:
    changes = () if match.is_exact else difference(match.source, edited.source)
    return Suggestion(match, _address_label(match.places[0], library, messages), changes)


def _address_label(address: UnitAddress, library: Library, messages: Messages) -> str:
    if address == PLACE:
        return messages("edit.kept")
    council = library.councils[address.council]
    version = next(version for version in council.versions if name_in_council(version) == address.version)
    return f"{council.short_name[messages.language]} {unit_label(messages, version, address.unit)}"


def _check_name(messages: Messages, check: str) -> str:
    """What a check is called; one that has no name yet by its own."""
    try:
        return messages(f"edit.check.{check}")
    except KeyError:
        return check

"""The form in which a unit is translated, and what it asks for while it is open."""

from dataclasses import dataclass

from protocolau.comparison.difference import Piece, difference
from protocolau.editor.edited_unit import EditedUnit
from protocolau.editor.request_guard import UnitFields
from protocolau.editor.translation_aids import FOUND, TranslationAids
from protocolau.library.library import Library
from protocolau.model.translation import Unit
from protocolau.read.dates import PartialDate
from protocolau.read.messages import told_in
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme
from protocolau.render.unit_labels import unit_label
from protocolau.repository.unit_history import unit_history
from protocolau.translation.checks import WAIVABLE, BilingualWarning
from protocolau.translation.exchange.kept_memory import PLACE
from protocolau.translation.memory import MemoryMatch, UnitAddress, name_in_council


@dataclass(frozen=True, slots=True)
class MemorySuggestion:
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
        remarks=_remarks(edited, edited.unit, aids, messages),
        waived=_waived(edited, messages),
        waivable=WAIVABLE,
        suggestions=[_suggestion(edited, match, aids.library, messages) for match in aids.suggestions(edited)],
        terms=aids.terms(edited),
    )


def remarks_on(edited: EditedUnit, fields: UnitFields, aids: TranslationAids, theme: Theme, messages: Messages) -> str:
    """The HTML of what the checks say of a unit as it is typed."""
    remarks = _remarks(edited, edited.with_fields(fields), aids, messages) if fields.target.strip() else []
    return theme.render("edit/remarks.html", t=messages, remarks=remarks, waivable=WAIVABLE)


def places_with(edited: EditedUnit, words: str, aids: TranslationAids, theme: Theme, messages: Messages) -> str:
    """The HTML of where some words have been translated."""
    found = [
        MemorySuggestion(match, _address_label(match.places[0], aids.library, messages), ())
        for match in aids.looked_up(edited, words)
    ]
    return theme.render("edit/found.html", t=messages, edited=edited, found=found, most=FOUND)


def past_of(edited: EditedUnit, theme: Theme, messages: Messages) -> str:
    """The HTML of a unit's history."""
    history = unit_history(edited.path, edited.version, edited.name)
    now = edited.unit
    is_saved_alone = bool(
        history
        and now
        and (now.target, now.state, now.note or "") != (history[0].target, history[0].state, history[0].note)
    )
    return theme.render(
        "edit/history.html",
        t=messages,
        edited=edited,
        history=history,
        is_saved_alone=is_saved_alone,
        day=lambda day: messages.date(PartialDate.parse(day)),
        changes=lambda older, newer: difference(older.target, newer.target),
    )


def _remarks(
    edited: EditedUnit, unit: Unit | None, aids: TranslationAids, messages: Messages
) -> list[tuple[str, BilingualWarning]]:
    """What the checks say of a unit, each with the name of the check, in the language of the messages."""
    warnings = aids.warnings(edited, unit)
    return [(check_name(messages, warning.check), told_in(warning, messages.language)) for warning in warnings]


def _waived(edited: EditedUnit, messages: Messages) -> list[tuple[str, str, str]]:
    """The checks that a unit waives: the key, the name and the reason of each."""
    waived = edited.unit.waive if edited.unit else {}
    return [(check, check_name(messages, check), reason) for check, reason in waived.items()]


def _suggestion(edited: EditedUnit, match: MemoryMatch, library: Library, messages: Messages) -> MemorySuggestion:
    changes = () if match.is_exact else difference(match.source, edited.source)
    return MemorySuggestion(match, _address_label(match.places[0], library, messages), changes)


def _address_label(address: UnitAddress, library: Library, messages: Messages) -> str:
    if address == PLACE:
        return messages("edit.kept")
    council = library.councils[address.council]
    version = next(version for version in council.versions if name_in_council(version) == address.version)
    return f"{council.short_name[messages.language]} {unit_label(messages, version, address.unit)}"


def check_name(messages: Messages, check: str) -> str:
    """What a check is called; one that has no name yet by its own."""
    try:
        return messages(f"edit.check.{check}")
    except KeyError:
        return check

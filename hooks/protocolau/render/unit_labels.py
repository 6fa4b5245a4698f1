"""What to call a unit of a translation: `8.6`, `8, heading`, `2.1, statement 2`."""

from collections.abc import Callable

from protocolau.model.protocol import Version
from protocolau.model.translation import TITLE, anchor_of_unit, is_heading, places_of_unit
from protocolau.render.citations import citation
from protocolau.render.messages import Messages
from protocolau.translation.reading import Reading


def unit_label(messages: Messages, version: Version, unit: str, cite: Callable[[str], str] | None = None) -> str:
    """What to call a unit of a version in the language of the messages. `cite` says what to call a provision, by its
    anchor, where somebody knows it already."""
    if unit == TITLE:
        return messages("document_title")
    anchor = anchor_of_unit(unit)
    name = cite(anchor) if cite else citation(messages, Reading(version, messages.language), anchor)
    if anchor == unit:
        return name
    if is_heading(unit):
        return messages("unit.heading", name=name)
    places = places_of_unit(unit, len(version.provisions[anchor].statements)) or range(1)
    if len(places) == 1:
        return messages("unit.statement", name=name, first=places.stop)
    return messages("unit.statements", name=name, first=places.start + 1, last=places.stop)

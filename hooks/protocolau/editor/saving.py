"""Saving a unit as a form sends it."""

from dataclasses import replace
from http import HTTPStatus

from protocolau.editor.browser_files import EditAnswer
from protocolau.editor.edited_unit import EditedUnit
from protocolau.editor.request_guard import Refusal, UnitFields
from protocolau.editor.translation_aids import TranslationAids
from protocolau.language.marks import plain
from protocolau.model.translation import Unit
from protocolau.read.problem import Faulty
from protocolau.read.text import unwanted_shown
from protocolau.render.messages import Messages
from protocolau.runtime.files import refusal
from protocolau.translation.checks import WAIVABLE
from protocolau.translation.editing.translation_file import UnitChange, save


def save_unit(edited: EditedUnit, fields: UnitFields, aids: TranslationAids, messages: Messages) -> EditAnswer:
    """Writes a unit into its file. Says whether that changed anything, its state, whether the checks remark on it, and
    what tells it from whatever the file may hold later.

    Raises Refusal for words that no file may hold, and where the file has changed since the form was opened.
    """
    unit = _unit(edited, fields)
    if fields.opened != edited.fingerprint:
        raise Refusal(HTTPStatus.CONFLICT, "changed")
    has_remarks = bool(aids.warnings(edited, unit))
    changed = _write(edited, unit)
    said = messages(f"unit.{unit.state}")
    opened = replace(edited, unit=unit).fingerprint
    return {"changed": changed, "remarks": has_remarks, "state": unit.state, "says": said, "opened": opened}


def _write(edited: EditedUnit, unit: Unit) -> bool:
    """Whether the file changed. Raises Refusal where it cannot be written."""
    change = UnitChange(edited.name, unit.source, unit.target, unit.state, unit.note, unit.waive)
    try:
        return save(edited.path, edited.version, edited.language, [change])
    except Faulty as faulty:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "rule", what=faulty.problems[0].what) from None
    except OSError as error:
        raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "rule", what=refusal(error)) from None


def _unit(edited: EditedUnit, fields: UnitFields) -> Unit:
    """The unit that the fields make. Raises Refusal for words that no file may hold."""
    if fields.state not in edited.states:
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused")
    if not {*WAIVABLE, *(edited.unit.waive if edited.unit else ())}.issuperset(fields.waive):
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused")
    texts = (fields.target, fields.note, *fields.waive.values())
    if shown := next(filter(None, map(unwanted_shown, texts)), None):
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "character", words=shown)
    try:
        is_empty = not plain(fields.target).strip()
    except ValueError:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "stars") from None
    if is_empty:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "empty")
    before = edited.unit
    if fields.state == "adopted" and before and before.target != fields.target:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "adopted")
    return edited.with_fields(fields)

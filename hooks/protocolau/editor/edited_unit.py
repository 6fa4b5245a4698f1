"""The unit that is being edited, as it stands on the disk at this moment."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path

from protocolau.editor.request_guard import Refusal, UnitFields
from protocolau.language import other
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Version
from protocolau.model.translation import Translation, Unit
from protocolau.repository.council_files import load_council
from protocolau.repository.vocabulary_files import VOCABULARY
from protocolau.translation.editing.translation_file import path_of
from protocolau.translation.memory import name_in_council
from protocolau.translation.reading import state_of

_STATES = ("draft", "reviewed")


@dataclass(frozen=True, slots=True)
class EditedUnit:
    """A unit of a version, with its translation into the language in which that was not adopted."""

    council: Council
    version: Version
    name: str
    unit: Unit | None
    """The translation, where there is one."""

    @property
    def source(self) -> str:
        """The words that are to be translated."""
        return self.version.units[self.name]

    @property
    def language(self) -> str:
        """The language into which they are translated."""
        return other(self.version.language)

    @property
    def path(self) -> Path:
        """The file in which the translation stands, or is to stand."""
        return path_of(self.version, self.language)

    @property
    def vocabulary_folder(self) -> Path:
        """The folder of the vocabulary that lies beside the council's own."""
        return council_folder(self.council).parent / VOCABULARY

    @property
    def state(self) -> str:
        """The state of the translation: one of five."""
        return state_of(self.unit, self.source)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that it can be saved in. Only the council can adopt a translation; it may stay adopted."""
        return (*_STATES, "adopted") if self.unit and self.unit.state == "adopted" else _STATES

    @property
    def fingerprint(self) -> str:
        """Tells the unit as it is now from whatever the file may hold later."""
        unit = self.unit
        texts = [self.source, *([unit.source, unit.target, unit.state, unit.note] if unit else [])]
        texts += [text for waived in sorted(unit.waive.items()) for text in waived] if unit else []
        return sha256(json.dumps(texts).encode()).hexdigest()

    def with_fields(self, fields: UnitFields) -> Unit:
        """The unit as a form has it."""
        line = self.unit.line if self.unit else 1
        return Unit(self.source, fields.target, fields.state, self.path, line, fields.note or None, fields.waive)

    def translation_with(self, unit: Unit) -> Translation:
        """The whole translation as it is once this unit is saved."""
        before = self.version.translations.get(self.language)
        units = {**(before.units if before else {}), self.name: unit}
        return Translation(self.language, self.path, units, before.spans if before else {})


def edited_unit(library: Library, query: Mapping[str, str]) -> EditedUnit:
    """Reads the unit that is asked for by `council`, `version` and `unit`. Raises Refusal where there is none.

    The version is named as it is within its council.

    What is asked is looked up by name, and never becomes part of a path.
    """
    known = library.councils.get(query.get("council", ""))
    if not known:
        raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
    council, problems = load_council(council_folder(known), library.vocabulary)
    if council is None:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "faulty", what=problems[0])
    version = next((version for version in council.versions if name_in_council(version) == query.get("version")), None)
    name = query.get("unit", "")
    if version is None or version.other_language == "equal" or name not in version.units:
        raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
    translation = version.translations.get(other(version.language))
    return EditedUnit(council, version, name, translation.units.get(name) if translation else None)


def council_folder(council: Council) -> Path:
    """The folder of a council's files."""
    version = next(iter(council.versions))
    return version.path.parent if version.kind == RELATIONS else version.path.parent.parent

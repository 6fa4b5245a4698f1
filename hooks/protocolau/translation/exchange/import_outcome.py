"""What a translator changed, and what of it does not fit.

Each unit of the file is compared with the fingerprint with which it left and with today's unit. What left and
came back alike is no change, whatever happened to the unit meanwhile. A change is taken where it
touches what nobody else has touched; where the source text has moved on it is taken with the text
from which it was made, and so stands there as stale.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from protocolau.model.protocol import Version
from protocolau.model.translation import Unit
from protocolau.read.document import Location, YamlDocument
from protocolau.read.problem import Problem
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import UnitShape
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.editing.unit_change import UnitChange
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import IncomingFile, IncomingUnit
from protocolau.translation.exchange.outgoing import protocol_of
from protocolau.translation.reading import state_of

_NAMES = {"en": "English", "cy": "Welsh"}
_SETTLED = ("draft", "reviewed", "adopted")


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The outcome of an import."""

    units: tuple[UnitChange, ...] = ()
    """What is to be written, in the order of the file."""
    refused: tuple[Problem, ...] = ()
    """What does not fit and is not written."""
    moved_on: tuple[Problem, ...] = ()
    """What is written and stale at once, because its source text is another today."""


class _Refused(Exception):
    """A unit that cannot be taken: what is wrong and what to do."""


def incoming_changes(version: Version, language: str, file: IncomingFile) -> ImportOutcome:
    """Works out what a file changes in the translation of a version into a language."""
    if wrong := _wrong_file(version, language, file):
        return ImportOutcome(refused=(wrong,))
    return _Comparison(version, language, file).outcome()


def _wrong_file(version: Version, language: str, file: IncomingFile) -> Problem | None:
    wanted = protocol_of(version)
    if file.protocol != wanted:
        what = f"the file is for '{file.protocol}', not for '{wanted}'"
        return Problem(file.path, file.line, what, "import the file that was exported from this protocol")
    if file.language == version.language:
        what = f"the file translates into '{language}', in which the protocol itself was adopted"
        return Problem(file.path, file.line, what, "export it anew")
    if file.language != language:
        what = "the file does not say into what it translates"
        if file.language:
            what = f"the file translates into '{file.language}', not into '{language}'"
        return Problem(file.path, file.line, what, "import the file that was exported for this language")
    return None


class _Comparison:
    """Compares one file with one translation."""

    def __init__(self, version: Version, language: str, file: IncomingFile):
        self.version, self.language, self.file = version, language, file
        translation = version.translations.get(language)
        self.units = translation.units if translation else {}
        self.times = Counter(incoming.unit for incoming in file.units if incoming.protocol == protocol_of(version))

    def outcome(self) -> ImportOutcome:
        """Takes what fits of every unit of the file, and says why the rest does not."""
        changes: list[UnitChange] = []
        refused: list[Problem] = []
        moved_on: list[Problem] = []
        for incoming in self.file.units:
            try:
                change = self._change(incoming)
            except _Refused as refusal:
                refused.append(self._problem(incoming, *refusal.args))
                continue
            faults = self._faults(incoming, change) if change else []
            refused += faults
            if change and not faults:
                changes.append(change)
                moved_on += self._moved_on(incoming, change)
        return ImportOutcome(tuple(changes), tuple(dict.fromkeys(refused)), tuple(moved_on))

    def _problem(self, incoming: IncomingUnit, what: str, remedy: str) -> Problem:
        return Problem(self.file.path, incoming.line, what, remedy)

    def _change(self, incoming: IncomingUnit) -> UnitChange | None:
        """The change that a unit of the file makes, or None where it makes none."""
        self._require_own_unit(incoming)
        unit, today = self.units.get(incoming.unit), self.version.units[incoming.unit]
        before = incoming.exported or ExportFingerprint.of_unit(unit, today, state_of(unit, today))
        self._require_exported_source(incoming)
        changed = incoming.changed_since(before)
        if not changed or not self._has_words(incoming, unit, changed):
            return None
        self._require_unchanged_here(incoming, unit, today, changed)
        change = _merged(incoming, unit, changed)
        return None if unit and _is_same(change, unit) else change

    def _require_own_unit(self, incoming: IncomingUnit) -> None:
        """Raises _Refused unless the unit is of this protocol, exists there, and stands in the file once."""
        if incoming.protocol != protocol_of(self.version):
            whose = (
                f"belongs to '{incoming.protocol}'" if incoming.protocol else "does not say to which unit it belongs"
            )
            raise _Refused(f"'{incoming.unit}' {whose}", "export the protocol anew and put the translation there")
        if incoming.unit not in self.version.units:
            near = get_close_matches(incoming.unit, self.version.units, n=1, cutoff=0.6)
            hint = f"was it '{near[0]}'? " if near else ""
            raise _Refused(
                f"there is no unit '{incoming.unit}' in the protocol", f"{hint}export it anew to see what there is"
            )
        if self.times[incoming.unit] > 1:
            raise _Refused(
                f"'{incoming.unit}' stands in the file {self.times[incoming.unit]} times", "keep one of them"
            )

    def _require_exported_source(self, incoming: IncomingUnit) -> None:
        """Raises _Refused where the source text in the file is not the one that was exported."""
        if incoming.exported and not incoming.exported.came_from(incoming.source):
            language = _NAMES[self.version.language]
            remedy = (
                "export it anew and put the translation there; the protocol's own words are changed in its own file"
            )
            raise _Refused(f"the {language} of '{incoming.unit}' was altered in the file", remedy)

    def _has_words(self, incoming: IncomingUnit, unit: Unit | None, changed: set[str]) -> bool:
        """Whether there are words to be stored. An offered translation counts once it was accepted or changed."""
        if incoming.target.strip() and (incoming.state != "missing" or "target" in changed):
            return True
        if unit and "target" in changed:
            remedy = "write it again, or take the unit out of the translation's file by hand"
            raise _Refused(f"the translation of '{incoming.unit}' was emptied", remedy)
        if incoming.note and "note" in changed:
            raise _Refused(
                f"'{incoming.unit}' has a note and no translation", "translate it; the note is kept beside it"
            )
        return False

    def _require_unchanged_here(self, incoming: IncomingUnit, unit: Unit | None, today: str, changed: set[str]) -> None:
        """Raises _Refused where what the translator changed was changed here too, or is the council's own words."""
        if unit is None or changed == {"note"}:
            return
        name = _NAMES[self.language]
        if unit.state == "adopted" and unit.source == today:
            raise _Refused(
                f"the {name} of '{incoming.unit}' was adopted by the council", "correct it in its own file by hand"
            )
        if incoming.exported:
            is_changed = not incoming.exported.left_with(unit.target)
        else:
            is_changed = incoming.source != today == unit.source
        if is_changed and unit.target != incoming.target:
            remedy = f"look at both, and put what is to be kept into an export of today (here: “{_short(unit.target)}”)"
            raise _Refused(f"the {name} of '{incoming.unit}' was changed here too since the export", remedy)

    def _faults(self, incoming: IncomingUnit, change: UnitChange) -> list[Problem]:
        """The faults of a change as a unit of the data."""
        data = {self.version.language: change.source, self.language: change.target, "state": change.state}
        data |= {"note": change.note} if change.note else {}
        _, problems = validate(_UnitOfFile(self.file.path, data, {(): incoming.line}, ""), UnitShape)
        texts = (change.target, change.note or "")
        path, line, unit = self.file.path, incoming.line, incoming.unit
        characters = [fault for text in texts for fault in character_faults(path, line, unit, text)]
        return [replace(problem, what=f"'{unit}': {problem.what}") for problem in problems] + characters

    def _moved_on(self, incoming: IncomingUnit, change: UnitChange) -> Iterator[Problem]:
        today = self.version.units[incoming.unit]
        if incoming.source != today and change.source != today:
            what = f"the {_NAMES[self.version.language]} of '{incoming.unit}' is another since the export"
            yield self._problem(
                incoming, what, "taken as stale: look at the two texts and bring the translation up to date"
            )


class _UnitOfFile(YamlDocument):
    """A unit of the file as a document, all of whose values stand on its line."""

    def line(self, location: Location) -> int:
        """That of the unit, wherever in it the value stands."""
        return self.begins(location)


def _merged(incoming: IncomingUnit, unit: Unit | None, changed: set[str]) -> UnitChange:
    """Today's unit with what the translator changed in it."""
    note = incoming.note if "note" in changed or unit is None else unit.note
    if unit and changed == {"note"}:
        return UnitChange(incoming.unit, unit.source, unit.target, unit.state, note)
    target = incoming.target if "target" in changed or unit is None else unit.target
    if incoming.state == "stale":
        source = unit.source if unit else incoming.previous_source or incoming.source
        return UnitChange(incoming.unit, source, target, unit.state if unit else "draft", note)
    state = incoming.state if incoming.state in _SETTLED else "draft"
    return UnitChange(incoming.unit, incoming.source, target, state, note)


def _is_same(change: UnitChange, unit: Unit) -> bool:
    return (change.source, change.target, change.state, change.note) == (
        unit.source, unit.target, unit.state, unit.note
    )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"

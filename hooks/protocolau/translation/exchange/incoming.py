"""What a translator changed, and what of it does not fit.

Each row of the file is laid beside the mark with which it left and beside today's unit. What left and
came back alike is no change, whatever happened to the unit meanwhile. A change is taken where it
touches what nobody else has touched; where the source text has moved on it is taken with the text
from which it was made, and so stands there as stale.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from protocolau.model.protocol import Unit, Version
from protocolau.read.document import Document
from protocolau.read.problem import Problem
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import UnitShape
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.editing.surgery import UnitChange
from protocolau.translation.exchange.rows import ExportFingerprint, IncomingFile, IncomingUnit, protocol_of
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
    """A row that cannot be taken: what is wrong and what to do."""


def incoming_changes(version: Version, language: str, imported: IncomingFile) -> ImportOutcome:
    """What a file changes in the translation of a version into a language."""
    if wrong := _wrong_file(version, language, imported):
        return ImportOutcome(refused=(wrong,))
    return _IncomingFileJudge(version, language, imported).judge()


def _wrong_file(version: Version, language: str, imported: IncomingFile) -> Problem | None:
    here = protocol_of(version)
    line = imported.rows[0].line
    if imported.protocol != here:
        what = f"the file is for '{imported.protocol}', not for '{here}'"
        return Problem(imported.path, line, what, "import the file that was exported from this protocol")
    if imported.language == version.language:
        what = f"the file translates into '{language}', in which the protocol itself was adopted"
        return Problem(imported.path, line, what, "export it anew")
    if imported.language != language:
        said = f"translates into '{imported.language}'" if imported.language else "does not say into what it translates"
        what = f"the file {said}, not into '{language}'" if imported.language else f"the file {said}"
        return Problem(imported.path, line, what, "import the file that was exported for this language")
    return None


class _IncomingFileJudge:
    """Judges the rows of one file beside one translation."""

    def __init__(self, version: Version, language: str, imported: IncomingFile):
        self.version, self.language, self.imported = version, language, imported
        translation = version.translations.get(language)
        self.units = translation.units if translation else {}
        self.times = Counter(row.unit for row in imported.rows if row.protocol == protocol_of(version))

    def judge(self) -> ImportOutcome:
        """The outcome for all rows."""
        made, refused, moved_on = [], [], []
        for row in self.imported.rows:
            try:
                change = self._change(row)
            except _Refused as refusal:
                refused.append(self._problem(row, *refusal.args))
                continue
            faults = self._faults(row, change) if change else []
            refused += faults
            if change and not faults:
                made.append(change)
                moved_on += self._moved_on(row, change)
        return ImportOutcome(tuple(made), tuple(dict.fromkeys(refused)), tuple(moved_on))

    def _problem(self, row: IncomingUnit, what: str, remedy: str) -> Problem:
        return Problem(self.imported.path, row.line, what, remedy)

    def _change(self, row: IncomingUnit) -> UnitChange | None:
        """The change that a row makes, or None where it makes none."""
        self._belongs(row)
        unit, today = self.units.get(row.unit), self.version.units[row.unit]
        before = row.exported or ExportFingerprint.of_unit(unit, today, state_of(unit, today))
        self._source_is_ours(row)
        changed = row.changed_since(before)
        if not changed or not self._says_something(row, unit, changed):
            return None
        self._nobody_else_changed_it(row, unit, today, changed)
        change = _merged(row, unit, changed)
        return None if unit and _same(change, unit) else change

    def _belongs(self, row: IncomingUnit) -> None:
        """A row is of this protocol, of a unit that exists, and the only one of it."""
        if row.protocol != protocol_of(self.version):
            whose = f"belongs to '{row.protocol}'" if row.protocol else "does not say to which unit it belongs"
            raise _Refused(f"'{row.unit}' {whose}", "export the protocol anew and put the translation there")
        if row.unit not in self.version.units:
            near = get_close_matches(row.unit, self.version.units, n=1, cutoff=0.6)
            hint = f"was it '{near[0]}'? " if near else ""
            raise _Refused(
                f"there is no unit '{row.unit}' in the protocol", f"{hint}export it anew to see what there is"
            )
        if self.times[row.unit] > 1:
            raise _Refused(f"'{row.unit}' stands in the file {self.times[row.unit]} times", "keep one of them")

    def _source_is_ours(self, row: IncomingUnit) -> None:
        """The source text in the file is the one that was exported."""
        if row.exported and not row.exported.came_from(row.source):
            language = _NAMES[self.version.language]
            remedy = (
                "export it anew and put the translation there; the protocol's own words are changed in its own file"
            )
            raise _Refused(f"the {language} of '{row.unit}' was altered in the file", remedy)

    def _says_something(self, row: IncomingUnit, unit: Unit | None, changed: set[str]) -> bool:
        """Whether there are words to be stored. An offered translation counts once it was accepted or changed."""
        if row.target.strip() and (row.state != "missing" or "target" in changed):
            return True
        if unit and "target" in changed:
            remedy = "write it again, or take the unit out of the translation's file by hand"
            raise _Refused(f"the translation of '{row.unit}' was emptied", remedy)
        if row.note and "note" in changed:
            raise _Refused(f"'{row.unit}' has a note and no translation", "translate it; the note is kept beside it")
        return False

    def _nobody_else_changed_it(self, row: IncomingUnit, unit: Unit | None, today: str, changed: set[str]) -> None:
        """What the translator changed was left alone here since the export, and is not the council's own words."""
        if unit is None or changed == {"note"}:
            return
        name = _NAMES[self.language]
        if unit.state == "adopted" and unit.source == today:
            raise _Refused(
                f"the {name} of '{row.unit}' was adopted by the council", "correct it in its own file by hand"
            )
        since = not row.exported.left_with(unit.target) if row.exported else row.source != today == unit.source
        if since and unit.target != row.target:
            remedy = f"look at both, and put what is to be kept into an export of today (here: “{_short(unit.target)}”)"
            raise _Refused(f"the {name} of '{row.unit}' was changed here too since the export", remedy)

    def _faults(self, row: IncomingUnit, change: UnitChange) -> list[Problem]:
        """The faults of a change as a unit of the data."""
        data = {self.version.language: change.source, self.language: change.target, "state": change.state}
        data |= {"note": change.note} if change.note else {}
        _, problems = validate(_OneRow(self.imported.path, data, {(): row.line}, ""), UnitShape)
        texts = (change.target, change.note or "")
        unwanted = [fault for text in texts for fault in character_faults(self.imported.path, row.line, row.unit, text)]
        return [replace(problem, what=f"'{row.unit}': {problem.what}") for problem in problems] + unwanted

    def _moved_on(self, row: IncomingUnit, change: UnitChange) -> Iterator[Problem]:
        today = self.version.units[row.unit]
        if row.source != today and change.source != today:
            what = f"the {_NAMES[self.version.language]} of '{row.unit}' is another since the export"
            yield self._problem(row, what, "taken as stale: look at the two texts and bring the translation up to date")


class _OneRow(Document):
    """A row as a document, all of whose values stand on its line."""

    def line(self, location) -> int:
        return self.begins(location)


def _merged(row: IncomingUnit, unit: Unit | None, changed: set[str]) -> UnitChange:
    """Today's unit with what the translator changed in it."""
    note = row.note if "note" in changed or unit is None else unit.note
    if unit and changed == {"note"}:
        return UnitChange(row.unit, unit.source, unit.target, unit.state, note)
    target = row.target if "target" in changed or unit is None else unit.target
    if row.state == "stale":
        source = unit.source if unit else row.previous_source or row.source
        return UnitChange(row.unit, source, target, unit.state if unit else "draft", note)
    return UnitChange(row.unit, row.source, target, row.state if row.state in _SETTLED else "draft", note)


def _same(change: UnitChange, unit: Unit) -> bool:
    return (change.source, change.target, change.state, change.note) == (
        unit.source, unit.target, unit.state, unit.note
    )  # fmt: skip


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"

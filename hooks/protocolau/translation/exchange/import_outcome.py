"""What a translator changed, and what of it does not fit.

Each unit of the file is compared with the fingerprint with which it left and with today's unit, which is found by
its words (`pairing`). What left and came back alike is no change, whatever happened to the unit meanwhile, and what
the file does not say is not deleted. A change is taken where it touches what nobody else has touched; where the
source text has moved on it is taken with the text from which it was made, and so stands there as stale.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import get_close_matches

from protocolau.language import LANGUAGE_NAMES
from protocolau.model.protocol import Version
from protocolau.model.translation import (
    STATES_FROM_WEAKEST,
    Unit,
    anchor_of_unit,
    is_heading,
    places_of_unit,
)
from protocolau.read.document import Location, YamlDocument
from protocolau.read.problem import Problem
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import UnitShape
from protocolau.translation.editing.unit_change import UnitChange
from protocolau.translation.exchange.clause_notes import without_clauses
from protocolau.translation.exchange.fingerprint import note_fingerprint
from protocolau.translation.exchange.incoming import IncomingFile, IncomingUnit
from protocolau.translation.exchange.mistaken import MistakenRows, named, renamed, untranslated
from protocolau.translation.exchange.outgoing import OFFERED, protocol_of
from protocolau.translation.exchange.pairing import PairedRows, paired_rows
from protocolau.translation.exchange.row_merging import is_alike, is_same, merged
from protocolau.translation.exchange.spoilt import faulty_letters
from protocolau.translation.exchange.units_by_words import UnitsByWords
from protocolau.translation.memory import Memory, UnitAddress, name_in_council
from protocolau.translation.reading import state_of


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """The outcome of an import."""

    units: tuple[UnitChange, ...] = ()
    """What is to be written, in the order of the file."""
    refused: tuple[Problem, ...] = ()
    """What does not fit and is not written."""
    moved_on: tuple[Problem, ...] = ()
    """What is written and stale at once, because its source text is another today."""
    remarks: tuple[Problem, ...] = ()
    """What the file does not say, or says and may not, and what was made of that."""
    differences: tuple["UnitDifference", ...] = ()
    """What is to be written beside what stands there now, in the same order."""


@dataclass(frozen=True, slots=True)
class UnitDifference:
    """A unit before and after an import."""

    before: Unit | None
    after: UnitChange


class _Refused(Exception):
    """A unit that cannot be taken: what is wrong and what to do."""


def incoming_changes(
    version: Version, language: str, file: IncomingFile, memory: Memory | None = None
) -> ImportOutcome:
    """Works out what a file changes in the translation of a version into a language.

    By the memory is known what a file that has lost the marks of its export may have left with.
    """
    if wrong := _wrong_file(version, language, file):
        return ImportOutcome(refused=(wrong,))
    return _Comparison(version, language, file, memory).outcome()


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

    def __init__(self, version: Version, language: str, file: IncomingFile, memory: Memory | None):
        file = replace(file, units=without_clauses(version, file.units))
        self.version, self.language, self.file, self.memory = version, language, file, memory
        self.changes: list[UnitChange] = []
        self.refused: list[Problem] = []
        self.moved_on: list[Problem] = []
        self.remarks: list[Problem] = []
        self.differences: list[UnitDifference] = []
        self.untranslated: list[IncomingUnit] = []
        translation = version.translations.get(language)
        self.units = translation.units if translation else {}
        self.by_words = UnitsByWords(version, file.units)
        self.rows = self.by_words.rows_at_their_words()
        self.times = Counter(row.unit for row in self.rows if row.protocol == protocol_of(version))
        self.mistaken = MistakenRows(self.rows)

    def outcome(self) -> ImportOutcome:
        """Takes what fits of every unit of the file, and says why the rest does not."""
        if wrong := renamed(self.file.path, self.rows, self._is_known):
            return ImportOutcome(refused=(wrong,))
        for pair in paired_rows(self.version, self.language, list(self._own_rows())):
            try:
                change = self._change(pair)
            except _Refused as refusal:
                self.refused.append(self._problem(pair.incoming, *refusal.args))
                continue
            faults = self._faults(pair, change) if change else []
            self.refused += faults
            if change and not faults:
                self.changes.append(change)
                self.differences.append(UnitDifference(pair.unit, change))
                self.moved_on += self._moved_on(pair, change)
        self.refused += untranslated(self.file.path, self.untranslated)
        return ImportOutcome(
            tuple(self.changes),
            (*self.file.faults, *dict.fromkeys(self.refused)),
            tuple(self.moved_on),
            (*self.file.remarks, *self._lost_notes(), *self.remarks),
            tuple(self.differences),
        )

    def _lost_notes(self) -> Iterator[Problem]:
        """What is said where notes that left with their units are no longer in the file."""
        lost = [row.unit for row in self.file.units if row.note is None and self._had_note(row)]
        if lost:
            what = f"the file has lost what was noted of {named(lost)}; it stays as it is here"
            yield Problem(self.file.path, self.file.line, what, "write - in the place of a note to take it out")

    def _had_note(self, row: IncomingUnit) -> bool:
        """Whether the unit of a row has a note here, and had one when it left."""
        unit = self.units.get(row.unit)
        return bool(unit and unit.note) and (row.exported is None or row.exported.note != note_fingerprint(None))

    def _problem(self, incoming: IncomingUnit, what: str, remedy: str) -> Problem:
        return Problem(self.file.path, incoming.line, what, remedy)

    def _own_rows(self) -> Iterator[IncomingUnit]:
        """The rows that are of this protocol and as they were exported; why the others are not is kept."""
        for incoming in self.rows:
            try:
                self._require_own_unit(incoming)
                self._require_exported_source(incoming)
            except _Refused as refusal:
                self.refused.append(self._problem(incoming, *refusal.args))
            else:
                yield self._completed(incoming)

    def _completed(self, incoming: IncomingUnit) -> IncomingUnit:
        """A row with what is here today in the place of what the file does not say of it."""
        unit = self.units.get(incoming.unit)
        today = self.version.units.get(incoming.unit, incoming.source)
        if incoming.target is None:
            incoming = replace(incoming, target=unit.target if unit else "")
        if incoming.state not in STATES_FROM_WEAKEST and unit is None and self._was_offered(incoming):
            return replace(incoming, target="", state="missing")
        if incoming.state:
            return incoming
        is_new = incoming.target and (unit is None or not is_alike(unit.target, incoming.target or ""))
        return replace(incoming, state="draft" if is_new else state_of(unit, today))

    def _change(self, pair: PairedRows) -> UnitChange | None:
        """The change that rows of the file make, or None where they make none."""
        changed = pair.changed
        if not changed:
            return None
        if pair.today is None:
            words = _short(pair.incoming.source)
            remedy = "export it anew and put the translation where it belongs"
            raise _Refused(f"'{pair.incoming.unit}' does not have these words any more: “{words}”", remedy)
        if not self._has_words(pair, changed):
            return None
        self._require_unchanged_here(pair, changed)
        change = self._vouched_for(pair, merged(pair.incoming, pair.unit, changed))
        if pair.unit and is_same(change, pair.unit):
            return None
        return change if pair.unit and pair.unit.target == change.target else self._meant(pair, change)

    def _meant(self, pair: PairedRows, change: UnitChange) -> UnitChange | None:
        """A change of words, unless they are surely not the translator's for this unit."""
        if copied := [row for row in pair.rows if self.mistaken.is_untranslated(row)]:
            self.untranslated += copied
            return None
        if fault := self.mistaken.fault(pair.rows):
            raise _Refused(*fault)
        return change

    def _was_offered(self, incoming: IncomingUnit) -> bool:
        """Whether a row without the marks of its export has the translation that memory offers for its words."""
        if incoming.exported or not self.memory:
            return False
        address = UnitAddress(self.version.council, name_in_council(self.version), incoming.unit)
        matches = self.memory.nearest(incoming.source, address, least=OFFERED)
        return any(match.target == incoming.target for match in matches)

    def _vouched_for(self, pair: PairedRows, change: UnitChange) -> UnitChange:
        """The change in a state that somebody has said of these very words.

        Changed words are reviewed only if that is said anew, and adopted only by the council.
        """
        unit = pair.unit
        is_same = unit is not None and unit.target == change.target
        if change.state == "adopted" and not (unit and is_same and unit.state == "adopted"):
            what = f"'{change.unit}' is adopted by what the file says; it is taken as reviewed"
            remedy = "only the council's own document, imported as such, or the file of the protocol can say so"
            self.remarks.append(self._problem(pair.incoming, what, remedy))
            return replace(change, state="reviewed")
        is_said = all(row.says_state for row in pair.rows) or unit is None or change.state != unit.state
        return change if is_same or is_said or change.state == "draft" else replace(change, state="draft")

    def _require_own_unit(self, incoming: IncomingUnit) -> None:
        """Raises _Refused unless the unit is of this protocol, exists there, and stands in the file once."""
        if incoming.protocol != protocol_of(self.version):
            whose = (
                f"belongs to '{incoming.protocol}'" if incoming.protocol else "does not say to which unit it belongs"
            )
            raise _Refused(f"'{incoming.unit}' {whose}", "export the protocol anew and put the translation there")
        if not self._is_known(incoming.unit):
            near = get_close_matches(incoming.unit, self.version.units, n=1, cutoff=0.6)
            anew = "export it anew to see what there is"
            remedy = f"was it '{near[0]}'? export it anew to see what there is" if near else anew
            raise _Refused(f"there is no unit '{incoming.unit}' in the protocol", remedy)
        if self.times[incoming.unit] > 1:
            raise _Refused(
                f"'{incoming.unit}' stands in the file {self.times[incoming.unit]} times", "keep one of them"
            )

        if elsewhere := self.by_words.elsewhere(incoming):
            what = f"'{incoming.unit}' stands beside the words of '{elsewhere[0]}'"
            raise _Refused(what, "export it anew and put the translation where it belongs")

    def _is_known(self, unit: str) -> bool:
        """Whether the protocol has the unit, or the clause of the statements that it names."""
        if unit in self.version.units:
            return True
        provision = self.version.provisions.get(anchor_of_unit(unit))
        return bool(provision and places_of_unit(unit, len(provision.statements)) and not is_heading(unit))

    def _require_exported_source(self, incoming: IncomingUnit) -> None:
        """Raises _Refused where the source text in the file is not the one that was exported."""
        if incoming.exported and not incoming.exported.came_from(incoming.source):
            what = f"the {LANGUAGE_NAMES[self.version.language]} of '{incoming.unit}' was altered in the file"
            anew = "export it anew and put the translation there; the protocol's own words are changed in its own file"
            raise _Refused(what, anew)

    def _has_words(self, pair: PairedRows, changed: set[str]) -> bool:
        """Whether there are words to be stored. An offered translation counts once it was accepted or changed."""
        incoming, unit = pair.incoming, pair.unit
        if pair.is_partial:
            names = ", ".join(f"'{row.unit}'" for row in pair.rows)
            raise _Refused(f"{names} are one unit here, and not all of it is translated", "translate the rest too")
        if (incoming.target or "").strip() and (incoming.state != "missing" or "target" in changed):
            return True
        if unit and "target" in changed:
            remedy = "write it again, or take the unit out of the translation's file by hand"
            raise _Refused(f"the translation of '{incoming.unit}' was emptied", remedy)
        if incoming.note and "note" in changed:
            raise _Refused(
                f"'{incoming.unit}' has a note and no translation", "translate it; the note is kept beside it"
            )
        return False

    def _require_unchanged_here(self, pair: PairedRows, changed: set[str]) -> None:
        """Raises _Refused where what the translator changed was changed here too, or is the council's own words."""
        incoming, unit = pair.incoming, pair.unit
        if unit is None or changed == {"note"}:
            return
        name = LANGUAGE_NAMES[self.language]
        if unit.state == "adopted" and unit.source == pair.today:
            raise _Refused(
                f"the {name} of '{incoming.unit}' was adopted by the council", "correct it in its own file by hand"
            )
        left = pair.left_with(unit.target)
        is_changed = incoming.source != pair.today == unit.source if left is None else not left
        if is_changed and unit.target != incoming.target:
            remedy = f"look at both, and put what is to be kept into an export of today (here: “{_short(unit.target)}”)"
            raise _Refused(f"the {name} of '{incoming.unit}' was changed here too since the export", remedy)

    def _faults(self, pair: PairedRows, change: UnitChange) -> list[Problem]:
        """The faults of a change as a unit of the data."""
        incoming, unit = pair.incoming, pair.unit
        before = f"{unit.target} {unit.note}" if unit else ""
        data = {self.version.language: change.source, self.language: change.target, "state": change.state}
        data |= {"note": change.note} if change.note else {}
        _, problems = validate(_UnitOfFile(self.file.path, data, {(): incoming.line}, ""), UnitShape)
        where = self.file.path, incoming.line, incoming.unit
        texts = (change.target, change.note or "")
        characters = [fault for text in texts for fault in faulty_letters(*where, text, change.source, before)]
        return [replace(problem, what=f"'{incoming.unit}': {problem.what}") for problem in problems] + characters

    def _moved_on(self, pair: PairedRows, change: UnitChange) -> Iterator[Problem]:
        if pair.incoming.source != pair.today and change.source != pair.today:
            what = f"the {LANGUAGE_NAMES[self.version.language]} of '{change.unit}' is another since the export"
            yield self._problem(
                pair.incoming, what, "taken as stale: look at the two texts and bring the translation up to date"
            )


class _UnitOfFile(YamlDocument):
    """A unit of the file as a document, all of whose values stand on its line."""

    def line(self, location: Location) -> int:
        """That of the unit, wherever in it the value stands."""
        return self.begins(location)


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:57]}…"

"""A unit of an XLIFF file of any version: what its states may mean here, and what its notes say."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from protocolau.read.problem import Problem
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import (
    IncomingUnit,
    SpoiltRow,
    settled_state,
    source_as_left,
    state_and_note,
    target_as_left,
    tidied,
    unknown_state,
)
from protocolau.translation.exchange.xml import line_of, local
from protocolau.translation.reading import NOT_CURRENT

XLIFF_STATES = {
    "missing": "needs-translation",
    "stale": "needs-review-translation",
    "draft": "translated",
    "reviewed": "signed-off",
    "adopted": "final",
}
"""The state of XLIFF 1.2 for each of ours."""
_STATE_OF = {standard: state for state, standard in XLIFF_STATES.items()} | {"new": "missing"}
"""Our state for each of the standard's that a file may have."""
_OTHERS = frozenset(
    {"needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "new", *_STATE_OF}
)
"""The states that the standard has; a program's own begin with `x-`."""
_UNITS = frozenset({"trans-unit", "unit"})


def require_all_or_none(line: int, unit: str, translated: Sequence[bool]) -> None:
    """Raises SpoiltRow where a program has cut a unit, and of its segments some are translated and others are not."""
    if len(set(translated)) > 1:
        what = f"of the {len(translated)} segments of '{unit}' {sum(translated)} are translated"
        raise SpoiltRow(line, what, "translate the rest too, or join the segments")


def is_clause(note: str, source: str, said_by: str | None, ours: str, said_of: str | None) -> bool:
    """Whether a note to a source is the clause of which it is a part, as it went out from here.

    A program may have left out whose note it is, and the clause has the source in it. Of others a note is their own.
    """
    return said_by == ours or said_by is None and said_of == "source" and source in note


def notes_of_no_unit(path: Path, files: Iterable[etree._Element]) -> Iterator[Problem]:
    """What is said of the notes to a file or to a group of units; the first is the title, with which the file left."""
    for file in files:
        loose = [note for note in file.iter("{*}note") if not _UNITS & {local(one) for one in note.iterancestors()}]
        for note in loose[1:]:
            yield Problem(
                path, line_of(note), "a note that belongs to no unit is not read", "put it into a note of its unit"
            )


@dataclass(frozen=True, slots=True)
class XliffUnit:
    """A unit as it stands in a file."""

    line: int
    protocol: str
    unit: str
    source: str
    target: str | None
    standard: str | None
    """Its state, by its name in XLIFF 1.2; None where the file says none."""
    approved: str | None
    """`yes` or `no`, where the file says either."""
    notes: Sequence[tuple[str, bool]]
    """Each note, and whether it is the one that went out from here."""
    previous_source: str | None
    exported: ExportFingerprint | None

    def read(self) -> IncomingUnit:
        """The unit as it comes in. Raises SpoiltRow for a state that there is not."""
        exported = self.exported
        text = None if self.target is None or self._is_copied() else target_as_left(self.target, self.source, exported)
        said, note, adds_note = self._note()
        return IncomingUnit(
            line=self.line,
            protocol=self.protocol,
            unit=self.unit,
            source=source_as_left(self.source, exported),
            target=text,
            state=said or settled_state(self._state(text), text, exported),
            note=note,
            says_state=bool(said or exported and self.standard and self.standard != XLIFF_STATES[exported.state]),
            adds_note=adds_note,
            previous_source=self.previous_source,
            exported=exported,
        )

    def _is_copied(self) -> bool:
        """Whether a program has only put the source in the place of the translation, which is still to be made.

        A suggestion may be the source itself, and then it went out so: a name, a number.
        """
        text, exported = self.target or "", self.exported
        was_missing = exported is not None and exported.state == "missing" and not exported.left_with(text)
        is_to_be_made = self.standard in (XLIFF_STATES["missing"], "new") and self.approved != "yes"
        return was_missing and is_to_be_made and tidied(text) == tidied(self.source)

    def _note(self) -> tuple[str, str | None, bool]:
        """The state that the unit's notes say, the notes, and whether ours is not among them.

        A program may have added some of its own; it may as well have left out ours, which is then not emptied.
        """
        written = filter(None, (words.strip() for words, _ in self.notes))
        said, note = state_and_note(self.line, self.unit, "\n".join(written))
        has_ours = any(is_ours for _, is_ours in self.notes)
        return said, note if note or has_ours else None, not has_ours

    def _state(self, target: str | None) -> str:
        """Our state for the standard's, the weakest that it may mean; what no program has touched keeps its own.

        Some programs say `approved` of whatever is translated, and leave the state as it was; what is said not to be
        approved has not been reviewed. Empty where nothing is said.
        """
        standard, exported = self.standard, self.exported
        if standard is not None and standard not in _OTHERS and not standard.startswith("x-"):
            raise unknown_state(self.line, self.unit, standard)
        if standard is None and exported is None:
            return ""
        if exported is None and standard in (XLIFF_STATES["adopted"], XLIFF_STATES["stale"]):
            return _STATE_OF[standard]
        before = exported.state if exported else "missing"
        unknown = before if standard is None or before in NOT_CURRENT else "draft"
        state = _STATE_OF.get(standard or "", unknown)
        if state == "adopted" and before != "adopted":
            return "reviewed"
        if state == "stale" and before != "stale":
            state = "missing" if before == "missing" else "draft"
        is_draft = state in NOT_CURRENT and self.approved == "yes" and target
        return "draft" if is_draft or state == "reviewed" and self.approved == "no" else state

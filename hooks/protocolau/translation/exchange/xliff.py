"""XLIFF 1.2: the version that the most programs open (Trados, memoQ, OmegaT, Poedit, Phrase, Weblate …).

XLIFF 2 is newer and read by fewer. Our states are mapped to the standard's, and back to the weakest that
these may mean: `final` never makes a translation the council's own.

    missing     needs-translation          reviewed    signed-off
    stale       needs-review-translation   adopted     final
    draft       translated

A unit is cut as it is to be translated: each has its `seg-source`, of one segment, as XLIFF 1.2 has for texts that
are segmented already, and the target's segment bears the same number. Programs that cut texts into sentences keep
to that; those that know no segments show source and target. The clause of which a unit is a part is a note to its
source.
"""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import cast

from lxml import etree

from protocolau.model.protocol import Version
from protocolau.translation.exchange.fault import another_kind, faulty
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import (
    IncomingFile,
    IncomingUnit,
    incoming_file,
    read_rows,
    settled_state,
    source_as_left,
    state_and_note,
    target_as_left,
    unknown_state,
)
from protocolau.translation.exchange.outgoing import OutgoingProtocol, OutgoingUnit, protocol_of
from protocolau.translation.exchange.xml import XML, line_of, local, parsed, words
from protocolau.translation.memory import MemoryMatch

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {
    "missing": "needs-translation",
    "stale": "needs-review-translation",
    "draft": "translated",
    "reviewed": "signed-off",
    "adopted": "final",
}
_STATE_OF = {standard: state for state, standard in STATES.items()} | {"new": "missing"}
"""Our state for each of the standard's that a file may have."""
_OTHERS = frozenset(
    {"needs-adaptation", "needs-l10n", "needs-review-adaptation", "needs-review-l10n", "new", *_STATE_OF}
)
"""The states that the standard has; a program's own begin with `x-`."""
_NOTE, _CLAUSE = "translator", "clause"
_EXPORTED = "x-exported"


def write(protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
    """Writes an XLIFF file, a `file` for each protocol and in it a `trans-unit` for each unit."""
    root = etree.Element(_tag("xliff"), {"version": "1.2"}, nsmap=cast(dict[str, str], {None: NAMESPACE}))
    for one in protocols:
        _add_file(root, one.version, one.units, language)
    etree.indent(root, " ")
    for segment in root.iter(_tag("mrk")):
        _close_up(segment)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _add_file(root: etree._Element, version: Version, units: tuple[OutgoingUnit, ...], language: str) -> None:
    described = {
        "original": protocol_of(version),
        "source-language": version.language,
        "target-language": language,
        "datatype": "plaintext",
        f"{XML}space": "preserve",
    }
    file = etree.SubElement(root, _tag("file"), described)
    _add(_add(file, "header"), "note", version.title)
    body = _add(file, "body")
    for unit in units:
        _add_unit(body, unit)


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, _tag(name), {key.replace("_", "-"): value for key, value in attributes.items()})
    element.text = text
    return element


def _add_unit(body: etree._Element, unit: OutgoingUnit) -> None:
    approved = {"approved": "yes"} if unit.state in ("reviewed", "adopted") else {}
    element = _add(body, "trans-unit", id=unit.unit, **approved)
    _add(element, "source", unit.source)
    _add_segment(_add(element, "seg-source"), unit.source)
    is_offer = unit.offered != unit.target
    state = {"state": "needs-review-translation", "state-qualifier": "exact-match"} if is_offer else {}
    _add_segment(_add(element, "target", **(state or {"state": STATES[unit.state]})), unit.offered)
    group = _add(element, "context-group", purpose="x-exported")
    _add(group, "context", str(ExportFingerprint.of(unit, unit.offered)), context_type=_EXPORTED)
    if unit.clause:
        _add(element, "note", unit.clause, annotates="source", **{"from": _CLAUSE})
    if unit.note:
        _add(element, "note", unit.note, **{"from": _NOTE})
    if unit.previous_source is not None:
        _add_alternative(element, unit.previous_source, unit.target, alttranstype="previous-version")
    if unit.suggestion:
        _add_suggestion(element, unit.suggestion)


def _add_segment(parent: etree._Element, text: str) -> None:
    _add(parent, "mrk", text, mid="1", mtype="seg")


def _close_up(segment: etree._Element) -> None:
    """Takes out the white space about a segment, which would be part of the text."""
    segment.tail = None
    if (parent := segment.getparent()) is not None:
        parent.text = None


def _add_suggestion(unit: etree._Element, match: MemoryMatch) -> None:
    described = {"match_quality": f"{match.likeness}%", "origin": f"{match.places[0]}, {match.state}"}
    _add_alternative(unit, match.source, match.target, alttranstype="proposal", **described)


def _add_alternative(unit: etree._Element, source: str, target: str, **attributes: str) -> None:
    alternative = _add(unit, "alt-trans", **attributes)
    _add(alternative, "source", source)
    _add(alternative, "target", target)


def read(data: bytes, path: Path) -> IncomingFile:
    """Reads the units of an XLIFF file. Raises Faulty where it is none, is of another version or is spoilt."""
    root = parsed(data, path)
    if local(root) != "xliff":
        raise faulty(path, 1, *another_kind(local(root)))
    if not root.get("version", "1.2").startswith("1."):
        what = f"this is XLIFF {root.get('version')}; only XLIFF 1.2 can be read"
        raise faulty(path, 1, what, "save it as XLIFF 1.2")
    files = list(root.iterchildren("{*}file"))
    language = files[0].get("target-language", "").partition("-")[0].lower() if files else ""
    elements = ((file, element) for file in files for element in file.iter("{*}trans-unit"))
    return incoming_file(path, language, *read_rows(path, (partial(_unit, *one) for one in elements)))


def _unit(file: etree._Element, element: etree._Element) -> IncomingUnit:
    """Reads a unit. Raises SpoiltRow for a state that there is not."""
    target = element.find("{*}target")
    exported = ExportFingerprint.parse(_exported(element))
    previous = element.find("{*}alt-trans[@alttranstype='previous-version']/{*}source")
    text = None if target is None else target_as_left(_target_words(target, exported), exported)
    said, note, adds_note = _note(element)
    standard = target.get("state") if target is not None else None
    return IncomingUnit(
        line=line_of(element),
        protocol=file.get("original", ""),
        unit=element.get("id", ""),
        source=source_as_left(words(element.find("{*}source")), exported),
        target=text,
        state=said or settled_state(_state(element, standard, text, exported), text, exported),
        note=note,
        says_state=bool(said or exported and standard and standard != STATES[exported.state]),
        adds_note=adds_note,
        previous_source=None if previous is None else words(previous),
        exported=exported,
    )


def _target_words(target: etree._Element | None, exported: ExportFingerprint | None) -> str:
    """The words of a target. White space about its only segment is a program's, to make the file look tidy.

    A program that knows no segments may write beside it, and leave in it what was exported.
    """
    segments = [] if target is None else list(target.iterchildren("{*}mrk"))
    if target is None or len(segments) != 1:
        return words(target)
    beside = (target.text or "") + (segments[0].tail or "")
    if not beside.strip():
        return words(segments[0])
    return beside if exported and exported.left_with(words(segments[0])) else words(target)


def _exported(element: etree._Element) -> str:
    return words(element.find(f"{{*}}context-group/{{*}}context[@context-type='{_EXPORTED}']"))


def _note(element: etree._Element) -> tuple[str, str | None, bool]:
    """The state that the unit's notes say, the notes, and whether ours is not among them.

    A program may have added some of its own; it may as well have left out ours, which is then not emptied.
    """
    notes = [
        note
        for note in element.iterchildren("{*}note")
        if note.get("annotates") != "source" and note.get("from") != _CLAUSE
    ]
    written = [words(note).strip() for note in notes]
    said, note = state_and_note(line_of(element), element.get("id", ""), "\n".join(filter(None, written)))
    has_ours = any(note.get("from") == _NOTE for note in notes)
    return said, note if note or has_ours else None, not has_ours


def _state(
    element: etree._Element, standard: str | None, target: str | None, exported: ExportFingerprint | None
) -> str:
    """Our state for the standard's, the weakest that it may mean; what no program has touched keeps its own.

    Some programs say `approved` of whatever is translated, and leave the state as it was. Empty where nothing is said.
    """
    if standard is not None and standard not in _OTHERS and not standard.startswith("x-"):
        raise unknown_state(line_of(element), element.get("id", ""), standard)
    if standard is None and exported is None:
        return ""
    if exported is None and standard in (STATES["adopted"], STATES["stale"]):
        return _STATE_OF[standard]
    before = exported.state if exported else "missing"
    unknown = before if standard is None or before in ("stale", "missing") else "draft"
    state = _STATE_OF.get(standard or "", unknown)
    if state == "adopted" and before != "adopted":
        return "reviewed"
    if state == "stale" and before != "stale":
        state = "missing" if before == "missing" else "draft"
    return "draft" if state in ("stale", "missing") and element.get("approved") == "yes" and target else state

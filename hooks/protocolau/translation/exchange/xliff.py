"""XLIFF 1.2: the version that the most programs open (Trados, memoQ, OmegaT, Poedit, Phrase, Weblate …).

XLIFF 2 is newer and read by fewer. Our states are mapped to the standard's, and back to the weakest that
these may mean: `final` never makes a translation the council's own.

    missing     needs-translation          reviewed    signed-off
    stale       needs-review-translation   adopted     final
    draft       translated
"""

from pathlib import Path

from lxml import etree

from protocolau.model.protocol import Version
from protocolau.translation.exchange.entries import OutgoingUnit
from protocolau.translation.exchange.rows import (
    ExportFingerprint,
    IncomingFile,
    IncomingUnit,
    faulty,
    incoming_file,
    protocol_of,
    settled,
)
from protocolau.translation.exchange.xml import XML, local, parsed, words
from protocolau.translation.memory import MemoryMatch

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
STATES = {
    "missing": "needs-translation",
    "stale": "needs-review-translation",
    "draft": "translated",
    "reviewed": "signed-off",
    "adopted": "final",
}
_OURS = {theirs: ours for ours, theirs in STATES.items()} | {"new": "missing"}
_NOTE = "translator"
_EXPORTED = "x-exported"


def write(entries: tuple[OutgoingUnit, ...], version: Version, language: str) -> bytes:
    """An XLIFF file of entries."""
    root = etree.Element(_tag("xliff"), {"version": "1.2"}, nsmap={None: NAMESPACE})
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
    for entry in entries:
        _add_unit(body, entry)
    etree.indent(root, " ")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def _tag(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"


def _add(parent: etree._Element, name: str, text: str | None = None, /, **attributes: str) -> etree._Element:
    element = etree.SubElement(parent, _tag(name), {key.replace("_", "-"): value for key, value in attributes.items()})
    element.text = text
    return element


def _add_unit(body: etree._Element, entry: OutgoingUnit) -> None:
    approved = {"approved": "yes"} if entry.state in ("reviewed", "adopted") else {}
    unit = _add(body, "trans-unit", id=entry.unit, **approved)
    _add(unit, "source", entry.source)
    is_offer = entry.offered != entry.target
    state = {"state": "needs-review-translation", "state-qualifier": "exact-match"} if is_offer else {}
    _add(unit, "target", entry.offered, **(state or {"state": STATES[entry.state]}))
    marks = _add(unit, "context-group", purpose="x-exported")
    _add(marks, "context", str(ExportFingerprint.of(entry, entry.offered)), context_type=_EXPORTED)
    if entry.note:
        _add(unit, "note", entry.note, **{"from": _NOTE})
    if entry.previous_source is not None:
        _add_alternative(unit, entry.previous_source, entry.target, alttranstype="previous-version")
    if entry.suggestion:
        _add_suggestion(unit, entry.suggestion)


def _add_suggestion(unit: etree._Element, match: MemoryMatch) -> None:
    described = {"match_quality": f"{match.likeness}%", "origin": f"{match.places[0]}, {match.state}"}
    _add_alternative(unit, match.source, match.target, alttranstype="proposal", **described)


def _add_alternative(unit: etree._Element, source: str, target: str, **attributes: str) -> None:
    alternative = _add(unit, "alt-trans", **attributes)
    _add(alternative, "source", source)
    _add(alternative, "target", target)


def read(data: bytes, path: Path) -> IncomingFile:
    """The rows of an XLIFF file. Raises Faulty where it is none, is of another version or is spoilt."""
    root = parsed(data, path)
    if local(root) != "xliff":
        raise faulty(path, 1, f"this is not XLIFF but <{local(root)}>", "import a file that was exported from here")
    if not root.get("version", "1.2").startswith("1."):
        what = f"this is XLIFF {root.get('version')}; only XLIFF 1.2 can be read"
        raise faulty(path, 1, what, "save it as XLIFF 1.2")
    files = list(root.iterchildren("{*}file"))
    language = files[0].get("target-language", "").partition("-")[0].lower() if files else ""
    return incoming_file(path, language, [_row(file, unit) for file in files for unit in file.iter("{*}trans-unit")])


def _row(file: etree._Element, unit: etree._Element) -> IncomingUnit:
    target = unit.find("{*}target")
    exported = ExportFingerprint.parse(_exported(unit))
    previous = unit.find("{*}alt-trans[@alttranstype='previous-version']/{*}source")
    text = words(target)
    return IncomingUnit(
        line=unit.sourceline or 1,
        protocol=file.get("original", ""),
        unit=unit.get("id", ""),
        source=words(unit.find("{*}source")),
        target=text,
        state=settled(_state(unit, target, exported), text, exported),
        note=_note(unit),
        previous_source=None if previous is None else words(previous),
        exported=exported,
    )


def _exported(unit: etree._Element) -> str:
    return words(unit.find(f"{{*}}context-group/{{*}}context[@context-type='{_EXPORTED}']"))


def _note(unit: etree._Element) -> str | None:
    """The notes of the unit, ours and those that a translator's program has added."""
    found = [words(note).strip() for note in unit.iterchildren("{*}note") if note.get("annotates") != "source"]
    return "\n".join(note for note in found if note) or None


def _state(unit: etree._Element, target: etree._Element | None, exported: ExportFingerprint | None) -> str:
    """Our state for the standard's, the weakest that it may mean; what no program has touched keeps its own.

    Some programs say `approved` of whatever is translated, and leave the state as it was.
    """
    said = target.get("state") if target is not None else None
    before = exported.state if exported else "missing"
    state = _OURS.get(said, before if said is None or before in ("stale", "missing") else "draft")
    if state == "adopted" and before != "adopted":
        return "reviewed"
    if state == "stale" and before != "stale":
        state = "missing" if before == "missing" else "draft"
    return "draft" if state in ("stale", "missing") and unit.get("approved") == "yes" and words(target) else state

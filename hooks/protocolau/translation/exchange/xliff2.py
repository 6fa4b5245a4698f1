"""XLIFF 2.0 and 2.1, which are alike in all that is used here: what newer programs ask for beside XLIFF 1.2.

Its states are fewer, and those of ours that it has not are sub-states:

    missing     initial                          reviewed    reviewed
    stale       initial, protocolau:stale        adopted     final
    draft       translated

A unit's name is its `name`, as an `id` may have no spaces. It is one segment, which a program is asked not to cut or to
join (`canResegment`); where one did so all the same its segments are read as one. What was exported travels as
metadata, and what the memory offers in the module for that.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from lxml import etree

from protocolau.model.protocol import Version
from protocolau.read.problem import faulty
from protocolau.translation.exchange.fault import another_kind
from protocolau.translation.exchange.fingerprint import ExportFingerprint
from protocolau.translation.exchange.incoming import (
    IncomingFile,
    IncomingUnit,
    incoming_file,
    language_named,
    read_rows,
)
from protocolau.translation.exchange.outgoing import OutgoingProtocol, OutgoingUnit, protocol_of
from protocolau.translation.exchange.written_xml import add, file_of, root_of
from protocolau.translation.exchange.xliff_unit import (
    XLIFF_STATES,
    XliffUnit,
    is_clause,
    notes_of_no_unit,
    require_all_or_none,
)
from protocolau.translation.exchange.xml import (
    XML,
    comments,
    is_emphasis,
    joined_segments,
    line_of,
    local,
    parsed,
    words,
)

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
_MATCHES, _METADATA = "urn:oasis:names:tc:xliff:matches:2.0", "urn:oasis:names:tc:xliff:metadata:2.0"
_STATES = {
    "missing": "initial",
    "stale": "initial",
    "draft": "translated",
    "reviewed": "reviewed",
    "adopted": "final",
}
_STALE, _PREVIOUS = "protocolau:stale", "protocolau:previous-version"
_STANDARD = {_STATES[state]: XLIFF_STATES[state] for state in ("missing", "draft", "reviewed", "adopted")}
"""The name in XLIFF 1.2 of each state, from the least to the most."""
_NOTE, _CLAUSE, _EXPORTED = "translator", "clause", "exported"


def write(protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
    """Writes an XLIFF file, a `file` for each protocol and in it a `unit` for each unit."""
    described = {"version": "2.0", "srcLang": protocols[0].version.language, "trgLang": language}
    root = root_of(NAMESPACE, "xliff", described, mtc=_MATCHES, mda=_METADATA)
    for number, one in enumerate(protocols, 1):
        _add_file(root, number, one.version, one.units)
    etree.indent(root, " ")
    return file_of(root)


def _add_file(root: etree._Element, number: int, version: Version, units: tuple[OutgoingUnit, ...]) -> None:
    file = add(root, "file", id=f"f{number}", original=protocol_of(version), canResegment="no")
    file.set(f"{XML}space", "preserve")
    add(add(file, "notes"), "note", version.title)
    for place, unit in enumerate(units, 1):
        _add_unit(file, place, unit)


def _add_unit(file: etree._Element, place: int, unit: OutgoingUnit) -> None:
    element = add(file, "unit", id=f"u{place}", name=unit.unit)
    if unit.previous_source is not None or unit.suggestion:
        _add_matches(add(element, f"{{{_MATCHES}}}matches"), unit)
    group = add(add(element, f"{{{_METADATA}}}metadata"), f"{{{_METADATA}}}metaGroup", category="protocolau")
    add(group, f"{{{_METADATA}}}meta", str(ExportFingerprint.of(unit, unit.offered)), type=_EXPORTED)
    if unit.clause or unit.note:
        notes = add(element, "notes")
        if unit.clause:
            add(notes, "note", unit.clause, category=_CLAUSE, appliesTo="source")
        if unit.note:
            add(notes, "note", unit.note, category=_NOTE)
    sub_state = {"subState": _STALE} if unit.state == "stale" else {}
    segment = add(element, "segment", id="s1", state=_STATES[unit.state], **sub_state)
    add(segment, "source", unit.source)
    add(segment, "target", unit.offered)


def _add_matches(matches: etree._Element, unit: OutgoingUnit) -> None:
    if unit.previous_source is not None:
        match = add(matches, f"{{{_MATCHES}}}match", ref="#s1", type="other", subType=_PREVIOUS)
        add(match, "source", unit.previous_source)
        add(match, "target", unit.target)
    if near := unit.suggestion:
        described = {"matchQuality": f"{near.likeness}", "origin": f"{near.places[0]}, {near.state}"}
        match = add(matches, f"{{{_MATCHES}}}match", ref="#s1", type="tm", **described)
        add(match, "source", near.source)
        add(match, "target", near.target)


def read(data: bytes, path: Path) -> IncomingFile:
    """Reads the units of an XLIFF 2 file. Raises Faulty where it is none or is spoilt."""
    root = parsed(data, path)
    if local(root) != "xliff":
        raise faulty(path, 1, *another_kind(local(root)))
    return read_root(root, path)


def read_root(root: etree._Element, path: Path) -> IncomingFile:
    """Reads the units of a file that is known to be XLIFF 2."""
    language = language_named(root.get("trgLang", ""))
    files = list(root.iterchildren("{*}file"))
    elements = ((file, unit) for file in files for unit in file.iter("{*}unit"))
    rows = read_rows(path, (partial(_unit, *one) for one in elements))
    return replace(incoming_file(path, language, *rows), remarks=tuple(notes_of_no_unit(path, files)))


def _unit(file: etree._Element, element: etree._Element) -> IncomingUnit:
    """Reads a unit. Raises SpoiltRow for a state that there is not."""
    _put_stars_back(element)
    previous = element.find(f"{{{_MATCHES}}}matches/{{*}}match[@subType='{_PREVIOUS}']/{{*}}source")
    exported = ExportFingerprint.parse(words(element.find(f"{{{_METADATA}}}metadata//{{*}}meta[@type='{_EXPORTED}']")))
    segments = list(element.iterchildren("{*}segment", "{*}ignorable"))
    has_target = any(one.find("{*}target") is not None for one in segments)
    name = element.get("name", element.get("id", ""))
    require_all_or_none(line_of(element), name, [bool(words(one.find("{*}target")).strip()) for one in _open(segments)])
    source = "".join(words(one.find("{*}source")) for one in segments)
    notes = [
        (words(note), note.get("category") == _NOTE)
        for note in _notes(element)
        if not is_clause(words(note), source, note.get("category"), _CLAUSE, note.get("appliesTo"))
    ]
    texts = (one.find(name) for one in segments for name in ("{*}source", "{*}target"))
    return XliffUnit(
        line=line_of(element),
        protocol=file.get("original", ""),
        unit=name,
        source=source,
        target=joined_segments(_target(segments)) if has_target else None,
        standard=_standard([one for one in segments if local(one) == "segment"], exported),
        approved=None,
        notes=[*notes, *((comment, False) for comment in comments(element, texts))],
        previous_source=None if previous is None else words(previous),
        exported=exported,
    ).read()


def _notes(unit: etree._Element) -> Iterator[etree._Element]:
    """The notes of a unit; the Translate Toolkit, and so Weblate and Virtaal, puts its own into the segment."""
    yield from unit.iterfind("{*}notes/{*}note")
    yield from unit.iterfind("{*}segment/{*}notes/{*}note")


def _put_stars_back(unit: etree._Element) -> None:
    """Puts the stars that a program keeps apart from the words (`originalData`) back to where its codes stand for them.

    What else it keeps there is a mark of its own.
    """
    kept = {one.get("id"): words(one) for one in unit.iterfind("{*}originalData/{*}data") if is_emphasis(words(one))}
    for code in unit.iter("{*}ph", "{*}pc", "{*}sc", "{*}ec") if kept else ():
        if before := kept.get(code.get("dataRefStart", code.get("dataRef"))):
            code.text = before + (code.text or "")
        if after := kept.get(code.get("dataRefEnd")):
            code.tail = after + (code.tail or "")


def _open(segments: Sequence[etree._Element]) -> Iterator[etree._Element]:
    """The segments that have words, but those that are done without a translation: another has theirs as well."""
    for one in segments:
        is_done = one.get("state", "initial") != "initial" and not words(one.find("{*}target")).strip()
        if local(one) == "segment" and words(one.find("{*}source")).strip() and not is_done:
            yield one


def _target(segments: Sequence[etree._Element]) -> Iterator[str]:
    """The parts of a translation, in its own order where a program says one (`order`).

    What stands between segments is the same in both languages, unless it is said.
    """
    placed = []
    for place, one in enumerate(segments, 1):
        target = one.find("{*}target")
        order = "" if target is None else target.get("order", "")
        part = words(one.find("{*}source") if target is None and local(one) == "ignorable" else target)
        placed.append((int(order) if order.isdecimal() else place, part))
    yield from (part for _, part in sorted(placed, key=lambda one: one[0]))


def _standard(segments: Sequence[etree._Element], exported: ExportFingerprint | None) -> str | None:
    """The name in XLIFF 1.2 of the least of the states that the segments have; None where any says none.

    What left as stale and is still `initial` is stale, whatever a program has made of the sub-state.
    """
    said = [one.get("state") for one in segments]
    was_stale = exported is not None and exported.state == "stale"
    if any(one.get("state") == "initial" and (was_stale or one.get("subState") == _STALE) for one in segments):
        return XLIFF_STATES["stale"]
    if unknown := next((state for state in said if state and state not in _STANDARD), None):
        return unknown
    if None in said:
        return None
    order = list(_STANDARD)
    least = min((order.index(state) for state in said if state), default=None)
    return None if least is None else _STANDARD[order[least]]

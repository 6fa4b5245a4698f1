"""XLIFF 1.2: the version that the most programs open (Trados, memoQ, OmegaT, Poedit, Phrase, Weblate …).

Our states are mapped to the standard's, and back to the weakest that
these may mean: `final` never makes a translation the council's own.

    missing     needs-translation          reviewed    signed-off
    stale       needs-review-translation   adopted     final
    draft       translated

A unit is cut as it is to be translated: each has its `seg-source`, of one segment, as XLIFF 1.2 has for texts that
are segmented already, and the target's segment bears the same number. Programs that cut texts into sentences keep
to that; those that know no segments show source and target. The clause of which a unit is a part is a note to its
source.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from lxml import etree

from protocolau.model.protocol import Version
from protocolau.read.problem import faulty
from protocolau.translation.exchange import xliff2
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
from protocolau.translation.exchange.xml import XML, comments, joined_segments, line_of, local, parsed, words
from protocolau.translation.memory import MemoryMatch

NAMESPACE = "urn:oasis:names:tc:xliff:document:1.2"
_NOTE, _CLAUSE = "translator", "clause"
_EXPORTED = "x-exported"


def write(protocols: Sequence[OutgoingProtocol], language: str) -> bytes:
    """Writes an XLIFF file, a `file` for each protocol and in it a `trans-unit` for each unit."""
    root = root_of(NAMESPACE, "xliff", {"version": "1.2"})
    for one in protocols:
        _add_file(root, one.version, one.units, language)
    etree.indent(root, " ")
    for segment in root.iter(f"{{{NAMESPACE}}}mrk"):
        _close_up(segment)
    return file_of(root)


def _add_file(root: etree._Element, version: Version, units: tuple[OutgoingUnit, ...], language: str) -> None:
    described = {
        "original": protocol_of(version),
        "source-language": version.language,
        "target-language": language,
        "datatype": "plaintext",
        f"{XML}space": "preserve",
    }
    file = add(root, "file", **described)
    add(add(file, "header"), "note", version.title)
    body = add(file, "body")
    for unit in units:
        _add_unit(body, unit)


def _add_unit(body: etree._Element, unit: OutgoingUnit) -> None:
    approved = {"approved": "yes"} if unit.state in ("reviewed", "adopted") else {}
    element = add(body, "trans-unit", id=unit.unit, **approved)
    add(element, "source", unit.source)
    _add_segment(add(element, "seg-source"), unit.source)
    is_offer = unit.offered != unit.target
    match = "exact-match" if unit.suggestion and unit.suggestion.is_exact else "fuzzy-match"
    state = {"state": "needs-review-translation", "state-qualifier": match} if is_offer else {}
    _add_segment(add(element, "target", **(state or {"state": XLIFF_STATES[unit.state]})), unit.offered)
    group = add(element, "context-group", purpose="x-exported")
    add(group, "context", str(ExportFingerprint.of(unit, unit.offered)), context_type=_EXPORTED)
    if unit.clause:
        add(element, "note", unit.clause, annotates="source", **{"from": _CLAUSE})
    if unit.note:
        add(element, "note", unit.note, **{"from": _NOTE})
    if unit.previous_source is not None:
        _add_alternative(element, unit.previous_source, unit.target, alttranstype="previous-version")
    if unit.suggestion:
        _add_suggestion(element, unit.suggestion)


def _add_segment(parent: etree._Element, text: str) -> None:
    add(parent, "mrk", text, mid="1", mtype="seg")


def _close_up(segment: etree._Element) -> None:
    """Takes out the white space about a segment, which would be part of the text."""
    segment.tail = None
    if (parent := segment.getparent()) is not None:
        parent.text = None


def _add_suggestion(unit: etree._Element, match: MemoryMatch) -> None:
    described = {"match_quality": f"{match.likeness}%", "origin": f"{match.places[0]}, {match.state}"}
    _add_alternative(unit, match.source, match.target, alttranstype="proposal", **described)


def _add_alternative(unit: etree._Element, source: str, target: str, **attributes: str) -> None:
    alternative = add(unit, "alt-trans", **attributes)
    add(alternative, "source", source)
    add(alternative, "target", target)


def read(data: bytes, path: Path) -> IncomingFile:
    """Reads the units of an XLIFF file. Raises Faulty where it is none, is of another version or is spoilt."""
    root = parsed(data, path)
    if local(root) != "xliff":
        raise faulty(path, 1, *another_kind(local(root)))
    if root.get("version", "1.2").startswith("2."):
        return xliff2.read_root(root, path)
    if not root.get("version", "1.2").startswith("1."):
        what = f"this is XLIFF {root.get('version')}; XLIFF 1.2, 2.0 and 2.1 can be read"
        raise faulty(path, 1, what, "save it as one of these")
    files = list(root.iterchildren("{*}file"))
    language = language_named(files[0].get("target-language", "")) if files else ""
    elements = ((file, element) for file in files for element in file.iter("{*}trans-unit"))
    rows = read_rows(path, (partial(_unit, *one) for one in elements))
    return replace(incoming_file(path, language, *rows), remarks=tuple(notes_of_no_unit(path, files)))


def _unit(file: etree._Element, element: etree._Element) -> IncomingUnit:
    """Reads a unit. Raises SpoiltRow for a state that there is not."""
    target = element.find("{*}target")
    exported = ExportFingerprint.parse(_exported(element))
    previous = element.find("{*}alt-trans[@alttranstype='previous-version']/{*}source")
    require_all_or_none(line_of(element), element.get("id", ""), _translated(element, target))
    source = words(element.find("{*}source"))
    notes = [
        (words(note), note.get("from") == _NOTE)
        for note in element.iterchildren("{*}note")
        if not is_clause(words(note), source, note.get("from"), _CLAUSE, note.get("annotates"))
    ]
    texts = (element.find(name) for name in ("{*}source", "{*}seg-source", "{*}target"))
    return XliffUnit(
        line=line_of(element),
        protocol=file.get("original", ""),
        unit=element.get("id", ""),
        source=source,
        target=None if target is None else _target_words(target, exported),
        standard=target.get("state") if target is not None else None,
        approved=element.get("approved"),
        notes=[*notes, *((comment, False) for comment in comments(element, texts))],
        previous_source=None if previous is None else words(previous),
        exported=exported,
    ).read()


def _translated(element: etree._Element, target: etree._Element | None) -> list[bool]:
    """Of each segment into which a program has cut a unit and its target whether it is translated."""
    cut = [] if target is None or not _is_cut(target) else list(target)
    segments = element.findall("{*}seg-source/{*}mrk")
    done = {one.get("mid"): bool(words(one).strip()) for one in cut}
    is_cut = len(cut) and len(segments) > 1
    return [done.get(one.get("mid"), False) for one in segments] if is_cut else list(done.values())


def _target_words(target: etree._Element | None, exported: ExportFingerprint | None) -> str:
    """The words of a target. White space about its only segment is a program's, to make the file look tidy.

    A program that knows no segments may write beside it, and leave in it what was exported.
    """
    segments = [] if target is None else list(target.iterchildren("{*}mrk"))
    if target is not None and len(segments) > 1 and _is_cut(target):
        return joined_segments(_texts(target))
    if target is None or len(segments) != 1:
        return words(target)
    beside = (target.text or "") + (segments[0].tail or "")
    if not beside.strip():
        return words(segments[0])
    return beside if exported and exported.left_with(words(segments[0])) else words(target)


def _is_cut(target: etree._Element) -> bool:
    """Whether there is nothing in a target but segments, into which a program has cut it."""
    return all(local(child) == "mrk" and child.get("mtype") == "seg" for child in target)


def _texts(target: etree._Element) -> Iterator[str]:
    yield target.text or ""
    for segment in target:
        yield words(segment)
        yield segment.tail or ""


def _exported(element: etree._Element) -> str:
    return words(element.find(f"{{*}}context-group/{{*}}context[@context-type='{_EXPORTED}']"))

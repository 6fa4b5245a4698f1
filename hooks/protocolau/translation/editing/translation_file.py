"""Saving translated units: checked before they are written, written whole or not at all.

    save(path, version, language, changes)     one file
    save_all([SaveRequest(…), …])              several, none of them where any is at fault

A prepared file is the new text, checked, under another name beside the old one; putting it in place is
one step that cannot be seen half done.
"""

import os
from collections.abc import Collection, Iterable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from protocolau.language import LANGUAGE_NAMES, other
from protocolau.model.protocol import Version
from protocolau.model.translation import anchor_of_unit, is_heading, key_of_unit, places_of_unit
from protocolau.read.document import read_yaml
from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.rules.translations import translation_faults
from protocolau.runtime.files import folder_held
from protocolau.runtime.files import written_beside as _written_beside
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import TranslationShape
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.editing.entries import ApartInFile, WrittenEntry, planned_entries
from protocolau.translation.editing.parsed_file import ParsedFile
from protocolau.translation.editing.text_edits import KeyPlan, edited_text
from protocolau.translation.editing.unit_change import UnitChange

__all__ = ["PreparedFile", "SaveRequest", "UnitChange", "path_of", "prepare", "save", "save_all"]

_BOM = b"\xef\xbb\xbf"
_HEADER = """\
# yaml-language-server: $schema=../schema/translation.json
# An unofficial {name} translation. Each unit holds the text from which it was made ({source}) and the translation \
({language}).
language: {language}
state: draft
units: {{}}
"""


@dataclass(frozen=True, slots=True)
class PreparedFile:
    """A translation file's new text, checked, beside the file that it is to replace."""

    path: Path
    before: bytes | None
    """What the file held when the changes were made to it; None where there was no file."""
    new: Path

    def put_in_place(self) -> None:
        """Replaces the file in one step. Raises Faulty where somebody has changed it in the meantime."""
        if _bytes_of(self.path) != self.before:
            self.discard()
            raise faulty(self.path, 1, "the file was changed while it was being saved", "try once more")
        os.replace(self.new, self.path)
        _sync_folder(self.path.parent)

    def discard(self) -> None:
        """Leaves the file as it is."""
        self.new.unlink(missing_ok=True)


def path_of(version: Version, language: str) -> Path:
    """Where the translation of a version into a language lies, or would lie."""
    return version.path.with_name(f"{version.path.stem}.{language}.yml")


def save(path: Path, version: Version, language: str, changes: Iterable[UnitChange]) -> bool:
    """Writes units into a translation file, which is made where there is none; True where a byte changed.

    Every other byte of the file stays. Raises Faulty with every fault, and leaves the file as it was,
    where it or its new text cannot be read, is out of shape or breaks a rule.
    """
    return save_all([SaveRequest(path, version, language, list(changes))]) > 0


class SaveRequest(NamedTuple):
    """What is to change in a translation file."""

    path: Path
    version: Version
    """The version that the file translates."""
    language: str
    changes: Collection[UnitChange]


def save_all(requests: Iterable[SaveRequest]) -> int:
    """Saves several files, none of them where any is at fault; returns how many have changed.

    Meanwhile nobody else saves into their folders: what two save at once is saved one after the other.
    """
    wanted = list(requests)
    prepared: list[PreparedFile] = []
    with ExitStack() as held:
        for folder in sorted({request.path.parent for request in wanted}):  # in one order: nobody waits in a circle
            held.enter_context(folder_held(folder))
        try:
            for request in wanted:
                if file := prepare(*request):
                    prepared.append(file)
            for file in prepared:
                file.put_in_place()
        finally:
            for file in prepared:
                file.discard()
    return len(prepared)


def prepare(path: Path, version: Version, language: str, changes: Iterable[UnitChange]) -> PreparedFile | None:
    """Makes the file with its changes, checked and ready to be put in place; None where it would not differ.

    Of several changes of one unit the last counts. Raises Faulty as `save` does.
    """
    path = path.resolve()
    final = list({change.unit: change for change in changes}.values())
    _refuse(path, version, final)
    old = _existing_file(path) if path.exists() else _new_file(version, language)
    if not final:
        return None
    file = ParsedFile.parse(old.text, version.language, language)
    plans = _plans(path, version, file, final)
    text = edited_text(file, plans, list(dict.fromkeys(map(key_of_unit, version.units))))
    if text == old.text:
        return None
    head = _BOM if old.content and old.content.startswith(_BOM) else b""
    prepared = PreparedFile(path, old.content, _written_beside(path, head + text.encode("utf-8")))
    _check(prepared, version, language, {**old.units, **{plan.key: _entries(plan) for plan in plans}})
    return prepared


UnitValues = Mapping[str, list[WrittenEntry]]
"""The entries of a file by their key."""


@dataclass(frozen=True, slots=True)
class _UneditedFile:
    """A translation file before its changes."""

    text: str
    content: bytes | None
    """Its bytes; None where there is no file yet."""
    units: UnitValues


def _existing_file(path: Path) -> _UneditedFile:
    """Reads a file to be edited. Raises Faulty where that cannot be, since it is unreadable or out of shape."""
    document, problems = read_yaml(path)
    shape = None
    if document is not None:
        shape, shape_problems = validate(document, TranslationShape)
        problems = problems + shape_problems
    if problems or shape is None:
        raise Faulty(problems)
    content = path.read_bytes()
    return _UneditedFile(content.decode("utf-8-sig"), content, unit_values(shape))


def _new_file(version: Version, language: str) -> _UneditedFile:
    header = _HEADER.format(name=LANGUAGE_NAMES[language], source=version.language, language=language)
    return _UneditedFile(header, None, {})


def unit_values(shape: TranslationShape) -> UnitValues:
    """The entries of a file, each with its state."""
    source, target = other(shape.language), shape.language
    return {
        key: [
            WrittenEntry(
                tuple(getattr(entry, source)),
                tuple(getattr(entry, target)),
                entry.state or shape.state,
                entry.note,
                entry.waive,
            )
            for entry in entries
        ]
        for key, entries in shape.units.items()
    }


def _plans(path: Path, version: Version, file: ParsedFile, changes: Iterable[UnitChange]) -> list[KeyPlan]:
    """What is to stand under each key that the changes touch. Raises Faulty where a unit cannot be written alone."""
    by_key: dict[str, list[UnitChange]] = {}
    for change in changes:
        by_key.setdefault(key_of_unit(change.unit), []).append(change)
    return [_plan(path, version, file, key, changes_of_key) for key, changes_of_key in by_key.items()]


def _plan(path: Path, version: Version, file: ParsedFile, key: str, changes: list[UnitChange]) -> KeyPlan:
    provision = version.provisions.get(key)
    statements = provision.statements if provision else ()
    try:
        entries = planned_entries(statements, file.entries(key), changes)
    except ApartInFile as apart:
        what = f"'{apart}' is translated together with its neighbours in this file"
        remedy = "translate them as the file has them, or divide its entry by hand"
        raise faulty(path, 1, what, remedy) from None
    return KeyPlan(key, entries, len(statements) > 1)


def _entries(plan: KeyPlan) -> list[WrittenEntry]:
    return [entry for _, entry in plan.entries]


def _refuse(path: Path, version: Version, changes: list[UnitChange]) -> None:
    """Raises Faulty for units that the protocol does not have and for characters that no text may hold."""
    problems = [
        Problem(
            path, 1, f"there is no unit '{change.unit}' in the protocol", "name the unit of a provision that exists"
        )
        for change in changes
        if not _has_unit(version, change.unit)
    ]
    for change in changes:
        for text in (change.source, change.target, change.note or ""):
            problems += character_faults(path, 1, change.unit, text)
    if problems:
        raise Faulty(problems)


def _has_unit(version: Version, name: str) -> bool:
    """Whether a version has a unit, or the neighbouring statements that it names."""
    if name in version.units:
        return True
    provision = version.provisions.get(anchor_of_unit(name))
    places = places_of_unit(name, len(provision.statements)) if provision and not is_heading(name) else None
    return bool(places and provision and places.stop <= len(provision.statements))


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _check(prepared: PreparedFile, version: Version, language: str, expected: UnitValues) -> None:
    """Reads the new text as a build would, and makes sure that it holds what was asked for and no more.

    Raises Faulty, and discards it, where it does not.
    """
    document, problems = read_yaml(prepared.new)
    if document is not None:
        shape, shape_problems = validate(document, TranslationShape)
        problems = problems + shape_problems
        if shape is not None:
            problems += translation_faults(document, shape, version, language)
        if not problems and shape is not None and unit_values(shape) != expected:
            what = "the file is laid out in a way that cannot be edited safely"
            remedy = "write the change into the file by hand"
            problems.append(Problem(prepared.path, 1, what, remedy))
    if problems:
        prepared.discard()
        raise Faulty([replace(problem, path=prepared.path) for problem in problems])


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself safe on the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

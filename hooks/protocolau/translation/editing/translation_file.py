"""Saving translated units: checked before they are written, written whole or not at all.

    save(path, version, language, changes)     one file
    save_all([SaveRequest(…), …])              several, none of them where any is at fault

A prepared file is the new text, checked, under another name beside the old one; putting it in place is
one step that cannot be seen half done.
"""

import os
import tempfile
from collections.abc import Collection, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from protocolau.model.protocol import Version
from protocolau.read.document import Document, read_document
from protocolau.read.problem import Faulty, Problem
from protocolau.rules.translations import translation_faults
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import TranslationShape
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.editing.text_edits import edited_text
from protocolau.translation.editing.unit_change import UnitChange

__all__ = ["PreparedFile", "SaveRequest", "UnitChange", "path_of", "prepare", "save", "save_all"]

_BOM = b"\xef\xbb\xbf"
_NAMES = {"en": "English", "cy": "Welsh"}
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
            raise Faulty([Problem(self.path, 1, "the file was changed while it was being saved", "try once more")])
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
    """Saves several files, none of them where any is at fault; returns how many have changed."""
    prepared: list[PreparedFile] = []
    try:
        for request in requests:
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
    text = edited_text(old.text, version.language, language, final, list(version.units)) if final else old.text
    if text == old.text:
        return None
    head = _BOM if old.content and old.content.startswith(_BOM) else b""
    prepared = PreparedFile(path, old.content, _written_beside(path, head + text.encode("utf-8")))
    _check(prepared, version, language, _expected(old.units, version, language, final))
    return prepared


UnitValues = dict[str, dict[str, Any]]
"""By unit the keys that it has and their values, the state always among them."""


@dataclass(frozen=True, slots=True)
class _UneditedFile:
    """A translation file before its changes."""

    text: str
    content: bytes | None
    """Its bytes; None where there is no file yet."""
    units: UnitValues


def _existing_file(path: Path) -> _UneditedFile:
    """Reads a file to be edited. Raises Faulty where that cannot be, since it is unreadable or out of shape."""
    document, problems = read_document(path)
    if document is not None:
        problems = problems + validate(document, TranslationShape)[1]
    if problems or document is None:
        raise Faulty(problems)
    content = path.read_bytes()
    return _UneditedFile(content.decode("utf-8-sig"), content, _unit_values(document))


def _new_file(version: Version, language: str) -> _UneditedFile:
    header = _HEADER.format(name=_NAMES[language], source=version.language, language=language)
    return _UneditedFile(header, None, {})


def _unit_values(document: Document) -> UnitValues:
    data: Any = document.data  # of the shape, which the caller has judged
    return {
        name: {key: value for key, value in {"state": data["state"], **unit}.items() if value is not None}
        for name, unit in data["units"].items()
    }


def _expected(old: UnitValues, version: Version, language: str, changes: list[UnitChange]) -> UnitValues:
    """What the units are to hold after the changes: what they held, but for what the changes speak of."""
    expected = dict(old)
    for change in changes:
        kept = {key: value for key, value in old.get(change.unit, {}).items() if key != "note"}
        words = {version.language: change.source, language: change.target, "state": change.state}
        note = {"note": change.note} if change.note else {}
        expected[change.unit] = kept | words | note
    return expected


def _refuse(path: Path, version: Version, changes: list[UnitChange]) -> None:
    """Raises Faulty for units that the protocol does not have and for characters that no text may hold."""
    problems = [
        Problem(
            path, 1, f"there is no unit '{change.unit}' in the protocol", "name the unit of a provision that exists"
        )
        for change in changes
        if change.unit not in version.units
    ]
    for change in changes:
        for text in (change.source, change.target, change.note or ""):
            problems += character_faults(path, 1, change.unit, text)
    if problems:
        raise Faulty(problems)


def _bytes_of(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _written_beside(path: Path, content: bytes) -> Path:
    """A new file in the same folder, under a name that nothing takes for a protocol, safely on the disk."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".new", dir=path.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    os.chmod(name, path.stat().st_mode & 0o777 if path.exists() else 0o644)
    return Path(name)


def _check(prepared: PreparedFile, version: Version, language: str, expected: UnitValues) -> None:
    """Reads the new text as a build would, and makes sure that it holds what was asked for and no more.

    Raises Faulty, and discards it, where it does not.
    """
    document, problems = read_document(prepared.new)
    if document is not None:
        shape, shape_problems = validate(document, TranslationShape)
        problems = problems + shape_problems
        if shape is not None:
            problems += translation_faults(document, shape, version, language)
        if not problems and _unit_values(document) != expected:
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

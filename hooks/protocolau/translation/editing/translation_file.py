"""Saving translated units: checked before they are written, written whole or not at all.

    save(path, version, language, changes)                  one file
    save_all([(path, version, language, changes), …])       several, none of them where any is at fault

A staged file is the new text, checked, under another name beside the old one; putting it in place is
one step that cannot be seen half done.
"""

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from protocolau.model.protocol import Version
from protocolau.read.document import Document, read_document
from protocolau.read.problem import Faulty, Problem
from protocolau.rules.translations import translation_faults
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import TranslationShape
from protocolau.translation.editing.characters import character_faults
from protocolau.translation.editing.surgery import UnitChange, changed

__all__ = ["UnitChange", "Staged", "path_of", "save", "save_all", "stage"]

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
class Staged:
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
    return save_all([(path, version, language, changes)]) > 0


Request = tuple[Path, Version, str, Iterable[UnitChange]]
"""A translation file, the version that it translates, its language and what is to change in it."""


def save_all(requests: Iterable[Request]) -> int:
    """Saves several files, none of them where any is at fault; returns how many have changed."""
    staged: list[Staged] = []
    try:
        for request in requests:
            if one := stage(*request):
                staged.append(one)
        for one in staged:
            one.put_in_place()
    finally:
        for one in staged:
            one.discard()
    return len(staged)


def stage(path: Path, version: Version, language: str, changes: Iterable[UnitChange]) -> Staged | None:
    """The file with its changes, checked and ready to be put in place; None where it would not differ."""
    path = path.resolve()
    made = list({change.unit: change for change in changes}.values())
    _refuse(path, version, made)
    old = _opened(path) if path.exists() else _fresh(version, language)
    after = changed(old.text, version.language, language, made, list(version.units)) if made else old.text
    if after == old.text:
        return None
    head = _BOM if old.content and old.content.startswith(_BOM) else b""
    staged = Staged(path, old.content, _written_beside(path, head + after.encode("utf-8")))
    _check(staged, version, language, _expected(old.said, version, language, made))
    return staged


Said = dict[str, dict[str, Any]]
"""What each unit says: its keys and their values, its state always among them."""


@dataclass(frozen=True, slots=True)
class _Opened:
    """A translation file before its changes."""

    text: str
    content: bytes | None
    said: Said


def _opened(path: Path) -> _Opened:
    """A file that can be edited; Faulty where it cannot, because it cannot be read or is out of shape."""
    document, problems = read_document(path)
    if document is not None:
        problems = problems + validate(document, TranslationShape)[1]
    if problems:
        raise Faulty(problems)
    content = path.read_bytes()
    return _Opened(content.decode("utf-8-sig"), content, _said(document))


def _fresh(version: Version, language: str) -> _Opened:
    header = _HEADER.format(name=_NAMES[language], source=version.language, language=language)
    return _Opened(header, None, {})


def _said(document: Document) -> Said:
    data: Any = document.data  # in its shape, as has been checked
    return {
        name: {key: value for key, value in {"state": data["state"], **unit}.items() if value is not None}
        for name, unit in data["units"].items()
    }


def _expected(old: Said, version: Version, language: str, changes: list[UnitChange]) -> Said:
    """What the units are to say after the changes: what they said, but for what the changes speak of."""
    expected = dict(old)
    for one in changes:
        kept = {key: value for key, value in old.get(one.unit, {}).items() if key != "note"}
        note = {"note": one.note} if one.note else {}
        expected[one.unit] = kept | {version.language: one.source, language: one.target, "state": one.state} | note
    return expected


def _refuse(path: Path, version: Version, changes: list[UnitChange]) -> None:
    """Raises Faulty for units that the protocol does not have and for characters that no text may hold."""
    problems = [
        Problem(path, 1, f"there is no unit '{one.unit}' in the protocol", "name the unit of a provision that exists")
        for one in changes
        if one.unit not in version.units
    ]
    for one in changes:
        for text in (one.source, one.target, one.note or ""):
            problems += character_faults(path, 1, one.unit, text)
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


def _check(staged: Staged, version: Version, language: str, expected: Said) -> None:
    """Reads the new text as a build would, and makes sure that it says what was asked for and no more."""
    document, problems = read_document(staged.new)
    shape = None
    if document is not None:
        shape, found = validate(document, TranslationShape)
        problems = problems + found
    if shape is not None:
        problems += translation_faults(document, shape, version, language)
    if not problems and _said(document) != expected:
        remedy = "write the change into the file by hand"
        problems.append(Problem(staged.path, 1, "the file is laid out in a way that cannot be edited safely", remedy))
    if problems:
        staged.discard()
        raise Faulty([replace(problem, path=staged.path) for problem in problems])


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself safe on the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)

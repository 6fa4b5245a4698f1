"""The history of a translated unit, from git where the folder of protocols is kept in it."""

import os
import subprocess
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from protocolau.model.protocol import Version
from protocolau.model.translation import STATES_FROM_WEAKEST, key_of_unit
from protocolau.read.document import read_yaml
from protocolau.read.memory import in_memory
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import TranslationShape
from protocolau.translation.editing.entries import entries_of
from protocolau.translation.editing.translation_file import unit_values

MOST = 60
"""Commits of a file that are looked at, the newest first."""
_PATIENCE = 20
_FORMAT = "%x01%H%x02%an%x02%aI%x02"


@dataclass(frozen=True, slots=True)
class PastUnit:
    """A unit as somebody committed it."""

    target: str
    state: str
    note: str
    author: str
    day: str
    """The day of the commit, as in 2026-11-26."""


@dataclass(frozen=True, slots=True)
class _Commit:
    """A commit of a file."""

    name: str
    author: str
    day: str
    path: str
    """Where the file stood then."""


def unit_history(path: Path, version: Version, name: str) -> list[PastUnit] | None:
    """How a unit has stood in a file of translation, the newest first, each with who first committed it so and when.

    None where the file is not in git, or there is no git.
    """
    commits = _commits(path)
    if not commits:
        return None
    contents = _contents(path.parent, [f"{one.name}:{one.path}" for one in commits])
    found = [
        replace(past, author=one.author, day=one.day)
        for one, content in zip(commits, contents, strict=True)
        if (past := _unit_in(content, path.name, version, name))
    ]
    return list(_first_of_equals(found))


def _commits(path: Path) -> list[_Commit]:
    asked = ["log", "--follow", f"--max-count={MOST}", "-z", f"--format={_FORMAT}", "--name-only", "--", path.name]
    said = _git(path.parent, asked)
    records = said.decode("utf-8", "replace").split("\x01")[1:] if said else []
    commits = []
    for record in records:
        commit, author, day, where = record.split("\x02", 3)
        commits.append(_Commit(commit, author, day[:10], where.strip("\0\n")))
    return commits


def _contents(folder: Path, names: Sequence[str]) -> list[bytes]:
    """What git holds under some names; nothing for one that it does not have."""
    said, contents = _git(folder, ["cat-file", "--batch"], "".join(f"{name}\n" for name in names).encode()) or b"", []
    for _ in names:
        head, _, rest = said.partition(b"\n")
        size = int(head.split()[2]) if not head.endswith(b"missing") and len(head.split()) == 3 else None
        contents.append(rest[:size] if size is not None else b"")
        said = rest[size + 1 :] if size is not None else rest
    return contents


def _git(folder: Path, arguments: Sequence[str], given: bytes = b"") -> bytes | None:
    """What git says in a folder; None where it cannot."""
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        return subprocess.run(
            ["git", "--no-pager", "-C", str(folder), *arguments],
            input=given,
            capture_output=True,
            check=True,
            timeout=_PATIENCE,
            env=environment,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return None


def _unit_in(content: bytes, file_name: str, version: Version, name: str) -> PastUnit | None:
    """A unit as a file had it; None where it did not, or was no file of translation that can be read."""
    document, problems = read_yaml(in_memory({file_name: content}) / file_name)
    shape = None if document is None or problems else validate(document, TranslationShape)[0]
    key = key_of_unit(name)
    provision = version.provisions.get(key)
    entries = unit_values(shape).get(key, []) if shape else []
    entries = entries_of(provision.statements if provision else (), entries, name)
    if not entries:
        return None
    target = " ".join(text for entry in entries for text in entry.target)
    state = min((entry.state for entry in entries), key=STATES_FROM_WEAKEST.index)
    return PastUnit(target, state, " ".join(entry.note for entry in entries if entry.note), "", "")


def _first_of_equals(found: Sequence[PastUnit]) -> Iterator[PastUnit]:
    """Of neighbours that say the same the one that said it first: the last of them, for the newest come first."""
    for place, past in enumerate(found):
        older = found[place + 1] if place + 1 < len(found) else None
        if older is None or (past.target, past.state, past.note) != (older.target, older.state, older.note):
            yield past

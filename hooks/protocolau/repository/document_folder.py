"""What lies in the folder of a council, by the names of its files: which are versions, drafts, translations, copies."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from protocolau.library.library import RELATIONS
from protocolau.model.protocol import DRAFT

FACTS = "council.yml"
"""The file of a council's facts."""
NO_VERSIONS = (FACTS, f"{DRAFT}.yml")
"""The files in a folder of a document that are no versions of it."""
_OF_SYSTEMS = (".", "~$")
"""How the names of files begin that systems and programs keep for themselves beside others."""
_MARK_OF_COPY = re.compile(
    r"^(?:copy of|copi o) +|[ _-]*\([^()]*\)|[ _]*(?:- ?)?\b(?:copy|copi)\b(?: ?\d+)?|(?<=\S) \d{1,2}(?=\.)",
    re.IGNORECASE,
)
"""What systems and programs put into the name of a copy: `(1)`, ` - Copy`, `Copy of `, ` 2`, `(conflicted copy …)`."""


class DocumentFolder(NamedTuple):
    """The folder in which the versions of a document lie, with their translations."""

    path: Path
    kind: str
    """The kind of document that it is for."""
    inside: dict[str, Path]
    """What lies in it, by name, in alphabetical order. It is listed once: each look into a folder takes its time."""

    @property
    def draft(self) -> Path | None:
        """The draft in it, if there is one."""
        return path if (path := self.inside.get(f"{DRAFT}.yml")) and path.exists() else None

    @property
    def versions(self) -> list[Path]:
        """The files of the versions in it."""
        return [path for path in self.yaml_files if path.name not in NO_VERSIONS and "." not in path.stem]

    @property
    def yaml_files(self) -> list[Path]:
        """What is named like a file of YAML, and not like a copy of one."""
        return [path for name, path in self.inside.items() if name.endswith(".yml") and not self.original(name)]

    def original(self, name: str) -> str | None:
        """The file of which another is a copy by its name, where that is here too."""
        original = _MARK_OF_COPY.sub("", name)
        return original if original != name and original in self.inside else None


def document_folder(folder: Path, kind: str) -> DocumentFolder:
    """What lies in a folder for a kind of document."""
    inside = (path for path in folder.iterdir() if not path.name.startswith(_OF_SYSTEMS))
    return DocumentFolder(folder, kind, dict(sorted((path.name, path) for path in inside)))


def document_folders(folder: Path) -> Iterator[DocumentFolder]:
    """The folders in which documents of a council lie, each with the kind that it is for."""
    outer = document_folder(folder, RELATIONS)
    yield outer
    for name, inner in outer.inside.items():
        if inner.is_dir():
            yield document_folder(inner, name)


def version_files(folder: Path) -> list[Path]:
    """The files of the versions in a folder of a document."""
    return document_folder(folder, RELATIONS).versions if folder.is_dir() else []

"""From the folder of protocols to the library, or to every fault in it.

protocols/vocabulary/topics.yml, parties.yml, policies.yml, glossary.yml, kinds.yml, nations.yml
protocols/<council>/council.yml
protocols/<council>/<version>.yml          a version, named for its date of adoption, or `undated`
protocols/<council>/<version>.cy.yml       its translation (`.en.yml` where Welsh was adopted)
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.model import assemble
from protocolau.model.protocol import Council, Translation, Version
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.document import Document, read_document
from protocolau.read.problem import Faulty, Problem
from protocolau.rules.translations import translation_faults
from protocolau.rules.versions import RuleContext, faults, unknown
from protocolau.runtime.garbage import collection_paused
from protocolau.runtime.parallel import parallel_map
from protocolau.schema.shape_faults import ShapeType, validate
from protocolau.schema.shapes import (
    CouncilShape,
    GlossaryShape,
    NamesShape,
    PartiesShape,
    PoliciesShape,
    ProtocolShape,
    TopicsShape,
    TranslationShape,
)
from protocolau.translation.inheritance import with_inherited

VOCABULARY, SCHEMAS = "vocabulary", "schema"
RESERVED = {VOCABULARY, SCHEMAS}
"""Folders of `protocols/` that are not councils."""

_FILES: dict[str, type[BaseModel]] = {
    "topics": TopicsShape,
    "parties": PartiesShape,
    "policies": PoliciesShape,
    "glossary": GlossaryShape,
    "kinds": NamesShape,
    "nations": NamesShape,
}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

Stamp = tuple[tuple[str, int, int], ...]
Known = tuple[Stamp, Council | None, list[Problem]]


class ProtocolRepository:
    """The folder of protocols. Reads it again and again, each time only what has changed."""

    def __init__(self, root: Path):
        self.root = root
        self._vocabulary: tuple[Stamp, Vocabulary] | None = None
        self._councils: dict[str, Known] = {}

    def load(self) -> Library:
        """The library as it stands on disk. Raises Faulty with every fault of every file."""
        with collection_paused():
            return self._load()

    def _load(self) -> Library:
        vocabulary = self._read_vocabulary()
        self._councils = self._read_councils(vocabulary)
        if problems := [problem for _, _, found in self._councils.values() for problem in found]:
            raise Faulty(problems)
        return Library(vocabulary, {name: council for name, (_, council, _) in self._councils.items() if council})

    def _read_vocabulary(self) -> Vocabulary:
        stamp = _stamp(self.root / VOCABULARY)
        if self._vocabulary is None or self._vocabulary[0] != stamp:
            self._vocabulary = (stamp, load_vocabulary(self.root / VOCABULARY))
            self._councils.clear()
        return self._vocabulary[1]

    def _read_councils(self, vocabulary: Vocabulary) -> dict[str, Known]:
        """Every council: known where its folder is as it was, else read."""
        stamps = {folder: _stamp(folder) for folder in council_folders(self.root)}
        changed = [folder for folder, stamp in stamps.items() if self._stamp_of(folder) != stamp]
        read: dict[Path, tuple[Council | None, list[Problem]]] = {}
        for folders, found in parallel_map(changed, lambda part: [load_council(folder, vocabulary) for folder in part]):
            read.update(zip(folders, found, strict=True))
        return {
            folder.name: (stamp, *read[folder]) if folder in read else self._councils[folder.name]
            for folder, stamp in stamps.items()
        }

    def _stamp_of(self, folder: Path) -> Stamp | None:
        known = self._councils.get(folder.name)
        return known[0] if known else None


def council_folders(root: Path) -> Iterator[Path]:
    """The folders of councils below a folder of protocols, in alphabetical order."""
    for folder in sorted(root.iterdir()):
        if folder.is_dir() and folder.name not in RESERVED and not folder.name.startswith("."):
            yield folder


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary. Raises Faulty: without it nothing else can be judged."""
    shapes: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, shape in _FILES.items():
        document, shapes[name], found = _read(folder / f"{name}.yml", shape)
        problems += found
        if document and name == "topics" and not found:
            problems += _repeated_topics(document, shapes[name])
    if problems:
        raise Faulty(problems)
    return assemble.vocabulary(**shapes)


def load_council(folder: Path, vocabulary: Vocabulary) -> tuple[Council | None, list[Problem]]:
    """A council with every version of its protocol, and every fault in its folder.

    The council is None where there is a fault.
    """
    document, facts, problems = _read(folder / "council.yml", CouncilShape)
    problems += _name_faults(folder)
    if document and facts:
        problems += _facts_faults(document, facts, vocabulary)
    versions = []
    for path in _version_files(folder):
        version, found = _load_version(path, folder.name, vocabulary)
        problems += found
        versions += [version] if version else []
    problems += _stray_translations(folder)
    if not versions and not problems:
        problems.append(Problem(folder, 1, "there is no protocol in this folder", "add <date of adoption>.yml"))
    if problems or facts is None:
        return None, problems
    return assemble.council(folder.name, facts, with_inherited(sorted(versions, key=_age))), []


def _read(path: Path, shape: type[ShapeType]) -> tuple[Document | None, ShapeType | None, list[Problem]]:
    """A file as it is written and in its shape, either None where it is past reading, and every fault of it."""
    document, problems = read_document(path)
    if document is None:
        return None, None, problems
    value, faults_of_shape = validate(document, shape)
    return document, value, problems + faults_of_shape


def _repeated_topics(document: Document, shape: TopicsShape) -> Iterator[Problem]:
    """A topic stands in one group alone."""
    seen: dict[str, str] = {}
    for group, topics in shape.groups.items():
        for topic in topics.topics:
            if topic in seen:
                what = f"the topic '{topic}' stands in the groups '{seen[topic]}' and '{group}'"
                line = document.line(("groups", group, "topics", topic))
                yield Problem(document.path, line, what, "keep it in one of them")
            seen[topic] = group


def _name_faults(folder: Path) -> Iterator[Problem]:
    """A council's folder has a slug for a name."""
    if not _SLUG.fullmatch(folder.name):
        what = f"the folder's name '{folder.name}' is no slug"
        yield Problem(folder / "council.yml", 1, what, "use a to z, 0 to 9 and hyphens")


def _facts_faults(document: Document, facts: CouncilShape, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A council's kind and nation are the vocabulary's."""
    path, line = document.path, document.line
    if (kind := facts.kind) not in (known := vocabulary.kinds):
        yield Problem(path, line(("kind",)), *unknown(kind, "kind of council", known, "vocabulary/kinds.yml"))
    if (nation := facts.nation) not in (known := vocabulary.nations):
        yield Problem(path, line(("nation",)), *unknown(nation, "nation", known, "vocabulary/nations.yml"))


def _version_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.yml")) if path.name != "council.yml" and "." not in path.stem]


def _stray_translations(folder: Path) -> Iterator[Problem]:
    """A translation stands beside the version that it translates."""
    known = {f"{path.stem}.{language}.yml" for path in _version_files(folder) for language in LANGUAGES}
    for path in sorted(folder.glob("*.yml")):
        if "." in path.stem and path.name not in known:
            what = f"there is no version {path.name.split('.')[0]}.yml for this translation"
            yield Problem(
                path, 1, what, "name it <version>.cy.yml or <version>.en.yml, after the version it translates"
            )


def _load_version(path: Path, council: str, vocabulary: Vocabulary) -> tuple[Version | None, list[Problem]]:
    """A version with its translations, and every fault of theirs; the version is None where its own file is faulty."""
    version, problems = _read_version(path, council, vocabulary)
    translations: list[Translation] = []
    for language in LANGUAGES:
        beside = path.with_suffix(f".{language}.yml")
        if beside.exists():
            translation, faults_of_translation = _read_translation(beside, version, language)
            translations += [translation] if translation else []
            problems += faults_of_translation
    return version.translated(translations) if version else None, problems


def _read_version(path: Path, council: str, vocabulary: Vocabulary) -> tuple[Version | None, list[Problem]]:
    document, problems = read_document(path)
    shape, found = validate(document, ProtocolShape) if document else (None, [])
    if document is None or shape is None:
        return None, problems + found
    version, located = assemble.version(document, shape, council)
    problems += found + faults(RuleContext(document, shape, version, located, vocabulary, whole=not found))
    return None if found else version, problems


def _read_translation(path: Path, version: Version | None, language: str) -> tuple[Translation | None, list[Problem]]:
    """A translation and every fault of it, those of its own that can be told where there is no version to be had."""
    document, shape, problems = _read(path, TranslationShape)
    if document is None or shape is None:
        return None, problems
    problems += translation_faults(document, shape, version, language)
    return assemble.translation(document, shape), problems


def _age(version: Version) -> tuple[str, str]:
    """The oldest first; a version whose date is not known counts as the oldest."""
    return str(version.adopted or ""), version.slug


def _stamp(folder: Path) -> Stamp:
    """What changes when any file of a folder does."""
    found = sorted(folder.iterdir())
    return tuple((path.name, (stat := path.stat()).st_mtime_ns, stat.st_size) for path in found if path.is_file())

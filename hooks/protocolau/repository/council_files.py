"""From the folder of a council to the council with its documents, or to every fault in it.

protocols/<council>/council.yml
protocols/<council>/<version>.yml              a version of its relations protocol, named for its date of adoption,
                                               or `undated`
protocols/<council>/<kind>/<version>.yml       a version of its document of another kind
protocols/<council>/…/draft.yml                a draft of the next version, checked like one and never published
protocols/<council>/…/<version>.cy.yml         the translation of the version beside it (`.en.yml` where Welsh was
                                               adopted)
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from protocolau.language import LANGUAGES, other
from protocolau.library.library import RELATIONS
from protocolau.model import assemble
from protocolau.model.protocol import DRAFT, Council, Document, Version
from protocolau.model.translation import Translation, is_heading
from protocolau.model.vocabulary import Bilingual, Vocabulary
from protocolau.read.document import YamlDocument
from protocolau.read.problem import Faulty, Problem, did_you_mean
from protocolau.repository.reading_files import ShapeType, read_shape
from protocolau.rules.translations import translation_faults
from protocolau.rules.versions import RuleContext, faults, unknown
from protocolau.schema.fields import SLUG, as_some_systems_hold, held_by_every_system
from protocolau.schema.shapes import CouncilShape, ProtocolShape, TranslationShape
from protocolau.translation.inheritance import with_inherited

FACTS = "council.yml"
"""The file of a council's facts."""
_NO_VERSIONS = (FACTS, f"{DRAFT}.yml")


def load_council(folder: Path, vocabulary: Vocabulary) -> tuple[Council | None, list[Problem]]:
    """A council with every version of its documents, and every fault in its folder.

    The council is None where there is a fault.
    """
    if folder.is_symlink():
        return None, [_link(folder)]
    if not _stands(folder / FACTS):
        what = "there is no council.yml in this folder, which says what the council is called"
        remedy = "write one with its name, short_name, kind and nation, as in another council's folder"
        facts_file, facts, problems = None, None, [Problem(folder / FACTS, 1, what, remedy)]
    else:
        facts_file, facts, problems = _read_own(folder / FACTS, CouncilShape)
    problems += _name_faults(folder)
    if facts_file and facts:
        problems += _facts_faults(facts_file, facts, vocabulary)
    documents: list[Document] = []
    folders = list(_document_folders(folder))
    for inner in folders:
        if inner.path.is_symlink():
            problems.append(_link(inner.path))
            continue
        document, found = _load_document(inner, folder.name, vocabulary)
        documents += [document] if document else []
        problems += found
        if facts_file and facts:
            problems += _ended_before(facts_file, facts, document)
    if not documents and not problems and not any(inner.draft for inner in folders):
        problems.append(Problem(folder, 1, "there is no protocol in this folder", "add <date of adoption>.yml"))
    if problems or facts is None or not documents:
        return None, problems
    return assemble.council(folder.name, facts, documents), []


def _link(folder: Path) -> Problem:
    """A folder is here itself: one that is elsewhere holds what nobody has proposed, and may hold this one again."""
    return Problem(folder, 1, "this folder is a link", "put the folder itself there, with its files")


def _read_own(path: Path, shape: type[ShapeType]) -> tuple[YamlDocument | None, ShapeType | None, list[Problem]]:
    """The same as `read_shape` of a file that is here itself, as its folder is: what it leads to may be no protocol."""
    if path.is_symlink():
        return None, None, [Problem(path, 1, "this file is a link", "put the file itself there")]
    return read_shape(path, shape)


_OF_SYSTEMS = (".", "~$")
"""How the names of files begin that systems and programs keep for themselves beside others."""
_MARK_OF_COPY = re.compile(
    r"^(?:copy of|copi o) +|[ _-]*\([^()]*\)|[ _]*(?:- ?)?\b(?:copy|copi)\b(?: ?\d+)?|(?<=\S) \d{1,2}(?=\.)",
    re.IGNORECASE,
)
"""What systems and programs put into the name of a copy: `(1)`, ` - Copy`, `Copy of `, ` 2`, `(conflicted copy …)`."""


class _DocumentFolder(NamedTuple):
    path: Path
    kind: str
    inside: dict[str, Path]
    """What lies in it, by name, in alphabetical order. It is listed once: each look into a folder takes its time."""

    @property
    def draft(self) -> Path | None:
        """The draft in it, if there is one."""
        return path if (path := self.inside.get(f"{DRAFT}.yml")) and path.exists() else None

    @property
    def versions(self) -> list[Path]:
        """The files of the versions in it."""
        return [path for path in self.yaml_files if path.name not in _NO_VERSIONS and "." not in path.stem]

    @property
    def yaml_files(self) -> list[Path]:
        """What is named like a file of YAML, and not like a copy of one."""
        return [path for name, path in self.inside.items() if name.endswith(".yml") and not self.original(name)]

    def original(self, name: str) -> str | None:
        """The file of which another is a copy by its name, where that is here too."""
        original = _MARK_OF_COPY.sub("", name)
        return original if original != name and original in self.inside else None


def _document_folder(folder: Path, kind: str) -> _DocumentFolder:
    inside = (path for path in folder.iterdir() if not path.name.startswith(_OF_SYSTEMS))
    return _DocumentFolder(folder, kind, dict(sorted((path.name, path) for path in inside)))


def _document_folders(folder: Path) -> Iterator[_DocumentFolder]:
    """The folders in which documents of a council lie, each with the kind that it is for."""
    outer = _document_folder(folder, RELATIONS)
    yield outer
    for name, inner in outer.inside.items():
        if inner.is_dir():
            yield _document_folder(inner, name)


def _load_document(
    folder: _DocumentFolder, council: str, vocabulary: Vocabulary
) -> tuple[Document | None, list[Problem]]:
    """The document in a folder, None where there is no version of it, and every fault of its files."""
    problems = list(_kind_faults(folder, council, vocabulary))
    versions: list[Version] = []
    for path in folder.versions:
        version, found = load_version(path, council, folder.kind, vocabulary)
        versions += [version] if version else []
        problems += found
    if draft := folder.draft:
        problems += load_version(draft, council, folder.kind, vocabulary)[1]
    problems += [*_stray_translations(folder), *_unread_files(folder)]
    problems += [*_names_not_held(folder), *_names_held_as_one(folder)]
    if not versions:
        return None, problems
    return Document(council, folder.kind, with_inherited(sorted(versions, key=_age))), problems


def version_files(folder: Path) -> list[Path]:
    """The files of the versions in a folder of a document."""
    return _document_folder(folder, RELATIONS).versions if folder.is_dir() else []


def drafts(folder: Path) -> list[Path]:
    """The drafts in a council's folder, of documents of every kind."""
    return [draft for one in _document_folders(folder) if (draft := one.draft)]


def read_draft(
    folder: Path, council: str, kind: str, vocabulary: Vocabulary, document: Document | None
) -> Version | None:
    """The draft in a folder, if there is one, with what the versions before it give to its translation.

    `document` is what the council has of that kind. Raises Faulty.
    """
    path = folder / f"{DRAFT}.yml"
    if not path.exists():
        return None
    version, problems = load_version(path, council, kind, vocabulary)
    if version is None or problems:
        raise Faulty(problems)
    return with_inherited([*(document.versions if document else ()), version])[-1]


def council_name(folder: Path) -> Bilingual:
    """The name of the council of a folder, which may have no document yet. Raises Faulty."""
    _, facts, problems = _read_own(folder / FACTS, CouncilShape)
    if facts is None:
        raise Faulty(problems)
    return assemble.council(folder.name, facts, []).name


def _name_faults(folder: Path) -> Iterator[Problem]:
    """A council's folder has a slug for a name."""
    if not SLUG.fullmatch(folder.name):
        what = f"the folder's name '{folder.name}' is no slug"
        yield Problem(folder / FACTS, 1, what, "use a to z, 0 to 9 and hyphens")
    elif not held_by_every_system(folder.name):
        yield Problem(folder / FACTS, 1, *not_held(folder.name))


def not_held(name: str) -> tuple[str, str]:
    """What is wrong and what to do about a name that some system cannot hold."""
    return f"Windows can hold no file or folder named '{name}'", "choose another name"


def _names_not_held(folder: _DocumentFolder) -> Iterator[Problem]:
    """Whatever lies beside a document is copied with it, to every system. A folder that is no kind's is told of so."""
    for name, path in folder.inside.items():
        if not held_by_every_system(name) and not (folder.kind == RELATIONS and path.is_dir()):
            yield Problem(path, 1, *not_held(name))


def _names_held_as_one(folder: _DocumentFolder) -> Iterator[Problem]:
    """No two names differ in their capitals alone: where they are one, one file takes the place of the other."""
    first: dict[str, str] = {}
    for name, path in folder.inside.items():
        if path.suffix.lower() == ".yml":
            continue  # of what is read is said by what name it would be
        if (other := first.setdefault(as_some_systems_hold(name), name)) != name:
            yield Problem(path, 1, *held_as_one(other))


def held_as_one(other: str) -> tuple[str, str]:
    """What is wrong and what to do about a name that Windows and macOS take for that of another file."""
    return f"Windows or macOS takes this name and '{other}' for one", "rename one of the two, or delete it"


def _kind_faults(folder: _DocumentFolder, council: str, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A folder inside a council's is named for a kind of document; the relations protocol needs none."""
    if folder.path.name == council and folder.kind == RELATIONS:
        return
    if folder.kind == RELATIONS:
        yield Problem(folder.path, 1, f"a folder named '{RELATIONS}'", "put its files into the council's own folder")
    elif folder.kind not in vocabulary.documents:
        others = [kind for kind in vocabulary.documents if kind != RELATIONS]
        remedy = did_you_mean(folder.kind, others, f"name it for one of: {', '.join(others)}")
        yield Problem(folder.path, 1, f"the folder '{folder.kind}' is no kind of document", remedy)
    elif not folder.versions and not folder.draft:
        yield Problem(folder.path, 1, "there is no document in this folder", "add <date of adoption>.yml")


def _facts_faults(document: YamlDocument, facts: CouncilShape, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A council's kind and nation are the vocabulary's, and what it was called are slugs."""
    path, line = document.path, document.line
    if (kind := facts.kind) not in (known := vocabulary.kinds):
        yield Problem(path, line(("kind",)), *unknown(kind, "kind of council", known, "vocabulary/kinds.yml"))
    if (nation := facts.nation) not in (known := vocabulary.nations):
        yield Problem(path, line(("nation",)), *unknown(nation, "nation", known, "vocabulary/nations.yml"))
    for slug in facts.formerly:
        if not SLUG.fullmatch(slug):
            what = f"'{slug}' is no slug, so no folder was called so"
            yield Problem(path, line(("formerly",)), what, "use a to z, 0 to 9 and hyphens")
        elif not held_by_every_system(slug):
            yield Problem(path, line(("formerly",)), *not_held(slug))


def _ended_before(document: YamlDocument, facts: CouncilShape, found: Document | None) -> Iterator[Problem]:
    """A council adopts nothing after the day on which it has ended."""
    for version in found.versions if found and facts.ended else ():
        if facts.ended and version.adopted and facts.ended.last_day < version.adopted.first_day:
            what = f"the council has ended ({facts.ended}) before it adopted {version.path.name}"
            yield Problem(document.path, document.line(("ended",)), what, "correct the one that is wrong")


def _stray_translations(folder: _DocumentFolder) -> Iterator[Problem]:
    """A translation stands beside the version that it translates."""
    stems = [path.stem for path in (*folder.versions, *filter(None, [folder.draft]))]
    known = {f"{stem}.{language}.yml" for stem in stems for language in LANGUAGES}
    for path in folder.yaml_files:
        version, _, language = path.stem.rpartition(".")
        if version in stems and path.name not in known:
            what = f"'{language}' is no language of a translation, by which its file is named"
            yield Problem(path, 1, what, f"rename it to {version}.cy.yml or {version}.en.yml")
        elif version and path.name not in known:
            what = f"there is no version {path.name.split('.')[0]}.yml for this translation"
            remedy = "name it <version>.cy.yml or <version>.en.yml, after the version it translates"
            yield Problem(path, 1, what, remedy)


_MEANT_FOR_TRANSLATION = re.compile(r"(?P<version>\d{4}(?:-\d\d){0,2}|undated)[-_ ](?P<language>cy|en)\.yml")
_NAMED_NEARLY = re.compile(r"(?P<stem>.+?)(\.yaml|\.yml\.txt|\.yaml\.txt|\.yml)$", re.IGNORECASE)


def _unread_files(folder: _DocumentFolder) -> Iterator[Problem]:
    """What is meant to be read is named so that it is: a file of YAML ends in .yml, in small letters."""
    for name, path in folder.inside.items():
        match = _NAMED_NEARLY.fullmatch(name)
        if not match:
            continue
        if original := folder.original(name):
            remedy = "keep the one that is right under that name, and delete the other"
            yield Problem(path, 1, f"by its name this is a copy of {original}", remedy)
        elif path.suffix != ".yml":
            yield Problem(path, 1, *_not_read(path, f"{match['stem']}.yml"))


def _not_read(path: Path, meant: str) -> tuple[str, str]:
    """What is wrong and what to do about a file that is not read, being named otherwise than is meant."""
    remedy = f"rename it to {meant}"
    if any(one.name == meant for one in path.parent.iterdir()):
        remedy = f"{meant} is there already: keep the one that is right under that name, and delete the other"
    return "this file is not read, because of its name", remedy


def load_version(path: Path, council: str, kind: str, vocabulary: Vocabulary) -> tuple[Version | None, list[Problem]]:
    """A version with its translations, and every fault of theirs; the version is None where its own file is faulty."""
    if path.name not in _NO_VERSIONS and (name := path.name.lower()) in _NO_VERSIONS:
        return None, [Problem(path, 1, *_not_read(path, name))]
    if meant := _MEANT_FOR_TRANSLATION.fullmatch(path.name):
        remedy = f"rename it to {meant['version']}.{meant['language']}.yml, with a full stop, if it is one"
        return None, [Problem(path, 1, "this is named like a translation, but for a full stop", remedy)]
    version, problems = read_version(path, council, kind, vocabulary)
    translations: list[Translation] = []
    for language in LANGUAGES:
        beside = path.with_suffix(f".{language}.yml")
        if _stands(beside):
            translation, faults_of_translation = _read_translation(beside, version, language)
            translations += [translation] if translation else []
            problems += faults_of_translation
    if version and not problems:
        problems += _other_language_faults(version.translated(translations))
    return version.translated(translations) if version else None, problems


def _other_language_faults(version: Version) -> Iterator[Problem]:
    """Where both languages were adopted alike the other one is here, in a file of its own."""
    language = other(version.language)
    if version.other_language == "equal" and language not in version.translations:
        what = "both languages are said to have been adopted alike, and only one is here"
        remedy = f"add {version.slug}.{language}.yml, or write 'other_language: exists'"
        yield Problem(version.path, 1, what, remedy)


def read_version(path: Path, council: str, kind: str, vocabulary: Vocabulary) -> tuple[Version | None, list[Problem]]:
    """A version without translations, and every fault of its file; the version is None where there is a fault of shape.

    Of a version that awaits review the text alone leaves this room, so that nothing that is only suggested is shown.
    """
    document, shape, problems = _read_own(path, ProtocolShape)
    return judged_version(document, shape, problems, council, kind, vocabulary)


def judged_version(
    document: YamlDocument | None,
    shape: ProtocolShape | None,
    problems: list[Problem],
    council: str,
    kind: str,
    vocabulary: Vocabulary,
) -> tuple[Version | None, list[Problem]]:
    """The same of a file that has been read: as it is written, in its shape, and the faults that were found so far."""
    if document is None or shape is None:
        return None, problems
    headings = _english_headings(document.path, shape)
    version, located = assemble.version(document, shape, council, kind, headings)
    whole = not problems
    problems += faults(RuleContext(document, shape, version, located, vocabulary, whole))
    if not whole:
        return None, problems
    return version.untagged() if version.awaiting_review else version, problems


def _english_headings(path: Path, shape: ProtocolShape) -> Mapping[str, str]:
    """The English of each heading of a Welsh text, where both were adopted alike."""
    beside = path.with_suffix(".en.yml")
    if shape.language == "en" or shape.other_language != "equal" or not beside.exists():
        return {}
    _, translation, _ = _read_own(beside, TranslationShape)
    units = translation.units if translation else {}
    headings = [entry for name, entries in units.items() if is_heading(name) for entry in entries]
    return {" ".join(entry.cy): " ".join(entry.en) for entry in reversed(headings)}


def _read_translation(path: Path, version: Version | None, language: str) -> tuple[Translation | None, list[Problem]]:
    """A translation and every fault of it, those of its own that can be told where there is no version to be had."""
    document, shape, problems = _read_own(path, TranslationShape)
    if document is None or shape is None:
        return None, problems
    problems += translation_faults(document, shape, version, language)
    return assemble.translation(document, shape, version) if version and not problems else None, problems


def _stands(path: Path) -> bool:
    """Whether anything has this name, be it a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def _age(version: Version) -> tuple[str, str]:
    """The oldest first; a version whose date is not known counts as the oldest."""
    return str(version.adopted or ""), version.slug

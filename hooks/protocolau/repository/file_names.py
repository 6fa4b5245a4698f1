"""Rules of the names of folders and files, by which these are read. Each is a small generator, with its law as its
docstring.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from protocolau.language import LANGUAGES
from protocolau.library.library import RELATIONS
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.problem import Problem, did_you_mean
from protocolau.repository.document_folder import FACTS, NO_VERSIONS, DocumentFolder
from protocolau.schema.fields import SLUG, as_some_systems_hold, held_by_every_system

_MEANT_FOR_TRANSLATION = re.compile(r"(?P<version>\d{4}(?:-\d\d){0,2}|undated)[-_ ](?P<language>cy|en)\.yml")
_NAMED_NEARLY = re.compile(r"(?P<stem>.+?)(\.yaml|\.yml\.txt|\.yaml\.txt|\.yml)$", re.IGNORECASE)


def faults_of_names(folder: DocumentFolder) -> Iterator[Problem]:
    """Every fault of the names of what lies in a folder of a document."""
    yield from _stray_translations(folder)
    yield from _unread_files(folder)
    yield from _names_not_held(folder)
    yield from _names_held_as_one(folder)


def faults_of_council_name(folder: Path) -> Iterator[Problem]:
    """A council's folder has a slug for a name."""
    if not SLUG.fullmatch(folder.name):
        what = f"the folder's name '{folder.name}' is no slug"
        yield Problem(folder / FACTS, 1, what, "use a to z, 0 to 9 and hyphens")
    elif not held_by_every_system(folder.name):
        yield Problem(folder / FACTS, 1, *not_held(folder.name))


def faults_of_kind(folder: DocumentFolder, council: str, vocabulary: Vocabulary) -> Iterator[Problem]:
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


def misnamed(path: Path) -> Problem | None:
    """What is wrong with the name of a file that is read as a version and is not meant for one."""
    if path.name not in NO_VERSIONS and (name := path.name.lower()) in NO_VERSIONS:
        return Problem(path, 1, *_not_read(path, name))
    if meant := _MEANT_FOR_TRANSLATION.fullmatch(path.name):
        remedy = f"rename it to {meant['version']}.{meant['language']}.yml, with a full stop, if it is one"
        return Problem(path, 1, "this is named like a translation, but for a full stop", remedy)
    return None


def not_held(name: str) -> tuple[str, str]:
    """What is wrong and what to do about a name that some system cannot hold."""
    return f"Windows can hold no file or folder named '{name}'", "choose another name"


def held_as_one(other: str) -> tuple[str, str]:
    """What is wrong and what to do about a name that Windows and macOS take for that of another file."""
    return f"Windows or macOS takes this name and '{other}' for one", "rename one of the two, or delete it"


def _stray_translations(folder: DocumentFolder) -> Iterator[Problem]:
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


def _unread_files(folder: DocumentFolder) -> Iterator[Problem]:
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


def _names_not_held(folder: DocumentFolder) -> Iterator[Problem]:
    """Whatever lies beside a document is copied with it, to every system. A folder that is no kind's is told of so."""
    for name, path in folder.inside.items():
        if not held_by_every_system(name) and not (folder.kind == RELATIONS and path.is_dir()):
            yield Problem(path, 1, *not_held(name))


def _names_held_as_one(folder: DocumentFolder) -> Iterator[Problem]:
    """No two names differ in their capitals alone: where they are one, one file takes the place of the other."""
    first: dict[str, str] = {}
    for name, path in folder.inside.items():
        if path.suffix.lower() == ".yml":
            continue  # of what is read is said by what name it would be
        if (other := first.setdefault(as_some_systems_hold(name), name)) != name:
            yield Problem(path, 1, *held_as_one(other))

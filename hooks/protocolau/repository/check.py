"""Everything that can be said against the files at a path: faults, and warnings where there is no fault."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from protocolau.library.library import Library
from protocolau.read.memory import in_memory
from protocolau.read.problem import Faulty, Problem
from protocolau.repository.council_files import load_council
from protocolau.repository.document_folder import FACTS
from protocolau.repository.doubtful_silences import doubtful_silences
from protocolau.repository.repository import RESERVED, ProtocolRepository, council_folders
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from protocolau.rules.adopted_characters import adopted_characters
from protocolau.rules.doubtful_versions import doubtful_versions
from protocolau.rules.unlike_versions import unlike_versions
from protocolau.translation.checks import TranslationChecker, accepted_words_in


@dataclass(frozen=True, slots=True)
class Findings:
    """Faults, which stop a build, and warnings, which do not."""

    problems: list[Problem]
    warnings: list[Problem]


def examine(path: Path, vocabulary: Path | None, today: date) -> Findings:
    """What is found at a folder of protocols, a council's folder or a file.

    It is judged by the vocabulary beside it, else by the one in the folder given, if any. A document is judged with its
    council.
    """
    if not os.path.exists(path):
        return _refused(path, "there is nothing at this path", "check its name")
    path = Path(os.path.abspath(path))  # so that "." has a name, which is the council's
    if not path.is_dir() and path.suffix != ".yml":
        return _refused(path, "this is not a .yml file", "name a .yml file or a folder")
    folder = _judged_with(path if path.is_dir() else path.parent)
    try:
        if (folder / VOCABULARY).is_dir():
            return Findings([], _warnings(ProtocolRepository(folder).load(today), folder / VOCABULARY))
        if folder.name == VOCABULARY:
            load_vocabulary(folder)
            return Findings([], [])
        beside = folder.parent / VOCABULARY
        if beside.is_dir():
            vocabulary = beside
        if vocabulary is None:
            return _refused(path, "there is no vocabulary to judge it by", "name the project with --project")
        found = _examine_councils(folder, _folders_of_councils(folder), vocabulary, today)
    except Faulty as faulty:
        return Findings(faulty.problems, [])
    return found if path.is_dir() else _of_file(found, path)


def examine_files(files: Mapping[str, str | bytes], today: date) -> Findings:
    """What is found in the files of a folder of protocols, by their paths in it, the vocabulary among them.

    Neither disk nor clock is touched: the files are held in memory, and each finding names one of them.
    """
    folder = in_memory(files)
    try:
        found = _examine_councils(folder, list(council_folders(folder)), folder / VOCABULARY, today)
    except Faulty as faulty:
        found = Findings(faulty.problems, [])
    return Findings(_inside(folder, found.problems), _inside(folder, found.warnings))


def _inside(folder: Path, problems: Iterable[Problem]) -> list[Problem]:
    return [replace(one, path=Path(*one.path.relative_to(folder).parts)) for one in problems]


def _judged_with(folder: Path) -> Path:
    """The council's folder where the one given is that of a document in it; otherwise the folder itself."""
    council = folder.parent
    is_inside = (council / FACTS).exists() or (council.parent / VOCABULARY).is_dir()
    return council if is_inside and not (folder / FACTS).exists() else folder


def _folders_of_councils(folder: Path) -> list[Path]:
    """The folder itself where it is a council's, or the folders of councils in it; none where no folder in it has a
    file of YAML, as in that of the pages of prose.
    """
    holds_councils = any(folder.glob(f"*/{FACTS}"))
    is_beside_vocabulary = (folder.parent / VOCABULARY).is_dir() and folder.name not in RESERVED
    if any(folder.glob("*.yml")) or (is_beside_vocabulary and not holds_councils):
        return [folder]
    return list(council_folders(folder)) if any(folder.glob("*/*.yml")) else []


def _examine_councils(folder: Path, folders: list[Path], vocabulary_folder: Path, today: date) -> Findings:
    vocabulary = load_vocabulary(vocabulary_folder)
    if not folders:
        return _refused(folder, "there is no protocol in this folder", "name a council's folder, or one of councils")
    read = [load_council(one, vocabulary) for one in folders]
    councils = {council.slug: council for council, _ in read if council}
    problems = [problem for _, found in read for problem in found]
    return Findings(problems, _warnings(Library(vocabulary, councils, today), vocabulary_folder))


def _warnings(library: Library, vocabulary_folder: Path) -> list[Problem]:
    """What looks wrong and may be right: in translations, by the words accepted beside the vocabulary; in versions."""
    checker = TranslationChecker(library.vocabulary, accepted_words_in(vocabulary_folder))
    documents = [one for council in library.councils.values() for one in council.documents.values()]
    return [
        *checker.check_library(library),
        *unlike_versions(documents),
        *adopted_characters(documents),
        *doubtful_versions(documents, library.today),
        *doubtful_silences(library),
    ]


def _of_file(found: Findings, path: Path) -> Findings:
    return Findings(
        [problem for problem in found.problems if problem.path == path],
        [warning for warning in found.warnings if warning.path == path],
    )


def _refused(path: Path, what: str, remedy: str) -> Findings:
    return Findings([Problem(path, 1, what, remedy)], [])

"""From the folder of a council to the council with its documents, or to every fault in it.

protocols/<council>/council.yml
protocols/<council>/<version>.yml              a version of its relations protocol, named for its date of adoption,
                                               or `undated`
protocols/<council>/<kind>/<version>.yml       a version of its document of another kind
protocols/<council>/…/draft.yml                a draft of the next version, checked like one and never published
protocols/<council>/…/<version>.cy.yml         the translation of the version beside it (`.en.yml` where Welsh was
                                               adopted)
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from protocolau.language import LANGUAGES, other
from protocolau.model import assemble
from protocolau.model.protocol import DRAFT, Council, Document, Version
from protocolau.model.translation import Translation, is_heading
from protocolau.model.vocabulary import Bilingual, Vocabulary
from protocolau.read.document import YamlDocument, read_yaml
from protocolau.read.problem import Faulty, Problem
from protocolau.repository.document_folder import FACTS, DocumentFolder, document_folders
from protocolau.repository.file_names import faults_of_council_name, faults_of_kind, faults_of_names, misnamed, not_held
from protocolau.repository.reading_files import read_shape
from protocolau.rules.translations import translation_faults
from protocolau.rules.versions import RuleContext, faults, unknown
from protocolau.schema.fields import SLUG, held_by_every_system
from protocolau.schema.leaving_out import value_at
from protocolau.schema.shape_faults import ShapeType
from protocolau.schema.shapes import CouncilShape, ProtocolShape, TranslationShape
from protocolau.translation.inheritance import with_inherited


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
    problems += faults_of_council_name(folder)
    if facts_file and facts:
        problems += _facts_faults(facts_file, facts, vocabulary)
    documents: list[Document] = []
    folders = list(document_folders(folder))
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
        problems.append(no_protocol(folder))
    if problems or facts is None or not documents:
        return None, problems
    return assemble.council(folder.name, facts, documents), []


def no_protocol(folder: Path) -> Problem:
    """What is wrong with the folder of a council that has no document."""
    return Problem(folder, 1, "there is no protocol in this folder", "add <date of adoption>.yml")


def _link(folder: Path) -> Problem:
    """A folder is here itself: one that is elsewhere holds what nobody has proposed, and may hold this one again."""
    return Problem(folder, 1, "this folder is a link", "put the folder itself there, with its files")


def _read_own(path: Path, shape: type[ShapeType]) -> tuple[YamlDocument | None, ShapeType | None, list[Problem]]:
    """The same as `read_shape` of a file that is here itself, as its folder is: what it leads to may be no protocol."""
    if path.is_symlink():
        return None, None, [Problem(path, 1, "this file is a link", "put the file itself there")]
    return read_shape(path, shape)


def _load_document(
    folder: DocumentFolder, council: str, vocabulary: Vocabulary
) -> tuple[Document | None, list[Problem]]:
    """The document in a folder, None where there is no version of it, and every fault of its files."""
    problems = list(faults_of_kind(folder, council, vocabulary))
    versions: list[Version] = []
    for path in folder.versions:
        version, found = load_version(path, council, folder.kind, vocabulary)
        versions += [version] if version else []
        problems += found
    if draft := folder.draft:
        problems += load_version(draft, council, folder.kind, vocabulary)[1]
    problems += faults_of_names(folder)
    if not versions:
        return None, problems
    return Document(council, folder.kind, with_inherited(sorted(versions, key=_age))), problems


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


def _facts_faults(document: YamlDocument, facts: CouncilShape, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A council's kind and nation are the vocabulary's, what it was called are slugs, and what took its place did so on
    a day."""
    path, line = document.path, document.line
    if (kind := facts.kind) not in (known := vocabulary.kinds):
        yield Problem(path, line(("kind",)), *unknown(kind, "kind of council", known, "vocabulary/kinds.yml"))
    if (nation := facts.nation) not in (known := vocabulary.nations):
        yield Problem(path, line(("nation",)), *unknown(nation, "nation", known, "vocabulary/nations.yml"))
    if facts.succeeded_by and value_at(document.data, ("ended",)) is None:
        what = "'succeeded_by' without 'ended', so nothing is said of it"
        yield Problem(path, line(("succeeded_by",)), what, "write into 'ended' when the council ended, or take it out")
    for slug in facts.formerly:
        if not SLUG.fullmatch(slug):
            what = f"'{slug}' is no slug, so no folder was called so"
            yield Problem(path, line(("formerly",)), what, "use a to z, 0 to 9 and hyphens")
        elif not held_by_every_system(slug):
            yield Problem(path, line(("formerly",)), *not_held(slug))


def former_slugs(folder: Path) -> list[str]:
    """The slugs that a council is said to have had, whatever else is wrong with its facts."""
    document, _ = read_yaml(folder / FACTS)
    former = value_at(document.data, ("formerly",)) if document else None
    return [one for one in former if isinstance(one, str)] if isinstance(former, list) else []


def _ended_before(document: YamlDocument, facts: CouncilShape, found: Document | None) -> Iterator[Problem]:
    """A council adopts, reviews and withdraws nothing after the day on which it has ended."""
    for version in found.versions if found and facts.ended else ():
        done = {"adopted": version.adopted, "reviewed": version.reviewed, "withdrawn": version.withdrawn}
        for key, day in done.items():
            if facts.ended and day and facts.ended.last_day < day.first_day:
                what = f"the council has ended ({facts.ended}) before '{key}' in {version.path.name} ({day})"
                yield Problem(document.path, document.line(("ended",)), what, "correct the one that is wrong")


def load_version(path: Path, council: str, kind: str, vocabulary: Vocabulary) -> tuple[Version | None, list[Problem]]:
    """A version with its translations, and every fault of theirs; the version is None where its own file is faulty."""
    if fault := misnamed(path):
        return None, [fault]
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
    One that lacks topics awaits review whatever it says: it would be silent on everything.
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
    if version.awaiting_review:
        return version.untagged(), problems
    return replace(version, awaiting_review=version.lacks_topics(vocabulary.documents[kind])), problems


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

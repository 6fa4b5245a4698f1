"""`protocolau adopt`: a draft becomes the version of a date, or the next version begins."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Never

import click

from protocolau.cli.chosen import chosen_kind, no_council
from protocolau.cli.council_facts import refuse_no_slug
from protocolau.cli.project import pass_project
from protocolau.cli.saying import say, spoken, told
from protocolau.drafting.next_version import adopted_draft, next_version, renamed, source_of
from protocolau.language import LANGUAGES
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import DRAFT, Council, Version
from protocolau.model.standing import current
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.dates import PartialDate, date_of_document
from protocolau.read.problem import Faulty, Problem, faulty
from protocolau.read.written_dates import no_date
from protocolau.repository.council_files import load_council, load_version
from protocolau.repository.document_folder import FACTS
from protocolau.repository.repository import ProtocolRepository
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from protocolau.runtime.files import folder_held, written_beside
from protocolau.runtime.project import Project


@click.command()
@click.argument("slug")
@click.argument("date")
@click.option("--document", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document.")
@pass_project
def adopt(project: Project, slug: str, date: str, document: str) -> None:
    """Make the draft of the council SLUG the version of DATE (YYYY-MM-DD, YYYY-MM or YYYY).

    Where there is no draft, the next version begins: with the text and the source of the one in force, and with its
    translation, which holds wherever nothing changes.
    """
    council = project.protocols / slug
    folder = council if document == RELATIONS else council / document
    adopted, vocabulary = _date(date), load_vocabulary(project.protocols / VOCABULARY)
    refuse_no_slug(slug, council)
    chosen_kind(document, vocabulary.documents)
    if not council.is_dir():
        raise no_council(slug, project.protocols, ProtocolRepository(project.protocols).names())
    if not folder.is_dir():
        _refuse(folder, "there is no such folder", "check the name of the council and of the kind of document")
    with folder_held(folder):
        if (folder / f"{DRAFT}.yml").exists():
            version = _draft(folder, slug, document, vocabulary)
            found, _ = load_council(council, vocabulary)
            _refuse_day(council, found, document, adopted)
            files = adopted_draft(version, _texts(version), adopted)
        else:
            version = _latest(council, document, vocabulary, adopted)
            files = next_version(version, _texts(version), adopted)
        written = _written(version, files, str(adopted))
    for line in _report(version, written, str(adopted)):
        say(line)


def _date(written: str) -> PartialDate:
    try:
        return date_of_document(written)
    except ValueError:
        raise click.ClickException(told("; ".join(no_date(written)))) from None


def _refuse(path: Path, what: str, remedy: str) -> Never:
    raise faulty(path, 1, what, remedy)


def _draft(folder: Path, slug: str, kind: str, vocabulary: Vocabulary) -> Version:
    """The draft of a folder, in which nothing is left to be decided."""
    path = folder / f"{DRAFT}.yml"
    version, problems = load_version(path, slug, kind, vocabulary)
    if version is None or problems:
        raise Faulty(problems)
    asked = [one for one in version.provisions.values() if one.to_decide]
    if asked:
        remedy = "decide, write the words, and take 'to_decide' out"
        raise Faulty(
            [Problem(path, one.line, f"to decide: {one.to_decide[spoken()]}", remedy) for one in asked if one.to_decide]
        )
    return version


def _latest(council: Path, kind: str, vocabulary: Vocabulary, adopted: PartialDate) -> Version:
    """The version of a document from which the next one begins: that whose place it takes on its day."""
    found, problems = load_council(council, vocabulary)
    if problems:
        raise Faulty(problems)
    if found is None or kind not in found.documents:
        remedy = "begin one with 'protocolau new' or 'protocolau import'"
        _refuse(council, "there is no draft, and no version to begin the next one from", remedy)
    _refuse_day(council, found, kind, adopted)
    return current(found, found.documents[kind], adopted.last_day).version


def _refuse_day(folder: Path, council: Council | None, kind: str, adopted: PartialDate) -> None:
    """What is adopted comes after every version that there is, for of a year mistyped it would be superseded at once,
    and not after the end of its council."""
    if council and council.ended and council.ended.last_day < adopted.first_day:
        what = f"the council has ended ({council.ended}) before 'adopted' in {adopted}.yml ({adopted})"
        _refuse(folder / FACTS, what, "correct the one that is wrong")
    document = council.documents.get(kind) if council else None
    for other in document.versions if document else ():
        if other.adopted and adopted.first_day <= other.adopted.last_day:
            _refuse(other.path, f"there is a version of {other.adopted}", f"give a later date than {other.adopted}")


def _texts(version: Version) -> dict[str, str]:
    """The YAML files of a version by their names."""
    paths = [version.path, *(version.path.with_suffix(f".{language}.yml") for language in LANGUAGES)]
    return {path.name: path.read_bytes().decode("utf-8-sig") for path in paths if path.exists()}


def _written(version: Version, files: dict[str, str], stem: str) -> list[Path]:
    """Writes the files of a version and its sources, all or none; a draft's own go. Returns where they are."""
    folder, texts = version.path.parent, _texts(version)
    sources = [name for name in map(source_of, texts.values()) if name]
    content = {name: text.encode() for name, text in files.items()}
    content |= {
        name: (folder / source).read_bytes() for source in sources if (name := renamed(source, version, stem)) != source
    }
    for name in content:
        if (folder / name).exists():
            _refuse(folder / name, "there is such a file already", "give another date, or delete it")
    _put_all(folder, content)
    if version.slug == DRAFT:
        gone = [*texts, *(source for source in sources if renamed(source, version, stem) != source)]
        for name in gone:
            (folder / name).unlink(missing_ok=True)
    return [folder / name for name in content]


def _put_all(folder: Path, content: dict[str, bytes]) -> None:
    """Puts new files into a folder; where one cannot be written whole, none is left."""
    beside: dict[Path, Path] = {}
    done: list[Path] = []
    try:
        for name, data in content.items():
            beside[folder / name] = written_beside(folder / name, data)
        for path, new in beside.items():
            new.replace(path)
            done.append(path)
    except BaseException:
        for path in (*beside.values(), *done):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        raise


def _report(version: Version, written: list[Path], stem: str) -> Iterator[str]:
    """What was written, and what to do next."""
    for path in written:
        yield f"wrote {click.format_filename(path)}"
    if version.slug == DRAFT:
        yield f"the draft is the version of {stem} now; check it: protocolau check"
        return
    yield f"it begins with the words of {version.slug}; what to do next:"
    if version.source:
        yield f"  put the text of the new document into {renamed(version.source, version, stem)}"
    yield f"  change {stem}.yml until 'protocolau check' finds no fault: it names the first place that differs"
    for one in version.provisions.values():
        if one.kind in ("adoption", "review", "control"):
            yield f"  look at '{one.anchor}', which speaks of the adoption or the review"
    if version.other_language:
        yield "  look at 'other_language', which was written of the version before it"
    if version.notes:
        yield "  look at 'notes', which were written of the version before it"
    yield "  translations hold where nothing changes; what is left to do: protocolau translation status"

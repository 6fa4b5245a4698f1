"""`protocolau import`: a council's document to a first draft in the folder of councils."""

import os
import stat
import sys
from datetime import date
from itertools import chain
from pathlib import Path

import click

from protocolau.cli.chosen import chosen_kind
from protocolau.cli.council_facts import Target, council_facts
from protocolau.cli.draft_files import write_drafts
from protocolau.cli.import_report import ends, report
from protocolau.cli.paths import GivenPath
from protocolau.cli.project import project_if_any, project_of
from protocolau.cli.saying import say
from protocolau.importing.first_draft import Choices, FirstDraft, first_drafts
from protocolau.importing.packed_files import LARGEST_FILE, Unreadable
from protocolau.importing.suggestions.examples import Examples
from protocolau.importing.suggestions.learning import examples_of
from protocolau.importing.yaml_text import CouncilFacts
from protocolau.language import LANGUAGES
from protocolau.library.library import RELATIONS
from protocolau.read.dates import PartialDate, date_of_document
from protocolau.read.problem import Faulty, faulty
from protocolau.read.written_dates import no_date
from protocolau.repository.repository import ProtocolRepository
from protocolau.repository.vocabulary_files import VOCABULARY
from protocolau.runtime.project import Project


@click.command("import")
@click.argument("file", type=GivenPath())
@click.option("--council", "slug", metavar="SLUG", required=True, help="The council's folder: a to z, 0 to 9, hyphens.")
@click.option("--name", help="The council's name in English.")
@click.option("--name-cy", help="The council's name in Welsh.")
@click.option("--kind", help="The kind of council, one of vocabulary/kinds.yml.")
@click.option("--nation", help="The nation, one of vocabulary/nations.yml.")
@click.option("--language", type=click.Choice(["en", "cy", "both"]), help="Found from the document otherwise.")
@click.option("--adopted", metavar="DATE", help="YYYY-MM-DD, YYYY-MM or YYYY; found in the document otherwise.")
@click.option("--document", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document.")
@click.option(
    "--output",
    type=GivenPath(file_okay=False),
    help="The folder of councils; the project's own otherwise.",
)
@click.pass_context
def import_document(
    ctx: click.Context,
    file: Path,
    slug: str,
    name: str | None,
    name_cy: str | None,
    kind: str | None,
    nation: str | None,
    language: str | None,
    adopted: str | None,
    document: str,
    output: Path | None,
) -> None:
    """Write a first draft of FILE (.docx, .pdf, .odt, .html, .md or .txt), with nothing lost.

    What is not the protocol's text is listed, and what to look at first. The draft passes `protocolau check`.
    """
    project = project_if_any(ctx) if output else project_of(ctx)
    output = output or project_of(ctx).protocols
    try:
        content = _bytes(file)  # before facts are asked for, which are in vain where there is no such file
        target = Target(output, slug, _vocabulary_folder(output, project))
        council = council_facts(target, {"name": name, "name-cy": name_cy, "kind": kind, "nation": nation})
        chosen = None if language == "both" else language
        kinds = {one: (known.name["en"], known.name["cy"]) for one, known in target.vocabulary.documents.items()}
        kind_of_document = chosen_kind(document, target.vocabulary.documents)
        choices = Choices(chosen, _date(adopted), kind_of_document, _examples(output, project, slug), kinds)
        say(f"reading {click.format_filename(file)} …", err=True)
        drafts = _made(file, content, council, choices)
        if language == "both" and len(drafts) < 2:
            raise faulty(file, 1, "a text in each language is not to be found in it", "import a file for each language")
        written, alone = write_drafts(drafts, target)
    except Faulty as faults:
        say(faults)
        sys.exit(1)
    version = drafts[0] if output / drafts[0].version in written else None  # any other becomes a translation of it
    told = chain.from_iterable(report(draft, draft is version) for draft in drafts)
    for line in chain(told, ends(written, alone, target.vocabulary_folder, version is not None)):
        say(line)


def _vocabulary_folder(output: Path, project: Project | None) -> Path:
    """The vocabulary beside the folders of councils, else that of the project."""
    beside = output / VOCABULARY
    if not beside.is_dir() and project is None:
        raise faulty(output, 1, "there is no vocabulary to judge the draft by", "name the project with --project")
    return beside if beside.is_dir() or project is None else project.protocols / VOCABULARY


def _date(written: str | None) -> PartialDate | None:
    if not written:
        return None
    try:
        return date_of_document(written)
    except ValueError:
        raise faulty(Path("--adopted"), 1, *no_date(written)) from None


def _examples(output: Path, project: Project | None, slug: str) -> dict[str, Examples]:
    """What other councils' documents teach, beside the draft or in the project; nothing where they are at fault, which
    is said."""
    folder = output if (output / VOCABULARY).is_dir() else project.protocols if project else output
    try:
        library = ProtocolRepository(folder).load(date.today(), begun=slug)
    except Faulty:
        what = "no topics, by and to are suggested, for files of the councils have faults"
        remedy = "mend what 'protocolau check' says, and import again"
        say(f"{what}; {remedy}", err=True)
        return {}
    return {language: examples_of(library, language, without=[slug]) for language in LANGUAGES}


def _made(file: Path, content: bytes, council: CouncilFacts, choices: Choices) -> list[FirstDraft]:
    try:
        return first_drafts(file.name, content, council, choices)
    except Unreadable as error:
        raise faulty(file, 1, error.what, error.remedy) from None


def _bytes(file: Path) -> bytes:
    """The bytes of an ordinary file of bearable size: never a device, a pipe or a folder."""
    try:
        found = os.stat(file)
        if not stat.S_ISREG(found.st_mode):
            raise faulty(file, 1, "this is a folder or a special file, not a document", "name a document")
        if found.st_size > LARGEST_FILE:
            what = f"the file has {found.st_size:,} bytes; at most {LARGEST_FILE:,} are read"
            raise faulty(file, 1, what, "take out pictures")
        return file.read_bytes()
    except OSError as error:
        why = (error.strerror or "unreadable").lower()
        raise faulty(file, 1, f"the file cannot be read ({why})", "check its name and its permissions") from None

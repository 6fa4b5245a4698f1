"""`protocolau new`: a draft for a council that has no protocol, from the words of those that have one."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

import click

from protocolau.cli.chosen import chosen_kind
from protocolau.cli.council_facts import Target, council_facts
from protocolau.cli.draft_files import moved
from protocolau.cli.project import pass_project
from protocolau.cli.saying import say
from protocolau.drafting.commonest import GroupDraft, commonest, title
from protocolau.drafting.draft_yaml import draft_yaml, translations
from protocolau.drafting.questions import Questions
from protocolau.importing.yaml_text import council_yaml
from protocolau.language import LANGUAGE_NAMES, LANGUAGES, other
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import DRAFT, Version
from protocolau.model.translation import TITLE
from protocolau.read.problem import Faulty, faulty
from protocolau.repository.council_files import read_version
from protocolau.repository.document_folder import FACTS, version_files
from protocolau.repository.repository import ProtocolRepository
from protocolau.repository.vocabulary_files import VOCABULARY
from protocolau.runtime.files import folder_held, refusals_of
from protocolau.runtime.project import Project
from protocolau.translation.editing.translation_file import UnitChange, path_of, save


@click.command()
@click.argument("slug")
@click.option("--name", help="The council's name in English.")
@click.option("--name-cy", help="The council's name in Welsh.")
@click.option("--kind", help="The kind of council, one of vocabulary/kinds.yml.")
@click.option("--nation", help="The nation, one of vocabulary/nations.yml.")
@click.option("--language", type=click.Choice(LANGUAGES), default="en", show_default=True, help="That of the draft.")
@click.option("--document", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document.")
@pass_project
def new(
    project: Project,
    slug: str,
    name: str | None,
    name_cy: str | None,
    kind: str | None,
    nation: str | None,
    language: str,
    document: str,
) -> None:
    """Begin a draft for the council SLUG, which has no protocol yet, from the commonest wording of each topic.

    Each clause says whose words it has, and what is to be decided. A draft is never published, compared or called
    adopted; `protocolau show` shows it to councillors, and `protocolau adopt` makes it a version.
    """
    library = ProtocolRepository(project.protocols).load(date.today(), begun=slug)
    target = Target(project.protocols, slug, project.protocols / VOCABULARY)
    facts = council_facts(target, {"name": name, "name-cy": name_cy, "kind": kind, "nation": nation})
    chosen_kind(document, library.by_kind)
    council = project.protocols / slug
    path = (council if document == RELATIONS else council / document) / f"{DRAFT}.yml"
    _refuse_a_second(path)
    groups = _groups(path, library, document, language)
    called = title(library.by_kind[document], language)
    text = draft_yaml(slug, document, language, called, groups, Questions(library, language))
    with _held(path, project.protocols) as beside:
        version = _written(beside / path.relative_to(project.protocols), text, slug, document, library)
        _translate(version, library, groups)
        if not (council / FACTS).exists():
            (beside / slug / FACTS).write_text(council_yaml(facts), "utf-8", newline="\n")
        names = [str(one.relative_to(beside)) for one in beside.rglob("*.yml")]
        moved(beside, project.protocols, names, slug)
    for line in _report(path, version, groups):
        say(line)


@contextmanager
def _held(path: Path, protocols: Path) -> Iterator[Path]:
    """Holds the folder of councils for a draft that is to stand at a path: a folder to write it in beside them.

    Raises Faulty where another has begun one meanwhile, and where the system refuses it.
    """
    with (
        refusals_of(path),
        folder_held(protocols),
        tempfile.TemporaryDirectory(prefix=".new-", dir=protocols) as beside,
    ):
        _refuse_a_second(path)
        yield Path(beside)


def _written(path: Path, text: str, slug: str, document: str, library: Library) -> Version:
    """Writes a draft, and reads it as it will be read. Raises Faulty where it has faults."""
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8", newline="\n")
    version, problems = read_version(path, slug, document, library.vocabulary)
    if version is None or problems:
        raise Faulty(problems)
    return version


def _refuse_a_second(path: Path) -> None:
    """Raises Faulty where the document has a draft or a version."""
    if path.exists() or version_files(path.parent):
        raise faulty(path, 1, "there is a draft or a version already", "begin the next version with 'protocolau adopt'")


def _groups(path: Path, library: Library, document: str, language: str) -> tuple[GroupDraft, ...]:
    """What is to stand in the draft. Raises Faulty where there is nothing to take it from."""
    groups = commonest(library.by_kind[document], library.vocabulary.groups, language)
    if not groups:
        what = f"no council has a document of the kind '{document}' with topics and words in {LANGUAGE_NAMES[language]}"
        remedy = "import your council's with 'protocolau import', or write draft.yml as docs/publish.md has it"
        raise faulty(path, 1, what, remedy)
    return groups


def _translate(version: Version, library: Library, groups: tuple[GroupDraft, ...]) -> None:
    """Writes beside a draft what is known of its words in the other language."""
    language = other(version.language)
    known = translations(groups)
    known |= {group.name[version.language]: group.name[language] for group in library.vocabulary.groups}
    units = {name: known[source] for name, source in version.units.items() if source in known and name != TITLE}
    changes = (UnitChange(name, version.units[name], target, "draft") for name, target in units.items())
    save(path_of(version, language), version, language, changes)


def _report(path: Path, version: Version, groups: tuple[GroupDraft, ...]) -> Iterator[str]:
    """What was written, what is to be decided, and what to do next."""
    provisions = version.provisions.values()
    topics = sum(len(group.topics) for group in groups)
    asked = sum(one.to_decide is not None for one in provisions)
    yield f"wrote {click.format_filename(path)}"
    yield f"a draft on {topics} topics, with {len(version.provisions)} provisions; to decide: {asked}"
    yield "decide what 'to_decide' asks, and take out what you do not want"
    yield f"show it to councillors: protocolau show {version.council}"
    yield f"once it is adopted: protocolau adopt {version.council} DATE"

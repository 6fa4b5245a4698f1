"""The command line of translators: `protocolau translation --help`."""

import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cache, partial
from pathlib import Path

import click
from click.core import ParameterSource

from protocolau.cli import helping, own_words
from protocolau.cli.chosen import chosen_council, chosen_document, chosen_kind, chosen_version
from protocolau.cli.output import write_output
from protocolau.cli.paths import GivenPath
from protocolau.cli.project import pass_project, project_of
from protocolau.cli.saying import say, told
from protocolau.language import LANGUAGES, other
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Version
from protocolau.model.standing import Standing
from protocolau.read.problem import Faulty, faulty
from protocolau.repository.repository import ProtocolRepository
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from protocolau.runtime.files import folder_held
from protocolau.runtime.project import Project
from protocolau.schema.fields import SLUG
from protocolau.translation.editing.translation_file import SaveRequest, UnitChange, path_of, save_all
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange import tmx
from protocolau.translation.exchange.difference_lines import difference_lines
from protocolau.translation.exchange.fault import EXPORT
from protocolau.translation.exchange.glossary import GLOSSARY_FORMATS
from protocolau.translation.exchange.import_outcome import ImportOutcome, incoming_changes
from protocolau.translation.exchange.incoming import IncomingFile, parted, read_bytes
from protocolau.translation.exchange.kept_memory import keep, kept_pairs
from protocolau.translation.exchange.outgoing import OutgoingProtocol, OutgoingUnit, outgoing_units
from protocolau.translation.memory import Memory, name_in_council, remember
from protocolau.translation.reading import NOT_CURRENT, STATES
from protocolau.translation.workload import workload

_EXTENSIONS = {"po": "po", "xliff": "xlf", "xliff2": "xliff2.xlf", "xlsx": "xlsx"}
_OF_COUNCILS = {"slug": "--council", "kind": "--document", "wanted": "--version"}
"""The options of an export that say which protocol is meant."""
_COUNCIL = click.option("--council", "slug", metavar="SLUG", help="One council; all of them otherwise.")
_DOCUMENT = click.option(
    "--document", "kind", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document."
)


class _Group(helping.Group):
    """A group whose commands end with every fault, a line each, and exit status 1."""

    def invoke(self, ctx: click.Context) -> object:
        """Runs the command that was asked for."""
        with folder_held(project_of(ctx).protocols):  # what two read and write at once is done one after the other
            try:
                return super().invoke(ctx)
            except Faulty as faults:
                say(faults)
                sys.exit(1)


@click.group(cls=_Group)
def translation() -> None:
    """See what there is to translate, give it to a translator, take it back."""


@translation.command()
@_COUNCIL
@_DOCUMENT
@pass_project
def status(project: Project, slug: str | None, kind: str) -> None:
    """Say for each council how many units and words are in each state, and how many words are left to translate."""
    library = ProtocolRepository(project.protocols).load(date.today())
    heads = [told(head) for head in ("council", "version", "into", *STATES, "words left")]
    shown = _versions_shown(library, slug, kind, project.protocols)
    rows = [_status(version) for one in shown for version in _with_what_is_to_come(library, one)]
    for line in _table([heads, *rows]):
        say(line)
    say("Each state: units (words).")


@translation.command("own-words")
@pass_project
def own_words_status(project: Project) -> None:
    """Say for each page of prose, the interface and the vocabulary how many texts are in each state."""
    heads = [told(head) for head in ("text", *STATES, "words left")]
    for line in _table([heads, *own_words.status_rows(project)]):
        say(line)


translation.add_command(own_words.vouch)


def _status(version: Version) -> list[str]:
    load = workload(version)
    words: Counter[str] = Counter()
    for task in load.tasks:
        words[task.state] += task.words
    counts = [f"{load.states[state]} ({words[state]})" for state in STATES]
    return [version.council, name_in_council(version), load.language, *counts, str(load.words_to_translate)]


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        yield "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()


@translation.command()
@_COUNCIL
@click.option("--page", metavar="PAGE", help="A page of prose, such as 'about', instead of a council's protocol.")
@click.option(
    "--words",
    type=click.Choice(["interface", "topics", "glossary", "vocabulary"]),
    help="The site's own words instead.",
)
@_DOCUMENT
@click.option("--version", "wanted", metavar="VERSION", help="The version that is shown otherwise.")
@click.option("--format", "format", type=click.Choice(list(exchange.FORMATS)), default="po", show_default=True)
@click.option("--language", type=click.Choice(LANGUAGES), help="To translate into; the other language otherwise.")
@click.option("--output", type=GivenPath(dir_okay=False), help="A file; - for standard output.")
@pass_project
def export(
    project: Project,
    slug: str | None,
    page: str | None,
    words: str | None,
    kind: str,
    wanted: str | None,
    format: str,
    language: str | None,
    output: Path | None,
) -> None:
    """Write a protocol for a translator, with what the memory has for every unit that is missing or stale.

    Without --council all of them go into one file: those that are to be translated into the same language.
    """
    _refuse_contradictions(click.get_current_context())
    if page:
        return own_words.export_page(project, page, format, output, _EXTENSIONS[format], write_output)
    if words:
        return own_words.export_words(project, words, format, output, _EXTENSIONS[format], write_output)
    library = ProtocolRepository(project.protocols).load(date.today())
    if slug is None and wanted:
        raise click.UsageError("--version needs --council: no two councils have the same version")
    if slug:
        version = chosen_version(
            library, chosen_council(library, slug, project.protocols), kind, wanted, project.protocols
        )
        language = language or other(version.language)
        _refuse_own_language(version, language)
        versions, name = [version], f"{slug}-{name_in_council(version).replace('/', '-')}"
    else:
        language = language or LANGUAGES[-1]
        versions, name = _to_be_translated(library, kind, language, project.protocols), f"councils-{kind}"
    memory = _memories(library, project)(other(language), language)
    protocols = [OutgoingProtocol(version, outgoing_units(version, language, memory)) for version in versions]
    data = exchange.write_all(format, protocols, language)
    write_output(output or Path(f"{name}.{language}.{_EXTENSIONS[format]}"), data)


def _refuse_contradictions(ctx: click.Context) -> None:
    """Raises UsageError where two options ask for two things, of which the one or the other would not be done."""
    own = [f"--{name}" for name in ("page", "words") if ctx.params[name]]
    of_councils = [
        option for name, option in _OF_COUNCILS.items() if ctx.get_parameter_source(name) != ParameterSource.DEFAULT
    ]
    into_english = ["--language en"] if ctx.params["language"] == "en" else []
    given = [*own, *of_councils, *into_english]
    if own and len(given) > 1:
        raise click.UsageError(f"{given[0]} and {given[1]} do not go together: leave one of them out")


def _to_be_translated(library: Library, kind: str, language: str, path: Path) -> list[Version]:
    """The version shown of every document of a kind that is not in this language, nor adopted in both alike."""
    shown = _versions_shown(library, None, kind, path)
    versions = [one for one in shown if one.language != language and one.other_language != "equal"]
    if not versions:
        raise faulty(path, 1, f"no council has a document of the kind '{kind}' to translate", "choose another kind")
    return versions


@translation.command("import")
@click.argument("file", type=GivenPath())
@click.option("--council", "slug", metavar="SLUG", help="The council that the file has to be for.")
@click.option("--dry-run", is_flag=True, help="Write nothing; print what would change.")
@pass_project
def import_(project: Project, file: Path, slug: str | None, dry_run: bool) -> None:
    """Take in a file that came back from a translator: PO, XLIFF or XLSX.

    Written is what the translator changed and what fits. What the file does not say, as a note that a program has
    dropped, stays as it is. Exit status 1 when something was refused.
    """
    library = ProtocolRepository(project.protocols).load(date.today())
    imported = exchange.read(file)
    if own_words.is_page(imported):
        return own_words.import_page(project, imported, dry_run)
    if own_words.is_of_words(imported):
        return own_words.import_words(project, imported, dry_run)
    memory_of = _memories(library, project)
    outcomes: list[tuple[Version, str, ImportOutcome]] = []
    for part in _parts(imported, library, slug):
        version = _version_of(part, library)
        language = part.language if part.language in LANGUAGES else other(version.language)
        memory = memory_of(version.language, language)
        outcomes.append((version, language, incoming_changes(version, language, part, memory)))
    if not dry_run:
        save_all(
            SaveRequest(path_of(version, language), version, language, outcome.units)
            for version, language, outcome in outcomes
        )
    for version, _, outcome in outcomes:
        _report(version, outcome, dry_run)
    if any(outcome.refused for _, _, outcome in outcomes):
        sys.exit(1)


def _parts(file: IncomingFile, library: Library, slug: str | None) -> list[IncomingFile]:
    """A file by its protocols; those of one council, where it is named."""
    parts = parted(file)
    councils = [part.protocol.partition("/")[0] for part in parts]
    if library.councils.keys().isdisjoint(councils) and not file.is_ours:
        raise faulty(file.path, file.line, "this file was not exported from here", EXPORT)
    if not any(map(SLUG.fullmatch, councils)):
        remedy = "keep what was exported with them (msgctxt; original and id; the columns Protocol and Unit)"
        raise faulty(file.path, file.line, "the file does not say of which protocol its texts are", remedy)
    if slug and slug not in councils:
        raise faulty(file.path, file.line, f"the file is for '{councils[0]}', not for '{slug}'", "choose its own file")
    return [part for part, council in zip(parts, councils, strict=True) if slug in (None, council)]


def _version_of(file: IncomingFile, library: Library) -> Version:
    council, _, name = file.protocol.partition("/")
    kind, _, wanted = name.rpartition("/")
    return chosen_version(library, chosen_council(library, council, file.path), kind or RELATIONS, wanted, file.path)


def _report(version: Version, outcome: ImportOutcome, dry_run: bool) -> None:
    if dry_run:
        for line in difference_lines(outcome.differences):
            say(line)
    for problem in sorted(outcome.refused + outcome.moved_on + outcome.remarks):
        say(problem)
    say(f"{version.council} {name_in_council(version)}: changed {len(outcome.units)}, refused {len(outcome.refused)}")


@translation.command()
@_COUNCIL
@_DOCUMENT
@click.option("--fill", is_flag=True, help="Write translations of the very same words, as drafts.")
@pass_project
def suggest(project: Project, slug: str | None, kind: str, fill: bool) -> None:
    """Print for each missing or stale unit the nearest translation that any council has."""
    library = ProtocolRepository(project.protocols).load(date.today())
    memory_of = _memories(library, project)
    requests: list[SaveRequest] = []
    for version in _versions_shown(library, slug, kind, project.protocols):
        if version.other_language == "equal":
            continue
        language = other(version.language)
        units = outgoing_units(version, language, memory_of(version.language, language))
        for unit in units:
            if unit.state in NOT_CURRENT:
                _print_suggestion(version, unit)
        requests.append(SaveRequest(path_of(version, language), version, language, _exact(units)))
    if fill:
        say(f"files changed: {save_all(request for request in requests if request.changes)}")


def _memories(library: Library, project: Project) -> Callable[[str, str], Memory]:
    """The memory of each direction, with what is kept from elsewhere, made when it is first asked for."""
    kept = partial(kept_pairs, project.protocols / VOCABULARY)
    return cache(lambda source, target: remember(library, source, target, kept(source, target)))


def _exact(units: Sequence[OutgoingUnit]) -> list[UnitChange]:
    """The units for which there is a translation of the very same words, as drafts."""
    return [
        UnitChange(unit.unit, unit.source, unit.suggestion.target, "draft", unit.note)
        for unit in units
        if unit.suggestion and unit.suggestion.is_exact
    ]


def _print_suggestion(version: Version, unit: OutgoingUnit) -> None:
    say(f"{version.council} {name_in_council(version)} {unit.unit} ({unit.state}): {unit.source}")
    if near := unit.suggestion:
        say(f"  {near.likeness}% {near.places[0]} ({near.state})")
        if not near.is_exact:
            say(f"  {near.source}")
        say(f"  {near.target}")
    else:
        say("  nothing near enough")


@translation.command()
@click.option("--format", "format", type=click.Choice(list(GLOSSARY_FORMATS)), default="tbx", show_default=True)
@click.option("--output", type=GivenPath(dir_okay=False), help="A file; - for standard output.")
@pass_project
def glossary(project: Project, format: str, output: Path | None) -> None:
    """Write the glossary for a translator's program: the words to use, those that are admitted, those to avoid."""
    vocabulary = load_vocabulary(project.protocols / VOCABULARY)
    write_output(output or Path(f"glossary.{format}"), GLOSSARY_FORMATS[format](vocabulary.terms.values()))


@translation.group("memory", cls=helping.Group)
def memory_group() -> None:
    """The translations of all councils, as a memory in TMX."""


@memory_group.command("export")
@click.argument("file", type=GivenPath(dir_okay=False))
@pass_project
def export_memory(project: Project, file: Path) -> None:
    """Write the memory of all councils, and what is kept beside it, to FILE."""
    library = ProtocolRepository(project.protocols).load(date.today())
    write_output(file, tmx.write(_memories(library, project)("en", "cy")))


@memory_group.command("import")
@click.argument("file", type=GivenPath())
@click.option("--keep", "is_kept", is_flag=True, help="Keep its pairs, to be offered where the words are near.")
@pass_project
def import_memory(project: Project, file: Path, is_kept: bool) -> None:
    """Fill missing units, as drafts, from those of FILE whose source is the very same.

    With --keep its pairs are kept in vocabulary/memory.tmx, and offered from then on as the councils' own are.
    """
    library = ProtocolRepository(project.protocols).load(date.today())
    units = tmx.read(read_bytes(file), file)
    translations = {source: tmx.best_translations(units, source, other(source)) for source in LANGUAGES}
    requests: list[SaveRequest] = []
    for version in library.versions():
        language = other(version.language)
        if changes := tmx.filled_units(version, language, translations[version.language]):
            requests.append(SaveRequest(path_of(version, language), version, language, changes))
    kept = keep(project.protocols / VOCABULARY, units) if is_kept else 0  # first: what is kept already may be spoilt
    save_all(requests)
    say(f"pairs read: {len(units)}, units filled: {sum(len(request.changes) for request in requests)}")
    if is_kept:
        say(f"pairs kept: {kept}")


def _versions_shown(library: Library, slug: str | None, kind: str, path: Path) -> list[Version]:
    """The version shown of each document of a kind; of one council alone, which has one, where it is named."""
    councils = [chosen_council(library, slug, path)] if slug else list(library.councils.values())
    if slug:
        chosen_document(councils[0], kind, path)
    else:
        chosen_kind(kind, library.vocabulary.documents)
    return [library.version_shown(council.slug, kind) for council in councils if kind in council.documents]


def _with_what_is_to_come(library: Library, shown: Version) -> Iterator[Version]:
    """A version that is shown, and those of its document that are to take its place on a day that is known."""
    yield shown
    for version in library.document_of(shown).versions:
        if version is not shown and library.standings[version] is Standing.COMING:
            yield version


def _refuse_own_language(version: Version, language: str) -> None:
    if language == version.language:
        remedy = f"translate it into the other language: --language {other(language)}"
        raise faulty(version.path, 1, f"the protocol itself was adopted in this language ('{language}')", remedy)

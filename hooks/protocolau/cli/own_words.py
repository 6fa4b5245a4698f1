"""The commands of whoever translates the site's own words: pages of prose out and in, and a word to vouch for all."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from protocolau.cli.project import pass_project
from protocolau.cli.saying import say
from protocolau.read.problem import Problem, faulty
from protocolau.repository.own_words import OwnWords
from protocolau.runtime.files import write_whole
from protocolau.runtime.project import Project
from protocolau.translation.exchange import formats as exchange
from protocolau.translation.exchange.fault import EXPORT
from protocolau.translation.exchange.incoming import IncomingFile
from protocolau.translation.exchange.outgoing import OutgoingUnit
from protocolau.translation.own_words.arrival import arrived
from protocolau.translation.own_words.data_arrival import words_arrived
from protocolau.translation.own_words.departure import PAGES, WORDS, as_version, outgoing
from protocolau.translation.own_words.pairs import paired
from protocolau.translation.reading import STATES


def status_rows(project: Project) -> list[list[str]]:
    """For each text what it is, how many units and words are in each state, and how many words are left."""
    return [
        [text.name, *(str(text.states[state]) for state in STATES), str(text.words_to_translate)]
        for text in OwnWords(project).desk()
    ]


def export_page(
    project: Project, name: str, format: str, output: Path | None, extension: str, write: Callable[[Path, bytes], None]
) -> None:
    """Writes a page of prose for a translator into Welsh."""
    words = OwnWords(project)
    english, welsh = words.page(name)
    title = next((one.text for one in english.paragraphs if one.name == "title"), name)
    version = as_version(name, title, words.english_path(name))
    data = exchange.write(format, outgoing(paired(english, welsh)), version, "cy")
    write(output or Path(f"{name}.cy.{extension}"), data)


def export_words(
    project: Project, kind: str, format: str, output: Path | None, extension: str, write: Callable[[Path, bytes], None]
) -> None:
    """Writes the words of the interface or of the vocabulary for a translator into Welsh."""
    units = [OutgoingUnit(key, one.source, one.target, one.state) for key, one in OwnWords(project).words(kind).items()]
    version = as_version(kind, kind, project.theme / "words.yml", WORDS)
    write(output or Path(f"{kind}.cy.{extension}"), exchange.write(format, tuple(units), version, "cy"))


def is_of_words(imported: IncomingFile) -> bool:
    """Whether a file that came back is that of the interface or the vocabulary."""
    return imported.protocol.startswith(f"{WORDS}/")


def import_words(project: Project, imported: IncomingFile, dry_run: bool) -> None:
    """Takes words of the interface or of the vocabulary in. Exit status 1 when something was refused."""
    words, kind = OwnWords(project), imported.protocol.removeprefix(f"{WORDS}/")
    if imported.language not in ("", "cy") or kind not in words.kinds:
        raise faulty(imported.path, imported.line, "this file was not exported from here", EXPORT)
    known = words.words(kind)
    outcome = words_arrived(known, imported)
    if dry_run:
        for key, (welsh, state) in outcome.taken.items():
            _say_difference(key, known[key].target, welsh, state)
    elif outcome.taken:
        words.take_words(kind, outcome.taken)
    _report(f"{WORDS}/{kind}", len(outcome.taken), imported, outcome.refused)


def is_page(imported: IncomingFile) -> bool:
    """Whether a file that came back is that of a page of prose."""
    return imported.protocol.startswith(f"{PAGES}/")


def import_page(project: Project, imported: IncomingFile, dry_run: bool) -> None:
    """Takes a page of prose in. Exit status 1 when something was refused."""
    words, name = OwnWords(project), imported.protocol.removeprefix(f"{PAGES}/")
    if imported.language not in ("", "cy"):
        raise faulty(imported.path, imported.line, "pages are translated into Welsh", "export the page anew")
    english, welsh = words.page(name)
    if not welsh.paragraphs:
        raise faulty(words.welsh_path(name), 1, "there is no Welsh page yet", "copy the English one there first")
    outcome = arrived(english, welsh, imported)
    if dry_run:
        for pair in paired(english, welsh):
            if pair.name in outcome.taken:
                _say_difference(f"'{pair.source[:40]}'", pair.target, *outcome.taken[pair.name])
    elif outcome.taken:
        write_whole(words.welsh_path(name), outcome.text.encode())
    _report(f"{PAGES}/{name}", len(outcome.taken), imported, outcome.refused)


def _report(name: str, changed: int, imported: IncomingFile, outcome: Sequence[Problem]) -> None:
    """Says what was refused, a line each, and how much was changed; exit status 1 when anything was refused."""
    refused = (*imported.faults, *outcome)
    for problem in sorted(refused + imported.remarks):
        say(problem)
    say(f"{name}: changed {changed}, refused {len(refused)}")
    if refused:
        sys.exit(1)


def _say_difference(name: str, before: str, after: str, state: str) -> None:
    """Says what an import would change in words of ours."""
    say("\n".join([f"{name} ({state})", *([f"  - {before}"] if before else []), f"  + {after}"]))


@click.command()
@click.option(
    "--page", metavar="PAGE", help="One page of prose; otherwise every one, the interface and the vocabulary."
)
@click.option("--reviewed", is_flag=True, help="Say too that a translator has read it against the English.")
@pass_project
def vouch(project: Project, page: str | None, reviewed: bool) -> None:
    """Say that the site's own Welsh agrees with its English as both stand today.

    What was stale is then a draft, or reviewed.
    """
    words, state = OwnWords(project), "reviewed" if reviewed else "draft"
    for name in [page] if page else words.pages():
        say(f"{PAGES}/{name}: {words.vouch_page(name, state)}")
    if not page:
        say(f"interface and vocabulary: {words.vouch_data(state)}")

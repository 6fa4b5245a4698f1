"""The command line: `protocolau --help`."""

import os
import sys
from pathlib import Path

import click

from protocolau.library import Shelf
from protocolau.library.load import VOCABULARY, council_folders, load_council, load_vocabulary
from protocolau.problem import Faulty, Problem
from protocolau.render import schemas

PROTOCOLS = Path(__file__).parents[2] / "protocols"


@click.group()
def main() -> None:
    """Council protocols as structured, bilingual data."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Say every fault of the protocols, or of those at PATHS: a folder of protocols, a council's folder, a file.

    Exit status 1 when there is a fault.
    """
    problems = sorted({problem for path in paths or (PROTOCOLS,) for problem in faults_at(path)})
    for problem in problems:
        click.echo(click.format_filename(str(problem)))
    if problems:
        click.echo(f"faults: {len(problems)}", err=True)
        sys.exit(1)
    click.echo("no fault found")


def faults_at(path: Path) -> list[Problem]:
    """Every fault below a path, judged by the vocabulary that lies beside it, else by this project's."""
    if not os.path.exists(path):
        return [Problem(path, 1, "there is nothing at this path", "check its name")]
    path = Path(os.path.abspath(path))  # so that "." has a name, which is the council's
    if path.is_file() and path.suffix != ".yml":
        return [Problem(path, 1, "this is not a .yml file", "name a .yml file or a folder")]
    folder = path if path.is_dir() else path.parent
    try:
        if (folder / VOCABULARY).is_dir():
            Shelf(folder).load()
            return []
        if folder.name == VOCABULARY:
            load_vocabulary(folder)
            return []
        vocabulary = load_vocabulary(_vocabulary_for(folder))
    except Faulty as faulty:
        return faulty.problems
    councils = _councils(folder)
    if not councils:
        return [Problem(path, 1, "there is no protocol in this folder", "name a council's folder, or one of councils")]
    found = [problem for council in councils for problem in load_council(council, vocabulary)[1]]
    return found if path.is_dir() else [problem for problem in found if problem.path == path]


def _vocabulary_for(folder: Path) -> Path:
    beside = folder.parent / VOCABULARY
    return beside if beside.is_dir() else PROTOCOLS / VOCABULARY


def _councils(folder: Path) -> list[Path]:
    """The council at a folder, or the councils below it."""
    return [folder] if any(folder.glob("*.yml")) else list(council_folders(folder))


@main.command()
def schema() -> None:
    """Write the JSON Schemas by which editors help to write the YAML."""
    for path, content in schemas.files(PROTOCOLS).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
        click.echo(path)

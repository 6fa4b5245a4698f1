"""`protocolau check`."""

import os
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from protocolau.cli.paths import GivenPath
from protocolau.cli.project import project_if_any, project_of
from protocolau.cli.saying import spoken
from protocolau.language import LANGUAGES
from protocolau.read.messages import said_in, told_in
from protocolau.read.problem import Faulty, Problem
from protocolau.repository.check import examine
from protocolau.repository.vocabulary_files import VOCABULARY
from protocolau.runtime.project import Project


@click.command()
@click.argument("paths", nargs=-1, type=GivenPath())
@click.option("--language", type=click.Choice(LANGUAGES), help="That of what is said.")
@click.pass_context
def check(ctx: click.Context, paths: tuple[Path, ...], language: str | None) -> None:
    """Say every fault of the protocols, or of those at PATHS: a folder of protocols, a council's folder, a file.

    Exit status 1 when there is a fault. What looks wrong and may be right is a warning and no fault.
    """
    language = language or spoken()
    project = project_if_any(ctx) if paths else project_of(ctx)
    vocabulary = project.protocols / VOCABULARY if project else None
    examined = tuple(map(_of_data, paths)) or (project_of(ctx).protocols,)
    findings = [examine(path, vocabulary, date.today()) for path in examined]
    spoilt = {problem for path in examined for problem in _spoilt_memory(path)}
    problems = sorted(spoilt.union(*(finding.problems for finding in findings)))
    warnings = sorted({warning for finding in findings for warning in finding.warnings}, key=_place)
    warned = (said_in(f"warning: {told_in(warning, language)}", language) for warning in warnings)
    for line in (*(told_in(problem, language) for problem in problems), *warned):
        click.echo(click.format_filename(str(line)))
    if warnings:
        click.echo(said_in(f"warnings: {len(warnings)}", language), err=True)
    if problems:
        click.echo(said_in(f"faults: {len(problems)}", language), err=True)
        sys.exit(1)
    click.echo(said_in("no fault found", language))


def _of_data(path: Path) -> Path:
    """The folder of protocols where that of a whole project is named; otherwise the path itself."""
    named = Project(path)
    return named.protocols if os.path.isfile(named.configuration) and os.path.isdir(named.protocols) else path


def _spoilt_memory(path: Path) -> Iterator[Problem]:
    """What is wrong with the memory kept in a vocabulary, or in that of a folder of protocols."""
    folder = path if path.absolute().name == VOCABULARY else path / VOCABULARY
    if os.path.exists(folder / "memory.tmx"):
        from protocolau.translation.exchange.kept_memory import kept_pairs  # few keep one, and its reader is large

        try:
            kept_pairs(folder, *LANGUAGES)
        except Faulty as faulty:
            yield from faulty.problems


def _place(warning: Problem) -> tuple[Path, int, str]:
    return warning.path, warning.line, str(warning)

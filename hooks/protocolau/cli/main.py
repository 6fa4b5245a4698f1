"""The command line: `protocolau --help`."""

import sys
from pathlib import Path

import click

from protocolau.cli.importing import import_document
from protocolau.cli.translation import translation
from protocolau.repository.check import examine
from protocolau.repository.repository import VOCABULARY
from protocolau.schema import json_schemas

PROTOCOLS = Path(__file__).parents[3] / "protocols"


@click.group()
def main() -> None:
    """Council protocols as structured, bilingual data."""


@main.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
def check(paths: tuple[Path, ...]) -> None:
    """Say every fault of the protocols, or of those at PATHS: a folder of protocols, a council's folder, a file.

    Exit status 1 when there is a fault. What looks wrong in a translation is a warning and no fault.
    """
    found = [examine(path, PROTOCOLS / VOCABULARY) for path in paths or (PROTOCOLS,)]
    problems = sorted({problem for one in found for problem in one.problems})
    warnings = sorted({warning for one in found for warning in one.warnings})
    for line in (*problems, *(f"warning: {warning}" for warning in warnings)):
        click.echo(click.format_filename(str(line)))
    if warnings:
        click.echo(f"warnings: {len(warnings)}", err=True)
    if problems:
        click.echo(f"faults: {len(problems)}", err=True)
        sys.exit(1)
    click.echo("no fault found")


@main.command()
def schema() -> None:
    """Write the JSON Schemas by which editors help to write the YAML."""
    for path, content in json_schemas.files(PROTOCOLS).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
        click.echo(path)


main.add_command(import_document)
main.add_command(translation)

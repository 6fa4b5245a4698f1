"""The command line: `protocolau --help`."""

from pathlib import Path

import click

from protocolau.cli.check import check
from protocolau.cli.importing import import_document
from protocolau.cli.schema import schema
from protocolau.cli.site import build, serve
from protocolau.cli.translation import translation


@click.group()
@click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder of the project; otherwise the one that this folder belongs to.",
)
@click.pass_context
def main(ctx: click.Context, project: Path | None) -> None:
    """Council protocols as structured, bilingual data."""
    ctx.obj = project or Path.cwd()


for command in (build, serve, check, import_document, schema, translation):
    main.add_command(command)

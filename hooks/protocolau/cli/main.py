"""The command line: `protocolau --help`."""

import errno
import os
import sys
from pathlib import Path
from typing import Any

import click

from protocolau.cli.adopting import adopt
from protocolau.cli.beginning import new
from protocolau.cli.check import check
from protocolau.cli.exporting import export
from protocolau.cli.importing import import_document
from protocolau.cli.schema import schema
from protocolau.cli.showing import show
from protocolau.cli.site import build, serve
from protocolau.cli.translation import translation
from protocolau.read.problem import Faulty
from protocolau.runtime.files import refusal


class _Commands(click.Group):
    """Commands that end with one line where the system refuses what they need."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run from the command line; `--help` and the like too end with a line on a full disk."""
        try:
            return super().main(*args, **extra)
        except OSError as error:
            click.echo(f"Error: {refusal(error)}; mend this and try again", err=True)
            sys.exit(1)
        finally:
            _give_up_what_cannot_be_printed()

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for."""
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has had enough, which click knows of
                raise
            raise click.ClickException(f"{refusal(error)}; mend this and try again") from None
        except Faulty as faults:
            raise click.ClickException(str(faults)) from None


def _give_up_what_cannot_be_printed() -> None:
    """Lead what is still to be printed nowhere, where it cannot be: Python would try again as it ends, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands)
@click.option(
    "--project",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder of the project; otherwise the one that this folder belongs to.",
)
@click.pass_context
def main(ctx: click.Context, project: Path | None) -> None:
    """Council protocols as structured, bilingual data."""
    ctx.obj = project or Path.cwd()


for command in (build, serve, check, import_document, new, show, adopt, export, schema, translation):
    main.add_command(command)

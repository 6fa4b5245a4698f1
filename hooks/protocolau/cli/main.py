"""The command line: `protocolau --help`."""

import atexit
import errno
import gc
import importlib
import os
import sys
from pathlib import Path
from typing import Any

import click

from protocolau.cli import helping
from protocolau.cli.paths import GivenPath
from protocolau.cli.saying import Told, ToldOfUsage, speak, spoken, told
from protocolau.language import LANGUAGES
from protocolau.read.problem import Faulty
from protocolau.runtime.files import refusal

COMMANDS = {
    "build": "site.build",
    "serve": "site.serve",
    "check": "check.check",
    "import": "importing.import_document",
    "new": "beginning.new",
    "show": "showing.show",
    "adopt": "adopting.adopt",
    "export": "exporting.export",
    "schema": "schema.schema",
    "translation": "translation.translation",
}
"""Each command, and where it is: what it needs is loaded when it is asked for, which is most of a check's time."""

atexit.register(gc.freeze)  # else Python looks for garbage as it ends: three seconds after a thousand councils


class _Commands(helping.Group):
    """Commands that are loaded one by one, and end with one line where the system refuses what they need."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or nothing where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name].partition(".")
        command = getattr(importlib.import_module(f"protocolau.cli.{module}"), name)
        assert isinstance(command, click.Command)
        return helping.told_command(command)

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run from the command line; `--help` and the like too end with a line on a full disk."""
        _open_what_is_closed()
        try:
            return super().main(*args, **extra)
        except OSError as error:
            click.echo(f"Error: {refusal(error)}; mend this and try again", err=True)
            sys.exit(1)
        finally:
            _give_up_what_cannot_be_printed()

    def invoke(self, ctx: click.Context) -> object:
        """Run the command that was asked for. What is refused is told in the language that was asked for."""
        try:
            return self._invoke(ctx)
        except click.exceptions.NoArgsIsHelpError:
            raise
        except (click.Abort, EOFError, KeyboardInterrupt):
            if spoken() == LANGUAGES[0]:
                raise
            click.echo(f"\n{told('Aborted!')}", err=True)
            ctx.exit(1)
        except click.ClickException as error:
            if spoken() == LANGUAGES[0]:
                raise
            raise (ToldOfUsage if isinstance(error, click.UsageError) else Told)(error) from None

    def _invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except OSError as error:
            if error.errno == errno.EPIPE:  # whoever read the output has had enough, which click knows of
                raise
            raise click.ClickException(told(f"{refusal(error)}; mend this and try again")) from None
        except Faulty as faults:
            raise click.ClickException(told(faults)) from None


def _open_what_is_closed() -> None:
    """Lead nowhere what a job that runs by itself has not: else the next file that is opened takes its place."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _give_up_what_cannot_be_printed() -> None:
    """Lead what is still to be printed nowhere, where it cannot be: Python would try again as it ends, and complain."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=_Commands)
@click.option(
    "--project",
    type=GivenPath(exists=True, file_okay=False),
    help="The folder of the project; otherwise the one that this folder belongs to.",
)
@click.option(
    "--language",
    type=click.Choice(LANGUAGES),
    default=LANGUAGES[0],
    callback=lambda ctx, _, language: speak(ctx, language),  # before a command is looked for that there may not be
    is_eager=True,  # before what follows it on the line, as --help
    expose_value=False,
    help="That of what commands say.",
)
@click.pass_context
def main(ctx: click.Context, project: Path | None) -> None:
    """Council protocols as structured, bilingual data."""
    ctx.obj = project or Path.cwd()

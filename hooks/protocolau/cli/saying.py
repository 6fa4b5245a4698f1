"""What commands say, in the language that `protocolau --language` asks for."""

from typing import IO, Any

import click

from protocolau.language import LANGUAGES
from protocolau.read import messages

_KEY = "protocolau.cli.language"


def speak(ctx: click.Context, language: str) -> None:
    """Lets every command below a context speak a language."""
    ctx.meta[_KEY] = language


def spoken() -> str:
    """The language of what is said."""
    ctx = click.get_current_context(silent=True)
    return str(ctx.meta.get(_KEY, LANGUAGES[0])) if ctx else LANGUAGES[0]


def say(line: object, err: bool = False) -> None:
    """Prints a line, a fault or every fault of several in that language; to standard error with `err`."""
    click.echo(told(line), err=err)


def told(line: object) -> str:
    """A line as it is said."""
    return messages.told(line, spoken())


class Told(click.ClickException):
    """Another refusal, shown as it is said in the language of the command: click has its own words in English alone."""

    def __init__(self, error: click.ClickException):
        super().__init__(_refusal_told(error))

    def show(self, file: IO[Any] | None = None) -> None:
        """Print it, to standard error unless a file is given."""
        click.echo(self.message, file=file, err=file is None)


class ToldOfUsage(Told):
    """The same of a command that was called wrongly."""

    exit_code = click.UsageError.exit_code


def _refusal_told(error: click.ClickException) -> str:
    """What was refused. Where a command was called wrongly, how it is called goes before."""
    said = f"{told('Error:')} {told(error.format_message())}"
    if isinstance(error, click.UsageError) and error.ctx:
        usage, help_option = error.ctx.get_usage(), f"Try '{error.ctx.command_path} --help' for help."
        return "\n".join((told(usage), told(help_option), "", said))
    return said

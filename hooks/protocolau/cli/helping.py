"""`--help` in the language that `protocolau --language` asks for: click has its own words in English alone."""

from collections.abc import Iterable
from copy import copy
from inspect import cleandoc

import click

from protocolau.cli.saying import told


class _Formatter(click.HelpFormatter):
    """Lays help out as click does, each of its texts as it is said."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how a command is called."""
        usage = told(f"Usage: {prog}")
        super().write_usage(prog, args, prefix or usage.removesuffix(prog))

    def write_heading(self, heading: str) -> None:
        """Write what stands over a list."""
        super().write_heading(told(heading))

    def write_text(self, text: str) -> None:
        """Write what a command does."""
        super().write_text(_told_help(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write a list of options or of commands, each with what it is for."""
        super().write_dl([(name, _told_option(text)) for name, text in rows], col_max, col_spacing)


class _Context(click.Context):
    formatter_class = _Formatter


class Group(click.Group):
    """A group of commands whose help is told in the language asked for."""

    context_class = _Context

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, or nothing where there is none."""
        command = super().get_command(ctx, cmd_name)
        return command and told_command(command)


def told_command(command: click.Command) -> click.Command:
    """A command as it tells of itself in the language asked for."""
    one = copy(command)
    one.context_class, one.help = _Context, _told_help(command.help or "")
    return one


def _told_help(text: str) -> str:
    """A text of one or more paragraphs, as it is said."""
    return "\n\n".join(told(" ".join(paragraph.split())) for paragraph in cleandoc(text).split("\n\n"))


def _told_option(text: str) -> str:
    """What an option is for, with what click adds of it in brackets."""
    words, bracket, more = text.rpartition("[") if text.endswith("]") else (text, "", "")
    return f"{told(words.strip())}  [{told(more[:-1])}]".strip() if bracket else told(text)

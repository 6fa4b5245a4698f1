"""What commands say, in the language that `protocolau --language` asks for."""

import click

from protocolau.language import LANGUAGES
from protocolau.read.messages import said_in, told_in
from protocolau.read.problem import Faulty, Problem

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
    """A line as it is said. What is wrong and what to do, parted by a semicolon, are two messages."""
    language = spoken()
    if isinstance(line, Faulty):
        return "\n".join(str(told_in(problem, language)) for problem in line.problems)
    if isinstance(line, Problem):
        return str(told_in(line, language))
    text = str(line)
    words = text.lstrip()
    said = said_in(words, language)
    if said == words:
        said = "; ".join(said_in(part, language) for part in words.split("; "))
    return text[: len(text) - len(words)] + said

"""What a build and a preview say, in the language that `protocolau --language` asks for."""

import os

import click

from protocolau.language import LANGUAGES
from protocolau.read import messages

_LANGUAGE = "PROTOCOLAU_LANGUAGE"
"""Where it is kept: between the command and what it says stands MkDocs, which knows nothing of it."""


def speak(language: str) -> None:
    """Lets everything that is built from now on in this process, and in those that it begins, speak a language."""
    os.environ[_LANGUAGE] = language


def told(line: object) -> str:
    """A line, or every fault of several, as it is said."""
    return messages.told(line, os.environ.get(_LANGUAGE, LANGUAGES[0]))


def say(line: object) -> None:
    """Prints it to standard error: not through MkDocs' log, whose warnings and errors strict mode counts."""
    click.echo(told(line), err=True)

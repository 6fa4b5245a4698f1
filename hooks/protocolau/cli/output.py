"""Where a command puts what it has made."""

from pathlib import Path

import click

from protocolau.read.problem import faulty
from protocolau.runtime.files import write_whole


def write_output(path: Path, data: bytes) -> None:
    """Write a file and say where it is, or write to standard output where the path is `-`.

    Raises Faulty where the file cannot be written.
    """
    if str(path) == "-":
        click.echo(data, nl=False)
        return
    try:
        write_whole(path, data)
    except OSError as error:
        why = (error.strerror or "unknown").lower()
        raise faulty(path, 1, f"the file cannot be written ({why})", "choose another --output") from error
    click.echo(path)

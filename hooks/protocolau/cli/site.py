"""`protocolau build` and `protocolau serve`."""

import sys
from ipaddress import ip_address
from pathlib import Path

import click

from protocolau.cli.paths import GivenPath
from protocolau.cli.project import pass_project
from protocolau.cli.saying import spoken
from protocolau.runtime.project import Project


@click.command()
@click.option(
    "--site-dir",
    type=GivenPath(file_okay=False),
    help="The folder of the built site; otherwise site/ in the project.",
)
@pass_project
def build(project: Project, site_dir: Path | None) -> None:
    """Build the site, strictly. The last site stays as it was until the new one is whole."""
    from protocolau.host import commands  # MkDocs takes a while to load, and other commands need none of it

    sys.exit(commands.build(project, (site_dir or project.site).absolute(), spoken()))


@click.command()
@click.option("--address", metavar="HOST:PORT", help="Where to listen; 127.0.0.1:8000 otherwise.")
@pass_project
def serve(project: Project, address: str | None) -> None:
    """Preview the site, following your changes. Translations can be edited on its pages."""
    if address and not _is_place_to_listen(address):
        remedy = "write localhost or an IP address, and a port from 1 to 65535, such as 127.0.0.1:8001"
        raise click.UsageError(f"'{address}' is no HOST:PORT; {remedy}")
    from protocolau.host import commands

    sys.exit(commands.serve(project, address, spoken()))


def _is_place_to_listen(address: str) -> bool:
    """Whether a host that needs no looking up and a port stand in it."""
    host, _, port = address.rpartition(":")
    try:
        ip_address("127.0.0.1" if host == "localhost" else host.removeprefix("[").removesuffix("]"))
    except ValueError:
        return False
    return port.isascii() and port.isdecimal() and len(port) < 6 and 0 < int(port) < 65536

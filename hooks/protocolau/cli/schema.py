"""`protocolau schema`."""

import click

from protocolau.cli.project import pass_project
from protocolau.repository.schema_files import schema_files
from protocolau.runtime.files import write_whole
from protocolau.runtime.project import Project


@click.command()
@pass_project
def schema(project: Project) -> None:
    """Write the JSON Schemas by which editors help to write the YAML."""
    for path, content in schema_files(project.protocols).items():
        path.parent.mkdir(exist_ok=True)
        write_whole(path, content.encode())
        click.echo(path)

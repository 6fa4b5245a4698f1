"""`protocolau schema`."""

import click

from protocolau.cli.project import pass_project
from protocolau.runtime.project import Project
from protocolau.schema import json_schemas


@click.command()
@pass_project
def schema(project: Project) -> None:
    """Write the JSON Schemas by which editors help to write the YAML."""
    for path, content in json_schemas.files(project.protocols).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(content, "utf-8")
        click.echo(path)

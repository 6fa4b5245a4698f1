"""The project that a command works on."""

from collections.abc import Callable
from functools import update_wrapper
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

import click

from protocolau.cli.saying import told
from protocolau.runtime.project import NoProject, Project, find_project

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def pass_project(
    command: Callable[Concatenate[Project, Parameters], Result],
) -> Callable[Parameters, Result]:
    """Give a command the project of the folder named by `--project`, or of the working folder, as its first argument.

    Ends with one line where there is none.
    """

    def with_project(*args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        return command(project_of(click.get_current_context()), *args, **kwargs)

    return update_wrapper(with_project, command)


def project_of(ctx: click.Context) -> Project:
    """The project of the folder that the command line names. Raises click's own exception where there is none."""
    try:
        return find_project(ctx.find_object(Path) or Path.cwd())
    except NoProject as fault:
        remedy = told("change to a project's folder or name it with --project")
        raise click.ClickException(f"{told(fault)}; {remedy}") from None


def project_if_any(ctx: click.Context) -> Project | None:
    """The project of the folder that the command line names, or None: for what can do without."""
    try:
        return find_project(ctx.find_object(Path) or Path.cwd())
    except NoProject:
        return None

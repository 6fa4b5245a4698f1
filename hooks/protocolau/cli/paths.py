"""The names of files and folders that a command line gives."""

import os
from pathlib import Path
from typing import Any

import click


class GivenPath(click.Path):
    """As click takes them, each as a `Path`, but for those of which a `Path` keeps nothing: one that is empty, as of a
    variable that a script has not set, is not the folder where one stands, nor is what ends with a stroke a file."""

    def __init__(self, **how: bool):
        super().__init__(path_type=Path, **how)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path that is named. Raises click's own exception where it cannot be one."""
        if not str(value):
            self.fail("the name is empty.", param, ctx)
        if not self.dir_okay and str(value).endswith(("/", os.sep)):
            self.fail(f"File '{value}' is a directory.", param, ctx)
        return super().convert(value, param, ctx)

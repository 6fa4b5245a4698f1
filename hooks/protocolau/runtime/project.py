"""Where the project is: the one place that knows which folders it has."""

from dataclasses import dataclass
from pathlib import Path

CONFIGURATION = "mkdocs.yml"
"""The file that marks the top folder of a project."""


class NoProject(Exception):
    """There is no project at a folder or above it."""


@dataclass(frozen=True, slots=True)
class Project:
    """A checkout: its data, its prose and its theme."""

    root: Path

    @property
    def configuration(self) -> Path:
        """MkDocs' configuration."""
        return self.root / CONFIGURATION

    @property
    def protocols(self) -> Path:
        """The folder of data: the vocabulary and a folder for each council."""
        return self.root / "protocols"

    @property
    def theme(self) -> Path:
        """Templates, styles, scripts and the words of the interface."""
        return self.root / "hooks" / "theme"

    @property
    def sources(self) -> tuple[Path, ...]:
        """The folders of which the site is made."""
        return self.protocols, self.root / "docs", self.root / "hooks"

    @property
    def exports(self) -> Path:
        """The store of files that are made from protocols, which outlives the site."""
        return self.root / ".exports"

    @property
    def site(self) -> Path:
        """The folder into which the site is built."""
        return self.root / "site"


def find_project(start: Path) -> Project:
    """Find the project that a folder belongs to: the nearest one with `mkdocs.yml` and `protocols/`, upwards.

    Raises NoProject.
    """
    folder = start.resolve()
    for candidate in (folder, *folder.parents):
        project = Project(candidate)
        if project.configuration.is_file() and project.protocols.is_dir():
            return project
    raise NoProject(f"there is no project in {start} or above it: a folder with {CONFIGURATION} and protocols/")

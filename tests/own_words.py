"""The site's own words in a copy of the project: what is done with them, and what the desk says of them."""

from pathlib import Path

from click.testing import CliRunner, Result

from protocolau.cli.main import main
from protocolau.repository.own_words import OwnWords
from protocolau.runtime.project import Project


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["--project", str(project), "translation", *arguments])


def states(project: Path, name: str) -> dict[str, int]:
    """The states of a text that have units in them."""
    return dict(next(text.states for text in OwnWords(Project(project)).desk() if text.name == name))


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")

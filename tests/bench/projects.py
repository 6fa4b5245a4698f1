"""Copies of this project to be measured: with its own councils, or with generated ones."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.bench.generate import generate
from tests.bench.measure import Figures, run
from tests.conftest import ROOT, program

_WITHOUT_DOCUMENTS = """
# The documents to take away are measured apart.
from protocolau.exporting.exports import Exports
from protocolau.host import site_builder as host

Exports.make_all = lambda exports: None
host.export_tasks = lambda library, exports: iter(())
"""
_WITHOUT_FILES = """
# And so is whatever else is no page and no data of search or comparison.
from protocolau.publish import page_tasks, site_writer
from protocolau.render.pages import reviews

page_tasks.files_to_take_away = lambda rendering, council: iter(())
reviews.calendar = lambda name, language, url, events: b""
site_writer.table_files = lambda page, messages, url: ()
"""


def copied_project(project: Path, councils: int | None, documents: bool = False) -> Path:
    """This project with a number of generated councils, or with its own; without the documents to take away, or with.

    A build makes the small files to take away, too, but within `files_left_out`.
    """
    project.mkdir(parents=True)
    for name in ("mkdocs.yml", "docs", "hooks"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    if councils is None:
        shutil.copytree(ROOT / "protocols", project / "protocols")
    else:
        generate(ROOT / "protocols", project / "protocols", councils)
    if not documents:
        with (project / "hooks" / "main.py").open("a") as hooks:
            hooks.write(_WITHOUT_DOCUMENTS)
    return project


@contextmanager
def files_left_out(project: Path) -> Iterator[None]:
    """Builds within make pages and the data of search and comparison, and nothing to take away: what the peers make."""
    hooks = project / "hooks" / "main.py"
    before = hooks.read_text()
    hooks.write_text(before + _WITHOUT_FILES)
    try:
        yield
    finally:
        hooks.write_text(before)


def build(project: Path) -> Figures:
    """Build the site of a project as `make site` does, in the place of the last one."""
    return run(build_command(project), project, project / "log")


def build_command(project: Path) -> list[str]:
    """What builds the site of a project."""
    return [program("protocolau"), "--project", str(project), "build"]


def check(project: Path) -> Figures:
    """Look for everything that can be said against the councils of a project, as `protocolau check` does."""
    return run([program("protocolau"), "--project", str(project), "check"], project, project / "log")


def build_plainly(project: Path) -> Figures:
    """Build a project of MkDocs that is not this one."""
    return run([program("mkdocs"), "build"], project, project / "log")

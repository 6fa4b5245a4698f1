"""Copies of this project to be measured: with its own councils, or with generated ones."""

import shutil
from pathlib import Path

from tests.bench.generate import generate
from tests.bench.measure import Figures, run
from tests.conftest import ROOT, program

_WITHOUT_FILES = """
# The files to take away are measured apart.
from protocolau.exporting.exports import Exports
from protocolau.host import publisher as host

Exports.make_all = lambda exports: None
host.export_tasks = lambda library, exports: iter(())
"""


def copied_project(project: Path, councils: int | None, files: bool = False) -> Path:
    """This project with a number of generated councils, or with its own; without the files to take away, or with."""
    project.mkdir(parents=True)
    for name in ("mkdocs.yml", "docs", "hooks"):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, project / name)
    if councils is None:
        shutil.copytree(ROOT / "protocols", project / "protocols")
    else:
        generate(ROOT / "protocols", project / "protocols", councils)
    if not files:
        with (project / "hooks" / "main.py").open("a") as hooks:
            hooks.write(_WITHOUT_FILES)
    return project


def build(project: Path) -> Figures:
    """Build the site of a project as `make site` does, in the place of the last one."""
    return run(build_command(project), project, project / "log")


def build_command(project: Path) -> list[str]:
    """What builds the site of a project."""
    return [program("protocolau"), "--project", str(project), "build"]


def build_plainly(project: Path) -> Figures:
    """Build a project of MkDocs that is not this one."""
    return run([program("mkdocs"), "build"], project, project / "log")

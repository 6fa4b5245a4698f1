"""Later versions of Halewood's protocol. They are imagined: Halewood Town Council has adopted no such texts."""

import shutil
from pathlib import Path

from tests.conftest import ROOT, copy_project

FIRST, SECOND, THIRD = "2022-07-12", "2025-05-20", "2026-05-19"
PAGE = "councils/halewood/changes/"


def with_more_versions(project: Path, **options: bool) -> Path:
    """A copy of the project in which Halewood has three versions, and the others one."""
    copy_project(project, **options)
    for file in (ROOT / "tests/comparison/versions/halewood").iterdir():
        shutil.copy(file, project / "protocols/halewood")
    return project

"""What the tests of the built site share."""

from pathlib import Path

import pytest

from tests.conftest import build_well
from tests.more_versions import with_more_versions


@pytest.fixture(scope="session")
def with_versions(shared) -> Path:
    """A site in which Halewood has three versions, and the others one."""

    def make(folder: Path) -> None:
        project = with_more_versions(folder / "project", kept=True)
        build_well(project, project / "site")

    return shared("versions", make) / "project/site"

"""What the tests of rules share."""

import shutil
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.exampleton import COUNCIL, SOUND


@pytest.fixture
def exampleton(tmp_path: Path) -> Path:
    """The folder of a sound council, beside a copy of the real vocabulary."""
    shutil.copytree(ROOT / "protocols" / "vocabulary", tmp_path / "vocabulary")
    folder = tmp_path / "exampleton"
    folder.mkdir()
    (folder / "council.yml").write_text(COUNCIL, "utf-8")
    (folder / "undated.yml").write_text(SOUND, "utf-8")
    return folder

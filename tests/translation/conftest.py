"""What a translator's files go out of and come back into: two small councils, and the words of the site."""

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from protocolau.cli.main import main
from tests.conftest import ROOT
from tests.exchange_files import NEIGHBOUR, NEIGHBOURS_WELSH, NOTED, PROTOCOL, WELSH
from tests.statement_files import FACTS


@pytest.fixture
def protocols(tmp_path: Path) -> Path:
    """`aber`, with a unit in every state (1.2 stale, 1.3 to 1.5 missing), and its neighbour `bryn`."""
    folder = tmp_path / "protocols"
    (tmp_path / "mkdocs.yml").touch()
    shutil.copytree(ROOT / "protocols" / "vocabulary", folder / "vocabulary")
    for slug, english, welsh in (("aber", PROTOCOL, WELSH), ("bryn", NEIGHBOUR, NEIGHBOURS_WELSH)):
        (folder / slug).mkdir()
        (folder / slug / "council.yml").write_text(FACTS, "utf-8")
        (folder / slug / "undated.yml").write_text(english, "utf-8")
        (folder / slug / "undated.cy.yml").write_text(welsh, "utf-8")
    return folder


@pytest.fixture
def noted(protocols: Path) -> None:
    """A second unit of `aber` with a note, reviewed, and with letters that can be decomposed."""
    (protocols / "aber" / "undated.cy.yml").write_text(NOTED, "utf-8")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of what the desk reads, for which everybody has vouched."""
    for folder in ("docs", "protocols", "hooks/theme"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    vouched = CliRunner().invoke(main, ["--project", str(tmp_path), "translation", "vouch"])
    assert vouched.exit_code == 0
    return tmp_path

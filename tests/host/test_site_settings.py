"""What the configuration says of the site and its publisher: what is read, and the line that says what is not."""

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from mkdocs.config import load_config
from mkdocs.exceptions import PluginError

from protocolau.cli.main import main
from protocolau.host.site_settings import site_settings
from protocolau.library.library import Library
from protocolau.render.context import Publisher
from protocolau.render.theme import Theme
from protocolau.runtime.project import Project
from tests.conftest import ROOT

NO_KEYS = (
    "mkdocs.yml: the publisher is not described by the keys that are read; "
    "below 'publisher:' write name, contact, reply_days, is_public_body, each on a line of its own"
)
NO_NAME = "is no text; write one name, in quotation marks, which stands on the pages of both languages"


def publisher(said: object, library: Library) -> Publisher:
    """Whom pages name where the configuration says this of the publisher."""
    config = load_config(str(ROOT / "mkdocs.yml"))
    config.extra["publisher"] = said
    theme = Theme(ROOT / "hooks/theme")
    return site_settings(config, Project(ROOT), theme, library, previewing=True).publisher


def test_what_is_written_of_a_publisher_is_read(library: Library):
    assert publisher(None, library) == Publisher()
    said = {"name": "Llanffug Council", "contact": "clerk@llanffug.example", "reply_days": 5}
    assert publisher(said, library) == Publisher(**said)


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ("Llanffug Council", NO_KEYS),
        (["Llanffug Council"], NO_KEYS),
        ({"name": "Llanffug Council", "e-mail": "clerk@llanffug.example"}, NO_KEYS),
        ({"name": {"en": "Llanffug Council", "cy": "Cyngor Llanffug"}}, NO_NAME),
        ({"name": ["Llanffug Council", "Cyngor Llanffug"]}, NO_NAME),
        ({"contact": ["clerk@llanffug.example"]}, "is none; write an e-mail address"),
        ({"contact": 1633444555}, "the publisher's contact '1633444555' is none; write an e-mail address"),
    ],
)
def test_what_is_said_of_a_publisher_and_not_read_is_refused(said: object, fault: str, library: Library):
    with pytest.raises(PluginError, match=re.escape(fault)):
        publisher(said, library)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "mkdocs.yml:11: a colon that makes no sense here; put quotes round words with a colon"),
        ("cy", "mkdocs.yml:11: colon nad yw'n gwneud synnwyr yma; rhowch ddyfynodau o amgylch geiriau ac"),
    ],
)
def test_a_configuration_that_is_not_yaml_is_told_of_as_any_file(
    tmp_path: Path, language: str, line: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PROTOCOLAU_LANGUAGE", language)  # which a build sets, and would leave to other tests
    shutil.copytree(ROOT / "protocols/vocabulary", tmp_path / "protocols/vocabulary")
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    (tmp_path / "mkdocs.yml").write_text(re.sub("name: !ENV .*", "name: Council: Llanffug", text), "utf-8")
    done = CliRunner().invoke(main, ["--project", str(tmp_path), "--language", language, "build"])
    assert done.exit_code == 1 and line in done.stderr and len(done.stderr.splitlines()) == 1

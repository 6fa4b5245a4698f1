"""A preview that reloads again and again keeps one library alive, and no older one."""

import gc
import logging

from mkdocs.commands.build import build
from mkdocs.config import load_config

from protocolau.host.preview import Preview
from protocolau.library.library import Library
from protocolau.model.vocabulary import Vocabulary
from tests.conftest import copy_project

RELOADS = 4
PAGES = ("/councils/conwy/", "/cy/councils/conwy/", "/topics/purpose/", "/roles/", "/glossary/", "/councils/")


def alive(kind: type) -> int:
    gc.collect()
    return sum(isinstance(thing, kind) for thing in gc.get_objects())


def test_reloading_with_another_vocabulary_leaves_no_library_behind(tmp_path, monkeypatch):
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    monkeypatch.setattr(logging.getLogger("mkdocs"), "handlers", [])
    project = copy_project(tmp_path / "project")
    config = load_config(str(project / "mkdocs.yml"), site_dir=str(tmp_path / "site"))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config)
    preview = Preview(config.hooks["hooks/main.py"].site_builder, lambda: build(config), [])
    before = alive(Library), alive(Vocabulary)
    glossary = project / "protocols/vocabulary/topics.yml"
    written = glossary.read_text("utf-8")
    for number in range(RELOADS):
        glossary.write_text(f"{written}# reload {number}\n", "utf-8")
        preview.rebuild()
        assert all(preview.prepare(page) for page in PAGES)
    assert (alive(Library), alive(Vocabulary)) == before

"""A second build makes again only what is made from something that has changed, and never leaves an old byte."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.library.council_values import CouncilValues
from protocolau.publish.forethought import forethought
from protocolau.publish.page_store import PageStore, recipe
from protocolau.publish.page_tasks import HomeProse, page_tasks
from protocolau.publish.page_template import SENTINELS, PageTemplate
from protocolau.publish.site_writer import SiteWriter
from protocolau.render.context import RenderContext
from protocolau.render.theme import Theme
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime.digests import digest_of_folders
from protocolau.runtime.value_store import ValueStore
from tests.bench.generate import generate
from tests.conftest import ROOT
from tests.rendering import SETTINGS

COUNCILS = 8
TODAY = date(2026, 1, 1)
PROSE = {language: HomeProse("Home", "Home", "<p>Home</p><!-- ways in -->") for language in LANGUAGES}


class Project(NamedTuple):
    """A project that can be changed, and the store of its last build."""

    folder: Path
    today: date = TODAY

    @property
    def store(self) -> Path:
        return self.folder / "store"

    @property
    def protocols(self) -> Path:
        return self.folder / "protocols"

    @property
    def theme(self) -> Path:
        return self.folder / "theme"


def site(project: Project, store: Path, whole: bool = False) -> dict[str, bytes]:
    """Every file of the pieces of work that are kept, or of all, by its path; a kept one is taken from the store."""
    theme, folder = Theme(project.theme), project.folder / "site"
    settings = replace(SETTINGS, theme=theme, today=project.today)
    folders = made_by(project)
    values = ValueStore(store / "values", folders)
    repository = ProtocolRepository(project.protocols, values)
    comparison = ComparisonIndex(repository.load(project.today), CouncilValues(values, repository.digest))
    comparison.values.take(comparison.gather(store / "values", folders, forethought(comparison, settings)))
    contexts = {language: RenderContext(comparison, settings, language) for language in LANGUAGES}
    frame = "".join(vars(SENTINELS).values())
    templates = {language: PageTemplate(frame, language, settings) for language in LANGUAGES}
    kept = PageStore(store / "pages", recipe(folders, b"", settings, templates))
    shutil.rmtree(folder, ignore_errors=True)
    tasks = page_tasks(comparison, PROSE, repository.digest)
    SiteWriter(contexts, templates, folder, kept).write_all([task for task in tasks if whole or task.made_from])
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def made_by(project: Project) -> bytes:
    return digest_of_folders(project.theme, project.protocols / "vocabulary")


def pieces(store: Path) -> set[str]:
    return {place.name for place in (store / "pages").glob("??/*")}


@pytest.fixture(scope="module")
def built(tmp_path_factory) -> Project:
    project = Project(tmp_path_factory.mktemp("again"))
    generate(ROOT / "protocols", project.protocols, COUNCILS)
    shutil.copytree(ROOT / "hooks" / "theme", project.theme)
    site(project, project.store)
    return project


@pytest.fixture
def project(built: Project, tmp_path: Path) -> Project:
    """A copy of the project, with what its build has kept."""
    shutil.copytree(built.folder, tmp_path / "project", ignore=shutil.ignore_patterns("site"))
    return Project(tmp_path / "project")


def _in(path: str, old: str, new: str) -> Callable[[Project], Project]:
    def change(project: Project) -> Project:
        file = project.folder / path
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new, 1), "utf-8")
        return project

    return change


def _without_one(project: Project) -> Project:
    shutil.rmtree(project.protocols / "council-0005")
    return project


def _with_one_more(project: Project) -> Project:
    shutil.copytree(project.protocols / "council-0001", project.protocols / "council-0100")
    return project


COUNCIL, SPEAKING = "protocols/council-0003/undated.yml", "protocols/council-0002/2022-07-12.yml"
EXPLAINED = "protocols/vocabulary/glossary.yml"
CHANGES = {
    "a council's words": _in(COUNCIL, "The purpose of this Protocol is", "The one purpose of this Protocol is"),
    "what a clause speaks of": _in(
        "protocols/council-0002/2022-07-12.yml", "topic: responsibility-for-protocol", "topic: training"
    ),
    "a translation": _in("protocols/council-0003/undated.cy.yml", "cy: CYNNWYS", "cy: Y CYNNWYS"),
    "a council's name": _in("protocols/council-0004/council.yml", "Trecoch", "Trecoch Newydd"),
    "one council less": _without_one,
    "one council more": _with_one_more,
    "the day": lambda project: project._replace(today=project.today + timedelta(days=400)),
}


OF_ALL = {
    "the vocabulary": _in(EXPLAINED, "Answering to the public", "Being answerable to the public"),
    "a template": _in("theme/pages/protocol.html", '<header class="page-head">', '<header class="page-head" data-new>'),
    "a word of the interface": _in("theme/words.yml", "not_stated: {en: Not stated", "not_stated: {en: Not said"),
}


@pytest.mark.parametrize("what", OF_ALL)
def test_what_every_page_may_say_is_in_the_recipe_of_all(what: str, project: Project):
    before = made_by(project)
    assert made_by(OF_ALL[what](project)) != before


@pytest.mark.parametrize("what", CHANGES)
def test_after_a_change_every_byte_is_as_a_build_from_nothing_makes_it(what: str, project: Project, tmp_path: Path):
    changed = CHANGES[what](project)
    again = site(changed, project.store)
    assert again == site(changed, tmp_path / "nothing kept")


def test_after_many_changes_the_whole_site_is_as_a_build_from_nothing_makes_it(project: Project, tmp_path: Path):
    for what in ("a council's words", "what a clause speaks of", "a translation", "one council more"):
        project = CHANGES[what](project)
    again = site(project, project.store, whole=True)
    assert again == site(project, tmp_path / "nothing kept", whole=True)


def test_a_day_on_which_no_date_falls_makes_nothing_again_but_the_page_that_says_the_day(project: Project):
    before = pieces(project.store)
    site(project._replace(today=project.today + timedelta(days=1)), project.store)
    assert len(pieces(project.store) - before) == len(LANGUAGES)


def test_nothing_is_made_again_where_nothing_has_changed(project: Project):
    before = pieces(project.store)
    first = site(project, project.store)
    assert pieces(project.store) == before and len(before) > COUNCILS * len(LANGUAGES)
    assert site(project, project.store) == first


def test_a_word_of_one_council_leaves_the_pages_of_most_others(project: Project):
    before = pieces(project.store)
    site(CHANGES["a council's words"](project), project.store)
    made = pieces(project.store) - before
    assert len(LANGUAGES) <= len(made) < len(before) / 4


def test_a_kept_file_that_is_cut_off_is_made_again(project: Project, tmp_path: Path):
    for place in [*project.store.glob("pages/??/*/0"), *project.store.glob("values/??/*")]:
        place.write_bytes(place.read_bytes()[:100])
    assert site(project, project.store) == site(project, tmp_path / "nothing kept")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name of a file is text")
def test_names_that_are_no_text_end_no_build(built: Project, tmp_path: Path):
    """Archives that Windows has packed bring names of folders and files in bytes that are not UTF-8."""
    project = Project(tmp_path / "p\udcf4l")
    shutil.copytree(built.folder, project.folder, ignore=shutil.ignore_patterns("site"))
    for folder in (project.protocols / "council-0001", project.protocols / "vocabulary", project.theme):
        (folder / "p\udcf4l.docx").write_bytes(b"x")
    assert site(project, project.store) == site(built, built.store)

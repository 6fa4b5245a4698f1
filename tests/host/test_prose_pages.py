"""Pages of prose that somebody adds: in one language alone, or where the site has a page of its own."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.conftest import copy_project, program
from tests.pages import page, words_of

PAGE = "---\ntitle: {0}\ndescription: A page.\n---\n\n# {0}\n\nIts words.\n"


def built(project: Path, *names: str, language: str = "en") -> subprocess.CompletedProcess[str]:
    """What building a project says to which pages of prose have been added."""
    for name in names:
        added = project / "docs" / name
        added.parent.mkdir(exist_ok=True)
        added.write_text(PAGE.format(added.stem.capitalize()), "utf-8")
    command = [program("protocolau"), "--language", language, "--project", str(project), "build"]
    return subprocess.run(command, capture_output=True, text=True)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a page in English alone and one in Welsh alone."""
    project = copy_project(tmp_path_factory.mktemp("prose") / "project", kept=True)
    done = built(project, "news.md", "cy/newyddion.md")
    assert done.returncode == 0, done.stderr
    return project / "site"


def test_a_page_that_is_not_translated_says_so_and_in_which_language_it_is(site: Path):
    notice, words = page(site, "cy/news").css("main .notice")[0], page(site, "cy/news").css("main [lang=en]")[0]
    assert words_of(notice) == "Nid yw’r dudalen hon wedi’i chyfieithu eto. Fe’i dangosir yn Saesneg."
    assert words_of(words) == "News Its words."
    assert not page(site, "news").css("main .notice, main [lang]")


def test_its_two_pages_lead_to_each_other(site: Path):
    for place, other in (("news", "../cy/news/"), ("cy/news", "../../news/")):
        assert page(site, place).css("a[data-language-switch]")[0].attributes["href"] == other


def test_a_page_in_welsh_alone_leads_to_the_home_page_in_english(site: Path):
    assert not (site / "newyddion").exists()
    assert page(site, "cy/newyddion").css("a[data-language-switch]")[0].attributes["href"] == "../../"


def test_search_engines_are_told_of_the_languages_that_there_are(site: Path):
    listed = re.findall(r"<loc>https?://[^/]+/([^<]+)", (site / "sitemap.xml").read_text("utf-8"))
    assert [one for one in listed if "news" in one or "newyddion" in one] == ["news/", "cy/newyddion/"]
    assert [one for one in listed if one.endswith("about/")] == ["about/", "cy/about/"]
    for place, languages in (("news", ["en"]), ("cy/newyddion", ["cy"]), ("cy/about", ["en", "cy"]), ("cy/news", [])):
        named = [one.attributes["hreflang"] for one in page(site, place).css("link[hreflang]")]
        assert named == [*languages, *(["x-default"] if languages else [])], place
    assert page(site, "cy/news").css("meta[name=robots][content=noindex]")
    assert not page(site, "news").css("meta[name=robots]")


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "the site has a page of its own at '/{}/'; rename the file"),
        ("cy", "mae gan y wefan ei thudalen ei hun yn '/{}/'; ailenwch y ffeil"),
    ],
)
def test_a_page_at_an_address_of_the_sites_own_is_refused(language: str, said: str, tmp_path: Path):
    project = copy_project(tmp_path / "project", kept=True)
    done = built(project, "compare.md", "cy/Councils/halewood.md", language=language)
    assert done.returncode == 1
    for name, address in (("compare.md", "compare"), ("cy/Councils/halewood.md", "Councils/halewood")):
        assert f"/docs/{name}:1: {said.format(address)}\n" in done.stderr
    assert not (project / "site").exists()

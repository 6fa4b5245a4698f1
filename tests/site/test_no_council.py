"""A site on which no council has a document yet, as whoever sets one up sees it first."""

import shutil

import pytest

from tests.conftest import build_well, copy_project, served


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """The address at which such a site is served."""
    project = copy_project(tmp_path_factory.mktemp("empty") / "project")
    for folder in (project / "protocols").iterdir():
        if folder.name not in ("vocabulary", "schema"):
            shutil.rmtree(folder)
    build_well(project, project / "site")
    with served(project / "site") as address:
        yield address


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("", "No council has a document here yet. For clerks"),
        ("cy/", "Nid oes dogfen gan unrhyw gyngor yma eto. I glercod"),
    ],
)
def test_the_home_page_says_so_and_offers_no_way_to_what_is_not_there(empty: str, page, prefix: str, words: str):
    page.goto(f"{empty}{prefix}")
    assert words in page.locator("main").inner_text()
    assert page.locator("main .way").count() == 0


def test_a_search_finds_nothing_and_does_not_fail(empty: str, page):
    page.goto(f"{empty}search/?q=respect")
    page.get_by_text("No English text has the word “respect”.").first.wait_for()


@pytest.mark.parametrize(
    ("prefix", "words"),
    [("", "No council has a document here yet."), ("cy/", "Nid oes dogfen gan unrhyw gyngor yma eto.")],
)
def test_a_list_of_nothing_says_so_and_has_nothing_to_be_narrowed(empty: str, page, prefix: str, words: str):
    for path in ("councils/", "topics/"):
        page.goto(f"{empty}{prefix}{path}")
        assert words in page.locator("main").inner_text()
        assert page.locator("main :is(input, select)").count() == 0
    page.goto(f"{empty}{prefix}search/")
    assert page.locator(".search-ways section").count() == page.locator(".search-ways section:has(li)").count() == 1

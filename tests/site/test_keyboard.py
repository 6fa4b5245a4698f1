"""Every kind of page by keyboard alone: whole tasks, with the focus seen and uncovered at every stop, as it is read."""

from collections.abc import Iterator

import pytest
import yaml
from playwright.sync_api import Page

from tests.browsing import PHONE
from tests.conftest import DESKTOP, ROOT, BuiltProject, served
from tests.keyboard.pressing import JUDGE, Person
from tests.running_preview import Preview

PATHS, IN_PREVIEW = (
    yaml.safe_load((ROOT / f"tests/keyboard/{name}.yml").read_text("utf-8")) for name in ("paths", "preview")
)
WINDOWS = {"en": DESKTOP, "cy": PHONE}
KINDS = (
    "home councils council dated bilingual changes topics topic compare coverage likeness roles parties policies "
    "glossary reviews search translation accessibility publish about missing embed"
)


@pytest.fixture(scope="module")
def host(with_a_sixth: BuiltProject) -> Iterator[str]:
    """The address of a site that has a document of several versions."""
    with served(with_a_sixth.site) as address:
        yield address


@pytest.fixture(scope="module", params=WINDOWS)
def person(browser, host, request) -> Iterator[Person]:
    """Somebody who reads in a language, at a window that is kept for all pages."""
    page = browser.new_page(viewport=WINDOWS[request.param])
    page.set_default_timeout(30_000)
    page.add_init_script(JUDGE)
    yield Person(page, host, request.param)
    page.close()


@pytest.mark.parametrize("path", PATHS, ids=lambda path: f"{path['kind']}: {path['task']}".replace(" ", "_"))
def test_a_task_is_done_by_keyboard_alone(person: Person, path):
    assert person.does(path["at"], path["steps"]) == []


@pytest.mark.parametrize("path", IN_PREVIEW, ids=lambda path: path["kind"])
@pytest.mark.parametrize("language", WINDOWS)
def test_a_task_of_the_preview_is_done_by_keyboard_alone(emptied, edited: Preview, path, language):
    page = emptied(viewport=WINDOWS[language], before=JUDGE)
    assert Person(page, edited.url, language).does(path["at"], path["steps"]) == []


def test_there_is_a_task_for_every_kind_of_page():
    assert set(KINDS.split()) <= {path["kind"] for path in PATHS}


PLANTED = {
    "is covered": ".masthead { height: 95vh } html { scroll-padding: 0 }",
    "has no outline": "input:focus-visible { outline: none }",
    "stands above": ".filter { position: relative; top: 60rem }",
    "is off the screen": "#councils a { position: fixed; left: -99rem }",
}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_stop_that_is_not_as_it_should_be_is_told(emptied, host, fault):
    page: Page = emptied(viewport=PHONE, before=JUDGE)
    reader = Person(page, host, "en")
    reader.does("councils/", [])
    page.add_style_tag(content=PLANTED[fault])
    reader.tab("#councils tr:last-child a")
    assert {told for told in reader.faults if told.startswith(fault)}


def test_an_order_that_is_not_that_of_the_page_is_told(emptied, host):
    page: Page = emptied(viewport=PHONE, before=JUDGE)
    reader = Person(page, host, "en")
    reader.does("councils/", [])
    page.locator("#councils tr:last-child a").evaluate("e => (e.tabIndex = 1)")
    reader.tab("#council-filter")
    assert [told for told in reader.faults if told.startswith("is out of order")]

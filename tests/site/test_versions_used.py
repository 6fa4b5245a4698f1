"""The page of what changed between versions as people use it: without scripts, by keyboard, narrow, read aloud."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.accessible import EVERY_RULE, SMALL, TEXTS, faults, faults_of_colour, sounds_like, unmeasured
from tests.browsing import OTHER, PHONE, PREFIX, SPILT, both_languages, press_until, switch_of
from tests.conftest import DESKTOP, served
from tests.more_versions import FIRST, PAGE, SECOND


@pytest.fixture(scope="module")
def there(with_versions):
    """The address at which the site with versions is served."""
    with served(with_versions) as address:
        yield address


@pytest.fixture
def visited(emptied, there):
    """Opens a page of the site with versions."""

    def open_page(path: str, **options) -> Page:
        window = emptied(**options)
        window.goto(there + path)
        return window

    return open_page


@both_languages
@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_a_reader_goes_from_the_council_to_what_changed_in_one_clause_and_to_that_clause(
    visited, there, language, scripts
):
    window = visited(f"{PREFIX[language]}councils/halewood/", java_script_enabled=scripts)
    window.locator(".facts a[href$='changes/']").click()
    window.wait_for_url(there + PREFIX[language] + PAGE)
    window.locator(f".steps a[href='#since-{FIRST}']").click()
    clause = window.locator(f"[id='since-{FIRST}-new.5.4']")
    expect(clause.locator("ins").first).to_have_text(re.compile({"en": "must", "cy": "rhaid"}[language]))
    clause.locator(".where a").first.click()
    window.wait_for_url(f"{there}{PREFIX[language]}councils/halewood/{FIRST}/#5.3")
    window.locator(".superseded a").last.click()
    window.wait_for_url(f"{there}{PREFIX[language]}{PAGE}#since-{FIRST}")
    expect(window.locator(f"[id='since-{FIRST}'] h2")).to_be_in_viewport()


def test_what_has_not_changed_is_folded_and_opened_by_keyboard(visited):
    window = visited(PAGE)
    folded = window.locator(f"[id='since-{SECOND}'] details.unchanged").first
    expect(folded.locator("li").first).to_be_hidden()
    press_until(window, "Tab", "document.activeElement.matches('.unchanged summary')")
    window.keyboard.press("Enter")
    expect(folded.locator("li").first).to_be_visible()


@both_languages
def test_the_switch_keeps_the_change_that_the_address_names(visited, there, language):
    window = visited(f"{PREFIX[language]}{PAGE}#since-{FIRST}-new.4.1")
    switch_of(window).click()
    window.wait_for_url(f"{there}{PREFIX[OTHER[language]]}{PAGE}#since-{FIRST}-new.4.1")


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_no_fault_on_the_page(visited, language, viewport):
    window = visited(PREFIX[language] + PAGE, viewport=viewport)
    window.locator("details").evaluate_all("all => all.forEach(e => e.open = true)")
    assert faults(window, EVERY_RULE) == []
    assert faults_of_colour(window, unmeasured()) == {}


@both_languages
def test_on_a_narrow_screen_nothing_runs_off_and_controls_are_large_enough(visited, language):
    window = visited(PREFIX[language] + PAGE, viewport={"width": 320, "height": 640})
    window.locator("details").evaluate_all("all => all.forEach(e => e.open = true)")
    assert window.evaluate(SPILT) == []
    assert window.evaluate(SMALL) == []


@both_languages
def test_every_text_of_the_page_is_read_aloud_in_its_own_language(visited, language):
    window = visited(PREFIX[language] + PAGE)
    wrong = [(spoken, text) for spoken, text in window.evaluate(TEXTS) if sounds_like(text) not in (spoken, None)]
    assert wrong == []

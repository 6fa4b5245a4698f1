"""The switch of languages keeps the page, and the clause at which a reader is."""

import pytest
from playwright.sync_api import expect

from tests.browsing import (
    KINDS,
    OTHER,
    PHONE,
    PREFIX,
    both_languages,
    expect_in_view,
    press,
    press_until,
    switch_of,
)
from tests.conftest import DESKTOP


def test_the_switch_keeps_the_page_there_and_back(opened, address):
    page = opened()
    for path in [path for kind, path in KINDS.items() if kind != "404"]:
        page.goto(address + path)
        for language in ("cy", "en"):
            switch_of(page).click()
            page.wait_for_url(f"{address}{PREFIX[language]}{path}")
            assert page.locator("html").get_attribute("lang") == language


@both_languages
@pytest.mark.parametrize("switch", [".masthead [data-language-switch]", ".also a"], ids=["masthead", "also"])
def test_the_switch_keeps_the_clause_that_the_address_names(opened, address, language, switch):
    page = opened(f"{PREFIX[language]}councils/conwy/#8.6")
    expect_in_view(page, "8.6")
    page.locator(switch).click()
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/#8.6")
    expect_in_view(page, "8.6")


@both_languages
@pytest.mark.parametrize("viewport", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_switch_keeps_the_clause_that_has_been_scrolled_to(opened, address, language, viewport):
    page = opened(f"{PREFIX[language]}councils/conwy/#8.6", viewport=viewport)
    page.evaluate("document.getElementById('9.4').scrollIntoView()")
    expect_in_view(page, "9.4")
    press(page, switch_of(page))
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/#9.4")


def test_the_switch_adds_no_clause_at_the_top_of_a_page(opened, address):
    page = opened("councils/conwy/")
    switch_of(page).click()
    page.wait_for_url(f"{address}cy/councils/conwy/")


@pytest.mark.parametrize(("language", "link"), [("en", "number"), ("cy", "number")])
def test_the_switch_keeps_the_clause_to_which_a_keyboard_has_come(opened, address, language, link):
    page = opened(f"{PREFIX[language]}councils/halewood/")
    press_until(page, "Tab", f"document.activeElement.matches('.{link}[href=\"#1.2\"]')")
    press_until(page, "Shift+Tab", "document.activeElement.matches('.masthead [data-language-switch]')")
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/halewood/#1.2")


@both_languages
def test_the_switch_keeps_the_clause_that_a_keyboard_has_chosen(opened, address, language):
    page = opened(f"{PREFIX[language]}councils/conwy/")
    page.locator('.number[href="#8.6"]').press("Enter")
    expect(page.locator(":popover-open")).to_be_visible()  # which takes the focus, be it from the switch
    switch_of(page).press("Enter")
    page.wait_for_url(f"{address}{PREFIX[OTHER[language]]}councils/conwy/#8.6")


@pytest.mark.parametrize("how", [{"button": "middle"}, {"modifiers": ["Control"]}], ids=["middle", "control"])
def test_the_switch_opened_in_a_new_tab_keeps_the_clause(opened, address, how):
    page = opened("councils/conwy/#8.6")
    with page.context.expect_page() as opening:
        switch_of(page).click(**how)
    opening.value.wait_for_url(f"{address}cy/councils/conwy/#8.6")
    assert page.url == f"{address}councils/conwy/#8.6"

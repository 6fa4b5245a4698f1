"""The masthead: low on a phone, however far letters stand apart, with its sections in a menu that needs no script."""

import pytest
from playwright.sync_api import expect

from tests.browsing import PHONE, PREFIX, both_languages
from tests.conftest import DESKTOP

MENU = {"en": "Menu", "cy": "Dewislen"}
SPACED = """() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* {line-height: 1.5!important; letter-spacing: .12em!important; word-spacing: .16em!important}");
    document.adoptedStyleSheets = [sheet];
}"""
"""The distances that WCAG 1.4.12 asks a page to bear."""


def height(page) -> float:
    return page.locator(".masthead").evaluate("e => e.getBoundingClientRect().height")


@both_languages
@pytest.mark.parametrize("width", [320, 390, 768])
def test_it_is_low_on_a_narrow_screen_and_bears_spaced_letters(opened, width, language):
    page = opened(f"{PREFIX[language]}councils/halewood/", viewport={"width": width, "height": 640})
    assert height(page) <= 100
    page.evaluate(SPACED)
    assert height(page) <= 128
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@both_languages
@pytest.mark.parametrize("scripts", [True, False], ids=["scripts", "no scripts"])
def test_on_a_phone_the_sections_are_in_a_menu_that_a_keyboard_opens_and_closes(opened, language, scripts):
    page = opened(f"{PREFIX[language]}councils/halewood/", viewport=PHONE, java_script_enabled=scripts)
    menu, sections = page.get_by_role("button", name=MENU[language]), page.locator(".sections")
    expect(sections).to_be_hidden()
    menu.press("Enter")
    expect(sections.get_by_role("link")).to_have_count(7)
    page.keyboard.press("Tab")
    expect(sections.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(sections).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    sections.get_by_role("link").nth(1).click()
    page.wait_for_url("**/topics/")


@both_languages
def test_on_a_wide_screen_the_sections_stand_in_it_and_there_is_no_menu(opened, language):
    page = opened(PREFIX[language], viewport=DESKTOP)
    expect(page.locator(".sections").get_by_role("link")).to_have_count(7)
    expect(page.locator(".menu")).to_be_hidden()
    assert height(page) <= 72

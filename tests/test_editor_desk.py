"""The translator's desk by keyboard: a queue, checks while typing and reasons against them, terms, words looked up."""

import pytest
from playwright.sync_api import expect

from tests.editor_preview import press_until, unit
from tests.rendering import THEME

BARROW = "protocols/barrow/2019-07-16.cy.yml"


@pytest.fixture
def preview(edited):
    return edited


def queued(page, preview, language: str, **asked: str) -> None:
    """The queue, from the published page of the desk, asked for something by keyboard."""
    t = THEME.messages[language]
    page.goto(f"{preview.url}{'' if language == 'en' else 'cy/'}translation/")
    page.get_by_role("link", name=t("desk.open_page")).focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text(t("desk.title"))
    for name, value in asked.items():
        page.locator(f"select[name={name}]").select_option(value)
    page.get_by_role("button", name=t("desk.show")).press("Enter")
    page.wait_for_url("**state=**")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_translator_works_through_the_queue(preview, page, language):
    t = THEME.messages[language]
    queued(page, preview, language, council="barrow", state="draft")
    rows = page.locator(".queue > li")
    names = [row.get_attribute("data-unit") for row in rows.all()]
    expect(page.locator(".desk-count")).to_have_text(t("desk.count", n=len(names)))
    first = unit(preview, names[0], BARROW)
    press_until(page, "Tab", ".queue .edit-button")
    page.keyboard.press("Enter")
    target = page.get_by_label(t("translation.cy"))
    expect(target).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" 1999")
    remark = page.locator(".edit-remarks li").filter(has_text=t("edit.check.numbers"))
    expect(remark).to_be_visible()
    assert unit(preview, names[0], BARROW) == first  # checked, and not saved
    remark.get_by_role("button").press("Enter")
    expect(page.locator(".edit-reason")).to_be_focused()
    page.keyboard.type("A year: for a test.")
    expect(remark).to_have_count(0)
    page.keyboard.press("Control+Shift+Enter")
    expect(rows.nth(1).locator(".edit-form")).to_be_visible()
    expect(page.locator(".edit-form")).to_have_count(1)
    assert unit(preview, names[0], BARROW)["waive"] == {"numbers": "A year: for a test."}
    rows.nth(0).locator(".edit-button").press("Enter")
    expect(target).to_have_value(f"{first['cy']} 1999")
    page.get_by_role("button", name=t("edit.unwaive")).press("Enter")
    expect(remark).to_be_visible()
    target.fill(first["cy"])
    page.keyboard.press("Control+Enter")
    expect(rows.nth(0).locator(".edit-button")).to_be_focused()
    assert unit(preview, names[0], BARROW) == first


def test_a_term_is_put_in_with_a_key_and_words_are_looked_up(preview, page):
    t = THEME.messages["cy"]
    page.goto(f"{preview.url}cy/councils/conwy/#8.5")
    page.locator("[id='8.5'] > p .edit-button").first.click()
    target = page.get_by_label(t("translation.cy"))
    old = target.input_value()
    target.fill("Mae")
    page.keyboard.press("F2")
    term = page.locator(":focus").inner_text()
    page.keyboard.press("1")
    expect(target).to_have_value(f"Mae {term}")
    expect(target).to_be_focused()
    page.keyboard.press("Control+z")
    target.fill("swyddogion")
    target.select_text()
    page.keyboard.press("F4")
    expect(page.locator(".edit-lookup")).to_have_value("swyddogion")
    expect(page.locator(".edit-found li").first).to_contain_text("wyddogion")
    page.keyboard.press("Escape")
    expect(target).to_be_focused()
    page.get_by_role("button", name=t("edit.close")).click()
    page.locator("[id='8.5'] > p .edit-button").first.click()
    page.get_by_role("button", name=t("edit.reset")).click()
    expect(target).to_have_value(old)

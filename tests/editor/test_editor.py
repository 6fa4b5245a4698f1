"""Translations edited on the page itself, by hand in a browser."""

import re

import pytest
from playwright.sync_api import expect

from tests.editor_preview import (
    CONWY,
    CY,
    EN,
    REMARK,
    STALE,
    changed_lines,
    holder,
    marked,
    press_until,
    unit,
)


@pytest.fixture
def preview(edited):
    edited.wait_for_reload(after=-1)  # else what the test before has changed may load a page of the next again
    return edited


def test_a_clause_is_edited_by_keyboard_alone(preview, page):
    suggested = preview.suggested
    before = (preview.project / CONWY).read_text("utf-8")
    old = unit(preview, "8.7")["cy"]
    page.goto(f"{preview.url}cy/councils/conwy/#8.7")
    expect(page.locator("[id='8.7'] .edit-button")).to_be_visible()  # else the keyboard may pass by before it is there
    page.keyboard.press("Tab")
    press_until(page, "Tab", "[id='8.7'] .edit-button")
    expect(page.locator(":focus")).to_have_accessible_name(f"{CY('edit.open')}: 8.7")
    page.keyboard.press("Enter")
    expect(page.locator("#-edit-target")).to_be_focused()
    expect(page.locator("#-edit-target")).to_have_value(old)
    press_until(page, "Tab", "[data-take]")
    page.keyboard.press("Enter")
    expect(page.locator("#-edit-target")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator("#-edit-target")).to_have_value(old)
    page.keyboard.press("Control+Shift+z")
    expect(page.locator("#-edit-target")).to_have_value(suggested)
    page.keyboard.press("Control+Enter")
    expect(holder(page, "8.7")).to_contain_text("benodol iawn")
    expect(page.locator("[id='8.7'] .edit-button")).to_be_focused()
    expect(page.locator("[id='8.7'] > p")).to_be_in_viewport()
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saved"))
    assert page.url.endswith("#8.7")
    after = (preview.project / CONWY).read_text("utf-8")
    assert changed_lines(before, after) == [f"-    cy: {old}", f"+    cy: {suggested}"]
    assert REMARK in after


FIRST_WAIT_IS_SHORT = """{
    const wait = setTimeout;
    window.setTimeout = (act, time, ...others) => {
        const isFirst = time === 10000 && !sessionStorage.getItem("waited");
        if (isFirst) sessionStorage.setItem("waited", "yes");
        return wait(act, isFirst ? 50 : time, ...others);
    };
}"""


def test_a_page_that_reloads_itself_before_the_preview_has_read_the_file_goes_on_waiting(preview, page):
    page.add_init_script(FIRST_WAIT_IS_SHORT)
    page.goto(f"{preview.url}cy/councils/conwy/#8.3")
    page.locator("[id='8.3'] > p .edit-button").click()
    page.get_by_label(CY("translation.cy")).fill(unit(preview, "8.3")["cy"].replace("hawliau", "holl hawliau"))
    page.keyboard.press("Control+Enter")
    expect(holder(page, "8.3")).to_contain_text("holl hawliau")
    expect(page.locator("[id='8.3'] .edit-button")).to_be_focused()
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saved"))


PLACES = {
    "8 heading": "[id='8'] > h3",
    "appendix.1.5.table1.r1c1": "[id='appendix.1.5.table1.r1c1']",
    "document title": ".page-head .title",
}


def test_one_statement_of_a_clause_is_edited_and_its_words_are_marked(preview, page):
    before = (preview.project / CONWY).read_text("utf-8")
    old = unit(preview, "8.8")[1]["cy"]
    page.goto(f"{preview.url}cy/councils/conwy/#8.8")
    buttons = page.locator("[id='8.8'] > p .edit-button")
    expect(buttons).to_have_text([f"{CY('edit.open')} {number}" for number in (1, 2, 3)])
    label = CY("unit.statement", name="8.8", first=2)
    expect(buttons.nth(1)).to_have_accessible_name(f"{CY('edit.open')}: {label}")
    buttons.nth(2).focus()
    assert marked(page, "edit-look") == unit(preview, "8.8")[2]["cy"]
    buttons.nth(1).click()
    expect(page.locator(".edit-title")).to_contain_text(label)
    assert marked(page, "edit-open") == old
    page.get_by_label(CY("translation.cy")).fill(f"{old} Newydd.")
    page.keyboard.press("Control+Enter")
    expect(holder(page, "8.8")).to_contain_text(f"{old} Newydd.")
    expect(buttons.nth(1)).to_be_focused()
    after = (preview.project / CONWY).read_text("utf-8")
    assert changed_lines(before, after) == [f"-      cy: {old}", f"+      cy: {old} Newydd."]
    page.goto(f"{preview.url}councils/conwy/bilingual/#8.8")
    page.locator("[id='8.8-s2'] .edit-button").click()
    expect(page.get_by_label(EN("translation.cy"))).to_have_value(f"{old} Newydd.")


def test_headings_cells_and_the_title_are_edited_too(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/")
    for name, place in PLACES.items():
        before = (preview.project / CONWY).read_text("utf-8")
        page.locator(f"{place} > .edit-button").click()
        page.get_by_label(CY("translation.cy")).fill(f"{unit(preview, name)['cy']} newydd")
        page.get_by_label(CY("edit.state")).select_option(CY("unit.reviewed"))
        page.get_by_label(CY("edit.note")).fill("A note: it's new.")
        page.get_by_role("button", name=CY("edit.save")).click()
        expect(page.locator(place)).to_contain_text("newydd")
        assert unit(preview, name)["cy"].endswith(" newydd")
        assert (unit(preview, name)["state"], unit(preview, name)["note"]) == ("reviewed", "A note: it's new.")
        assert len(changed_lines(before, (preview.project / CONWY).read_text("utf-8"))) == 4


def test_a_note_of_several_lines_keeps_them_and_a_tab_is_a_space(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#9.5")
    page.locator("[id='9.5'] > p .edit-button").click()
    page.get_by_label(CY("translation.cy")).fill("Newydd\tiawn.")
    page.get_by_label(CY("edit.note")).fill("Gweler 1.1.\nHolwyd y clerc.")
    page.get_by_label(CY("translation.cy")).press("Control+Enter")
    expect(holder(page, "9.5")).to_contain_text("Newydd iawn.")
    page.goto(f"{preview.url}cy/councils/conwy/bilingual/#9.5")
    page.locator("[id='9.5'] .edit-button").click()
    page.get_by_label(CY("translation.cy")).fill("Newydd iawn oll.")
    page.get_by_label(CY("translation.cy")).press("Control+Enter")
    expect(page.locator("[id='9.5']")).to_contain_text("Newydd iawn oll.")
    now = unit(preview, "9.5")
    assert (now["cy"], now["note"]) == ("Newydd iawn oll.", "Gweler 1.1.\nHolwyd y clerc.")


def test_a_stale_text_shows_what_has_changed_and_is_current_once_saved(preview, page):
    page.goto(f"{preview.url}councils/conwy/bilingual/#{STALE}")
    page.locator(f"[id='{STALE}'] .edit-button").click()
    expect(page.locator(".edit-changes del")).to_have_text(f"{EN('deleted')} Formerly ")
    page.get_by_label(EN("translation.cy")).press("Control+Enter")
    expect(page.locator(".edit-status")).to_have_text(EN("edit.saved"))  # a page that loads has no state either
    expect(page.locator(f"[id='{STALE}'] .state")).to_have_count(0)
    page.reload()  # as the preview does where two changes follow close on each other
    expect(page.locator(".edit-status")).to_have_text(EN("edit.saved"))
    assert not unit(preview, STALE)["en"].startswith("Formerly")


def test_what_the_checks_remark_is_shown_and_does_not_stop(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#8.1")
    page.locator("[id='8.1'] > p .edit-button").click()
    target = page.get_by_label(CY("translation.cy"))
    target.fill(f"{unit(preview, '8.1')['cy']} 1999  Xqzzt.\n\n")
    target.press("Control+Enter")
    expect(holder(page, "8.1")).to_contain_text("Xqzzt")
    expect(page.locator(".edit-message")).to_have_text(CY("edit.saved"))
    expect(page.locator(".edit-remarks")).to_contain_text(f"{CY('edit.check.spaces')}:")
    assert unit(preview, "8.1")["cy"].endswith(" 1999  Xqzzt.")
    page.keyboard.press("Escape")
    expect(page.locator(".edit-form")).to_have_count(0)


def test_terms_and_places_are_named_in_the_language_of_the_page(preview, page):
    page.goto(f"{preview.url}councils/conwy/#8.7")
    page.locator("[id='8.7'] > p .edit-button").click()
    expect(page.locator(".edit-terms")).to_contain_text("member → aelod aelodau")
    expect(page.locator(".edit-memory")).to_contain_text(re.compile(r"Likeness: 9\d%\. From: Halewood 3\.1\(d\)\."))
    expect(page.locator(".edit-memory ins, .edit-memory del").first).to_contain_text("very")


def test_a_protocol_adopted_in_welsh_is_translated_into_english(preview, page):
    page.goto(f"{preview.url}councils/aber/")
    page.locator("[id='1.1'] .edit-button").click()
    expect(page.locator(".edit-words")).to_have_attribute("lang", "cy")
    page.get_by_label(EN("translation.en")).fill("This protocol guides members and officers.")
    page.get_by_label(EN("translation.en")).press("Control+Enter")
    expect(holder(page, "1.1")).to_contain_text("This protocol guides members and officers.")
    assert unit(preview, "1.1", "protocols/aber/undated.en.yml") == {
        "cy": "Mae'r protocol hwn yn rhoi arweiniad i aelodau a swyddogion.",
        "en": "This protocol guides members and officers.",
    }

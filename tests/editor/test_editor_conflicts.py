"""Translations edited on the page when something goes wrong: nothing that was typed is lost."""

import re
from types import SimpleNamespace

import pytest
from playwright.sync_api import expect

from protocolau.host.preview import serve
from protocolau.publish.page_tasks import PageTask
from tests.editor_preview import CONWY, CY, EN, get, holder, unit, where


@pytest.fixture
def preview(edited):
    return edited


def test_a_file_that_has_changed_is_not_overwritten_unasked(preview, page):
    page.route("**/livereload/**", lambda route: route.abort())
    page.goto(f"{preview.url}cy/councils/conwy/#8.2")
    page.locator("[id='8.2'] > p .edit-button").click()
    target = page.get_by_label(CY("translation.cy"))
    theirs, mine = f"Eu testun hwy. {unit(preview, '8.2')['cy']}", f"Fy nhestun i. {unit(preview, '8.2')['cy']}"
    expect(target).to_have_value(unit(preview, "8.2")["cy"])
    reloads = preview.reloads
    preview.change(CONWY, unit(preview, "8.2")["cy"], theirs)
    target.fill(mine)
    target.press("Control+Enter")
    expect(page.locator(".edit-message")).to_have_text(CY("edit.changed"))
    expect(page.locator(".edit-kept")).to_contain_text(theirs)
    expect(target).to_have_value(mine)
    assert unit(preview, "8.2")["cy"] == theirs
    page.get_by_role("button", name=CY("edit.reset")).click()
    expect(target).to_have_value(theirs)
    target.fill(mine)
    preview.wait_for_reload(after=reloads)  # else the one that follows from the next change may be taken for this one
    reloads = preview.reloads
    page.get_by_role("button", name=CY("edit.save")).click()
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saving"))
    assert unit(preview, "8.2")["cy"] == mine
    preview.wait_for_reload(after=reloads)  # which would close what the next test opens


def test_what_is_typed_outlives_a_reload_and_can_be_put_in_the_place_of_what_changed(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#8.3")
    page.locator("[id='8.3'] > p .edit-button").click()
    old = unit(preview, "8.3")["cy"]
    page.get_by_label(CY("translation.cy")).fill(f"Fy nhestun i. {old}")
    with page.expect_event("load"):  # the preview reloads the page
        preview.change(CONWY, old, f"Eu testun hwy. {old}")
    expect(page.locator(".edit-message")).to_have_text(CY("edit.changed"))
    expect(page.get_by_label(CY("translation.cy"))).to_have_value(f"Fy nhestun i. {old}")
    page.get_by_role("button", name=CY("edit.overwrite")).click()
    expect(holder(page, "8.3")).to_contain_text("Fy nhestun i.")
    assert unit(preview, "8.3")["cy"] == f"Fy nhestun i. {old}"


def test_two_tabs_keep_what_is_typed_in_each(preview, page):
    other = page.context.new_page()
    old = unit(preview, "9.5")["cy"]
    mine, theirs = f"Yn y tab cyntaf. {old}", f"Yn yr ail dab. {old}"
    for tab, text in ((page, mine), (other, theirs)):
        tab.goto(f"{preview.url}cy/councils/conwy/#9.5")
        tab.locator("[id='9.5'] > p .edit-button").click()
        expect(tab.get_by_label(CY("translation.cy"))).to_have_value(old)
        tab.get_by_label(CY("translation.cy")).fill(text)
    with other.expect_event("load"):  # the preview reloads the page once the file has changed
        page.get_by_label(CY("translation.cy")).press("Control+Enter")
    expect(holder(page, "9.5")).to_contain_text("Yn y tab cyntaf.")
    expect(other.locator(".edit-message")).to_have_text(CY("edit.changed"))
    expect(other.locator(".edit-kept")).to_contain_text(mine)
    expect(other.get_by_label(CY("translation.cy"))).to_have_value(theirs)
    assert unit(preview, "9.5")["cy"] == mine
    other.get_by_role("button", name=CY("edit.overwrite")).click()
    expect(holder(other, "9.5")).to_contain_text("Yn yr ail dab.")
    assert unit(preview, "9.5")["cy"] == theirs


def test_what_a_closed_tab_has_left_goes_to_the_next(preview, page):
    first = page.context.new_page()
    first.goto(f"{preview.url}cy/councils/conwy/#9.1")
    first.locator("[id='9.1'] > p .edit-button").click()
    first.get_by_label(CY("translation.cy")).fill("Heb ei orffen")
    first.close()
    page.goto(f"{preview.url}cy/councils/conwy/#9.1")
    button = page.locator("[id='9.1'] > p .edit-button")
    expect(button).to_have_text(CY("edit.unsaved"))
    button.click()
    expect(page.get_by_label(CY("translation.cy"))).to_have_value("Heb ei orffen")
    expect(page.locator(".edit-message")).to_have_text(CY("edit.restored"))


def test_a_form_that_a_reload_overtakes_opens_after_it(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#8.4")
    page.route("**/-edit/unit*", lambda route: None)  # never answered
    with page.expect_request("**/-edit/unit*"):
        page.locator("[id='8.4'] > p .edit-button").click()
    page.unroute("**/-edit/unit*")
    page.reload()
    expect(page.get_by_label(CY("translation.cy"))).to_have_value(unit(preview, "8.4")["cy"])


@pytest.mark.parametrize("key", ["Control+Enter", "Control+Shift+Enter"])
def test_who_opens_another_text_before_the_page_shows_the_saved_one_stays_there(preview, page, key):
    page.route("**/livereload/**", lambda route: route.abort())
    page.goto(f"{preview.url}cy/councils/conwy/#5.1")
    page.locator("[id='5.1'] > p .edit-button").first.click()
    target, words = page.get_by_label(CY("translation.cy")), unit(preview, "5.1")["cy"]
    target.fill(f"{words} {len(words)}")  # a number, on which the checks remark
    reloads = preview.reloads
    target.press(key)
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saving"))
    page.locator("[id='5.4'] > p .edit-button").first.click()
    expect(page.locator(".edit-title")).to_contain_text("5.4")
    target.fill("Heb ei orffen")
    preview.wait_for_reload(after=reloads)
    page.reload()  # as the preview has it done
    expect(target).to_have_value("Heb ei orffen")
    expect(page.locator(".edit-title")).to_contain_text("5.4")
    expect(target).to_be_focused()
    assert unit(preview, "5.1")["cy"] == f"{words} {len(words)}"


def test_changed_words_are_a_draft_until_somebody_says_otherwise(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#9.3")
    button = page.locator("[id='9.3'] > p .edit-button")
    button.click()
    target, state = page.get_by_label(CY("translation.cy")), page.get_by_label(CY("edit.state"))
    old = target.input_value()
    state.select_option("reviewed")
    target.press("Control+Enter")
    expect(button).to_have_class(re.compile("reviewed"))
    assert unit(preview, "9.3")["state"] == "reviewed"
    button.click()
    target.fill(f"{old} Newydd.")
    expect(state).to_have_value("draft")
    expect(page.locator(".edit-again")).to_have_text(CY("edit.again"))
    target.fill(old)
    expect(state).to_have_value("reviewed")
    target.fill(f"{old} Newydd.")
    state.select_option("reviewed")
    target.fill(f"{old} Mwy.")
    expect(state).to_have_value("reviewed")


def test_a_translator_saves_and_goes_on_to_the_next_that_is_open(preview, page):
    page.goto(f"{preview.url}cy/councils/aber/")
    page.locator("[id='1.1'] .edit-button").click()
    page.get_by_label(CY("translation.en")).fill("This protocol guides members and officers once more.")
    page.keyboard.press("Control+Shift+Enter")
    expect(page.locator(".edit-title")).not_to_contain_text("1.1")
    expect(page.locator(".edit-form")).to_have_count(1)
    assert unit(preview, "1.1", "protocols/aber/undated.en.yml")["en"].endswith("once more.")


def test_a_preview_that_does_not_answer_costs_nothing_typed(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#8.4")
    button = page.locator("[id='8.4'] > p .edit-button")
    button.click()
    page.get_by_label(CY("translation.cy")).fill("Heb ei orffen")
    page.route("**/-edit/unit*", lambda route: route.abort())
    page.get_by_role("button", name=CY("edit.save")).click()
    expect(page.locator(".edit-message")).to_have_text(CY("edit.silent"))
    page.unroute("**/-edit/unit*")
    page.get_by_role("button", name=CY("edit.close")).click()
    expect(button).to_have_text(CY("edit.unsaved"))
    page.goto(f"{preview.url}councils/conwy/bilingual/")
    page.locator("[id='8.4'] .edit-button").click()
    expect(page.get_by_label(EN("translation.cy"))).to_have_value("Heb ei orffen")


def held(page):
    """Holds back what is sent to be saved, until it is let go."""
    sent = []
    page.route(
        "**/-edit/unit*", lambda route: sent.append(route) if route.request.method == "POST" else route.continue_()
    )
    return sent


def test_what_was_typed_of_a_text_that_the_protocol_no_longer_has_is_shown(preview, page):
    (preview.project / "protocols/aber/undated.en.yml").unlink(missing_ok=True)
    page.goto(f"{preview.url}cy/councils/aber/")
    page.locator("[id='1.1'] .edit-button").click()
    page.get_by_label(CY("translation.en")).fill("Not finished")
    preview.change("protocols/aber/undated.yml", 'number: "1.1"', 'number: "1.2"')
    lost = page.locator(".edit-lost")  # once the preview has reloaded the page
    expect(lost).to_contain_text(f"{CY('edit.lost')} 1.1: Not finished")
    lost.get_by_role("button", name=CY("edit.discard")).click()
    page.reload()
    expect(page.locator("[id='1.2'] .edit-button")).to_be_visible()
    expect(lost).to_have_count(0)
    reloads = preview.reloads
    preview.change("protocols/aber/undated.yml", 'number: "1.2"', 'number: "1.1"')
    preview.wait_for_reload(after=reloads)


def test_words_for_which_the_browser_has_no_room_are_not_said_to_be_kept(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#8.5")
    page.locator("[id='8.5'] > p .edit-button").first.click()
    target = page.get_by_label(CY("translation.cy"))
    expect(target).to_be_focused()
    page.evaluate("() => { Storage.prototype.setItem = () => { throw new DOMException('', 'QuotaExceededError') } }")
    target.fill("Heb ei orffen")
    expect(page.locator(".edit-message")).to_have_text(CY("edit.unkept"))


def test_what_is_typed_while_a_text_is_being_saved_stays(preview, page):
    page.goto(f"{preview.url}cy/councils/conwy/#6.2")
    page.locator("[id='6.2'] > p .edit-button").click()
    target, old, sent = page.get_by_label(CY("translation.cy")), unit(preview, "6.2")["cy"], held(page)
    target.fill(f"{old} Mwy.")
    with page.expect_request("**/-edit/unit*"):
        target.press("Control+Enter")
    target.fill(f"{old} Mwy a mwy.")
    with page.expect_event("load"):  # the preview reloads the page once the file has changed
        sent[0].continue_()
    expect(page.get_by_label(CY("translation.cy"))).to_have_value(f"{old} Mwy a mwy.")
    expect(page.locator(".edit-message")).to_have_text(CY("edit.restored"))  # nobody else has changed the file
    expect(page.locator(".edit-save")).to_have_text(CY("edit.save"))
    assert unit(preview, "6.2")["cy"] == f"{old} Mwy."


def test_a_form_that_is_closed_while_it_is_being_saved_is_told_all_the_same(preview, page):
    page.route("**/livereload/**", lambda route: route.abort())
    page.goto(f"{preview.url}cy/councils/conwy/#6.3")
    button = page.locator("[id='6.3'] > p .edit-button")
    button.click()
    target, old, sent = page.get_by_label(CY("translation.cy")), unit(preview, "6.3")["cy"], held(page)
    target.fill(f"{old} Mwy.")
    with page.expect_request("**/-edit/unit*"):
        target.press("Control+Enter")
    reloads = preview.reloads
    target.press("Escape")
    expect(button).to_have_text(CY("edit.unsaved"))
    sent[0].continue_()
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saved"))
    assert unit(preview, "6.3")["cy"] == f"{old} Mwy."
    preview.wait_for_reload(after=reloads)  # which would close what the next test opens


ERRORS = {
    " ": CY("edit.error.empty"),
    "Rhyw *beth": CY("edit.error.stars"),
    "Mae rhyw\u200bbeth i'w ddweud": CY("edit.error.character", words="Mae rhyw[U+200B]beth i'w ddw"),
}


def test_an_error_is_told_in_one_line_and_the_form_stays(preview, page):
    before = (preview.project / CONWY).read_bytes()
    page.goto(f"{preview.url}cy/councils/conwy/#9.6")
    page.locator("[id='9.6'] > p .edit-button").click()
    for typed, error in ERRORS.items():
        page.get_by_label(CY("translation.cy")).fill(typed)
        page.get_by_role("button", name=CY("edit.save")).click()
        expect(page.locator(".edit-message")).to_have_text(error)
        expect(page.get_by_label(CY("translation.cy"))).to_have_value(typed)
    assert (preview.project / CONWY).read_bytes() == before


def test_a_fault_in_the_files_is_told(preview):
    path = preview.project / "protocols/barrow/council.yml"
    good = path.read_text("utf-8")
    path.write_text(good.replace("kind:", "kynd:"), "utf-8")
    status, said = get(preview, where("general-principles heading", council="barrow", version="2019-07-16"))
    path.write_text(good, "utf-8")
    assert status == 422
    assert "protocols/barrow/council.yml:2: 'kind' is missing" in said["error"]


def test_a_page_that_a_change_takes_away_before_it_is_read_is_made_again(tmp_path):
    """MkDocs waits for a rebuild after the page was made and before it reads it."""
    builder = SimpleNamespace(
        refresh=lambda: None,
        comparison=None,
        has_changed=lambda council: False,
        tasks=[PageTask(("councils/conwy/",), iter)],
        writer=lambda: SimpleNamespace(write=lambda *_: [(tmp_path / "page").write_text("") or tmp_path / "page"]),
    )
    config = SimpleNamespace(config_file_path=__file__, docs_dir=tmp_path, theme=SimpleNamespace(dirs=[]))
    rebuilds = [lambda: server.builder()]

    def read(environ, start_response):
        while rebuilds:
            rebuilds.pop()()
        start_response("200 OK" if (tmp_path / "page").exists() else "404 Not Found", [])
        return []

    server = SimpleNamespace(serve_request=read, mount_path="/", set_app=lambda app: setattr(server, "app", app))
    serve(server, builder, None, config, lambda app: app)
    statuses = []
    asked = {"REQUEST_METHOD": "GET", "PATH_INFO": "/councils/conwy/"}
    server.app(asked, lambda status, headers: statuses.append(status))
    assert statuses == ["200 OK"]

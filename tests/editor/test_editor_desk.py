"""The translator's desk by keyboard: a queue, checks while typing and reasons against them, terms, words looked up."""

import shutil
import threading
from datetime import date
from wsgiref.simple_server import WSGIRequestHandler, make_server

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from protocolau.editor.application import Editor
from protocolau.editor.page_addition import PREFIX
from protocolau.editor.request_guard import RequestGuard
from protocolau.repository.repository import ProtocolRepository
from tests.browsing import SPILT, held
from tests.conftest import ROOT
from tests.editor_preview import press_until
from tests.rendering import THEME

BARROW = "barrow/2019-07-16.cy.yml"


class Quiet(WSGIRequestHandler):
    """Says nothing of requests."""

    def log_message(self, *_):
        pass


def nothing(environ, start_response):
    """Has no pages."""
    start_response("404 Not Found", [])
    return []


@pytest.fixture(scope="module")
def protocols(tmp_path_factory):
    folder = tmp_path_factory.mktemp("desk") / "protocols"
    shutil.copytree(ROOT / "protocols", folder)
    return folder


@pytest.fixture(scope="module")
def desk(protocols):
    """The address of an editor over protocols on a disk, with no pages behind it."""
    library = ProtocolRepository(protocols).load(date(2026, 1, 1))
    with make_server("127.0.0.1", 0, nothing, handler_class=Quiet) as server:
        guard = RequestGuard(server.server_port, "token")
        server.set_app(Editor(server.get_app(), lambda: library, THEME, guard, "/"))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}desk"
        server.shutdown()


def unit(protocols, name: str) -> dict:
    return yaml.safe_load((protocols / BARROW).read_text("utf-8"))["units"][name]


def queued(page, desk, language: str, **asked: str) -> None:
    """The queue, asked for something by keyboard."""
    t = THEME.messages[language]
    page.goto(f"{desk}?language={language}")
    expect(page.locator("h1")).to_have_text(t("desk.title"))
    for name, value in asked.items():
        page.locator(f"select[name={name}]").select_option(value)
    page.get_by_role("button", name=t("desk.show")).press("Enter")
    page.wait_for_url("**state=**")


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_translator_works_through_the_queue(desk, protocols, page, language):
    t = THEME.messages[language]
    queued(page, desk, language, council="barrow", state="draft")
    rows = page.locator(".queue > li")
    names = [row.get_attribute("data-unit") for row in rows.all()]
    expect(page.locator(".desk-count")).to_have_text(t("desk.count", n=len(names)))
    first = unit(protocols, names[0])
    press_until(page, "Tab", ".queue .edit-button")
    page.keyboard.press("Enter")
    target = page.get_by_label(t("translation.cy"))
    expect(target).to_be_focused()
    page.keyboard.press("Control+End")
    page.keyboard.type(" 1999")
    remark = page.locator(".edit-remarks li").filter(has_text=t("edit.check.numbers"))
    expect(remark).to_be_visible()
    assert unit(protocols, names[0]) == first  # checked, and not saved
    faults = Axe().run(page).response["violations"]
    assert [(one["id"], node["html"]) for one in faults for node in one["nodes"]] == []
    remark.get_by_role("button").press("Enter")
    expect(page.locator(".edit-reason")).to_be_focused()
    page.keyboard.type("A year: for a test.")
    expect(remark).to_have_count(0)
    page.keyboard.press("Control+Shift+Enter")
    expect(rows.nth(1).locator(".edit-form")).to_be_visible()
    expect(page.locator(".edit-form")).to_have_count(1)
    assert unit(protocols, names[0])["waive"] == {"numbers": "A year: for a test."}
    rows.nth(0).locator(".edit-button").press("Enter")
    expect(target).to_have_value(f"{first['cy']} 1999")
    page.get_by_role("button", name=t("edit.unwaive")).press("Enter")
    expect(remark).to_be_visible()
    target.fill(first["cy"])
    page.keyboard.press("Control+Enter")
    expect(rows.nth(0).locator(".edit-button")).to_be_focused()
    assert unit(protocols, names[0]) == first


def test_who_goes_on_while_a_form_is_fetched_stays_there(desk, page):
    queued(page, desk, "cy", council="barrow", state="draft")
    buttons = page.locator(".queue .edit-button")
    with held(page, "**/-edit/unit?*"):
        buttons.nth(1).press("Enter")
        page.keyboard.press("Shift+Tab")
        gone_on = page.locator(":focus").evaluate("e => e.outerHTML")
    expect(page.locator(".edit-form")).to_be_visible()
    assert page.locator(":focus").evaluate("e => e.outerHTML") == gone_on
    buttons.nth(0).press("Enter")
    expect(page.get_by_label(THEME.messages["cy"]("translation.cy"))).to_be_focused()


def test_a_row_says_that_its_words_are_not_saved(desk, page):
    queued(page, desk, "cy", council="barrow", state="draft")
    row = page.locator(".queue > li").nth(3)
    row.locator(".edit-button").press("Enter")
    page.get_by_label(THEME.messages["cy"]("translation.cy")).fill("Heb ei orffen")
    page.keyboard.press("Escape")
    expect(row).to_contain_text(THEME.messages["cy"]("edit.not_saved"))
    page.reload()
    expect(row.locator(".edit-unsaved")).to_be_visible()
    expect(page.locator(".edit-unsaved:visible")).to_have_count(1)
    row.locator(".edit-button").press("Enter")
    page.get_by_role("button", name=THEME.messages["cy"]("edit.reset")).press("Enter")
    page.keyboard.press("Escape")
    expect(row.locator(".edit-unsaved")).to_be_hidden()


def test_the_queue_has_what_a_check_remarks_on(desk, page):
    queued(page, desk, "cy", state="", check="any")
    expect(page.locator("main")).to_contain_text(THEME.messages["cy"]("desk.nothing"))


@pytest.mark.parametrize("language", ["en", "cy"])
def test_the_queue_fits_a_phone_whatever_a_council_is_called(desk, page, language):
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"{desk}?language={language}&state=draft")
    assert page.evaluate(SPILT) == []
    page.evaluate("document.querySelector('option').textContent = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysilio'")
    assert page.evaluate(SPILT) == []


def test_where_one_types_is_seen_on_a_phone(desk, page):
    page.set_viewport_size({"width": 320, "height": 400})
    queued(page, desk, "cy", council="conwy", state="draft")
    target = page.get_by_label(THEME.messages["cy"]("translation.cy"))
    rows = page.locator(".queue > li")
    longest = max(range(rows.count()), key=lambda place: len(rows.nth(place).inner_text()))
    rows.nth(longest).locator(".edit-button").press("Enter")
    expect(target).to_be_focused()
    expect(target).to_be_in_viewport()
    expect(page.locator("label[for='-edit-target']")).to_be_in_viewport(ratio=1)


def test_a_term_is_put_in_with_a_key_and_words_are_looked_up(desk, page):
    t = THEME.messages["cy"]
    queued(page, desk, "cy", council="conwy", state="draft")
    page.locator("[data-unit='8.5'] .edit-button, [data-unit='8.5 s1'] .edit-button").first.press("Enter")
    target = page.get_by_label(t("translation.cy"))
    old = target.input_value()
    target.fill("Mae")
    page.keyboard.press("F2")
    term = page.locator(":focus").inner_text()
    page.keyboard.press("1")
    expect(target).to_have_value(f"Mae {term}")
    expect(target).to_be_focused()
    target.fill("swyddogion")
    target.select_text()
    page.keyboard.press("F4")
    expect(page.locator(".edit-lookup")).to_have_value("swyddogion")
    expect(page.locator(".edit-found li").first).to_contain_text("wyddogion")
    page.keyboard.press("Escape")
    expect(target).to_be_focused()
    page.locator(".edit-history summary").press("Enter")
    expect(page.locator(".edit-history div")).to_contain_text(t("edit.history.no_git"))
    page.get_by_role("button", name=t("edit.close")).press("Enter")
    page.locator("[data-unit='8.5'] .edit-button, [data-unit='8.5 s1'] .edit-button").first.press("Enter")
    page.get_by_role("button", name=t("edit.reset")).press("Enter")
    expect(target).to_have_value(old)

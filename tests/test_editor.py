"""Translations edited on the page itself: by hand in a browser, refused to everybody else, absent from the site."""

import difflib
import functools
import gc
import http.client
import io
import json
import logging
import re
import socket
import subprocess
import weakref
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlencode

import pytest
import yaml
from playwright.sync_api import expect

from protocolau.editor.application import Editor, with_editor
from protocolau.editor.page_addition import PREFIX
from protocolau.editor.request_guard import LARGEST, TOKEN, RequestGuard
from protocolau.host.preview import serve
from protocolau.publish.page_tasks import PageTask
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.checks import WAIVABLE
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from tests.conftest import copy_project, program
from tests.rendering import THEME
from tests.test_preview import PATIENCE, Preview

expect.set_options(timeout=PATIENCE * 1000)

EN, CY = THEME.messages["en"], THEME.messages["cy"]
CONWY = "protocols/conwy/undated.cy.yml"
REMARK = "    # Kept: a remark of the translator's.\n"
STALE = "6.2"
"""A clause of Conwy whose translation the fixture makes from another text."""
ABER = {
    "council.yml": "name: {en: Aber, cy: Aber}\nshort_name: {en: Aber, cy: Aber}\nkind: town\nnation: wales\n",
    "undated.yml": """\
title: Protocol
language: cy
body:
  - number: "1."
    heading: Diben
    provisions:
      - number: "1.1"
        text: Mae'r protocol hwn yn rhoi arweiniad i aelodau a swyddogion.
""",
}


@contextmanager
def served(project: Path):
    """A running preview of a project."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [program("mkdocs"), "serve", "--no-strict", "--dev-addr", f"127.0.0.1:{port}"]
    with (project / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=project, stdout=log, stderr=log)
    preview = Preview(project, port)
    try:
        preview.wait_for("cy/councils/conwy/", "8.7")
        yield preview
    finally:
        process.terminate()
        process.wait()


def prepared(project: Path) -> str:
    """Gives Conwy's translation a remark and a stale clause, and the memory a text near 8.7, which is returned."""
    protocols = project / "protocols"
    library = ProtocolRepository(protocols).load(date(2026, 1, 1))
    conwy, halewood = library.version_shown("conwy"), library.version_shown("halewood")
    units = conwy.translations["cy"].units
    source = conwy.units["8.7"].replace("for specific information", "for very specific information")
    suggested = units["8.7"].target.replace("benodol", "benodol iawn")
    save(path_of(halewood, "cy"), halewood, "cy", [UnitChange("3.1.d", source, suggested, "draft")])
    old = UnitChange(STALE, f"Formerly {conwy.units[STALE]}", units[STALE].target, "draft")
    save(path_of(conwy, "cy"), conwy, "cy", [old])
    path = project / CONWY
    path.write_text(path.read_text("utf-8").replace('  "8.7":\n', f'  "8.7":\n{REMARK}'), "utf-8")
    return suggested


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    project = copy_project(tmp_path_factory.mktemp("editor") / "project")
    (project / "protocols/aber").mkdir()
    for name, text in ABER.items():
        (project / "protocols/aber" / name).write_text(text, "utf-8")
    return project


@pytest.fixture(scope="module")
def suggested(project) -> str:
    return prepared(project)


@pytest.fixture(scope="module")
def preview(project, suggested):
    with served(project) as preview:
        yield preview


def unit(preview: Preview, name: str, file: str = CONWY) -> dict | None:
    return yaml.safe_load((preview.project / file).read_text("utf-8"))["units"].get(name)


def changed_lines(before: str, after: str) -> list[str]:
    lines = difflib.unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm="")
    return [line for line in lines if re.match(r"[+-] ", line)]


def holder(page, anchor: str, words: str = "p"):
    return page.locator(f"[id='{anchor}'] > {words}")


def press_until(page, key: str, place: str) -> None:
    """Presses a key until the focus is on an element that matches a selector."""
    for _ in range(40):
        if page.evaluate("place => document.activeElement.matches(place)", place):
            return
        page.keyboard.press(key)
    raise AssertionError(f"{key} never leads to {place}")


# ---- by hand


def test_a_clause_is_edited_by_keyboard_alone(preview, page, suggested):
    before = (preview.project / CONWY).read_text("utf-8")
    old = unit(preview, "8.7")["cy"]
    page.goto(f"{preview.url}cy/councils/conwy/#8.7")
    page.keyboard.press("Tab")
    press_until(page, "Tab", "[id='8.7'] .edit-button")
    expect(page.locator(":focus")).to_have_accessible_name(f"{CY('edit.open')}: 8.7")
    page.keyboard.press("Enter")
    expect(page.locator(".edit-form textarea")).to_be_focused()
    expect(page.locator(".edit-form textarea")).to_have_value(old)
    press_until(page, "Tab", "[data-take]")
    page.keyboard.press("Enter")
    expect(page.locator(".edit-form textarea")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(page.locator(".edit-form textarea")).to_have_value(old)
    page.keyboard.press("Control+Shift+z")
    expect(page.locator(".edit-form textarea")).to_have_value(suggested)
    page.keyboard.press("Control+Enter")
    expect(holder(page, "8.7")).to_contain_text("benodol iawn")
    expect(page.locator("[id='8.7'] .edit-button")).to_be_focused()
    expect(page.locator("[id='8.7'] > p")).to_be_in_viewport()
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saved"))
    assert page.url.endswith("#8.7")
    after = (preview.project / CONWY).read_text("utf-8")
    assert changed_lines(before, after) == [f"-    cy: {old}", f"+    cy: {suggested}"]
    assert REMARK in after


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


def marked(page, look: str) -> str:
    """The words of the page that are marked, in one line."""
    return " ".join(page.evaluate("look => [...CSS.highlights.get(look)][0].toString()", look).split())


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


def test_a_stale_text_shows_what_has_changed_and_is_current_once_saved(preview, page):
    page.goto(f"{preview.url}councils/conwy/bilingual/#{STALE}")
    page.locator(f"[id='{STALE}'] .edit-button").click()
    expect(page.locator(".edit-changes del")).to_have_text(f"{EN('deleted')} Formerly ")
    page.get_by_label(EN("translation.cy")).press("Control+Enter")
    expect(page.locator(f"[id='{STALE}'] .state")).to_have_count(0)
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
    expect(page.locator(".edit-terms")).to_contain_text("member → aelod, aelodau")
    expect(page.locator(".edit-memory")).to_contain_text(re.compile(r"Likeness: 9\d%\. From: Halewood 3\.1\(d\)\."))
    expect(page.locator(".edit-memory ins, .edit-memory del").first).to_contain_text("very")


def test_a_protocol_adopted_in_welsh_is_translated_into_english(preview, page):
    page.goto(f"{preview.url}councils/aber/")
    page.locator("[id='1.1'] .edit-button").click()
    expect(page.locator(".edit-words")).to_have_attribute("lang", "cy")
    page.get_by_label(EN("translation.en")).fill("This protocol guides members and officers.")
    page.get_by_label(EN("translation.en")).press("Control+Enter")
    expect(holder(page, "1.1")).to_contain_text("This protocol guides")
    assert unit(preview, "1.1", "protocols/aber/undated.en.yml") == {
        "cy": "Mae'r protocol hwn yn rhoi arweiniad i aelodau a swyddogion.",
        "en": "This protocol guides members and officers.",
    }


# ---- when something goes wrong


def test_a_file_that_has_changed_is_not_overwritten_unasked(preview, page):
    page.route("**/livereload/**", lambda route: route.abort())
    page.goto(f"{preview.url}cy/councils/conwy/#8.2")
    page.locator("[id='8.2'] > p .edit-button").click()
    target = page.get_by_label(CY("translation.cy"))
    theirs, mine = f"Eu testun hwy. {unit(preview, '8.2')['cy']}", f"Fy nhestun i. {unit(preview, '8.2')['cy']}"
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
    page.get_by_role("button", name=CY("edit.save")).click()
    expect(page.locator(".edit-status")).to_have_text(CY("edit.saving"))
    assert unit(preview, "8.2")["cy"] == mine


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


ERRORS = {
    " ": CY("edit.error.empty"),
    "Rhyw *beth": CY("edit.error.stars"),
    "Rhyw\u200bbeth": CY("edit.error.character", code="U+200B"),
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
    publisher = SimpleNamespace(
        refresh=lambda: None,
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
    serve(server, publisher, None, config, lambda app: app)
    statuses = []
    server.app({"PATH_INFO": "/councils/conwy/"}, lambda status, headers: statuses.append(status))
    assert statuses == ["200 OK"]


# ---- from elsewhere


def where(name: str = "8.7", **others: str) -> str:
    asked = {"council": "conwy", "version": "undated", "unit": name, "language": "en", **others}
    return f"{PREFIX}unit?{urlencode(asked)}"


@functools.cache
def setup(preview: Preview) -> dict:
    """What a page tells its script."""
    return json.loads(re.search(r'id="-edit">(.*?)</script>', preview.get("councils/conwy/"))[1])


def host(preview: Preview) -> str:
    return preview.url.removeprefix("http://").rstrip("/")


def ask(preview: Preview, method: str, path: str, body: bytes = b"", **headers: str) -> tuple[int, dict, dict]:
    """Asks as a page of the preview does, but for the headers given; those that are empty are left out."""
    own = {TOKEN: setup(preview)["token"], "Origin": preview.url.rstrip("/"), "Host": host(preview)}
    sent = {"Content-Type": "application/json", **own, **{key.replace("_", "-"): to for key, to in headers.items()}}
    connection = http.client.HTTPConnection(host(preview), timeout=10)
    connection.request(method, path, body, {key: value for key, value in sent.items() if value})
    answer = connection.getresponse()
    said = answer.read()
    connection.close()
    is_json = answer.getheader("Content-Type") == "application/json"
    return answer.status, json.loads(said) if is_json else {"text": said.decode()}, dict(answer.getheaders())


def get(preview: Preview, path: str) -> tuple[int, dict]:
    return ask(preview, "GET", path)[:2]


def fields(preview: Preview, **others: object) -> bytes:
    """What the form sends."""
    form = get(preview, where())[1]["form"]
    opened = re.search(r'data-opened="(\w+)"', form)[1]
    return json.dumps({"opened": opened, "target": "Newydd.", "state": "draft", "note": "", **others}).encode()


REFUSED = {
    "no token": (403, {TOKEN.replace("-", "_"): ""}, {}),
    "another token": (403, {TOKEN.replace("-", "_"): "x" * 43}, {}),
    "a token of other letters": (403, {TOKEN.replace("-", "_"): "ŵ".encode().decode("latin-1")}, {}),
    "no origin": (403, {"Origin": ""}, {}),
    "a foreign origin": (403, {"Origin": "http://evil.example"}, {}),
    "an origin of another port": (403, {"Origin": "http://127.0.0.1:1"}, {}),
    "a secure origin": (403, {"Origin": "https://{host}"}, {}),
    "an opaque origin": (403, {"Origin": "null"}, {}),
    "a foreign host": (403, {"Host": "evil.example", "Origin": "http://evil.example"}, {}),
    "a foreign host of our port": (403, {"Host": "evil.example:{port}", "Origin": "http://evil.example:{port}"}, {}),
    "a form": (415, {"Content_Type": "application/x-www-form-urlencoded"}, {}),
    "plain text": (415, {"Content_Type": "text/plain"}, {}),
    "too much": (413, {}, {"target": "x" * LARGEST}),
    "an unknown state": (400, {}, {"state": "adopted"}),
    "a number": (400, {}, {"target": 1}),
    "a file that has changed": (409, {}, {"opened": "0" * 64}),
    "nothing": (422, {}, {"target": " \n "}),
    "half a character": (422, {}, {"target": "\ud800"}),
    "a character of control": (422, {}, {"note": "\x07"}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_does_not_come_from_our_form_is_refused(preview, case):
    status, headers, changed = REFUSED[case]
    port = host(preview).rpartition(":")[2]
    sent = {key: value.format(host=host(preview), port=port) for key, value in headers.items()}
    before = (preview.project / CONWY).read_bytes()
    answer, said, _ = ask(preview, "POST", where(), fields(preview, **changed), **sent)
    assert (answer, list(said)) == (status, ["error"])
    assert (preview.project / CONWY).read_bytes() == before


@pytest.mark.parametrize(
    "others",
    [
        {"name": "99.9"},
        {"council": "nowhere"},
        {"council": "../conwy"},
        {"council": "vocabulary"},
        {"version": "../conwy/undated"},
        {"version": "undated.cy"},
        {"version": ""},
    ],
)
def test_what_the_library_does_not_have_is_not_looked_for(preview, others):
    for method, body in (("GET", b""), ("POST", fields(preview))):
        assert ask(preview, method, where(**others), body)[:2] == (
            404,
            {"error": EN("edit.error.unknown")},
        )


def test_other_methods_and_places_are_refused(preview):
    for method in ("PUT", "DELETE", "PATCH", "OPTIONS"):
        status, _, headers = ask(preview, method, where(), fields(preview))
        assert (status, headers["Allow"]) == (405, "GET, POST")
    assert ask(preview, "POST", f"{PREFIX}edit.js", fields(preview))[0] == 405
    for path in ("", "form.html", "../words.yml", "%2e%2e/words.yml"):
        assert get(preview, PREFIX + path)[0] == 404
    assert ask(preview, "POST", where(), b"{")[0] == ask(preview, "POST", where(), b"[" * 60000)[0] == 400


def test_no_other_origin_may_read_an_answer(preview):
    for method, body in (("GET", b""), ("POST", fields(preview, opened="")), ("OPTIONS", b"")):
        headers = ask(preview, method, where(), body)[2]
        assert not [name for name in headers if name.lower().startswith("access-control")]


def test_the_token_is_told_to_nobody_who_asks_by_a_foreign_name(preview):
    path = "/councils/conwy/"
    for name in (host(preview), f"localhost:{preview.url.rstrip('/').rpartition(':')[2]}"):
        assert setup(preview)["token"] in ask(preview, "GET", path, Host=name)[1]["text"]
    for name in ("evil.example", f"evil.example:{host(preview).rpartition(':')[2]}", "127.0.0.1"):
        text = ask(preview, "GET", path, Host=name)[1]["text"]
        assert "<h1" in text
        assert setup(preview)["token"] not in text


def test_only_pages_of_protocols_can_be_edited(preview):
    for address in ("", "cy/", "councils/", "topics/", "about/", "councils/conwy/protocol.json", "cy/translation/"):
        assert PREFIX not in preview.get(address)
    for address in ("councils/conwy/", "cy/councils/conwy/undated/", "cy/councils/conwy/bilingual/"):
        assert preview.get(address).count(f"{PREFIX}edit.js") == 1


def test_a_preview_that_others_can_reach_has_no_editor_and_says_so(caplog):
    def app(environ, start_response):
        return []

    caplog.set_level(logging.WARNING)
    for reachable in ("0.0.0.0", "::", "192.168.1.2", "example.org"):
        assert with_editor(app, None, THEME, (reachable, 8000), "/") is app
        assert f"The preview listens on {reachable}" in caplog.text
    for own in ("127.0.0.1", "::1", "localhost"):
        assert with_editor(app, None, THEME, (own, 8000), "/") is not app


def test_no_library_and_no_vocabulary_outlives_the_next(library):
    """The preview reads them again after every change of a file."""
    current, known = library, []
    editor = Editor(lambda *_: [], lambda: current, THEME, RequestGuard(8000, "token"), "/")
    asked = {"PATH_INFO": f"{PREFIX}unit", "REQUEST_METHOD": "GET", "QUERY_STRING": where().partition("?")[2]}
    asked |= {"HTTP_HOST": "127.0.0.1:8000", f"HTTP_{TOKEN.upper().replace('-', '_')}": "token"}
    for _ in range(5):
        current = replace(library, vocabulary=replace(library.vocabulary))
        known += [weakref.ref(current), weakref.ref(current.vocabulary)]
        answer = b"".join(editor({**asked, "wsgi.input": io.BytesIO()}, lambda *_: None))
        assert "edit-form" in json.loads(answer)["form"]
    gc.collect()
    assert [reference() for reference in known if reference()] == [current, current.vocabulary]


def test_the_built_site_knows_nothing_of_it(site):
    for path in site.rglob("*"):
        if path.is_file():
            assert not re.search(rb"-edit/|edit\.(js|css)|edit-(form|button)|" + TOKEN.encode(), path.read_bytes()), (
                path
            )
            assert "edit" not in path.relative_to(site).parts[0]


def test_every_check_has_a_name_in_both_languages():
    for words in (EN, CY):
        assert all(words(f"edit.check.{check}") for check in (*WAIVABLE, "unused-waiver", "stale"))

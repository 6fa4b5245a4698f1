"""What is asked of the editor by programs: refused to everybody but its own pages, absent from the built site."""

import errno
import gc
import io
import json
import logging
import os
import re
import weakref
from dataclasses import replace
from datetime import date
from http.client import HTTPConnection
from urllib.parse import urlencode

import pytest

from protocolau.editor.application import Editor, with_editor
from protocolau.editor.edited_unit import edited_unit
from protocolau.editor.page_addition import PREFIX
from protocolau.editor.request_guard import LARGEST, TOKEN_HEADER, RequestGuard
from protocolau.repository.repository import ProtocolRepository
from protocolau.translation.checks import WAIVABLE
from protocolau.translation.editing import translation_file
from tests.conftest import copy_project
from tests.editor_preview import CONWY, CY, EN, ask, fields, get, host, setup, where
from tests.rendering import THEME


@pytest.fixture
def preview(edited):
    return edited


REFUSED = {
    "no token": (403, {TOKEN_HEADER.replace("-", "_"): ""}, {}),
    "another token": (403, {TOKEN_HEADER.replace("-", "_"): "x" * 43}, {}),
    "a token of other letters": (403, {TOKEN_HEADER.replace("-", "_"): "ŵ".encode().decode("latin-1")}, {}),
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
    "reasons that are none": (400, {}, {"waive": "numbers"}),
    "a check that is none": (400, {}, {"waive": {"nombers": "Why."}}),
    "a file that has changed": (409, {}, {"opened": "0" * 64}),
    "nothing": (422, {}, {"target": " \n "}),
    "half a character": (422, {}, {"target": "\ud800"}),
    "a character of control": (422, {}, {"note": "\x07"}),
    "a character of control in a reason": (422, {}, {"waive": {"numbers": "\x07"}}),
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


@pytest.mark.parametrize("length", ["9" * 5_000, "-1", "x", "1e3"])
def test_a_length_that_is_none_is_refused(preview, length):
    connection = HTTPConnection(host(preview), timeout=20)
    connection.putrequest("POST", where())
    connection.putheader("Content-Length", length)
    connection.endheaders()
    answer = connection.getresponse()
    assert (answer.status, list(json.load(answer))) == (403, ["error"])


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
    for address in ("", "cy/", "councils/", "topics/", "about/", "councils/conwy/protocol.json"):
        assert PREFIX not in preview.get(address)
    for address in ("councils/conwy/", "cy/councils/conwy/undated/", "cy/councils/conwy/bilingual/", "cy/translation/"):
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
    asked |= {"HTTP_HOST": "127.0.0.1:8000", f"HTTP_{TOKEN_HEADER.upper().replace('-', '_')}": "token"}
    for _ in range(5):
        current = replace(library, vocabulary=replace(library.vocabulary))
        known += [weakref.ref(current), weakref.ref(current.vocabulary)]
        answer = b"".join(editor({**asked, "wsgi.input": io.BytesIO()}, lambda *_: None))
        assert "edit-form" in json.loads(answer)["form"]
    gc.collect()
    assert [reference() for reference in known if reference()] == [current, current.vocabulary]


@pytest.mark.parametrize("language", ["en", "cy"])
def test_a_page_that_cannot_be_shown_says_why(preview, language):
    council = preview.project / "protocols/barrow/2019-07-16.yml"
    good = council.read_text("utf-8")
    council.write_text(good.replace("language: en", "langwage: en", 1), "utf-8")
    unknown = THEME.messages[language]("edit.error.unknown")
    for version, status, said in (("2019-07-16", 422, "2019-07-16.yml:2: "), ("none", 404, unknown)):
        query = urlencode({"council": "barrow", "version": version, "language": language})
        answered, content, headers = ask(preview, "GET", f"{PREFIX}review?{query}")
        assert (answered, headers["Content-Type"]) == (status, "text/html; charset=utf-8")
        told = re.search(r'<html lang="(\w+)">.*<p role="alert">(.*?)</p>', content["text"], re.DOTALL)
        assert told[1] == language and said in told[2]
    council.write_text(good, "utf-8")


def test_what_the_system_refuses_is_told_in_the_language_of_the_page(monkeypatch, tmp_path):
    library = ProtocolRepository(copy_project(tmp_path / "project") / "protocols").load(date(2026, 1, 1))
    editor = Editor(lambda *_: [], lambda: library, THEME, RequestGuard(8000, "token"), "/")
    name = {"council": "conwy", "version": "undated", "unit": "8.7", "language": "cy"}
    opened = edited_unit(library, name).fingerprint
    sent = json.dumps({"opened": opened, "target": "Newydd.", "state": "draft", "note": "", "waive": {}}).encode()
    asked = {"PATH_INFO": f"{PREFIX}unit", "REQUEST_METHOD": "POST", "QUERY_STRING": urlencode(name)}
    asked |= {"CONTENT_TYPE": "application/json", "CONTENT_LENGTH": str(len(sent)), "wsgi.input": io.BytesIO(sent)}
    asked |= {"HTTP_HOST": "127.0.0.1:8000", "HTTP_ORIGIN": "http://127.0.0.1:8000", "HTTP_X_EDIT_TOKEN": "token"}

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(translation_file.os, "replace", full)
    said = json.loads(b"".join(editor(asked, lambda *_: None)))["error"]
    assert said.replace("’", "'") == "Ni ellir cadw hyn: nid oes lle ar ôl ar y ddisg."


def test_the_built_site_knows_nothing_of_it(site):
    for path in site.rglob("*"):
        if path.is_file():
            of_editor = rb"-edit/|edit\.(js|css)|edit-(form|button)|" + TOKEN_HEADER.encode()
            assert not re.search(of_editor, path.read_bytes()), path
            assert "edit" not in path.relative_to(site).parts[0]


def test_every_check_has_a_name_in_both_languages():
    for words in (EN, CY):
        assert all(words(f"edit.check.{check}") for check in (*WAIVABLE, "unused-waiver", "stale"))

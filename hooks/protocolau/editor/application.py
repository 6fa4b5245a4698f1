"""Translations edited on the page itself: in the preview alone, on this machine alone.

GET  /-edit/edit.js, /-edit/form.js, /-edit/edit.css …    what a protocol's pages load besides their own
GET  /-edit/unit?council=…&version=…&unit=…&language=…    {"form"}: the form for a unit, in a language
POST the same, {"opened", "target", "state", "note",      {"changed", "remarks", "state", "says", "opened"}: the unit
                "waive": {check: reason}}                 is saved
POST /-edit/check?…, the same                             {"html"}: what the checks say of it; nothing is saved
GET  /-edit/concordance?…&words=…                         {"html"}: where these words have been translated
GET  /-edit/history?…                                     {"html"}: how the unit has stood, from git

The queue and the review of a version beside its document answer below the same path: see queue.py and review/desk.py.

Whatever is refused is answered with {"error"}: one line in that language, or in the place of a page with one that says
it. A page in another tab cannot write: it does not know the token, which stands only in pages asked for by this
preview's own name (so that a foreign name that leads to this machine learns nothing), and its origin is not ours.
"""

import json
import logging
import secrets
from collections.abc import Callable, Iterable
from http import HTTPStatus
from threading import Lock
from urllib.parse import parse_qsl
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from protocolau.editor.answers import Answer, send, send_with_addition
from protocolau.editor.browser_files import EditAnswer
from protocolau.editor.edited_unit import edited_unit
from protocolau.editor.form import form, past_of, places_with, remarks_on
from protocolau.editor.page_addition import PREFIX, page_addition, setup_of_form
from protocolau.editor.queue import queue_page
from protocolau.editor.request_guard import Refusal, RequestGuard, body_of, fields_of, json_of
from protocolau.editor.review.desk import ReviewDesk
from protocolau.editor.saving import save_unit
from protocolau.editor.translation_aids import TranslationAids
from protocolau.language import LANGUAGES
from protocolau.library.library import Library
from protocolau.read.messages import said_in, told_in
from protocolau.read.problem import Problem
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme

log = logging.getLogger("mkdocs.hooks.protocolau")

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_SCRIPT, _STYLE = "text/javascript; charset=utf-8", "text/css; charset=utf-8"
_FILES = {
    "edit.js": _SCRIPT,
    "form.js": _SCRIPT,
    "drafts.js": _SCRIPT,
    "desk.js": _SCRIPT,
    "desk.css": _STYLE,
    "edit.css": _STYLE,
    "review.js": _SCRIPT,
    "review.css": _STYLE,
    "focus.js": _SCRIPT,
}
_PAGES = {"review": "review.open", "desk": "desk.title"}
"""The pages below this path, and the words for what each is."""
_OF_THE_SITE = frozenset({"focus.js"})
"""Those of them that lie with the scripts of the site."""


def with_editor(
    app: WSGIApplication, library: Callable[[], Library], theme: Theme, address: tuple[str, int], mount: str
) -> WSGIApplication:
    """The preview's application with the editor in front; as it was where others than this machine can reach it.

    `library` gives the library as it stands at the moment, `address` is the host and port to which the
    preview is bound, `mount` the path below which its pages lie.
    """
    host, port = address
    if host not in _LOOPBACK:
        log.warning("The preview listens on %s, which others can reach: translations cannot be edited in it.", host)
        return app
    return Editor(app, library, theme, RequestGuard(port, secrets.token_urlsafe(32)), mount)


class Editor:
    """Answers what the forms ask, and hands every other request on; adds itself to the pages of protocols."""

    def __init__(
        self, app: WSGIApplication, library: Callable[[], Library], theme: Theme, guard: RequestGuard, mount: str
    ):
        self._app, self._library, self._theme = app, library, theme
        self._guard, self._mount = guard, mount
        self._aids = TranslationAids(library)
        self._review = ReviewDesk(library, theme, guard.token, PREFIX)
        self._saving = Lock()

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith(PREFIX):
            name = path.removeprefix(PREFIX)
            answer = _answer_file(environ, self._theme, name) if name in _FILES else self._answer(environ, name)
            return send(answer, start_response)
        addition = self._addition(path.removeprefix(self._mount)) if self._guard.is_own_name(environ) else None
        if addition:
            return send_with_addition(self._app, environ, start_response, addition)
        return self._app(environ, start_response)

    def _addition(self, address: str) -> bytes | None:
        return page_addition(self._library(), self._theme, address, self._guard.token)

    def _answer(self, environ: WSGIEnvironment, name: str) -> Answer:
        query = dict(parse_qsl(environ.get("QUERY_STRING", "")))
        language = query.get("language", "")
        messages = self._theme.messages[language if language in LANGUAGES else LANGUAGES[0]]
        status, content = HTTPStatus.OK, EditAnswer()
        try:
            if name in _PAGES:
                return self._page(environ, name, query, messages)
            content = self._content(environ, name, query, messages)
        except Refusal as refusal:
            status, said = refusal.status, _said(refusal, messages)
            if name in _PAGES:
                return self._refused_page(name, status, said, messages)
            content = {"error": said}
        return Answer(status, "application/json", json.dumps(content).encode())

    def _page(self, environ: WSGIEnvironment, name: str, query: dict[str, str], messages: Messages) -> Answer:
        """The page of a review or the queue, asked for by a name that means this machine, for it holds the token."""
        if environ["REQUEST_METHOD"] != "GET" or not self._guard.is_own_name(environ):
            raise Refusal(HTTPStatus.FORBIDDEN, "refused")
        if name == "review":
            page = self._review.page(query, messages)
        else:
            told = setup_of_form(messages, self._guard.token)
            page = queue_page(self._library(), self._aids, self._theme, messages, query, told)
        return Answer(HTTPStatus.OK, "text/html; charset=utf-8", page.encode())

    def _refused_page(self, name: str, status: HTTPStatus, said: str, messages: Messages) -> Answer:
        """What is said to somebody who has gone to a page that cannot be shown."""
        language, title = messages.language, _PAGES[name]
        page = self._theme.render(
            "edit/refused.html", t=messages, language=language, prefix=PREFIX, title=title, said=said
        )
        return Answer(status, "text/html; charset=utf-8", page.encode())

    def _content(self, environ: WSGIEnvironment, name: str, query: dict[str, str], messages: Messages) -> EditAnswer:
        """What a form asks for or sends, once it is known to be one of ours. Raises Refusal."""
        body = body_of(environ)  # also what will be refused: a browser hears no answer before it has sent all
        self._guard.check(environ)
        is_asked = environ["REQUEST_METHOD"] == "GET"
        if name == "provision" and is_asked:
            return self._review.form(query, messages)
        if name == "provision":
            with self._saving:
                return self._review.change(query, json_of(environ, body), messages)
        if is_asked:
            return self._answer_to(name, query, messages)
        fields = fields_of(environ, body)
        if name == "check":
            edited = edited_unit(self._library(), query)
            return {"html": remarks_on(edited, fields, self._aids, self._theme, messages)}
        if name != "unit":
            raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
        with self._saving:
            return save_unit(edited_unit(self._library(), query), fields, self._aids, messages)

    def _answer_to(self, name: str, query: dict[str, str], messages: Messages) -> EditAnswer:
        """What a form asks for that is about to be opened, or is open. Raises Refusal."""
        if name not in ("unit", "concordance", "history"):
            raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
        edited = edited_unit(self._library(), query)
        if name == "concordance":
            return {"html": places_with(edited, query.get("words", ""), self._aids, self._theme, messages)}
        if name == "history":
            return {"html": past_of(edited, self._theme, messages)}
        return {"form": form(edited, self._aids, self._theme, messages)}


def _said(refusal: Refusal, messages: Messages) -> str:
    """Why something is refused, in one line."""
    values = dict(refusal.values)
    n = values.pop("n", None)
    if "what" in values:
        values["what"] = _told(values["what"], messages.language)
    return messages(f"edit.error.{refusal.word}", n if isinstance(n, int) else None, **values)


def _told(what: object, language: str) -> str:
    """What is wrong, a fault with its place, its words and its remedy or its words alone, in a language."""
    if isinstance(what, tuple):
        return "; ".join(said_in(words, language) for words in what)
    return str(told_in(what, language)) if isinstance(what, Problem) else said_in(str(what), language)


def _answer_file(environ: WSGIEnvironment, theme: Theme, name: str) -> Answer:
    if environ["REQUEST_METHOD"] != "GET":
        return Answer(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b"")
    folder = theme.folder / ("assets" if name in _OF_THE_SITE else "edit")
    return Answer(HTTPStatus.OK, _FILES[name], (folder / name).read_bytes())

"""What the review answers.

GET  /-edit/review?council=…&version=…&language=…                the page; with order=document in its order
GET  /-edit/provision?…&at=…                                     {"form"}: the form for a provision
POST /-edit/provision?…&at=…  {"opened", "do", …fields}          {"next"}: what was asked is written

What may be asked for: "confirm", the name of a move, "publish" and "undo", which puts back what the last change that
was made here replaced, as long as nobody else has changed the file.
"""

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus

from protocolau.editor.browser_files import EditAnswer
from protocolau.editor.request_guard import Refusal
from protocolau.editor.review.changes import MOVES, confirmed, moved, published, write
from protocolau.editor.review.page import review_form, review_page, suggester_for
from protocolau.editor.review.reviewed_version import DOUBT, ReviewedVersion, reviewed_version
from protocolau.importing.suggestions.suggester import Suggester
from protocolau.library.library import Library
from protocolau.render.messages import Messages
from protocolau.render.theme import Theme
from protocolau.repository.editing.version_text import VersionText

_MOST_UNDONE = 100


class ReviewDesk:
    """Reads, shows and writes versions, and remembers what it has replaced."""

    def __init__(self, library: Callable[[], Library], theme: Theme, token: str, prefix: str):
        self._library, self._theme, self._token, self._prefix = library, theme, token, prefix
        self._replaced: dict[str, list[tuple[VersionText, str]]] = {}
        """By path what stood in a file before each change, and what has stood there since."""
        self._suggester: tuple[Library, str, Suggester | None] | None = None

    def page(self, query: Mapping[str, str], messages: Messages) -> str:
        """The page of a version. Raises Refusal."""
        library = self._library()
        reviewed, order = reviewed_version(library, query), query.get("order", DOUBT)
        return review_page(reviewed, library, self._theme, messages, self._token, self._prefix, order)

    def form(self, query: Mapping[str, str], messages: Messages) -> EditAnswer:
        """The form for a provision. Raises Refusal."""
        library = self._library()
        reviewed = reviewed_version(library, query)
        one = reviewed.find(query.get("at", ""))
        suggester = self._suggester_for(library, reviewed)
        return {"form": review_form(reviewed, one, suggester, self._theme, messages, library)}

    def change(self, query: Mapping[str, str], body: bytes, messages: Messages) -> EditAnswer:
        """Writes what is asked for; says where to go on and how much is left. Raises Refusal."""
        library = self._library()
        fields = _fields(body)
        reviewed = reviewed_version(library, query)
        does, at = fields.get("do", ""), query.get("at", "")
        if fields.get("opened") != reviewed.fingerprint:
            raise Refusal(HTTPStatus.CONFLICT, "review.changed")
        before = VersionText(reviewed.document.text)
        undone = self._replaced.setdefault(str(reviewed.version.path), [])
        if does == "undo":
            if not undone or undone[-1][1] != before.text:
                raise Refusal(HTTPStatus.CONFLICT, "review.nothing_to_undo")
            write(reviewed, undone[-1][0], library.vocabulary)
            undone.pop()
        else:
            file = self._asked_for(reviewed, does, at, fields, library, messages.language)
            write(reviewed, file, library.vocabulary)
            undone[:] = [*undone, (before, file.text)][-_MOST_UNDONE:]
        now = reviewed_version(library, query)
        going_on = reviewed.next_after(at, query.get("order", DOUBT), now) if does == "confirm" else None
        return {"next": going_on, "left": now.left}

    def _asked_for(
        self, reviewed: ReviewedVersion, does: str, at: str, fields: Mapping[str, str], library: Library, language: str
    ) -> VersionText:
        if does == "publish":
            return published(reviewed, library.vocabulary)
        one = reviewed.find(at)
        if does in MOVES:
            return moved(reviewed, one, does)
        if does == "confirm":
            return confirmed(reviewed, one, fields, library.vocabulary, language)
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused")

    def _suggester_for(self, library: Library, reviewed: ReviewedVersion) -> Suggester | None:
        version = reviewed.version
        key = f"{version.language} {version.council}"
        known = self._suggester
        if known is None or known[0] is not library or known[1] != key:
            known = (library, key, suggester_for(library, version.language, version.council))
            self._suggester = known
        return known[2]


def _fields(body: bytes) -> dict[str, str]:
    """The fields that our script sends. Raises Refusal for anything else."""
    try:
        sent = json.loads(body)
        if not isinstance(sent, dict) or not all(isinstance(value, str) for value in sent.values()):
            raise ValueError
    except (ValueError, RecursionError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused") from None
    return sent

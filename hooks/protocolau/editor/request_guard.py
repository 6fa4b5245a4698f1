"""Who may write through the preview: its own pages, on this machine, in the form in which they send."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hmac import compare_digest
from http import HTTPStatus
from typing import NamedTuple
from wsgiref.types import InputStream, WSGIEnvironment

TOKEN_HEADER = "X-Edit-Token"
LARGEST = 64 * 1024
"""Bytes of a request. The longest provision has some 3,000."""

_LENGTH = re.compile("[0-9]{1,18}")
"""Bytes as a header states them. More figures than Python takes for a number are no length either."""
_NAMES = ("127.0.0.1", "[::1]", "localhost")


class Refusal(Exception):
    """A request that is not granted: the status of the answer, and the words for it."""

    def __init__(self, status: HTTPStatus, word: str, **values: object):
        super().__init__(word)
        self.status, self.word, self.values = status, word, values


@dataclass(frozen=True, slots=True)
class RequestGuard:
    """Tells requests of this preview's own pages from all others."""

    port: int
    token: str

    def is_own_name(self, environ: WSGIEnvironment) -> bool:
        """Whether the request was sent to this preview by a name that can only mean this machine."""
        names = {f"{name}:{self.port}" for name in _NAMES} | (set(_NAMES) if self.port == 80 else set())
        return str(environ.get("HTTP_HOST", "")).lower() in names

    def check(self, environ: WSGIEnvironment) -> None:
        """Raises Refusal for what no page of this preview would send."""
        if environ["REQUEST_METHOD"] not in ("GET", "POST"):
            raise Refusal(HTTPStatus.METHOD_NOT_ALLOWED, "refused")
        if not (self.is_own_name(environ) and self._is_own_origin(environ) and self._has_token(environ)):
            raise Refusal(HTTPStatus.FORBIDDEN, "refused")

    def _is_own_origin(self, environ: WSGIEnvironment) -> bool:
        """Browsers name the origin of every POST; of a GET only where it is another."""
        own = f"http://{environ['HTTP_HOST']}".lower()
        return str(environ.get("HTTP_ORIGIN", "" if environ["REQUEST_METHOD"] == "POST" else own)).lower() == own

    def _has_token(self, environ: WSGIEnvironment) -> bool:
        given = str(environ.get("HTTP_" + TOKEN_HEADER.upper().replace("-", "_"), ""))
        return compare_digest(given.encode("utf-8", "replace"), self.token.encode())


def body_of(environ: WSGIEnvironment) -> bytes | None:
    """What was sent; None where that is too much."""
    length = str(environ.get("CONTENT_LENGTH") or "0")
    size = int(length) if _LENGTH.fullmatch(length) else 0
    stream: InputStream = environ["wsgi.input"]
    if size <= LARGEST:
        return stream.read(size)
    for _ in range(min(size // LARGEST, 16)):
        stream.read(LARGEST)
    stream.read(size % LARGEST)
    return None


class UnitFields(NamedTuple):
    """What a form sends."""

    opened: str
    """The fingerprint of the unit as it was when the form was opened."""
    target: str
    state: str
    note: str
    waive: Mapping[str, str]
    """The checks that do not apply to it, by name, each with the reason."""


def json_of(environ: WSGIEnvironment, body: bytes | None) -> bytes:
    """What was sent as JSON. Raises Refusal where it is not sent as our script sends it."""
    if str(environ.get("CONTENT_TYPE", "")).partition(";")[0].strip().lower() != "application/json":
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "refused")
    if body is None:
        raise Refusal(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "large")
    return body


def fields_of(environ: WSGIEnvironment, body: bytes | None) -> UnitFields:
    """The fields of a form. Raises Refusal where they are not sent as our script sends them."""
    try:
        fields = json.loads(json_of(environ, body))
        opened, target, state = (_one_paragraph(fields[name]) for name in ("opened", "target", "state"))
        note = _lines(fields["note"])
        reasons = {str(check): _one_paragraph(reason) for check, reason in fields["waive"].items()}
        waive = {check: reason for check, reason in reasons.items() if reason}
        return UnitFields(opened, target, state, note, waive)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused") from None


def _one_paragraph(text: str) -> str:
    """Turns line breaks and tabs into spaces: every text of a protocol is one paragraph."""
    return re.sub(r"[ \t]*[\t\r\n]+[ \t]*", " ", text).strip(" ")


def _lines(text: str) -> str:
    """A note, which may have several lines, without the spaces about each."""
    return "\n".join(line.strip() for line in re.split("\r\n?|\n", text.replace("\t", " "))).strip()

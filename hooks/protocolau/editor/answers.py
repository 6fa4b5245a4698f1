"""How the editor answers: with content of its own, or with what the preview answers and an addition to it."""

import re
from collections.abc import Callable, Iterable
from http import HTTPStatus
from typing import NamedTuple
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from protocolau.render import policy

_HEADERS = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
_POLICY = (policy.NAME, policy.EVERYWHERE[policy.NAME])
_RELOADING = re.compile(rb"<script>((?:(?!<script>).)*)</script></body>", re.DOTALL)
"""The script that MkDocs puts at the end of a page of the preview, so that a change shows."""


class Answer(NamedTuple):
    """An answer to a request."""

    status: HTTPStatus
    media_type: str
    body: bytes


def send(answer: Answer, start_response: StartResponse) -> Iterable[bytes]:
    """Sends an answer. No header lets another origin read it."""
    status, media_type, body = answer
    allowed = [("Allow", "GET, POST")] if status is HTTPStatus.METHOD_NOT_ALLOWED else []
    headers = [("Content-Type", media_type), ("Content-Length", str(len(body))), *_HEADERS, _POLICY, *allowed]
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]


def send_with_addition(
    app: WSGIApplication, environ: WSGIEnvironment, start_response: StartResponse, addition: bytes
) -> Iterable[bytes]:
    """Sends what an application answers, with an addition to the head of its page where it answers with one."""
    status, headers, body = _answer_of(app, environ)
    if status.startswith("200") and dict(headers).get("Content-Type") == "text/html":
        body = body.replace(b"</head>", addition + b"</head>", 1)
        headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body))), *_HEADERS, _policy_of(body)]
    start_response(status, headers)
    return [body]


def _policy_of(page: bytes) -> tuple[str, str]:
    """The strict policy, which lets of all scripts within the page that of MkDocs alone run."""
    reloading = _RELOADING.search(page)
    return (policy.NAME, policy.policy_with(reloading[1])) if reloading else _POLICY


class _RawAnswer(NamedTuple):
    """An answer as WSGI has it."""

    status: str
    headers: list[tuple[str, str]]
    body: bytes


def _answer_of(app: WSGIApplication, environ: WSGIEnvironment) -> _RawAnswer:
    begun: list[tuple[str, list[tuple[str, str]]]] = []
    written: list[bytes] = []

    def start(status: str, headers: list[tuple[str, str]], _: object = None, /) -> Callable[[bytes], object]:
        begun.append((status, headers))
        return written.append

    returned = b"".join(app(environ, start))
    return _RawAnswer(*begun[-1], b"".join(written) + returned)

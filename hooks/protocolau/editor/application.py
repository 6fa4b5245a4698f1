"""Translations edited on the page itself: in the preview alone, on this machine alone.

GET  /-edit/edit.js, /-edit/edit.css    what a protocol's pages load besides their own
GET  /-edit/unit?council=…&version=…&unit=…&language=…    {"form"}: the form for a unit, in a language
POST the same, {"opened", "target", "state", "note"}      {"changed", "remarks"}: the unit is saved

Whatever is refused is answered with {"error"}: one line in that language. A page in another tab cannot
write: it does not know the token, which stands only in pages asked for by this preview's own name
(so that a foreign name that leads to this machine learns nothing), and its origin is not ours.
"""

import json
import logging
import re
import secrets
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from http import HTTPStatus
from threading import Lock
from urllib.parse import parse_qsl

from protocolau.comparison.difference import Piece, difference
from protocolau.editor.request_guard import Environ, Refusal, RequestGuard, body_of, fields_of
from protocolau.host.publisher import Publisher
from protocolau.language import LANGUAGES, Language, other
from protocolau.language.marks import plain
from protocolau.library.library import Library
from protocolau.library.term_finder import term_finder
from protocolau.model.protocol import Council, Translation, Unit, Version
from protocolau.model.vocabulary import Term, Vocabulary
from protocolau.read.problem import Faulty
from protocolau.read.text import without_unwanted
from protocolau.render.environment import THEME, environment
from protocolau.render.messages import Messages
from protocolau.render.page import interface_messages
from protocolau.render.provisions import citation
from protocolau.repository.repository import load_council
from protocolau.translation.checks import BilingualWarning, bilingual_warnings
from protocolau.translation.editing.translation_file import UnitChange, path_of, save
from protocolau.translation.memory import EXACT, Memory, MemoryMatch, UnitAddress, remember
from protocolau.translation.reading import read_in, state_of
from protocolau.translation.workload import workload

log = logging.getLogger("mkdocs.hooks.protocolau")

App = Callable[..., Iterable[bytes]]

PREFIX = "/-edit/"
SUGGESTED = 3
"""Translations from memory that a form shows."""

_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_FILES = {"edit.js": "text/javascript; charset=utf-8", "edit.css": "text/css; charset=utf-8"}
_HEADERS = [("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff")]
_PAGE = re.compile(r"(?:(\w\w)/)?councils/([^/]+)/(?:([^/]+)/)?(?:index\.html)?")
_TEXTS = ("silent", "saved", "saving", "unchanged", "restored", "changed", "open", "unsaved", "save", "overwrite")
_STATES = ("draft", "reviewed")


def with_editor(app: App, publisher: Publisher, address: tuple[str, int], mount: str) -> App:
    """The preview's application with the editor in front; as it was where others than this machine can reach it.

    `address` is the host and port to which the preview is bound, `mount` the path below which its pages lie.
    """
    host, port = address
    if host not in _LOOPBACK:
        log.warning("The preview listens on %s, which others can reach: translations cannot be edited in it.", host)
        return app
    return Editor(app, publisher, RequestGuard(port, secrets.token_urlsafe(32)), mount)


@dataclass(frozen=True, slots=True)
class EditedUnit:
    """A unit as it stands on the disk at this moment."""

    council: Council
    version: Version
    name: str
    unit: Unit | None

    @property
    def source(self) -> str:
        """The words that are to be translated."""
        return self.version.units[self.name]

    @property
    def language(self) -> Language:
        """The language into which they are translated."""
        return other(self.version.language)

    @property
    def state(self) -> str:
        """The state of the translation: one of five."""
        return state_of(self.unit, self.source)

    @property
    def states(self) -> tuple[str, ...]:
        """The states that it can be saved in. Only the council can adopt a translation; it may stay adopted."""
        return (*_STATES, "adopted") if self.unit and self.unit.state == "adopted" else _STATES

    @property
    def opened(self) -> str:
        """Tells this sheet from any other that the file may hold later."""
        unit = self.unit
        said = [self.source, *([unit.source, unit.target, unit.state, unit.note] if unit else [])]
        return sha256(json.dumps(said).encode()).hexdigest()

    def saying(self, unit: Unit) -> Translation:
        """The whole translation as it is once this unit is saved."""
        before = self.version.translations.get(self.language)
        units = {**(before.units if before else {}), self.name: unit}
        return Translation(self.language, path_of(self.version, self.language), units)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A translation from memory, what it is called where it stands, and how its source differs from ours."""

    match: MemoryMatch
    place: str
    changes: tuple[Piece, ...]


class Editor:
    """Answers what the forms ask, and hands every other request on; adds itself to the pages of protocols."""

    def __init__(self, app: App, publisher: Publisher, gate: RequestGuard, mount: str):
        self._app, self._publisher, self._gate, self._mount = app, publisher, gate, mount
        self._saving = Lock()
        self._memories: tuple[Library, dict[str, Memory]] | None = None

    def __call__(self, environ: Environ, start_response: Callable) -> Iterable[bytes]:
        path = str(environ["PATH_INFO"])
        if path.startswith(PREFIX):
            name = path.removeprefix(PREFIX)
            answer = self._answer_file(environ, name) if name in _FILES else self._answer(environ, name)
            return _sent(start_response, *answer)
        if self._gate.is_own_name(environ) and (addition := self._addition(path.removeprefix(self._mount))):
            return _added(self._app, environ, start_response, addition)
        return self._app(environ, start_response)

    def _answer_file(self, environ: Environ, name: str) -> tuple[HTTPStatus, str, bytes]:
        if environ["REQUEST_METHOD"] != "GET":
            return HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", b""
        return HTTPStatus.OK, _FILES[name], (THEME / "edit" / name).read_bytes()

    def _answer(self, environ: Environ, name: str) -> tuple[HTTPStatus, str, bytes]:
        asked = dict(parse_qsl(str(environ.get("QUERY_STRING", ""))))
        language = asked.get("language") if asked.get("language") in LANGUAGES else LANGUAGES[0]
        words, status = interface_messages()[language], HTTPStatus.OK
        try:
            said = self._granted(environ, name, asked, words)
        except Refusal as refusal:
            status, said = refusal.status, {"error": words(f"edit.error.{refusal.word}", **refusal.values)}
        return status, "application/json", json.dumps(said).encode()

    def _granted(self, environ: Environ, name: str, asked: dict[str, str], words: Messages) -> dict[str, object]:
        """What a form asks for or sends, once it is known to be one of ours. Raises Refusal."""
        body = body_of(environ)  # also what will be refused: a browser hears no answer before it has sent all
        self._gate.check(environ)
        if name != "unit":
            raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
        if environ["REQUEST_METHOD"] == "GET":
            return {"form": self._form(self._sheet(asked), words)}
        fields = fields_of(environ, body)
        with self._saving:
            return self._save(self._sheet(asked), fields)

    def _sheet(self, asked: dict[str, str]) -> EditedUnit:
        """The unit that is asked for. What was asked is looked up by name, and never becomes part of a path."""
        known = self._publisher.library.councils.get(asked.get("council", ""))
        if not known:
            raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
        council, problems = load_council(known.in_force.path.parent, self._vocabulary)
        if council is None:
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "faulty", what=problems[0])
        version = next((one for one in council.versions if one.slug == asked.get("version")), None)
        if version is None or (name := asked.get("unit", "")) not in version.units:
            raise Refusal(HTTPStatus.NOT_FOUND, "unknown")
        translation = version.translations.get(other(version.language))
        return EditedUnit(council, version, name, translation.units.get(name) if translation else None)

    def _save(self, sheet: EditedUnit, fields: dict[str, str]) -> dict[str, object]:
        """Writes a unit into its file, and says whether that changed anything and whether the checks remark on it."""
        unit = _unit(sheet, fields)
        if fields["opened"] != sheet.opened:
            raise Refusal(HTTPStatus.CONFLICT, "changed")
        remarks = self._remarks(sheet, unit)
        change = UnitChange(sheet.name, unit.source, unit.target, unit.state, unit.note)
        try:
            changed = save(path_of(sheet.version, sheet.language), sheet.version, sheet.language, [change])
        except Faulty as faulty:
            what = faulty.problems[0].what
            raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "rule", what=what) from None
        except OSError as error:
            raise Refusal(HTTPStatus.INTERNAL_SERVER_ERROR, "rule", what=error.strerror) from None
        return {"changed": changed, "remarks": bool(remarks)}

    def _form(self, sheet: EditedUnit, words: Messages) -> str:
        unit = sheet.unit
        return (
            environment()
            .get_template("edit/form.html")
            .render(
                t=words,
                language=words.language,
                sheet=sheet,
                label=_label(words, sheet.version, sheet.name),
                changes=difference(unit.source, sheet.source) if unit and sheet.state == "stale" else (),
                remarks=[(_name(words, one.check), one) for one in self._remarks(sheet, unit)],
                suggestions=self._suggestions(sheet, words),
                terms=self._terms(sheet),
            )
        )

    def _remarks(self, sheet: EditedUnit, unit: Unit | None) -> list[BilingualWarning]:
        """What the checks of translations say of a unit; a vocabulary at fault is told elsewhere."""
        if unit is None:
            return []
        with suppress(Faulty):
            found = bilingual_warnings(sheet.version, sheet.saying(unit), self._vocabulary, sheet.council)
            return [one for one in found if one.unit == sheet.name]
        return []

    def _suggestions(self, sheet: EditedUnit, words: Messages) -> list[Suggestion]:
        place = UnitAddress(sheet.council.slug, sheet.version.slug, sheet.name)
        found = self._memory(sheet.version.language).nearest(sheet.source, place, SUGGESTED)
        return [
            Suggestion(
                match,
                self._place(match.places[0], words),
                difference(match.source, sheet.source) if match.likeness < EXACT else (),
            )
            for match in found
        ]

    def _memory(self, language: str) -> Memory:
        """The memory of translations made from a language; made again only when the library has changed."""
        library = self._publisher.library
        if self._memories is None or self._memories[0] is not library:
            self._memories = (library, {one: remember(library, one, other(one)) for one in LANGUAGES})
        return self._memories[1][language]

    def _place(self, place: UnitAddress, words: Messages) -> str:
        council = self._publisher.library.councils[place.council]
        version = next(one for one in council.versions if one.slug == place.version)
        return f"{council.short_name[words.language]} {_label(words, version, place.unit)}"

    def _terms(self, sheet: EditedUnit) -> list[Term]:
        found = term_finder(self._vocabulary, sheet.version.language).find(plain(sheet.source))
        return [self._vocabulary.terms[slug] for slug in dict.fromkeys(one.slug for one in found)]

    @property
    def _vocabulary(self) -> Vocabulary:
        return self._publisher.library.vocabulary

    def _addition(self, address: str) -> bytes | None:
        """What the page at an address loads to be edited; None where it is no page of a protocol."""
        match = _PAGE.fullmatch(address)
        council = self._publisher.library.councils.get(match[2]) if match else None
        if match is None or council is None or match[1] not in (None, *LANGUAGES[1:]):
            return None
        slug = council.in_force.slug if match[3] in (None, "bilingual") else match[3]
        version = next((one for one in council.versions if one.slug == slug), None)
        return self._head(version, interface_messages()[match[1] or LANGUAGES[0]]) if version else None

    def _head(self, version: Version, words: Messages) -> bytes:
        setup = {
            "token": self._gate.token,
            "council": version.council,
            "version": version.slug,
            "language": words.language,
            "units": {task.unit: (_label(words, version, task.unit), task.state) for task in workload(version).tasks},
            "words": {name: words(f"edit.{name}") for name in _TEXTS},
        }
        return environment().get_template("edit/head.html").render(prefix=PREFIX, setup=setup).encode()


def _label(words: Messages, version: Version, unit: str) -> str:
    """What to call a unit: `8.6`, `8, heading`."""
    if unit == "document title":
        return words("document_title")
    anchor = unit.removesuffix(" heading")
    name = citation(words, read_in(version, words.language), anchor)
    return name if anchor == unit else words("edit.heading", name=name)


def _name(words: Messages, check: str) -> str:
    """What a check is called; one that has no name yet by its own."""
    try:
        return words(f"edit.check.{check}")
    except KeyError:
        return check


def _unit(sheet: EditedUnit, fields: dict[str, str]) -> Unit:
    """The unit that the fields make. Raises Refusal for words that no file may hold."""
    target, note = fields["target"], fields["note"]
    if fields["state"] not in sheet.states:
        raise Refusal(HTTPStatus.BAD_REQUEST, "refused")
    if unwanted := [character for character in target + note if not without_unwanted(character)]:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "character", code=f"U+{ord(unwanted[0]):04X}")
    try:
        is_empty = not plain(target).strip()
    except ValueError:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "stars") from None
    if is_empty:
        raise Refusal(HTTPStatus.UNPROCESSABLE_ENTITY, "empty")
    before = sheet.unit
    line, waive = (before.line, before.waive) if before else (1, {})
    path = path_of(sheet.version, sheet.language)
    return Unit(sheet.source, target, fields["state"], path, line, note or None, waive)


def _sent(start_response: Callable, status: HTTPStatus, kind: str, body: bytes) -> Iterable[bytes]:
    """Answers. No header lets another origin read what is sent."""
    allowed = [("Allow", "GET, POST")] if status is HTTPStatus.METHOD_NOT_ALLOWED else []
    headers = [("Content-Type", kind), ("Content-Length", str(len(body))), *_HEADERS, *allowed]
    start_response(f"{status.value} {status.phrase}", headers)
    return [body]


def _added(app: App, environ: Environ, start_response: Callable, addition: bytes) -> Iterable[bytes]:
    """What the preview answers, with an addition to the head of its page where it answers with one."""
    begun: list = []
    body = b"".join(app(environ, lambda *args: begun.extend(args[:2])))
    status, headers = begun
    if status.startswith("200") and dict(headers).get("Content-Type") == "text/html":
        body = body.replace(b"</head>", addition + b"</head>", 1)
        headers = [("Content-Type", "text/html"), ("Content-Length", str(len(body))), *_HEADERS]
    start_response(status, headers)
    return [body]

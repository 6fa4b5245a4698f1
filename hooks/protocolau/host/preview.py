"""Preview the site: data pages are made when they are asked for, and a change of data rebuilds nothing else."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock
from typing import NamedTuple
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from protocolau.host.saying import say
from protocolau.host.site_builder import SiteBuilder
from protocolau.language import LANGUAGES
from protocolau.publish.page_task import PageTask
from protocolau.publish.sitemap import PagePlace
from protocolau.runtime.files import Stamp, stamp_of

TRIES = 5
"""How often a page is made for one request: each change of data takes away what was made before it was read."""

_NO_NAME = re.compile(r"[\x00-\x1f\x7f]|^/livereload/[0-9]{19}")
"""What no file is called, and a time that is none: MkDocs would fail over both."""


def serve(
    server: LiveReloadServer,
    builder: SiteBuilder,
    build: Callable[[], None],
    config: MkDocsConfig,
    wrap: Callable[[WSGIApplication], WSGIApplication],
) -> LiveReloadServer:
    """Prepare MkDocs' server to make data pages when they are asked for. Returns the server.

    `build` builds everything; `wrap` takes the application that answers, and gives one that stands before it.
    """
    preview = Preview(builder, build, _watched(config))
    server.builder = preview.rebuild
    server.set_app(_heading(wrap(_guarding(server, answering(preview, server.serve_request, server.mount_path)))))
    return server


def _heading(application: WSGIApplication) -> WSGIApplication:
    """An application that answers HEAD as it answers GET, without the body."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "HEAD":
            return application(environ, start_response)
        begun = _begin(application, {**environ, "REQUEST_METHOD": "GET"})
        start_response(begun.status, begun.headers)
        if close := getattr(begun.body, "close", None):
            close()
        return []

    return answer


def _guarding(server: LiveReloadServer, application: WSGIApplication) -> WSGIApplication:
    """An application that hands on what asks for a file alone: pages are only read."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] != "GET":
            start_response("405 Method Not Allowed", [("Allow", "GET, HEAD"), ("Content-Length", "0")])
            return []
        if _can_be_called(environ["PATH_INFO"]):
            return application(environ, start_response)
        start_response("404 Not Found", [("Content-Type", "text/html")])
        return [server.error_handler(404) or b""]

    return answer


def _can_be_called(path: str) -> bool:
    """Whether a path, as WSGI has it, may be that of a file."""
    try:
        path.encode("latin-1").decode()
    except UnicodeDecodeError:
        return False
    return not _NO_NAME.search(path)


def answering(preview: "Preview", serve_file: WSGIApplication, mount_path: str) -> WSGIApplication:
    """An application that makes a page before the file is served."""

    def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        path = environ["PATH_INFO"].removeprefix(mount_path.rstrip("/"))
        for _ in range(TRIES):
            is_data = preview.prepare(path)
            begun = _begin(serve_file, environ)
            if not (is_data and begun.status.startswith("404")):
                break  # otherwise a change may have taken the page away again before it was read
        start_response(begun.status, begun.headers)
        return begun.body

    return answer


class _BegunAnswer(NamedTuple):
    status: str
    headers: list[tuple[str, str]]
    body: Iterable[bytes]


def _begin(application: WSGIApplication, environ: WSGIEnvironment) -> _BegunAnswer:
    """How an application begins its answer, and the answer."""
    begun: list[tuple[str, list[tuple[str, str]]]] = []

    def start_response(status: str, headers: list[tuple[str, str]], *_: object) -> Callable[[bytes], object]:
        begun.append((status, headers))
        return lambda data: None

    body = application(environ, start_response)
    return _BegunAnswer(*begun[0], body)


class Preview:
    """Keeps the preview's folder in step with the library, page by page as they are asked for."""

    def __init__(self, builder: SiteBuilder, build: Callable[[], None], watched: list[Path]):
        self._builder, self._build_all, self._watched = builder, build, watched
        self._lock = Lock()
        self._stamp = _stamp(watched)
        self._written: list[Path]
        self._done: set[tuple[int, str]]
        self._begin_anew()

    def rebuild(self) -> None:
        """Bring the preview up to date: by a full build where prose or theme changed, else with the library alone.

        What goes wrong is said and no more: MkDocs' server answers nobody any more after a rebuild that raises.
        """
        with self._lock:
            try:
                stamp = _stamp(self._watched)
                if stamp != self._stamp:
                    self._stamp = stamp
                    self._build()
                else:
                    self._take_in_data()
            except (SystemExit, Exception) as error:
                say(f"The preview could not be built: {error}")

    def _take_in_data(self) -> None:
        """Bring the data up to date, and forget the pages where anything has changed."""
        self._builder.refresh()
        if self._builder.comparison is not self._made_from:
            for path in self._written:
                path.unlink(missing_ok=True)
            self._begin_anew()

    def _begin_anew(self) -> None:
        self._written, self._done, self._tasks = [], set(), self._tasks_by_place()
        self._made_from = self._builder.comparison

    def _build(self) -> None:
        """Build everything. Where that is aborted, the pages of data are made as in the last whole build."""
        try:
            self._build_all()
        finally:
            self._builder.return_to_whole()
            self._begin_anew()

    def prepare(self, path: str) -> bool:
        """Make the files at a path, where they are data pages and not made yet. Returns whether they are data pages."""
        place = _place(path)
        with self._lock:
            if (council := _council(place.address)) and self._builder.has_changed(council):
                self._take_in_data()  # at once, and not when the server has looked at all files again
            task = (
                self._tasks.get(_below_language(path))
                or self._tasks.get(place)
                or self._tasks.get(PagePlace(_above(place.address), place.language))
                or self._tasks.get(_folder(path))
            )
            if task and (id(task), place.language) not in self._done:
                self._written += self._builder.writer().write(task, place.language)
                self._done.add((id(task), place.language))
            return task is not None

    def _tasks_by_place(self) -> dict[PagePlace, PageTask]:
        return {
            PagePlace(address, language): task
            for task in self._builder.tasks
            for language in task.languages
            for address in (*task.addresses, *task.files)
        }


def _place(path: str) -> PagePlace:
    """The page at a path, or the one that a file at it lies beside."""
    bare, language = _below_language(path)
    folder, _, name = bare.rpartition("/")
    parts = f"{folder}/" if folder else ""
    return PagePlace(parts if "." in name or not name else f"{parts}{name}/", language)


def _folder(path: str) -> PagePlace:
    """The folder of a file whose name has no ending, as those of the search have none: by its path it may be a page."""
    bare, language = _below_language(path)
    return PagePlace(bare[: bare.rfind("/") + 1], language)


def _below_language(path: str) -> PagePlace:
    """A path as one below the root of a language."""
    bare = path.lstrip("/")
    first = bare.partition("/")[0]
    language = first if first in LANGUAGES[1:] else LANGUAGES[0]
    if language != LANGUAGES[0]:
        bare = bare.removeprefix(language).lstrip("/")
    return PagePlace(bare, language)


def _council(address: str) -> str | None:
    """The slug of the council on whose pages an address is, if it is on any."""
    section, _, rest = address.partition("/")
    return rest.partition("/")[0] or None if section == "councils" else None


def _above(address: str) -> str:
    """The address of which this one may be a further page: `topics/trust/` of `topics/trust/2/`."""
    above, _, number = address.rstrip("/").rpartition("/")
    return f"{above}/" if number.isdigit() else address


def _watched(config: MkDocsConfig) -> list[Path]:
    """The configuration, the prose and our theme."""
    themes = (Path(folder) for folder in config.theme.dirs if "hooks" in folder)
    return [Path(config.config_file_path or "mkdocs.yml"), Path(config.docs_dir), *themes]


def _stamp(paths: list[Path]) -> Stamp:
    """What changes when any file of the prose or the theme does."""
    return tuple(one for path in paths for one in stamp_of(path))

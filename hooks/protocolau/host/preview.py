"""`make serve`: data pages are made when they are asked for, and a change of data rebuilds nothing else."""

from collections.abc import Callable, Iterable
from pathlib import Path
from threading import Lock

import click
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer

from protocolau.host.publisher import Publisher
from protocolau.language import LANGUAGES
from protocolau.publish.catalogue import PageTask


def serve(
    server: LiveReloadServer, publisher: Publisher, builder: Callable, config: MkDocsConfig, wrap: Callable
) -> LiveReloadServer:
    """Prepares MkDocs' server to make data pages when they are asked for.

    `wrap` takes the application that answers so, and gives the one that stands in front of it.
    """
    preview = Preview(publisher, builder, _watched(config))
    server.builder = preview.rebuild
    made = server.serve_request

    def answer(environ, start_response):
        path = environ["PATH_INFO"].removeprefix(server.mount_path.rstrip("/"))
        preview.prepare(path)
        begun, body = _begun(made, environ)
        if begun[0].startswith("404") and preview.prepare(path):
            begun, body = _begun(made, environ)  # a change had taken the page away again before it was read
        start_response(*begun)
        return body

    server.set_app(wrap(answer))
    return server


class Preview:
    """Keeps the preview's folder in step with the library, page by page as they are asked for."""

    def __init__(self, publisher: Publisher, builder: Callable, watched: list[Path]):
        self._publisher, self._builder, self._watched = publisher, builder, watched
        self._lock = Lock()
        self._stamp = _stamp(watched)
        self._begin()

    def rebuild(self) -> None:
        """What MkDocs calls after any change: a full build where prose or theme changed, else the library alone."""
        with self._lock:
            self._publisher.refresh()
            if (stamp := _stamp(self._watched)) != self._stamp:
                self._build()
                self._stamp = stamp
            else:
                for path in self._written:
                    path.unlink(missing_ok=True)
            self._begin()

    def _build(self) -> None:
        """A full build. One that is aborted must not end in a server that waits for ever for the next."""
        try:
            self._builder()
        except (SystemExit, Exception) as error:
            click.echo(f"The preview could not be built: {error}", err=True)

    def prepare(self, path: str) -> bool:
        """Makes the files at an address, where they are data pages and not made yet; says whether it did."""
        language, address = _place(path)
        with self._lock:
            piece = self._made_at.get((language, address)) or self._made_at.get((language, _above(address)))
            if piece is None or (piece.addresses, language) in self._done:
                return False
            self._done.add((piece.addresses, language))
            self._written += self._publisher.press().print(piece, language)
            return True

    def _begin(self) -> None:
        self._written: list[Path] = []
        self._done: set[tuple[tuple[str, ...], str]] = set()
        self._made_at: dict[tuple[str, str], PageTask] = {
            (language, address): piece
            for piece in self._publisher.work
            for language in piece.languages
            for address in piece.addresses
        }


def _begun(app: Callable, environ: dict) -> tuple[tuple, Iterable[bytes]]:
    """How an application begins its answer, and the answer."""
    begun: list[tuple] = []
    body = app(environ, lambda *args: begun.append(args))
    return begun[0], body


def _place(path: str) -> tuple[str, str]:
    """The language of a path and the address of the page at it or beside it."""
    bare = path.lstrip("/")
    language = next((one for one in LANGUAGES[1:] if bare == one or bare.startswith(f"{one}/")), LANGUAGES[0])
    if language != LANGUAGES[0]:
        bare = bare.removeprefix(language).lstrip("/")
    folder, _, name = bare.rpartition("/")
    parts = f"{folder}/" if folder else ""
    return language, parts if "." in name or not name else f"{parts}{name}/"


def _above(address: str) -> str:
    """The address of which this one may be a further page: `topics/trust/` of `topics/trust/2/`."""
    above, _, number = address.rstrip("/").rpartition("/")
    return f"{above}/" if number.isdigit() else address


def _watched(config: MkDocsConfig) -> list[Path]:
    root = Path(config.config_file_path)
    return [root, Path(config.docs_dir), *(Path(folder) for folder in config.theme.dirs if "hooks" in folder)]


def _stamp(paths: list[Path]) -> tuple:
    """What changes when any file of the prose or the theme does."""
    files = [file for path in paths for file in (path.rglob("*") if path.is_dir() else [path])]
    return tuple((str(file), file.stat().st_mtime_ns) for file in files if file.is_file())

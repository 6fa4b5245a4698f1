"""Write pages and files below the folder of a site, the work shared between processors."""

import errno
import gc
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path, PurePosixPath

from protocolau.library.addresses import language_folder
from protocolau.publish.page_store import PageStore, SiteFile
from protocolau.publish.page_task import PageTask
from protocolau.publish.page_template import PageTemplate
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.render.tables import table_files
from protocolau.runtime.garbage import collection_paused, living_objects_frozen
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress

AT_ONCE = 40
"""Tasks after which memory is cleared. What was there before them is frozen, and costs that nothing."""


class OutsideSite(Exception):
    """A path that would lead out of the folder of the site."""


class SiteWriter:
    """Turns tasks into files below a folder."""

    def __init__(
        self,
        contexts: Mapping[str, RenderContext],
        templates: Mapping[str, PageTemplate],
        folder: Path,
        store: PageStore | None = None,
    ) -> None:
        """`contexts` and `templates` are given for each language; `store` keeps what need not be made again."""
        self.contexts, self._templates, self._folder, self._store = contexts, templates, folder, store

    def write_all(self, tasks: Sequence[PageTask], progress: Progress = SILENT) -> None:
        """Write every file of every task, on all processors where there is much to do."""
        parallel_map(tasks, lambda share: self._write_share(share, progress))

    def _write_share(self, tasks: Sequence[PageTask], progress: Progress) -> None:
        with collection_paused(), living_objects_frozen():
            for index, task in enumerate(progress.through(tasks, "the pages and files are written")):
                for language in task.languages:
                    self.write(task, language)
                for context in self.contexts.values():
                    task.forget(context)
                if index % AT_ONCE == 0:
                    gc.collect(0)  # what templates leave behind in circles is young

    def write(self, task: PageTask, language: str) -> list[Path]:
        """Write the files of one task in one language. Returns where they are."""
        return [path for file in self._kept_or_made(task, language) for path in self._write_file(file)]

    def _kept_or_made(self, task: PageTask, language: str) -> Iterable[SiteFile]:
        if self._store is None or task.made_from is None:
            return self._files(task, language)
        made_from = repr((task.addresses, task.made_from(self.contexts[language])))
        return self._store.files(made_from, lambda: self._files(task, language))

    def _files(self, task: PageTask, language: str) -> Iterator[SiteFile]:
        folder = language_folder(language)
        for content in task.make(self.contexts[language]):
            if isinstance(content, Asset):
                paths = (content.path, *content.further_paths)
                yield SiteFile(tuple(f"{folder}{path}" for path in paths), content.content)
            else:
                page = self._templates[language].stamp(content)
                yield SiteFile((f"{folder}{content.address}index.html",), page)
                context = self.contexts[language]
                for table in table_files(content, context.messages, context.url(content.address)):
                    yield SiteFile((f"{folder}{table.path}",), table.content)

    def _write_file(self, file: SiteFile) -> list[Path]:
        """Write a file at the first of its paths, and link the others to it: they cost no further bytes on the disk."""
        first, *further = (self._folder / _inside(path) for path in file.paths)
        _place(first, lambda path: _put_new(path, file.content))
        for path in further:
            _place(path, lambda path: os.link(first, path))
        return [first, *further]


def _inside(path: str) -> str:
    """The path itself. Raises OutsideSite where it does not stay below the folder of the site."""
    parts = PurePosixPath(path)
    if parts.is_absolute() or ".." in parts.parts or "\\" in path:
        raise OutsideSite(f"'{path}' would be written outside the site")
    return path


def _put_new(path: Path, content: bytes | Path) -> None:
    """Write a new file, or link one that is kept; where it is kept on another disk, copy it."""
    if isinstance(content, Path):
        try:
            os.link(content, path)
        except OSError as refusal:
            if refusal.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK):
                raise
            _put_new(path, content.read_bytes())
        return
    with path.open("xb") as file:
        file.write(content)


def _place(path: Path, put: Callable[[Path], None]) -> None:
    """Put a file at a path, in the place of what stands there."""
    try:
        put(path)
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path)
    except FileExistsError:
        path.unlink()
        put(path)

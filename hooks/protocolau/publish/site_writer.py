"""Write pages and files below the folder of a site, the work shared between processors."""

import errno
import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from protocolau.library.addresses import language_folder
from protocolau.publish.page_store import KeptFile, PageStore, SiteFile, kept_file
from protocolau.publish.page_task import PageTask
from protocolau.publish.page_template import PageTemplate
from protocolau.publish.placing import place, remove
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.render.tables import table_files
from protocolau.runtime.files import write_new
from protocolau.runtime.garbage import garbage_kept_young
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress

AT_ONCE = 2000
"""Tasks after which memory is cleared: each leaves a hundred small objects behind, and looking for them is through all
that has come into use since, 0.4 s after five hundred. A build of a thousand councils takes no more memory without it.
What was there before is frozen, and costs that nothing."""


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
        standing: Mapping[str, int] | None = None,
    ) -> None:
        """`contexts` and `templates` are given for each language; `store` keeps what need not be made again, and
        `standing` tells which files stand in the folder, by their paths, each with the number of its inode: what
        would be the same file again is left alone."""
        self.contexts, self._templates, self._folder, self._store = contexts, templates, folder, store
        self._standing = standing or {}
        self._device = folder.stat().st_dev if standing else None

    def write_all(self, tasks: Sequence[PageTask], progress: Progress = SILENT) -> None:
        """Write every file of every task, on all processors where there is much to do; of those that stood in the
        folder no other is left."""
        left = set(self._standing)
        for _, written in parallel_map(tasks, lambda share: self._write_share(share, progress)):
            left -= written
        for path in left:
            remove(self._folder, path)

    def _write_share(self, tasks: Iterable[PageTask], progress: Progress) -> set[str]:
        """Write a share. Returns the paths of its files, as far as something stood there."""
        written: set[str] = set()
        with garbage_kept_young():
            for done, task in enumerate(progress.through(tasks, "the pages and files are written"), 1):
                for language in task.languages:
                    written.update(self._standing.keys() & self._write(task, language))
                for context in self.contexts.values():
                    task.forget(context)
                if done % AT_ONCE == 0:
                    gc.collect(0)  # what templates leave behind in circles is young
        return written

    def write(self, task: PageTask, language: str) -> list[Path]:
        """Write the files of one task in one language. Returns where they are."""
        return [self._folder / path for path in self._write(task, language)]

    def _write(self, task: PageTask, language: str) -> list[str]:
        """The same, with the paths below the folder."""
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
                yield SiteFile(tuple(f"{folder}{path}" for path in paths), _content(content))
            else:
                page = self._templates[language].stamp(content)
                yield SiteFile((f"{folder}{content.address}index.html",), page)
                context = self.contexts[language]
                for table in table_files(content, context.messages, context.url(content.address)):
                    yield SiteFile((f"{folder}{table.path}",), _content(table))

    def _write_file(self, file: SiteFile) -> tuple[str, ...]:
        """Write a file at the first of its paths, and link the others to it: they cost no further bytes on the disk."""
        for path in file.paths:
            _check_inside(path)
        first, *further = file.paths
        inode = self._written(first, file.content)
        for path in further:
            if self._standing.get(path) != inode:
                place(f"{self._folder}/{path}", partial(os.link, f"{self._folder}/{first}"))
        return file.paths

    def _written(self, path: str, content: bytes | KeptFile) -> int:
        """Have a file stand at a path. Returns the number of its inode."""
        there, standing = f"{self._folder}/{path}", self._standing.get(path)
        if standing is not None and self._is_same(there, standing, content):
            return standing
        put = partial(_link, content.place) if isinstance(content, KeptFile) else partial(write_new, content=content)
        place(there, put)
        return os.stat(there).st_ino if self._standing else 0

    def _is_same(self, there: str, standing: int, content: bytes | KeptFile) -> bool:
        """Whether what stood somewhere, with the number of its inode, is what would be put there."""
        if isinstance(content, KeptFile):
            return (self._device, standing) == (content.device, content.inode)
        return os.path.isfile(there) and Path(there).read_bytes() == content


def _content(asset: Asset) -> bytes | KeptFile:
    return kept_file(asset.content) if isinstance(asset.content, Path) else asset.content


def _check_inside(path: str) -> None:
    """Raises OutsideSite where a path does not stay below the folder of the site."""
    if path.startswith("/") or "\\" in path or ".." in path.split("/"):
        raise OutsideSite(f"'{path}' would be written outside the site")


def _link(kept: str, place: str) -> None:
    """Link a kept file; where it is kept on another disk, copy it."""
    try:
        os.link(kept, place)
    except OSError as refusal:
        if refusal.errno not in (errno.EXDEV, errno.EPERM, errno.EMLINK):
            raise
        write_new(place, Path(kept).read_bytes())

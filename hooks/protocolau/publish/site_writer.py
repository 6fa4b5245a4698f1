"""Writing pages: every file whole or not at all, and the work shared between processors."""

import gc
import os
from collections.abc import Iterator
from pathlib import Path

from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.publish.catalogue import PageTask
from protocolau.publish.page_template import PageTemplate
from protocolau.render.page import Asset, Page, RenderContext, SiteSettings
from protocolau.runtime.garbage import without_collection
from protocolau.runtime.parallel import parallel_map

AT_ONCE = 40
"""Pieces after which memory is cleared. What was there before them is frozen, and costs that nothing."""


class SiteWriter:
    """Turns work into files below a folder."""

    def __init__(
        self, comparison: ComparisonIndex, settings: SiteSettings, templates: dict[str, PageTemplate], folder: Path
    ):
        self._templates, self._folder = templates, folder
        self._written: dict[int, tuple[bytes, Path]] = {}
        self._contexts = {
            language: RenderContext(comparison.library, settings, language, comparison) for language in LANGUAGES
        }

    def print_all(self, work: list[PageTask]) -> None:
        """Writes every file of every piece of work, on all processors where there is much."""
        parallel_map(work, self._print_share)

    def _print_share(self, work: list[PageTask]) -> None:
        with without_collection():
            for index, piece in enumerate(work):
                for language in piece.languages:
                    self.print(piece, language)
                for rendering in self._contexts.values():
                    piece.forget(rendering)
                if index % AT_ONCE == 0:
                    gc.collect()  # what templates leave behind in circles

    def print(self, piece: PageTask, language: str) -> list[Path]:
        """Writes the files of one piece of work in one language, and says which."""
        return [self._write(self._folder / path, content) for path, content in self._files(piece, language)]

    def _write(self, path: Path, content: bytes) -> Path:
        """Writes a file, or links it to one of the very same bytes: a record stands at several addresses."""
        try:
            if (same := self._written.get(id(content))) and same[0] is content:
                os.link(same[1], path)
            else:
                path.write_bytes(content)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            return self._write(path, content)
        except FileExistsError:
            path.unlink()
            return self._write(path, content)
        self._written = {id(content): (content, path)} if path.suffix == ".json" else self._written
        return path

    def _files(self, piece: PageTask, language: str) -> Iterator[tuple[str, bytes]]:
        below = "" if language == LANGUAGES[0] else f"{language}/"
        for made in piece.make(self._contexts[language]):
            if isinstance(made, Asset):
                yield f"{below}{made.path}", made.content
            elif isinstance(made, Page):
                yield f"{below}{made.address}index.html", self._templates[language].stamp(made)

"""The searchable statements of a council, kept from one build to the next, and the file of a council's own."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import TypeVar

from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.search.result_files import council_file, council_file_path, lapsed
from protocolau.search.searchable_statements import (
    PackedStatement,
    SearchableStatement,
    packed,
    searchable_statements,
)

Value = TypeVar("Value")


class StatementsOf(Mapping[str, list[PackedStatement]]):
    """The statements of every council by its slug, each read when it is asked for: ten thousand councils have many."""

    def __init__(self, rendering: RenderContext):
        self._rendering = rendering

    def __getitem__(self, slug: str) -> list[PackedStatement]:
        return _Searched(self._rendering, self._rendering.library.councils[slug]).statements()

    def __iter__(self) -> Iterator[str]:
        """Those first of whom every document applies: a result speaks of the first place that says the same."""
        councils = self._rendering.library.councils
        return iter(sorted(councils, key=lambda slug: bool(lapsed(self._rendering, councils[slug]))))

    def __len__(self) -> int:
        return len(self._rendering.library.councils)


def council_search_file(rendering: RenderContext, council: Council) -> Asset:
    """The file of every statement of a council, for what is sought within it."""
    return Asset(council_file_path(council.slug), _Searched(rendering, council).file())


def keep_searched(rendering: RenderContext, council: Council) -> None:
    """Have kept what the search asks of a council, its statements looked for once."""
    searched = _Searched(rendering, council)
    searched.statements()
    searched.file()


class _Searched:
    """What the search of a language has of a council: of the versions that are shown, as it is kept."""

    def __init__(self, rendering: RenderContext, council: Council):
        self._rendering, self._council = rendering, council
        shown = (f"{kind} {rendering.library.version_shown(council.slug, kind).slug}" for kind in council.documents)
        self._shown = " ".join((rendering.language, *shown))
        self._named = " ".join((self._shown, *lapsed(rendering, council).values()))

    def statements(self) -> list[PackedStatement]:
        """Its statements."""
        kept = self._of(f"searchable {self._shown}", lambda: [tuple(packed(one)) for one in self._found])
        return list(map(PackedStatement._make, kept))

    def file(self) -> bytes:
        """The file for what is sought within it."""
        return self._of(f"searched within {self._named}", self._file)

    def _file(self) -> bytes:
        return council_file(self._rendering, self._council.slug, self._found)

    def _of(self, name: str, make: Callable[[], Value]) -> Value:
        return self._rendering.comparison.values.of(self._council, name, make)

    @cached_property
    def _found(self) -> list[SearchableStatement]:
        return searchable_statements(self._rendering, self._council)

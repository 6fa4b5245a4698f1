"""The searchable statements of a council, kept from one build to the next, and the file of a council's own."""

from collections.abc import Iterator, Mapping

from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset
from protocolau.search.result_files import council_file
from protocolau.search.searchable_statements import PackedStatement, packed, searchable_statements, unpacked


class StatementsOf(Mapping[str, list[PackedStatement]]):
    """The statements of every council by its slug, each read when it is asked for: ten thousand councils have many."""

    def __init__(self, rendering: RenderContext):
        self._rendering = rendering

    def __getitem__(self, slug: str) -> list[PackedStatement]:
        return kept_statements(self._rendering, self._rendering.library.councils[slug])

    def __iter__(self) -> Iterator[str]:
        return iter(self._rendering.library.councils)

    def __len__(self) -> int:
        return len(self._rendering.library.councils)


def kept_statements(rendering: RenderContext, council: Council) -> list[PackedStatement]:
    """The statements of the versions that are shown of a council, as the search of the language has them."""
    shown = (f"{kind} {rendering.library.version_shown(council.slug, kind).slug}" for kind in council.documents)
    name = f"searchable {rendering.language} {' '.join(shown)}"
    values = rendering.comparison.values
    kept = values.of(council, name, lambda: [tuple(packed(one)) for one in searchable_statements(rendering, council)])
    return list(map(PackedStatement._make, kept))


def council_search_file(rendering: RenderContext, council: Council) -> Asset:
    """The file of every statement of a council, for what is sought within it."""
    return council_file(rendering, council.slug, [unpacked(one.content) for one in kept_statements(rendering, council)])

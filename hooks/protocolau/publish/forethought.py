"""What lists and the search ask of every council, worked out of each while its words are at hand.

Whoever asks later finds it kept. Else the words of all councils would have to be held, or be read again and again.
"""

from collections.abc import Callable, Iterable, Sequence

from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.library.council_values import OfEach
from protocolau.library.library import RELATIONS
from protocolau.render.context import RenderContext, SiteSettings
from protocolau.render.naming import naming_digests
from protocolau.render.pages import parties, policies
from protocolau.render.pages.topics import sides_concerned
from protocolau.render.pages.translation import desk_digests
from protocolau.search.kept_statements import keep_searched


def forethought(comparison: ComparisonIndex, settings: SiteSettings) -> Callable[[Sequence[str]], OfEach]:
    """What works that out of some councils, given by their slugs, and returns what is to be kept of each together."""

    def think(councils: Sequence[str]) -> OfEach:
        values = comparison.values.for_part()
        part = ComparisonIndex(comparison.library.part(councils), values)
        for language in LANGUAGES:
            _ask(RenderContext(part, settings, language))
        assert part.relations.said_alike is not None
        assert part.relations.likenesses is not None
        return values.of_each_kept

    return think


def _ask(rendering: RenderContext) -> None:
    """Ask for what is kept of each council in the language of the pages."""
    library = rendering.library
    for council in library.councils.values():
        keep_searched(rendering, council)
    for kind in library.kinds:
        naming_digests(rendering, library.by_kind[kind], parties.KEPT, parties.mentions(library))
    naming_digests(rendering, library.by_kind[RELATIONS], policies.KEPT, policies.citing_clauses)
    sides_concerned(rendering)
    _exhaust(desk_digests(rendering))


def _exhaust(asked: Iterable[object]) -> None:
    for _ in asked:
        pass

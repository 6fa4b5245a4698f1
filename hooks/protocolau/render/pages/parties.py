"""/parties/: each body or person that protocols name, and the clauses that name it; the file beside it has them all."""

from collections.abc import Iterator

from protocolau.library.library import Library
from protocolau.library.party_mentions import party_mentions
from protocolau.model.vocabulary import Party
from protocolau.render.context import RenderContext
from protocolau.render.list_tables import parties_file
from protocolau.render.naming import EXAMPLES, Naming, naming_documents
from protocolau.render.page import Asset, Page

KEPT = "what names parties"
"""The name by which is kept what each version has of that."""


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The list of bodies and people with the clauses that name them."""
    t, library = rendering.messages, rendering.library
    named = [naming_documents(rendering, library.by_kind[kind], KEPT, mentions(library)) for kind in library.kinds]
    parties = [(party, [one for of in named for one in of.get(party.slug, ())]) for party in _bodies(rendering)]
    yield parties_file(rendering, parties)
    yield Page(
        language=rendering.language,
        address="parties/",
        section="parties",
        title=t("parties.title"),
        description=t("parties.description"),
        content=rendering.render("pages/parties.html", parties=parties, examples=EXAMPLES),
    )


def mentions(library: Library) -> Naming:
    """Tells of a version which of its clauses name parties."""
    return lambda version: party_mentions(version, library.party_finders)


def _bodies(rendering: RenderContext) -> list[Party]:
    """The parties that are not a whole side: these are named in nearly every clause."""
    return [party for party in rendering.library.vocabulary.parties.values() if party.slug != party.side]

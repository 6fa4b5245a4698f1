"""/councils/<slug>/ of a council without a relations protocol: the list of its documents."""

from collections.abc import Iterator

from protocolau.library.addresses import council_address
from protocolau.library.library import RELATIONS
from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.pages.councils import facts_of_council
from protocolau.render.standing import council_sentences, council_ways


def pages(rendering: RenderContext, council: Council) -> Iterator[Page]:
    """The page, where the council has no relations protocol, which would stand there instead."""
    if RELATIONS in council.documents:
        return
    t, name = rendering.messages, council.name[rendering.language]
    documents = facts_of_council(rendering, council)
    yield Page(
        language=rendering.language,
        address=council_address(council.slug),
        section="councils",
        title=t("documents.page_title", council=name),
        description=t("documents.description", council=name, kinds=", ".join(one.document_kind for one in documents)),
        content=rendering.render(
            "pages/documents.html",
            council=council,
            documents=documents,
            sentences=list(council_sentences(rendering, council)),
            ways=list(council_ways(rendering, council)),
        ),
    )

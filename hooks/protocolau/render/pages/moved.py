"""/councils/<former slug>/ and all below it: pages that lead on to those of the name that the council has now."""

from collections.abc import Iterator

from protocolau.library.addresses import council_addresses, former_addresses
from protocolau.model.protocol import Council
from protocolau.render.context import RenderContext
from protocolau.render.page import Page


def addresses(council: Council) -> tuple[str, ...]:
    """Every address at which such a page stands."""
    return tuple(former for address in council_addresses(council) for former in former_addresses(council, address))


def pages(rendering: RenderContext, council: Council) -> Iterator[Page]:
    """A page at each address that a page of the council has had."""
    for address in council_addresses(council):
        for former in former_addresses(council, address):
            yield _page(rendering, council, former, address)


def _page(rendering: RenderContext, council: Council, former: str, address: str) -> Page:
    t, name = rendering.messages, council.name[rendering.language]
    return Page(
        language=rendering.language,
        address=former,
        section="councils",
        title=t("moved.title", council=name, address=former),
        description=t("moved.description", council=name, address=address),
        content=rendering.render("pages/moved.html", address=address),
        canonical=address,
        indexed=False,
        moved_to=address,
    )

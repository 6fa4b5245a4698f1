"""/councils/<slug>/changes/: what changed between the versions of a document, the newest first.

Of any kind but the relations protocol that is /councils/<slug>/<kind>/changes/.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from protocolau.library.addresses import changes_address, document_address
from protocolau.model.protocol import Document, Version
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.render.pages.councils import document_name
from protocolau.render.standing import version_date
from protocolau.render.version_step import VersionStep, step_dates, step_id, version_step

RECENT = 5
"""Steps from a version to the next that the page shows itself; each of the older ones has a page of its own."""


class StepLink(NamedTuple):
    """The way to what changed from one version to the next: a place on the page, or a page of its own."""

    id: str
    dates: tuple[str, str]
    address: str
    """Below the root; empty for a place on the page."""


def further_addresses(document: Document) -> Iterator[str]:
    """The addresses of the older steps, counted from the oldest, which keep them as new versions come."""
    return (_step_address(document, number) for number in range(1, len(document.versions) - RECENT))


def _step_address(document: Document, number: int) -> str:
    return f"{changes_address(document)}{number}/"


def pages(rendering: RenderContext, document: Document) -> Iterator[Page]:
    """The page, where there is more than one version, and those of older steps."""
    if len(document.versions) < 2:
        return
    t, name = rendering.messages, document_name(rendering, document)
    steps = [*enumerate(pairwise(document.versions), start=1)][::-1]
    links = [_link(rendering, document, number, old, new) for number, (old, new) in steps]
    title = t("changes.page_title", council=name)
    recent = [version_step(rendering, old, new) for _, (old, new) in steps[:RECENT]]
    yield _page(rendering, document, changes_address(document), title, recent, links if len(links) > 1 else [])
    for number, (old, new) in steps[RECENT:]:
        dates = step_dates(rendering, old, new)
        title = t("changes.step_title", council=name, old=dates[0], new=dates[1])
        step = version_step(rendering, old, new)
        yield _page(rendering, document, _step_address(document, number), title, [step], [])


def _link(rendering: RenderContext, document: Document, number: int, old: Version, new: Version) -> StepLink:
    is_old = number < len(document.versions) - RECENT
    dates = step_dates(rendering, old, new)
    return StepLink(step_id(old), dates, _step_address(document, number) if is_old else "")


def _page(
    rendering: RenderContext,
    document: Document,
    address: str,
    title: str,
    steps: list[VersionStep],
    links: list[StepLink],
) -> Page:
    t, name = rendering.messages, document_name(rendering, document)
    newest = steps[0].new
    return Page(
        language=rendering.language,
        address=address,
        section="councils",
        title=title,
        description=t("changes.description", council=name, date=version_date(rendering, newest)),
        content=rendering.render(
            "pages/changes.html",
            name=name,
            address=document_address(document.council, document.kind),
            versions=len(document.versions),
            all_changes=changes_address(document) if address != changes_address(document) else "",
            links=links,
            steps=steps,
        ),
    )

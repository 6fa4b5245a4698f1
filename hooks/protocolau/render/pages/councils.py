"""/councils/: every council with its facts."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.model.protocol import Council, Version
from protocolau.read.dates import PartialDate
from protocolau.render.context import RenderContext
from protocolau.render.page import Page
from protocolau.translation.reading import Reading


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of a council and one version, in the words of one language."""

    council: Council
    version: Version
    name: str
    kind: str
    nation: str
    adopted: str | None
    reviewed: str | None
    review_due: str | None
    overdue: bool
    welsh_state: str
    title: str
    title_language: str


def facts(rendering: RenderContext, council: Council, version: Version) -> Facts:
    """The facts as a page in the language of the pages says them."""
    words, vocabulary = rendering.messages, rendering.library.vocabulary
    due = version.review_due
    title = Reading(version, rendering.language).title
    return Facts(
        council,
        version,
        name=council.name[rendering.language],
        kind=vocabulary.kinds[council.kind][rendering.language],
        nation=vocabulary.nations[council.nation][rendering.language],
        adopted=words.date(version.adopted) if version.adopted else None,
        reviewed=words.date(version.reviewed) if version.reviewed else None,
        review_due=words.date(due) if due else None,
        overdue=due is not None and due.last_day < rendering.settings.today,
        welsh_state=Reading(version, "cy").state,
        title=title.text,
        title_language=title.language,
    )


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The list of councils."""
    councils = [
        facts(rendering, council, rendering.library.version_shown(council.slug))
        for council in rendering.library.councils.values()
    ]
    councils.sort(key=lambda council: council.name.casefold())
    t, today = rendering.messages, rendering.settings.today
    yield Page(
        language=rendering.language,
        address="councils/",
        section="councils",
        title=t("councils.title"),
        description=t("councils.description", n=len(councils)),
        content=rendering.render(
            "pages/councils.html", councils=councils, as_at=PartialDate(today.year, today.month, today.day)
        ),
    )

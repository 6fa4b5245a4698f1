"""/councils/: every council with its facts."""

from dataclasses import dataclass

from protocolau.library.reading import read_in
from protocolau.model.dates import PartialDate
from protocolau.model.protocol import Council, Version
from protocolau.render.page import Page, Studio


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


def facts(studio: Studio, council: Council, version: Version) -> Facts:
    """The facts as a page in the studio's language says them."""
    words, vocabulary = studio.words, studio.library.vocabulary
    due = version.review_due
    title = read_in(version, studio.language).title
    return Facts(
        council,
        version,
        name=council.name[studio.language],
        kind=vocabulary.kinds[council.kind][studio.language],
        nation=vocabulary.nations[council.nation][studio.language],
        adopted=words.date(version.adopted) if version.adopted else None,
        reviewed=words.date(version.reviewed) if version.reviewed else None,
        review_due=words.date(due) if due else None,
        overdue=bool(due) and due.last_day < studio.setting.today,
        welsh_state=read_in(version, "cy").state,
        title=title.text,
        title_language=title.language,
    )


def pages(studio: Studio):
    """The list of councils."""
    found = [facts(studio, council, council.in_force) for council in studio.library.councils.values()]
    found.sort(key=lambda one: one.name.casefold())
    t, today = studio.words, studio.setting.today
    yield Page(
        language=studio.language,
        address="councils/",
        section="councils",
        title=t("councils.title"),
        description=t("councils.description", n=len(found)),
        content=studio.render(
            "pages/councils.html", councils=found, as_at=PartialDate(today.year, today.month, today.day)
        ),
    )

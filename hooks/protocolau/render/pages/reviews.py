"""/reviews/: which documents are due for review, what is overdue first; with calendars of it, for all and by nation."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from protocolau.exporting.calendar import FILE, CalendarEvent, calendar
from protocolau.exporting.feed import NOTHING_KNOWN
from protocolau.language.collation import collation_key
from protocolau.library.addresses import council_address, former_addresses, reviews_calendar, version_address
from protocolau.model.protocol import Council
from protocolau.read.dates import PartialDate
from protocolau.render.context import RenderContext
from protocolau.render.page import Asset, Page
from protocolau.render.pages.councils import ListedFacts, document_name, facts_of_council
from protocolau.render.standing import standing_words
from protocolau.translation.reading import Reading

ADDRESS = "reviews/"


@dataclass(frozen=True, slots=True)
class ReviewGroup:
    """Documents that belong together by when they are due."""

    id: str
    heading: str
    documents: list[ListedFacts]


@dataclass(frozen=True, slots=True)
class ReviewCount:
    """How many documents of councils of one nation and kind are due when."""

    nation: str
    kind: str
    overdue: int
    may_be: int
    """Of how many that is not sure."""
    later: int
    undated: int

    @property
    def all(self) -> int:
        """How many there are."""
        return self.overdue + self.may_be + self.later + self.undated


def pages(rendering: RenderContext) -> Iterator[Page | Asset]:
    """The page, the calendar of all reviews, and that of each nation. The page alone says for which day it was made."""
    t, today = rendering.messages, rendering.settings.today
    documents, nations = _reviewed(rendering, rendering.library.councils.values()), _nations(rendering)
    yield Page(
        language=rendering.language,
        address=ADDRESS,
        section="reviews",
        title=t("reviews.title"),
        description=t("reviews.description"),
        content=rendering.render(
            "pages/reviews.html",
            groups=list(_groups(rendering, documents)),
            counts=_counts(rendering, documents),
            nations=[(reviews_calendar(nation), name) for nation, name in nations.items()],
            as_at=t.date(PartialDate(today.year, today.month, today.day)),
        ),
    )
    yield _calendar(rendering, reviews_calendar(), t("reviews.title"), documents)
    for nation, name in nations.items():
        of_nation = [one for one in documents if one.council.nation == nation]
        words = t("reviews.calendar.council", council=name)
        yield _calendar(rendering, reviews_calendar(nation), words, of_nation)


def council_calendar(rendering: RenderContext, council: Council) -> Asset:
    """The calendar beside a council's page, and beside the pages that lead on to it from names that it has had."""
    address = council_address(council.slug)
    former = tuple(f"{one}{FILE}" for one in former_addresses(council, address))
    name = rendering.messages("reviews.calendar.council", council=council.name[rendering.language])
    return _calendar(rendering, f"{address}{FILE}", name, _reviewed(rendering, [council]), former)


def _reviewed(rendering: RenderContext, councils: Iterable[Council]) -> list[ListedFacts]:
    """The documents that apply, those that are due first at the beginning and those without a date at the end."""
    found = [one for council in councils for one in facts_of_council(rendering, council) if one.applies]
    return sorted(found, key=lambda one: (_last_day(one), collation_key(one.name, rendering.language)))


def _last_day(document: ListedFacts) -> str:
    return document.due.last_day.isoformat() if document.due else "undated"


def _nations(rendering: RenderContext) -> dict[str, str]:
    """The names of the nations that have councils here, in the order of the vocabulary."""
    present = {council.nation for council in rendering.library.councils.values()}
    nations = rendering.library.vocabulary.nations.items()
    return {slug: name[rendering.language] for slug, name in nations if slug in present}


def _groups(rendering: RenderContext, documents: list[ListedFacts]) -> Iterator[ReviewGroup]:
    t = rendering.messages
    for id_, said, how in (("overdue", "overdue", "sure"), ("may-be-overdue", "overdue.unsure", "unsure")):
        if of_group := [one for one in documents if one.overdue == how]:
            yield ReviewGroup(id_, t(f"reviews.{said}"), of_group)
    for year, some in groupby((one for one in documents if not one.overdue), _year):
        heading = t("reviews.year", year=str(year)) if year else t("reviews.no_date")
        yield ReviewGroup(f"due-{year}" if year else "no-date", heading, list(some))


def _year(document: ListedFacts) -> int | None:
    return document.due.year if document.due else None


def _counts(rendering: RenderContext, documents: list[ListedFacts]) -> list[ReviewCount]:
    """The counts by nation and kind, both in the order of the vocabulary."""
    vocabulary = rendering.library.vocabulary
    counts = []
    for nation, name in vocabulary.nations.items():
        for kind, kind_name in vocabulary.kinds.items():
            some = [one for one in documents if (one.council.nation, one.council.kind) == (nation, kind)]
            if some:
                when = Counter(one.overdue if one.due else None for one in some)
                names = name[rendering.language], kind_name[rendering.language]
                counts.append(ReviewCount(*names, when["sure"], when["unsure"], when[""], when[None]))
    return counts


def _calendar(
    rendering: RenderContext, path: str, name: str, documents: Iterable[ListedFacts], further: tuple[str, ...] = ()
) -> Asset:
    events = [_event(rendering, one, one.due) for one in documents if one.due]
    return Asset(path, calendar(name, rendering.language, rendering.url(ADDRESS), events), further)


def _event(rendering: RenderContext, facts: ListedFacts, due: PartialDate) -> CalendarEvent:
    """The review of a document on the last day on which it is in time. Each version's review is an event of its own."""
    t, version = rendering.messages, facts.version
    host = urlsplit(rendering.settings.addresses.site_url).hostname or "localhost"
    named = document_name(rendering, rendering.library.document_of(version))
    description = t(
        "reviews.event.description",
        title=Reading(version, rendering.language).title.text,
        date=t.date(due),
        standing=standing_words(rendering, version),
    )
    return CalendarEvent(
        uid=f"{facts.council.first_slug}.{version.kind}.{version.slug}.review@{host}",
        day=due.last_day,
        stamp=version.last_known(rendering.library.today) or NOTHING_KNOWN,
        title=t("reviews.event", document=named),
        description=description,
        url=rendering.url(version_address(version)),
    )

"""/councils/: every council with its documents and their facts."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from protocolau.library.addresses import document_address
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Document, Version
from protocolau.model.standing import Standing, has_ended
from protocolau.read.dates import PartialDate
from protocolau.render.context import RenderContext
from protocolau.render.downloads import archive_of_all
from protocolau.render.other_language import adopted_in, translation_words
from protocolau.render.page import Page
from protocolau.render.standing import standing_words
from protocolau.translation.reading import Reading

OTHER = "other"
"""The kind of those documents of which no kind says what they are."""

Overdue = Literal["", "sure", "unsure"]
"""Whether the review of a document is overdue: it is not, it is for sure, or it may be."""


@dataclass(frozen=True, slots=True)
class ListedFacts:
    """The facts of a council and one version of a document of it, in the words of one language."""

    council: Council
    version: Version
    address: str
    """That of the document."""
    name: str
    kind: str
    """That of the council."""
    nation: str
    ended: str | None
    """When the council ended, where it has."""
    document_kind: str
    kind_is_telling: bool
    """Whether its kind says what it is."""
    is_named: bool
    """Whether the kind is to be said: where it is no relations protocol, or not the council's only document."""
    standing: str
    applies: bool
    """Whether it is taken for what the council says today."""
    is_coming: bool
    """Whether its date is still to come: nothing is said to have been adopted on it."""
    adopted: str | None
    issued: str | None
    """When it was issued, where that is another day than that of its adoption."""
    reviewed: str | None
    due: PartialDate | None
    """When it is to be reviewed."""
    review_due: str | None
    """The same in words."""
    overdue: Overdue
    """Whether its review is, or may be."""
    adopted_in: str
    welsh_state: str
    other_state: str
    """How it stands in the language in which it was not adopted."""
    title: str
    title_language: str


def document_name(rendering: RenderContext, document: Document) -> str:
    """What to call a document beside others: by its council, and by its kind where that is no relations protocol.

    One of no telling kind is called by its title.
    """
    name = rendering.library.councils[document.council].name[rendering.language]
    if document.kind == RELATIONS:
        return name
    return rendering.messages("document.named", council=name, kind=name_among_own(rendering, document))


def name_among_own(rendering: RenderContext, document: Document) -> str:
    """What to call a document among those of its council: its kind, or its title where the kind says nothing of it."""
    if document.kind == OTHER:
        version = rendering.library.version_shown(document.council, OTHER)
        return Reading(version, rendering.language).title.text
    return rendering.library.vocabulary.documents[document.kind].name[rendering.language]


def facts(rendering: RenderContext, council: Council, version: Version) -> ListedFacts:
    """The facts as a page in the language of the pages says them."""
    words, library = rendering.messages, rendering.library
    vocabulary, today, due = library.vocabulary, library.today, version.next_review(library.today)
    title = Reading(version, rendering.language).title
    other_state = translation_words(rendering, version)
    return ListedFacts(
        council,
        version,
        address=document_address(council.slug, version.kind),
        name=council.name[rendering.language],
        kind=vocabulary.kinds[council.kind][rendering.language],
        nation=vocabulary.nations[council.nation][rendering.language],
        ended=words.date(council.ended) if council.ended and has_ended(council, today) else None,
        document_kind=vocabulary.documents[version.kind].name[rendering.language],
        kind_is_telling=version.kind != OTHER,
        is_named=version.kind != RELATIONS or len(council.documents) > 1,
        standing=standing_words(rendering, version),
        applies=library.standings[version].applies,
        is_coming=library.standings[version] is Standing.COMING,
        adopted=words.date(version.adopted) if version.adopted else None,
        issued=_done(rendering, version.issued) if version.issued != version.adopted else None,
        reviewed=_done(rendering, version.reviewed),
        due=due,
        review_due=words.date(due) if due else None,
        overdue=_overdue(library, version, due),
        adopted_in=adopted_in(rendering, version),
        welsh_state=other_state if version.language == "en" else words("state.adopted"),
        other_state=other_state,
        title=title.text,
        title_language=title.language,
    )


def _done(rendering: RenderContext, day: PartialDate | None) -> str | None:
    """When something was done, in words; None where that is not known, or still to come."""
    return rendering.messages.date(day) if day and day.first_day <= rendering.library.today else None


def _overdue(library: Library, version: Version, due: PartialDate | None) -> Overdue:
    """Whether a review is overdue, or may be, where it is not sure that the version still applies."""
    if not due or due.last_day >= library.today or not library.standings[version].applies:
        return ""
    return "sure" if library.is_sure_of(version) else "unsure"


def facts_of_council(rendering: RenderContext, council: Council) -> list[ListedFacts]:
    """The facts of each document of a council, in the order of the vocabulary: of the version that is shown."""
    return [
        facts(rendering, council, rendering.library.version_shown(council.slug, kind))
        for kind in rendering.library.vocabulary.documents
        if kind in council.documents
    ]


def councils_by_name(rendering: RenderContext) -> list[Council]:
    """Every council, in alphabetical order of their names in the language of the pages."""
    return rendering.in_order(rendering.library.councils.values())


def pages(rendering: RenderContext) -> Iterator[Page]:
    """The list of councils."""
    councils = councils_by_name(rendering)
    t, sole = rendering.messages, rendering.library.sole
    yield Page(
        language=rendering.language,
        address="councils/",
        section="councils",
        title=t("one.documents") if sole else t("councils.title"),
        description=t("one.councils", council=sole.name[rendering.language])
        if sole
        else t("councils.description", n=len(councils)),
        content=rendering.render(
            "pages/councils.html",
            total=len(councils),
            archive=archive_of_all(rendering),
            documents=[one for council in councils for one in facts_of_council(rendering, council)],
        ),
    )

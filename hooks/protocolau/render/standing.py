"""How a version stands on the day of the site, in words: what its page, lists and titles say of it."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.library.addresses import changes_address, council_address, document_address, version_address
from protocolau.library.library import Library
from protocolau.model.protocol import Council, Version
from protocolau.model.standing import Standing, coming, has_ended, may_have_come, successor, turned
from protocolau.read.dates import PartialDate
from protocolau.render.context import RenderContext


@dataclass(frozen=True, slots=True)
class Way:
    """A link: an address below the root of the language, and its words."""

    address: str
    words: str


@dataclass(frozen=True, slots=True)
class StandingNotice:
    """What stands above a version that is not simply in force: sentences, and the ways on from them."""

    standing: Standing
    sentences: tuple[str, ...]
    ways: tuple[Way, ...]


def standing_words(rendering: RenderContext, version: Version) -> str:
    """How a version stands, in a few words: `In force since 12 July 2022`."""
    date = _date_of(rendering, version, rendering.library.standings[version])
    return rendering.messages(f"standing.{rendering.library.told_of(version)}", date=date)


def doubt_words(rendering: RenderContext, version: Version) -> str:
    """What a reader has to know who would take a version for what the council says today: in a few words how it stands,
    or why it may apply no more. Empty where it surely applies."""
    if not rendering.library.standings[version].applies:
        return standing_words(rendering, version)
    if rendering.library.is_sure_of(version):
        return ""
    return " ".join(_sentences(rendering, version)).removesuffix(".")


def version_date(rendering: RenderContext, version: Version, undated: str = "") -> str:
    """The date of a version in running text, which tells it from others of its document: where they have the same, with
    its place among them. `undated` are other words for that there is none."""
    of_day = [one for one in rendering.library.document_of(version).versions if one.adopted == version.adopted]
    date = date_words(rendering, version.adopted) if version.adopted or not undated else undated
    return f"{date} ({of_day.index(version) + 1})" if len(of_day) > 1 else date


def date_words(rendering: RenderContext, date: PartialDate | None) -> str:
    """A date as it is written in running text, or that there is none."""
    return rendering.messages.date(date) if date else rendering.messages("undated")


def _date_of(rendering: RenderContext, version: Version, standing: Standing) -> str:
    """The date on which what is said of a version turns, in words."""
    library = rendering.library
    document = library.document_of(version)
    later = successor(document, version, library.today)
    if standing is Standing.SUPERSEDED and later:
        return version_date(rendering, later)
    return date_words(rendering, turned(library.councils[version.council], document, version, library.today))


def standing_notice(rendering: RenderContext, version: Version) -> StandingNotice | None:
    """The notice above a version; None where all that there is to say is that it is in force."""
    sentences = tuple(_sentences(rendering, version))
    ways = tuple(dict.fromkeys(_ways(rendering, version)))
    return StandingNotice(rendering.library.standings[version], sentences, ways) if sentences else None


def _sentences(rendering: RenderContext, version: Version) -> Iterator[str]:
    t, library = rendering.messages, rendering.library
    standing, council = library.standings[version], library.councils[version.council]
    if standing is not Standing.IN_FORCE and not (standing is Standing.ENDED and library.is_shown(version)):
        yield t(f"notice.{library.told_of(version)}", date=_date_of(rendering, version, standing))
    if standing is Standing.COMING and version.adopted and version.adopted.day is None:
        yield t("notice.coming.partly")
    if version.withdrawn and standing in (Standing.IN_FORCE, Standing.LATEST_KNOWN):
        unsure = may_have_come(version.withdrawn, library.today)
        date = t.date(version.withdrawn)
        yield t("notice.to_be_withdrawn.unsure" if unsure else "notice.to_be_withdrawn", date=date)
    yield from council_sentences(rendering, council)
    yield from _sentences_on_others(rendering, version)


def _sentences_on_others(rendering: RenderContext, version: Version) -> Iterator[str]:
    """What is to be said above the version that is shown of whether any other is in force, or is to be."""
    t, library = rendering.messages, rendering.library
    standing, next_one = library.standings[version], _next_one(library, version)
    unsure = any(may_have_come(one.adopted, library.today) for one in (version, next_one) if one)
    if library.is_shown(version) and not standing.applies and not unsure:
        past = "between" if next_one else "last"
        yield t(f"notice.shown.{'coming' if standing is Standing.COMING else past}")
    if next_one:
        yield t("notice.next.unsure" if unsure else "notice.next", date=version_date(rendering, next_one))


def _next_one(library: Library, version: Version) -> Version | None:
    """The version that is to come after the one that is shown, unless that is still to come itself."""
    if not library.is_shown(version) or library.standings[version] is Standing.COMING:
        return None
    later = coming(library.document_of(version), version, library.today)
    return later if later and library.standings[later] is Standing.COMING else None


def council_sentences(rendering: RenderContext, council: Council) -> Iterator[str]:
    """What is to be said of a council that is no more, or is to end."""
    t = rendering.messages
    if council.ended and has_ended(council, rendering.library.today):
        yield t("notice.council_ended", date=t.date(council.ended))
    elif council.ended:
        unsure = may_have_come(council.ended, rendering.library.today)
        yield t("notice.council_to_end.unsure" if unsure else "notice.council_to_end", date=t.date(council.ended))


def _ways(rendering: RenderContext, version: Version) -> Iterator[Way]:
    """The version that took its place, the one shown, what has changed since; the council that followed."""
    t, library = rendering.messages, rendering.library
    document, shown = library.document_of(version), library.version_shown(version.council, version.kind)
    standing = library.standings[version]
    later = successor(document, version, library.today) if not standing.applies else None
    if later and later is not shown:
        yield Way(version_address(later), t("changes.read", date=version_date(rendering, later)))
    if shown is not version:
        known, date = library.is_sure_of(shown), version_date(rendering, shown)
        words = t(f"shown.{library.standings[shown]}" if known else "changes.read", date=date)
        yield Way(document_address(version.council, version.kind), words)
    if standing is Standing.SUPERSEDED:
        yield Way(f"{changes_address(document)}#since-{version.slug}", t("changes.since"))
    if next_one := _next_one(library, version):
        yield Way(version_address(next_one), t("changes.read", date=version_date(rendering, next_one)))
    yield from council_ways(rendering, library.councils[version.council])


def council_ways(rendering: RenderContext, council: Council) -> Iterator[Way]:
    """The way to the council that took the place of one that is no more, or is to take that of one that is to end."""
    if council.succeeded_by and council.ended:
        name = rendering.library.councils[council.succeeded_by].name[rendering.language]
        t, has_gone = rendering.messages, has_ended(council, rendering.library.today)
        words = t("succeeded_by", council=name) if has_gone else t("succeeded_by.coming", council=name)
        yield Way(council_address(council.succeeded_by), words)


def title_with_standing(rendering: RenderContext, version: Version, title: str) -> str:
    """The title of a version's permanent page, which says so where the version does not apply, and tells it from the
    others and from its document's page."""
    t, standing, date = rendering.messages, rendering.library.standings[version], version_date(rendering, version)
    if standing.applies or may_have_come(version.adopted, rendering.library.today):
        return t("title.dated", title=title, date=date)
    return t(f"title.{standing}", title=title, date=date)


def title_of_document(rendering: RenderContext, version: Version, title: str) -> str:
    """The title of a document's page, which says how the version that it shows stands, where that does not apply."""
    if rendering.library.standings[version].applies:
        return title
    return rendering.messages("title.shown", title=title, standing=standing_words(rendering, version))

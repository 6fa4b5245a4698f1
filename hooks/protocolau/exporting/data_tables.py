"""All the data as tables for programs: a name for each column, both languages in one file, slugs rather than names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from protocolau.exporting.record import STATEMENT_TAGS
from protocolau.language import LANGUAGES
from protocolau.language.marks import plain
from protocolau.library.addresses import SiteAddresses, council_address, version_address
from protocolau.library.library import Library
from protocolau.model.protocol import Version
from protocolau.model.provision import Provision
from protocolau.model.vocabulary import Bilingual
from protocolau.translation.reading import Reading

Row = Sequence[str]


def tables(library: Library, addresses: SiteAddresses) -> Iterator[tuple[str, Iterator[Row]]]:
    """Every table by its name, each with a row of heads."""
    yield "councils", _councils(library, addresses)
    yield "versions", _versions(library, addresses)
    yield "provisions", _provisions(library, addresses)
    yield "statements", _statements(library)
    yield "topics", _topics(library)
    yield "parties", _parties(library)
    yield "policies", _policies(library)
    yield "terms", _terms(library)


def _councils(library: Library, addresses: SiteAddresses) -> Iterator[Row]:
    yield ("council", "name_en", "name_cy", "kind", "nation", "ended", "succeeded_by", "formerly", "website", "url")
    for one in library.councils.values():
        url = addresses.url(LANGUAGES[0], council_address(one.slug))
        facts = (one.kind, one.nation, _known(one.ended), one.succeeded_by or "", _several(one.formerly))
        yield (one.slug, *_both(one.name), *facts, one.website or "", url)


_DATES = ("adopted", "issued", "reviewed", "review_due", "withdrawn", "fetched")


def _versions(library: Library, addresses: SiteAddresses) -> Iterator[Row]:
    standing = ("standing", "standing_is_sure")
    heads = ("council", "document", "version", *standing, "language", "other_language", "title_en", "title_cy")
    yield (*heads, "state_en", "state_cy", *_DATES, "awaiting_review", "url_en", "url_cy")
    for one in library.versions():
        readings = [Reading(one, language) for language in LANGUAGES]
        yield (
            *_name(one),
            library.standings[one].value,
            "yes" if library.is_sure_of(one) else "no",
            one.language,
            one.other_language or "",
            *(reading.title.text for reading in readings),
            *("adopted" if one.other_language == "equal" else reading.state for reading in readings),
            *(_known(getattr(one, date)) for date in _DATES),
            "yes" if one.awaiting_review else "no",
            *(addresses.url(language, version_address(one)) for language in LANGUAGES),
        )


def _provisions(library: Library, addresses: SiteAddresses) -> Iterator[Row]:
    yield ("council", "document", "version", "anchor", "above", "kind", "number", "heading_en", "heading_cy", "url")
    for version in library.versions():
        url = addresses.url(LANGUAGES[0], version_address(version))
        above = {child.anchor: one.anchor for one in version.provisions.values() for child in one.children()}
        for anchor, one in version.provisions.items():
            headings = (_heading(version, one, language) for language in LANGUAGES)
            place = (anchor, above.get(anchor, ""), one.kind, one.number or "")
            yield (*_name(version), *place, *headings, f"{url}#{anchor}")


def _heading(version: Version, one: Provision, language: str) -> str:
    said = Reading(version, language).heading(one)
    return plain(said.text) if said else ""


def _statements(library: Library) -> Iterator[Row]:
    heads = ("council", "document", "version", "anchor", "position", "words_en", "words_cy", "state_en", "state_cy")
    yield (*heads, *STATEMENT_TAGS)
    for version in library.versions():
        readings = [Reading(version, language) for language in LANGUAGES]
        for one in version.statements:
            said = [reading.statement(one) for reading in readings]
            words = (*(plain(each.text) for each in said), *(each.state for each in said))
            tags = (_several(getattr(one, tag)) for tag in STATEMENT_TAGS)
            yield (*_name(version), one.anchor, str(one.position + 1), *words, *tags)


def _topics(library: Library) -> Iterator[Row]:
    yield ("topic", "group", "name_en", "name_cy", "summary_en", "summary_cy", "see")
    for one in library.vocabulary.topics.values():
        yield (one.slug, one.group, *_both(one.name), *_both(one.summary), _several(one.see))


def _parties(library: Library) -> Iterator[Row]:
    yield ("party", "side", "name_en", "name_cy", "summary_en", "summary_cy")
    for one in library.vocabulary.parties.values():
        yield (one.slug, one.side or "", *_both(one.name), *_both(one.summary))


def _policies(library: Library) -> Iterator[Row]:
    yield ("policy", "kind", "name_en", "name_cy", "summary_en", "summary_cy")
    for one in library.vocabulary.policies.values():
        yield (one.slug, one.kind, *_both(one.name), *_both(one.summary))


def _terms(library: Library) -> Iterator[Row]:
    yield ("term", "name_en", "name_cy", "explanation_en", "explanation_cy", "also_en", "also_cy", "avoid_cy", "draft")
    for one in library.vocabulary.terms.values():
        also = (_listed(one.also, language) for language in LANGUAGES)
        words = (*_both(one.name), *_both(one.explanation), *also, _listed(one.avoid, "cy"))
        yield (one.slug, *words, "yes" if one.draft else "no")


def _name(version: Version) -> tuple[str, str, str]:
    return version.council, version.kind, version.slug


def _both(words: Bilingual) -> tuple[str, ...]:
    return tuple(words[language] for language in LANGUAGES)


def _known(value: object) -> str:
    return str(value) if value else ""


def _several(slugs: Iterable[str]) -> str:
    return " ".join(slugs)


def _listed(words: Mapping[str, Sequence[str]], language: str) -> str:
    """Phrases, which may hold spaces and commas."""
    return "; ".join(words.get(language, ()))

"""Where pages stand on the site: English at its root, Welsh below `cy/`, the same path after that."""

from collections.abc import Iterator
from dataclasses import dataclass

from protocolau.language import LANGUAGES
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import Council, Document, Version


@dataclass(frozen=True, slots=True)
class SiteAddresses:
    """The absolute addresses of a site."""

    site_url: str
    """The address of the English home page, with a slash at its end."""

    @property
    def path(self) -> str:
        """The path of the English home page on its host, with a slash at either end."""
        return "/" + self.site_url.split("://", 1)[-1].partition("/")[2]

    def url(self, language: str, address: str) -> str:
        """The absolute address of the page that stands at an address below the root of its language."""
        return f"{self.site_url}{language_folder(language)}{address}"


def language_folder(language: str) -> str:
    """The folder in which the pages of a language stand, below the root of the site; empty for the first language."""
    return "" if language == LANGUAGES[0] else f"{language}/"


def council_address(council: str) -> str:
    """The address of a council, by its slug, below the root of a language."""
    return f"councils/{council}/"


def document_address(council: str, kind: str) -> str:
    """The address of a council's document of a kind: the council's own for its relations protocol."""
    return council_address(council) if kind == RELATIONS else f"{council_address(council)}{kind}/"


def version_address(version: Version) -> str:
    """The permanent address of a version."""
    return f"{document_address(version.council, version.kind)}{version.slug}/"


def version_addresses(library: Library, version: Version) -> list[str]:
    """Where a version stands: at its permanent address, and at its document's where it is the one shown there."""
    shown_at = [document_address(version.council, version.kind)] if library.is_shown(version) else []
    return [version_address(version), *shown_at]


def bilingual_address(document: Document) -> str:
    """The address at which both languages of a document stand side by side."""
    return f"{document_address(document.council, document.kind)}bilingual/"


def embed_address(document: Document) -> str:
    """The address of a document as a page for other sites' frames."""
    return f"{document_address(document.council, document.kind)}embed/"


def reviews_calendar(nation: str | None = None) -> str:
    """The address of the calendar of all reviews, or of those of a nation, by its slug."""
    return f"reviews/{nation or 'reviews'}.ics"


def changes_address(document: Document) -> str:
    """The address of what changed between the versions of a document; one with a single version has none."""
    return f"{document_address(document.council, document.kind)}changes/"


def further_page(address: str, number: int) -> str:
    """The address of one of the pages into which a page is divided: the first has the page's own."""
    return address if number == 1 else f"{address}{number}/"


def council_addresses(council: Council) -> Iterator[str]:
    """The address of every page of a council in one language, its own first."""
    yield council_address(council.slug)
    for kind, document in council.documents.items():
        if kind != RELATIONS:
            yield document_address(council.slug, kind)
        yield bilingual_address(document)
        yield embed_address(document)
        if len(document.versions) > 1:
            yield changes_address(document)
        yield from map(version_address, document.versions)


def former_addresses(council: Council, address: str) -> tuple[str, ...]:
    """Where what stands at an address of a council stood under each name that the council has had."""
    below = address.removeprefix(council_address(council.slug))
    return tuple(f"{council_address(former)}{below}" for former in council.formerly)

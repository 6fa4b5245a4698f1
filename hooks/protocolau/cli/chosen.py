"""The council, the document and the version that a command line names. Each fault is one line with its remedy."""

from collections.abc import Callable, Collection, Mapping
from difflib import get_close_matches
from pathlib import Path

from protocolau.library.library import Library
from protocolau.model.protocol import Council, Document, Version
from protocolau.read.problem import Faulty, did_you_mean, faulty
from protocolau.repository.document_folder import FACTS


def chosen_council(
    library: Library, slug: str, path: Path, names: Callable[[], Mapping[str, str]] | None = None
) -> Council:
    """A council of the library; `path` is where the fault lies if there is none of this name. `names` gives the slug of
    each that there is by every slug that it has had, where the library has not all. Raises Faulty."""
    if slug not in library.councils:
        raise no_council(slug, path, names() if names else _names(library))
    return library.councils[slug]


def no_council(slug: str, path: Path, known: Mapping[str, str]) -> Faulty:
    """That there is no council of a slug, and which may be meant, of the slugs by every one that they have had; or that
    there is one, in the folder at the path, and nothing of it but a draft."""
    if (path / slug / FACTS).is_file():
        remedy = "make its draft a version with 'protocolau adopt', or look at it with 'protocolau show'"
        return faulty(path / slug, 1, f"'{slug}' has no version of any document yet", remedy)
    near = [slug] if slug in known else get_close_matches(slug.lower(), known, n=1, cutoff=0.5)
    remedy = f"did you mean '{known[near[0]]}'?" if near else "write the name of its folder"
    return faulty(path, 1, f"there is no council '{slug}'", remedy)


def _names(library: Library) -> dict[str, str]:
    return {name: one.slug for one in library.councils.values() for name in (*one.formerly, one.slug)}


def chosen_kind(kind: str, known: Collection[str]) -> str:
    """A kind of document that there is. Raises Faulty, which names the option by which it was chosen."""
    if kind not in known:
        remedy = did_you_mean(kind, known, f"choose from: {', '.join(known)}")
        raise faulty(Path("--document"), 1, f"'{kind}' is no kind of document", remedy)
    return kind


def chosen_document(council: Council, kind: str, path: Path) -> Document:
    """The document of a kind. Raises Faulty, which says what kinds the council has."""
    if kind not in council.documents:
        remedy = f"choose from: {', '.join(council.documents)}"
        raise faulty(path, 1, f"'{council.slug}' has no document of the kind '{kind}'", remedy)
    return council.documents[kind]


def chosen_version(library: Library, council: Council, kind: str, wanted: str | None, path: Path) -> Version:
    """A version of a council's document; the one that is shown where none is named. Raises Faulty."""
    document = chosen_document(council, kind, path)
    if not wanted:
        return library.version_shown(council.slug, kind)
    if version := document.version(wanted):
        return version
    known = ", ".join(version.slug for version in document.versions)
    raise faulty(path, 1, f"'{council.slug}' has no version '{wanted}'", f"choose from: {known}")

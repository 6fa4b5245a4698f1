"""`protocolau show`: a draft as one file, to be looked at before anything is public."""

from datetime import date
from pathlib import Path
from typing import Never

import click

from protocolau.cli.chosen import chosen_council, chosen_kind
from protocolau.cli.council_facts import refuse_no_slug
from protocolau.cli.paths import GivenPath
from protocolau.cli.project import pass_project
from protocolau.cli.saying import say
from protocolau.comparison.index import ComparisonIndex
from protocolau.language import LANGUAGES
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import RELATIONS, Library
from protocolau.model.protocol import DRAFT, Version
from protocolau.read.problem import faulty
from protocolau.render.context import RenderContext, SiteSettings
from protocolau.render.pages.draft import draft_page
from protocolau.render.theme import Theme
from protocolau.repository.council_files import council_name, read_draft
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime.files import write_whole
from protocolau.runtime.project import Project


@click.command()
@click.argument("slug")
@click.option("--document", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document.")
@click.option("--version", "wanted", metavar="VERSION", help="A version instead of the draft, as 2027-05-18.")
@click.option(
    "--output",
    type=GivenPath(dir_okay=False),
    help="The file; otherwise SLUG-draft.html, or SLUG-KIND-draft.html.",
)
@pass_project
def show(project: Project, slug: str, document: str, wanted: str | None, output: Path | None) -> None:
    """Write the draft of the council SLUG as one HTML file to send to councillors.

    It holds both languages, is marked as a draft in both, asks search engines to leave it out, and needs no other
    file. Without a draft it is made of the version that is still to come, and says that instead.
    """
    today = date.today()
    library = ProtocolRepository(project.protocols).load(today)
    council = project.protocols / slug
    refuse_no_slug(slug, council)
    if not council.is_dir():
        chosen_council(library, slug, project.protocols)
    chosen_kind(document, library.vocabulary.documents)
    folder = council if document == RELATIONS else council / document
    version = _version(library, folder, slug, document, wanted)
    settings = SiteSettings(SiteAddresses("/"), today, Theme(project.theme))
    comparison = ComparisonIndex(library)
    renderings = {language: RenderContext(comparison, settings, language) for language in LANGUAGES}
    output = output or Path(f"{slug}-draft.html" if document == RELATIONS else f"{slug}-{document}-draft.html")
    write_whole(output, draft_page(renderings, council_name(council), version).encode())
    say(f"wrote {click.format_filename(output)}, {output.stat().st_size // 1000} kB: open it in a browser")


def _version(library: Library, folder: Path, slug: str, kind: str, wanted: str | None) -> Version:
    """The draft of a document, or a version of it that is named or still to come."""
    found = library.councils.get(slug)
    held = found.documents.get(kind) if found else None
    if not wanted and (draft := read_draft(folder, slug, kind, library.vocabulary, held)):
        return draft
    versions = held.versions if held else ()
    if wanted:
        chosen = next((one for one in versions if one.slug == wanted), None)
    else:
        chosen = next((one for one in versions if one.adopted and one.adopted.last_day > library.today), None)
    if chosen and chosen.adopted and chosen.adopted.last_day <= library.today:
        what = f"the council has adopted the version '{chosen.slug}', which is no draft"
        raise faulty(folder, 1, what, "write it to a file with 'protocolau export'")
    return chosen or _refuse(folder, wanted)


def _refuse(folder: Path, wanted: str | None) -> Never:
    if wanted:
        raise faulty(folder, 1, f"there is no version '{wanted}'", "give the name of its file without .yml")
    what = f"there is no {DRAFT}.yml and no version still to come"
    raise faulty(folder, 1, what, "begin one with 'protocolau new' or 'protocolau adopt', or give --version")

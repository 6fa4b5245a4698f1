"""`protocolau export`: a protocol as a file to take away."""

from datetime import date
from pathlib import Path

import click

from protocolau.cli.chosen import chosen_council, chosen_version
from protocolau.cli.output import write_output
from protocolau.cli.paths import GivenPath
from protocolau.cli.project import pass_project
from protocolau.exporting import FORMS
from protocolau.language import LANGUAGES
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import RELATIONS
from protocolau.render.messages import load_messages
from protocolau.repository.repository import ProtocolRepository
from protocolau.runtime.project import Project

_JSON, _PDF, _BOTH = "json", "pdf", "both"


@click.command("export")
@click.argument("slug")
@click.option("--document", "kind", metavar="KIND", default=RELATIONS, show_default=True, help="The kind of document.")
@click.option("--format", "form", type=click.Choice([*FORMS, _JSON]), required=True, help="The form to write.")
@click.option(
    "--language",
    type=click.Choice([*LANGUAGES, _BOTH]),
    help="That of the document otherwise; both side by side are for pdf, and json always holds both.",
)
@click.option("--version", "wanted", metavar="DATE", help="The version of that date, or 'undated'; else the one shown.")
@click.option("--output", type=GivenPath(dir_okay=False), help="The file; - for standard output.")
@pass_project
def export(
    project: Project, slug: str, kind: str, form: str, language: str | None, wanted: str | None, output: Path | None
) -> None:
    """Write the protocol of the council SLUG to a file: PDF, Word, plain text, Akoma Ntoso or JSON."""
    if language == _BOTH and form not in (_PDF, _JSON):
        raise click.ClickException(f"{form} holds one language; choose --language {' or '.join(LANGUAGES)}")
    # What only this command needs takes a while to load.
    from protocolau.exporting import formats, record
    from protocolau.exporting.outgoing_document import file_name, outgoing_document
    from protocolau.host.configuration import site_url

    repository = ProtocolRepository(project.protocols)
    library = repository.load_alone(slug, date.today())
    council = chosen_council(library, slug, project.protocols, repository.names)
    version = chosen_version(library, council, kind, wanted, project.protocols)
    addresses = SiteAddresses(site_url(project))
    words = load_messages(project.theme / "words.yml")
    spoken = LANGUAGES if language == _BOTH else (language or version.language,)
    documents = [outgoing_document(library, version, addresses, words[one]) for one in spoken]
    if form == _JSON:
        data, extension = record.record(library, version, addresses), _JSON
    else:
        chosen = formats.formats(project.theme)[form]
        data, extension = chosen.write(*documents), chosen.extension
    write_output(output or Path(file_name(documents, extension)), data)

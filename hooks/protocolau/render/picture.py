"""The picture by which the pages of a document are shown on sites where they are shared."""

from protocolau.exporting import card
from protocolau.exporting.outgoing_document import adoption
from protocolau.library.addresses import version_address
from protocolau.model.protocol import Version
from protocolau.render.context import RenderContext
from protocolau.translation.reading import Reading


def picture(rendering: RenderContext, version: Version) -> tuple[str, str] | None:
    """Where the picture of a version lies, and what it shows; None where no files are made."""
    if rendering.exports is None:
        return None
    council = rendering.library.councils[version.council]
    adopted = adoption(rendering.library, version, rendering.messages)
    title = Reading(version, rendering.language).title.text
    return f"{version_address(version)}{card.FILE}", f"{council.name[rendering.language]}: {title}. {adopted}"

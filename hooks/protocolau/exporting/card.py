"""The picture by which a version is shown on sites where it is shared. How it looks is the theme's `card.typ`."""

import io
from dataclasses import replace
from pathlib import Path

from PIL import Image

from protocolau.exporting.outgoing_document import OutgoingDocument, encoded
from protocolau.exporting.pdf import typeset

TEMPLATE = "export/card.typ"
"""The way to the template within the theme."""

FILE = "card.png"
"""What the picture beside a version is called."""

WIDTH, HEIGHT = 1200, 630
_COLOURS = 24
"""So many are enough for letters of three colours with smooth edges, and make the file a third as large."""


def shown_on(document: OutgoingDocument) -> OutgoingDocument:
    """What of a document a picture shows: it is made again only when that changes."""
    return replace(document, body=(), policies=(), terms=(), notices=(), address="", state="", version="", dated=None)


def write(theme: Path, document: OutgoingDocument) -> bytes:
    """The picture of a document, by the theme of a folder."""
    made = typeset(theme / TEMPLATE, {"document": encoded(document).decode()}, format="png", ppi=72.0)
    packed = io.BytesIO()
    with Image.open(io.BytesIO(made)) as picture:
        few = picture.convert("RGB").quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(packed, "PNG", compress_level=9)
    return packed.getvalue()

"""Files of the search as they are written: below its folder, and packed."""

from protocolau.render import packing
from protocolau.render.page import Asset

FOLDER = "search/"
"""Where the search lies, below the root of a language."""


def packed_json(path: str, content: object) -> Asset:
    """A packed file of JSON at a path below the folder."""
    return Asset(f"{FOLDER}{path}", packing.packed_json(content))


def packed_size(content: object) -> int:
    """The bytes of a packed file of JSON."""
    return len(packing.packed_json(content))

"""Files of the search as they are written: below its folder, and packed, since not every host packs what it sends."""

import gzip
import json

from protocolau.render.page import Asset

FOLDER = "search/"
"""Where the search lies, below the root of a language."""


def packed_json(path: str, content: object) -> Asset:
    """A packed file of JSON, the same whenever it is made, at a path below the folder."""
    return Asset(f"{FOLDER}{path}", gzip.compress(_compact(content), mtime=0))


def _compact(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def packed_size(content: object) -> int:
    """The bytes of a packed file of JSON."""
    return len(gzip.compress(_compact(content), mtime=0))

"""Files of the search as they are written: below its folder, and packed, since not every host packs what it sends."""

import gzip
import json
from collections.abc import Callable
from hashlib import blake2b

from protocolau.library.council_values import CouncilValues
from protocolau.render.page import Asset

FOLDER = "search/"
"""Where the search lies, below the root of a language."""

Pack = Callable[[object], bytes]
"""Makes a packed file of JSON, the same whenever it is made."""


def packed(content: object) -> bytes:
    """A packed file of JSON."""
    return _packed(_compact(content))


def kept_packed(values: CouncilValues) -> Pack:
    """The same, where what is packed is kept by its bytes: packing takes ten times as long as looking it up."""

    def pack(content: object) -> bytes:
        plain = _compact(content)
        name = f"packed {blake2b(plain, digest_size=20).hexdigest()}"
        return values.of_all(name, lambda: _packed(plain))

    return pack


def packed_json(path: str, content: object, pack: Pack = packed) -> Asset:
    """A packed file of JSON at a path below the folder."""
    return Asset(f"{FOLDER}{path}", pack(content))


def _packed(plain: bytes) -> bytes:
    return gzip.compress(plain, mtime=0)


def _compact(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()

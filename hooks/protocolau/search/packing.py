"""Files of the search as they are written: below its folder, and packed."""

from collections.abc import Callable
from hashlib import blake2b

from protocolau.library.council_values import CouncilValues
from protocolau.render import packing
from protocolau.render.page import Asset
from protocolau.runtime.compact_json import compact

FOLDER = "search/"
"""Where the search lies, below the root of a language."""

Pack = Callable[[object], bytes]
"""Makes a packed file of JSON, the same whenever it is made."""


def packed(content: object) -> bytes:
    """A packed file of JSON."""
    return packing.packed(compact(content))


def kept_packed(values: CouncilValues, smallest: bool = False) -> Pack:
    """The same, where what is packed is kept by its bytes: packing takes ten times as long as looking it up."""

    def pack(content: object) -> bytes:
        plain = compact(content)
        name = f"packed{' smallest' * smallest} {blake2b(plain, digest_size=20).hexdigest()}"
        return values.of_all(name, lambda: packing.packed(plain, smallest))

    return pack


def packed_json(path: str, content: object, pack: Pack) -> Asset:
    """A packed file of JSON at a path below the folder."""
    return Asset(f"{FOLDER}{path}", pack(content))

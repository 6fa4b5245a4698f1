"""Files that a script fetches, packed: not every host packs what it sends, and every host counts what it holds."""

import deflate

_LEVEL = 8
"""One more takes longer and saves nothing; zlib's highest takes twice as long, and a hundredth more room."""
_SMALLEST = 10
"""Five times as long for a twentieth less: worth it for the one file that every reader fetches first."""


def packed(plain: bytes, smallest: bool = False) -> bytes:
    """Some bytes, packed with gzip: the same whenever it is done, and by whichever Python."""
    return bytes(deflate.gzip_compress(plain, _SMALLEST if smallest else _LEVEL))

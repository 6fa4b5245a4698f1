"""Files that a script fetches, packed: not every host packs what it sends, and every host counts what it holds."""

import deflate

_LEVEL = 8
"""One more takes longer and saves nothing; zlib's highest takes twice as long, and a hundredth more room."""


def packed(plain: bytes) -> bytes:
    """Some bytes, packed with gzip: the same whenever it is done, and by whichever Python."""
    return bytes(deflate.gzip_compress(plain, _LEVEL))

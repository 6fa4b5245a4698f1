"""Files that a script fetches, packed: not every host packs what it sends, and every host counts what it holds."""

import zlib


def packed(plain: bytes) -> bytes:
    """Some bytes, packed with gzip: the same whenever it is done, and by whichever Python. Since 3.13 that of its own
    module has another sign in its head."""
    return zlib.compress(plain, level=9, wbits=zlib.MAX_WBITS | 16)

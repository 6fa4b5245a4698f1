"""Files that a script fetches, packed: not every host packs what it sends, and every host counts what it holds."""

import gzip
import json


def compact(content: object) -> bytes:
    """JSON as it is written before it is packed."""
    return json.dumps(content, ensure_ascii=False, check_circular=False, separators=(",", ":")).encode()


def packed(plain: bytes) -> bytes:
    """Some bytes, packed: the same whenever it is done."""
    return gzip.compress(plain, mtime=0)

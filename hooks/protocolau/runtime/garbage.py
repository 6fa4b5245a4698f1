"""Put off the collection of cyclic garbage while much is made that stays."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Collect no garbage within. Looking through hundreds of thousands of living objects again and again is in vain."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def garbage_kept_young() -> Iterator[None]:
    """Collect none within but by `gc.collect(0)`, which then looks at nothing that was there before."""
    with collection_paused():
        gc.freeze()
        try:
            yield
        finally:
            gc.freeze()  # else all that is young now would be looked through as soon as the next is made
            gc.unfreeze()

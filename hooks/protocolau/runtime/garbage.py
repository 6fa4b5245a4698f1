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
def living_objects_frozen() -> Iterator[None]:
    """Leave out of any collection within what was there before; afterwards it is collected as ever."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()

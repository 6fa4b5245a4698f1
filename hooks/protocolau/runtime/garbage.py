"""Put off the collection of garbage while much is made that stays, and leave it out where a process ends."""

import atexit
import ctypes
import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collection_paused() -> Iterator[None]:
    """Collect no cyclic garbage within: looking through hundreds of thousands of living objects again and again is in
    vain. What was made within counts as old."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            _call_all_old()
            gc.enable()


@contextmanager
def garbage_kept_young() -> Iterator[None]:
    """Collect none within but by `gc.collect(0)`, which then looks at nothing that was there before."""
    with collection_paused():
        gc.freeze()
        try:
            yield
        finally:
            _call_all_old()


def _call_all_old() -> None:
    """Have the next collection of what is young look at nothing that is there now."""
    gc.freeze()
    gc.unfreeze()


def left_to_the_system(value: object) -> None:
    """Keep a value to the end of this process, and then have the system take back its memory, and that of all that it
    holds, at once; of several the last.

    Python would take down object by object before it ends: at a thousand councils that takes a second of thirty.
    """
    atexit.unregister(_leave)
    atexit.register(_leave, value)


def _leave(value: object) -> None:
    gc.freeze()
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(value))  # a reference that nobody gives back

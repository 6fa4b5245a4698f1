"""How far a long piece of work is, said every few seconds: a short one says nothing."""

import os
import time
from collections.abc import Callable

EVERY = 10.0
"""Seconds from one line to the next, and before the first."""


class Progress:
    """Says how far a piece of work is. The processes that share it keep silent but for the one that began it."""

    def __init__(self, say: Callable[[str], object], clock: Callable[[], float] = time.monotonic):
        self._say, self._clock, self._process = say, clock, os.getpid()
        self._next = clock() + EVERY

    def reached(self, done: int, of_all: int) -> None:
        """Tell that so many of all things are done."""
        if os.getpid() == self._process and self._clock() >= self._next:
            self._next = self._clock() + EVERY
            self._say(f"{100 * done // of_all} % of the pages and files are written")

"""How far a long piece of work is, said every few seconds: a short one says nothing."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from operator import length_hint
from typing import TypeVar

EVERY = 10.0
"""Seconds from one line to the next, and before the first."""

Item = TypeVar("Item")


class Progress:
    """Says how far a piece of work is. The processes that share it keep silent but for the one that began it."""

    def __init__(self, say: Callable[[str], object], clock: Callable[[], float] = time.monotonic):
        self._say, self._clock, self._process = say, clock, os.getpid()
        self._next = clock() + EVERY

    def through(self, items: Iterable[Item], what: str) -> Iterator[Item]:
        """Each item in turn; `what` says of how many percent of them it is told that they are done."""
        for done, item in enumerate(items, 1):
            yield item
            if os.getpid() == self._process and self._clock() >= self._next:
                self._next = self._clock() + EVERY
                self._say(f"{100 * done // length_hint(items, done)} % of {what}")


SILENT = Progress(lambda line: None)
"""Says nothing."""

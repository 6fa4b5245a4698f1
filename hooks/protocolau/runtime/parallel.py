"""Work shared between the processors, where there is enough of it to be worth a second process."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from typing import TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

ENOUGH = 120
"""Pieces below which a second process costs more than it saves."""


def parallel_map(
    pieces: Sequence[Piece], work: Callable[[Sequence[Piece]], Result]
) -> list[tuple[Sequence[Piece], Result]]:
    """The results of working on shares of the pieces, each with its share; one share where there are few.

    Helpers are forks: they see all that this process has made, and send back their result alone.
    RuntimeError where a helper fails; its reason is on the standard error.
    """
    processes = _processors() if len(pieces) >= ENOUGH else 1
    shares = [pieces[start::processes] for start in range(processes)]
    helpers = [_Helper(part, work) for part in shares[1:]]
    own = work(shares[0])
    return [(shares[0], own), *((helper.pieces, helper.result()) for helper in helpers)]


class _Helper:
    """A forked process that works on a share of the pieces."""

    def __init__(self, pieces: Sequence, work: Callable):
        self.pieces = pieces
        context = multiprocessing.get_context("fork")
        self._answer, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_send, args=(sender, self._answer, work, pieces))
        self._process.start()
        sender.close()

    def result(self):
        try:
            return self._answer.recv()
        except EOFError:
            raise RuntimeError("a helper process failed; the reason stands above") from None
        finally:
            self._process.join()


def _send(sender, answer, work: Callable, pieces: Sequence) -> None:
    answer.close()
    sender.send(work(pieces))
    sender.close()


def _processors() -> int:
    """Forking is safe on Linux alone."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1

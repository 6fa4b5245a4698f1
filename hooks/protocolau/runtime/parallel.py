"""Share work between the processors, where there is enough of it to be worth a second process."""

import multiprocessing
import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 120
"""Items below which a second process costs more than it saves."""


def parallel_map(
    items: Sequence[Item], work: Callable[[Sequence[Item]], Result], enough: int = ENOUGH
) -> list[tuple[Sequence[Item], Result]]:
    """Work on shares of the items at once. Returns each share with the result of working on it.

    There is one share where the items are fewer than `enough`, where the system cannot fork, or within a share of
    other work, which keeps every processor busy: then all is done in this process.
    Helpers are forks, so they see all that this process has made; only their results, which must be picklable,
    travel back. What a helper raises is raised here.
    """
    global _is_sharing
    processes = _processors() if len(items) >= enough and not _is_sharing else 1
    shares = [items[start::processes] for start in range(processes)]
    if processes == 1:
        return [(shares[0], work(shares[0]))]
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(processes - 1, context, initializer=_inherit, initargs=(work, shares)) as helpers:
        pending = [helpers.submit(_work_on_share, place) for place in range(1, processes)]
        _is_sharing = True
        try:
            results = [work(shares[0]), *(future.result() for future in pending)]
        finally:
            _is_sharing = False
    return list(zip(shares, results, strict=True))


_is_sharing = False
"""Whether this process works on a share."""
_inherited: tuple[Callable[[Any], Any], Sequence[Any]]
"""What a helper works on, and how. It comes with the fork: a closure over a whole library cannot be pickled."""


def _inherit(work: Callable[[Any], Any], shares: Sequence[Any]) -> None:
    global _inherited, _is_sharing
    _inherited, _is_sharing = (work, shares), True


def _work_on_share(place: int) -> Any:
    work, shares = _inherited
    return work(shares[place])


def _processors() -> int:
    """The processors that may be used. Forking is safe on Linux alone: elsewhere system libraries hold threads."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1

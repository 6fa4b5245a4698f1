"""Share work between the processors, where there is enough of it to be worth a second process."""

import errno
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.sharedctypes import Synchronized
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ENOUGH = 120
"""Items below which a second process costs more than it saves."""


class Share(Iterable[Item]):
    """What one process takes of the items: its first, and then the next that nobody has taken, whenever it is ready.

    So all processes end at about the same time, however long each item takes. A share can be gone through once.
    """

    def __init__(self, items: Sequence[Item], first: int, processes: int, further: "Synchronized[int]"):
        """`further` is the number of the next item that nobody has taken, which all processes see."""
        self._items, self._first, self._processes, self._further = items, first, processes, further
        self.taken: list[int] = []
        """The numbers of the items that it has taken."""

    def __iter__(self) -> Iterator[Item]:
        number = self._first
        while number < len(self._items):
            self.taken.append(number)
            yield self._items[number]
            with self._further.get_lock():
                number = self._further.value
                self._further.value += 1

    def __length_hint__(self) -> int:
        """How many it will have taken, as far as can be told."""
        return len(self.taken) + max(0, len(self._items) - self._further.value) // self._processes

    def give_up(self) -> None:
        """Leave nothing for anybody to take."""
        with self._further.get_lock():
            self._further.value = len(self._items)


def parallel_map(
    items: Sequence[Item], work: Callable[[Iterable[Item]], Result], enough: int = ENOUGH
) -> list[tuple[Sequence[Item], Result]]:
    """Work on shares of the items at once. Returns each share with the result of working on it, which has to go through
    all of it.

    There is one share where the items are fewer than `enough`, where the system cannot fork, or within a share of
    other work, which keeps every processor busy: then all is done in this process.
    Helpers are forks, so they see all that this process has made; only their results, which must be picklable,
    travel back. What a helper raises is raised here, and nobody goes on; where one is killed, it is an OSError. A
    helper ends when this process is killed.
    """
    global _is_sharing
    processes = _processors() if len(items) >= enough and not _is_sharing else 1
    if processes == 1:
        return [(items, work(items))]
    context = multiprocessing.get_context("fork")
    further = context.Value("q", processes)
    shares = [Share(items, first, processes, further) for first in range(processes)]
    with ProcessPoolExecutor(processes - 1, context, initializer=_inherit, initargs=(work, shares)) as helpers:
        pending = [helpers.submit(_work_on_share, place) for place in range(1, processes)]
        _is_sharing = True
        try:
            done = [_worked_on(work, shares[0]), *(future.result() for future in pending)]
        except BrokenProcessPool:  # the system kills what asks for more memory than there is
            raise OSError(errno.ENOMEM, os.strerror(errno.ENOMEM)) from None
        finally:
            _is_sharing = False
    return [([items[number] for number in taken], result) for taken, result in done]


_is_sharing = False
"""Whether this process works on a share."""
_inherited: tuple[Callable[[Any], Any], Sequence[Any]]
"""What a helper works on, and how. It comes with the fork: a closure over a whole library cannot be pickled."""


def _inherit(work: Callable[[Any], Any], shares: Sequence[Any]) -> None:
    global _inherited, _is_sharing
    _inherited, _is_sharing = (work, shares), True
    threading.Thread(target=_end_with_the_first, daemon=True).start()


def _end_with_the_first() -> None:
    """Wait for the process that began the work, and end at once when it does: nobody is left to ask for more."""
    first = multiprocessing.parent_process()
    assert first is not None
    first.join()
    os._exit(1)


def _work_on_share(place: int) -> Any:
    work, shares = _inherited
    return _worked_on(work, shares[place])


def _worked_on(work: Callable[[Iterable[Item]], Result], share: Share[Item]) -> tuple[list[int], Result]:
    try:
        return share.taken, work(share)
    except BaseException:
        share.give_up()
        raise


def _processors() -> int:
    """The processors that may be used. Forking is safe on Linux alone: elsewhere system libraries hold threads."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1

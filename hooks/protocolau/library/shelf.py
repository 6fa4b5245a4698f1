"""The words of councils, of which no more than some are held at a time: those of ten thousand would fill the memory.

What every list asks of a council stays: its facts, the dates and titles of its versions, and of which topics they
speak. Its words are read again when they are asked for, and let go of when enough others have been since.
"""

from collections.abc import Callable
from functools import partial

from protocolau.model.protocol import Council
from protocolau.runtime.garbage import collection_paused

AT_HAND = 60
"""Councils whose words are held at once, with what follows from them: some 15 MB. They are asked for in batches, or one
after another, so more at hand would save nothing: a build of 250 took as long with all of them.
"""


class Shelf:
    """Holds the words of the councils that were asked for last."""

    def __init__(self, at_hand: int = AT_HAND) -> None:
        """`at_hand` is the number of councils whose words are held at once."""
        self._at_hand = at_hand
        self._held: dict[str, Council] = {}
        """The first are those that were read first."""

    def put(self, council: Council, read_again: Callable[[], Council]) -> None:
        """Let go of the words of a council, which `read_again` reads as they are now."""
        for version in council.versions:
            version.let_go()
            version.brought_back_by(partial(self._bring_back, council, read_again))

    def _bring_back(self, council: Council, read_again: Callable[[], Council]) -> None:
        while len(self._held) >= self._at_hand:
            for version in self._held.pop(next(iter(self._held))).versions:
                version.let_go()
        with collection_paused():
            for version, read in zip(council.versions, read_again().versions, strict=True):
                version.take_words(read)
        self._held[council.slug] = council

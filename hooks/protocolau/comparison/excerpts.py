"""What every version of a kind says on each topic, in files: who makes the pages of a topic reads those excerpts alone.

Else each topic would have every council read again as a whole, or all of them would have to be held.
"""

import os
from array import array
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from protocolau.comparison.topic_wordings import wording_key
from protocolau.model.excerpt import excerpt
from protocolau.model.protocol import Version
from protocolau.runtime.garbage import collection_paused
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.value_store import as_written, read
from protocolau.translation.reading import know_in_short

TOGETHER = 25
"""Versions whose excerpts on a topic are written and read together: each time costs some tenth of a millisecond."""
ENOUGH = 6
"""Such batches from which on several processes work on them."""


class _Batch(NamedTuple):
    """The excerpts of some neighbouring versions on a topic."""

    file: str
    start: int
    wordings: "array[int]"
    """For each version a number that is equal for those that say the same in the same words."""


class Excerpts:
    """By topic the excerpts of some versions, in their order."""

    def __init__(self, folder: Path, versions: Sequence[Version]) -> None:
        """Write the excerpts into files of a folder, on all processors where there are many."""
        self._folder = folder
        self._batches: dict[str, list[_Batch]] = {}
        batches = [versions[start : start + TOGETHER] for start in range(0, len(versions), TOGETHER)]
        shares = parallel_map(
            range(len(batches)), lambda part: [self._write(batches[number]) for number in part], ENOUGH
        )
        written = sorted(
            (number, found) for share, results in shares for number, found in zip(share, results, strict=True)
        )
        for _, found in written:
            for topic, batch in found.items():
                self._batches.setdefault(topic, []).append(batch)

    def of(self, topic: str) -> Iterator[Version]:
        """The excerpts on a topic."""
        for batch in self._batches[topic]:
            with (self._folder / batch.file).open("rb") as file, collection_paused():
                file.seek(batch.start)
                excerpts = read(file)
            yield from excerpts

    def wordings(self, topic: str) -> int:
        """How many wordings of a topic there are."""
        return len({wording for batch in self._batches[topic] for wording in batch.wordings})

    def _write(self, versions: Sequence[Version]) -> dict[str, _Batch]:
        """Write the excerpts of a batch, topic by topic, into the file of this process."""
        topics = dict.fromkeys(topic for version in versions for topic in version.spoken)
        name, found = f"{versions[0].kind}-{os.getpid()}", {}
        with (self._folder / name).open("ab") as file, collection_paused():
            for version in versions:
                know_in_short(version)
            for topic in topics:
                speaking = [version for version in versions if topic in version.spoken]
                wordings = array("q", (hash(wording_key(version, version.by_topic[topic])) for version in speaking))
                found[topic] = _Batch(name, file.tell(), wordings)
                file.write(as_written([excerpt(version, topic) for version in speaking]))
        return found

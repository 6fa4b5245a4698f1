"""What every version of a kind says on each topic, in files: who makes the pages of a topic reads those excerpts alone.

Else each topic would have every council read again as a whole, or all of them would have to be held. The files are kept
from one build to the next, beside other values of councils:

3f/3f9a…    the excerpts of some neighbouring versions, topic by topic; then where each topic begins,
            and in eight bytes where that is written. The name is the digest of all that they are made
            from: a build writes those again in which a council has changed.
"""

import hashlib
import os
from array import array
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from pickle import UnpicklingError
from typing import NamedTuple
from zlib import crc32

from protocolau.comparison.topic_wordings import wording_key
from protocolau.model.excerpt import excerpt
from protocolau.model.protocol import Version
from protocolau.runtime import kept
from protocolau.runtime.garbage import collection_paused
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress
from protocolau.runtime.value_store import as_written, read
from protocolau.translation.reading import know_in_short

TOGETHER = 25
"""Versions, about, whose excerpts on a topic are written and read together: each time costs some tenth of a
millisecond. A batch begins with a council whose name says so, so that another council changes one batch alone."""
ENOUGH = 6
"""Batches from which on several processes work on them."""
_LENGTH = 8
"""Bytes of a number."""

StandsFor = Callable[[str], str | None]
"""What changes with any file of a council; None where that cannot be told."""
Topics = dict[str, tuple[int, "array[int]"]]
"""Of each topic where the excerpts begin, and for each of them a number that is equal for those that say the same in
the same words."""


class _Batch(NamedTuple):
    """The excerpts of some neighbouring versions."""

    file: Path
    topics: Topics


class Excerpts:
    """By topic the excerpts of some versions, in their order."""

    def __init__(
        self,
        folder: Path,
        recipe: bytes,
        versions: Sequence[Version],
        stands_for: StandsFor,
        progress: Progress = SILENT,
    ) -> None:
        """Write the excerpts into files of a folder, on all processors where there are many; what is there of the same
        councils by the same recipe is taken from there."""
        self._folder, self._recipe, self._stands_for = folder, recipe, stands_for
        batches = list(_batches(versions))
        files = [self._file(batch) for batch in batches]
        known = [_topics(file) for file in files]
        new = [number for number, topics in enumerate(known) if topics is None]
        what = "what is said by topic is found"
        shares = parallel_map(
            new, lambda part: [_write(files[one], batches[one]) for one in progress.through(part, what)], ENOUGH
        )
        made = {number: topics for share, results in shares for number, topics in zip(share, results, strict=True)}
        self._batches = [_Batch(file, known[number] or made[number]) for number, file in enumerate(files)]

    def of(self, topic: str) -> Iterator[Version]:
        """The excerpts on a topic."""
        for batch in self._batches:
            if topic in batch.topics:
                with batch.file.open("rb") as file, collection_paused():
                    file.seek(batch.topics[topic][0])
                    excerpts = read(file)
                yield from excerpts

    def wordings(self, topic: str) -> int:
        """How many wordings of a topic there are."""
        return len({one for batch in self._batches if topic in batch.topics for one in batch.topics[topic][1]})

    def _file(self, versions: Sequence[Version]) -> Path:
        """Where the excerpts of a batch are kept; for as long as this build alone where its files are not known."""
        parts = [(str(one.path), self._stands_for(one.council) or os.getpid()) for one in versions]
        name = hashlib.sha256(self._recipe + repr(parts).encode()).hexdigest()
        return kept.place_of(self._folder, name)


def _batches(versions: Sequence[Version]) -> Iterator[list[Version]]:
    batch: list[Version] = []
    for version in versions:
        if batch and not crc32(version.council.encode()) % TOGETHER:
            yield batch
            batch = []
        batch.append(version)
    if batch:
        yield batch


def _write(place: Path, versions: Sequence[Version]) -> Topics:
    """Write the excerpts of a batch, whole or not at all."""
    topics: Topics = {}
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    with new.open("wb") as file, collection_paused():
        for version in versions:
            know_in_short(version)
        for topic in dict.fromkeys(topic for version in versions for topic in version.spoken):
            speaking = [version for version in versions if topic in version.spoken]
            topics[topic] = file.tell(), array("Q", (_number(version, topic) for version in speaking))
            file.write(as_written([excerpt(version, topic) for version in speaking]))
        end = file.tell()
        file.write(as_written({topic: (start, wordings.tobytes()) for topic, (start, wordings) in topics.items()}))
        file.write(end.to_bytes(_LENGTH))
    new.replace(place)
    return topics


def _topics(place: Path) -> Topics | None:
    """What is in a file; None where there is none, or it is not whole."""
    try:
        with place.open("rb") as file:
            file.seek(-_LENGTH, os.SEEK_END)
            file.seek(int.from_bytes(file.read(_LENGTH)))
            written = read(file)
        os.utime(place)
    except (OSError, EOFError, ValueError, UnpicklingError):
        return None
    return {topic: (start, array("Q", wordings)) for topic, (start, wordings) in written.items()}


def _number(version: Version, topic: str) -> int:
    """Equal for versions that say the same on a topic in the same words."""
    words = "\n".join(wording_key(version, version.by_topic[topic]))
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=_LENGTH).digest())

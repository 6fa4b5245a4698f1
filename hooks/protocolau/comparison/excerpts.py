"""What every version of a kind says on each topic, in files: who makes the pages of a topic reads those excerpts alone.

Else each topic would have every council read again as a whole, or all of them would have to be held. The files are kept
from one build to the next, beside other values of councils:

3f/3f9a…    the excerpts of some neighbouring versions, a line of JSON for each topic; then where each
            line begins, and in eight bytes where that is written. The name is the digest of all that
            they are made from: a build writes those again in which a council has changed.
"""

import hashlib
import os
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from pickle import UnpicklingError
from typing import NamedTuple
from zlib import crc32

import orjson

from protocolau.comparison.topic_wordings import grouping_key
from protocolau.language import LANGUAGES
from protocolau.model.excerpt import Cutter, excerpt
from protocolau.model.protocol import Version
from protocolau.runtime import kept
from protocolau.runtime.compact_json import compact
from protocolau.runtime.value_store import as_written, read
from protocolau.translation.reading import know_in_short, reading_of

TOGETHER = 8
"""Councils, about, whose excerpts on a topic are written and read together: each time costs some hundredth of a
millisecond. A batch begins with a council whose name says so, so that another council changes one batch alone."""
_LENGTH = 8
"""Bytes of a number."""

StandsFor = Callable[[str], str | None]
"""What changes with any file of a council; None where that cannot be told."""


class _OnTopic(NamedTuple):
    """The excerpts on a topic."""

    start: int
    """Where they begin."""
    wordings: "array[int]"
    """For each a number that is equal for those that say the same in the same words."""
    said: bytes
    """For each a digest, one after another."""


Topics = dict[str, _OnTopic]


@dataclass
class _Batch:
    """The excerpts of some neighbouring versions."""

    file: Path
    versions: Sequence[Version]
    topics: Topics | None
    """None until they are written."""


class _Part(NamedTuple):
    """What a version says on a topic, as it is written into the file."""

    written: bytes
    """A part of JSON."""
    digest: bytes
    """Of that, and of the languages in which the version can be shown."""
    wording: int
    """Equal for versions that say the same in the same words."""


class Excerpts:
    """By topic the excerpts of some versions, in their order, as soon as every batch of them is written."""

    def __init__(
        self, folder: Path, recipe: bytes, batches: Iterable[Sequence[Version]], stands_for: StandsFor
    ) -> None:
        """The files are kept in a folder. What is there of the same councils by the same recipe is taken from there."""
        self._batches = []
        for versions in batches:
            file = _file(folder, recipe, versions, stands_for)
            self._batches.append(_Batch(file, versions, _topics(file) if versions else {}))

    def is_written(self, number: int) -> bool:
        """Whether the excerpts of a batch are there."""
        return self._batches[number].topics is not None

    def write(self, number: int) -> Topics:
        """Write the excerpts of a batch. Returns what is to be noted of it by whoever reads them."""
        batch = self._batches[number]
        return _write(batch.file, batch.versions)

    def note(self, number: int, topics: Topics) -> None:
        """Note that a batch has been written, by this process or by another."""
        self._batches[number].topics = topics

    def of(self, topic: str) -> Iterator[Version]:
        """The excerpts on a topic."""
        for batch, on_topic in self._speaking(topic):
            with batch.file.open("rb") as file:
                file.seek(on_topic.start)
                said = orjson.loads(file.readline())
            speaking = (version for version in batch.versions if topic in version.spoken)
            for version, one, wording in zip(speaking, said, on_topic.wordings, strict=True):
                yield excerpt(version, topic, one, wording)

    def said(self, topic: str) -> bytes:
        """The digests of what is said on a topic, with all that governs it, in the order of the versions: equal as long
        as the excerpts say the same."""
        return b"".join(on_topic.said for _, on_topic in self._speaking(topic))

    def wordings(self, topic: str) -> int:
        """How many wordings of a topic there are."""
        return len({one for _, on_topic in self._speaking(topic) for one in on_topic.wordings})

    def _speaking(self, topic: str) -> Iterator[tuple[_Batch, _OnTopic]]:
        for batch in self._batches:
            assert batch.topics is not None, "the excerpts of a batch have not been written"
            if topic in batch.topics:
                yield batch, batch.topics[topic]


def batches_of(councils: Iterable[str]) -> Iterator[list[str]]:
    """Councils, by their slugs in alphabetical order, in the batches whose excerpts are written together."""
    batch: list[str] = []
    for council in councils:
        if batch and not crc32(council.encode()) % TOGETHER:
            yield batch
            batch = []
        batch.append(council)
    if batch:
        yield batch


def _file(folder: Path, recipe: bytes, versions: Iterable[Version], stands_for: StandsFor) -> Path:
    """Where the excerpts of a batch are kept; for this build alone where the files of its councils are not known."""
    parts = [(str(one.path), stands_for(one.council) or os.getpid()) for one in versions]
    return Path(kept.place_of(folder, hashlib.sha256(recipe + repr(parts).encode()).hexdigest()))


def _write(place: Path, versions: Sequence[Version]) -> Topics:
    """Write the excerpts of a batch, whole or not at all."""
    topics: Topics = {}
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f"{place.name}.{os.getpid()}")
    cut = [_cut_by_topic(version) for version in versions]
    with new.open("wb") as file:
        for topic in dict.fromkeys(topic for version in versions for topic in version.spoken):
            parts = [by_topic[topic] for by_topic in cut if topic in by_topic]
            topics[topic] = _OnTopic(
                file.tell(),
                array("Q", (part.wording for part in parts)),
                b"".join(part.digest for part in parts),
            )
            file.writelines((b"[", b",".join(part.written for part in parts), b"]\n"))
        end = file.tell()
        file.write(as_written({topic: (one.start, one.wordings.tobytes(), one.said) for topic, one in topics.items()}))
        file.write(end.to_bytes(_LENGTH))
    new.replace(place)
    return topics


def _cut_by_topic(version: Version) -> dict[str, _Part]:
    """What a version says on each topic of which it speaks, as it is written."""
    know_in_short(version)
    cutter, shown = Cutter(version), [reading_of(version, language).state != "missing" for language in LANGUAGES]
    parts = {}
    for topic in version.spoken:
        written = compact(cutter.cut(topic))
        digest = hashlib.blake2b(repr((version.language, shown)).encode() + written, digest_size=_LENGTH).digest()
        parts[topic] = _Part(written, digest, _number(version, topic))
    return parts


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
    return {topic: _OnTopic(start, array("Q", wordings), said) for topic, (start, wordings, said) in written.items()}


def _number(version: Version, topic: str) -> int:
    """Equal for versions that say the same on a topic in the same words."""
    words = repr(grouping_key(version, topic))
    return int.from_bytes(hashlib.blake2b(words.encode(), digest_size=_LENGTH).digest())

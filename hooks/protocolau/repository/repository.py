"""From the folder of protocols to the library, or to every fault in it."""

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

from protocolau.library.library import Library
from protocolau.library.shelf import Shelf
from protocolau.model.protocol import Council
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.problem import Faulty, Problem, did_you_mean, faulty
from protocolau.repository.council_files import former_slugs, load_council, no_protocol
from protocolau.repository.document_folder import FACTS
from protocolau.repository.vocabulary_files import VOCABULARY, load_vocabulary
from protocolau.runtime.files import Stamp, stamp_of
from protocolau.runtime.garbage import collection_paused
from protocolau.runtime.parallel import parallel_map
from protocolau.runtime.progress import SILENT, Progress
from protocolau.runtime.value_store import ValueStore
from protocolau.schema.fields import SLUG
from protocolau.translation.reading import know_in_short

SCHEMAS = "schema"
"""The folder of the JSON Schemas."""
RESERVED = {VOCABULARY, SCHEMAS}
"""Folders of `protocols/` that are not councils."""


class _Known(NamedTuple):
    """A council as it was read last."""

    stamp: Stamp
    council: Council | None
    problems: list[Problem]
    digest: str | None
    """Of its files; None where they have changed while they were read."""


class ProtocolRepository:
    """The folder of protocols. Reads it again and again, each time only what has changed."""

    def __init__(self, root: Path, kept: ValueStore | None = None, progress: Progress = SILENT):
        """`kept` keeps councils from one process to the next, each by the bytes of its files.

        Where there is such a store, the words of councils are not held, but read from there when they are asked for.
        """
        self.root, self._kept, self._progress, self._shelf = root, kept, progress, Shelf()
        self._library: Library | None = None
        self._vocabulary: tuple[Stamp, Vocabulary] | None = None
        self._councils: dict[str, _Known] = {}

    def load(self, today: date, begun: str | None = None) -> Library:
        """The library as it stands on disk, of a day. Raises Faulty with every fault of every file.

        `begun` is the slug of a council whose first document is about to be written: it may have none yet.
        """
        with collection_paused():
            vocabulary = self._read_vocabulary()
            self._councils = self._read_councils(vocabulary)
        councils = {name: known.council for name, known in self._councils.items() if known.council}
        allowed = no_protocol(self.root / begun) if begun else None
        problems = [one for known in self._councils.values() for one in known.problems if one != allowed]
        if problems := problems or list(_names_of_councils(self.root, councils)):
            raise Faulty(problems)
        last = self._library  # of which much may be worked out already
        if last is None or (last.vocabulary, last.councils, last.today) != (vocabulary, councils, today):
            last = self._library = Library(vocabulary, councils, today)
        return last

    def load_alone(self, council: str, today: date) -> Library:
        """A library of one council, by its slug; an empty one where there is none of that name. Raises Faulty with
        every fault of its files and of the vocabulary; nothing is said of others, which are not read."""
        vocabulary, folders = self._read_vocabulary(), {folder.name: folder for folder in council_folders(self.root)}
        read, problems = load_council(folders[council], vocabulary) if council in folders else (None, [])
        if problems:
            raise Faulty(problems)
        return Library(vocabulary, {council: read} if read else {}, today)

    def names(self) -> dict[str, str]:
        """The slug of each council by every slug that it has had. Nothing but that is read, and no fault told."""
        folders = [folder.name for folder in council_folders(self.root)]
        former = {one: slug for slug in folders for one in former_slugs(self.root / slug)}
        return former | {slug: slug for slug in folders}

    def has_changed(self, council: str) -> bool:
        """Whether the files in the folder of a slug are not those that were read last."""
        if not SLUG.fullmatch(council) or council in RESERVED:
            return False
        known = self._councils.get(council)
        return stamp_of(self.root / council) != (known.stamp if known else ())

    def digest(self, council: str) -> str | None:
        """What changes with any byte of a council's files; None where they have changed since they were read."""
        return self._councils[council].digest

    def _read_vocabulary(self) -> Vocabulary:
        stamp = stamp_of(self.root / VOCABULARY)
        if self._vocabulary is None or self._vocabulary[0] != stamp:
            self._vocabulary = (stamp, load_vocabulary(self.root / VOCABULARY))
            self._councils.clear()
        return self._vocabulary[1]

    def _read_councils(self, vocabulary: Vocabulary) -> dict[str, _Known]:
        """Every council: known where its folder is as it was, else read."""
        stamps = {folder: stamp_of(folder) for folder in council_folders(self.root)}
        read: dict[str, _Known] = {}
        for folder, stamp in stamps.items():
            known = self._councils.get(folder.name)
            if known and known.stamp == stamp or (known := self._kept_council(folder, stamp)):
                read[folder.name] = known
        changed = [(folder, stamp) for folder, stamp in stamps.items() if folder.name not in read]
        for share, results in parallel_map(changed, lambda part: self._read_share(part, vocabulary)):
            read.update((folder.name, known) for (folder, _), known in zip(share, results, strict=True))
        for name, known in read.items():
            if known.council and known.digest:
                self._shelf.put(known.council, partial(self._read_again, self.root / name, known.digest, vocabulary))
        return {folder.name: read[folder.name] for folder in stamps}

    def _kept_council(self, folder: Path, stamp: Stamp) -> _Known | None:
        """A council whose files have the bytes that they had when an earlier process found no fault in them."""
        if self._kept is None:
            return None
        digest = _digest(folder, stamp)
        council: Council | None = self._kept.find(_place(folder, digest, "without words"))
        return _Known(stamp, council, [], digest) if council and stamp_of(folder) == stamp else None

    def _read_again(self, folder: Path, digest: str, vocabulary: Vocabulary) -> Council:
        """A council as it was read before. Raises Faulty where neither the store nor its files have it any more."""
        assert self._kept is not None, "without a store no council is put away"
        council: Council | None = self._kept.find(_place(folder, digest))
        if council is None and _digest(folder, stamp_of(folder)) == digest:
            council, _ = load_council(folder, vocabulary)
        if council is None:
            what = "the files of this folder have changed while the site was built"
            raise faulty(folder, 1, what, "build the site again")
        return council

    def _read_share(self, share: Iterable[tuple[Path, Stamp]], vocabulary: Vocabulary) -> list[_Known]:
        return [self._read(*one, vocabulary) for one in self._progress.through(share, "the councils are read")]

    def _read(self, folder: Path, stamp: Stamp, vocabulary: Vocabulary) -> _Known:
        council, problems = load_council(folder, vocabulary)
        if self._kept is None:
            return _Known(stamp, council, problems, None)
        digest = _digest(folder, stamp)
        if stamp_of(folder) != stamp:
            return _Known(stamp, council, problems, None)
        if council and not problems:
            self._kept.keep(_place(folder, digest), council)
            for version in council.versions:
                know_in_short(version)
                version.let_go()  # before it travels from one process to the other
            self._kept.keep(_place(folder, digest, "without words"), council)
        return _Known(stamp, council, problems, digest)


def _place(folder: Path, digest: str, part: str = "whole") -> str:
    """By what a council is kept: its folder, for that is said of its versions, and the bytes of its files."""
    return f"council {part}\0{folder}\0{digest}"


def council_folders(root: Path) -> Iterator[Path]:
    """The folders of councils below a folder of protocols, in alphabetical order."""
    for folder in sorted(root.iterdir()):
        if folder.is_dir() and folder.name not in RESERVED and not folder.name.startswith("."):
            yield folder


def _names_of_councils(root: Path, councils: Mapping[str, Council]) -> Iterator[Problem]:
    """A council is succeeded by another one that is here, and no two councils have or had one name."""
    taken = dict.fromkeys(councils, "")
    for slug, council in councils.items():
        path = root / slug / FACTS
        if council.succeeded_by and council.succeeded_by not in councils:
            others = [one for one in councils.values() if one is not council]
            said = _unknown_successor(council.succeeded_by, root, others)
            yield Problem(path, _line(path, "succeeded_by"), *said)
        elif slug in _successors(slug, councils):
            what = f"succeeded by '{council.succeeded_by}', and so in the end by itself"
            yield Problem(path, _line(path, "succeeded_by"), what, "take it out of the council that is there today")
        for former in council.formerly:
            if former == slug or taken.get(former) == slug:
                what = f"was formerly '{former}', which is the council's name today or stands here twice"
                yield Problem(path, _line(path, "formerly"), what, "write the name that the folder had, or take it out")
            elif former in taken:
                what = f"was formerly '{former}', which is or was another council's name"
                yield Problem(path, _line(path, "formerly"), what, "keep it for one of the two")
            taken[former] = slug


def _unknown_successor(name: str, root: Path, others: Iterable[Council]) -> tuple[str, str]:
    """What is wrong and what to do where a council is succeeded by none of the others that have adopted anything."""
    today = next((one.slug for one in others if name in one.formerly), name)
    if name not in RESERVED and (root / name / FACTS).is_file():
        what = f"succeeded by '{name}', which has no adopted document here"
        return what, "write 'succeeded_by' when there is one"
    known, otherwise = [one.slug for one in others], "write the name of a council's folder"
    return f"succeeded by '{name}', which is not here", did_you_mean(today, known, otherwise)


def _successors(slug: str, councils: Mapping[str, Council]) -> list[str]:
    """The council that succeeded one, the one that succeeded that, and so on, each once."""
    found: list[str] = []
    while slug in councils and (successor := councils[slug].succeeded_by) and successor not in found:
        found.append(slug := successor)
    return found


def _line(path: Path, key: str) -> int:
    """The line of a key at the top of a file that has been read without a fault."""
    lines = path.read_text("utf-8").splitlines()
    return next((number for number, line in enumerate(lines, 1) if line.startswith(key)), 1)


def _digest(folder: Path, stamp: Stamp) -> str:
    """What changes with the name or any byte of any file of a folder."""
    digest, below = hashlib.sha256(), len(str(folder)) + 1
    for name, _, size in stamp:
        digest.update(os.fsencode(f"{name[below:]}\0{size}\0"))
        with open(name, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()

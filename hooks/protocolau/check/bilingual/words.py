"""The words that translations need and neither dictionary nor glossary has: vocabulary/words.yml."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from protocolau.check.shape_faults import shaped
from protocolau.check.shapes import WordsShape
from protocolau.problem import Faulty
from protocolau.read import read_document

FILE = "words.yml"


@dataclass(frozen=True)
class Words:
    """Good Welsh words, proper names, and for terms of the glossary further renderings by language."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    senses: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    """The key of a term, then English and Welsh."""


def load_words(path: Path) -> Words:
    """The words of a file; Faulty, with every fault of it, where it cannot be used."""
    document, problems = read_document(path)
    shape, found = shaped(document, WordsShape) if document else (None, [])
    if problems or found or shape is None:
        raise Faulty(problems + found)
    senses = tuple((key, tuple(sense.en), tuple(sense.cy)) for key, sense in shape.senses.items())
    return Words(tuple(shape.words), tuple(shape.names), senses)


def words_beside(protocol: Path) -> Words:
    """The words that apply to a protocol's file: those of the vocabulary beside its council, if there are any."""
    path = protocol.parent.parent / "vocabulary" / FILE
    try:
        return _known(path, path.stat().st_mtime_ns)
    except OSError:
        return Words()


@lru_cache(maxsize=8)
def _known(path: Path, changed: int) -> Words:
    return load_words(path)

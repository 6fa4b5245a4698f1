"""The words that translations need and neither dictionary nor glossary has: vocabulary/words.yml."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from protocolau.read.document import read_document
from protocolau.read.problem import Faulty
from protocolau.schema.shape_faults import validate
from protocolau.schema.shapes import AcceptedWordsShape

FILE = "words.yml"


@dataclass(frozen=True)
class AcceptedWords:
    """Good Welsh words, proper names, and for terms of the glossary further renderings by language."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    senses: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...] = ()
    """The key of a term, then English and Welsh."""


def load_accepted_words(path: Path) -> AcceptedWords:
    """The words of a file; Faulty, with every fault of it, where it cannot be used."""
    document, problems = read_document(path)
    shape, found = validate(document, AcceptedWordsShape) if document else (None, [])
    if problems or found or shape is None:
        raise Faulty(problems + found)
    senses = tuple((key, tuple(sense.en), tuple(sense.cy)) for key, sense in shape.senses.items())
    return AcceptedWords(tuple(shape.words), tuple(shape.names), senses)


def words_beside(protocol: Path) -> AcceptedWords:
    """The words that apply to a protocol's file: those of the vocabulary beside its council, if there are any."""
    path = protocol.parent.parent / "vocabulary" / FILE
    try:
        return _known(path, path.stat().st_mtime_ns)
    except OSError:
        return AcceptedWords()


@lru_cache(maxsize=8)
def _known(path: Path, changed: int) -> AcceptedWords:
    return load_accepted_words(path)

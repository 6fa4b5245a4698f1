"""The words that translations need and neither dictionary nor glossary has: vocabulary/words.yml."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from protocolau.read.document import read_yaml
from protocolau.read.problem import Faulty
from protocolau.schema.shape_faults import validate
from protocolau.schema.vocabulary_shapes import AcceptedWordsShape

FILE = "words.yml"


@dataclass(frozen=True)
class AcceptedWords:
    """Good Welsh words, proper names, and further renderings of the glossary's terms."""

    words: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    senses: Mapping[str, Mapping[str, tuple[str, ...]]] = field(default_factory=dict)
    """By the key of a term and by language, the words that may stand for it in other senses."""


def load_accepted_words(path: Path) -> AcceptedWords:
    """Reads a file of words. Raises Faulty, with every fault of it, where it cannot be used."""
    document, problems = read_yaml(path)
    shape, shape_problems = validate(document, AcceptedWordsShape) if document else (None, [])
    if problems or shape_problems or shape is None:
        raise Faulty(problems + shape_problems)
    senses = {term: {"en": tuple(sense.en), "cy": tuple(sense.cy)} for term, sense in shape.senses.items()}
    return AcceptedWords(tuple(shape.words), tuple(shape.names), senses)


def accepted_words_in(vocabulary: Path) -> AcceptedWords:
    """Reads the words that stand in a vocabulary's folder: none where it has nothing of this name.

    Raises Faulty for what has the name and cannot be read, as a folder or a link that leads nowhere.
    """
    path = vocabulary / FILE
    return load_accepted_words(path) if path.exists() or path.is_symlink() else AcceptedWords()

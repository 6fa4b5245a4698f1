"""From the folder of the vocabulary to the vocabulary, or to every fault in it."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from protocolau.model import assemble_vocabulary
from protocolau.model.vocabulary import Vocabulary
from protocolau.read.document import YamlDocument
from protocolau.read.problem import Faulty, Problem, did_you_mean
from protocolau.repository.reading_files import read_shape
from protocolau.schema.vocabulary_shapes import (
    DocumentsShape,
    GlossaryShape,
    NamesShape,
    PartiesShape,
    PoliciesShape,
    TopicsShape,
)

VOCABULARY = "vocabulary"
"""The folder of the vocabulary, in that of the protocols."""

_FILES: dict[str, type[Any]] = {
    "topics": TopicsShape,
    "parties": PartiesShape,
    "documents": DocumentsShape,
    "policies": PoliciesShape,
    "glossary": GlossaryShape,
    "kinds": NamesShape,
    "nations": NamesShape,
}
RESERVED_KINDS = ("bilingual", "changes", "embed", "undated", "vocabulary", "schema")
"""What a kind of document may not be called: pages of a council stand at these addresses."""


def load_vocabulary(folder: Path) -> Vocabulary:
    """The vocabulary. Raises Faulty: without it nothing else can be judged."""
    documents: dict[str, YamlDocument] = {}
    shapes: dict[str, Any] = {}
    problems: list[Problem] = []
    for name, shape in _FILES.items():
        document, value, found = read_shape(folder / f"{name}.yml", shape)
        problems += found
        if document and value:
            documents[name], shapes[name] = document, value
    if not problems:
        problems += _repeated_topics(documents["topics"], shapes["topics"])
    if problems:
        raise Faulty(problems)
    vocabulary = assemble_vocabulary.vocabulary(shapes)
    if problems := [*_unknown_topics(documents, vocabulary), *_reserved_kinds(documents["documents"], vocabulary)]:
        raise Faulty(problems)
    return vocabulary


def _repeated_topics(document: YamlDocument, shape: TopicsShape) -> Iterator[Problem]:
    """A topic stands in one group alone."""
    seen: dict[str, str] = {}
    for group, topics in shape.groups.items():
        for topic in topics.topics:
            if topic in seen:
                what = f"the topic '{topic}' stands in the groups '{seen[topic]}' and '{group}'"
                line = document.line(("groups", group, "topics", topic))
                yield Problem(document.path, line, what, "keep it in one of them")
            seen[topic] = group


def _unknown_topics(documents: dict[str, YamlDocument], vocabulary: Vocabulary) -> Iterator[Problem]:
    """The neighbours of a topic are topics, and so is what a kind of document expects."""
    topics = documents["topics"]
    for topic in vocabulary.topics.values():
        location = ("groups", topic.group, "topics", topic.slug, "see")
        yield from _unknown(topics, location, topic.see, vocabulary)
    for kind in vocabulary.documents.values():
        yield from _unknown(documents["documents"], (kind.slug, "expects"), sorted(kind.expects), vocabulary)


def _unknown(
    document: YamlDocument, location: tuple[str, ...], words: Iterable[str], vocabulary: Vocabulary
) -> Iterator[Problem]:
    for word in words:
        if word not in vocabulary.topics:
            remedy = did_you_mean(word, vocabulary.topics, "choose one of those in vocabulary/topics.yml")
            yield Problem(document.path, document.line(location), f"unknown topic '{word}'", remedy)


def _reserved_kinds(document: YamlDocument, vocabulary: Vocabulary) -> Iterator[Problem]:
    """A kind of document is not called like a version or like a page of a council."""
    for slug in vocabulary.documents:
        if slug in RESERVED_KINDS or slug[0].isdigit():
            what = f"a kind of document cannot be called '{slug}': other pages stand at that address"
            yield Problem(document.path, document.line((slug,)), what, "give it another name")

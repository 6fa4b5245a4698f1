"""From the checked shapes of the vocabulary's files to the vocabulary."""

from collections.abc import Mapping
from typing import Any

from protocolau.language.apostrophes import printed
from protocolau.model.vocabulary import (
    Bilingual,
    DocumentKind,
    Party,
    Policy,
    Term,
    Topic,
    TopicGroup,
    Vocabulary,
)
from protocolau.schema.fields import BilingualWords
from protocolau.schema.vocabulary_shapes import (
    DocumentKindShape,
    NamedShape,
    PartyShape,
    PhrasesShape,
    TermShape,
    TopicShape,
    TopicsShape,
)


def vocabulary(shapes: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary, from the shapes of its files by their names."""
    groups = _groups(shapes["topics"])
    return Vocabulary(
        groups=groups,
        parties={slug: _party(slug, shape) for slug, shape in shapes["parties"].root.items()},
        documents={slug: _document_kind(slug, shape) for slug, shape in shapes["documents"].root.items()},
        policies={
            slug: Policy(slug, shape.kind, *_named(shape), _phrases(shape.phrases))
            for slug, shape in shapes["policies"].root.items()
        },
        terms={slug: _term(slug, shape) for slug, shape in shapes["glossary"].root.items()},
        kinds={slug: bilingual(shape) for slug, shape in shapes["kinds"].root.items()},
        nations={slug: bilingual(shape) for slug, shape in shapes["nations"].root.items()},
        topics={topic.slug: topic for group in groups for topic in group.topics},
    )


def bilingual(shape: BilingualWords) -> Bilingual:
    """The same words in both languages."""
    return Bilingual(shape.en, shape.cy)


def ours(shape: BilingualWords) -> Bilingual:
    """Words that are the editors' own, as they are printed."""
    return Bilingual(printed(shape.en), printed(shape.cy))


def _groups(shape: TopicsShape) -> tuple[TopicGroup, ...]:
    return tuple(
        TopicGroup(slug, *_named(group), tuple(_topic(name, slug, topic) for name, topic in group.topics.items()))
        for slug, group in shape.groups.items()
    )


def _topic(slug: str, group: str, shape: TopicShape) -> Topic:
    return Topic(slug, group, *_named(shape), ours(shape.excludes) if shape.excludes else None, tuple(shape.see))


def _document_kind(slug: str, shape: DocumentKindShape) -> DocumentKind:
    return DocumentKind(slug, ours(shape.name), ours(shape.plural), ours(shape.summary), frozenset(shape.expects))


def _named(shape: NamedShape) -> tuple[Bilingual, Bilingual]:
    """The name and the summary."""
    return ours(shape.name), ours(shape.summary)


def _phrases(shape: PhrasesShape) -> dict[str, tuple[str, ...]]:
    return {"en": tuple(shape.en), "cy": tuple(shape.cy)}


def _party(slug: str, shape: PartyShape) -> Party:
    called, together, excepted = (_phrases(part) for part in (shape.called, shape.called_together, shape.excepted))
    return Party(slug, *_named(shape), shape.side, called, together, excepted, _phrases(shape.named_as))


def _term(slug: str, shape: TermShape) -> Term:
    return Term(
        slug,
        bilingual(shape.term),
        bilingual(shape.plural) if shape.plural else None,
        ours(shape.explanation),
        _phrases(shape.also),
        _phrases(shape.avoid),
        ours(shape.seen) if shape.seen else None,
        shape.draft,
        _phrases(shape.excepted),
        _phrases(shape.found_as),
        shape.explained,
    )

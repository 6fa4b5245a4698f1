"""What a version says on one topic, cut out of it with all that this needs to be understood and to be called.

An excerpt is a version that has but a few of its provisions, each without what stands inside it. What it says on its
topic, what governs that, what it is called and how it is translated is as in the whole, and so is what is known of that
in short; nothing else is to be asked.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from protocolau.model.governing import Governing
from protocolau.model.labels import Label
from protocolau.model.protocol import Provision, Version
from protocolau.model.translation import Translation, anchor_of_unit


def excerpt(version: Version, topic: str) -> Version:
    """What a version says on a topic of which it speaks."""
    said = version.by_topic[topic]
    anchors = dict.fromkeys(statement.anchor for statement in said)
    labels = {anchor: version.labels[anchor] for anchor in anchors}
    above = {anchor: version.governing[anchor] for anchor in anchors}
    needed = {*anchors, *chain(*map(_governing, above.values()), *map(_naming, labels.values()))}
    alone = {anchor: _alone(one) for anchor, one in version.provisions.items() if anchor in needed}
    translations = {language: _translation(one, needed) for language, one in version.translations.items()}
    made = replace(version, body=(), notes=(), translations=translations)
    made.__dict__.update(
        provisions=alone,
        labels={anchor: _label(label, alone) for anchor, label in labels.items()},
        governing={anchor: _governed(one, alone) for anchor, one in above.items()},
        by_topic={topic: said},
        known=dict(version.known),
    )
    return made


def _alone(provision: Provision) -> Provision:
    """A provision without what stands inside it."""
    return replace(provision, items=(), table=None, diagram=None, provisions=(), notes=())


def _governing(governing: Governing) -> Iterator[str]:
    """The anchors of what governs a provision."""
    yield from (heading.anchor for heading in governing.headings)
    yield from (statement.anchor for statement in (*governing.lead_ins, *governing.row_head))


def _governed(governing: Governing, alone: Mapping[str, Provision]) -> Governing:
    return replace(governing, headings=tuple(alone[heading.anchor] for heading in governing.headings))


def _naming(label: Label) -> Iterator[str]:
    """The anchors of what gives a provision its name."""
    words = (place.words for place in label.places)
    yield from (one.anchor for one in (label.subject, label.heading, *words) if one)


def _label(label: Label, alone: Mapping[str, Provision]) -> Label:
    return label._replace(
        subject=label.subject and alone[label.subject.anchor],
        heading=label.heading and alone[label.heading.anchor],
        places=tuple(place._replace(words=place.words and alone[place.words.anchor]) for place in label.places),
    )


def _translation(translation: Translation, anchors: set[str]) -> Translation:
    return replace(
        translation,
        units={name: unit for name, unit in translation.units.items() if anchor_of_unit(name) in anchors},
        spans={anchor: spans for anchor, spans in translation.spans.items() if anchor in anchors},
    )

"""What a version says on one topic, cut out of it with all that this needs to be understood and to be called.

An excerpt is a version that has but a few of its provisions, each without what stands inside it. What it says on its
topic, what governs that, what it is called and how it is translated is as in the whole, and so is what is known of that
in short; nothing else is to be asked. It is written down in plain lists of words, without lines and paths: what is
written is equal as long as it says the same.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

from protocolau.model.governing import Governing
from protocolau.model.labels import Label, Place
from protocolau.model.protocol import IN_SHORT, WORDS, Version
from protocolau.model.provision import Provision
from protocolau.model.statements import Statement
from protocolau.model.translation import Translation, Unit, anchor_of_unit

Written = Sequence[Any]
"""What an excerpt is made from, beside the facts of its version: lists of words and numbers."""


class _Parts(NamedTuple):
    """The lists of an excerpt, in the order in which they are written."""

    provisions: Sequence[Written]
    """What is needed of the version: an anchor and what the provision itself is."""
    said: Sequence[tuple[str, int]]
    """The statements on the topic: the anchor of the provision, and which of its statements."""
    labels: Sequence[Written]
    """An anchor, and what the provision is called."""
    governing: Sequence[Written]
    """An anchor, and what governs the provision."""
    translations: Sequence[Written]
    """A language, the units of the provisions and which statements each translates."""


_KEPT = {*Version.__dataclass_fields__, *IN_SHORT}.difference(WORDS)
_NOWHERE = Path()


class Cutter:
    """Cuts a version into what it says on each topic. What topics share is written down once."""

    def __init__(self, version: Version):
        self._version = version
        self._provisions: dict[str, Written] = {}
        self._units: dict[str, dict[str, list[Written]]] = {}
        for language, translation in version.translations.items():
            units = self._units[language] = {}
            for name, unit in translation.units.items():
                written = (name, unit.source, unit.target, unit.state)
                units.setdefault(anchor_of_unit(name), []).append(written)

    def cut(self, topic: str) -> Written:
        """What the version says on a topic of which it speaks."""
        version = self._version
        said = version.by_topic[topic]
        anchors = dict.fromkeys(statement.anchor for statement in said)
        labels = {anchor: version.labels[anchor] for anchor in anchors}
        above = {anchor: version.governing[anchor] for anchor in anchors}
        needed = {*anchors, *chain(*map(_governing, above.values()), *map(_naming, labels.values()))}
        in_order = sorted(needed)  # a set has none
        parts = _Parts(
            provisions=[self._provision(anchor) for anchor in in_order],
            said=[_place(statement) for statement in said],
            labels=[(anchor, *_written_label(label)) for anchor, label in labels.items()],
            governing=[(anchor, *_written_governing(one)) for anchor, one in above.items()],
            translations=[self._translation(language, in_order) for language in version.translations],
        )
        return tuple(parts)  # a plain list once it is written

    def _provision(self, anchor: str) -> Written:
        """A provision without what stands inside it."""
        if anchor not in self._provisions:
            one = self._version.provisions[anchor]
            statements = [
                (by.text, by.topics, by.by, by.to, by.about, by.policies, by.refers_to, by.joined_by)
                for by in one.statements
            ]
            self._provisions[anchor] = (anchor, one.kind, one.number, one.heading, one.language, statements)
        return self._provisions[anchor]

    def _translation(self, language: str, anchors: Sequence[str]) -> Written:
        units, spans = self._units[language], self._version.translations[language].spans
        return (
            language,
            [unit for anchor in anchors for unit in units.get(anchor, ())],
            [(anchor, [(run.start, run.stop) for run in spans[anchor]]) for anchor in anchors if anchor in spans],
        )


class Excerpt(Version):
    """An excerpt of a version, each part of it read when it is asked for."""

    _parts: _Parts
    wording: int
    """Equal for excerpts on the topic that say the same in the same words."""

    @cached_property
    def body(self) -> tuple[Provision, ...]:
        """Nothing: its provisions stand in no order."""
        return ()

    @cached_property
    def translations(self) -> Mapping[str, Translation]:
        """Its translations, of what is needed."""
        return {language: _translation(language, units, spans) for language, units, spans in self._parts.translations}

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """The provisions that are needed, by their anchors."""
        return {anchor: self._one(anchor) for anchor, *_ in self._parts.provisions}

    @cached_property
    def by_topic(self) -> dict[str, tuple[Statement, ...]]:
        """What it says on its topic."""
        return {self.__dict__["_topic"]: self._statements(self._parts.said)}

    def anchors_on(self, topic: str) -> tuple[str, ...]:
        """The anchors of the provisions that speak of its topic, each once."""
        return tuple(dict.fromkeys(anchor for anchor, _ in self._parts.said))

    @cached_property
    def labels(self) -> dict[str, Label]:
        """What to call the provisions that speak of the topic, by their anchors."""
        return {anchor: self._label(*label) for anchor, *label in self._parts.labels}

    @cached_property
    def governing(self) -> dict[str, Governing]:
        """What governs the provisions that speak of the topic, by their anchors."""
        return {anchor: self._governing(*one) for anchor, *one in self._parts.governing}

    def _statements(self, places: Sequence[tuple[str, int]]) -> tuple[Statement, ...]:
        return tuple(self._one(anchor).statements[position] for anchor, position in places)

    @cached_property
    def _made(self) -> dict[str, Provision]:
        """The provisions that have been asked for: of most who say the same as others that is none."""
        return {}

    def _one(self, anchor: str) -> Provision:
        if anchor not in self._made:
            self._made[anchor] = _provision(*next(one for one in self._parts.provisions if one[0] == anchor))
        return self._made[anchor]

    def _found(self, anchor: str | None) -> Provision | None:
        return None if anchor is None else self._one(anchor)

    def _label(
        self, scope: str, number: str, called: str, path: list[str], subject: str, which: int, heading: str, places: Any
    ) -> Label:
        steps = tuple(Place(word, position, self._found(words), nth) for word, position, words, nth in places)
        return Label(scope, number, called, tuple(path), self._found(subject), which, self._found(heading), steps)

    def _governing(self, headings: list[str], lead_ins: Any, row_head: Any) -> Governing:
        above = tuple(map(self._one, headings))
        return Governing(above, self._statements(lead_ins), self._statements(row_head))


def excerpt(version: Version, topic: str, written: Written, wording: int) -> Excerpt:
    """The excerpt of a version on a topic, as it was written down; its words are not asked of the version."""
    made: Excerpt = object.__new__(Excerpt)
    known = version.__dict__
    made.__dict__.update({name: known[name] for name in _KEPT if name in known}, _parts=_Parts(*written), _topic=topic)
    made.__dict__.update(wording=wording, notes=())
    return made


def _provision(
    anchor: str, kind: str, number: str | None, heading: str | None, language: str, statements: Sequence[Written]
) -> Provision:
    said = tuple(_statement(anchor, place, *statement) for place, statement in enumerate(statements))
    return Provision(anchor, kind, 0, number, heading, said, language)


def _statement(anchor: str, place: int, text: str, *tags: Any) -> Statement:
    topics, by, to, about, policies, refers_to, joined_by = tags
    lists = (tuple(topics), tuple(by), tuple(to), tuple(about), tuple(policies), tuple(refers_to))
    return Statement(anchor, place, text, *lists, joined_by)


def _translation(language: str, units: Sequence[Written], spans: Sequence[Any]) -> Translation:
    return Translation(
        language,
        _NOWHERE,
        {name: Unit(source, target, state, _NOWHERE, 0) for name, source, target, state in units},
        {anchor: tuple(range(*run) for run in runs) for anchor, runs in spans},
    )


def _governing(governing: Governing) -> Iterator[str]:
    """The anchors of what governs a provision."""
    yield from (heading.anchor for heading in governing.headings)
    yield from (statement.anchor for statement in (*governing.lead_ins, *governing.row_head))


def _naming(label: Label) -> Iterator[str]:
    """The anchors of what gives a provision its name."""
    words = (place.words for place in label.places)
    yield from (one.anchor for one in (label.subject, label.heading, *words) if one)


def _place(statement: Statement) -> tuple[str, int]:
    return statement.anchor, statement.position


def _written_label(label: Label) -> Iterator[Any]:
    yield from (label.scope, label.number, label.called, label.path)
    yield from (label.subject and label.subject.anchor, label.occurrence, label.heading and label.heading.anchor)
    yield [(place.word, place.position, place.words and place.words.anchor, place.occurrence) for place in label.places]


def _written_governing(governing: Governing) -> Iterator[Any]:
    yield [heading.anchor for heading in governing.headings]
    yield from ([_place(one) for one in statements] for statements in (governing.lead_ins, governing.row_head))

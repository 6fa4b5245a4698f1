"""Wordings that are nearly the same, brought together, so that one result can stand for many councils."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from protocolau.search.searchable_statements import WordingKey
from protocolau.search.searchable_wordings import SearchableWording

_NEARLY = 0.7
"""The part of all their words that two wordings have in common, where they are nearly the same."""
_SHORT = 4
"""Words up to which a text is like no other: one of them changes its sense."""


class WordingGroup(NamedTuple):
    """Wordings of the same topics, by the same side."""

    face: SearchableWording
    """The one that most councils use."""
    others: tuple[SearchableWording, ...]

    @property
    def uses(self) -> int:
        """The places where any of them stands."""
        return sum(len(wording.occurrences) for wording in (self.face, *self.others))


def alone(wordings: Sequence[SearchableWording]) -> list[WordingGroup]:
    """Each wording by itself."""
    return [WordingGroup(wording, ()) for wording in wordings]


def grouped(wordings: Sequence[SearchableWording]) -> list[WordingGroup]:
    """Wordings in groups, those first of which the most use is made.

    Each is held against the group of the one before it by alphabet: those that begin alike are neighbours.
    """
    by_kind: dict[_Kind, list[SearchableWording]] = {}
    for wording in wordings:
        by_kind.setdefault(_kind(wording.statement.key), []).append(wording)
    groups = (group for kind in sorted(by_kind) for group in _alike(by_kind[kind]))
    return sorted(map(_group, groups), key=lambda group: -group.uses)


_Kind = tuple[str, str, tuple[str, ...], str]


def _kind(key: WordingKey) -> _Kind:
    """What is equal for wordings that may be nearly the same: all but the text."""
    return (key.language, key.side or "", key.topics, key.heading)


def _alike(wordings: Sequence[SearchableWording]) -> Iterator[list[SearchableWording]]:
    """Yield wordings of a kind, those together that are nearly the same as the first of them."""
    group: list[SearchableWording] = []
    words: set[str] = set()
    for text, place in sorted((wording.statement.key.text, place) for place, wording in enumerate(wordings)):
        own = set(text.split())
        if group and not _nearly_same(own, words):
            yield group
            group = []
        if not group:
            words = own
        group.append(wordings[place])
    if group:
        yield group


def _nearly_same(words: set[str], others: set[str]) -> bool:
    return len(others) > _SHORT and len(words & others) >= _NEARLY * len(words | others)


def _group(members: Sequence[SearchableWording]) -> WordingGroup:
    face = max(members, key=lambda wording: len(wording.occurrences))
    return WordingGroup(face, tuple(wording for wording in members if wording is not face))

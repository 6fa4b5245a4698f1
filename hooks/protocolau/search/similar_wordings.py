"""Wordings that are nearly the same, brought together, so that one result can stand for many councils."""

from collections.abc import Sequence
from typing import NamedTuple

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
    groups: list[list[SearchableWording]] = []
    first: tuple[object, ...] = ()
    words: set[str] = set()
    for wording in sorted(wordings, key=_neighbourhood):
        kind, own = _neighbourhood(wording)[:-1], set(wording.statement.key.text.split())
        if not (groups and kind == first and _nearly_same(own, words)):
            groups.append([])
            first, words = kind, own
        groups[-1].append(wording)
    return sorted(map(_group, groups), key=lambda group: -group.uses)


def _neighbourhood(wording: SearchableWording) -> tuple[object, ...]:
    key = wording.statement.key
    return (key.language, key.side or "", key.topics, key.heading, key.text)


def _nearly_same(words: set[str], others: set[str]) -> bool:
    return len(others) > _SHORT and len(words & others) >= _NEARLY * len(words | others)


def _group(members: Sequence[SearchableWording]) -> WordingGroup:
    face = max(members, key=lambda wording: len(wording.occurrences))
    return WordingGroup(face, tuple(wording for wording in members if wording is not face))

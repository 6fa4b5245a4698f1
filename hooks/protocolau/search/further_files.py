"""The wordings beyond the first file, in files by the beginnings of the words that they are found by.

A browser fetches one file for a word, which holds whole results: no more than LISTED for a word, the most used first,
so that what a query fetches does not grow with the number of councils.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from protocolau.search.index_words import STOP_WORDS
from protocolau.search.packing import Pack
from protocolau.search.searchable_wordings import SearchableWording
from protocolau.search.similar_wordings import WordingGroup

LISTED = 24
"""Results that a file has for a word at most."""
_FULL = 4_000
"""Bytes, packed, beyond which a file is divided by the next letter of its words."""
_MANY = 200
"""Results that surely take more: it is divided without being packed, which takes long."""


class WordingPlace(NamedTuple):
    """Where a wording is among the groups."""

    group: int
    wording: int
    """0 is the face."""


_STOP = frozenset(word for words in STOP_WORDS.values() for word in words)
Record = Mapping[str, object]


class Listing(NamedTuple):
    """What is listed for each word, and how many wordings have it."""

    wordings: dict[str, list[WordingPlace]]
    counts: Counter[str]


def listing(groups: Sequence[WordingGroup], first: int, heads_of: Callable[[SearchableWording], set[str]]) -> Listing:
    """The wordings to be listed for each word, where the faces of so many groups are in the first file.

    A wording that is nearly that of such a face is listed for the words that the face has not.
    """
    wordings: dict[str, list[WordingPlace]] = defaultdict(list)
    counts: Counter[str] = Counter()

    def add(heads: set[str], place: WordingPlace) -> None:
        for head in heads - _STOP:
            if len(wordings[head]) < LISTED:
                wordings[head].append(place)

    for number, group in enumerate(groups):
        face = heads_of(group.face)
        counts.update(face)
        if number >= first:
            add(face, WordingPlace(number, 0))
        for own, wording in enumerate(group.others, 1):
            heads = heads_of(wording)
            counts.update(heads)
            add(heads - face, WordingPlace(number, own))
    return Listing(wordings, counts)


def divided(
    lists: Mapping[str, Sequence[WordingPlace]], record: Callable[[WordingPlace], Record], pack: Pack
) -> dict[str, bytes]:
    """Each file, packed, by the beginning of the words in it."""
    return dict(_divided("", sorted(lists), lists, record, pack)) if lists else {}


def _divided(
    beginning: str,
    heads: Sequence[str],
    lists: Mapping[str, Sequence[WordingPlace]],
    record: Callable[[WordingPlace], Record],
    pack: Pack,
) -> Iterator[tuple[str, bytes]]:
    if beginning and (len(heads) == 1 or len({place for head in heads for place in lists[head]}) <= _MANY):
        file = pack(_content(heads, lists, record))
        if len(heads) == 1 or len(file) <= _FULL:
            yield beginning, file
            return
    by_letter: dict[str, list[str]] = defaultdict(list)
    for head in heads:
        by_letter[head[: len(beginning) + 1]].append(head)
    for letters, some in by_letter.items():
        if letters == beginning:  # the word that is the beginning itself, and cannot be divided
            yield beginning, pack(_content(some, lists, record))
        else:
            yield from _divided(letters, some, lists, record, pack)


def _content(
    heads: Sequence[str],
    lists: Mapping[str, Sequence[WordingPlace]],
    record: Callable[[WordingPlace], Record],
) -> dict[str, object]:
    """Results once each, and for each word which of them it is listed for."""
    wordings = sorted({wording for head in heads for wording in lists[head]})
    number = {wording: index for index, wording in enumerate(wordings)}
    return {
        "records": [record(wording) for wording in wordings],
        "words": {head: [number[wording] for wording in lists[head]] for head in heads},
    }

"""What differs between two texts, word by word.

Where several ways of telling a difference are equally short, the one of rapidfuzz is meant; the
browser's own (assets/compare/difference.js) tells it the same way, and tests/comparison/ holds both to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Indel

from protocolau.language.tokens import NO_PARTY_NAMES, PartyNames, Token, tokens

LOUD, QUIET, RENAMED = "", "quiet", "renamed"
"""Manners of a change: other words; case, marks and punctuation alone; another name of the same party."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words that is in both texts, or only in the old or only in the new one."""

    kind: str
    """`same`, `deleted` or `inserted`."""
    text: str
    manner: str = LOUD


@dataclass(slots=True)
class Replacement:
    """What stands in the place of what, between two runs that both texts have."""

    deleted: str
    inserted: str
    manner: str


@lru_cache(maxsize=16384)
def _difference(old: str, new: str) -> tuple[Piece, ...]:
    return _told(tokens(old, NO_PARTY_NAMES), tokens(new, NO_PARTY_NAMES))


def difference(old: str, new: str, names: PartyNames = NO_PARTY_NAMES) -> tuple[Piece, ...]:
    """The pieces of which both texts are made, in order: without the inserted the old, without the deleted the new."""
    return _told(tokens(old, names), tokens(new, names)) if names is not NO_PARTY_NAMES else _difference(old, new)


def _told(before: list[Token], after: list[Token]) -> tuple[Piece, ...]:
    runs: list[str | Replacement] = []
    for run in _smoothed(list(_runs(before, after))):
        _add(runs, run)
    return tuple(piece for run in runs for piece in _pieces(run))


def _runs(before: list[Token], after: list[Token]) -> Iterator[str | Replacement]:
    """What both have, as text, and what differs, as changes, in order."""
    steps = Indel.opcodes([one.key for one in before], [one.key for one in after])
    for equal, found in groupby(steps, key=lambda step: step.tag == "equal"):
        first, *_, last = [*found] * 2
        old, new = before[first.src_start : last.src_end], after[first.dest_start : last.dest_end]
        if equal:
            yield from map(_of_one_key, old, new)
        else:
            yield _change(old, new)


def _of_one_key(old: Token, new: Token) -> str | Replacement:
    if old.text == new.text:
        return old.text
    return Replacement(old.text, new.text, QUIET if old.name == new.name else RENAMED)


def _change(old: list[Token], new: list[Token]) -> Replacement:
    manner = LOUD if any(one.is_word for one in (*old, *new)) else QUIET
    return Replacement("".join(one.text for one in old), "".join(one.text for one in new), manner)


def _smoothed(runs: list[str | Replacement]) -> Iterator[str | Replacement]:
    """White space alone between two changes of words is part of them: whole phrases read better than single words."""
    for index, run in enumerate(runs):
        between = isinstance(run, str) and run.isspace() and 0 < index < len(runs) - 1
        if between and _is_loud(runs[index - 1]) and _is_loud(runs[index + 1]):
            yield Replacement(run, run, LOUD)
        else:
            yield run


def _is_loud(run: str | Replacement) -> bool:
    return isinstance(run, Replacement) and run.manner == LOUD


def _add(runs: list[str | Replacement], run: str | Replacement) -> None:
    """Adds a run to those before it; neighbours of one kind are one."""
    last = runs[-1] if runs else None
    if isinstance(run, str) and isinstance(last, str):
        runs[-1] = last + run
    elif isinstance(run, Replacement) and isinstance(last, Replacement) and run.manner == last.manner != RENAMED:
        last.deleted, last.inserted = last.deleted + run.deleted, last.inserted + run.inserted
    else:
        runs.append(run)


def _pieces(run: str | Replacement) -> Iterator[Piece]:
    if isinstance(run, str):
        yield Piece("same", run)
        return
    if run.deleted:
        yield Piece("deleted", run.deleted, run.manner)
    if run.inserted:
        yield Piece("inserted", run.inserted, run.manner)

"""What differs between two texts, word by word.

Where several ways of telling a difference are equally short, the one of rapidfuzz is meant; the
browser's own (assets/compare/difference.js) tells it the same way, and tests/comparison/ holds both to it.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from rapidfuzz.distance import Indel, Opcode

from protocolau.language.tokens import NO_PARTY_NAMES, PartyNames, Token, tokens

LARGEST = 25_000_000
"""Words of one text times those of the other, up to which both are gone through word by word; spaces count as words."""
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


Run = str | Replacement
"""A text that both have, or what differs."""


def difference(old: str, new: str, names: PartyNames = NO_PARTY_NAMES) -> tuple[Piece, ...]:
    """The pieces of which both texts are made, in order: without the inserted the old, without the deleted the new."""
    return _difference_without_names(old, new) if names is NO_PARTY_NAMES else _difference_with_names(old, new, names)


@lru_cache(maxsize=16384)
def _difference_without_names(old: str, new: str) -> tuple[Piece, ...]:
    return _difference_of_tokens(tokens(old, NO_PARTY_NAMES), tokens(new, NO_PARTY_NAMES))


@lru_cache(maxsize=1024)
def _difference_with_names(old: str, new: str, names: PartyNames) -> tuple[Piece, ...]:
    return _difference_of_tokens(tokens(old, names), tokens(new, names))


def _difference_of_tokens(old: Sequence[Token], new: Sequence[Token]) -> tuple[Piece, ...]:
    runs = _merged(_smoothed(list(_runs(old, new))))
    return tuple(piece for run in runs for piece in _pieces(run))


def _runs(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Run]:
    """Yield what both have and what differs, in order."""
    steps = _steps([token.key for token in old], [token.key for token in new])
    for is_equal, group in groupby(steps, key=lambda step: step.tag == "equal"):
        first, *_, last = [*group] * 2
        old_part, new_part = old[first.src_start : last.src_end], new[first.dest_start : last.dest_end]
        if is_equal:
            yield from _of_equal_keys(old_part, new_part)
        else:
            yield _replacement(old_part, new_part)


def _steps(old: list[str], new: list[str]) -> Iterable[Opcode]:
    """The steps from one sequence of keys to another. Of very long ones what is between a beginning and an end that
    both have is told as one change: in a browser there is no room for more.
    """
    if len(old) * len(new) <= LARGEST:
        return Indel.opcodes(old, new)
    start = _in_common(old, new)
    end = _in_common(old[start:][::-1], new[start:][::-1])
    places = (start, len(old) - end, start, len(new) - end)
    if (places[1] - start) * (places[3] - start) <= LARGEST:
        return Indel.opcodes(old, new)
    before, after = Opcode("equal", 0, start, 0, start), Opcode("equal", places[1], len(old), places[3], len(new))
    return [before] * bool(start) + [Opcode("replace", *places)] + [after] * bool(end)


def _in_common(one: list[str], other: list[str]) -> int:
    """How many keys two sequences have in common at their beginning."""
    return next(
        (place for place, (key, its) in enumerate(zip(one, other, strict=False)) if key != its),
        min(len(one), len(other)),
    )


def _of_equal_keys(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Run]:
    """Yield what both have, as long as it is the same to the letter as one."""
    same = ""
    for one, other in zip(old, new, strict=True):
        if one.text == other.text:
            same += one.text
            continue
        if same:
            yield same
            same = ""
        yield Replacement(one.text, other.text, QUIET if one.name == other.name else RENAMED)
    if same:
        yield same


def _replacement(old: Sequence[Token], new: Sequence[Token]) -> Replacement:
    manner = LOUD if any(token.is_word for token in (*old, *new)) else QUIET
    return Replacement("".join(token.text for token in old), "".join(token.text for token in new), manner)


def _smoothed(runs: Sequence[Run]) -> Iterator[Run]:
    """White space alone between two changes of words is part of them: whole phrases read better than single words."""
    for index, run in enumerate(runs):
        is_inside = 0 < index < len(runs) - 1
        if isinstance(run, str) and run.isspace() and is_inside and _is_loud(runs[index - 1], runs[index + 1]):
            yield Replacement(run, run, LOUD)
        else:
            yield run


def _is_loud(*runs: Run) -> bool:
    """Whether all runs are changes of words."""
    return all(isinstance(run, Replacement) and run.manner == LOUD for run in runs)


def _merged(runs: Iterable[Run]) -> list[Run]:
    """The runs, neighbours of one kind made one."""
    merged: list[Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if isinstance(run, str) and isinstance(last, str):
            merged[-1] = last + run
        elif isinstance(run, Replacement) and isinstance(last, Replacement) and run.manner == last.manner != RENAMED:
            last.deleted, last.inserted = last.deleted + run.deleted, last.inserted + run.inserted
        else:
            merged.append(run)
    return merged


def _pieces(run: Run) -> Iterator[Piece]:
    if isinstance(run, str):
        yield Piece("same", run)
        return
    if run.deleted:
        yield Piece("deleted", run.deleted, run.manner)
    if run.inserted:
        yield Piece("inserted", run.inserted, run.manner)

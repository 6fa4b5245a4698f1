"""Texts in one, each without the words that it begins with as the one before it does: a tenth less to fetch."""

from collections.abc import Iterable, Iterator
from itertools import pairwise, takewhile

_MOST = 9
"""Words in common that are left out at most: one digit says how many."""


def with_shared_beginnings(texts: Iterable[str]) -> str:
    """Texts by the alphabet, a bar between them: before each the number of words that it shares with the one before it.

    "complain about staff" and "complain about us" are `complain about staff|2us`: that it shares none is written where
    it begins with a digit alone.
    """
    return "|".join(_shortened(sorted(set(texts))))


def _shortened(texts: list[str]) -> Iterator[str]:
    for before, words in pairwise([[], *(text.split() for text in texts)]):
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(before, words, strict=False))))
        count = min(same, len(words) - 1, _MOST)
        rest = " ".join(words[count:])
        yield f"{count}{rest}" if count or rest[0].isdigit() else rest

"""The sentences of a unit side by side: which of the translation answers which of the source.

They are found by their lengths alone, as English and Welsh texts of the same content are about as long, after W. A.
Gale and K. W. Church, "A Program for Aligning Sentences in Bilingual Corpora", Computational Linguistics 19 (1993):
neighbours of like length answer one another, two may answer one, and one may have no answer.
"""

import math
import re
from dataclasses import dataclass
from functools import lru_cache

_END = re.compile(r"(?<=[.!?:;])[\"”’')*\]]*\s+(?=[\"“‘'(*\[]*[^\W_])")
_ABBREVIATION = re.compile(r"(?:\b(?:e\.e|h\.y|i\.e|e\.g|etc|no|cf|gw|Cyng|Cllr|para|et al|eg|ie)\.|\W[a-z]\.)$", re.I)
_LONGEST_ABBREVIATION = 12
"""Letters, with what stands before it."""
_MOST = 200
"""Sentences of a side that are paired: every one is compared with every one. The longest text of the five has four."""
_BEADS = {(1, 1): 0.0, (1, 2): 2.0, (2, 1): 2.0, (2, 2): 4.5, (1, 0): 7.0, (0, 1): 7.0}
"""How many sentences of each side make a pair, and how far each way is to be avoided."""
_SPREAD = 1.4
"""How far, for each letter under the root, lengths of a sentence and its translation usually differ."""

_Ways = dict[tuple[int, int], tuple[float, tuple[int, int]]]
"""By how much of both sides is paired: what it cost, and the last step."""


@dataclass(frozen=True, slots=True)
class SentencePair:
    """A sentence or two of the English with what answers them in Welsh; one of them may be empty."""

    en: str
    cy: str


def sentences(text: str) -> list[str]:
    """The sentences of a text; what a colon or a semicolon ends counts as one."""
    found, start = [], 0
    for end in _END.finditer(text):
        if not _ABBREVIATION.search(text[max(0, end.start() - _LONGEST_ABBREVIATION) : end.start()]):
            found.append(text[start : end.start()].strip())
            start = end.end()
    return [one for one in (*found, text[start:].strip()) if one]


@lru_cache(maxsize=256)
def sentence_pairs(en: str, cy: str) -> tuple[SentencePair, ...]:
    """The sentences of two texts, side by side in their order; of texts that have very many, all in one pair."""
    sides = sentences(en), sentences(cy)
    if max(map(len, sides)) > _MOST:
        return (SentencePair(en, cy),)
    return tuple(
        SentencePair(" ".join(sides[0][a : a + i]), " ".join(sides[1][b : b + j])) for a, b, i, j in _path(*sides)
    )


def _path(en: list[str], cy: list[str]) -> list[tuple[int, int, int, int]]:
    """The cheapest way through both: where each pair begins on either side, and how many sentences it has there."""
    best: _Ways = {(0, 0): (0.0, (0, 0))}
    for a in range(len(en) + 1):
        for b in range(len(cy) + 1):
            for (i, j), penalty in _BEADS.items():
                if (a - i, b - j) in best:
                    cost = best[a - i, b - j][0] + penalty + _distance(en[a - i : a], cy[b - j : b])
                    if cost < best.get((a, b), (float("inf"),))[0]:
                        best[a, b] = cost, (i, j)
    return _back(best, len(en), len(cy))


def _back(best: _Ways, a: int, b: int) -> list[tuple[int, int, int, int]]:
    """The pairs along the cheapest way, from its beginning."""
    found = []
    while (a, b) != (0, 0):
        i, j = best[a, b][1]
        a, b = a - i, b - j
        found.append((a, b, i, j))
    return found[::-1]


def _distance(en: list[str], cy: list[str]) -> float:
    """How unlike the lengths of two sentences are, in usual differences; of none there is nothing to compare."""
    if not en or not cy:
        return 0.0
    here, there = sum(map(len, en)), sum(map(len, cy))
    return abs(here - there) / (_SPREAD * math.sqrt(max(here, there)))

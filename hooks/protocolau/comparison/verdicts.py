"""What two texts are to each other, in one word, proved from their words.

The browser judges too: assets/compare/verdicts.js does the same, and tests/comparison/ holds both to it.
"""

from rapidfuzz.distance import LCSseq

from protocolau.comparison.alignment import MARKING_LIKENESS, Tokens, word_likeness
from protocolau.comparison.told_words import in_full
from protocolau.comparison.turning import are_spelt_apart, turns
from protocolau.comparison.turning_words import turning_words

SAME, NEARLY, DIFFERS, OTHER = "same", "nearly", "differs", "other"
"""The same words; the same but for names of parties, spelling, or a word or two that turn nothing; words that differ;
other words altogether."""
FEW_WORDS = 2
"""Words in which two texts may differ that are nearly the same."""


def verdict_of(words: Tokens, other_words: Tokens, keys: Tokens, other_keys: Tokens, language: str) -> str:
    """What two texts are to each other; the keys of each are its words with the names of parties made one.

    A word is enough to turn what a text says, so that two that differ in such a one are not nearly the same. Two words
    that stand the other way round are much of a short text: "courtesy and respect" is "respect and courtesy".
    """
    if words == other_words:
        return SAME
    if keys == other_keys:
        return NEARLY
    likeness = word_likeness(keys, other_keys)
    here, there = (in_full(text, turning_words(language)) for text in (keys, other_keys))
    is_near = sorted(here) == sorted(there) or (likeness >= MARKING_LIKENESS and _are_near(here, there))
    if (is_near or are_spelt_apart(words, other_words, language)) and not turns(keys, other_keys, language):
        return NEARLY
    return DIFFERS if likeness >= MARKING_LIKENESS else OTHER


def _are_near(one: Tokens, other: Tokens) -> bool:
    """Whether two texts, in full, differ in few words: "are required to" is no more than "must"."""
    return max(len(one), len(other)) - LCSseq.similarity(one, other) <= FEW_WORDS

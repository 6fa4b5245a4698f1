"""What two texts are to each other, in one word, proved from their words.

The browser judges too: assets/compare/verdicts.js does the same, and tests/comparison/ holds both to it.
"""

from protocolau.comparison.alignment import MARKING_LIKENESS, Tokens, word_likeness
from protocolau.comparison.turning import are_spelt_apart, turns

SAME, NEARLY, DIFFERS, OTHER = "same", "nearly", "differs", "other"
"""The same words; the same but for names of parties, spelling, or a word or two that turn nothing; words that differ;
other words altogether."""
FEW_WORDS = 2
"""Words in which two texts may differ that are nearly the same."""
NEAR_LIKENESS = 0.8
"""The likeness below which two texts are not nearly the same, however few words they have."""


def verdict_of(words: Tokens, other_words: Tokens, keys: Tokens, other_keys: Tokens, language: str) -> str:
    """What two texts are to each other; the keys of each are its words with the names of parties made one.

    A word is enough to turn what a text says, so that two that differ in such a one are not nearly the same.
    """
    if words == other_words:
        return SAME
    if keys == other_keys:
        return NEARLY
    likeness = word_likeness(keys, other_keys)
    in_common = round(likeness * (len(keys) + len(other_keys)) / 2)
    is_near = max(len(keys), len(other_keys)) - in_common <= FEW_WORDS and likeness >= NEAR_LIKENESS
    if (is_near or are_spelt_apart(words, other_words, language)) and not turns(keys, other_keys, language):
        return NEARLY
    return DIFFERS if likeness >= MARKING_LIKENESS else OTHER

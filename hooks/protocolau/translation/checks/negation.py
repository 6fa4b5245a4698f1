"""Negation: what one language denies the other denies too."""

from collections.abc import Iterator
from functools import lru_cache

from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import SentencePair, sentence_pairs

_PATTERNS = {
    language: {sureness: compiled("|".join(patterns)) for sureness, patterns in lists.items()}
    for language, lists in data("negation.yml").items()
}
_LANGUAGE = {"en": "English", "cy": "Welsh"}
_OTHER = {"en": "cy", "cy": "en"}


@lru_cache(maxsize=2048)
def denials(sentence: str, language: str) -> tuple[tuple[str, ...], int]:
    """The words of a sentence that surely deny, and how many others may."""
    patterns = _PATTERNS[language]
    rest = patterns["neutral"].sub(" – ", sentence)
    sure = tuple(match[0].strip() for match in patterns["sure"].finditer(rest))
    return sure, sum(1 for _ in patterns["perhaps"].finditer(sentence))


def negation(pair: CheckedUnit) -> Iterator[Finding]:
    """A sentence that denies something in one language denies something in the other, and as often.

    "Ni ddylai" made "dylai" is a denial lost, "os" made "oni bai" one added. What may deny and need not
    ("avoid", "osgoi", an "na" that goes on) answers, and calls for nothing.
    """
    for sentence in sentence_pairs(pair.en, pair.cy):
        if sentence.en and sentence.cy and (finding := _finding(sentence)):
            yield finding


def _finding(sentence: SentencePair) -> Finding | None:
    found = {"en": denials(sentence.en, "en"), "cy": denials(sentence.cy, "cy")}
    for here, there in _OTHER.items():
        (sure, _), (answers, perhaps) = found[here], found[there]
        if len(sure) > len(answers) + perhaps:
            told = ", ".join(f"“{word}”" for word in sure)
            what = f"the {_LANGUAGE[here]} denies with {told} what the {_LANGUAGE[there]} does not"
            return what, "see whether a not, an unless or a without is lost or added"
    return None

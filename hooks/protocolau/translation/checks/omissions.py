"""Omissions: a sentence or a phrase of the source that is not in the translation."""

import math
import re
from collections.abc import Iterator
from functools import lru_cache

from protocolau.language.welsh.renderings import english_stem, passed_over
from protocolau.translation.checks.finding import CheckedUnit, Finding
from protocolau.translation.checks.patterns import compiled, data
from protocolau.translation.checks.sentences import SentencePair, sentence_pairs, sentences
from protocolau.translation.checks.terminology import TermForms

_DATA = data("omissions.yml")
_PASSED_BY = frozenset(_DATA["passed_by"])
_WORD = re.compile(r"[a-z]{3,}")
_EITHER = re.compile(
    r"\b(?:s?he(?:/| or )s?he|(?:his|hers?|him)(?:self)?(?:/| or )(?:his|hers?|him)(?:self)?)\b", re.IGNORECASE
)
_SHORT = 60


def omissions(pair: CheckedUnit) -> Iterator[Finding]:
    """Every sentence has its like in the translation, about as long, and no run of its words is passed over.

    A sentence and its translation differ little in length, and have about as many commas and as many words that join
    things. What of the English has no rendering in the Welsh is seen as well, and not the other way, as the dictionary
    at hand is one of Welsh. All of this is weighed together, by weights that were found by regression.
    """
    for sentence in sentence_pairs(pair.en, pair.cy) if pair.is_translated else ():
        here, there = (sentence.cy, sentence.en) if pair.language == "en" else (sentence.en, sentence.cy)
        if not (here and there):
            yield _missing(pair, here or there, bool(here))
        elif finding := _shortened(pair, sentence, len(there) / len(here)):
            yield finding


def _missing(pair: CheckedUnit, sentence: str, in_source: bool) -> Finding:
    has, lacks = pair.names if in_source else pair.names[::-1]
    return (
        f"the {has} has “{_short(sentence)}” and the {lacks} nothing like it",
        "translate the whole of it, and no more",
    )


def _shortened(pair: CheckedUnit, sentence: SentencePair, ratio: float) -> Finding | None:
    to_welsh = pair.language == "cy"
    words = _words(sentence.en) if to_welsh else []
    runs = passed_over(words, sentence.cy, _terms(pair.context.terms.entries))
    longest = max(runs, key=len, default=[])
    source, target = (sentence.en, sentence.cy) if to_welsh else (sentence.cy, sentence.en)
    short = len(source) < _DATA["shortest"]["letters"] and len(longest) < _DATA["shortest"]["run"]
    if short or _suspicion(sentence, len(words), sum(map(len, runs)), ratio, to_welsh) < _DATA["suspicious"]:
        return None
    told = f", perhaps “{' … '.join(longest)}”" if longest else ""
    return f"something of “{_short(source)}” seems to be left out{told}", "translate the whole sentence"


def _suspicion(sentence: SentencePair, words: int, unrendered: int, ratio: float, to_welsh: bool) -> float:
    """How much speaks for an omission: the logarithm of its odds, by the weights of the data."""
    way = 1 if to_welsh else -1
    english = _EITHER.sub("", sentence.en) if to_welsh else sentence.en  # "his or her" is ei
    joins = way * (_joins(english, "en") - _joins(sentence.cy, "cy"))
    marks = way * (_marks(sentence.en) - _marks(sentence.cy))
    source, target = (sentence.en, sentence.cy) if to_welsh else (sentence.cy, sentence.en)
    shorter = (len(source) - len(target)) / math.sqrt(len(source) + 1)
    clues = {
        "always": 1,
        "length": ratio,
        "unrendered": unrendered,
        "unrendered_and_shorter": shorter * unrendered / (words + 1),
        "fewer_sentences": max(len(sentences(source)) - len(sentences(target)), 0),
        "joins": max(joins, 0),
        "fewer_marks": max(marks, 0),
        "more_marks": min(marks, 0),
    }
    return float(sum(_DATA["weights"][clue] * value for clue, value in clues.items()))


def _marks(text: str) -> int:
    """How often a text sets something apart by a comma or a bracket."""
    return text.count(",") + text.count("(")


def _joins(text: str, language: str) -> int:
    """How often a text joins one thing to another: and, or, a stroke."""
    return len(compiled(_DATA["joins"][language]).findall(text)) + text.count("/")


def _words(english: str) -> list[str]:
    return [word for word in _WORD.findall(english.lower()) if word not in _PASSED_BY]


@lru_cache(maxsize=4)
def _terms(entries: tuple[TermForms, ...]) -> dict[str, frozenset[str]]:
    """The glossary's renderings, by the stem of each English word of a term."""
    found: dict[str, set[str]] = {}
    for entry in entries:
        welsh = {form for phrase in entry.answers["cy"] for word in phrase.words for form in word.forms}
        for phrase in entry.calls["en"]:
            for word in phrase.words:
                for form in word.forms:
                    found.setdefault(english_stem(form), set()).update(welsh)
    return {stem: frozenset(words) for stem, words in found.items()}


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[:_SHORT].rsplit(" ", 1)[0] + " …"

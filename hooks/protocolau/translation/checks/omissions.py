"""Omissions: a sentence or a phrase of the source that is not in the translation."""

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
_EITHER = re.compile(r"\b(?:s?he/s?he|his/hers?|hers?/his|him/her|her/him)\b", re.IGNORECASE)
_SHORT = 60


def omissions(pair: CheckedUnit) -> Iterator[Finding]:
    """Every sentence has its like in the translation, about as long, and no run of its words is passed over.

    A sentence and its translation differ little in length. One that is much shorter, or somewhat shorter and without a
    rendering of several words that follow one another, has lost something. Both ways for sentences; for
    phrases, what of the English is not in the Welsh, as the dictionary at hand is one of Welsh.
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
    runs = (
        passed_over(_words(sentence.en), sentence.cy, _terms(pair.context.terms.entries))
        if pair.language == "cy"
        else []
    )
    longest = max(runs, key=len, default=[])
    source, target = (sentence.en, sentence.cy) if pair.language == "cy" else (sentence.cy, sentence.en)
    bound = _DATA["shorter_than"][min(len(longest), max(_DATA["shorter_than"]))]
    if len(sentences(source)) > len(sentences(target)):
        bound = max(bound, _DATA["fewer_sentences"])
    if pair.language == "cy" and _joins(source, "en") > _joins(target, "cy"):
        bound = max(bound, _DATA["fewer_joins"])
    if ratio >= bound or any(
        len(source) < letters and len(longest) < run for run, letters in _DATA["shortest"].items()
    ):
        return None
    told = f", perhaps “{' … '.join(longest)}”" if longest else ""
    return f"something of “{_short(source)}” seems to be left out{told}", "translate the whole sentence"


def _joins(text: str, language: str) -> int:
    """How often a text joins one thing to another: and, or, a stroke, but for that of "his/her", which is ei."""
    plain = _EITHER.sub("", text)
    return len(compiled(_DATA["joins"][language]).findall(plain)) + plain.count("/")


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
